#pragma once

#include <domain/Failure.h>

#include <QJsonObject>
#include <QString>

#include <string_view>

namespace huying
{

QString textOf(std::string_view utf8);

/// How a command speaks: answers go to standard output, progress and complaints to standard error.
class Console
{
public:
    explicit Console(bool isJson) : _isJson(isJson) {}

    static void print(const QString &text);
    static void complain(const QString &text);

    /// What is being done and how far it is, in percent: rewrites its line on a terminal, and is silent elsewhere,
    /// where the answer says what has been done.
    void progress(const QString &what, int percent);
    /// How much has been done, where nobody knows of how much: on a terminal only.
    void note(const QString &text);
    /// Ends the line of progress.
    void endProgress();

    /// The answer: `text` for people, `object` for machines.
    void answer(const QString &text, const QJsonObject &object);
    /// Says what went wrong, in JSON too where that was asked for; the status to end with.
    int fail(const Failure &failure, int status);

private:
    bool _isJson;
    bool _isLineOpen = false;
    int _percent = -1;
    QString _what;
};

/// From now on Ctrl-C asks to stop in order; the second one ends at once.
void stopInOrderOnInterrupt();
bool isStopAsked();

} // namespace huying
