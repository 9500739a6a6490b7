#include "SteadyPort.h"

#include <QRandomGenerator>
#include <QTcpServer>

namespace huying::testing
{

quint16 steadyPort()
{
    QTcpServer server;
    for (int attempt = 0; attempt < 100; ++attempt) {
        const auto port = quint16(QRandomGenerator::global()->bounded(10'000, 32'000));
        if (server.listen(QHostAddress::LocalHost, port)) {
            return port;
        }
    }
    qFatal("no port of loopback can be listened on: %s", qPrintable(server.errorString()));
}

} // namespace huying::testing
