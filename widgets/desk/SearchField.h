#pragma once

#include <common/ThemeSource.h>

#include <QLineEdit>
#include <QTimer>

namespace huying
{

/// Words to find tickets by: a number, words of the text, a place. Ctrl+K comes here; Enter and Down go on to what was
/// found, Escape empties it first.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const ThemeSource &source, QWidget *parent = nullptr);

signals:
    /// The words to be found, a moment after the last key.
    void wordsChanged(const QString &words);
    /// The keyboard is to go to what was found.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void tell();

    QTimer _pause;
    QString _told;
};

} // namespace huying
