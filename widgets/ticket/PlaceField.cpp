#include "PlaceField.h"

#include <views/Wording.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QRegularExpression>

#include <cmath>

namespace huying
{

namespace
{

constexpr std::size_t offeredAtOnce = 30;
constexpr int rowsInSight = 10;

bool isOnGlobe(double longitude, double latitude)
{
    return std::abs(longitude) <= 180 && std::abs(latitude) <= 90;
}

} // namespace

std::optional<GeoPoint> pointFromText(const QString &text, const PlaceIndex &index)
{
    static const QRegularExpression parts(
        QStringLiteral("^\\s*([-+]?\\d{1,3}(?:\\.\\d+)?)\\s*[,，;\\s]\\s*([-+]?\\d{1,3}(?:\\.\\d+)?)\\s*$"));
    const auto match = parts.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const double first = match.captured(1).toDouble();
    const double second = match.captured(2).toDouble();
    const auto point = [](double longitude, double latitude) {
        return isOnGlobe(longitude, latitude) ? std::optional(GeoPoint::fromDegrees(longitude, latitude))
                                              : std::nullopt;
    };
    const auto longitudeFirst = point(first, second);
    const auto latitudeFirst = point(second, first);
    const bool isTurned =
        latitudeFirst && (!longitudeFirst || (index.isOutside(*longitudeFirst) && !index.isOutside(*latitudeFirst)));
    return isTurned ? latitudeFirst : longitudeFirst;
}

PlaceField::PlaceField(std::shared_ptr<const Places> places, QWidget *parent)
    : QLineEdit(parent), _places(std::move(places))
{
    setPlaceholderText(tr("Name, initials, code, or longitude and latitude"));
    auto *completer = new QCompleter(&_offered, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(rowsInSight);
    setCompleter(completer);
    connect(this, &QLineEdit::textEdited, this, &PlaceField::offer);
    connect(completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) { emit regionTaken({ index.data(Qt::UserRole).toString().toStdString() }); });
}

void PlaceField::offer(const QString &words)
{
    _offered.clear();
    const bool isPoint = pointFromText(words, _places->index).has_value();
    for (const PlaceMatch &match :
        isPoint ? std::vector<PlaceMatch>() : _places->names.find(words.toStdString(), offeredAtOnce)) {
        auto *item = new QStandardItem(shown(match.name));
        item->setData(QString::fromStdString(match.code.text), Qt::UserRole);
        _offered.appendRow(item);
    }
    if (_offered.rowCount() > 0) {
        completer()->complete();
    } else {
        completer()->popup()->hide();
    }
}

bool PlaceField::takePoint()
{
    const auto point = pointFromText(text(), _places->index);
    if (point) {
        emit pointTaken(*point);
    }
    return point.has_value();
}

/// What stands first is meant when somebody just presses Enter.
void PlaceField::takeFirst()
{
    if (const QStandardItem *first = _offered.item(0)) {
        const RegionCode region { first->data(Qt::UserRole).toString().toStdString() };
        setText(first->text());
        emit regionTaken(region);
    }
}

void PlaceField::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier) {
        if (!takePoint()) {
            takeFirst();
        }
        completer()->popup()->hide();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void PlaceField::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        takePoint();
    }
    QLineEdit::focusOutEvent(event);
}

} // namespace huying
