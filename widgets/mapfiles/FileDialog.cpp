#include "FileDialog.h"

#include <common/ActionButton.h>
#include <common/Type.h>

#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>

namespace huying
{

FileDialog::FileDialog(const ThemeSource &source, const QString &title, QWidget *parent)
    : QDialog(parent)
    , _source(source)
    , _form(new QFormLayout(this))
    , _place(new FilePlace(source, title))
    , _progress(new QProgressBar)
    , _said(new QLabel)
    , _job(new FileJob(this))
{
    setWindowTitle(title);
    const Spaces &space = source.theme().space;
    _form->setContentsMargins(space.margin, space.margin, space.margin, space.margin);
    _form->setSpacing(space.step);
    setMinimumWidth(600);
    connect(_job, &FileJob::progressed, this, [this](int done, int of) {
        _progress->setRange(0, of);
        _progress->setValue(done);
    });
    connect(_job, &FileJob::made, this, [this] {
        setBusy(false);
        emit written(_place->file());
        QDialog::accept();
    });
    connect(_job, &FileJob::failed, this, [this](const Failure &why) {
        setBusy(false);
        say(why.text, why.kind != FailureKind::Cancelled);
    });
}

FileDialog::~FileDialog() = default;

void FileDialog::addFoot()
{
    _progress->setTextVisible(false);
    _progress->hide();
    _said->setWordWrap(true);
    _said->hide();
    _form->addRow(tr("File"), _place);
    _form->addRow(_progress);
    _form->addRow(_said);
    auto *row = new QHBoxLayout;
    row->setSpacing(_source.theme().space.gap);
    _write = new ActionButton(_source, ActionRank::Primary, tr("Write"), QKeySequence(Qt::Key_Return));
    auto *leave = new ActionButton(_source, ActionRank::Secondary, tr("Stop"), QKeySequence(Qt::Key_Escape));
    connect(_write, &QAbstractButton::clicked, this, &FileDialog::accept);
    connect(leave, &QAbstractButton::clicked, this, &FileDialog::reject);
    row->addWidget(_write);
    row->addWidget(leave);
    row->addStretch();
    _form->addRow(row);
}

void FileDialog::say(const QString &text, bool isError)
{
    setTextRole(*_said, isError ? TextRole::Error : TextRole::Soft);
    _said->setText(text);
    _said->setVisible(!text.isEmpty());
    adjustSize();
}

void FileDialog::setBusy(bool isBusy)
{
    _progress->setRange(0, 0);
    _progress->setVisible(isBusy);
    _write->setEnabled(!isBusy);
    _place->setEnabled(!isBusy);
    adjustSize();
}

bool FileDialog::mayReplace(const QString &file)
{
    return !QFileInfo::exists(file)
        || QMessageBox::question(this, windowTitle(), tr("%1 is there already. Replace it?").arg(file))
        == QMessageBox::Yes;
}

void FileDialog::accept()
{
    if (_job->isRunning() || !mayReplace(_place->file())) {
        return;
    }
    say({}, false);
    setBusy(true);
    _job->start(work());
}

void FileDialog::reject()
{
    if (_job->isRunning()) {
        _job->stop();
    } else {
        QDialog::reject();
    }
}

} // namespace huying
