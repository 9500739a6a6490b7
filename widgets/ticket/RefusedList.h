#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>
#include <views/TicketSight.h>

#include <QWidget>

class QVBoxLayout;

namespace huying
{

/// Own actions that the backend refused: each with its reason, what others did meanwhile, and whether to do it again,
/// to change it or to drop it. The keys go to the first.
class RefusedList : public QWidget
{
    Q_OBJECT
public:
    explicit RefusedList(const ThemeSource &source, QWidget *parent = nullptr);

    /// Of a ticket that is not here they can only be dropped.
    void show(const std::vector<RefusedAction> &refused, const Directory &directory, Instant now, bool isTicketHere);
    using QWidget::show;

signals:
    void againWanted(const huying::EventId &event);
    void changeWanted(const huying::RefusedAction &refused);
    void dropWanted(const huying::EventId &event);

private:
    QWidget *card(const RefusedAction &refused, const Directory &directory, Instant now, bool hasKeys);
    QWidget *buttons(const RefusedAction &refused, bool hasKeys);

    const ThemeSource &_source;
    std::vector<RefusedAction> _refused;
    bool _isTicketHere = true;
    QVBoxLayout *_column;
};

} // namespace huying
