#include "Command.h"

#include "Console.h"
#include "Ledgers.h"
#include "Options.h"
#include "ReadLog.h"

#include <accounts/AccountStore.h>
#include <language/Columns.h>
#include <postgres/SharedAccounts.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <termios.h>
#include <unistd.h>

namespace huying
{

namespace
{

struct SayAccount {
    Q_DECLARE_TR_FUNCTIONS(huyingctl)
};

/// The terminal does not show what is typed while this lives; nothing happens where there is no terminal.
class Unseen
{
public:
    Unseen()
    {
        _isTerminal = tcgetattr(STDIN_FILENO, &_before) == 0;
        if (_isTerminal) {
            termios quiet = _before;
            quiet.c_lflag &= ~tcflag_t(ECHO);
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~Unseen()
    {
        if (_isTerminal) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &_before);
            Console::complain({});
        }
    }
    Unseen(const Unseen &) = delete;
    Unseen &operator=(const Unseen &) = delete;

    bool isTerminal() const { return _isTerminal; }

private:
    termios _before {};
    bool _isTerminal = false;
};

std::string lineTyped(const QString &prompt)
{
    const Unseen unseen;
    if (unseen.isTerminal()) {
        Console::complain(prompt);
    }
    std::string line;
    char letter = 0;
    while (line.size() < 1000 && ::read(STDIN_FILENO, &letter, 1) == 1 && letter != '\n') {
        line += letter;
    }
    return line;
}

/// Twice from a terminal, once from a pipe; never from the command line, where everybody on the machine reads it.
std::expected<std::string, Failure> passwordTyped()
{
    std::string password = lineTyped(SayAccount::tr("Password:"));
    if (::isatty(STDIN_FILENO) == 1 && lineTyped(SayAccount::tr("Once more:")) != password) {
        return failure(FailureKind::Invalid, SayAccount::tr("The two passwords are not the same."));
    }
    return password;
}

std::expected<Account, Failure> accountIn(const Options &options)
{
    const auto name = options.needed(QStringLiteral("name"));
    const auto role = wordIn<Role>(roleNames, options.text(QStringLiteral("role")).toStdString());
    if (!name || !role) {
        return failure(FailureKind::Invalid,
            name ? SayAccount::tr(
                       "--role is dispatcher, unit, township, leader, organisation, wall, administrator or machine.")
                 : name.error().text);
    }
    const auto orName = [&](const QString &option) {
        return (options.has(option) ? options.text(option) : *name).toStdString();
    };
    return Account { .name = name->toStdString(),
        .displayName = orName(QStringLiteral("display-name")),
        .person = { orName(QStringLiteral("person")) },
        .role = *role,
        .unit = { options.text(QStringLiteral("unit")).toStdString() },
        .region = { options.text(QStringLiteral("region")).toStdString() },
        .isDisabled = false };
}

QJsonObject objectOf(const Account &account)
{
    return { { QStringLiteral("name"), textOf(account.name) },
        { QStringLiteral("displayName"), textOf(account.displayName) },
        { QStringLiteral("person"), textOf(account.person.text) },
        { QStringLiteral("role"), textOf(nameIn(roleNames, account.role)) },
        { QStringLiteral("unit"), textOf(account.unit.text) },
        { QStringLiteral("region"), textOf(account.region.text) },
        { QStringLiteral("isDisabled"), account.isDisabled } };
}

std::expected<void, Failure> list(const AccountStore &store, Console &console)
{
    return store.all().transform([&](const std::vector<Account> &accounts) {
        QList<QStringList> rows;
        QJsonArray all;
        for (const Account &account : accounts) {
            const QString where = textOf(account.region.isEmpty() ? account.unit.text : account.region.text);
            rows.append({ textOf(account.name), textOf(nameIn(roleNames, account.role)), textOf(account.displayName),
                where, account.isDisabled ? SayAccount::tr("disabled") : QString() });
            all.append(objectOf(account));
        }
        console.answer(rows.isEmpty() ? SayAccount::tr("There are no accounts.") : tableText(rows),
            { { QStringLiteral("accounts"), all } });
    });
}

/// A ledger of an older schema is brought up to date where nobody holds it; for the first account a new one is founded.
std::expected<AccountStore, Failure> storeOf(const std::filesystem::path &ledger, const Options &options)
{
    std::error_code unknown;
    if (options.arguments().constFirst() == u"add" && !std::filesystem::exists(ledger, unknown)) {
        const RegionCode county { options.text(QStringLiteral("county")).toStdString() };
        if (const auto founded = openOrFound(ledger, county); !founded) {
            return std::unexpected(founded.error());
        }
    }
    auto store = AccountStore::open(ledger);
    if (!store && store.error().kind == FailureKind::Refused) {
        if (const auto opened = Ledger::open(ledger, LedgerSettings {}); !opened) {
            return std::unexpected(opened.error());
        }
        store = AccountStore::open(ledger);
    }
    return store;
}

/// The same in a database.
std::expected<AccountStore, Failure> storeOf(const CountyDatabase &database, const Options &options)
{
    if (options.arguments().constFirst() == u"add") {
        if (const auto founded = DatabaseWriting::found(database); !founded) {
            return std::unexpected(founded.error());
        }
    }
    return SharedAccounts::open(database.address, database.county).transform([](std::unique_ptr<SharedAccounts> rows) {
        return AccountStore(std::move(rows));
    });
}

std::expected<void, Failure> carryOut(
    const QString &what, const Options &options, AccountStore &store, Console &console)
{
    if (what == u"list") {
        return list(store, console);
    }
    const auto answer = [&](const QString &words, const QJsonObject &object) { console.answer(words, object); };
    if (what == u"add") {
        const auto account = accountIn(options).and_then(
            [](const Account &made) { return checkAccount(made).transform([&] { return made; }); });
        if (!account) {
            return std::unexpected(account.error());
        }
        return passwordTyped()
            .and_then([&](const std::string &password) { return store.add(*account, password); })
            .transform([&] {
                answer(SayAccount::tr("The account %1 has been made.").arg(textOf(account->name)), objectOf(*account));
            });
    }
    const auto name = options.needed(QStringLiteral("name"));
    if (!name) {
        return std::unexpected(name.error());
    }
    const QJsonObject named { { QStringLiteral("name"), *name } };
    if (what == u"password") {
        return passwordTyped()
            .and_then([&](const std::string &password) { return store.setPassword(name->toStdString(), password); })
            .transform([&] {
                answer(SayAccount::tr("%1 has a new password and is signed out everywhere.").arg(*name), named);
            });
    }
    const bool isDisabled = what == u"disable";
    return store.setDisabled(name->toStdString(), isDisabled).transform([&] {
        answer(isDisabled ? SayAccount::tr("%1 may no longer sign in.").arg(*name)
                          : SayAccount::tr("%1 may sign in again.").arg(*name),
            named);
    });
}

} // namespace

int accountCommand(const QStringList &arguments)
{
    Options options(
        SayAccount::tr("Who may sign in at the backend of a ledger: add, list, disable, enable, password. Passwords "
                       "are asked for, or read as one line from standard input. A backend may hold the ledger "
                       "meanwhile."));
    options.addArgument(QStringLiteral("add|list|disable|enable|password"), SayAccount::tr("What to do."));
    options.add(QStringLiteral("ledger"), SayAccount::tr("The ledger."), QStringLiteral("FILE|URL"));
    options.add(QStringLiteral("name"), SayAccount::tr("What one signs in with."), QStringLiteral("NAME"));
    options.add(QStringLiteral("display-name"), SayAccount::tr("What colleagues call them; the name when left out."),
        QStringLiteral("NAME"));
    options.add(
        QStringLiteral("person"), SayAccount::tr("Their id in the log; the name when left out."), QStringLiteral("ID"));
    options.add(QStringLiteral("role"),
        SayAccount::tr("dispatcher, unit, township, leader, organisation, wall, administrator or machine."),
        QStringLiteral("ROLE"));
    options.add(QStringLiteral("unit"), SayAccount::tr("The code of its unit, for units and townships."),
        QStringLiteral("CODE"));
    options.add(
        QStringLiteral("region"), SayAccount::tr("The code of its region, for townships."), QStringLiteral("CODE"));
    addCountyOption(options);
    if (const auto status = options.read(arguments)) {
        return *status;
    }
    Console console(options.isJson());
    const QString what = options.arguments().constFirst();
    if (!QStringList { QStringLiteral("add"), QStringLiteral("list"), QStringLiteral("disable"),
            QStringLiteral("enable"), QStringLiteral("password") }
            .contains(what)) {
        return console.fail(
            { FailureKind::Invalid, SayAccount::tr("“%1” is nothing to do with accounts.").arg(what) }, WrongUsage);
    }
    const auto place = ledgerPlaceIn(options, QStringLiteral("ledger"));
    if (!place) {
        return console.fail(place.error(), WrongUsage);
    }
    auto store = std::visit([&](const auto &ledger) { return storeOf(ledger, options); }, *place);
    if (!store) {
        return console.fail(store.error(), NotDone);
    }
    const auto done = carryOut(what, options, *store, console);
    if (!done) {
        return console.fail(done.error(), done.error().kind == FailureKind::Invalid ? WrongUsage : NotDone);
    }
    return Done;
}

} // namespace huying
