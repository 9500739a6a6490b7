#pragma once

#include "ThemeSource.h"

#include <views/Choices.h>

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QWidget>

class QLineEdit;
class QTreeView;

namespace huying
{

/// A tree with a line above it that narrows it to what is typed; Down and Up go through the tree from the line too.
class ChoiceTree : public QWidget
{
    Q_OBJECT
public:
    /// `rowsInSight` rows are shown at once, the rest by scrolling.
    ChoiceTree(const ThemeSource &source, int rowsInSight, QWidget *parent = nullptr);

    void setChoices(const std::vector<TreeChoice> &choices);
    /// What the empty line says, and what the tree is called for who cannot see it.
    void say(const QString &hint, const QString &name);

    /// Empty while none is chosen.
    [[nodiscard]] QString value() const;
    /// Nothing happens when it is empty or not there.
    void setValue(const QString &value);
    /// Chooses none and shows all, folded.
    void clear();
    /// As clear(), with `value` chosen and in sight.
    void startAt(const QString &value);

signals:
    void valueChanged();
    /// Enter in the line or in the tree.
    void taken();
    /// A click on a row, which is chosen then.
    void clicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &words);
    bool isHit(const QModelIndex &index, const QString &words) const;

    QStandardItemModel _choices;
    QSortFilterProxyModel _narrowed;
    QLineEdit *_words;
    QTreeView *_tree;
};

} // namespace huying
