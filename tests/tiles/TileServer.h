#pragma once

#include <QImage>
#include <QTcpServer>

namespace huying::testing
{

/// Serves tiles on loopback, each with its address written into its colour; counts what it was asked for.
class TileServer : public QObject
{
    Q_OBJECT
public:
    TileServer();

    QString address() const { return QStringLiteral("http://127.0.0.1:%1/{z}/{x}/{y}.png").arg(_server.serverPort()); }
    const QByteArrayList &asked() const { return _asked; }
    /// Answers with these words instead.
    void answer(const QByteArray &words) { _words = words; }
    void close() { _server.close(); }

private:
    void serve();

    QTcpServer _server;
    QByteArrayList _asked;
    QByteArray _words;
};

/// A tile of one colour as a PNG.
QByteArray png(QColor colour, int side = 256);
/// The colour by which a tile is known.
QColor colourOf(int zoom, int column, int row);

} // namespace huying::testing
