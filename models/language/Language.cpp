#include "Language.h"

#include "Translation.h"

#include <QCoreApplication>

namespace huying
{

namespace
{

struct SayLanguage {
    Q_DECLARE_TR_FUNCTIONS(Language)
};

const QString option = QStringLiteral("--language");

bool isNeutral(const QString &locale)
{
    const QString name = locale.section(u'.', 0, 0);
    return name.isEmpty() || name == u"C" || name == u"POSIX";
}

std::optional<Language> languageNamed(const QString &name)
{
    const QString tag = name.section(u'.', 0, 0).section(u'@', 0, 0).toLower();
    const QString language = QString(tag).replace(u'-', u'_').section(u'_', 0, 0);
    return language == u"zh" ? std::optional(Language::Chinese)
        : language == u"en"  ? std::optional(Language::English)
                             : std::nullopt;
}

/// The value of the last `--language` among `arguments`, which are left without; empty text where it has none.
std::optional<QString> takeOption(QStringList &arguments)
{
    std::optional<QString> value;
    QStringList others;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == option) {
            value = arguments.value(++i);
        } else if (arguments[i].startsWith(option + u'=')) {
            value = arguments[i].mid(option.size() + 1);
        } else {
            others << arguments[i];
        }
    }
    arguments = others;
    return value;
}

} // namespace

QLocale localeOf(Language language)
{
    return language == Language::Chinese ? QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China)
                                         : QLocale(QLocale::English);
}

Language languageIn(const QProcessEnvironment &environment)
{
    QString locale;
    for (const char *const name : { "LC_ALL", "LC_MESSAGES", "LANG" }) {
        locale = locale.isEmpty() ? environment.value(QLatin1StringView(name)) : locale;
    }
    if (isNeutral(locale)) {
        return Language::English;
    }
    for (const auto all = environment.value(QStringLiteral("LANGUAGE")).split(u':', Qt::SkipEmptyParts);
        const QString &wanted : all) {
        if (const auto known = languageNamed(wanted)) {
            return *known;
        }
    }
    return languageNamed(locale).value_or(Language::English);
}

std::expected<void, Failure> speak(QCoreApplication &application, QStringList &arguments, Language usual)
{
    const auto name = takeOption(arguments);
    const auto asked = name ? languageNamed(*name) : std::nullopt;
    installTranslation(application, localeOf(asked.value_or(usual)));
    return name && !asked
        ? std::expected<void, Failure>(failure(FailureKind::Invalid, SayLanguage::tr("--language is zh_CN or en.")))
        : std::expected<void, Failure>();
}

QString languageOptionText()
{
    return SayLanguage::tr("Speak Chinese (zh_CN) or English (en); else as LANGUAGE, LC_ALL and LANG say.");
}

} // namespace huying
