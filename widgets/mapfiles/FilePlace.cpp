#include "FilePlace.h"

#include <common/ActionButton.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardPaths>

namespace huying
{

namespace
{

/// Pictures and films lie with the user's pictures, everything else with the documents.
QString usualFolder(const QString &ending)
{
    const bool isPicture =
        ending == QStringLiteral("png") || ending == QStringLiteral("svg") || ending == QStringLiteral("webp");
    return QStandardPaths::writableLocation(
        isPicture ? QStandardPaths::PicturesLocation : QStandardPaths::DocumentsLocation);
}

} // namespace

FilePlace::FilePlace(const ThemeSource &source, const QString &title, QWidget *parent)
    : QWidget(parent), _title(title), _name(new QLineEdit)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(source.theme().space.gap);
    _name->setMinimumWidth(380);
    _name->setAccessibleName(title);
    row->addWidget(_name, 1);
    auto *browse = new ActionButton(source, ActionRank::Secondary, tr("Choose…"), QKeySequence(tr("Alt+O")));
    connect(browse, &QAbstractButton::clicked, this, &FilePlace::browse);
    row->addWidget(browse);
    setFocusProxy(_name);
}

QString FilePlace::file() const
{
    return QDir::fromNativeSeparators(_name->text().trimmed());
}

void FilePlace::setEnding(const QString &ending, const QString &kind)
{
    const QString before = std::exchange(_ending, ending);
    _kind = kind;
    QString name = file();
    const QString suffix = QLatin1Char('.') + before;
    if (before.isEmpty() || !name.endsWith(suffix, Qt::CaseInsensitive)) {
        return;
    }
    name.chop(suffix.size());
    name += QLatin1Char('.') + ending;
    const QFileInfo named(name);
    // A folder that somebody chose stays.
    const bool isUsual = QDir(named.path()) == QDir(usualFolder(before));
    _name->setText(QDir::toNativeSeparators(isUsual ? QDir(usualFolder(ending)).filePath(named.fileName()) : name));
}

void FilePlace::propose(const QString &name)
{
    static const QRegularExpression unfit(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f\s]+)"));
    QString clean = name;
    clean.replace(unfit, QStringLiteral("-"));
    _name->setText(QDir::toNativeSeparators(
        QDir(usualFolder(_ending)).filePath(QStringLiteral("%1.%2").arg(clean.left(80), _ending))));
}

void FilePlace::browse()
{
    const QString found = QFileDialog::getSaveFileName(this, _title, file(), _kind);
    if (!found.isEmpty()) {
        const bool hasEnding = QFileInfo(found).suffix().compare(_ending, Qt::CaseInsensitive) == 0;
        _name->setText(QDir::toNativeSeparators(hasEnding ? found : found + QLatin1Char('.') + _ending));
    }
}

} // namespace huying
