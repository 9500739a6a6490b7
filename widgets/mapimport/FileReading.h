#pragma once

#include <geo/ReaderProcess.h>

#include <QObject>

#include <memory>
#include <thread>

namespace huying
{

/// Reads a file of geography while the window goes on; the latest request only is answered.
class FileReading : public QObject
{
    Q_OBJECT
public:
    using Answer = std::expected<GeoReading, GeoRefusal>;

    explicit FileReading(QObject *parent = nullptr) : QObject(parent) {}
    ~FileReading() override;

    /// Another program than the one beside this is for tests.
    void setReader(const ReaderProcess &reader) { _reader = reader; }
    void read(const GeoRequest &request);
    bool isReading() const { return _isReading; }

signals:
    void answered(const std::shared_ptr<huying::FileReading::Answer> &answer);

private:
    ReaderProcess _reader;
    std::jthread _thread;
    int _edition = 0;
    bool _isReading = false;
};

} // namespace huying
