#include "SteadyPort.h"

#include <QRandomGenerator>
#include <QTcpServer>

namespace huying::testing
{

quint16 steadyPort()
{
    QTcpServer server;
    quint16 port = 0;
    do {
        port = quint16(QRandomGenerator::global()->bounded(10'000, 32'000));
    } while (!server.listen(QHostAddress::LocalHost, port));
    return port;
}

} // namespace huying::testing
