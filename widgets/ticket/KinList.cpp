#include "KinList.h"

#include "Lines.h"

#include <common/ActionButton.h>
#include <common/RowDelegate.h>
#include <common/Type.h>
#include <views/Wording.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace huying
{

namespace
{

constexpr int mostInSight = 6;
enum Column { NumberColumn, StepColumn, TitleColumn, ColumnCount };

} // namespace

KinList::KinList(const ThemeSource &source, QWidget *parent)
    : QFrame(parent)
    , _source(source)
    , _table(new QTableView)
    , _open(new ActionButton(source, ActionRank::Secondary, tr("Open it"), QKeySequence(Qt::Key_I)))
    , _separate(new ActionButton(source, ActionRank::Secondary, tr("Separate"), QKeySequence(Qt::Key_M)))
{
    setFrameRole(*this, FrameRole::Card);
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.inset, space.inset, space.inset, space.inset);
    column->setSpacing(space.step);
    _caption = addLine(*column, TextRole::Small);
    _line = addLine(*column, TextRole::Body);
    _rows.setColumnCount(ColumnCount);
    _table->setModel(&_rows);
    showAsRows(*_table, source);
    _table->setFrameShape(QFrame::NoFrame);
    _table->setSelectionMode(QAbstractItemView::SingleSelection);
    _table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    _table->setTabKeyNavigation(false);
    _table->setWordWrap(false);
    _table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    _table->horizontalHeader()->hide();
    _table->horizontalHeader()->setStretchLastSection(true);
    _table->setColumnWidth(NumberColumn, 140);
    _table->setColumnWidth(StepColumn, 64);
    _table->setAccessibleName(tr("Joined reports"));
    _table->installEventFilter(this);
    column->addWidget(_table);
    auto *row = new QHBoxLayout;
    row->setSpacing(space.gap);
    _open->setObjectName(QStringLiteral("open-kin"));
    _separate->setObjectName(QStringLiteral("separate-kin"));
    row->addWidget(_open);
    row->addWidget(_separate);
    row->addStretch();
    column->addLayout(row);
    connect(_open, &QAbstractButton::clicked, this, &KinList::openChosen);
    connect(_table, &QTableView::doubleClicked, this, &KinList::openChosen);
    connect(_separate, &QAbstractButton::clicked, this, [this] {
        if (const auto child = chosen()) {
            emit separationWanted(*child);
        }
    });
    hide();
}

void KinList::show(const TicketSight &sight, Instant now)
{
    _parent = sight.ticket.parent;
    const bool isParent = !_parent && !sight.ticket.children.empty();
    _line->setVisible(_parent.has_value());
    _table->setVisible(isParent);
    _separate->setVisible(isParent && sight.maySeparate);
    if (_parent) {
        showParent(sight, now);
    } else if (isParent) {
        showChildren(sight, now);
    }
    setVisible(_parent || isParent);
}

void KinList::showParent(const TicketSight &sight, Instant now)
{
    _caption->setText(tr("Joined as a duplicate to"));
    if (!sight.parent) {
        _line->setText(tr("a ticket that is not at this desk"));
        return;
    }
    const TicketRow &row = *sight.parent;
    _line->setText(tr("%1 · %2\n%3, reported %4", "number, title, step, when")
            .arg(shown(row.number), shown(row.title), wordFor(row.step), shortTime(row.reportedAt, now)));
}

/// The row chosen stays chosen while others come and go.
void KinList::showChildren(const TicketSight &sight, Instant now)
{
    _caption->setText(tr("%n more reports of this, joined to it", nullptr, int(sight.ticket.children.size())));
    if (_children == sight.children && _rows.rowCount() == int(_children.size())) {
        return;
    }
    const auto before = chosen();
    _children = sight.children;
    _rows.setRowCount(0);
    int current = 0;
    for (std::size_t i = 0; i < _children.size(); ++i) {
        const TicketRow &child = _children[i];
        const QList<QStandardItem *> items { new QStandardItem(shown(child.number)),
            new QStandardItem(wordFor(child.step)), new QStandardItem(shown(child.title)) };
        for (QStandardItem *item : items) {
            item->setToolTip(tr("%1, reported %2").arg(shown(child.title), shortTime(child.reportedAt, now)));
        }
        _rows.appendRow(items);
        current = before == child.id ? int(i) : current;
    }
    _table->setFixedHeight(std::clamp(int(_children.size()), 1, mostInSight) * _source.theme().space.row);
    _table->setCurrentIndex(_rows.index(current, NumberColumn));
}

std::optional<TicketId> KinList::chosen() const
{
    const int row = _table->currentIndex().row();
    return row >= 0 && row < int(_children.size()) ? std::optional(_children[std::size_t(row)].id) : std::nullopt;
}

void KinList::openChosen()
{
    if (const auto ticket = _parent ? _parent : chosen()) {
        emit ticketWanted(*ticket);
    }
}

bool KinList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openChosen();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace huying
