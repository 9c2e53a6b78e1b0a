#include "core/domain/Category.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/usecases/Decide.h"
#include "core/usecases/MatchExpressions.h"
#include "core/usecases/ReviewQueue.h"
#include "core/usecases/Verify.h"
#include "tests/support/StorageFixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::usecases {

using domain::ContentId;
using domain::ExpressionFinding;
using storage::must;

class ExpressionFlagsTest : public storage::StorageTest {
protected:
    ExpressionFlagsTest() { addSets(); }

    void addSets() {
        must(library->writeAndWait([&](storage::Connection& c) -> Status {
            for (const char* code : {"food", "fun"}) {
                domain::Category category;
                category.code = category.nameEn = QString::fromLatin1(code);
                if (const auto saved = storage::CategoryRepository(c).save(category); !saved.ok()) {
                    return saved.error();
                }
            }
            return storage::ReaderRepository(c).saveSet({QStringLiteral("fun"),
                                                         {QStringLiteral("eyes_wide_open")},
                                                         {QStringLiteral("lip_corners_down")}});
        }));
    }

    ContentId item(const QString& name) { return addArticle(name, {}, QStringLiteral("fun")); }

    /// A line of a match-results file.
    QByteArray line(ContentId id, const QString& reader, bool against, int minute = 0) {
        const QJsonObject object{
            {QStringLiteral("item"), QString::number(id.value)},
            {QStringLiteral("reader"), reader},
            {QStringLiteral("features"),
             QJsonArray{against ? QStringLiteral("lip_corners_down") : QStringLiteral("eyes_wide_open")}},
            {QStringLiteral("started_at"), toIso(clock.now() + std::chrono::minutes(minute))}};
        return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    }
    MatchExpressions::Report import(const QByteArray& lines, ExpressionRule rule = ExpressionRule::Document) {
        QFile file(folder.filePath(QStringLiteral("results.jsonl")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(lines);
        file.close();
        return must(use().importFile(file.fileName(), {}, {}, rule));
    }
    /// `against` of `readers` readers, whose names start at `first`.
    QByteArray readers(ContentId id, int readers, int against, int first = 0, int minute = 0) {
        QByteArray lines;
        for (int i = 0; i < readers; ++i) {
            lines += line(id, QStringLiteral("r%1").arg(first + i), i < against, minute);
        }
        return lines;
    }
    domain::RecommendationState state(ContentId id) {
        return must(storage::ContentRepository(reader()).find(id)).state;
    }
    std::vector<domain::Flag> flags(ContentId id) { return must(storage::FlagRepository(reader()).of(id)); }
    void decide(ContentId id, domain::Decision::Kind kind, const QString& category = {}) {
        DecisionDraft draft;
        draft.content = id;
        draft.kind = kind;
        draft.category = category;
        draft.reason = kind == domain::Decision::Kind::Disallow ? QStringLiteral("rumour") : QString();
        draft.person = QStringLiteral("ann");
        must(Decide(*library, clock).decide(draft).takeResult());
    }
    /// Everything that readers' sessions make of an item, without numbers of rows and times.
    QString derivedFrom(ContentId id) {
        QStringList lines;
        const auto found = must(itemExpressions(reader(), id));
        lines << QStringLiteral("%1 %2 %3 %4 %5 %6")
                     .arg(found.aggregate.readers)
                     .arg(found.aggregate.below)
                     .arg(found.aggregate.mean, 0, 'g', 17)
                     .arg(found.aggregate.low, 0, 'g', 17)
                     .arg(found.aggregate.high, 0, 'g', 17)
                     .arg(toCode(found.byDocument));
        for (const auto& share : found.aggregate.features) {
            lines << QStringLiteral("%1 %2").arg(share.feature).arg(share.count);
        }
        for (auto it = found.aggregate.results.begin(); it != found.aggregate.results.end(); ++it) {
            lines << QStringLiteral("%1: %2").arg(it.key()).arg(it.value());
        }
        if (found.evidence) {
            lines << QStringLiteral("%1 %2 %3 %4")
                         .arg(found.evidence->logRatio, 0, 'g', 12)
                         .arg(found.evidence->readers)
                         .arg(toCode(found.evidence->finding))
                         .arg(found.evidence->readersToGo);
        }
        for (const domain::Flag& flag : flags(id)) {
            // What a closed flag of the sequential rule was raised on cannot be had again without the reader.
            const bool isGone =
                flag.closedBy.isValid() && flag.rule == flagRuleOf(ExpressionRule::Sequential);
            lines << QStringLiteral("%1 %2 %3 %4")
                         .arg(flag.rule, isGone ? QString() : flag.detail)
                         .arg(isGone ? 0 : flag.score)
                         .arg(flag.closedBy.isValid());
        }
        lines << QString::number(int(state(id)));
        if (const auto entry = must(storage::ReviewQueueRepository(reader()).find(id))) {
            lines << QStringLiteral("%1 %2 %3")
                         .arg(toCode(entry->reason), toCode(entry->state))
                         .arg(entry->priority);
        }
        return lines.join(u'\n');
    }

    MatchExpressions use() { return {*library, clock}; }
};

TEST_F(ExpressionFlagsTest, EnoughReadersForItConfirmIt) {
    const ContentId id = item(QStringLiteral("Cat"));
    EXPECT_EQ(import(readers(id, 6, 1)).flagged, 0);
    EXPECT_EQ(must(itemExpressions(reader(), id)).byDocument, ExpressionFinding::Belongs);
    EXPECT_EQ(must(itemExpressions(reader(), item(QStringLiteral("Dog")))).byDocument,
              ExpressionFinding::NotEnough);
}

TEST_F(ExpressionFlagsTest, AVerdictClosesTheFlagAndOnlyLaterSessionsCount) {
    const ContentId id = item(QStringLiteral("Cat"));
    EXPECT_EQ(import(readers(id, 6, 4)).flagged, 1);
    EXPECT_EQ(state(id), domain::RecommendationState::Suspended);
    EXPECT_EQ(flags(id).front().rule, flagRuleOf(ExpressionRule::Document));
    clock.advance(std::chrono::minutes(1));
    decide(id, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    EXPECT_EQ(state(id), domain::RecommendationState::Active);
    EXPECT_EQ(must(itemExpressions(reader(), id)).aggregate.readers, 0);
    EXPECT_EQ(import(readers(id, 5, 3, 100, 1)).flagged, 1) << "five new readers";
    EXPECT_EQ(state(id), domain::RecommendationState::Suspended);
    decide(id, domain::Decision::Kind::Disallow);
    EXPECT_EQ(state(id), domain::RecommendationState::Dropped);
    EXPECT_EQ(import(readers(id, 9, 9, 200, 2)).flagged, 0) << "what is dropped stays dropped";
    EXPECT_EQ(state(id), domain::RecommendationState::Dropped);
}

TEST_F(ExpressionFlagsTest, TopicsSetAfterAVerdictLeaveItStanding) {
    const ContentId id = item(QStringLiteral("Cat"));
    import(readers(id, 6, 4));
    clock.advance(std::chrono::minutes(1));
    decide(id, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    DecisionDraft topics;
    topics.content = id;
    topics.kind = domain::Decision::Kind::SetTopics;
    topics.topics = QStringList{QStringLiteral("cats")};
    topics.person = QStringLiteral("ann");
    must(Decide(*library, clock).decide(topics).takeResult());
    EXPECT_EQ(must(itemExpressions(reader(), id)).aggregate.readers, 0);
}

TEST_F(ExpressionFlagsTest, TheSequentialRuleNamesItselfAndFindsTheMisfiled) {
    std::vector<ContentId> items;
    QByteArray lines;
    for (int i = 0; i < 40; ++i) {
        items.push_back(item(QStringLiteral("Clip %1").arg(i)));
        lines += readers(items.back(), 20, i < 2 ? 16 : 3);
    }
    EXPECT_EQ(import(lines, ExpressionRule::Sequential).flagged, 2);
    ASSERT_EQ(flags(items[0]).size(), 1);
    EXPECT_EQ(flags(items[0]).front().rule, flagRuleOf(ExpressionRule::Sequential));
    EXPECT_EQ(state(items[0]), domain::RecommendationState::Suspended);
    const auto right = must(itemExpressions(reader(), items[5]));
    ASSERT_TRUE(right.evidence);
    EXPECT_EQ(right.evidence->finding, ExpressionFinding::Belongs);
    EXPECT_TRUE(flags(items[5]).empty());
    clock.advance(std::chrono::minutes(1));
    decide(items[0], domain::Decision::Kind::Correct, QStringLiteral("food"));
    EXPECT_EQ(state(items[0]), domain::RecommendationState::Active);
    EXPECT_FALSE(must(itemExpressions(reader(), items[0])).evidence);
    EXPECT_EQ(must(use().flag(ExpressionRule::Sequential, {})).flagged, 1)
        << "the verdict is not asked again";
}

class ForgetReaderTest : public ExpressionFlagsTest, public ::testing::WithParamInterface<ExpressionRule> {
protected:
    /// Thirty items; of those with a number below 6 the reader's word is what decides.
    QStringList filled(bool withReader) {
        std::vector<ContentId> items;
        QByteArray lines;
        for (int i = 0; i < 30; ++i) {
            items.push_back(item(QStringLiteral("Clip %1").arg(i)));
            lines += readers(items.back(), 10, i < 2 ? 9 : i < 6 ? 4 : 1);
            for (int minute = 0; withReader && minute < 2; ++minute) {
                lines += line(items.back(), QStringLiteral("forget me"), i < 6, minute);
            }
        }
        must(ReviewQueue(*library).rebuild({}));
        import(lines, GetParam());
        clock.advance(std::chrono::minutes(5));
        decide(items[0], domain::Decision::Kind::Confirm, QStringLiteral("fun"));
        if (withReader) {
            EXPECT_EQ(must(use().forgetReader(QStringLiteral("forget me"))), 60);
            EXPECT_EQ(must(use().forgetReader(QStringLiteral("forget me"))), 0);
        }
        must(use().flag(GetParam(), {}));
        QStringList derived;
        for (const ContentId id : items) {
            derived << derivedFrom(id);
        }
        EXPECT_TRUE(must(verify(*library, {})).ok);
        return derived;
    }
};

TEST_P(ForgetReaderTest, EverythingIsAsIfTheReaderHadNeverBeen) {
    const QStringList forgotten = filled(true);
    close();
    QFile file(folder.filePath(QStringLiteral("library/library.sqlite")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains("forget me")) << "not a byte of the name";
    library = must(storage::Library::open(folder.filePath(QStringLiteral("never")),
                                          storage::OpenMode::ReadWrite, clock));
    addSets();
    const QStringList never = filled(false);
    ASSERT_EQ(forgotten.size(), never.size());
    for (int i = 0; i < never.size(); ++i) {
        EXPECT_EQ(forgotten[i].toStdString(), never[i].toStdString()) << "item " << i;
    }
    EXPECT_TRUE(never[1].contains(flagRuleOf(GetParam()))) << "there is something to compare";
}

INSTANTIATE_TEST_SUITE_P(BothRules, ForgetReaderTest,
                         ::testing::Values(ExpressionRule::Document, ExpressionRule::Sequential));

} // namespace moderato::usecases
