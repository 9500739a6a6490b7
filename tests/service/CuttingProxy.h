#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <optional>

namespace huying::testing
{

/// Stands between a desk and its backend on loopback, and cuts the answer of a connection after so many bytes.
class CuttingProxy : public QObject
{
    Q_OBJECT
public:
    explicit CuttingProxy(quint16 backend);

    quint16 port() const { return _server.serverPort(); }
    /// The next connection loses its answer behind this many bytes; those after it do not.
    void cutAfter(qint64 bytes) { _cut = bytes; }
    /// Heads of all requests that went through.
    const QByteArrayList &requests() const { return _requests; }

private:
    void accept();

    quint16 _backend;
    QTcpServer _server;
    std::optional<qint64> _cut;
    QByteArrayList _requests;
};

} // namespace huying::testing
