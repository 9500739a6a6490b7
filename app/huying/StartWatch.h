#pragma once

#include "Hall.h"

namespace huying
{

/// Says, once the queue is painted with tickets in it, how long that took since the program was started and how much
/// memory it has of its own then (PSS, of /proc), and ends the program. For `--until-filled`; for `--until-whole` it
/// says so again, and ends, when a new desk has every ticket and not only those at work.
class StartWatch : public QObject
{
    Q_OBJECT
public:
    StartWatch(Hall &hall, bool isUntilWhole);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();
    void sayWhole();

    Hall &_hall;
    bool _isUntilWhole;
    bool _isPainted = false;
};

} // namespace huying
