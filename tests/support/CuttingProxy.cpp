#include "CuttingProxy.h"

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
    QByteArray answer = from.readAll();
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

void CuttingProxy::accept()
{
    QTcpSocket *desk = _server.nextPendingConnection();
    if (_isRefusing) {
        desk->abort();
        return desk->deleteLater();
    }
    auto *there = new QTcpSocket(desk);
    there->connectToHost(QHostAddress::LocalHost, _backend);
    connect(desk, &QTcpSocket::readyRead, there, [this, desk, there] {
        const QByteArray request = desk->readAll();
        _requests.append(request);
        if (!_withheld.isEmpty() && request.startsWith(_withheld)) {
            return desk->abort();
        }
        // Before it is connected, what is written waits; while it ends, nothing more is taken.
        if (there->isOpen() && there->state() != QAbstractSocket::ClosingState
            && there->state() != QAbstractSocket::UnconnectedState) {
            there->write(request);
        }
    });
    const auto left = std::make_shared<std::optional<qint64>>(nextCut());
    const auto on = [this, desk, there, left] { pass(*there, *desk, *left); };
    connect(there, &QTcpSocket::readyRead, desk, on);
    connect(this, &CuttingProxy::stallEnded, desk, on);
    connect(this, &CuttingProxy::broken, desk, &QTcpSocket::abort);
    connect(there, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
    connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
}

} // namespace huying::testing
