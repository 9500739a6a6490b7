#include "Translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace huying
{

using namespace Qt::StringLiterals;

namespace
{

bool install(QCoreApplication &application, const QLocale &locale, const QString &file, const QString &folder)
{
    auto *translator = new QTranslator(&application);
    if (!translator->load(locale, file, u"_"_s, folder)) {
        delete translator;
        return false;
    }
    return QCoreApplication::installTranslator(translator);
}

} // namespace

bool installTranslation(QCoreApplication &application, const QLocale &locale)
{
    QLocale::setDefault(locale);
    const bool hasQt = install(application, locale, u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const bool hasOwn = install(application, locale, u"huying"_s, u":/i18n"_s);
    return locale.language() == QLocale::English || (hasQt && hasOwn);
}

bool installTranslation(QCoreApplication &application)
{
    return installTranslation(application, QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China));
}

} // namespace huying
