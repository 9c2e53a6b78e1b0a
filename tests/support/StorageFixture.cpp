#include "tests/support/StorageFixture.h"

#include "core/storage/Connection.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"

#include <QCoreApplication>

namespace moderato::storage {

namespace {

/// Qt's database drivers want an application.
class Application : public ::testing::Environment {
public:
    void SetUp() override { application_ = std::make_unique<QCoreApplication>(argc_, argv_); }
    void TearDown() override { application_.reset(); }

private:
    int argc_ = 1;
    char name_[13] = "test_storage";
    char* argv_[2] = {name_, nullptr};
    std::unique_ptr<QCoreApplication> application_;
};

[[maybe_unused]] auto* const application = ::testing::AddGlobalTestEnvironment(new Application);

} // namespace

StorageTest::StorageTest() {
    reopen();
}

StorageTest::~StorageTest() = default;

void StorageTest::reopen() {
    library.reset();
    library = must(Library::open(folder.filePath(QStringLiteral("library")), OpenMode::ReadWrite, clock));
}

domain::ContentId StorageTest::add(const domain::Content& content) {
    return must(library->writeAndWait(
                    [&](Connection& connection) { return ContentRepository(connection).insert(content); }))
        .id;
}

domain::ContentId StorageTest::addArticle(const QString& title, const QString& body, const QString& category,
                                          const QStringList& topics) {
    domain::Content content;
    content.title = title;
    content.body = body;
    content.givenCategory = category;
    content.givenTopics = topics;
    content.importedAt = clock.now();
    return add(content);
}

domain::Decision StorageTest::decide(domain::ContentId content, domain::Decision::Kind kind,
                                     const QString& category, domain::DecisionId undoes,
                                     const QString& person) {
    domain::Decision decision;
    decision.content = content;
    decision.kind = kind;
    decision.category = category;
    decision.undoes = undoes;
    decision.person = person;
    decision.at = clock.now();
    return must(library->writeAndWait(
        [&](Connection& connection) { return DecisionRepository(connection).append(decision); }));
}

void StorageTest::tamper(const QStringList& statements) {
    const QString file = library->databaseFile();
    close();
    {
        Connection connection(file, Connection::Access::Write);
        for (const QString& statement : statements) {
            must(connection.execute(statement));
        }
    }
    reopen();
}

} // namespace moderato::storage
