#include "OpeningPage.h"

#include <common/EmptyState.h>

#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

namespace huying
{

OpeningPage::OpeningPage(const ThemeSource &source, QWidget *parent)
    : QWidget(parent), _words(new EmptyState(source, Icon::Layers, {}, {})), _bar(new QProgressBar)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(_words);
    _bar->setTextVisible(false);
    _bar->setRange(0, 1000);
    _bar->setFixedWidth(320);
    _words->offer(_bar);
    setProgress(0, {});
}

void OpeningPage::setProgress(double progress, const QString &trouble)
{
    const QString percent = QLocale().toString(int(progress * 100));
    _words->say(tr("Fetching the open tickets …"),
        trouble.isEmpty() ? tr("%1 % – the queue opens as soon as it is here.").arg(percent) : trouble);
    _bar->setRange(0, progress > 0 ? 1000 : 0);
    _bar->setValue(int(progress * 1000));
}

} // namespace huying
