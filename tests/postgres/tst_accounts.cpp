#include "ClusterSentences.h"

#include <accounts/AccountStore.h>
#include <postgres/SharedAccounts.h>
#include <postgres/SharedLog.h>

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

Account waterworks()
{
    return { .name = "water",
        .displayName = "供水",
        .person = { "w" },
        .role = Role::Unit,
        .unit = { "U01" },
        .region = {},
        .isDisabled = true };
}

} // namespace

/// The same promises as for accounts in a file.
class TestAccounts : public ClusterSentences
{
    Q_OBJECT

    std::optional<AccountStore> _store;

    AccountStore storeOf(const std::string &county) const
    {
        (void)SharedLog::openOrFound(cluster().address(), { { county }, now });
        return AccountStore(SharedAccounts::open(cluster().address(), { county }).value());
    }

private slots:
    void init()
    {
        Sentences::init();
        empty();
        _store.emplace(storeOf("130529"));
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
        QCOMPARE(_store->all()->size(), std::size_t { 1 });
    }

    void allAreListedAsTheyWereMade()
    {
        QVERIFY(_store->add(waterworks(), "right password"));
        QCOMPARE(_store->all().value(), (std::vector { wang(), waterworks() }));
        QCOMPARE(_store->find("water").value(), std::optional(waterworks()));
        QCOMPARE(_store->find("nobody").value(), std::nullopt);
    }

    void aSessionLastsUntilItExpires()
    {
        const SignedIn signedIn = _store->begin(wang(), now).value();
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

    void whoIsDisabledOrGetsAPasswordIsOut()
    {
        const auto isIn = [&](const SignedIn &signedIn) { return _store->whose(signedIn.token, now)->has_value(); };
        const SignedIn first = _store->begin(wang(), now).value();
        QVERIFY(_store->setPassword("wang", "another password"));
        QVERIFY(!isIn(first));
        QVERIFY(!_store->withPassword("wang", "right password").value());
        const SignedIn second = _store->begin(wang(), now).value();
        QVERIFY(_store->setDisabled("wang", true));
        QVERIFY(!isIn(second));
        QVERIFY(!_store->withPassword("wang", "another password").value());
        QVERIFY(_store->setDisabled("wang", false));
        QVERIFY(!isIn(second));
        QVERIFY(_store->withPassword("wang", "another password").value());
        QCOMPARE(_store->setDisabled("nobody", true).error().kind, FailureKind::NotFound);
    }

    void everyCountyHasAccountsOfItsOwn()
    {
        auto neighbour = storeOf("130530");
        QVERIFY(neighbour.all()->empty());
        QVERIFY(neighbour.add(wang(), "a password of its own"));
        const SignedIn signedIn = neighbour.begin(wang(), now).value();
        QVERIFY(!_store->whose(signedIn.token, now).value());
        QVERIFY(!_store->withPassword("wang", "a password of its own").value());
        QVERIFY(_store->setDisabled("wang", true));
        QVERIFY(neighbour.whose(signedIn.token, now).value());
    }

    void whoWasThereStaysForTenMinutesWithoutTheDatabase()
    {
        const SignedIn signedIn = _store->begin(wang(), now).value();
        QVERIFY(_store->whose(signedIn.token, now).value());
        QVERIFY(cluster().crash());
        QCOMPARE(_store->whose(signedIn.token, now + 9min).value(), std::optional(wang()));
        QCOMPARE(_store->whose(signedIn.token, now + 10min).error().kind, FailureKind::Unreachable);
        QCOMPARE(_store->whose("0123", now).error().kind, FailureKind::Unreachable);
        QCOMPARE(_store->withPassword("wang", "right password").error().kind, FailureKind::Unreachable);
        QVERIFY(cluster().start());
        QTRY_VERIFY(_store->whose(signedIn.token, now + 10min).has_value());
    }

    void noPasswordAndNoTokenIsKept()
    {
        const SignedIn signedIn = _store->begin(wang(), now).value();
        const QString kept = cluster().ask(QStringLiteral("SELECT * FROM huying.account, huying.session"));
        QVERIFY(kept.contains(QStringLiteral("$argon2id$")));
        QVERIFY(!kept.contains(QStringLiteral("right password")));
        QVERIFY(!kept.contains(QString::fromStdString(signedIn.token)));
    }
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
