#include <accounts/AccountStore.h>
#include <accounts/Guesses.h>
#include <accounts/Secrets.h>
#include <storage/Schema.h>
#include <support/Sentences.h>

#include <QTemporaryDir>

using namespace huying;
using namespace std::chrono_literals;

namespace
{

constexpr Instant now { std::chrono::hours { 480'000 } };

Account wang()
{
    return { .name = "wang",
        .displayName = "王某",
        .person = { "dispatcher-07" },
        .role = Role::Dispatcher,
        .unit = {},
        .region = {} };
}

} // namespace

class TestStore : public Sentences
{
    Q_OBJECT
private:
    QTemporaryDir _folder;
    std::optional<AccountStore> _store;

private slots:
    void initTestCase()
    {
        const auto file = _folder.filePath(QStringLiteral("county.ledger")).toStdString();
        auto database = Database::open(file, Opening::Create);
        QVERIFY(prepareSchema(*database, FileKind::Ledger));
        auto opened = AccountStore::open(file);
        QVERIFY(opened.has_value());
        _store.emplace(std::move(*opened));
        QVERIFY(_store->add(wang(), "right password"));
    }

    void theRightPasswordOpensAndAWrongOneDoesNot()
    {
        QCOMPARE(_store->withPassword("wang", "right password").value(), std::optional(wang()));
        QCOMPARE(_store->withPassword("wang", "wrong password").value(), std::nullopt);
        QCOMPARE(_store->withPassword("nobody", "right password").value(), std::nullopt);
    }

    void aNameAndAPersonHaveOneAccount()
    {
        Account other = wang();
        QCOMPARE(_store->add(other, "right password").error().kind, FailureKind::Refused);
        other.name = "wang2";
        QCOMPARE(_store->add(other, "right password").error().kind, FailureKind::Refused);
    }

    void whatAnAccountNeedsIsSaid()
    {
        Account unit {
            .name = "water", .displayName = "供水", .person = { "w" }, .role = Role::Unit, .unit = {}, .region = {}
        };
        QCOMPARE(_store->add(unit, "right password").error().kind, FailureKind::Invalid);
        unit.unit = { "U01" };
        unit.region = { "130529100" };
        QCOMPARE(checkAccount(unit).error().kind, FailureKind::Invalid);
        unit.role = Role::Township;
        QVERIFY(checkAccount(unit));
        unit.name = "two\nlines";
        QCOMPARE(checkAccount(unit).error().kind, FailureKind::Invalid);
        QCOMPARE(_store->add(wang(), "short").error().kind, FailureKind::Invalid);
    }

    void aSessionLastsUntilItExpires()
    {
        const SignedIn signedIn = _store->begin(wang(), now).value();
        QCOMPARE(signedIn.token.size(), std::size_t { 64 });
        QCOMPARE(_store->whose(signedIn.token, now + 24h).value(), std::optional(wang()));
        QCOMPARE(_store->whose(signedIn.token, signedIn.expires).value(), std::nullopt);
        QCOMPARE(_store->whose("0123", now).value(), std::nullopt);
        QVERIFY(_store->end(signedIn.token));
        QCOMPARE(_store->whose(signedIn.token, now).value(), std::nullopt);
    }

    void theFiftyFirstSessionEndsTheOldest()
    {
        std::vector<std::string> tokens;
        tokens.reserve(51);
        for (int i = 0; i < 51; ++i) {
            tokens.push_back(_store->begin(wang(), now + std::chrono::seconds { i })->token);
        }
        QVERIFY(!_store->whose(tokens.front(), now + 60s).value());
        QVERIFY(_store->whose(tokens[1], now + 60s).value());
        QVERIFY(_store->whose(tokens.back(), now + 60s).value());
    }

    void aDisabledAccountIsOut()
    {
        const SignedIn signedIn = _store->begin(wang(), now).value();
        QVERIFY(_store->setDisabled("wang", true));
        QCOMPARE(_store->whose(signedIn.token, now).value(), std::nullopt);
        QCOMPARE(_store->withPassword("wang", "right password").value(), std::nullopt);
        QVERIFY(_store->setDisabled("wang", false));
        QVERIFY(_store->withPassword("wang", "right password").value());
        QCOMPARE(_store->setDisabled("nobody", true).error().kind, FailureKind::NotFound);
    }

    void aNewPasswordEndsTheOldOneAndItsSessions()
    {
        const SignedIn signedIn = _store->begin(wang(), now).value();
        QVERIFY(_store->setPassword("wang", "another password"));
        QCOMPARE(_store->whose(signedIn.token, now).value(), std::nullopt);
        QCOMPARE(_store->withPassword("wang", "right password").value(), std::nullopt);
        QVERIFY(_store->withPassword("wang", "another password").value());
    }

    void neitherPasswordNorTokenIsInTheFile()
    {
        const SignedIn signedIn = _store->begin(wang(), now).value();
        QByteArray all;
        for (const char *ending : { "", "-wal" }) {
            QFile file(_folder.filePath(QStringLiteral("county.ledger") + QLatin1StringView(ending)));
            QVERIFY(file.open(QIODevice::ReadOnly));
            all += file.readAll();
        }
        QVERIFY(all.contains("$argon2id$"));
        QVERIFY(!all.contains("right password"));
        QVERIFY(!all.contains(QByteArray::fromStdString(signedIn.token)));
        QVERIFY(!all.contains(QByteArray::fromHex(QByteArray::fromStdString(signedIn.token))));
    }

    void guessesAreSlowedDownAndForgotten()
    {
        Guesses guesses;
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(guesses.waitFor("wang", now), 0ms);
            guesses.wrong("wang", now);
        }
        QCOMPARE(guesses.waitFor("wang", now), 1s);
        QCOMPARE(guesses.waitFor("wang", now + 1s), 0ms);
        guesses.wrong("wang", now + 1s);
        QCOMPARE(guesses.waitFor("wang", now + 1s), 2s);
        for (int i = 0; i < 100; ++i) {
            guesses.wrong("wang", now);
        }
        QCOMPARE(guesses.waitFor("wang", now), 60s);
        QCOMPARE(guesses.waitFor("wang", now - 24h), 60s);
        QCOMPARE(guesses.waitFor("wang", now + 16min), 0ms);
        guesses.right("wang");
        QCOMPARE(guesses.waitFor("wang", now), 0ms);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
