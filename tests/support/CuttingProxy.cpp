#include "CuttingProxy.h"

#include <QTimer>

#include <memory>
#include <utility>

namespace huying::testing
{

CuttingProxy::CuttingProxy(quint16 backend) : _backend(backend)
{
    connect(&_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
    _server.listen(QHostAddress::LocalHost);
}

void CuttingProxy::stall(bool isStalling)
{
    _isStalling = isStalling;
    if (!isStalling) {
        emit stallEnded();
    }
}

void CuttingProxy::refuse(bool isRefusing)
{
    _isRefusing = isRefusing;
    if (isRefusing) {
        breakAll();
    }
}

std::optional<qint64> CuttingProxy::nextCut()
{
    const std::optional<qint64> once = std::exchange(_cut, std::nullopt);
    return once || !_cutEvery ? once : std::optional(_cutEvery());
}

/// `left`: how much of the answer still goes through.
void CuttingProxy::pass(QTcpSocket &from, QTcpSocket &to, std::optional<qint64> &left)
{
    if (_isStalling || left == 0 || to.state() != QAbstractSocket::ConnectedState) {
        return;
    }
    QByteArray answer = _slow > 0 ? from.read(_slow) : from.readAll();
    if (left) {
        answer.truncate(qsizetype(std::min(*left, qint64(answer.size()))));
        *left -= answer.size();
    }
    to.write(answer);
    if (left == 0) {
        ++_cuts;
        to.disconnectFromHost();
    }
}

/// `left`: how much of what is asked still goes through. False when the connection has to end.
bool CuttingProxy::passRequest(QTcpSocket &desk, QTcpSocket &there, std::optional<qint64> &left)
{
    QByteArray request = desk.readAll();
    _requests.append(request);
    if (!_withheld.isEmpty() && request.startsWith(_withheld)) {
        return false;
    }
    const bool isCut = left && request.size() > *left;
    if (left) {
        request.truncate(qsizetype(std::min(*left, qint64(request.size()))));
        *left -= request.size();
    }
    // Before it is connected, what is written waits; while it ends, nothing more is taken.
    if (there.isOpen() && there.state() != QAbstractSocket::ClosingState
        && there.state() != QAbstractSocket::UnconnectedState) {
        there.write(request);
    }
    _cuts += isCut ? 1 : 0;
    return !isCut;
}

void CuttingProxy::accept()
{
    QTcpSocket *desk = _server.nextPendingConnection();
    if (_isRefusing) {
        desk->abort();
        return desk->deleteLater();
    }
    auto *there = new QTcpSocket(desk);
    there->connectToHost(QHostAddress::LocalHost, _backend);
    const auto asked =
        std::make_shared<std::optional<qint64>>(_cutRequests ? std::optional(_cutRequests()) : std::nullopt);
    connect(desk, &QTcpSocket::readyRead, there, [this, desk, there, asked] {
        if (!passRequest(*desk, *there, *asked)) {
            if (there->state() == QAbstractSocket::ConnectedState) {
                there->flush(); // the half that goes out is seen to
            }
            desk->abort();
        }
    });
    const auto left = std::make_shared<std::optional<qint64>>(nextCut());
    const auto on = [this, desk, there, left] { pass(*there, *desk, *left); };
    if (_slow > 0) {
        auto *drops = new QTimer(desk);
        connect(drops, &QTimer::timeout, desk, on);
        drops->start(std::chrono::milliseconds { 10 });
    } else {
        connect(there, &QTcpSocket::readyRead, desk, on);
    }
    connect(this, &CuttingProxy::stallEnded, desk, on);
    connect(this, &CuttingProxy::broken, desk, &QTcpSocket::abort);
    connect(there, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
    connect(there, &QTcpSocket::errorOccurred, desk, [desk](QAbstractSocket::SocketError error) {
        if (error == QAbstractSocket::ConnectionRefusedError) {
            desk->abort(); // nobody is there, and nothing was connected that could be disconnected
        }
    });
    connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
}

} // namespace huying::testing
