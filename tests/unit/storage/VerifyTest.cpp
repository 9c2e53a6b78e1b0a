#include "core/storage/DecisionRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

using domain::Decision;

/// Six decisions, then somebody changes the file by hand.
class VerifyTest : public StorageTest {
protected:
    VerifyTest() {
        const domain::ContentId item = addArticle(QStringLiteral("a"));
        for (int n = 0; n < 6; ++n) {
            decide(item, Decision::Kind::Confirm,
                   n % 2 == 0 ? QStringLiteral("fun") : QStringLiteral("food"));
        }
    }
    DecisionRepository::Verification verifyAfter(const QStringList& statements) {
        tamper(QStringList{QStringLiteral("DROP TRIGGER decisions_stay"),
                           QStringLiteral("DROP TRIGGER decisions_are_kept"),
                           QStringLiteral("DROP TRIGGER decisions_follow_each_other")} +
               statements);
        return must(DecisionRepository(reader()).verify({}));
    }
};

TEST_F(VerifyTest, anUntouchedChainHolds) {
    const auto verification = must(DecisionRepository(reader()).verify({}));
    EXPECT_TRUE(verification.ok);
    EXPECT_EQ(6, verification.decisions);
    EXPECT_FALSE(verification.firstBroken.isValid());
}

TEST_F(VerifyTest, anEmptyChainHolds) {
    const auto other =
        must(Library::open(folder.filePath(QStringLiteral("empty")), OpenMode::ReadWrite, clock));
    EXPECT_TRUE(must(DecisionRepository(other->reader()).verify({})).ok);
}

TEST_F(VerifyTest, namesAnEditedRecord) {
    const auto verification = verifyAfter(
        {QStringLiteral("UPDATE decisions SET record = replace(record, 'food', 'fun') WHERE id = 4")});
    EXPECT_FALSE(verification.ok);
    EXPECT_EQ(4, verification.firstBroken.value);
    EXPECT_EQ(6, verification.decisions);
    EXPECT_TRUE(verification.what.contains(QStringLiteral("4")));
}

TEST_F(VerifyTest, namesARecordThatWasEditedWithItsHash) {
    const Decision forged = [this] {
        Decision decision = must(DecisionRepository(reader()).find(domain::DecisionId{3}));
        decision.category = QStringLiteral("politics");
        return decision;
    }();
    const QByteArray record = domain::decisionRecord(forged);
    const auto verification = verifyAfter(
        {QStringLiteral("UPDATE decisions SET category = 'politics', record = '%1', hash = '%2' WHERE id = 3")
             .arg(QString::fromUtf8(record),
                  QString::fromUtf8(domain::decisionHash(forged.previousHash, record)))});
    EXPECT_FALSE(verification.ok);
    EXPECT_EQ(4, verification.firstBroken.value); // Number 4 still follows the one that was there.
}

TEST_F(VerifyTest, namesAnEditedColumn) {
    for (const auto& [column, value] :
         {std::pair{"category", "'disaster'"}, std::pair{"person", "'eve'"}, std::pair{"kind", "'skip'"},
          std::pair{"decided_at", "5"}, std::pair{"reason", "'rumour'"}}) {
        const auto verification =
            verifyAfter({QStringLiteral("CREATE TABLE kept AS SELECT %1 AS v FROM decisions WHERE id = 2")
                             .arg(QLatin1String(column)),
                         QStringLiteral("UPDATE decisions SET %1 = %2 WHERE id = 2")
                             .arg(QLatin1String(column), QLatin1String(value))});
        EXPECT_FALSE(verification.ok) << column;
        EXPECT_EQ(2, verification.firstBroken.value) << column;
        tamper(
            {QStringLiteral("UPDATE decisions SET %1 = (SELECT v FROM kept) WHERE id = 2")
                 .arg(QLatin1String(column)),
             QStringLiteral("DROP TABLE kept"),
             QStringLiteral("CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT 1; END"),
             QStringLiteral(
                 "CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN SELECT 1; END"),
             QStringLiteral("CREATE TRIGGER decisions_follow_each_other BEFORE INSERT ON decisions BEGIN "
                            "SELECT 1; END")});
        EXPECT_TRUE(must(DecisionRepository(reader()).verify({})).ok);
    }
}

TEST_F(VerifyTest, namesADeletedDecision) {
    const auto verification = verifyAfter({QStringLiteral("DELETE FROM decisions WHERE id = 3")});
    EXPECT_FALSE(verification.ok);
    EXPECT_EQ(3, verification.firstBroken.value);
}

TEST_F(VerifyTest, namesTheFirstOfADeletedTail) {
    const auto verification = verifyAfter({QStringLiteral("DELETE FROM decisions WHERE id >= 5")});
    EXPECT_FALSE(verification.ok);
    EXPECT_EQ(5, verification.firstBroken.value);
}

TEST_F(VerifyTest, namesADeletedBeginning) {
    const auto verification = verifyAfter({QStringLiteral("DELETE FROM decisions WHERE id = 1")});
    EXPECT_FALSE(verification.ok);
    EXPECT_EQ(1, verification.firstBroken.value);
}

TEST_F(VerifyTest, namesTheFirstOfTwoSwappedRows) {
    const auto verification = verifyAfter({QStringLiteral("PRAGMA foreign_keys = OFF"),
                                           QStringLiteral("UPDATE decisions SET id = 100 WHERE id = 2"),
                                           QStringLiteral("UPDATE decisions SET id = 2 WHERE id = 5"),
                                           QStringLiteral("UPDATE decisions SET id = 5 WHERE id = 100")});
    EXPECT_FALSE(verification.ok);
    EXPECT_EQ(2, verification.firstBroken.value);
}

TEST_F(VerifyTest, seesAMissingOrForgedEnd) {
    auto verification = verifyAfter({QStringLiteral("UPDATE decision_chain SET decisions = 4")});
    EXPECT_FALSE(verification.ok);
    EXPECT_EQ(5, verification.firstBroken.value);
    tamper({QStringLiteral("DELETE FROM decision_chain")});
    verification = must(DecisionRepository(reader()).verify({}));
    EXPECT_FALSE(verification.ok);
}

TEST_F(VerifyTest, canBeCancelled) {
    const JobContext context;
    context.cancel();
    const auto verification = DecisionRepository(reader()).verify(context);
    ASSERT_FALSE(verification);
    EXPECT_TRUE(verification.error().isCancelled());
}

} // namespace
} // namespace moderato::storage
