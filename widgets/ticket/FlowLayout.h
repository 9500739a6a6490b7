#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace huying
{

/// Things side by side, wrapped into rows where they do not fit.
class FlowLayout : public QLayout
{
public:
    explicit FlowLayout(int gap, QWidget *parent = nullptr);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Doing : std::uint8_t { Measure, Place };
    int flow(const QRect &rect, Doing doing) const;

    std::vector<std::unique_ptr<QLayoutItem>> _items;
};

} // namespace huying
