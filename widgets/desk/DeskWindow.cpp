#include "DeskWindow.h"

#include "OpeningPage.h"
#include "SearchField.h"
#include "SignInDialog.h"
#include "TopLine.h"

#include <common/ActionButton.h>
#include <common/MessageBar.h>
#include <common/NavigationRail.h>
#include <places/Places.h>
#include <ticket/NewTicketDialog.h>

#include <QAbstractButton>
#include <QDialog>
#include <QHBoxLayout>
#include <QPointer>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace huying
{

DeskWindow::DeskWindow(ThemeSource &source, QueueScreen::Clock clock, const QString &county, const QString &who)
    : _source(source)
    , _clock(std::move(clock))
    , _directory(std::make_shared<const Directory>())
    , _rules(std::make_shared<const RuleBook>())
    , _rail(new NavigationRail(source))
    , _top(new TopLine(source, county, who))
    , _messages(new MessageBar(source))
    , _refusals(new MessageBar(source))
    , _stack(new QStackedWidget)
    , _opening(new OpeningPage(source))
    , _split(new QSplitter(Qt::Horizontal))
    , _queue(new QueueScreen(source, _clock))
    , _ticket(new TicketPane(source, _clock))
{
    setWindowTitle(tr("Huying · %1").arg(county));
    auto *content = new QWidget;
    auto *across = new QHBoxLayout(content);
    across->setContentsMargins({});
    across->setSpacing(0);
    addRail();
    across->addWidget(_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(_top);
    column->addWidget(_messages);
    column->addWidget(_refusals);
    column->addWidget(addPanes(), 1);
    across->addLayout(column, 1);
    setCentralWidget(content);
    resize(1600, 1000);
    addKeys();
    connectParts();
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::addRail()
{
    _rail->addPlace(Icon::Queue, tr("Queue"));
    _rail->addPlace(Icon::Map, tr("Map"));
    _rail->addPlace(Icon::Boards, tr("Boards"));
    _rail->addPlace(Icon::Bulletin, tr("Bulletin"));
    _rail->addPlace(Icon::Responsibilities, tr("Duties"));
    _rail->addPlace(Icon::Wall, tr("Wall"));
    _rail->addPlaceAtFoot(Icon::Settings, tr("Settings"));
    for (const Place place : { Place::Map, Place::Boards, Place::Bulletin, Place::Responsibilities, Place::Wall }) {
        _rail->place(int(place))->setEnabled(false);
    }
    _rail->choose(int(Place::Queue));
    connect(_rail, &NavigationRail::placeChosen, this, &DeskWindow::railChosen);
}

QWidget *DeskWindow::addPanes()
{
    _split->addWidget(_queue);
    _split->addWidget(_ticket);
    _split->setStretchFactor(0, 1);
    _split->setCollapsible(0, false);
    _split->setHandleWidth(1);
    _split->setSizes({ 1072, 456 });
    _ticket->setMinimumWidth(360);
    _stack->addWidget(_opening);
    _stack->addWidget(_split);
    return _stack;
}

void DeskWindow::connectParts()
{
    connect(&_top->newTicket(), &QAbstractButton::clicked, this, &DeskWindow::openNewTicket);
    connect(_queue, &QueueScreen::ticketOpened, this, [this] { _ticket->scroll().setFocus(Qt::ShortcutFocusReason); });
    connect(&_top->search(), &SearchField::wordsChanged, _queue, &QueueScreen::setWords);
    connect(&_top->search(), &SearchField::left, _queue, &QueueScreen::goToFound);
    connect(_queue, &QueueScreen::found, this, &DeskWindow::showFound);
    connect(_queue, &QueueScreen::everywhereWanted, this, [this] {
        _top->search().setFocus(Qt::OtherFocusReason);
        _queue->goToFound();
    });
    _ticket->setParentSearch(
        [this](const Ticket &child, const std::string &words) { return likelyParents(child, _queue->queue(), words); });
    connect(_ticket, &TicketPane::left, this, &DeskWindow::focusTable);
    auto *look = new ActionButton(_source, ActionRank::Secondary, tr("Look"), QKeySequence(Qt::CTRL | Qt::Key_J));
    _refusals->offer(look);
    connect(look, &QAbstractButton::clicked, this, &DeskWindow::refusedWanted);
}

void DeskWindow::setStatus(const DeskStatus &status)
{
    _top->setStatus(status);
    const bool isOpening = status.line == DeskStatus::Line::Opening;
    if (isOpening) {
        _opening->setProgress(status.progress, status.trouble);
    }
    _stack->setCurrentWidget(isOpening ? static_cast<QWidget *>(_opening) : _split);
    _queue->setFirstPart(status.isFirstPart);
    tellRefused(status.refused);
    if (_trouble == status.trouble) {
        return;
    }
    _trouble = status.trouble;
    if (_trouble.isEmpty() || isOpening) {
        _messages->dismiss();
    } else {
        _messages->say(MessageKind::Warning, _trouble);
    }
}

void DeskWindow::tellRefused(int count)
{
    if (count == _refused) {
        return;
    }
    _refused = count;
    if (count > 0) {
        _refusals->say(MessageKind::Error,
            tr("%n of your actions were refused; they wait beside their tickets to be done again, changed or dropped.",
                nullptr, count));
    } else {
        _refusals->dismiss();
    }
}

void DeskWindow::setDirectory(std::shared_ptr<const Directory> directory)
{
    _directory = std::move(directory);
    _queue->setDirectory(_directory);
    _ticket->setDirectory(_directory);
}

void DeskWindow::setRules(std::shared_ptr<const RuleBook> rules)
{
    _rules = std::move(rules);
    _ticket->setRules(_rules);
}

void DeskWindow::setPlaces(std::shared_ptr<const Places> places)
{
    _places = std::move(places);
    _queue->setOutside([places = _places](GeoPoint point) { return places->index.isOutside(point); });
    _ticket->setPlaces(_places);
    if (_newTicket) {
        _newTicket->setPlaces(_places);
    }
}

void DeskWindow::setWho(const QString &who, bool canSignOut)
{
    _top->setWho(who);
    _canSignOut = canSignOut;
    if (_signIn) {
        _signIn->accept();
    }
}

void DeskWindow::askSignIn(const QString &why)
{
    if (!_signIn) {
        _signIn = new SignInDialog(_source, this);
        connect(_signIn, &SignInDialog::signInWanted, this, &DeskWindow::signInWanted);
    }
    _canSignOut = false;
    _signIn->ask(why);
}

void DeskWindow::failSignIn(const QString &why)
{
    if (_signIn) {
        _signIn->fail(why);
    }
}

void DeskWindow::remove(const std::vector<TicketId> &tickets)
{
    _queue->remove(tickets);
    if (const auto shown = _ticket->ticket(); shown && std::ranges::contains(tickets, *shown)) {
        _ticket->clear();
    }
}

void DeskWindow::removeAll()
{
    _queue->removeAll();
    _ticket->clear();
}

void DeskWindow::setMap(QWidget *map)
{
    _queue->setMap(map);
    _rail->place(int(Place::Map))->setEnabled(true);
}

void DeskWindow::choose(Place place)
{
    _rail->choose(int(place));
}

void DeskWindow::railChosen(int place)
{
    if (Place(place) == Place::Settings) {
        _rail->choose(int(_place));
        openSettings();
        return;
    }
    if (Place(place) == _place) {
        return;
    }
    _place = Place(place);
    showMap(_place == Place::Map);
    emit placeChosen(_place);
}

/// A map that comes into a window without OpenGL has the system's window made anew. Qt does not say where, nor to whom
/// the dialogs belong from then on.
void DeskWindow::showMap(bool isShown)
{
    const QPointer<QWindow> before = windowHandle();
    const QRect place = before ? before->geometry() : QRect();
    const QRect normal = normalGeometry();
    _queue->showMap(isShown);
    if (before || place.isNull()) {
        return;
    }
    if (windowState() == Qt::WindowNoState) {
        windowHandle()->setGeometry(place);
    } else {
        _whenNormal = normal;
    }
    for (const QDialog *dialog : findChildren<QDialog *>()) {
        if (QWindow *window = dialog->windowHandle()) {
            window->setTransientParent(windowHandle());
        }
    }
    activateWindow();
}

/// A window that was made anew while it was maximised comes back to the size that it had before.
void DeskWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && windowState() == Qt::WindowNoState && _whenNormal.isValid()) {
        setGeometry(std::exchange(_whenNormal, {}));
    }
}

void DeskWindow::setPictures(PictureBook &pictures)
{
    _pictures = &pictures;
    _ticket->setPictures(_pictures);
}

void DeskWindow::openNewTicket()
{
    if (!_newTicket) {
        _newTicket = new NewTicketDialog(_source, _clock, _directory, _rules, this);
        if (_places) {
            _newTicket->setPlaces(_places);
        }
        if (_pictures) {
            _newTicket->setPictures(*_pictures);
        }
        connect(_newTicket, &NewTicketDialog::reported, this, &DeskWindow::reported);
        connect(_newTicket, &QDialog::finished, this, &DeskWindow::focusTable);
    }
    _newTicket->open();
    _newTicket->activateWindow();
}

} // namespace huying
