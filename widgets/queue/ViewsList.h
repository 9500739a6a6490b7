#pragma once

#include <common/ThemeSource.h>
#include <views/Queue.h>

#include <QListView>
#include <QStandardItemModel>

#include <array>
#include <optional>

namespace huying
{

/// The queue's standing views with how many tickets stand in each, and below them the archive of all tickets.
class ViewsList : public QListView
{
    Q_OBJECT
public:
    explicit ViewsList(const ThemeSource &source, QWidget *parent = nullptr);

    void setCounts(const std::array<int, queueViews> &counts);

    /// The chosen view; nothing when it is the archive.
    [[nodiscard]] std::optional<QueueView> chosen() const;
    void choose(std::optional<QueueView> view);

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void viewChosen();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    QStandardItemModel _views;
};

/// What a view is called.
QString nameOf(QueueView view);

} // namespace huying
