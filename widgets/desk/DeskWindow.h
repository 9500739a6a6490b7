#pragma once

#include <queue/QueueScreen.h>
#include <ticket/TicketPane.h>
#include <views/TicketSight.h>

#include <QMainWindow>
#include <QPointer>

class QSettings;
class QSplitter;
class QStackedWidget;

namespace huying
{

class MessageBar;
class NavigationRail;
class NewTicketDialog;
class PictureBook;
struct Places;
class OpeningPage;
class SignInDialog;
class TopLine;

/// The desk: rail, top line, the queue (or the map in the queue's place, under the same views and filters) and the
/// ticket. Knows nothing of where tickets come from.
class DeskWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// The places of the rail, in its order; those that do not exist yet cannot be chosen.
    enum class Place : std::uint8_t { Queue, Map, Boards, Bulletin, Responsibilities, Wall, Settings };

    /// `clock` is the corrected time; `county` and `who` stand in the top line.
    DeskWindow(ThemeSource &source, QueueScreen::Clock clock, const QString &county, const QString &who);
    ~DeskWindow() override;

    void setStatus(const DeskStatus &status);
    void setDirectory(std::shared_ptr<const Directory> directory);
    void setRules(std::shared_ptr<const RuleBook> rules);
    /// What places are found in: points outside the county are marked, a new ticket's place is looked up.
    void setPlaces(std::shared_ptr<const Places> places);
    /// Where pictures come from and go to; outlives the window. Without it none are shown or taken.
    void setPictures(PictureBook &pictures);
    /// Who is at the desk; `canSignOut` when that was by name and password.
    void setWho(const QString &who, bool canSignOut);
    /// Asks for name and password, with the reason; empty the first time.
    void askSignIn(const QString &why);
    void failSignIn(const QString &why);
    /// Tickets that are not to be seen here any more; all of them.
    void remove(const std::vector<TicketId> &tickets);
    void removeAll();
    /// Whether who is at the desk may take borders in.
    void setMayImportMap(bool mayImport) { _mayImportMap = mayImport; }
    /// The screen of the map; until there is one its place cannot be chosen.
    void setMap(QWidget *map);

    /// Puts the window and its panes where they were, wears the theme worn last, and keeps both from here on.
    /// `settings` outlives the window.
    void keepIn(QSettings &settings);

    [[nodiscard]] QueueScreen &queue() { return *_queue; }
    [[nodiscard]] TicketPane &ticketPane() { return *_ticket; }
    [[nodiscard]] MessageBar &messages() { return *_messages; }
    void choose(Place place);
    /// Opens the form of a new ticket, with what was entered when it was left.
    void openNewTicket();

signals:
    /// A ticket has been entered at this desk; its number is still empty.
    void reported(const huying::Reported &reported);
    void placeChosen(huying::DeskWindow::Place place);
    /// The ticket of an own action that the backend refused is to be shown.
    void refusedWanted();
    void signInWanted(const QString &name, const QString &password);
    void signOutWanted();
    /// Borders are to be taken in from a file.
    void importMapWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addRail();
    QWidget *addPanes();
    void addKeys();
    void tellRefused(int count);
    void connectParts();
    void railChosen(int place);
    void showMap(bool isShown);
    void openSettings();
    void step(int rows);
    void stepView(int views);
    void scrollTicket(int times);
    void focusTable();
    void showFound();
    void changeBrightness();
    void save();

    ThemeSource &_source;
    QueueScreen::Clock _clock;
    std::shared_ptr<const Directory> _directory;
    std::shared_ptr<const RuleBook> _rules;
    std::shared_ptr<const Places> _places;
    NavigationRail *_rail;
    TopLine *_top;
    MessageBar *_messages;
    MessageBar *_refusals;
    QStackedWidget *_stack;
    OpeningPage *_opening;
    QSplitter *_split;
    QueueScreen *_queue;
    TicketPane *_ticket;
    QPointer<NewTicketDialog> _newTicket;
    QPointer<SignInDialog> _signIn;
    PictureBook *_pictures = nullptr;
    bool _canSignOut = false;
    bool _mayImportMap = true; ///< until somebody signs in who may not: a backend that serves everybody decides nothing
    QSettings *_settings = nullptr;
    Place _place = Place::Queue;
    QString _trouble;
    int _refused = 0;
    QRect _whenNormal; ///< of a maximised window that was made anew
};

} // namespace huying
