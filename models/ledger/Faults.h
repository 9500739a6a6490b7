#pragma once

#include <QStringList>

#include <cstdint>
#include <mutex>

namespace huying
{

/// What is wrong with a log, told by several threads: all are counted, the first hundred kept.
class Faults
{
public:
    void add(const QString &fault)
    {
        const std::scoped_lock held(_mutex);
        ++_count;
        if (_examples.size() < 100) {
            _examples.append(fault);
        }
    }
    std::int64_t count() const { return _count; }
    const QStringList &examples() const { return _examples; }

private:
    std::mutex _mutex;
    std::int64_t _count = 0;
    QStringList _examples;
};

} // namespace huying
