#include "PicturesField.h"

#include "PictureTile.h"

#include <common/ActionButton.h>
#include <common/FlowLayout.h>
#include <common/Type.h>

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{

QStringList filesIn(const QMimeData &data)
{
    QStringList files;
    const QList<QUrl> urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

} // namespace

PicturesField::PicturesField(const ThemeSource &source, PictureBook &book, QWidget *parent)
    : QWidget(parent), _source(source), _book(book), _form(book.newForm()), _row(new QWidget), _words(new QLabel)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(source.theme().space.step);
    new FlowLayout(source.theme().space.step, _row);
    _row->hide();
    column->addWidget(_row);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(source.theme().space.gap);
    _add = new ActionButton(source, ActionRank::Secondary, tr("Add photos"), QKeySequence(Qt::CTRL | Qt::Key_I));
    _add->setObjectName(QStringLiteral("add-photos"));
    auto *pasting =
        new ActionButton(source, ActionRank::Secondary, tr("Paste"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    pasting->setObjectName(QStringLiteral("paste-photo"));
    buttons->addWidget(_add);
    buttons->addWidget(pasting);
    buttons->addStretch();
    column->addLayout(buttons);
    _words->setWordWrap(true);
    _words->setTextFormat(Qt::PlainText);
    _words->hide();
    column->addWidget(_words);
    setFocusProxy(_add);
    connect(_add, &QAbstractButton::clicked, this, &PicturesField::chooseFiles);
    connect(pasting, &QAbstractButton::clicked, this, &PicturesField::paste);
    connect(&book, &PictureBook::added, this, &PicturesField::take);
}

std::vector<Attachment> PicturesField::attachments() const
{
    std::vector<Attachment> all;
    all.reserve(_tiles.size());
    for (const PictureTile *tile : _tiles) {
        all.push_back(tile->attachment());
    }
    return all;
}

int PicturesField::room() const
{
    return int(attachmentsInAnEvent) - int(_tiles.size());
}

void PicturesField::clear()
{
    for (PictureTile *tile : _tiles) {
        tile->deleteLater();
    }
    _tiles.clear();
    _row->hide();
    _trouble.clear();
    // What is still being made ready was for another caller.
    _form = _book.newForm();
    _pending = 0;
    tell();
}

void PicturesField::takeDropsOf(QWidget &form)
{
    form.setAcceptDrops(true);
    form.installEventFilter(this);
}

bool PicturesField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (drag->mimeData()->hasImage() || !filesIn(*drag->mimeData()).isEmpty()) {
            drag->acceptProposedAction();
            return true;
        }
    } else if (event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList files = filesIn(*drop->mimeData());
        if (!files.isEmpty()) {
            addFiles(files);
        } else if (drop->mimeData()->hasImage()) {
            addPictures(
                { .form = _form, .room = room(), .files = {}, .image = drop->mimeData()->imageData().value<QImage>() });
        }
        drop->acceptProposedAction();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PicturesField::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add photos"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(tr("Photos (*.jpg *.jpeg *.png *.webp)"));
    connect(dialog, &QFileDialog::filesSelected, this, &PicturesField::addFiles);
    dialog->open();
}

void PicturesField::paste()
{
    const QMimeData *clip = QGuiApplication::clipboard()->mimeData();
    if (const QStringList files = clip ? filesIn(*clip) : QStringList(); !files.isEmpty()) {
        return addFiles(files);
    }
    if (clip && clip->hasImage()) {
        return addPictures({ .form = _form, .room = room(), .files = {}, .image = clip->imageData().value<QImage>() });
    }
    say(tr("There is no picture in the clipboard."));
}

void PicturesField::addFiles(const QStringList &files)
{
    if (!files.isEmpty()) {
        addPictures({ .form = _form, .room = room(), .files = files, .image = {} });
    }
}

void PicturesField::addPictures(const PicturesToAdd &pictures)
{
    _trouble.clear();
    if (room() <= 0) {
        return say(tr("At most %n photos go along at once.", nullptr, int(attachmentsInAnEvent)));
    }
    ++_pending;
    tell();
    emit picturesChanged();
    _book.add(pictures);
}

void PicturesField::take(int form, const std::vector<AddedPicture> &pictures, const QStringList &refused)
{
    if (form != _form) {
        return;
    }
    _pending = std::max(0, _pending - 1);
    for (const AddedPicture &picture : pictures) {
        const bool isThere = std::ranges::any_of(
            _tiles, [&](const PictureTile *tile) { return tile->attachment().sha256 == picture.attachment.sha256; });
        if (isThere || room() <= 0) {
            continue;
        }
        PictureSight sight;
        sight.state = PictureSight::State::Here;
        sight.thumbnail = picture.thumbnail;
        addTile(picture.attachment, sight);
    }
    _row->setVisible(!_tiles.empty());
    _trouble = refused.join(u'\n');
    tell();
    emit picturesChanged();
}

PictureTile *PicturesField::addTile(const Attachment &attachment, const PictureSight &sight)
{
    auto *tile = new PictureTile(_source, attachment, PictureTile::Use::Edit, _row);
    tile->setSight(sight);
    _row->layout()->addWidget(tile);
    tile->show();
    _tiles.push_back(tile);
    connect(tile, &PictureTile::removalWanted, this, [this, tile] { remove(tile); });
    return tile;
}

void PicturesField::setAttachments(const TicketId &ticket, const std::vector<Attachment> &attachments)
{
    for (const Attachment &each : attachments) {
        auto *tile = addTile(each, _book.sight(ticket, each));
        connect(&_book, &PictureBook::changed, tile, [this, tile, ticket](const std::string &sha256) {
            if (sha256 == tile->attachment().sha256) {
                tile->setSight(_book.sight(ticket, tile->attachment()));
            }
        });
    }
    _row->setVisible(!_tiles.empty());
}

void PicturesField::remove(PictureTile *tile)
{
    std::erase(_tiles, tile);
    _row->layout()->removeWidget(tile);
    tile->hide();
    tile->deleteLater();
    _row->setVisible(!_tiles.empty());
    if (_tiles.empty()) {
        _add->setFocus(Qt::OtherFocusReason);
    } else {
        _tiles.back()->setFocus(Qt::TabFocusReason);
    }
    emit picturesChanged();
}

void PicturesField::say(const QString &words)
{
    _trouble = words;
    tell();
}

void PicturesField::tell()
{
    setTextRole(*_words, _pending > 0 ? TextRole::Small : TextRole::Error);
    _words->setText(_pending > 0 ? tr("The photos are being made ready.") : _trouble);
    _words->setVisible(!_words->text().isEmpty());
}

} // namespace huying
