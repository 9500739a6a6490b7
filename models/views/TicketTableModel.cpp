#include "TicketTableModel.h"

#include "Wording.h"

#include <rules/Deadlines.h>

#include <algorithm>
#include <array>

namespace huying
{

namespace
{

/// The table names places down to the village; the grid stands in the ticket.
RegionCode villageOf(const RegionCode &region)
{
    return regionAt(region, RegionLevel::Village).value_or(region);
}

} // namespace

TicketTableModel::TicketTableModel(QObject *parent)
    : QAbstractTableModel(parent), _directory(std::make_shared<const Directory>())
{
}

void TicketTableModel::setDirectory(std::shared_ptr<const Directory> directory)
{
    _directory = std::move(directory);
    announce(0, rowCount() - 1);
}

void TicketTableModel::setOutside(std::function<bool(GeoPoint)> isOutside)
{
    _isOutside = std::move(isOutside);
    if (!_rows.empty()) {
        emit dataChanged(index(0, PlaceColumn), index(rowCount() - 1, PlaceColumn));
    }
}

void TicketTableModel::setNow(Instant now)
{
    _now = now;
    if (!_rows.empty()) {
        emit dataChanged(index(0, LampColumn), index(rowCount() - 1, TimeLeftColumn), { Qt::DisplayRole, LampRole });
    }
}

void TicketTableModel::setMore(bool isMore)
{
    _isMore = isMore;
}

void TicketTableModel::announce(int first, int last)
{
    if (first <= last) {
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    }
}

std::optional<int> TicketTableModel::rowOf(const TicketId &ticket) const
{
    const auto at = std::ranges::find(_rows, ticket, [](const RowPointer &row) { return row->id; });
    return at == _rows.end() ? std::nullopt : std::optional(int(at - _rows.begin()));
}

int TicketTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(_rows.size());
}

int TicketTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TicketTableModel::text(const TicketRow &row, int column) const
{
    switch (column) {
    case LampColumn:
        return {};
    case NumberColumn:
        return shown(row.number);
    case TimeLeftColumn:
        return timeLeftText(row, _now);
    case CategoryColumn:
        return shown(_directory->nameOf(row.category));
    case PlaceColumn:
        return placeText(row);
    case TitleColumn:
        return shown(row.title);
    case LeadColumn:
        return row.lead.isEmpty() ? QString() : shown(_directory->nameOf(row.lead));
    case StepColumn:
        return wordFor(row.step);
    case ChannelColumn:
        return wordFor(row.channel);
    default:
        return {};
    }
}

QString TicketTableModel::placeText(const TicketRow &row) const
{
    QString place = shown(row.region.isEmpty() ? row.place : _directory->placeName(villageOf(row.region)));
    if (!row.point || !_isOutside || !_isOutside(*row.point)) {
        return place;
    }
    return place.isEmpty() ? tr("outside the county") : tr("outside the county: %1").arg(place);
}

QVariant TicketTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TicketRow &row = *_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return index.column() == LampColumn ? wordFor(lampOf(row, _now)) : text(row, index.column());
    case LampRole:
        return int(lampOf(row, _now));
    case TicketRole:
        return QVariant::fromValue(row.id);
    default:
        return {};
    }
}

QVariant TicketTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    const std::array<QString, ColumnCount> names { QString(), tr("Number"), tr("Time left"), tr("Category"),
        tr("Place"), tr("Content"), tr("Lead unit"), tr("Step"), tr("Channel") };
    return names[std::size_t(section)];
}

bool TicketTableModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && _isMore;
}

void TicketTableModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        _isMore = false;
        emit moreWanted();
    }
}

} // namespace huying
