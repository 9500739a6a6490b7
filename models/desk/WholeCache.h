#pragma once

#include "DeskFiles.h"

#include <client/BackendLine.h>
#include <client/SnapshotFetch.h>

#include <QObject>
#include <QTimer>

namespace huying
{

/// Brings the whole cache to a desk that works on the first part of one: fetches it beside that, and follows the log in
/// it until it has come as far, so that the desk is not set back when it takes it. Goes on trying by itself. On the
/// thread of the desk.
class WholeCache : public QObject
{
    Q_OBJECT
public:
    /// `files` outlives this.
    WholeCache(const DeskFiles &files, QUrl backend, LineSettings line, DeadlineSettings deadlines,
        BackendLine::Clock clock, QObject *parent = nullptr);
    ~WholeCache() override;

    /// Goes on with the file where it is here already.
    void start();
    /// Tries again now, where it would wait.
    void hurry();
    /// Where what is here ends; nothing before the file is here.
    std::optional<Position> position() const;
    /// For whose eyes it is; nothing where that is not said.
    std::optional<std::string> audience() const;
    /// Ends the following. To be called when there is a position.
    std::unique_ptr<Cache> take();

signals:
    /// How much of it is here, 0 to 1.
    void progressed(double part);
    void moved();
    /// Why it is not here yet; it is tried again all the same.
    void troubled(const huying::Failure &why);

private:
    void fetch();
    void open();
    void follow();
    void heedLine();
    void again(const Failure &why);

    const DeskFiles &_files;
    QUrl _backend;
    LineSettings _settings;
    DeadlineSettings _deadlines;
    BackendLine::Clock _clock;
    SnapshotFetch _fetch;
    std::unique_ptr<Cache> _cache;
    std::unique_ptr<Outbox> _nothing; ///< own actions travel with the desk's own line
    std::unique_ptr<BackendLine> _line;
    QTimer _retry;
    std::chrono::milliseconds _wait;
};

} // namespace huying
