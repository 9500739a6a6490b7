#include "MapImport.h"

namespace huying
{

namespace
{

/// The county of the regions that are here.
RegionCode countyOf(const Directory &directory)
{
    const auto first = directory.regions().begin();
    const auto county = first == directory.regions().end() ? std::nullopt : regionAt(first->first, RegionLevel::County);
    return county.value_or(RegionCode { "130529" });
}

} // namespace

MapImport::MapImport(DeskThreads &threads, DeskWindow &window, ThemeSource &theme)
    : _threads(threads), _window(window), _theme(theme)
{
    connect(&_window, &DeskWindow::importMapWanted, this, &MapImport::open);
    connect(&_threads.desk(), &Desk::factsAnswered, this, [this](const std::optional<Failure> &why) {
        if (_dialog) {
            _dialog->answer(why);
        }
    });
}

void MapImport::open()
{
    _dialog = new ImportMapDialog(
        _theme, _directory, countyOf(*_directory),
        [this](
            const GeoLayer &layer, const std::function<void(const ShiftShares &)> &then) { countShift(layer, then); },
        &_window);
    _dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(_dialog, &ImportMapDialog::layerWanted, this, [this](const GeoLayer &layer) {
        Desk &desk = _threads.desk();
        std::vector<CountyFact> facts;
        for (Region &region : regionsOf(layer, *_directory)) {
            facts.emplace_back(std::move(region));
        }
        QMetaObject::invokeMethod(
            &desk, [&desk, facts = std::move(facts), at = importDesk(layer)] { desk.setFacts(facts, at); });
    });
    connect(_dialog, &ImportMapDialog::referenceWanted, this, [this](const ReferenceLayer &layer) {
        Desk &desk = _threads.desk();
        QMetaObject::invokeMethod(&desk, [&desk, layer] { desk.setFacts({ layer }, importDesk(layer)); });
    });
    _dialog->open();
}

void MapImport::countShift(const GeoLayer &layer, const std::function<void(const ShiftShares &)> &then)
{
    Archive *archive = &_threads.archive();
    QMetaObject::invokeMethod(archive, [this, archive, layer, then] {
        ShiftCheck check(layer);
        archive->read([&check](RowStore &rows) {
            constexpr int oneOf = 25;
            int number = 0;
            static_cast<void>(rows.glance([&](const RowGlance &row) {
                if (number++ % oneOf == 0) {
                    check.add({ std::string(row.region) }, row.point);
                }
            }));
        });
        QMetaObject::invokeMethod(this, [then, shares = check.shares()] { then(shares); });
    });
}

} // namespace huying
