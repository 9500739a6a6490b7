#include "TicketPane.h"

#include "ActionForm.h"
#include "DeadlineCard.h"
#include "KinList.h"
#include "PictureViewer.h"
#include "RefusedList.h"
#include "TicketHead.h"
#include "Trail.h"

#include <common/ActionButton.h>
#include <common/EmptyState.h>
#include <common/Labels.h>
#include <common/Type.h>
#include <domain/TrailPictures.h>
#include <views/Wording.h>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace huying
{

namespace
{

QString notHereText(const TicketSight &sight)
{
    const QString number = shown(sight.ticket.number);
    if (sight.isOnItsWay) {
        return number.isEmpty()
            ? TicketPane::tr("The ticket is not here yet: the older ones are on their way.")
            : TicketPane::tr("Ticket %1 is not here yet: the older ones are on their way.").arg(number);
    }
    return number.isEmpty()
        ? TicketPane::tr("The ticket is not here: it is out of your sight, or was never accepted.")
        : TicketPane::tr("Ticket %1 is not here: it is out of your sight, or was never accepted.").arg(number);
}

} // namespace

TicketPane::TicketPane(const ThemeSource &source, Clock clock, QWidget *parent)
    : QFrame(parent)
    , _source(source)
    , _clock(std::move(clock))
    , _directory(std::make_shared<const Directory>())
    , _rules(std::make_shared<const RuleBook>())
    , _places(std::make_shared<const Places>())
    , _empty(new EmptyState(source, Icon::Queue, tr("No ticket chosen"),
          tr("Choose one in the queue with the arrow keys; what can be done with it stands here, each with its key.")))
    , _scroll(new QScrollArea)
    , _head(new TicketHead(source))
    , _deadline(new DeadlineCard(source))
    , _kin(new KinList(source))
    , _refused(new RefusedList(source))
    , _actions(new ActionCard(source, _clock))
    , _trail(new Trail(source))
    , _view(new ActionButton(source, ActionRank::Secondary, tr("Look at the photos"), QKeySequence(Qt::Key_Z)))
{
    setFrameRole(*this, FrameRole::Pane);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(_empty);
    column->addWidget(_scroll);
    _scroll->setWidgetResizable(true);
    _scroll->setFrameShape(QFrame::NoFrame);
    _scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    _scroll->setWidget(addContent());
    // The pane's own ground is seen through.
    _scroll->widget()->setAutoFillBackground(false);
    _scroll->viewport()->setAutoFillBackground(false);
    _scroll->hide();
    connect(_actions, &ActionCard::acted, this, &TicketPane::acted);
    connect(_actions, &ActionCard::actedInstead, this, &TicketPane::actedInstead);
    connect(_actions, &ActionCard::undoWanted, this, &TicketPane::undoWanted);
    connect(_actions, &ActionCard::ticketWanted, this, &TicketPane::ticketWanted);
    connect(_actions, &ActionCard::opened, this, &TicketPane::bringFormIntoSight);
    connect(_actions, &ActionCard::left, this, &TicketPane::left);
    connect(_kin, &KinList::ticketWanted, this, &TicketPane::ticketWanted);
    connect(_kin, &KinList::separationWanted, _actions, &ActionCard::openSeparation);
    connect(_refused, &RefusedList::againWanted, this, &TicketPane::againWanted);
    connect(_refused, &RefusedList::changeWanted, _actions, &ActionCard::change);
    connect(_refused, &RefusedList::dropWanted, this, &TicketPane::dropWanted);
    connect(&source, &ThemeSource::changed, this, &TicketPane::refresh);
    // Waiting times and lamps move on by themselves.
    _tick.setInterval(std::chrono::seconds { 15 });
    connect(&_tick, &QTimer::timeout, this, &TicketPane::refresh);
    _tick.start();
}

QWidget *TicketPane::addContent()
{
    auto *content = new QWidget;
    content->setMinimumWidth(320);
    const Spaces &space = _source.theme().space;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(space.margin, space.inset + space.step, space.margin, space.inset + space.step);
    column->setSpacing(space.inset);
    _notHere = new QLabel;
    _notHere->setWordWrap(true);
    column->addWidget(_notHere);
    column->addWidget(_head);
    column->addWidget(_deadline);
    column->addWidget(_kin);
    column->addWidget(_refused);
    column->addWidget(_actions);
    column->addWidget(addTrailHead());
    column->addWidget(_trail);
    auto *older = new QLabel(tr("The older trail is at the backend and could not be fetched; it comes with the line."));
    older->setWordWrap(true);
    setTextRole(*older, TextRole::Small);
    _older = older;
    column->addWidget(_older);
    column->addStretch(1);
    return content;
}

QWidget *TicketPane::addTrailHead()
{
    auto *head = new QWidget;
    _trailHead = head;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->addWidget(new SectionHeading(tr("Trail")), 1);
    row->addWidget(_view);
    _view->setObjectName(QStringLiteral("view-photos"));
    _view->hide();
    connect(_view, &QAbstractButton::clicked, this, [this] { showPictures({}); });
    connect(_trail, &Trail::pictureOpened, this, &TicketPane::showPictures);
    return head;
}

void TicketPane::setPictures(PictureBook *pictures)
{
    _pictures = pictures;
    _actions->setPictures(pictures);
    _trail->setPictures(pictures);
}

/// All of the ticket, that one first; the latest where none is said.
void TicketPane::showPictures(const std::string &sha256)
{
    auto pictures = _sight ? picturesOf(_sight->ticket.trail) : std::vector<Attachment> {};
    if (pictures.empty() || !_pictures) {
        return;
    }
    const std::string first = sha256.empty() ? pictures.back().sha256 : sha256;
    auto *viewer = new PictureViewer(_source, *_pictures, _sight->ticket.id, std::move(pictures), this);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    viewer->open(first);
}

void TicketPane::setDirectory(std::shared_ptr<const Directory> directory)
{
    _directory = std::move(directory);
    _actions->setDirectory(_directory);
    refresh();
}

void TicketPane::setRules(std::shared_ptr<const RuleBook> rules)
{
    _rules = std::move(rules);
    _actions->setRules(_rules);
    refresh();
}

void TicketPane::setPlaces(std::shared_ptr<const Places> places)
{
    _places = std::move(places);
    refresh();
}

void TicketPane::show(std::shared_ptr<const TicketSight> sight)
{
    const bool isSame = _sight && _sight->ticket.id == sight->ticket.id;
    const int place = isSame ? _scroll->verticalScrollBar()->value() : 0;
    _sight = std::move(sight);
    expect(_expected.value_or(_sight->ticket.id));
    _actions->show(_sight);
    refresh();
    _empty->hide();
    _scroll->show();
    _scroll->widget()->layout()->activate();
    _scroll->verticalScrollBar()->setValue(place);
}

void TicketPane::expect(const TicketId &ticket)
{
    _expected = this->ticket() == ticket ? std::nullopt : std::optional(ticket);
    _actions->setLeaving(_expected.has_value());
}

void TicketPane::clear()
{
    _sight.reset();
    _expected.reset();
    _scroll->hide();
    _empty->show();
}

std::optional<TicketId> TicketPane::ticket() const
{
    return _sight ? std::optional(_sight->ticket.id) : std::nullopt;
}

void TicketPane::refresh()
{
    if (!_sight) {
        return;
    }
    const Instant now = _clock();
    tellWhetherHere();
    _refused->show(_sight->refused, *_directory, now, _sight->isHere);
    if (!_sight->isHere) {
        return;
    }
    _head->show(*_sight, *_directory, _places->index, now);
    _deadline->show(*_sight, *_rules, now);
    _kin->show(*_sight, now);
    _trail->show(_sight->ticket.id, shownTrail(*_sight, *_directory, now));
    _view->setVisible(_pictures && !picturesOf(_sight->ticket.trail).empty());
    _older->setVisible(!_sight->isWhole);
}

/// Of a ticket that is not here there is nothing to show but what was refused on it.
void TicketPane::tellWhetherHere()
{
    const bool isHere = _sight->isHere;
    _notHere->setVisible(!isHere);
    if (!isHere) {
        _notHere->setText(notHereText(*_sight));
        _kin->hide();
        _older->hide();
    }
    for (QWidget *part : std::initializer_list<QWidget *> { _head, _deadline, _actions, _trailHead, _trail }) {
        part->setVisible(isHere);
    }
}

void TicketPane::bringFormIntoSight()
{
    // The card has just grown: only after the layout is its end known.
    QTimer::singleShot(0, this, [this] {
        if (_actions->form()) {
            _scroll->ensureWidgetVisible(_actions, 0, _source.theme().space.inset);
        }
    });
}

} // namespace huying
