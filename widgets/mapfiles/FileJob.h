#pragma once

#include <domain/Failure.h>

#include <QObject>

#include <functional>
#include <stop_token>
#include <thread>

namespace huying
{

/// Makes a file on a thread of its own, tells how far it is, and can be stopped.
class FileJob : public QObject
{
    Q_OBJECT
public:
    /// Called from the work's thread.
    using Tell = std::function<void(int done, int of)>;
    /// Returns Cancelled soon after a stop was asked for.
    using Work = std::function<std::expected<void, Failure>(const std::stop_token &stop, const Tell &tell)>;

    explicit FileJob(QObject *parent = nullptr);
    /// Stops what is being made, and waits for it.
    ~FileJob() override;
    Q_DISABLE_COPY_MOVE(FileJob)

    /// Nothing happens while there is work.
    void start(Work work);
    void stop() { _thread.request_stop(); }
    [[nodiscard]] bool isRunning() const { return _isRunning; }

signals:
    void progressed(int done, int of);
    void made();
    void failed(const huying::Failure &why);

private:
    void end(const std::expected<void, Failure> &result);

    bool _isRunning = false;
    std::jthread _thread;
};

/// What work returns that was stopped.
std::unexpected<Failure> stopped();

} // namespace huying
