#include "MatchTable.h"

#include <geo/RemarkWords.h>

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace huying
{

namespace
{

enum Column : int { Name, Code, RegionName, How };

QString placeText(const Directory &directory, const RegionCode &code)
{
    return QString::fromStdString(directory.placeName(code));
}

} // namespace

MatchTable::MatchTable(QWidget *parent) : QTableWidget(parent)
{
    setColumnCount(4);
    setHorizontalHeaderLabels({ tr("In the file"), tr("Code"), tr("Region"), tr("How") });
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    connect(this, &QTableWidget::cellDoubleClicked, this, &MatchTable::suggestNext);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row >= 0 && row < std::ssize(_matching.matches)) {
            emit featureChosen(_matching.matches[std::size_t(row)].feature);
        }
    });
}

void MatchTable::show(const Matching &matching, const Directory &directory)
{
    _matching = matching;
    _directory = &directory;
    setRowCount(int(_matching.matches.size()));
    for (int row = 0; row < rowCount(); ++row) {
        fill(row);
    }
}

void MatchTable::fill(int row)
{
    const Match &match = _matching.matches[std::size_t(row)];
    QString how = wordFor(match.by);
    if (match.region.isEmpty() && !match.suggestions.empty()) {
        QStringList names;
        for (const RegionCode &code : match.suggestions) {
            names << placeText(*_directory, code);
        }
        how = tr("%1; perhaps %2 (Return)").arg(how, names.join(QStringLiteral("、")));
    }
    const QString region = match.region.isEmpty() ? QStringLiteral("—") : placeText(*_directory, match.region);
    const QStringList cells { nameOf(match), match.code, region, how };
    for (int column = 0; column < cells.size(); ++column) {
        setItem(row, column, new QTableWidgetItem(cells[column]));
    }
}

void MatchTable::suggestNext(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    Match &match = _matching.matches[std::size_t(row)];
    const bool isOpen =
        match.by == MatchedBy::Nothing || match.by == MatchedBy::SeveralNames || match.by == MatchedBy::Hand;
    if (!isOpen || match.suggestions.empty()) {
        return;
    }
    const auto next = match.region.isEmpty() ? match.suggestions.begin()
                                             : std::next(std::ranges::find(match.suggestions, match.region));
    match.region = next == match.suggestions.end() ? RegionCode() : *next;
    match.by = match.region.isEmpty() ? MatchedBy::Nothing : MatchedBy::Hand;
    fill(row);
    emit matchChanged();
}

void MatchTable::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() == Qt::NoModifier) {
        suggestNext(currentRow());
        return;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace huying
