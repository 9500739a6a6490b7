#include "FaultyWorld.h"

#include "Deeds.h"
#include "Judgement.h"
#include "People.h"

#include <QDir>

namespace huying::testing
{

using std::chrono::milliseconds;
using std::chrono::seconds;

namespace
{

constexpr seconds untilQuiet { 60 };

/// In memory where the system has it: few files are real, and those are synced.
QString placeForFolders()
{
    return QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm/huying-faults-XXXXXX")
                                                     : QDir::tempPath() + QStringLiteral("/huying-faults-XXXXXX");
}

/// One seed's day.
class TroubledDay
{
public:
    TroubledDay(std::uint64_t seed, DiskVfs &vfs, const Parts &parts, const Prehistory &before, const std::string &root)
        : _world { std::mt19937_64(seed), std::mt19937_64(~seed), Agenda(firstMorning()), {}, vfs, parts, root, true,
            {} }
        , _tickets(before.tickets)
        , _entriesBefore(int(before.entries))
    {
        _world.vfs.seed(seed);
        _world.weather = Weather::drawn(_world.random);
        _backend = std::make_unique<WorldBackend>(_world, before);
        const int desks = _world.below(3) == 0 ? 3 : 2;
        for (int i = 1; i <= desks; ++i) {
            // One is always of the hall, or little would happen.
            const bool isOfTheHall = i == 1 || parts.isOnlyOfTheHall;
            const Account account = isOfTheHall ? dispatcherAt(i) : anybodyAt(i, _world.roles);
            _world.hasOthers = _world.hasOthers || account.role != Role::Dispatcher;
            _desks.push_back(std::make_unique<WorldDesk>(_world, *_backend, before, i, account));
        }
        _backend->onDeath([this] {
            ++_fate.deaths;
            for (const auto &desk : _desks) {
                desk->cut();
            }
        });
    }

    Fate live()
    {
        const auto deeds = 15 + _world.below(16); // short days: more beginnings, breaks and ends a second
        for (std::uint64_t i = 0; i < deeds; ++i) {
            if (_world.chance(_world.weather.fateful)) {
                somethingHappens();
            }
            if (_world.below(40) == 0) {
                office();
            }
            anyDesk().act(_tickets);
            _world.agenda.runUntil(_world.agenda.now() + milliseconds { _world.below(_world.below(10) ? 250 : 5000) });
        }
        comeToRest();
        _fate.wrong = wrongIn(*_backend, _desks);
        _fate.events = int(_backend->head()) - _entriesBefore;
        for (const auto &desk : _desks) {
            _fate.deeds += int(desk->deeds().size());
            _fate.deaths += desk->deaths();
            _fate.writes += desk->disk().writes();
        }
        return _fate;
    }

private:
    WorldDesk &anyDesk() { return *_desks[_world.below(_desks.size())]; }

    void somethingHappens()
    {
        ++_fate.faults;
        WorldDesk &desk = anyDesk();
        switch (_world.below(13)) {
        case 0:
            return desk.die(_world.anyDeath());
        case 1:
        case 2:
            return desk.disk().dieAfter(int(_world.below(30)), _world.anyDeath());
        case 3:
            return _backend->die(_world.anyDeath());
        case 4:
            return _backend->disk().dieAfter(int(_world.below(30)), _world.anyDeath());
        case 5:
            return fill(desk.disk());
        case 6:
            return fill(_backend->disk());
        case 7:
            return desk.disk().failAfter(int(_world.below(20)));
        case 8:
            return _backend->disk().failAfter(int(_world.below(20)));
        case 9:
            return desk.pullCable(milliseconds { _world.below(20'000) });
        case 10:
            return desk.turnClock(milliseconds { std::int64_t(_world.below(7'200'000)) - 3'600'000 });
        case 11:
            return desk.damageCache();
        default:
            _world.backendClockError += milliseconds { std::int64_t(_world.below(20'000)) - 15'000 };
        }
    }

    void fill(Disk &disk)
    {
        disk.fill(true);
        _world.agenda.later(milliseconds { _world.below(5000) }, [&disk] { disk.fill(false); });
    }

    /// The office sets a fact of the county: a unit, the notice on the holidays of the coming year, or, where not all
    /// see his name, a grid member.
    void office()
    {
        std::array<std::uint8_t, 10> bytes {};
        std::ranges::generate(bytes, [this] { return std::uint8_t(_world.random()); });
        CountyEvent event { uuid7(_world.backendNow(), bytes), 0, authorAt(9, dispatcherAt(9)), _world.backendNow(),
            {} };
        if (_world.hasOthers && _world.roles() % 2 == 0) {
            const RegionCode township = townshipBy(_world.roles());
            event.fact = GridMember { { "G" + std::to_string(_world.roles() % 3) }, { township.text + "001001001" },
                { "王某", "1390000" + std::to_string(1000 + _world.roles() % 9000) } };
        } else if (_world.below(2) == 0) {
            event.fact = Unit { { "U0" + std::to_string(_world.below(3) + 1) },
                "供水服务中心 " + std::to_string(_world.below(100)), UnitKind::Department, {} };
        } else {
            using namespace std::chrono;
            const Day issued = dayOf(_world.agenda.now());
            event.fact = HolidayNotice { 2027, "关于2027年部分节假日安排的通知",
                "国办发明电〔2026〕" + std::to_string(_world.below(4) + 1) + "号", issued,
                { { "元旦", Day { year { 2027 } / January / 1 }, Day { year { 2027 } / January / 3 } } }, {} };
        }
        static_cast<void>(_backend->office(event));
    }

    void comeToRest()
    {
        _world.isFaulty = false;
        for (const auto &desk : _desks) {
            clear(desk->disk());
            desk->pullCable(milliseconds { 0 });
        }
        clear(_backend->disk());
        const Instant latest = _world.agenda.now() + untilQuiet;
        while (_world.agenda.now() < latest && !isQuiet()) {
            _world.agenda.runUntil(_world.agenda.now() + seconds { 1 });
        }
    }

    static void clear(Disk &disk)
    {
        disk.fill(false);
        if (!disk.isDead()) {
            disk.start();
        }
    }

    bool isQuiet() const
    {
        const auto isAtRest = [&](const auto &desk) { return desk->isQuiet() && desk->position() == _backend->head(); };
        return _backend->isUp() && std::ranges::all_of(_desks, isAtRest);
    }

    Surroundings _world;
    std::unique_ptr<WorldBackend> _backend;
    std::vector<std::unique_ptr<WorldDesk>> _desks;
    std::vector<TicketId> _tickets;
    int _entriesBefore;
    Fate _fate;
};

} // namespace

FaultyWorld::FaultyWorld(Parts parts)
    : _folder(placeForFolders()), _parts(std::move(parts)), _before(prehistory(_vfs, _folder.path().toStdString()))
{
    // The lock of the one who writes a ledger is a real file.
    QDir(_folder.path()).mkdir(QStringLiteral("backend"));
}

Fate FaultyWorld::live(std::uint64_t seed)
{
    return TroubledDay(seed, _vfs, _parts, _before, _folder.path().toStdString() + "/").live();
}

} // namespace huying::testing
