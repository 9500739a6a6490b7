#include "CategoryField.h"

#include <common/ChoiceTree.h>
#include <views/Choices.h>

#include <QVBoxLayout>

namespace huying
{

namespace
{
constexpr int rowsInSight = 5;
}

CategoryField::CategoryField(const ThemeSource &source, const Directory &directory, QWidget *parent)
    : QWidget(parent), _tree(new ChoiceTree(source, rowsInSight))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(_tree);
    _tree->say(tr("Narrow the categories, such as: lamp"), tr("Categories"));
    _tree->setChoices(categoryChoices(directory));
    setFocusProxy(_tree);
    connect(_tree, &ChoiceTree::valueChanged, this, &CategoryField::categoryChanged);
    connect(_tree, &ChoiceTree::taken, this, &CategoryField::categoryTaken);
}

CategoryCode CategoryField::category() const
{
    return { _tree->value().toStdString() };
}

void CategoryField::setCategory(const CategoryCode &category)
{
    _tree->setValue(QString::fromStdString(category.text));
}

void CategoryField::clear()
{
    _tree->clear();
}

} // namespace huying
