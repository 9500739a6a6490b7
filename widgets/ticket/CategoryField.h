#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QWidget>

class QLineEdit;
class QTreeView;

namespace huying
{

/// The tree of categories with a line above it that narrows it to what is typed; Down and Up go through the tree from
/// the line too.
class CategoryField : public QWidget
{
    Q_OBJECT
public:
    CategoryField(const ThemeSource &source, const Directory &directory, QWidget *parent = nullptr);

    /// Empty while none is chosen.
    [[nodiscard]] CategoryCode category() const;
    void setCategory(const CategoryCode &category);
    /// Chooses none and shows all.
    void clear();

signals:
    void categoryChanged();
    /// Enter in the line or in the tree.
    void categoryTaken();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const Directory &directory);
    void narrow(const QString &words);

    QStandardItemModel _categories;
    QSortFilterProxyModel _narrowed;
    QLineEdit *_words;
    QTreeView *_tree;
};

} // namespace huying
