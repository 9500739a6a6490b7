#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>

#include <QWidget>

namespace huying
{

class ChoiceTree;

/// The tree of categories with a line above it that narrows it to what is typed.
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

private:
    ChoiceTree *_tree;
};

} // namespace huying
