// From a ticket's acceptance at the backend to its picture in a real desk's queue: a real backend process, one window
// with its desk, and N (`--others N`, 9) more desks without windows in this process. The baseline is what the proposer
// itself waits for, the answer after the commit.
#include "Served.h"

#include <client/BackendCalls.h>
#include <desk/Desk.h>
#include <queue/QueueScreen.h>
#include <support/TicketStory.h>

#include <common/Theme.h>
#include <common/ThemeSource.h>

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <format>
#include <ranges>

#include <unistd.h>

using namespace huying;

namespace
{

using Clock = std::chrono::steady_clock;

Instant clockNow()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

DeskSettings settingsOf(const QString &folder, const QUrl &backend, int number)
{
    DeskSettings made;
    made.folder = folder;
    made.backend = backend;
    made.author = dispatcher();
    made.author.desk = std::to_string(number);
    made.author.person = { "dispatcher-" + std::to_string(number) };
    return made;
}

/// On the live line, and nothing of the beginning is still being fetched.
bool isReady(const DeskStatus &status)
{
    return status.line == DeskStatus::Line::Online && !status.isFirstPart;
}

/// Desks on threads of their own, several to a thread.
class Crowd
{
public:
    Crowd(int count, const QUrl &backend, const QTemporaryDir &folder)
    {
        const int threads = std::min(count, 4);
        for (int i = 0; i < threads; ++i) {
            _threads.push_back(std::make_unique<QThread>());
        }
        for (int i = 0; i < count; ++i) {
            QThread &thread = *_threads[std::size_t(i % threads)];
            auto *desk =
                new Desk(settingsOf(folder.filePath(QStringLiteral("crowd-%1").arg(i)), backend, i + 2), clockNow);
            desk->moveToThread(&thread);
            QObject::connect(&thread, &QThread::started, desk, &Desk::open);
            QObject::connect(&thread, &QThread::finished, desk, &QObject::deleteLater);
            QObject::connect(desk, &Desk::statusChanged, desk, [this, was = false](const DeskStatus &told) mutable {
                const bool is = isReady(told);
                _ready += int(is) - int(std::exchange(was, is));
            });
        }
        std::ranges::for_each(_threads, [](const auto &thread) { thread->start(); });
    }
    ~Crowd()
    {
        for (const auto &thread : _threads) {
            thread->quit();
            thread->wait();
        }
    }
    int ready() const { return _ready; }

private:
    std::vector<std::unique_ptr<QThread>> _threads;
    std::atomic<int> _ready = 0;
};

/// Waits, in the event loop, until something is so.
template <class Condition>
void waitUntil(Condition isSo)
{
    while (!isSo()) {
        QEventLoop loop;
        QTimer::singleShot(2, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

/// Notes when a ticket came to the model, and when the table was painted with it.
class Watch : public QObject
{
public:
    explicit Watch(QueueScreen &queue) : _queue(queue) { queue.table().viewport()->installEventFilter(this); }

    void expect(const TicketId &ticket)
    {
        _ticket = ticket;
        arrived.reset();
        painted.reset();
    }
    void look()
    {
        if (!arrived && _queue.queue().find(_ticket)) {
            arrived = Clock::now();
        }
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && arrived && !painted && isShown()) {
            QTimer::singleShot(0, this, [this, ticket = _ticket] {
                if (ticket == _ticket && !painted) {
                    painted = Clock::now();
                }
            });
        }
        return false;
    }

    std::optional<Clock::time_point> arrived;
    std::optional<Clock::time_point> painted;

private:
    bool isShown() const
    {
        const auto rows = _queue.shownRows();
        return std::ranges::any_of(rows, [this](const RowPointer &row) { return row->id == _ticket; });
    }

    QueueScreen &_queue;
    TicketId _ticket;
};

double milliseconds(Clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

void say(const char *what, std::vector<double> values, const std::vector<double> &baseline)
{
    std::ranges::sort(values);
    const auto at = [](const std::vector<double> &sorted, double part) {
        return sorted[std::min(sorted.size() - 1, std::size_t(part * double(sorted.size())))];
    };
    std::printf("%-40s median %6.1f ms   99th percentile %6.1f ms   ratio of medians %.2f\n", what, at(values, 0.5),
        at(values, 0.99), at(values, 0.5) / at(baseline, 0.5));
}

/// A report that nobody else made.
TicketEvent reportOf(int round)
{
    TicketEvent event;
    event.at = clockNow();
    event.id = numbered((std::uint64_t { 1 } << 40U) + std::uint64_t(round));
    event.ticket = event.id;
    event.author = dispatcher();
    Reported content = report();
    content.number = std::format("20230712-99-{:04}", round + 1);
    event.content = content;
    return event;
}

Theme themeOf(Brightness brightness)
{
    QFile tokens(QStringLiteral(":/huying/styles/tokens.json"));
    if (!tokens.open(QIODevice::ReadOnly)) {
        std::exit(1);
    }
    return need(readTheme(tokens.readAll(), brightness));
}

} // namespace

int main(int count, char **arguments) // NOLINT(bugprone-exception-escape)
{
    QApplication application(count, arguments);
    const int others = lastNumber(QApplication::arguments(), 9);
    constexpr int rounds = 300;
    constexpr int before = 30; // not measured: ten desks that have just begun tidy up at once, on one machine
    const QTemporaryDir folder;
    const QString ledger = folder.filePath(QStringLiteral("county.ledger"));
    simulateInto(ledger, 20'000);
    const Served served(ledger);
    const ThemeSource theme(themeOf(Brightness::Light), themeOf(Brightness::Dark));
    QueueScreen queue(theme, clockNow);
    queue.views().choose(QueueView::New);
    queue.resize(1600, 900);
    queue.show();
    Watch watch(queue);

    QThread writing;
    auto *desk = new Desk(settingsOf(folder.filePath(QStringLiteral("desk")), served.url(), 1), clockNow);
    desk->moveToThread(&writing);
    DeskStatus status;
    QObject::connect(&writing, &QThread::finished, desk, &QObject::deleteLater);
    QObject::connect(desk, &Desk::statusChanged, &queue, [&](const DeskStatus &told) { status = told; });
    QObject::connect(desk, &Desk::rowsChanged, &queue, [&](const std::vector<RowPointer> &rows) {
        queue.take(rows);
        watch.look();
    });
    QObject::connect(&writing, &QThread::started, desk, &Desk::open);
    writing.start();
    const Crowd crowd(others, served.url(), folder);
    waitUntil([&] { return isReady(status) && crowd.ready() == others; });
    // and what the beginning has left behind is done
    ::sync();
    const auto begin = Clock::now() + std::chrono::seconds { 3 };
    waitUntil([&] { return Clock::now() >= begin; });

    BackendCalls calls({ .url = served.url(), .token = {} });
    std::vector<double> answered;
    std::vector<double> arrived;
    std::vector<double> painted;
    // The backend takes it in at some moment between the two: these say more than is asked for.
    std::vector<double> arrivedSinceSent;
    std::vector<double> paintedSinceSent;
    for (int round = -before; round < rounds; ++round) {
        const TicketEvent event = reportOf(before + round);
        watch.expect(event.ticket);
        const Clock::time_point sent = Clock::now();
        const auto outcomes = need(calls.propose(std::vector { Proposal { { recordOf(event, {}) } } }));
        const Clock::time_point accepted = Clock::now();
        if (!outcomes.front().isAccepted()) {
            std::fprintf(stderr, "%s\n", qPrintable(outcomes.front().refused->text));
            return 1;
        }
        waitUntil([&] { return watch.painted.has_value(); });
        if (round < 0) {
            continue;
        }
        answered.push_back(milliseconds(accepted - sent));
        arrived.push_back(milliseconds(*watch.arrived - accepted));
        painted.push_back(milliseconds(*watch.painted - accepted));
        arrivedSinceSent.push_back(milliseconds(*watch.arrived - sent));
        paintedSinceSent.push_back(milliseconds(*watch.painted - sent));
    }
    std::ranges::sort(answered);
    std::printf("%d desks, %d tickets one after the other\n", others + 1, rounds);
    say("sent to answered (baseline)", answered, answered);
    say("answered to the window's model", arrived, answered);
    say("answered to the window's picture", painted, answered);
    say("sent to the window's model", arrivedSinceSent, answered);
    say("sent to the window's picture", paintedSinceSent, answered);
    writing.quit();
    writing.wait();
    return 0;
}
