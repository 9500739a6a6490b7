#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace huying
{

/// Controls side by side in as many lines as they need. The last one stands at the right end: of what is left of the
/// last line, or of a line of its own.
class WrapLayout : public QLayout
{
    Q_OBJECT
public:
    /// `mostOfLast`: the last one is content with so many pixels; -1: it wants what it says.
    explicit WrapLayout(QWidget *parent = nullptr, int mostOfLast = -1);
    ~WrapLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override;
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] QList<QLayoutItem *> seen() const;
    [[nodiscard]] int widthOf(const QLayoutItem &item, bool isLast) const;
    /// Lays the lines out in `rect`, or only tells how high they are.
    int arrange(const QRect &rect, bool isMeant) const;

    std::vector<std::unique_ptr<QLayoutItem>> _items;
    int _mostOfLast;
};

} // namespace huying
