#pragma once

#include "Hall.h"

namespace huying
{

/// Says, once the queue is painted with tickets in it, how long that took since the program was started and how much
/// memory it has of its own then (PSS, of /proc), and ends the program. For `--until-filled`.
class StartWatch : public QObject
{
    Q_OBJECT
public:
    explicit StartWatch(Hall &hall);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();

    Hall &_hall;
    bool _isPainted = false;
};

} // namespace huying
