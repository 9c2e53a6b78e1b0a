#include "core/storage/Connection.h"
#include "tests/support/StorageFixture.h"

namespace moderato::storage {
namespace {

class SchemaTest : public StorageTest {
protected:
    Status run(const QString& sql) {
        return library->writeAndWait([&](Connection& connection) { return connection.execute(sql); });
    }
    bool isEmpty(const QString& sql) {
        Query query = reader().query(sql);
        const bool found = query.next();
        EXPECT_TRUE(query.ok());
        return !found;
    }
};

TEST_F(SchemaTest, everyTableIsStrict) {
    EXPECT_TRUE(isEmpty(QStringLiteral(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 "
        "AND name NOT LIKE 'sqlite_%'")));
}

TEST_F(SchemaTest, foreignKeysAreEnforced) {
    EXPECT_FALSE(run(QStringLiteral(
        "INSERT INTO flags (content_id, rule, detail, score, raised_at) VALUES (99, 'x', '', 0, 0)")));
    EXPECT_TRUE(isEmpty(QStringLiteral("SELECT 1 FROM pragma_foreign_key_check")));
}

TEST_F(SchemaTest, checksRefuseWhatIsNotInTheDomain) {
    addArticle(QStringLiteral("a"));
    EXPECT_FALSE(run(QStringLiteral("UPDATE content SET kind = 'song'")));
    EXPECT_FALSE(run(QStringLiteral("UPDATE content SET state = 'lost'")));
    EXPECT_FALSE(run(QStringLiteral("UPDATE content SET title = NULL")));
    EXPECT_FALSE(run(QStringLiteral("UPDATE content SET imported_at = 'yesterday'")));
    EXPECT_FALSE(run(QStringLiteral(
        "INSERT INTO review_items (content_id, reason, priority, state) VALUES (1, 'mood', 0, 'open')")));
    EXPECT_FALSE(run(
        QStringLiteral("INSERT INTO quality_labels (content_id, task, origin, value, degree, labelled_at) "
                       "VALUES (1, 'clicks', 'expert', 'positive', 101, 0)")));
}

TEST_F(SchemaTest, decisionsAreAppendOnly) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    decide(item, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    decide(item, domain::Decision::Kind::Skip);
    EXPECT_FALSE(run(QStringLiteral("UPDATE decisions SET category = 'food' WHERE id = 1")));
    EXPECT_FALSE(run(QStringLiteral("DELETE FROM decisions WHERE id = 2")));
    EXPECT_FALSE(run(QStringLiteral(
        "INSERT OR REPLACE INTO decisions (id, content_id, kind, person, decided_at, category, reason, "
        "record, "
        "previous_hash, hash) SELECT id, content_id, kind, 'eve', decided_at, category, reason, record, "
        "previous_hash, hash FROM decisions WHERE id = 2")));
    // A gap, or a second row after the same one, is refused too.
    EXPECT_FALSE(run(QStringLiteral(
        "INSERT INTO decisions (id, content_id, kind, person, decided_at, category, reason, record, "
        "previous_hash, hash) SELECT 9, content_id, kind, person, decided_at, category, reason, record, "
        "hash, hash FROM decisions WHERE id = 2")));
    EXPECT_FALSE(run(QStringLiteral("DELETE FROM content")));
}

TEST_F(SchemaTest, promotionsAreAppendOnly) {
    must(run(QStringLiteral("INSERT INTO model_versions (id, task, name, folder, state, data_set_hash, seed, "
                            "examples, metrics, created_at) "
                            "VALUES (1, 'category', 'category-1', '', 'in_service', '', 1, 0, '{}', 0)")));
    must(run(QStringLiteral("INSERT INTO model_promotions (task, version_id, is_roll_back, promoted_at) "
                            "VALUES ('category', 1, 0, 0)")));
    EXPECT_FALSE(run(QStringLiteral("DELETE FROM model_promotions")));
    EXPECT_FALSE(run(QStringLiteral("UPDATE model_promotions SET promoted_at = 1")));
    // And only one version of a task is in service.
    EXPECT_FALSE(run(QStringLiteral(
        "INSERT INTO model_versions (task, name, folder, state, data_set_hash, seed, examples, metrics, "
        "created_at) VALUES ('category', 'category-2', '', 'in_service', '', 1, 0, '{}', 0)")));
}

} // namespace
} // namespace moderato::storage
