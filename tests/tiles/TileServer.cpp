#include "TileServer.h"

#include <QBuffer>
#include <QColor>
#include <QRegularExpression>
#include <QTcpSocket>

namespace huying::testing
{

QByteArray png(QColor colour, int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QColor colourOf(int zoom, int column, int row)
{
    return { zoom * 10 % 256, column * 20 % 256, row * 20 % 256 };
}

TileServer::TileServer()
{
    _server.listen(QHostAddress::LocalHost);
    connect(&_server, &QTcpServer::newConnection, this, &TileServer::serve);
}

void TileServer::serve()
{
    QTcpSocket *const socket = _server.nextPendingConnection();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
        const QByteArray request = socket->peek(65'536);
        if (!request.contains("\r\n\r\n")) {
            return;
        }
        socket->readAll();
        _asked.append(request.split('\r').first());
        static const QRegularExpression tile(QStringLiteral("/(\\d+)/(\\d+)/(\\d+)\\.png"));
        const auto found = tile.match(QString::fromLatin1(_asked.last()));
        const QByteArray body = _words.isEmpty()
            ? png(colourOf(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt()))
            : _words;
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nCache-Control: max-age=86400\r\nConnection: "
                      "close\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->disconnectFromHost();
    });
}

} // namespace huying::testing
