#pragma once

#include <common/ThemeSource.h>
#include <domain/Directory.h>
#include <places/PlaceIndex.h>
#include <views/TicketSight.h>

#include <QWidget>

class QLabel;

namespace huying
{

class StepBar;

/// What a ticket is about: number, channel, how often; title; steps with times; the citizen's words, place and name.
class TicketHead : public QWidget
{
    Q_OBJECT
public:
    explicit TicketHead(const ThemeSource &source, QWidget *parent = nullptr);

    /// `index` tells whether its point lies outside the county.
    void show(const TicketSight &sight, const Directory &directory, const PlaceIndex &index, Instant now);
    using QWidget::show;

private:
    StepBar *_steps;
    QLabel *_facts;
    QLabel *_title;
    QLabel *_lookers;
    QLabel *_flags;
    QLabel *_detail;
    QLabel *_place;
    QLabel *_coordinates;
    QLabel *_citizen;
    QLabel *_origin;
};

} // namespace huying
