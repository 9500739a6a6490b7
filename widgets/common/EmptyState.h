#pragma once

#include "Icons.h"
#include "ThemeSource.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace huying
{

/// What stands where nothing is: what would be here, and how to get it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(
        const ThemeSource &source, Icon icon, const QString &what, const QString &how, QWidget *parent = nullptr);

    void say(const QString &what, const QString &how);

    /// Puts a button that does it below the words; the empty state owns it then.
    void offer(QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeSource &source;
    Icon icon;
    QWidget *picture;
    QLabel *whatLabel;
    QLabel *howLabel;
    QVBoxLayout *column;
};

} // namespace huying
