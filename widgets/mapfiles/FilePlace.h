#pragma once

#include <common/ThemeSource.h>

#include <QWidget>

class QLineEdit;

namespace huying
{

/// Where a file goes: its name, typed or chosen.
class FilePlace : public QWidget
{
    Q_OBJECT
public:
    /// `kinds` are those of a file dialog ("Pictures (*.png)").
    FilePlace(const ThemeSource &source, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] QString file() const;
    /// The name stays, only its ending becomes another one.
    void setEnding(const QString &ending, const QString &kind);
    /// `name` in the user's folder of pictures, until somebody chooses another.
    void propose(const QString &name);

private:
    void browse();

    QString _title;
    QString _ending;
    QString _kind;
    QLineEdit *_name;
};

} // namespace huying
