#include "ConnectionIndicator.h"

#include "Pixels.h"

#include <QAccessible>
#include <QLocale>
#include <QPainter>

#include <array>

namespace huying
{

namespace
{
constexpr int markSide = 12;
constexpr int markGap = 6;
constexpr int partGap = 16;

void paintMark(QPainter &painter, const QRectF &box, LineState state, const Colours &c)
{
    const QRectF square = squareIn(painter, box);
    const QRectF ring = square.adjusted(1, 1, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (state) {
    case LineState::Online:
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.inTime);
        painter.drawEllipse(square.adjusted(0.5, 0.5, -0.5, -0.5));
        break;
    case LineState::Connecting:
        painter.setPen(QPen(c.soon, 2));
        painter.drawEllipse(ring);
        break;
    case LineState::Offline:
        painter.setPen(QPen(c.overdue, 2, Qt::SolidLine, Qt::RoundCap));
        painter.drawEllipse(ring);
        painter.drawLine(QLineF(ring.left() + 1.8, ring.bottom() - 1.8, ring.right() - 1.8, ring.top() + 1.8));
        break;
    }
    painter.restore();
}
}

ConnectionIndicator::ConnectionIndicator(const ThemeSource &themeSource, QWidget *parent)
    : QWidget(parent), source(themeSource)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&source, &ThemeSource::changed, this, qOverload<>(&QWidget::update));
    setAccessibleName(tr("Connection"));
}

void ConnectionIndicator::setConnection(const ShownConnection &shown)
{
    if (connection == shown) {
        return;
    }
    const bool lineChanged = connection.state != shown.state;
    connection = shown;
    QStringList spoken;
    const QList<Part> told = parts();
    for (const Part &part : told) {
        spoken << part.text;
    }
    setAccessibleDescription(spoken.join(tr(", ")));
    if (lineChanged) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    updateGeometry();
    update();
}

QList<ConnectionIndicator::Part> ConnectionIndicator::parts() const
{
    const Colours &c = source.theme().colours;
    const std::array words { tr("Online"), tr("Connecting"), tr("Offline") };
    const std::array inks { c.inkSoft, c.soonInk, c.overdueInk };
    const auto state = static_cast<std::size_t>(connection.state);
    QList<Part> parts { { words[state], inks[state] } };
    if (!connection.asOf.isEmpty()) {
        parts << Part { tr("as of %1").arg(connection.asOf), c.inkSoft };
    }
    if (connection.fetched) {
        parts << Part { tr("closed tickets %1 %").arg(QLocale().toString(*connection.fetched)), c.ink };
    }
    parts << Part { tr("to send %1").arg(QLocale().toString(connection.waiting)),
        connection.waiting > 0 ? c.ink : c.inkSoft };
    if (connection.pictures > 0) {
        parts << Part { tr("photos %1").arg(QLocale().toString(connection.pictures)), c.ink };
    }
    return parts;
}

QSize ConnectionIndicator::sizeHint() const
{
    int width = markSide + markGap - partGap;
    const QList<Part> told = parts();
    for (const Part &part : told) {
        width += fontMetrics().horizontalAdvance(part.text) + partGap;
    }
    return { width, source.theme().space.control };
}

void ConnectionIndicator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMark(painter, QRectF(0, 0, markSide, height()), connection.state, source.theme().colours);
    int left = markSide + markGap;
    const QList<Part> told = parts();
    for (const Part &part : told) {
        painter.setPen(part.ink);
        painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter, part.text);
        left += fontMetrics().horizontalAdvance(part.text) + partGap;
    }
}

} // namespace huying
