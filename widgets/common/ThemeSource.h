#pragma once

#include "Theme.h"

#include <QObject>

class QApplication;

namespace huying
{

/// Which theme is worn now. It is made once by the program, handed to every widget, and outlives them.
class ThemeSource : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QVariantMap values READ values NOTIFY changed)
public:
    ThemeSource(Theme light, Theme dark, QObject *parent = nullptr);

    [[nodiscard]] const Theme &theme() const;
    [[nodiscard]] QVariantMap values() const { return qmlValues(theme()); }

public slots:
    /// Changes between light and dark; nothing happens when it is already so.
    void wear(huying::Brightness brightness);

signals:
    void changed();

private:
    Theme light, dark;
    Brightness worn = Brightness::Light;
};

/// Gives the whole application style, palette, font and style sheet, now and at each later change of `source`.
/// The application's style is set anew, so this comes before the first window.
void dress(QApplication &application, const ThemeSource &source);

} // namespace huying
