#include "NewTicketDialog.h"

#include "CategoryField.h"
#include "DeadlineWords.h"
#include "PicturesField.h"
#include "PlaceField.h"
#include "RegionField.h"
#include "SmallFields.h"

#include <common/ActionButton.h>
#include <common/Type.h>
#include <views/DueText.h>
#include <views/Wording.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace huying
{

namespace
{

/// What a dispatcher enters: calls first. Sheets, plates and sensors report by themselves.
constexpr std::array<Channel, 4> enteredChannels { Channel::Hotline, Channel::Citizen, Channel::GridMember,
    Channel::Assisted };

QStringList channelWords()
{
    QStringList words;
    for (const Channel channel : enteredChannels) {
        words << wordFor(channel);
    }
    return words;
}

QStringList classWords()
{
    QStringList words;
    for (std::size_t i = 0; i < deadlineClassNames.size(); ++i) {
        words << wordFor(DeadlineClass(i));
    }
    return words;
}

void addNamed(QVBoxLayout &column, const QString &name, QWidget *field)
{
    auto *label = new QLabel(name);
    setTextRole(*label, TextRole::Small);
    label->setBuddy(field);
    field->setAccessibleName(name);
    column.addWidget(label);
    column.addWidget(field);
    column.addSpacing(6);
}

} // namespace

NewTicketDialog::NewTicketDialog(const ThemeSource &source, Clock clock, std::shared_ptr<const Directory> directory,
    std::shared_ptr<const RuleBook> rules, QWidget *parent)
    : QDialog(parent)
    , _source(source)
    , _clock(std::move(clock))
    , _directory(std::move(directory))
    , _rules(std::move(rules))
    , _title(new QLineEdit)
    , _detail(new TextField(4))
    , _category(new CategoryField(source, *_directory))
    , _class(new ChoiceField(source, classWords(), int(DeadlineClass::Other)))
    , _channel(new ChoiceField(source, channelWords(), 0))
    , _importance(new ChoiceField(source, { tr("1, usual"), tr("2, important"), tr("3, very important") }, 0))
    , _find(new PlaceField(std::make_shared<const Places>()))
    , _region(new RegionField(source, _directory))
    , _found(new QLabel)
    , _place(new QLineEdit)
    , _name(new QLineEdit)
    , _telephone(new QLineEdit)
    , _due(new QLabel)
    , _error(new QLabel)
    , _places(std::make_shared<const Places>())
{
    setWindowTitle(tr("New ticket"));
    const Spaces &space = source.theme().space;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space.margin, space.margin, space.margin, space.margin);
    column->setSpacing(space.inset);
    auto *across = new QHBoxLayout;
    across->setSpacing(space.margin + space.inset);
    across->addWidget(addLeft(), 1);
    across->addWidget(addRight(), 1);
    column->addLayout(across, 1);
    addButtons(*column);
    connectFields();
    resize(880, 0);
    _title->setFocus();
    tell();
}

QWidget *NewTicketDialog::addLeft()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(_source.theme().space.step);
    addNamed(*column, tr("What it is about, in one line"), _title);
    addNamed(*column, tr("What the citizen says"), _detail);
    addNamed(*column, tr("Find the place"), _find);
    addNamed(*column, tr("Region"), _region);
    setTextRole(*_found, TextRole::Soft);
    _found->setWordWrap(true);
    _found->hide();
    column->addWidget(_found);
    addNamed(*column, tr("Place in words"), _place);
    auto *citizen = new QHBoxLayout;
    citizen->setSpacing(_source.theme().space.gap);
    _name->setPlaceholderText(tr("Name"));
    _telephone->setPlaceholderText(tr("Telephone"));
    _telephone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    auto *label = new QLabel(tr("Citizen (seen only by those who need it)"));
    setTextRole(*label, TextRole::Small);
    column->addWidget(label);
    citizen->addWidget(_name, 1);
    citizen->addWidget(_telephone, 1);
    column->addLayout(citizen);
    column->addStretch();
    return side;
}

QWidget *NewTicketDialog::addRight()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(_source.theme().space.step);
    _right = column;
    addNamed(*column, tr("Channel"), _channel);
    addNamed(*column, tr("Category"), _category);
    addNamed(*column, tr("Class of the deadline"), _class);
    addNamed(*column, tr("Importance"), _importance);
    setTextRole(*_due, TextRole::Soft);
    _due->setWordWrap(true);
    column->addWidget(_due);
    column->addStretch();
    return side;
}

void NewTicketDialog::setPictures(PictureBook &pictures)
{
    _pictures = new PicturesField(_source, pictures);
    auto *label = new QLabel(tr("Photos"));
    setTextRole(*label, TextRole::Small);
    label->setBuddy(_pictures);
    // Before the stretch at the end.
    _right->insertWidget(_right->count() - 1, label);
    _right->insertWidget(_right->count() - 1, _pictures);
    _pictures->takeDropsOf(*this);
    connect(_pictures, &PicturesField::picturesChanged, this, &NewTicketDialog::tell);
}

void NewTicketDialog::addButtons(QVBoxLayout &column)
{
    setTextRole(*_error, TextRole::Error);
    _error->setWordWrap(true);
    _error->hide();
    column.addWidget(_error);
    auto *row = new QHBoxLayout;
    row->setSpacing(_source.theme().space.gap);
    auto *report = new ActionButton(
        _source, ActionRank::Primary, tr("Report the ticket"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto *later = new ActionButton(_source, ActionRank::Secondary, tr("Later"), QKeySequence(Qt::Key_Escape));
    auto *empty = new ActionButton(_source, ActionRank::Secondary, tr("Empty the form"));
    row->addWidget(report);
    row->addWidget(later);
    row->addStretch();
    row->addWidget(empty);
    column.addLayout(row);
    connect(report, &QAbstractButton::clicked, this, &NewTicketDialog::confirm);
    connect(later, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(empty, &QAbstractButton::clicked, this, &NewTicketDialog::clear);
}

void NewTicketDialog::connectFields()
{
    connect(_category, &CategoryField::categoryChanged, this, &NewTicketDialog::categoryChosen);
    connect(_find, &PlaceField::regionTaken, this, [this](const RegionCode &region) {
        _point.reset();
        _region->setRegion(region);
        tellPlace();
    });
    connect(_find, &PlaceField::pointTaken, this, &NewTicketDialog::takePoint);
    connect(_region, &RegionField::regionChanged, this, &NewTicketDialog::tellPlace);
    connect(_class, &ChoiceField::picked, this, [this] { _isClassPicked = true; });
    connect(_class, &ChoiceField::choiceChanged, this, &NewTicketDialog::tell);
    for (QLineEdit *line : { _title, _place, _name, _telephone }) {
        connect(line, &QLineEdit::textChanged, this, &NewTicketDialog::tell);
    }
    connect(_detail, &QPlainTextEdit::textChanged, this, &NewTicketDialog::tell);
}

void NewTicketDialog::setPlaces(std::shared_ptr<const Places> places)
{
    _places = std::move(places);
    _find->setPlaces(_places);
}

void NewTicketDialog::takePoint(GeoPoint point)
{
    const RegionCode region = _places->index.at(point).narrowest();
    _point.reset();
    _region->setRegion(region);
    _point = point;
    _pointRegion = _region->region();
    tellPlace();
}

/// A point stays with the ticket as long as nobody chooses another region than the one it lies in.
void NewTicketDialog::tellPlace()
{
    if (_point && _region->region() != _pointRegion) {
        _point.reset();
    }
    _found->setVisible(_point.has_value());
    if (!_point) {
        return;
    }
    const QString where = QStringLiteral("%1, %2").arg(
        QString::number(_point->longitude(), 'f', 6), QString::number(_point->latitude(), 'f', 6));
    _found->setText(_places->index.isOutside(*_point)
            ? tr("%1 lies outside the county; the ticket keeps the point.").arg(where)
            : tr("Point %1").arg(where));
}

/// The category brings its usual class, until somebody chooses another.
void NewTicketDialog::categoryChosen()
{
    const Category *category = _directory->category(_category->category());
    if (category && !_isClassPicked) {
        _class->choose(int(category->deadlineClass));
    }
    tell();
}

Reported NewTicketDialog::entered() const
{
    const auto text = [](const QLineEdit &line) { return line.text().trimmed().toStdString(); };
    Reported reported;
    reported.channel = enteredChannels[std::size_t(_channel->chosen())];
    reported.category = _category->category();
    reported.deadlineClass = DeadlineClass(_class->chosen());
    reported.importance = _importance->chosen() + 1;
    reported.title = text(*_title);
    reported.detail = _detail->words();
    reported.place.region = _region->region();
    reported.place.text = text(*_place);
    if (_point) {
        reported.place.point = _point;
    } else if (const Region *region = _directory->region(reported.place.region)) {
        reported.place.point = region->level == RegionLevel::Grid || region->level == RegionLevel::Village
            ? std::optional(region->centre)
            : std::nullopt;
    }
    reported.citizen = { text(*_name), text(*_telephone) };
    if (_pictures) {
        reported.attachments = _pictures->attachments();
    }
    return reported;
}

/// The rules' word on it, with a number that stands for the one that will be made.
QString NewTicketDialog::hindrance() const
{
    if (_pictures && _pictures->isBusy()) {
        return tr("The photos are still being made ready.");
    }
    TicketEvent event;
    event.id.bytes.fill(0xFF);
    event.ticket = event.id;
    event.at = _clock();
    Reported reported = entered();
    reported.number = "0";
    event.content = std::move(reported);
    const auto allowed = check(Ticket {}, event, *_rules);
    return allowed ? QString() : allowed.error().text;
}

void NewTicketDialog::tell()
{
    const Instant now = _clock();
    const auto explanation = explain(DeadlineClass(_class->chosen()), now, _rules->calendar, _rules->deadlines);
    const QString due = dueText(explanation.deadline.due, now);
    const QString limit = limitText(explanation, _rules->deadlines, false);
    _due->setText(explanation.deadline.isProvisional ? tr("Due %1, provisional – %2").arg(due, limit)
                                                     : tr("Due %1 – %2").arg(due, limit));
    if (_error->isVisible()) {
        const QString text = hindrance();
        _error->setText(text);
        _error->setVisible(!text.isEmpty());
    }
}

void NewTicketDialog::confirm()
{
    const QString text = hindrance();
    _error->setText(text);
    _error->setVisible(!text.isEmpty());
    if (!text.isEmpty()) {
        _title->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const Reported ready = entered();
    clear();
    accept();
    emit reported(ready);
}

void NewTicketDialog::clear()
{
    for (QLineEdit *line : std::initializer_list<QLineEdit *> { _title, _find, _place, _name, _telephone }) {
        line->clear();
    }
    _point.reset();
    _detail->clear();
    if (_pictures) {
        _pictures->clear();
    }
    _category->clear();
    _region->clear();
    _channel->choose(0);
    _importance->choose(0);
    _class->choose(int(DeadlineClass::Other));
    _isClassPicked = false;
    _error->hide();
    _title->setFocus();
}

} // namespace huying
