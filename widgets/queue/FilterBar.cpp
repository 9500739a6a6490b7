#include "FilterBar.h"

#include <common/ChipButton.h>
#include <common/DateField.h>
#include <common/Labels.h>
#include <common/Type.h>
#include <views/Wording.h>

#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace huying
{

namespace
{

QDate dateOf(Day day)
{
    return QDate(std::chrono::year_month_day { day });
}

Day dayFrom(const QDate &date)
{
    return Day { date.toStdSysDays().time_since_epoch() };
}

Day firstOfMonth(Day day)
{
    const std::chrono::year_month_day date { day };
    return Day { date.year() / date.month() / 1 };
}

} // namespace

FilterBar::FilterBar(const ThemeSource &source, QWidget *parent)
    : QFrame(parent)
    , _source(source)
    , _directory(std::make_shared<const Directory>())
    , _category(new ChipButton(source, tr("Category")))
    , _region(new ChipButton(source, tr("Region")))
    , _period(new ChipButton(source, tr("Reported")))
    , _channel(new ChipButton(source, tr("Channel")))
    , _none(new ChipButton(source, {}))
    , _words(new ElidedLabel)
{
    setFrameRole(*this, FrameRole::Strip);
    const Spaces &space = source.theme().space;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space.inset, space.gap, space.inset, space.gap);
    row->setSpacing(space.gap);
    for (ChipButton *chip : { _category, _region, _period, _channel, _none }) {
        row->addWidget(chip);
    }
    setTextRole(*_words, TextRole::Soft);
    _words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(_words, 1);
    _none->say(tr("Clear filters"), false);
    _none->setMenu(nullptr);
    _none->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    connect(_none, &ChipButton::clicked, this, [this] { setFilter({}); });
    fillChannels();
    fillPeriods();
    tell();
}

void FilterBar::setDirectory(std::shared_ptr<const Directory> directory)
{
    const auto before = std::exchange(_directory, std::move(directory));
    if (!_category->menu() || before->categories() != _directory->categories()) {
        fillCategories();
    }
    if (!_region->menu() || before->regions() != _directory->regions()) {
        fillRegions();
    }
    tell();
}

void FilterBar::setToday(Day today)
{
    if (_today != today) {
        _today = today;
        fillPeriods();
    }
}

void FilterBar::setFilter(const TicketFilter &filter)
{
    if (filter != _filter) {
        _filter = filter;
        tell();
        emit filterChanged();
    }
}

void FilterBar::say(const QString &text)
{
    _words->setText(text);
}

void FilterBar::fillCategories()
{
    auto *menu = new QMenu(_category);
    const auto choose = [this](const CategoryCode &category) {
        TicketFilter filter = _filter;
        filter.categories = category.isEmpty() ? std::vector<CategoryCode> {} : std::vector { category };
        setFilter(filter);
    };
    connect(menu->addAction(tr("All categories")), &QAction::triggered, this, [choose] { choose({}); });
    menu->addSeparator();
    QMenu *branch = nullptr;
    for (const auto &[code, category] : _directory->categories()) {
        QMenu *under = code.text.size() > 2 && branch ? branch : menu;
        if (code.text.size() <= 2) {
            branch = menu->addMenu(shown(category.name));
            under = branch;
        }
        const QString name =
            under == branch && code.text.size() <= 2 ? tr("All of %1").arg(shown(category.name)) : shown(category.name);
        connect(under->addAction(name), &QAction::triggered, this, [choose, chosen = code] { choose(chosen); });
    }
    delete _category->menu();
    _category->setMenu(menu);
}

void FilterBar::fillRegions()
{
    auto *menu = new QMenu(_region);
    const auto choose = [this](const RegionCode &region) {
        TicketFilter filter = _filter;
        filter.region = region;
        setFilter(filter);
    };
    connect(menu->addAction(tr("The whole county")), &QAction::triggered, this, [choose] { choose({}); });
    menu->addSeparator();
    QMenu *branch = nullptr;
    for (const auto &[code, region] : _directory->regions()) {
        if (region.level == RegionLevel::Township) {
            branch = menu->addMenu(shown(region.name));
            connect(branch->addAction(tr("All of %1").arg(shown(region.name))), &QAction::triggered, this,
                [choose, chosen = code] { choose(chosen); });
        } else if (region.level == RegionLevel::Village && branch) {
            connect(branch->addAction(shown(region.name)), &QAction::triggered, this,
                [choose, chosen = code] { choose(chosen); });
        }
    }
    delete _region->menu();
    _region->setMenu(menu);
}

void FilterBar::choosePeriod(std::optional<Day> from, std::optional<Day> until)
{
    TicketFilter filter = _filter;
    filter.from = from;
    filter.until = until;
    setFilter(filter);
}

void FilterBar::fillPeriods()
{
    auto *menu = new QMenu(_period);
    const auto add = [&](const QString &name, std::optional<Day> from, std::optional<Day> until) {
        connect(menu->addAction(name), &QAction::triggered, this, [this, from, until] { choosePeriod(from, until); });
    };
    const Day lastMonth = firstOfMonth(firstOfMonth(_today) - std::chrono::days { 1 });
    add(tr("At any time"), {}, {});
    menu->addSeparator();
    add(tr("Today"), _today, {});
    add(tr("The last 7 days"), _today - std::chrono::days { 6 }, {});
    add(tr("The last 30 days"), _today - std::chrono::days { 29 }, {});
    add(tr("This month"), firstOfMonth(_today), {});
    add(tr("Last month"), lastMonth, firstOfMonth(_today) - std::chrono::days { 1 });
    menu->addSeparator();
    connect(menu->addAction(tr("Other days …")), &QAction::triggered, this, &FilterBar::askPeriod);
    delete _period->menu();
    _period->setMenu(menu);
}

void FilterBar::fillChannels()
{
    auto *menu = new QMenu(_channel);
    const auto choose = [this](std::optional<Channel> channel) {
        TicketFilter filter = _filter;
        filter.channel = channel;
        setFilter(filter);
    };
    connect(menu->addAction(tr("All channels")), &QAction::triggered, this, [choose] { choose({}); });
    menu->addSeparator();
    for (std::size_t i = 0; i < channelNames.size(); ++i) {
        connect(menu->addAction(wordFor(Channel(i))), &QAction::triggered, this, [choose, i] { choose(Channel(i)); });
    }
    _channel->setMenu(menu);
}

void FilterBar::askPeriod()
{
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Reported between"));
    auto *form = new QFormLayout(&dialog);
    const Day month = _today - std::chrono::days { 30 };
    auto *from = new DateField(_source, dateOf(_filter.from.value_or(month)), &dialog);
    auto *until = new DateField(_source, dateOf(_filter.until.value_or(_today)), &dialog);
    form->addRow(tr("From"), from);
    form->addRow(tr("Until"), until);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, &dialog);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() == QDialog::Accepted) {
        const auto [first, last] = std::minmax({ from->date(), until->date() });
        choosePeriod(dayFrom(first), dayFrom(last));
    }
}

QString FilterBar::periodText() const
{
    if (!_filter.from && !_filter.until) {
        return tr("any time");
    }
    if (_filter.from && !_filter.until) {
        return tr("since %1").arg(QString::fromStdString(isoDay(*_filter.from)));
    }
    if (!_filter.from) {
        return tr("until %1").arg(QString::fromStdString(isoDay(*_filter.until)));
    }
    return tr("%1 to %2")
        .arg(QString::fromStdString(isoDay(*_filter.from)), QString::fromStdString(isoDay(*_filter.until)));
}

void FilterBar::tell()
{
    const bool isOneCategory = !_filter.categories.empty();
    const QString category = isOneCategory ? shown(_directory->nameOf(_filter.categories.front())) : tr("all");
    _category->say(category, isOneCategory);
    const bool isOneRegion = !_filter.region.isEmpty();
    _region->say(isOneRegion ? shown(_directory->placeName(_filter.region)) : tr("the whole county"), isOneRegion);
    _period->say(periodText(), _filter.from || _filter.until);
    _channel->say(_filter.channel ? wordFor(*_filter.channel) : tr("all"), _filter.channel.has_value());
    _none->setVisible(!_filter.isEmpty());
}

} // namespace huying
