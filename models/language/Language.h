#pragma once

#include <domain/Failure.h>

#include <QLocale>
#include <QProcessEnvironment>
#include <QStringList>

#include <expected>

class QCoreApplication;

namespace huying
{

/// What the programs speak: Simplified Chinese or English.
enum class Language : std::uint8_t { Chinese, English };

QLocale localeOf(Language language);

/// The user's language, as gettext(3) finds it: by LANGUAGE, LC_ALL, LC_MESSAGES, LANG; any Chinese is Chinese. English
/// where nothing says otherwise.
Language languageIn(const QProcessEnvironment &environment);

/// Lets a command-line program speak the language of `--language zh_CN|en` among `arguments`, which is taken out of
/// them, else `usual`. Invalid, said in the latter, when it asks for another.
std::expected<void, Failure> speak(QCoreApplication &application, QStringList &arguments, Language usual);

/// What `--help` says of that option.
QString languageOptionText();

} // namespace huying
