#include "Icons.h"

#include "Pixels.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace huying
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray drawing(Icon icon, const QColor &colour)
{
    QFile file(":/huying/icons/"_L1 + QLatin1StringView(iconNames[static_cast<std::size_t>(icon)]) + ".svg"_L1);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("icon %s is not linked in", iconNames[static_cast<std::size_t>(icon)]);
        return {};
    }
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

class SvgEngine : public QIconEngine
{
public:
    SvgEngine(Icon shownIcon, const Theme &theme)
        : icon(shownIcon), calm(theme.colours.inkSoft), active(theme.colours.ink), faint(theme.colours.inkFaint)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const bool isActive = mode == QIcon::Active || mode == QIcon::Selected || state == QIcon::On;
        paintIcon(*painter, rect, icon, mode == QIcon::Disabled ? faint : isActive ? active : calm);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return picture;
    }

    QIconEngine *clone() const override { return new SvgEngine(*this); }

private:
    Icon icon;
    QColor calm, active, faint;
};

} // namespace

void paintIcon(QPainter &painter, const QRectF &box, Icon icon, const QColor &colour)
{
    QSvgRenderer renderer(drawing(icon, colour));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, squareIn(painter, box));
    painter.restore();
}

QIcon themedIcon(Icon icon, const Theme &theme)
{
    return QIcon(new SvgEngine(icon, theme));
}

} // namespace huying
