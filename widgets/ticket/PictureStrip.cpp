#include "PictureStrip.h"

#include "PictureTile.h"

#include <common/FlowLayout.h>

#include <QKeyEvent>

#include <algorithm>

namespace huying
{

PictureStrip::PictureStrip(const ThemeSource &source, PictureBook &book, QWidget *parent)
    : QWidget(parent), _source(source), _book(book)
{
    new FlowLayout(source.theme().space.step, this);
    connect(&book, &PictureBook::changed, this, &PictureStrip::refresh);
}

void PictureStrip::show(const TicketId &ticket, const std::vector<Attachment> &pictures)
{
    if (ticket == _ticket && pictures == _pictures) {
        return;
    }
    _ticket = ticket;
    _pictures = pictures;
    for (PictureTile *tile : _tiles) {
        layout()->removeWidget(tile);
        delete tile;
    }
    _tiles.clear();
    for (const Attachment &picture : pictures) {
        auto *tile = new PictureTile(_source, picture, PictureTile::Use::Look, this);
        layout()->addWidget(tile);
        _tiles.push_back(tile);
        connect(tile, &QAbstractButton::clicked, this, [this, sha256 = picture.sha256] { emit opened(sha256); });
        tile->setSight(_book.sight(ticket, picture));
        tile->show();
    }
    setVisible(!pictures.empty());
}

void PictureStrip::refresh(const std::string &sha256)
{
    for (PictureTile *tile : _tiles) {
        if (tile->attachment().sha256 == sha256) {
            tile->setSight(_book.sight(_ticket, tile->attachment()));
        }
    }
}

void PictureStrip::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const auto at = std::ranges::find_if(_tiles, [](const PictureTile *tile) { return tile->hasFocus(); });
    if (step == 0 || at == _tiles.end()) {
        return QWidget::keyPressEvent(event);
    }
    const auto next = std::clamp<std::ptrdiff_t>((at - _tiles.begin()) + step, 0, std::ssize(_tiles) - 1);
    _tiles[std::size_t(next)]->setFocus(Qt::TabFocusReason);
}

} // namespace huying
