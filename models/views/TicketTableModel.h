#pragma once

#include "ShownQueue.h"

#include <domain/Directory.h>

#include <QAbstractTableModel>

#include <functional>
#include <unordered_map>

namespace huying
{

/// The table of tickets. Holds rows and translates them; what is shown and in which order is decided elsewhere (Queue,
/// or the archive's pages). Announces the smallest change.
class TicketTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        LampColumn,
        NumberColumn,
        TimeLeftColumn,
        CategoryColumn,
        PlaceColumn,
        TitleColumn,
        LeadColumn,
        StepColumn,
        ChannelColumn,
        ColumnCount
    };
    enum Role { LampRole = Qt::UserRole + 1, TicketRole };

    explicit TicketTableModel(QObject *parent = nullptr);

    /// Names for codes; rows are told anew.
    void setDirectory(std::shared_ptr<const Directory> directory);
    /// Which points lie outside the county; such rows say so beside their place.
    void setOutside(std::function<bool(GeoPoint)> isOutside);
    /// The moment that lamps and time left are told at.
    void setNow(Instant now);

    /// The rows to be shown now, in order. Rows that stay keep their persistent indexes.
    void show(const std::vector<RowPointer> &rows);
    /// The same by small steps.
    void take(std::span<const RowStep> steps);
    /// Rows behind the last (the next page of the archive).
    void append(const std::vector<RowPointer> &rows);
    /// Changed rows of those shown; others are passed over.
    void refresh(const std::vector<RowPointer> &rows);

    /// Whether more can be asked for behind the last row; the view then asks by `moreWanted`.
    void setMore(bool isMore);

    const RowPointer &rowAt(int row) const { return _rows.at(std::size_t(row)); }
    /// The row of `ticket`, or nothing when it is not shown.
    std::optional<int> rowOf(const TicketId &ticket) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreWanted();

private:
    using RowsOf = std::unordered_map<TicketId, int>;

    int runsMissingIn(const std::vector<RowPointer> &rows) const;
    void bringTogether(const RowsOf &wanted);
    void move(const RowStep &step);
    void removeAllBut(const RowsOf &wanted);
    void bringIntoOrder(const RowsOf &wanted);
    void insertMissing(const std::vector<RowPointer> &rows);
    void replaceChanged(const std::vector<RowPointer> &rows);
    void announce(int first, int last);
    QString text(const TicketRow &row, int column) const;
    QString placeText(const TicketRow &row) const;

    std::vector<RowPointer> _rows;
    std::shared_ptr<const Directory> _directory;
    std::function<bool(GeoPoint)> _isOutside;
    Instant _now;
    bool _isMore = false;
};

} // namespace huying

Q_DECLARE_METATYPE(huying::TicketId)
