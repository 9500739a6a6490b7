#include "Console.h"

#include <sync/Wire.h>

#include <QJsonDocument>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <unistd.h>

namespace huying
{

namespace
{

std::atomic_bool stopAsked = false;

void write(std::FILE *file, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

extern "C" void noteInterrupt(int)
{
    if (stopAsked.exchange(true)) {
        std::signal(SIGINT, SIG_DFL);
        std::raise(SIGINT);
    }
}

} // namespace

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

void Console::print(const QString &text)
{
    write(stdout, text.endsWith(u'\n') ? text : text + u'\n');
}

void Console::complain(const QString &text)
{
    write(stderr, QStringLiteral("huyingctl: ") + text + u'\n');
}

void Console::progress(const QString &what, int percent)
{
    if (what == _what && percent == _percent) {
        return;
    }
    if (!_isJson && isatty(STDERR_FILENO) == 1) {
        write(stderr, QStringLiteral("\r\033[K%1 %2 %").arg(what).arg(percent));
        _isLineOpen = true;
    }
    _what = what;
    _percent = percent;
}

void Console::note(const QString &text)
{
    if (!_isJson && text != _what && isatty(STDERR_FILENO) == 1) {
        write(stderr, QStringLiteral("\r\033[K") + text);
        _isLineOpen = true;
        _what = text;
    }
}

void Console::endProgress()
{
    if (_isLineOpen) {
        write(stderr, QStringLiteral("\n"));
        _isLineOpen = false;
    }
}

void Console::answer(const QString &text, const QJsonObject &object)
{
    endProgress();
    print(_isJson ? QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) : text);
}

int Console::fail(const Failure &failure, int status)
{
    endProgress();
    complain(failure.text);
    if (_isJson) {
        const QString kind = QString::fromStdString(std::string(nameOf(failure.kind)));
        const QJsonObject object { { QStringLiteral("failure"),
            QJsonObject { { QStringLiteral("kind"), kind }, { QStringLiteral("text"), failure.text } } } };
        print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    }
    return status;
}

void stopInOrderOnInterrupt()
{
    std::signal(SIGINT, noteInterrupt);
    std::signal(SIGTERM, noteInterrupt);
}

bool isStopAsked()
{
    return stopAsked;
}

} // namespace huying
