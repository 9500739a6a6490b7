#pragma once

#include <common/ThemeSource.h>
#include <pictures/PictureBook.h>

#include <QPointer>
#include <QWidget>

#include <vector>

namespace huying
{

class PictureTile;

/// The pictures of one entry of the trail, side by side. Left and right go from one to the next.
class PictureStrip : public QWidget
{
    Q_OBJECT
public:
    PictureStrip(const ThemeSource &source, PictureBook &book, QWidget *parent = nullptr);

    void show(const TicketId &ticket, const std::vector<Attachment> &pictures);
    using QWidget::show;

signals:
    /// The picture is to be shown large.
    void opened(const std::string &sha256);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh(const std::string &sha256);

    const ThemeSource &_source;
    PictureBook &_book;
    TicketId _ticket;
    std::vector<Attachment> _pictures;
    std::vector<PictureTile *> _tiles;
};

} // namespace huying
