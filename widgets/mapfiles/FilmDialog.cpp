#include "FilmDialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

namespace huying
{

FilmDialog::FilmDialog(const ThemeSource &source, FilmPlan plan, QWidget *parent)
    : FileDialog(source, tr("The period as a film"), parent)
    , _plan(std::move(plan))
    , _kind(new QComboBox)
    , _size(new QComboBox)
    , _speed(new QComboBox)
{
    _kind->addItem(tr("Film (animated WebP)"), QStringLiteral("webp"));
    _kind->addItem(tr("Numbered pictures (PNG)"), QStringLiteral("png"));
    for (const QSize size : { QSize(1132, 800), QSize(1600, 1132), QSize(3200, 2262) }) {
        _size->addItem(QStringLiteral("%1 × %2").arg(size.width()).arg(size.height()), size);
    }
    for (const int frames : { 2, 1, 5, 10, 25 }) {
        _speed->addItem(tr("%n frame(s) a second", nullptr, frames), 1000 / frames);
    }
    form().addRow(tr("Form"), _kind);
    form().addRow(tr("Size"), _size);
    form().addRow(tr("Speed"), _speed);
    form().addRow(tr("Frames"), new QLabel(QLocale().toString(qlonglong(_plan.frames.size()))));
    addFoot();
    connect(_kind, &QComboBox::currentIndexChanged, this, &FilmDialog::fit);
    fit();
    place().propose(_plan.title);
}

void FilmDialog::fit()
{
    const bool isFilm = _kind->currentIndex() == 0;
    place().setEnding(_kind->currentData().toString(), isFilm ? tr("Films (*.webp)") : tr("Pictures (*.png)"));
    form().setRowVisible(_speed, isFilm);
    adjustSize();
}

FileJob::Work FilmDialog::work()
{
    FilmPlan plan = _plan;
    plan.size = _size->currentData().toSize();
    plan.milliseconds = _speed->currentData().toInt();
    return filmWork(std::move(plan), place().file());
}

} // namespace huying
