#include "JoinField.h"

#include "Lines.h"

#include <common/RowDelegate.h>
#include <common/Type.h>
#include <views/Wording.h>

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace huying
{

namespace
{

constexpr int columns = 3; // number, distance, title
constexpr int distanceWidth = 64;
constexpr int rowsInSight = 5;
constexpr int roundToMetres = 10;

} // namespace

QString nearnessText(const LikelyParent &candidate)
{
    if (candidate.metres && *candidate.metres < 1000) {
        const int metres = std::max(1, int(std::lround(*candidate.metres / roundToMetres))) * roundToMetres;
        return JoinField::tr("%1 m").arg(metres);
    }
    if (candidate.metres) {
        return JoinField::tr("%1 km").arg(QString::number(*candidate.metres / 1000, 'f', 1));
    }
    return candidate.isSameGrid ? JoinField::tr("same grid") : QString();
}

JoinField::JoinField(const ThemeSource &source, const Directory &directory, Ticket child, ParentSearch search,
    Instant now, QWidget *parent)
    : QWidget(parent)
    , _directory(directory)
    , _child(std::move(child))
    , _search(std::move(search))
    , _now(now)
    , _rowHeight(source.theme().space.row)
    , _words(new QLineEdit)
    , _table(new QTableView)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(source.theme().space.step);
    _words->setPlaceholderText(tr("Its number, or a word of its title or place"));
    column->addWidget(_words);
    _heading = addLine(*column, TextRole::Small);
    addTable(source);
    _about = addLine(*column, TextRole::Soft);
    setFocusProxy(_words);
    _words->installEventFilter(this);
    _table->installEventFilter(this);
    connect(_words, &QLineEdit::textChanged, this, &JoinField::search);
    connect(_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        tell();
        emit mainTicketChanged();
    });
    connect(_table, &QTableView::doubleClicked, this, &JoinField::mainTicketTaken);
    this->search({});
}

void JoinField::addTable(const ThemeSource &source)
{
    _shown.setColumnCount(columns);
    _table->setModel(&_shown);
    showAsRows(*_table, source);
    _table->setFrameShape(QFrame::NoFrame);
    _table->setSelectionMode(QAbstractItemView::SingleSelection);
    _table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    _table->setTabKeyNavigation(false);
    _table->setWordWrap(false);
    _table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    _table->setAccessibleName(tr("Likely main tickets"));
    _table->horizontalHeader()->hide();
    _table->horizontalHeader()->setStretchLastSection(true);
    _table->setColumnWidth(1, distanceWidth);
    auto *frame = new QFrame;
    setFrameRole(*frame, FrameRole::Card);
    auto *inside = new QVBoxLayout(frame);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(_table);
    layout()->addWidget(frame);
}

/// Only what is shown has its font.
void JoinField::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    _table->ensurePolished();
    _table->resizeColumnToContents(0);
}

const LikelyParent *JoinField::chosen() const
{
    const int row = _table->currentIndex().row();
    return row >= 0 && row < int(_found.size()) ? &_found[std::size_t(row)] : nullptr;
}

TicketId JoinField::mainTicket() const
{
    const LikelyParent *candidate = chosen();
    return candidate ? candidate->row->id : TicketId {};
}

void JoinField::setMainTicket(const TicketId &ticket)
{
    const auto at = std::ranges::find(_found, ticket, [](const LikelyParent &found) { return found.row->id; });
    if (at != _found.end()) {
        _table->setCurrentIndex(_shown.index(int(at - _found.begin()), 0));
    }
}

/// The one chosen stays chosen where it is still found; else the likeliest is.
void JoinField::search(const QString &words)
{
    const TicketId before = mainTicket();
    const QString wanted = words.trimmed();
    _found = _search ? _search(_child, wanted.toStdString()) : std::vector<LikelyParent>();
    _shown.setRowCount(0);
    int row = 0;
    for (std::size_t i = 0; i < _found.size(); ++i) {
        const TicketRow &found = *_found[i].row;
        QList<QStandardItem *> items;
        for (const QString &text : { shown(found.number), nearnessText(_found[i]), shown(found.title) }) {
            items << new QStandardItem(text);
            items.back()->setToolTip(text);
        }
        _shown.appendRow(items);
        row = found.id == before ? int(i) : row;
    }
    const QString heading =
        wanted.isEmpty() ? tr("Near by, of the same item, within 30 days") : tr("Open tickets with these words");
    _heading->setText(!_found.empty() ? heading
            : wanted.isEmpty()        ? tr("None near by of the same item; type the number of the main ticket.")
                                      : tr("No open ticket has these words."));
    _table->setFixedHeight(std::clamp(int(_found.size()), 1, rowsInSight) * _rowHeight);
    _table->parentWidget()->setVisible(!_found.empty());
    _table->setCurrentIndex(_shown.index(row, 0));
    tell();
    emit mainTicketChanged();
}

void JoinField::tell()
{
    const LikelyParent *candidate = chosen();
    _about->setVisible(candidate);
    if (!candidate) {
        return;
    }
    const TicketRow &row = *candidate->row;
    QStringList facts { tr("reported %1").arg(shortTime(row.reportedAt, _now)), wordFor(row.step) };
    facts << shown(row.region.isEmpty() ? row.place : _directory.placeName(row.region));
    if (row.repeats > 0) {
        facts << tr("%n joined already", nullptr, row.repeats);
    }
    _about->setText(facts.join(QStringLiteral(" · ")) + QLatin1Char('\n')
        + tr("Joined, this report is worked on, answered and closed with %1; it stays in sight and can be separated "
             "again. The other one becomes more important.")
            .arg(shown(row.number)));
}

bool JoinField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const int key = pressed->key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && pressed->modifiers() == Qt::NoModifier) {
        emit mainTicketTaken();
        return true;
    }
    const bool isUpOrDown =
        key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown || key == Qt::Key_PageUp;
    if (watched == _words && isUpOrDown) {
        QCoreApplication::sendEvent(_table, event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace huying
