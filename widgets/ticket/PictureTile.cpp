#include "PictureTile.h"

#include <common/Pixels.h>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

namespace huying
{

namespace
{

constexpr int tileWidth = 112;
constexpr int tileHeight = 84;

QString percent(qint64 bytes, const Attachment &attachment)
{
    const qint64 all = std::max(attachment.bytes, 1);
    return QLocale().toString(std::min<qint64>(bytes * 100 / all, 99)) + u'%';
}

QString waitingState(const PictureSight &sight, const Attachment &attachment)
{
    if (sight.bytes > 0) {
        return PictureTile::tr("Sending, %1").arg(percent(sight.bytes, attachment));
    }
    if (!sight.trouble) {
        return PictureTile::tr("Waits for the line");
    }
    return sight.trouble->kind == FailureKind::Full ? PictureTile::tr("Backend is full", "a photo that it cannot take")
                                                    : PictureTile::tr("Not taken yet", "a photo, by the backend");
}

} // namespace

QString pictureState(const PictureSight &sight, const Attachment &attachment)
{
    switch (sight.state) {
    case PictureSight::State::Here:
        if (!sight.isWaiting) {
            return {};
        }
        return waitingState(sight, attachment);
    case PictureSight::State::Asked:
        return PictureTile::tr("Is looked for");
    case PictureSight::State::Coming:
        return sight.bytes > 0 ? PictureTile::tr("Coming, %1").arg(percent(sight.bytes, attachment))
                               : PictureTile::tr("Coming");
    case PictureSight::State::Away:
        return PictureTile::tr("Comes with the line");
    case PictureSight::State::NotYet:
        return PictureTile::tr("Not yet sent");
    case PictureSight::State::NoRoom:
        return PictureTile::tr("This disk is full", "where a photo should go");
    case PictureSight::State::Unreadable:
        return PictureTile::tr("Cannot be read");
    }
    return {};
}

QString pictureSize(const Attachment &attachment)
{
    const QLocale locale;
    return PictureTile::tr("%1 × %2 · %3", "width and height in pixels, size of the file")
        .arg(locale.toString(attachment.width), locale.toString(attachment.height),
            locale.formattedDataSize(attachment.bytes, 0, QLocale::DataSizeSIFormat));
}

PictureTile::PictureTile(const ThemeSource &source, Attachment attachment, Use use, QWidget *parent)
    : ThemedButton(source, parent), _attachment(std::move(attachment)), _use(use)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setSight({});
}

void PictureTile::setSight(const PictureSight &sight)
{
    _sight = sight;
    const QString state = pictureState(_sight, _attachment);
    const QString name = QString::fromStdString(_attachment.name);
    const QString size = pictureSize(_attachment);
    setAccessibleName(state.isEmpty() ? tr("Photo %1").arg(name) : tr("Photo %1, %2").arg(name, state));
    setAccessibleDescription(_sight.trouble ? _sight.trouble->text : QString());
    QStringList lines { name, size };
    if (!state.isEmpty()) {
        lines << state;
    }
    if (_sight.trouble) {
        lines << _sight.trouble->text;
    }
    lines << (_use == Use::Edit ? tr("Delete takes it out") : tr("Enter shows it large"));
    setToolTip(lines.join(u'\n'));
    update();
}

QSize PictureTile::sizeHint() const
{
    return { tileWidth, tileHeight };
}

void PictureTile::keyPressEvent(QKeyEvent *event)
{
    if (_use == Use::Edit && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        emit removalWanted();
        return;
    }
    ThemedButton::keyPressEvent(event);
}

void PictureTile::contextMenuEvent(QContextMenuEvent *event)
{
    if (_use != Use::Edit) {
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Take the photo out")), &QAction::triggered, this, &PictureTile::removalWanted);
    menu->popup(event->globalPos());
}

void PictureTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const Colours &c = theme().colours;
    const QRectF box = QRectF(rect()).adjusted(2, 2, -2, -2);
    _sight.thumbnail.isNull() ? paintPlaceholder(painter, box) : paintPicture(painter, box);
    const int width = showsRing() ? theme().space.ring : 1;
    paintBox(painter, showsRing() ? QRectF(rect()) : box, theme().space.corner, Qt::transparent,
        showsRing() || underMouse() ? c.accent : c.edge, width);
}

/// The middle of the picture, as much of it as fills the tile.
void PictureTile::paintPicture(QPainter &painter, const QRectF &box) const
{
    QPainterPath outline;
    outline.addRoundedRect(box, theme().space.corner, theme().space.corner);
    painter.save();
    painter.setClipPath(outline);
    const QSizeF size = QSizeF(_sight.thumbnail.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
    QRectF target({}, size);
    target.moveCenter(box.center());
    painter.drawImage(target, _sight.thumbnail);
    const QString state = pictureState(_sight, _attachment);
    if (!state.isEmpty()) {
        paintBadge(painter, box, state);
    }
    painter.restore();
}

/// Along the lower edge, on a ground of its own: it is read on any picture.
void PictureTile::paintBadge(QPainter &painter, const QRectF &box, const QString &words) const
{
    const Colours &c = theme().colours;
    painter.setFont(smallFont());
    const QFontMetricsF metrics(painter.font());
    QRectF strip = box;
    strip.setTop(box.bottom() - metrics.height() - 4);
    painter.fillRect(strip, c.surface);
    if (_sight.bytes > 0 && _sight.isWaiting) {
        QRectF done = strip;
        done.setHeight(3);
        done.setWidth(strip.width() * double(_sight.bytes) / std::max(_attachment.bytes, 1));
        painter.fillRect(done, c.accent);
    }
    painter.setPen(c.ink);
    painter.drawText(strip, Qt::AlignCenter, metrics.elidedText(words, Qt::ElideRight, strip.width() - 4));
}

void PictureTile::paintPlaceholder(QPainter &painter, const QRectF &box) const
{
    const Colours &c = theme().colours;
    paintBox(painter, box, theme().space.corner, c.sunken, Qt::transparent);
    painter.setFont(smallFont());
    painter.setPen(c.inkSoft);
    const QLocale locale;
    const QString size = locale.formattedDataSize(_attachment.bytes, 0, QLocale::DataSizeSIFormat);
    painter.drawText(box.adjusted(4, 2, -4, -2), Qt::AlignCenter | Qt::TextWordWrap,
        pictureState(_sight, _attachment) + u'\n'
            + tr("%1 × %2").arg(locale.toString(_attachment.width), locale.toString(_attachment.height)) + u'\n'
            + size);
}

} // namespace huying
