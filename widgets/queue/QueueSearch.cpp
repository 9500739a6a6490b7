// The part of QueueScreen that finds tickets by words, and says so where there are none.
#include "QueueScreen.h"

#include <common/ActionButton.h>
#include <common/EmptyState.h>

#include <QSignalBlocker>

#include <utility>

namespace huying
{

void QueueScreen::setWords(const QString &words)
{
    if (words.isEmpty() && _cameFrom) {
        changeView(std::exchange(_cameFrom, {}));
    }
    TicketFilter filter = _filters->filter();
    filter.words = words.toStdString();
    filter.senses = sensesOf(filter.words);
    _filters->setFilter(filter);
}

/// Initials are read when somebody types for the first time: that takes its moment.
std::vector<WordSense> QueueScreen::sensesOf(const std::string &words)
{
    if (!_initials && _directory && !words.empty()) {
        _initials.emplace(*_directory);
    }
    return _initials ? _initials->sensesOf(words) : std::vector<WordSense>();
}

void QueueScreen::goToFound()
{
    const auto view = _views->chosen();
    const bool isSearching = !_filters->filter().words.empty();
    if (isSearching && view && _model.rowCount() == 0) {
        _cameFrom = _cameFrom.value_or(*view);
        lookEverywhere();
    }
    _goesOn = _archive == Answer::Awaited;
    if (!_goesOn && (_model.rowCount() > 0 || !isSearching)) {
        emit found();
    }
}

/// While closed tickets are still being fetched, open ones are found at once.
void QueueScreen::lookEverywhere()
{
    if (_isFirstPart) {
        changeView(QueueView::AllOpen);
    }
    if (_model.rowCount() == 0) {
        changeView({});
    }
}

/// As if it had been chosen, but that it can be gone back from.
void QueueScreen::changeView(std::optional<QueueView> view)
{
    const QSignalBlocker quiet(_views);
    _views->choose(view);
    viewChosen();
}

void QueueScreen::setFirstPart(bool isFirstPart)
{
    _isFirstPart = isFirstPart;
    tellEmpty();
}

void QueueScreen::tellEmpty()
{
    const bool isSearching = !_filters->filter().words.empty();
    const bool isView = _views->chosen().has_value();
    _everywhere->setVisible(isSearching && isView);
    if (_isFirstPart && !isView) {
        _empty->say(
            tr("Closed tickets are still being fetched"), tr("All tickets stand here as soon as they are here."));
    } else if (_archive == Answer::Awaited) {
        _empty->say(tr("Looking through all tickets"), tr("What is found stands here in a moment."));
    } else if (_archive == Answer::Failed) {
        _empty->say(tr("All tickets cannot be read now"), tr("The reason stands above; the views are not touched by it."));
    } else if (isSearching && isView) {
        _empty->say(tr("No ticket of this view is found"), tr("Enter in the search field looks through all tickets."));
    } else if (isSearching) {
        _empty->say(tr("No ticket is found"),
            _filters->isNarrowed() ? tr("Choose other words or clear the filters.") : tr("Choose other words."));
    } else {
        _empty->say(tr("No ticket stands here"), tr("Choose another view or clear the filters."));
    }
}

} // namespace huying
