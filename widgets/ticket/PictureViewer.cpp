#include "PictureViewer.h"

#include "PictureCanvas.h"
#include "PictureTile.h"

#include <attachments/FileName.h>
#include <common/ActionButton.h>
#include <common/FlowLayout.h>
#include <common/Type.h>

#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QScreen>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{
constexpr double zoomStep = 1.25;
constexpr double moved = 80; // pixels
}

PictureViewer::PictureViewer(const ThemeSource &source, PictureBook &book, const TicketId &ticket,
    std::vector<Attachment> pictures, QWidget *parent)
    : QDialog(parent)
    , _source(source)
    , _book(book)
    , _ticket(ticket)
    , _pictures(std::move(pictures))
    , _canvas(new PictureCanvas(source))
    , _words(new QLabel)
{
    setWindowTitle(tr("Photos"));
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.inset, space.inset, space.inset, space.inset);
    column->setSpacing(space.gap);
    column->addWidget(_canvas, 1);
    _canvas->setFocusPolicy(Qt::StrongFocus);
    _canvas->setFocus();
    _words->setTextFormat(Qt::PlainText);
    setTextRole(*_words, TextRole::Soft);
    column->addWidget(_words);
    addButtons(*column);
    connect(&book, &PictureBook::wholeReady, this, &PictureViewer::take);
    connect(&book, &PictureBook::changed, this, &PictureViewer::refresh);
    connect(&book, &PictureBook::copied, this, [this](const QString &file, const QString &why) {
        tell(why.isEmpty() ? tr("Saved as %1").arg(QDir::toNativeSeparators(file)) : tr("Not saved: %1").arg(why));
    });
    const QSize room = screen()->availableSize();
    resize(room * 4 / 5);
}

void PictureViewer::addButtons(QVBoxLayout &column)
{
    auto *row = new QWidget;
    new FlowLayout(_source.theme().space.gap, row);
    const auto button = [&](const QString &word, const QKeySequence &key, auto &&what) {
        auto *made = new ActionButton(_source, ActionRank::Secondary, word, key);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAutoDefault(false);
        row->layout()->addWidget(made);
        connect(made, &QAbstractButton::clicked, this, what);
        return made;
    };
    _before = button(tr("Before"), QKeySequence(Qt::Key_Left), [this] { step(-1); });
    _after = button(tr("Next"), QKeySequence(Qt::Key_Right), [this] { step(1); });
    button(tr("Nearer"), QKeySequence(Qt::Key_Plus), [this] { _canvas->zoomBy(zoomStep); });
    button(tr("Farther"), QKeySequence(Qt::Key_Minus), [this] { _canvas->zoomBy(1 / zoomStep); });
    button(tr("Whole"), QKeySequence(Qt::Key_0), [this] { _canvas->showWhole(); });
    button(tr("Save a copy"), QKeySequence(QKeySequence::Save), [this] { save(); });
    button(tr("Close"), QKeySequence(Qt::Key_Escape), [this] { reject(); });
    column.addWidget(row);
}

void PictureViewer::open(const std::string &sha256)
{
    const auto at = std::ranges::find(_pictures, sha256, &Attachment::sha256);
    _at = at == _pictures.end() ? 0 : std::size_t(at - _pictures.begin());
    load();
    open();
}

bool PictureViewer::isFilled() const
{
    return _canvas->isSharp();
}

double PictureViewer::zoom() const
{
    return _canvas->zoom();
}

void PictureViewer::step(int by)
{
    const auto next = std::clamp<std::ptrdiff_t>(std::ptrdiff_t(_at) + by, 0, std::ssize(_pictures) - 1);
    if (std::size_t(next) != _at) {
        _at = std::size_t(next);
        load();
    }
}

/// The small picture stands there until the large one comes.
void PictureViewer::load()
{
    _before->setEnabled(_at > 0);
    _after->setEnabled(_at + 1 < _pictures.size());
    _canvas->showWhole();
    const PictureSight sight = _book.sight(_ticket, shown());
    _canvas->show(sight.thumbnail, { shown().width, shown().height }, false);
    _canvas->say(pictureState(sight, shown()));
    tell({});
    _book.askWhole(_ticket, shown());
}

void PictureViewer::take(const std::string &sha256, const QImage &picture, const QString &why)
{
    if (sha256 != shown().sha256) {
        return;
    }
    if (picture.isNull()) {
        _canvas->say(why);
    } else {
        _canvas->show(picture, picture.size(), true);
    }
}

void PictureViewer::refresh(const std::string &sha256)
{
    if (sha256 != shown().sha256 || _canvas->isSharp()) {
        return;
    }
    const PictureSight sight = _book.sight(_ticket, shown());
    _canvas->say(pictureState(sight, shown()));
    if (sight.state == PictureSight::State::Here) {
        _book.askWhole(_ticket, shown());
    }
}

void PictureViewer::tell(const QString &words)
{
    const QString name = QString::fromStdString(shown().name);
    const QString place = tr("%1 of %2 · %3 · %4", "which picture, of how many, its name, its size")
                              .arg(_at + 1)
                              .arg(_pictures.size())
                              .arg(name, pictureSize(shown()));
    _words->setText(words.isEmpty() ? place : tr("%1 · %2").arg(place, words));
}

void PictureViewer::save()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    auto *dialog = new QFileDialog(this, tr("Save a copy"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QString::fromStdString(safeFileName(shown().name)));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, picture = shown()](const QString &file) { _book.askCopy(_ticket, picture, file); });
    dialog->open();
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    const auto move = [&](double x, double y) { _canvas->moveBy({ x, y }); };
    switch (event->key()) {
    case Qt::Key_Up:
        return move(0, moved);
    case Qt::Key_Down:
        return move(0, -moved);
    case Qt::Key_Equal:
        return _canvas->zoomBy(zoomStep);
    case Qt::Key_PageUp:
        return step(-1);
    case Qt::Key_PageDown:
        return step(1);
    default:
        QDialog::keyPressEvent(event);
    }
}

} // namespace huying
