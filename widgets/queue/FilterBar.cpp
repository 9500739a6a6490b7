#include "FilterBar.h"

#include <common/ChipButton.h>
#include <common/ChoicePopup.h>
#include <common/ChoiceTree.h>
#include <common/DateField.h>
#include <common/FlowLayout.h>
#include <common/Labels.h>
#include <common/Type.h>
#include <views/Choices.h>
#include <views/Wording.h>

#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
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

const QString everything = QStringLiteral("*"); ///< the value of the line that narrows nothing

std::vector<TreeChoice> withAll(const QString &text, std::vector<TreeChoice> choices)
{
    choices.insert(choices.begin(), { text, everything, {} });
    return choices;
}

Day firstOfMonth(Day day)
{
    const std::chrono::year_month_day date { day };
    return Day { date.year() / date.month() / 1 };
}

bool isWholeMonth(Day from, Day until)
{
    return from == firstOfMonth(until) && from != firstOfMonth(until + std::chrono::days { 1 });
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
    , _step(new ChipButton(source, tr("Step")))
    , _class(new ChipButton(source, tr("Deadline")))
    , _area(new ChipButton(source, tr("Area")))
    , _none(new ChipButton(source, {}))
    , _words(new ElidedLabel)
{
    setFrameRole(*this, FrameRole::Strip);
    const Spaces &space = source.theme().space;
    constexpr int wordsPixels = 130; // the count whole; how they are sorted where there is room
    auto *row = new FlowLayout(space.gap, this);
    row->endAtRight(wordsPixels);
    row->setContentsMargins(space.inset, space.gap, space.inset, space.gap);
    for (ChipButton *chip : { _category, _region, _period, _channel, _step, _class, _area, _none }) {
        row->addWidget(chip);
    }
    setTextRole(*_words, TextRole::Soft);
    _words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(_words);
    _none->say(tr("Clear filters"), false);
    _none->setMenu(nullptr);
    _none->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    _area->say(tr("as drawn"), true);
    _area->setToolTip(tr("Click to take the area back"));
    connect(_area, &ChipButton::clicked, this, [this] {
        TicketFilter filter = _filter;
        filter.area = {};
        setFilter(filter);
    });
    connect(_none, &ChipButton::clicked, this, [this] { setFilter(wordsAlone()); });
    offerCategories();
    offerRegions();
    fillChannels();
    fillSteps();
    fillClasses();
    fillPeriods();
    tell();
}

void FilterBar::setDirectory(std::shared_ptr<const Directory> directory)
{
    _directory = std::move(directory);
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

/// Words are the search field's, which says them.
TicketFilter FilterBar::wordsAlone() const
{
    TicketFilter filter;
    filter.words = _filter.words;
    filter.senses = _filter.senses;
    return filter;
}

bool FilterBar::isNarrowed() const
{
    return _filter != wordsAlone();
}

void FilterBar::say(const QString &text, const QString &brief)
{
    _words->setBrief(brief);
    _words->setText(text);
}

void FilterBar::offerCategories()
{
    auto *popup = new ChoicePopup(_source, this);
    popup->tree().say(tr("Narrow the categories, such as: lamp"), tr("Categories"));
    const auto chosen = [this] { return _filter.categories.empty() ? everything : shown(_filter.categories[0].text); };
    _category->setPopup(popup, [this, popup, chosen] {
        popup->tree().setChoices(withAll(tr("All categories"), categoryChoices(*_directory)));
        return chosen();
    });
    connect(popup, &ChoicePopup::chosen, this, [this](const QString &value) {
        TicketFilter filter = _filter;
        filter.categories.clear();
        if (value != everything) {
            filter.categories.push_back({ value.toStdString() });
        }
        setFilter(filter);
    });
}

void FilterBar::offerRegions()
{
    auto *popup = new ChoicePopup(_source, this);
    popup->tree().say(tr("Narrow the regions: township, village or grid"), tr("Regions"));
    _region->setPopup(popup, [this, popup] {
        popup->tree().setChoices(withAll(tr("The whole county"), regionChoices(*_directory)));
        return _filter.region.isEmpty() ? everything : shown(_filter.region.text);
    });
    connect(popup, &ChoicePopup::chosen, this, [this](const QString &value) {
        TicketFilter filter = _filter;
        filter.region = { value == everything ? std::string() : value.toStdString() };
        setFilter(filter);
    });
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

void FilterBar::fillSteps()
{
    auto *menu = new QMenu(_step);
    const auto choose = [this](std::optional<Step> step) {
        TicketFilter filter = _filter;
        filter.step = step;
        setFilter(filter);
    };
    connect(menu->addAction(tr("All steps")), &QAction::triggered, this, [choose] { choose({}); });
    menu->addSeparator();
    for (std::size_t i = 0; i < stepNames.size(); ++i) {
        connect(menu->addAction(wordFor(Step(i))), &QAction::triggered, this, [choose, i] { choose(Step(i)); });
    }
    _step->setMenu(menu);
}

void FilterBar::fillClasses()
{
    auto *menu = new QMenu(_class);
    const auto choose = [this](std::optional<DeadlineClass> deadlineClass) {
        TicketFilter filter = _filter;
        filter.deadlineClass = deadlineClass;
        setFilter(filter);
    };
    connect(menu->addAction(tr("All classes")), &QAction::triggered, this, [choose] { choose({}); });
    menu->addSeparator();
    for (std::size_t i = 0; i < deadlineClassNames.size(); ++i) {
        connect(menu->addAction(wordFor(DeadlineClass(i))), &QAction::triggered, this,
            [choose, i] { choose(DeadlineClass(i)); });
    }
    _class->setMenu(menu);
}

void FilterBar::askPeriod()
{
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Reported between"));
    auto *form = new QFormLayout(&dialog);
    const Spaces &space = _source.theme().space;
    form->setContentsMargins(space.inset, space.inset, space.inset, space.inset);
    form->setSpacing(space.gap);
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
    if (isWholeMonth(*_filter.from, *_filter.until)) {
        return QString::fromStdString(isoDay(*_filter.from)).left(7);
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
    _step->say(_filter.step ? wordFor(*_filter.step) : tr("all"), _filter.step.has_value());
    _class->say(_filter.deadlineClass ? wordFor(*_filter.deadlineClass) : tr("all"), _filter.deadlineClass.has_value());
    _area->setVisible(!_filter.area.isEmpty());
    _none->setVisible(isNarrowed());
}

} // namespace huying
