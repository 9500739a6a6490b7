#pragma once

#include <QObject>

#include <functional>

class QCoreApplication;

namespace huying
{

/// Ends the application's event loop on SIGINT and SIGTERM, so that everything begun is finished.
void quitOnSignals(QCoreApplication &application);

} // namespace huying
