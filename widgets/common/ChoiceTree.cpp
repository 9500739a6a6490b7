#include "ChoiceTree.h"

#include "RowDelegate.h"
#include "Type.h"

#include <QCoreApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <unordered_map>

namespace huying
{

namespace
{

constexpr int valueRole = Qt::UserRole + 1;
constexpr int wordsRole = Qt::UserRole + 2; ///< what a line is found by

/// The first line without others below it, in the tree's order.
QModelIndex firstLeaf(const QAbstractItemModel &model)
{
    QModelIndex at = model.index(0, 0);
    while (at.isValid() && model.rowCount(at) > 0) {
        at = model.index(0, 0, at);
    }
    return at;
}

bool isTakingKey(const QKeyEvent &pressed)
{
    return (pressed.key() == Qt::Key_Return || pressed.key() == Qt::Key_Enter)
        && (pressed.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

bool isMovingKey(int key)
{
    return key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp;
}

} // namespace

ChoiceTree::ChoiceTree(const ThemeSource &source, int rowsInSight, QWidget *parent)
    : QWidget(parent), _words(new QLineEdit), _tree(new QTreeView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(source.theme().space.step);
    _words->setClearButtonEnabled(false);
    column->addWidget(_words);
    _narrowed.setSourceModel(&_choices);
    _narrowed.setRecursiveFilteringEnabled(true);
    _narrowed.setAutoAcceptChildRows(true);
    _narrowed.setFilterCaseSensitivity(Qt::CaseInsensitive);
    _narrowed.setFilterRole(wordsRole);
    _tree->setModel(&_narrowed);
    _tree->setHeaderHidden(true);
    _tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
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
    connect(_words, &QLineEdit::textChanged, this, &ChoiceTree::narrow);
    connect(_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChoiceTree::valueChanged);
    connect(_tree, &QTreeView::clicked, this, &ChoiceTree::clicked);
}

void ChoiceTree::setChoices(const std::vector<TreeChoice> &choices)
{
    _choices.clear();
    std::unordered_map<QString, QStandardItem *> items;
    for (const TreeChoice &choice : choices) {
        auto *item = new QStandardItem(choice.text);
        item->setData(choice.value, valueRole);
        item->setData(QString(choice.text + u' ' + choice.initials), wordsRole);
        const auto above = items.find(choice.under);
        (above == items.end() ? _choices.invisibleRootItem() : above->second)->appendRow(item);
        items.emplace(choice.value, item);
    }
}

void ChoiceTree::say(const QString &hint, const QString &name)
{
    _words->setPlaceholderText(hint);
    _tree->setAccessibleName(name);
}

QString ChoiceTree::value() const
{
    return _tree->currentIndex().data(valueRole).toString();
}

void ChoiceTree::setValue(const QString &value)
{
    const auto found = _narrowed.match(
        _narrowed.index(0, 0), valueRole, value, 1, Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
    if (!value.isEmpty() && !found.isEmpty()) {
        _tree->setCurrentIndex(found.front());
        _tree->scrollTo(found.front(), QAbstractItemView::PositionAtCenter);
    }
}

void ChoiceTree::clear()
{
    _words->clear();
    _tree->setCurrentIndex({});
    _tree->collapseAll();
}

void ChoiceTree::startAt(const QString &value)
{
    clear();
    setValue(value);
    if (this->value().isEmpty()) {
        _tree->setCurrentIndex(_narrowed.index(0, 0));
    }
}

bool ChoiceTree::isHit(const QModelIndex &index, const QString &words) const
{
    return index.isValid() && index.data().toString().contains(words, Qt::CaseInsensitive);
}

void ChoiceTree::narrow(const QString &text)
{
    const QString before = value();
    const QString words = text.trimmed();
    _narrowed.setFilterFixedString(words);
    if (words.isEmpty()) {
        _tree->collapseAll();
        setValue(before);
        return;
    }
    _tree->expandAll();
    if (!isHit(_tree->currentIndex(), words)) {
        const auto hits =
            _narrowed.match(_narrowed.index(0, 0), wordsRole, words, -1, Qt::MatchContains | Qt::MatchRecursive);
        const auto leaf =
            std::ranges::find_if(hits, [this](const QModelIndex &hit) { return _narrowed.rowCount(hit) == 0; });
        _tree->setCurrentIndex(leaf != hits.end() ? *leaf : hits.isEmpty() ? firstLeaf(_narrowed) : hits.front());
    }
}

bool ChoiceTree::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        if (isTakingKey(*pressed)) {
            emit taken();
            return true;
        }
        if (watched == _words && isMovingKey(pressed->key())) {
            QCoreApplication::sendEvent(_tree, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace huying
