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
    /// The last thing stands at the right end of its row; for its sake a row is not broken as long as it has `least`
    /// pixels (-1: what it wants).
    void endAtRight(int least = -1);

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
    [[nodiscard]] const QLayoutItem *lastSeen() const;
    [[nodiscard]] int neededBy(const QLayoutItem &item) const;

    std::vector<std::unique_ptr<QLayoutItem>> _items;
    bool _endsAtRight = false;
    int _leastAtRight = -1;
};

} // namespace huying
