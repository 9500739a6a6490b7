#include "ViewsList.h"

#include <common/Lamps.h>
#include <common/Pixels.h>
#include <common/Type.h>

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace huying
{

namespace
{

constexpr int archiveRow = int(queueViews);
constexpr int countRole = Qt::UserRole + 1;

/// A view in one line: its mark where it has one, its name, and at the right its count.
class ViewDelegate : public QStyledItemDelegate
{
public:
    ViewDelegate(const ThemeSource &source, QObject *parent) : QStyledItemDelegate(parent), _source(source) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Spaces &space = _source.theme().space;
        return { QStyledItemDelegate::sizeHint(option, index).width(),
            space.row + (index.row() == archiveRow ? space.gap * 2 : 0) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = _source.theme();
        QRect box = option.rect;
        if (index.row() == archiveRow) {
            painter->fillRect(QRect(box.left() + theme.space.inset, box.top() + theme.space.gap,
                                  box.width() - 2 * theme.space.inset, 1),
                theme.colours.line);
            box.setTop(box.top() + theme.space.gap * 2);
        }
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        const QRect ground = box.adjusted(theme.space.gap, 1, -theme.space.gap, -1);
        if (isChosen || isHovered) {
            paintBox(*painter, ground, theme.space.corner, isChosen ? theme.colours.accentTint : theme.colours.hover,
                Qt::transparent);
        }
        if (isChosen && option.state.testFlag(QStyle::State_HasFocus)) {
            paintBox(*painter, ground, theme.space.corner, Qt::transparent, theme.colours.accent, theme.space.ring);
        }
        paintWords(*painter, ground.adjusted(theme.space.gap, 0, -theme.space.gap, 0), index, isChosen);
    }

private:
    void paintWords(QPainter &painter, QRect box, const QModelIndex &index, bool isChosen) const
    {
        const Theme &theme = _source.theme();
        painter.setFont(uiFont(theme, theme.type.body, isChosen ? Weight::Strong : Weight::Regular));
        const bool isOverdue = index.row() == int(QueueView::Overdue);
        if (isOverdue) {
            const int side = theme.space.lamp;
            paintLamp(painter, QRectF(box.left(), box.center().y() - side / 2.0, side, side), Lamp::Overdue, theme);
            box.setLeft(box.left() + side + theme.space.step);
        }
        const QString count = index.data(countRole).toString();
        painter.setPen(theme.colours.inkSoft);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, count);
        box.setRight(box.right() - painter.fontMetrics().horizontalAdvance(count) - theme.space.gap);
        painter.setPen(isOverdue ? lampInk(theme, Lamp::Overdue) : theme.colours.ink);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, box.width()));
    }

    const ThemeSource &_source;
};

} // namespace

QString nameOf(QueueView view)
{
    switch (view) {
    case QueueView::ToAssign:
        return ViewsList::tr("To assign");
    case QueueView::New:
        return ViewsList::tr("New");
    case QueueView::DueWithinHour:
        return ViewsList::tr("Due within the hour");
    case QueueView::Overdue:
        return ViewsList::tr("Overdue");
    case QueueView::Disputed:
        return ViewsList::tr("Disputes");
    case QueueView::ExtensionAsked:
        return ViewsList::tr("Extensions asked for");
    case QueueView::OnAccount:
        return ViewsList::tr("On account");
    case QueueView::FollowUp:
        return ViewsList::tr("Bad ratings");
    case QueueView::ToCallBack:
        return ViewsList::tr("To call back");
    case QueueView::AllOpen:
        return ViewsList::tr("All open");
    }
    return {};
}

ViewsList::ViewsList(const ThemeSource &source, QWidget *parent) : QListView(parent)
{
    for (int view = 0; view < archiveRow; ++view) {
        _views.appendRow(new QStandardItem(nameOf(QueueView(view))));
    }
    _views.appendRow(new QStandardItem(tr("All tickets")));
    setModel(&_views);
    setItemDelegate(new ViewDelegate(source, this));
    setAccessibleName(tr("Views of the queue"));
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    choose(QueueView::ToAssign);
    connect(&source, &ThemeSource::changed, this, [this] { viewport()->update(); });
}

void ViewsList::setCounts(const std::array<int, queueViews> &counts)
{
    const QLocale locale;
    for (int view = 0; view < archiveRow; ++view) {
        const int count = counts[std::size_t(view)];
        const QString text = locale.toString(count);
        QStandardItem *item = _views.item(view);
        if (item->data(countRole).toString() != text) {
            item->setData(text, countRole);
            item->setData(tr("%1: %n tickets", nullptr, count).arg(item->text()), Qt::AccessibleTextRole);
        }
    }
}

std::optional<QueueView> ViewsList::chosen() const
{
    const int row = currentIndex().row();
    return row >= 0 && row < archiveRow ? std::optional(QueueView(row)) : std::nullopt;
}

void ViewsList::choose(std::optional<QueueView> view)
{
    setCurrentIndex(_views.index(view ? int(*view) : archiveRow, 0));
}

QSize ViewsList::sizeHint() const
{
    return { 176, sizeHintForRow(0) * (archiveRow + 2) };
}

void ViewsList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    emit viewChosen();
}

} // namespace huying
