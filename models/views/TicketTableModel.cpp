#include "TicketTableModel.h"

#include "Wording.h"

#include <rules/Deadlines.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace huying
{

namespace
{

std::unordered_map<TicketId, int> placesOf(const std::vector<RowPointer> &rows)
{
    std::unordered_map<TicketId, int> places;
    places.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        places.emplace(rows[i]->id, int(i));
    }
    return places;
}

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

void TicketTableModel::setNow(Instant now)
{
    _now = now;
    if (!_rows.empty()) {
        emit dataChanged(index(0, LampColumn), index(rowCount() - 1, TimeLeftColumn), { Qt::DisplayRole, LampRole });
    }
}

void TicketTableModel::show(std::vector<RowPointer> rows)
{
    const Places wanted = placesOf(rows);
    removeAllBut(wanted);
    bringIntoOrder(wanted);
    insertMissing(rows);
    replaceChanged(rows);
}

/// Removes from the end, a run at a time.
void TicketTableModel::removeAllBut(const Places &wanted)
{
    const auto isWanted = [&](int row) { return wanted.contains(_rows[std::size_t(row)]->id); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (isWanted(last)) {
            continue;
        }
        int first = last;
        while (first > 0 && !isWanted(first - 1)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        _rows.erase(_rows.begin() + first, _rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void TicketTableModel::bringIntoOrder(const Places &wanted)
{
    const auto placeOf = [&](const RowPointer &row) { return wanted.at(row->id); };
    if (std::ranges::is_sorted(_rows, {}, placeOf)) {
        return;
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<TicketId> tickets;
    for (const QModelIndex &persistent : before) {
        tickets.push_back(_rows[std::size_t(persistent.row())]->id);
    }
    std::ranges::sort(_rows, {}, placeOf);
    const Places places = placesOf(_rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        after.append(index(places.at(tickets[std::size_t(i)]), before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

/// What is here is in the wanted order: a wanted row that is not the next here is missing before it.
void TicketTableModel::insertMissing(const std::vector<RowPointer> &rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at < _rows.size() && _rows[at]->id == rows[at]->id) {
            continue;
        }
        std::size_t end = at + 1;
        while (end < rows.size() && (at >= _rows.size() || rows[end]->id != _rows[at]->id)) {
            ++end;
        }
        beginInsertRows({}, int(at), int(end) - 1);
        _rows.insert(
            _rows.begin() + std::ptrdiff_t(at), rows.begin() + std::ptrdiff_t(at), rows.begin() + std::ptrdiff_t(end));
        endInsertRows();
        at = end - 1;
    }
}

void TicketTableModel::replaceChanged(const std::vector<RowPointer> &rows)
{
    for (std::size_t first = 0; first < rows.size(); ++first) {
        std::size_t end = first;
        while (end < rows.size() && _rows[end] != rows[end]) {
            _rows[end] = rows[end];
            ++end;
        }
        if (end > first) {
            announce(int(first), int(end) - 1);
            first = end;
        }
    }
}

void TicketTableModel::append(const std::vector<RowPointer> &rows)
{
    const Places known = placesOf(_rows);
    std::vector<RowPointer> fresh;
    std::ranges::copy_if(
        rows, std::back_inserter(fresh), [&](const RowPointer &row) { return !known.contains(row->id); });
    if (fresh.empty()) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    std::ranges::move(fresh, std::back_inserter(_rows));
    endInsertRows();
}

void TicketTableModel::refresh(const std::vector<RowPointer> &rows)
{
    const Places places = placesOf(_rows);
    for (const RowPointer &row : rows) {
        if (const auto at = places.find(row->id); at != places.end()) {
            _rows[std::size_t(at->second)] = row;
            announce(at->second, at->second);
        }
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
        return shown(row.region.isEmpty() ? row.place : _directory->placeName(villageOf(row.region)));
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
        return index.column() == LampColumn ? wordFor(lampOf(row, _now)) : text(row, index.column());
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
