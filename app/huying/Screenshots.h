#pragma once

#include "Hall.h"

#include <common/ThemeSource.h>

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace huying
{

/// Leaves a picture of every screen in a folder: waits until the hall is filled, goes through the screens as a person
/// would, and ends the program; with status 1 when a picture could not be made.
class Screenshots : public QObject
{
    Q_OBJECT
public:
    Screenshots(Hall &hall, ThemeSource &theme, const QString &folder);

    void start();

private:
    struct Scene {
        QString name;
        std::function<void()> arrange;
        std::function<bool()> choose = {}; ///< what is chosen once the rows have come; false: they have not
        std::function<void()> after = {}; ///< what is done once that is shown
        std::function<bool()> isWorthIt = {}; ///< false: there is nothing to be seen, and no picture
    };

    void addScenes();
    void addMapScenes();
    void addLastScenes();
    /// Back to the map with what of the county's waste was reported in `months` months from `month` of the last year.
    void showWaste(unsigned month, int months);
    void arrangeNext();
    void look();
    bool isChosen();
    bool isStill();
    void take();
    bool save();
    void end(int status, const QString &why = {});
    bool chooseRow(int row);
    bool chooseFirst(const std::function<bool(const TicketRow &)> &isWanted);
    bool hasLikelyParent(const TicketRow &row) const;
    void moveTo(DeskWindow::Place place, QueueView view, Brightness brightness);

    Hall &_hall;
    ThemeSource &_theme;
    QString _folder;
    std::vector<Scene> _scenes;
    std::size_t _next = 0;
    QTimer _pulse;
    int _waited = 0;
    QImage _picture; ///< as it was at the last look
    int _sameFor = 0; ///< looks
};

} // namespace huying
