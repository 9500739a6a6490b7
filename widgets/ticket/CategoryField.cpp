#include "CategoryField.h"

#include <common/RowDelegate.h>
#include <common/Type.h>
#include <views/Wording.h>

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace huying
{

namespace
{

constexpr int codeRole = Qt::UserRole + 1;
constexpr int rowsInSight = 5;

/// The first category without others below it, in the tree's order.
QModelIndex firstLeaf(const QAbstractItemModel &model, const QModelIndex &under = {})
{
    QModelIndex at = model.index(0, 0, under);
    while (at.isValid() && model.rowCount(at) > 0) {
        at = model.index(0, 0, at);
    }
    return at;
}

} // namespace

CategoryField::CategoryField(const ThemeSource &source, const Directory &directory, QWidget *parent)
    : QWidget(parent), _words(new QLineEdit), _tree(new QTreeView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(source.theme().space.step);
    _words->setPlaceholderText(tr("Narrow the categories, such as: lamp"));
    _words->setClearButtonEnabled(false);
    column->addWidget(_words);
    fill(directory);
    _narrowed.setSourceModel(&_categories);
    _narrowed.setRecursiveFilteringEnabled(true);
    _narrowed.setAutoAcceptChildRows(true);
    _tree->setModel(&_narrowed);
    _tree->setHeaderHidden(true);
    _tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    _tree->setAccessibleName(tr("Categories"));
    showAsRows(*_tree, source);
    _tree->setFrameShape(QFrame::NoFrame);
    _tree->setFixedHeight(rowsInSight * source.theme().space.row);
    auto *frame = new QFrame;
    setFrameRole(*frame, FrameRole::Card);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(_tree);
    column->addWidget(frame);
    setFocusProxy(_words);
    _words->installEventFilter(this);
    _tree->installEventFilter(this);
    connect(_words, &QLineEdit::textChanged, this, &CategoryField::narrow);
    connect(_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &CategoryField::categoryChanged);
}

void CategoryField::fill(const Directory &directory)
{
    std::map<std::string, QStandardItem *> items;
    for (const auto &[code, category] : directory.categories()) {
        auto *item = new QStandardItem(shown(category.name));
        item->setData(QString::fromStdString(code.text), codeRole);
        const auto above = code.text.size() > 2 ? items.find(code.text.substr(0, code.text.size() - 2)) : items.end();
        (above == items.end() ? _categories.invisibleRootItem() : above->second)->appendRow(item);
        items.emplace(code.text, item);
    }
}

CategoryCode CategoryField::category() const
{
    return { _tree->currentIndex().data(codeRole).toString().toStdString() };
}

void CategoryField::setCategory(const CategoryCode &category)
{
    const auto found = _narrowed.match(_narrowed.index(0, 0), codeRole, QString::fromStdString(category.text), 1,
        Qt::MatchExactly | Qt::MatchRecursive);
    if (!category.isEmpty() && !found.isEmpty()) {
        _tree->setCurrentIndex(found.front());
        _tree->scrollTo(found.front(), QAbstractItemView::PositionAtCenter);
    }
}

void CategoryField::clear()
{
    _words->clear();
    _tree->setCurrentIndex({});
    _tree->collapseAll();
}

void CategoryField::narrow(const QString &words)
{
    const CategoryCode before = category();
    _narrowed.setFilterFixedString(words.trimmed());
    if (words.trimmed().isEmpty()) {
        _tree->collapseAll();
        setCategory(before);
        return;
    }
    _tree->expandAll();
    const bool isStillThere = _tree->currentIndex().isValid()
        && _tree->currentIndex().data().toString().contains(words.trimmed(), Qt::CaseInsensitive);
    if (!isStillThere) {
        const auto hits = _narrowed.match(
            _narrowed.index(0, 0), Qt::DisplayRole, words.trimmed(), -1, Qt::MatchContains | Qt::MatchRecursive);
        const auto leaf =
            std::ranges::find_if(hits, [this](const QModelIndex &hit) { return _narrowed.rowCount(hit) == 0; });
        _tree->setCurrentIndex(leaf == hits.end() ? firstLeaf(_narrowed) : *leaf);
    }
}

bool CategoryField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const int key = pressed->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && pressed->modifiers() == Qt::NoModifier) {
            emit categoryTaken();
            return true;
        }
        if (watched != _words) {
            return false;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(_tree, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace huying
