#pragma once

#include <common/ThemeSource.h>

#include <QWidget>

class QProgressBar;

namespace huying
{

class EmptyState;

/// What stands on the desk while the county is fetched for the first time.
class OpeningPage : public QWidget
{
    Q_OBJECT
public:
    explicit OpeningPage(const ThemeSource &source, QWidget *parent = nullptr);

    /// `progress` is 0 to 1; 0 says that it has not begun. `trouble` is a sentence, or empty.
    void setProgress(double progress, const QString &trouble);

private:
    EmptyState *_words;
    QProgressBar *_bar;
};

} // namespace huying
