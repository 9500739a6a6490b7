#pragma once

class QCoreApplication;
class QLocale;

namespace huying
{

/// Gives the application the words of `locale`: the program's own from the resource :/i18n, Qt's from where Qt keeps
/// them, and the way in which numbers are written. The program's sources are English; true when nothing is missing of
/// another language. Comes before the first widget.
bool installTranslation(QCoreApplication &application, const QLocale &locale);

/// The same in Simplified Chinese, which the hall speaks.
bool installTranslation(QCoreApplication &application);

} // namespace huying
