#include "DeskFixture.h"

#include <language/Translation.h>
#include <support/TicketStory.h>

#include <QApplication>
#include <QFile>

namespace huying
{

using namespace Qt::StringLiterals;

namespace
{

Theme linkedTheme(Brightness brightness)
{
    QFile file(u":/huying/styles/tokens.json"_s);
    return file.open(QIODevice::ReadOnly) ? readTheme(file.readAll(), brightness).value() : Theme();
}

} // namespace

DeskFixture::DeskFixture() : source(linkedTheme(Brightness::Light), linkedTheme(Brightness::Dark)) {}

void DeskFixture::initTestCase()
{
    QVERIFY(installTranslation(*qApp));
    dress(*qApp, source);
    county = deskCounty(120);
}

void DeskFixture::init()
{
    Sentences::init();
    source.wear(Brightness::Light);
    desk = std::make_unique<DeskWindow>(source, [this] { return county.now; }, u"巨鹿县"_s, u"一席"_s);
    desk->setDirectory(county.directory);
    desk->setRules(county.rules);
    DeskStatus status;
    status.line = DeskStatus::Line::Online;
    desk->setStatus(status);
    desk->resize(1500, 900);
}

bool DeskFixture::open()
{
    desk->show();
    desk->activateWindow();
    return QTest::qWaitForWindowActive(desk.get());
}

void DeskFixture::see(const TicketSight &sight)
{
    pane().show(std::make_shared<const TicketSight>(sight));
    QCoreApplication::processEvents();
}

TicketSight DeskFixture::sight(QStringView name)
{
    for (NamedSight &named : tellingSights(county)) {
        if (named.name == name) {
            return named.sight;
        }
    }
    return {};
}

TicketSight DeskFixture::later(const TicketSight &before, TicketContent content, Author author)
{
    Ticket ticket = before.ticket;
    const TicketEvent event { numbered(7'000'000 + ticket.version), ticket.id, ticket.version, std::move(author),
        county.now, std::move(content) };
    if (!apply(ticket, event, *county.rules)) {
        return {};
    }
    return sightOf(county, ticket);
}

void DeskFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : desk.get(), key, modifiers);
}

} // namespace huying
