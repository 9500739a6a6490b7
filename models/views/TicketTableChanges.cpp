#include "TicketTableModel.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace huying
{

namespace
{

constexpr int mostRuns = 16; ///< of rows that come or go one by one

std::unordered_map<TicketId, int> placesOf(const std::vector<RowPointer> &rows)
{
    std::unordered_map<TicketId, int> places;
    places.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        places.emplace(rows[i]->id, int(i));
    }
    return places;
}

} // namespace

void TicketTableModel::show(const std::vector<RowPointer> &rows)
{
    const RowsOf wanted = placesOf(rows);
    bringTogether(wanted);
    removeAllBut(wanted);
    if (runsMissingIn(rows) > mostRuns) {
        append(rows);
    }
    bringIntoOrder(wanted);
    insertMissing(rows);
    replaceChanged(rows);
}

void TicketTableModel::take(std::span<const RowStep> steps)
{
    for (const RowStep &step : steps) {
        const auto place = _rows.begin() + step.row;
        switch (step.kind) {
        case RowStep::Kind::Removed:
            beginRemoveRows({}, step.row, step.row);
            _rows.erase(place);
            endRemoveRows();
            break;
        case RowStep::Kind::Inserted:
            beginInsertRows({}, step.row, step.row);
            _rows.insert(place, step.ticket);
            endInsertRows();
            break;
        case RowStep::Kind::Moved:
            move(step);
            break;
        case RowStep::Kind::Changed:
            _rows[std::size_t(step.row)] = step.ticket;
            announce(step.row, step.row);
            break;
        }
    }
}

void TicketTableModel::move(const RowStep &step)
{
    // Qt names the row before which it comes, as they stand before the move.
    beginMoveRows({}, step.from, step.from, {}, step.row > step.from ? step.row + 1 : step.row);
    _rows.erase(_rows.begin() + step.from);
    _rows.insert(_rows.begin() + step.row, step.ticket);
    endMoveRows();
    announce(step.row, step.row);
}

/// How many stretches of `rows` are not here.
int TicketTableModel::runsMissingIn(const std::vector<RowPointer> &rows) const
{
    const RowsOf here = placesOf(_rows);
    int runs = 0;
    bool wasMissing = false;
    for (const RowPointer &row : rows) {
        const bool isMissing = !here.contains(row->id);
        runs += isMissing && !wasMissing ? 1 : 0;
        wasMissing = isMissing;
    }
    return runs;
}

/// Where those that go are scattered, they are brought to the end first: taking out thousands one by one would move all
/// behind each of them.
void TicketTableModel::bringTogether(const RowsOf &wanted)
{
    const auto stays = [&](const RowPointer &row) { return wanted.contains(row->id); };
    int runs = 0;
    for (std::size_t row = 0; row < _rows.size(); ++row) {
        runs += !stays(_rows[row]) && (row == 0 || stays(_rows[row - 1])) ? 1 : 0;
    }
    if (runs > mostRuns) {
        RowsOf places = wanted;
        for (const RowPointer &row : _rows) {
            places.emplace(row->id, std::numeric_limits<int>::max());
        }
        bringIntoOrder(places);
    }
}

/// Removes from the end, a run at a time.
void TicketTableModel::removeAllBut(const RowsOf &wanted)
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

void TicketTableModel::bringIntoOrder(const RowsOf &wanted)
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
    std::ranges::stable_sort(_rows, {}, placeOf);
    const RowsOf places = placesOf(_rows);
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
    const RowsOf known = placesOf(_rows);
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
    const RowsOf places = placesOf(_rows);
    for (const RowPointer &row : rows) {
        if (const auto at = places.find(row->id); at != places.end()) {
            _rows[std::size_t(at->second)] = row;
            announce(at->second, at->second);
        }
    }
}

} // namespace huying
