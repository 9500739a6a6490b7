#include "Hall.h"

#include <common/MessageBar.h>
#include <places/Places.h>
#include <ticket/TicketPane.h>
#include <tiles/BaseMapChoice.h>
#include <views/Wording.h>

#include <QRandomGenerator>
#include <QSettings>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace huying
{

namespace
{

constexpr int rowsInAPage = 400;
constexpr auto mapUsed = "map/used"_L1;

DeskSettings settingsFrom(const DeskOptions &options)
{
    DeskSettings settings;
    settings.folder = options.folder;
    settings.backend = options.backend;
    settings.author = options.author;
    settings.line.jitterSeed = QRandomGenerator::system()->generate64();
    settings.signedIn = options.signedIn;
    settings.credentials = options.credentials;
    return settings;
}

} // namespace

bool isMapUsed(const QSettings &settings)
{
    return settings.value(mapUsed).toBool();
}

Hall::Hall(const DeskOptions &options, ThemeSource &theme)
    : _threads(std::make_unique<DeskThreads>(settingsFrom(options)))
{
    // The cache is read while the window is made: what the desk tells waits in this thread's queue until it is.
    hearDesk();
    hearSigning();
    hearPictures();
    _threads->start();
    _window =
        std::make_unique<DeskWindow>(theme, _threads->correctedClock(), options.county, shown(options.author.name));
    _map = new MapPane(theme);
    _window->setMap(_map);
    _feed = std::make_unique<MapFeed>(*_threads, _window->queue(), *_map, _threads->correctedClock());
    _import = std::make_unique<MapImport>(*_threads, *_window, theme);
    connectArchive();
    connectTickets();
    _window->setPictures(_pictures);
    connectMap();
}

// The threads end first: they tell the window things.
Hall::~Hall()
{
    _threads.reset();
}

void Hall::keepIn(QSettings &settings)
{
    _window->keepIn(settings);
    _map->setBaseMap(readBaseMap(settings));
    connect(_map, &MapPane::baseMapChosen, this,
        [&settings](const BaseMapChoice &choice) { writeBaseMap(settings, choice); });
}

void Hall::rememberMap(QSettings &settings)
{
    connect(_map, &MapPane::shown, this, [&settings] { settings.setValue(mapUsed, true); });
}

bool Hall::isFilled() const
{
    return _status.line == DeskStatus::Line::Online && !_status.isFirstPart && _window->queue().queue().size() > 0;
}

/// Only with this object as the receiver: of the window and its parts there is nothing yet.
void Hall::hearDesk()
{
    Desk &desk = _threads->desk();
    connect(&desk, &Desk::countyChanged, this, [this](const std::shared_ptr<const Directory> &county) {
        _window->setDirectory(county);
        _feed->setDirectory(county);
        _county = county;
        preparePlaces();
        _import->setDirectory(county);
    });
    connect(&desk, &Desk::rulesChanged, this,
        [this](const std::shared_ptr<const RuleBook> &rules) { _window->setRules(rules); });
    connect(&desk, &Desk::opened, this, [this](const QString &cacheFile) { _feed->open(cacheFile); });
    connect(&desk, &Desk::rowsChanged, this, [this](const std::vector<RowPointer> &rows) {
        _window->queue().take(rows);
        _feed->take(rows);
    });
    connect(&desk, &Desk::statusChanged, this, [this](const DeskStatus &status) {
        _status = status;
        _threads->correct(status.clockError);
        tellStatus();
    });
    connect(&desk, &Desk::forbidden, this,
        [this](const Failure &why) { _window->messages().say(MessageKind::Warning, why.text); });
    connect(&_threads->archive(), &Archive::failed, this,
        [this](const Failure &why) { _window->messages().say(MessageKind::Error, why.text); });
    connect(&desk, &Desk::reported, this, [this](const TicketId &ticket, const QString &number) {
        _window->messages().say(MessageKind::Note, tr("Ticket %1 has been entered.").arg(number));
        look(ticket);
    });
}

void Hall::connectArchive()
{
    QueueScreen &queue = _window->queue();
    Archive &archive = _threads->archive();
    connect(&queue, &QueueScreen::archiveWanted, &archive,
        [&archive](const ArchiveAsk &ask) { archive.page(ask, rowsInAPage); });
    connect(&archive, &Archive::pageReady, &queue, &QueueScreen::showPage);
    connect(&archive, &Archive::counted, &queue, &QueueScreen::showCount);
    connect(&archive, &Archive::failed, &queue, &QueueScreen::failPage);
}

/// The thread for long reads cuts the borders into cells and reads the names' pinyin; a little later, for until the
/// queue is there a workstation needs all its processors.
void Hall::preparePlaces()
{
    constexpr std::chrono::milliseconds later { 300 };
    if (_placesOf && _placesOf->regions() == _county->regions()) {
        return;
    }
    _placesOf = _county;
    QTimer::singleShot(later, this, [this, county = _county] {
        if (county != _placesOf) {
            return;
        }
        QMetaObject::invokeMethod(&_threads->archive(), [this, county] {
            auto places = std::make_shared<const Places>(*county);
            QMetaObject::invokeMethod(this, [this, county, places] {
                if (county == _placesOf) {
                    _window->setPlaces(places);
                }
            });
        });
    });
}

void Hall::tellStatus()
{
    DeskStatus shown = _status;
    shown.clockError += _threads->turned();
    shown.waitingPictures = _waitingPictures;
    if (shown.trouble.isEmpty()) {
        shown.trouble = _pictureTrouble;
    }
    _window->setStatus(shown);
}

void Hall::hearSigning()
{
    Desk &desk = _threads->desk();
    connect(&desk, &Desk::signInWanted, this, [this](const QString &why) { _window->askSignIn(why); });
    connect(&desk, &Desk::signInFailed, this, [this](const Failure &why) { _window->failSignIn(why.text); });
    connect(&desk, &Desk::signedInAs, this, [this](const Account &account) {
        _window->setWho(shown(account.displayName), true);
        _window->setMayImportMap(account.role == Role::Administrator || account.role == Role::Machine);
    });
    connect(&desk, &Desk::ticketsGone, this, [this](const std::vector<TicketId> &tickets) {
        _window->remove(tickets);
        _feed->readAgain();
    });
    connect(&desk, &Desk::emptied, this, [this] {
        _window->removeAll();
        _feed->empty();
    });
}

void Hall::look(const TicketId &ticket)
{
    Desk &desk = _threads->desk();
    _window->ticketPane().expect(ticket);
    QMetaObject::invokeMethod(&desk, [&desk, ticket] { desk.look(ticket); });
    _map->select(ticket);
}

void Hall::connectTickets()
{
    Desk &desk = _threads->desk();
    TicketPane &pane = _window->ticketPane();
    connect(&_window->queue(), &QueueScreen::ticketChosen, this, &Hall::look);
    connect(&desk, &Desk::sightChanged, &pane,
        [&pane](const std::shared_ptr<const TicketSight> &sight) { pane.show(sight); });
    connect(&pane, &TicketPane::acted, &desk, &Desk::act);
    connect(&pane, &TicketPane::actedInstead, &desk, &Desk::actInstead);
    connect(&pane, &TicketPane::ticketWanted, this, &Hall::look);
    connect(&pane, &TicketPane::undoWanted, &desk, &Desk::undo);
    connect(&pane, &TicketPane::againWanted, &desk, &Desk::again);
    connect(&pane, &TicketPane::dropWanted, &desk, &Desk::drop);
    connect(_window.get(), &DeskWindow::reported, &desk, &Desk::report);
    connect(_window.get(), &DeskWindow::signInWanted, &desk, &Desk::signIn);
    connect(_window.get(), &DeskWindow::signOutWanted, &desk, &Desk::signOut);
    connect(_window.get(), &DeskWindow::refusedWanted, &desk, &Desk::lookAtRefused);
}

void Hall::hearPictures()
{
    PictureWork &work = _threads->pictures();
    connect(&_pictures, &PictureBook::wanted, &work, &PictureWork::look);
    connect(&_pictures, &PictureBook::wholeWanted, &work, &PictureWork::askWhole);
    connect(&_pictures, &PictureBook::copyWanted, &work, &PictureWork::copy);
    connect(&_pictures, &PictureBook::addWanted, &work, &PictureWork::add);
    connect(&work, &PictureWork::sightChanged, &_pictures, &PictureBook::take);
    connect(&work, &PictureWork::progressed, &_pictures, &PictureBook::takeProgress);
    connect(&work, &PictureWork::added, &_pictures, &PictureBook::takeAdded);
    connect(&work, &PictureWork::wholeReady, &_pictures, &PictureBook::takeWhole);
    connect(&work, &PictureWork::copied, &_pictures, &PictureBook::takeCopied);
    connect(&work, &PictureWork::waitingChanged, this, [this](int waiting) {
        _waitingPictures = waiting;
        tellStatus();
    });
    connect(&work, &PictureWork::troubleChanged, this, [this](const QString &trouble) {
        _pictureTrouble = trouble;
        tellStatus();
    });
    connect(&_threads->desk(), &Desk::emptied, &_pictures, &PictureBook::clear);
}

void Hall::connectMap()
{
    QueueScreen &queue = _window->queue();
    connect(_map, &MapPane::ticketActivated, this, &Hall::look);
    connect(_map, &MapPane::regionPicked, this, [this](const RegionCode &region) {
        FilterBar &filters = _window->queue().filters();
        TicketFilter filter = filters.filter();
        filter.region = region;
        filters.setFilter(filter);
    });
    connect(_map, &MapPane::areaDrawn, this, [this](const GeoArea &area) {
        FilterBar &filters = _window->queue().filters();
        TicketFilter filter = filters.filter();
        filter.area = area;
        filters.setFilter(filter);
    });
    connect(_map, &MapPane::fileWritten, this,
        [this](const QString &file) { _window->messages().say(MessageKind::Note, tr("Written: %1").arg(file)); });
    _map->setTicketText([&queue](const TicketId &ticket) {
        const RowPointer row = queue.queue().find(ticket);
        return row ? shown(row->number) + QLatin1Char('\n') + shown(row->title) : QString();
    });
}

} // namespace huying
