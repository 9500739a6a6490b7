#pragma once

#include "ThemeSource.h"

#include <QFrame>

class QLabel;
class QHBoxLayout;

namespace huying
{

enum class MessageKind : std::uint8_t { Note, Warning, Error };

/// A message where it arises: above the list or below the field that it is about. Hidden until something is said;
/// Escape or the cross closes it. Those who hear the screen are told at once.
class MessageBar : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(const ThemeSource &source, QWidget *parent = nullptr);

    void say(MessageKind kind, const QString &text);
    [[nodiscard]] QString text() const;

    /// Puts a button ("Try again") beside the words; the bar owns it then.
    void offer(QWidget *button);

public slots:
    void dismiss();

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const ThemeSource &source;
    MessageKind kind = MessageKind::Note;
    QHBoxLayout *row;
    QLabel *words;
};

} // namespace huying
