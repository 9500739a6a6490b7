#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <optional>

namespace huying::testing
{

/// Stands between a desk and its backend on loopback, and cuts and stalls what goes through it.
class CuttingProxy : public QObject
{
    Q_OBJECT
public:
    explicit CuttingProxy(quint16 backend);

    quint16 port() const { return _server.serverPort(); }
    /// The next connection loses its answer behind this many bytes; those after it do not.
    void cutAfter(qint64 bytes) { _cut = bytes; }
    /// Every connection loses its answer behind as many bytes as `bytes` says for it; none where it is empty.
    void cutEvery(std::function<qint64()> bytes) { _cutEvery = std::move(bytes); }
    /// Every connection ends behind as many bytes of its requests; none where it is empty.
    void cutRequestsEvery(std::function<qint64()> bytes) { _cutRequests = std::move(bytes); }
    /// Ends the connections that are open now.
    void breakAll() { emit broken(); }
    /// Nobody gets through, until it refuses no longer.
    void refuse(bool isRefusing);
    /// Answers stay here, their connections open, until it stalls no longer.
    void stall(bool isStalling);
    /// Connections made from now on get so many bytes of their answers in ten milliseconds, until it is 0.
    void slowDown(qint64 bytes) { _slow = bytes; }
    /// Requests that begin so get no answer: their connection ends. None where it is empty.
    void withhold(QByteArray beginning) { _withheld = std::move(beginning); }
    /// Heads of all requests that went through.
    const QByteArrayList &requests() const { return _requests; }
    int cuts() const { return _cuts; }

signals:
    void stallEnded();
    void broken();

private:
    void accept();
    std::optional<qint64> nextCut();
    bool passRequest(QTcpSocket &desk, QTcpSocket &there, std::optional<qint64> &left);
    void pass(QTcpSocket &from, QTcpSocket &to, std::optional<qint64> &left);

    quint16 _backend;
    QTcpServer _server;
    std::optional<qint64> _cut;
    std::function<qint64()> _cutEvery;
    std::function<qint64()> _cutRequests;
    QByteArray _withheld;
    qint64 _slow = 0;
    bool _isStalling = false;
    bool _isRefusing = false;
    QByteArrayList _requests;
    int _cuts = 0;
};

} // namespace huying::testing
