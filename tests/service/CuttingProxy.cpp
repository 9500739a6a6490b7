#include "CuttingProxy.h"

#include <utility>

namespace huying::testing
{

CuttingProxy::CuttingProxy(quint16 backend) : _backend(backend)
{
    connect(&_server, &QTcpServer::newConnection, this, &CuttingProxy::accept);
    _server.listen(QHostAddress::LocalHost);
}

void CuttingProxy::accept()
{
    QTcpSocket *desk = _server.nextPendingConnection();
    auto *there = new QTcpSocket(desk);
    there->connectToHost(QHostAddress::LocalHost, _backend);
    connect(desk, &QTcpSocket::readyRead, there, [this, desk, there] {
        const QByteArray request = desk->readAll();
        _requests.append(request);
        there->write(request);
    });
    connect(there, &QTcpSocket::readyRead, desk, [desk, there, left = std::exchange(_cut, std::nullopt)]() mutable {
        QByteArray answer = there->readAll();
        if (left) {
            answer.truncate(qsizetype(std::min(*left, qint64(answer.size()))));
            *left -= answer.size();
        }
        desk->write(answer);
        if (left && *left == 0) {
            there->disconnect(desk);
            desk->disconnectFromHost();
        }
    });
    connect(there, &QTcpSocket::disconnected, desk, &QTcpSocket::disconnectFromHost);
    connect(desk, &QTcpSocket::disconnected, desk, &QObject::deleteLater);
}

} // namespace huying::testing
