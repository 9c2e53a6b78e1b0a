#include "core/storage/ModelRepository.h"
#include "core/storage/QualityRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/storage/SettingsRepository.h"
#include "core/storage/TrainingRepository.h"
#include "tests/support/StorageFixture.h"

#include <QFile>

namespace moderato::storage {
namespace {

using domain::ModelTask;
using domain::TrainingRecord;

class RecordsTest : public StorageTest {
protected:
    template <class F> auto write(F f) { return library->writeAndWait(f); }
    TrainingRecord record(domain::ContentId item, const QString& category, const QString& predicted,
                          domain::DecisionId decision) {
        TrainingRecord record;
        record.content = item;
        record.category = category;
        record.person = QStringLiteral("ann");
        record.predictedThen = predicted;
        record.versionSeen = QStringLiteral("category-1");
        record.decision = decision;
        record.at = clock.now();
        return record;
    }
    TrainingRecord addRecord(TrainingRecord each) {
        each.id = must(write([&](Connection& c) { return TrainingRepository(c).add(each); }));
        return each;
    }
    TrainingRepository training() { return TrainingRepository(reader()); }
};

TEST_F(RecordsTest, theLatestRecordThatHoldsCounts) {
    const domain::ContentId a = addArticle(QStringLiteral("a")), b = addArticle(QStringLiteral("b"));
    const auto first = decide(a, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    const auto second = decide(a, domain::Decision::Kind::Correct, QStringLiteral("food"));
    const auto third = decide(b, domain::Decision::Kind::Confirm, QStringLiteral("fun"));
    const TrainingRecord one = addRecord(record(a, QStringLiteral("fun"), QStringLiteral("fun"), first.id));
    clock.advance(Milliseconds(10));
    const TrainingRecord two = addRecord(record(a, QStringLiteral("food"), QStringLiteral("fun"), second.id));
    const TrainingRecord three = addRecord(record(b, QStringLiteral("fun"), QStringLiteral("fun"), third.id));
    EXPECT_EQ((std::vector{two, three}), must(training().current(ModelTask::Category, {}, 10)));
    EXPECT_EQ((std::vector{three}), must(training().current(ModelTask::Category, a, 10)));
    EXPECT_EQ((std::vector{one, two}), must(training().of(a)));
    auto summary = must(training().summary(ModelTask::Category, one.at));
    EXPECT_EQ(2, summary.records);
    EXPECT_EQ(1, summary.corrections);
    EXPECT_EQ(2, summary.since);
    ASSERT_EQ(2u, summary.perLabel.size());

    const auto undo = decide(a, domain::Decision::Kind::Undo, {}, second.id);
    EXPECT_EQ(1,
              must(write([&](Connection& c) { return TrainingRepository(c).withdraw(second.id, undo.id); })));
    EXPECT_EQ((std::vector{one, three}), must(training().current(ModelTask::Category, {}, 10)));
    EXPECT_EQ(undo.id, must(training().of(a))[1].withdrawnBy);
    EXPECT_TRUE(must(training().current(ModelTask::Topics, {}, 10)).empty());
}

TEST_F(RecordsTest, topicRecords) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    TrainingRecord topics = record(item, {}, QStringLiteral("pasta"), {});
    topics.task = ModelTask::Topics;
    topics.origin = TrainingRecord::Origin::Imported;
    topics.topics = QStringList{QStringLiteral("cooking"), QStringLiteral("面条")};
    topics = addRecord(topics);
    EXPECT_EQ(std::vector{topics}, must(training().current(ModelTask::Topics, {}, 10)));
    const auto summary = must(training().summary(ModelTask::Topics, {}));
    EXPECT_EQ(1, summary.records);
    EXPECT_EQ(1, summary.corrections);
    EXPECT_EQ(2u, summary.perLabel.size());
    EXPECT_EQ(0, must(training().summary(ModelTask::Category, {})).records);
}

TEST_F(RecordsTest, trainingRuns) {
    TrainingRepository::Run run;
    run.dataSetHash = QByteArray(64, 'd');
    run.examples = 12;
    run.startedAt = clock.now();
    const qint64 id = must(write([&](Connection& c) { return TrainingRepository(c).beginRun(run); }));
    must(write([&](Connection& c) {
        return TrainingRepository(c).endRun(id, TrainingRepository::Run::State::Failed, {},
                                            QStringLiteral("No memory."), clock.now());
    }));
    const auto runs = must(training().runs(5));
    ASSERT_EQ(1u, runs.size());
    EXPECT_EQ(TrainingRepository::Run::State::Failed, runs[0].state);
    EXPECT_EQ(QStringLiteral("No memory."), runs[0].problem);
    EXPECT_EQ(run.dataSetHash, runs[0].dataSetHash);
    EXPECT_TRUE(runs[0].endedAt);
}

TEST_F(RecordsTest, qualityLabelsAndMarks) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    domain::QualityLabel label{item,
                               QStringLiteral("clicks"),
                               domain::QualityLabel::Value::Negative,
                               20,
                               50.5,
                               domain::QualityLabel::Origin::Consumption,
                               clock.now()};
    must(write([&](Connection& c) { return QualityRepository(c).save(label); }));
    label.value = domain::QualityLabel::Value::Positive;
    label.reference.reset();
    must(write([&](Connection& c) { return QualityRepository(c).save(label); }));
    EXPECT_EQ(std::vector{label}, must(QualityRepository(reader()).labels(item)));

    const auto decision = decide(item, domain::Decision::Kind::Disallow);
    const domain::LowQualityMark mark{item, QStringLiteral("rumour"), domain::LowQualityMark::Tier::Low,
                                      decision.id};
    must(write([&](Connection& c) { return QualityRepository(c).mark(mark); }));
    EXPECT_EQ(std::vector{mark}, must(QualityRepository(reader()).marks(item)));
    must(write([&](Connection& c) { return QualityRepository(c).unmark(decision.id); }));
    EXPECT_TRUE(must(QualityRepository(reader()).marks(item)).empty());
}

TEST_F(RecordsTest, aForgottenReaderLeavesNothingInTheFile) {
    const domain::ContentId item = addArticle(QStringLiteral("a"));
    domain::ReaderSession session{{},
                                  item,
                                  QStringLiteral("reader-secret-17"),
                                  QStringLiteral("fun"),
                                  {QStringLiteral("eyes_wide_open"), QStringLiteral("teeth_exposed")},
                                  1,
                                  clock.now()};
    session.id = must(write([&](Connection& c) { return ReaderRepository(c).add(session); }));
    EXPECT_EQ(std::vector{session}, must(ReaderRepository(reader()).sessions(item)));
    EXPECT_EQ(1, must(write([&](Connection& c) { return ReaderRepository(c).forget(session.reader); })));
    EXPECT_TRUE(must(ReaderRepository(reader()).sessions(item)).empty());
    const QString path = library->databaseFile();
    close();
    for (const QString& name : {path, path + QStringLiteral("-wal")}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly)) {
            EXPECT_FALSE(file.readAll().contains("reader-secret-17")) << name.toStdString();
        }
    }
}

TEST_F(RecordsTest, expressionSets) {
    const domain::ExpressionSet fun{QStringLiteral("fun"),
                                    {QStringLiteral("cheeks_raised"), QStringLiteral("brows_raised")},
                                    {QStringLiteral("lip_corners_down")}};
    must(write([&](Connection& c) { return ReaderRepository(c).saveSet(fun); }));
    must(write([&](Connection& c) { return ReaderRepository(c).saveSet(fun); }));
    EXPECT_EQ(fun, *must(ReaderRepository(reader()).set(QStringLiteral("fun"))));
    EXPECT_FALSE(must(ReaderRepository(reader()).set(QStringLiteral("food"))));
    EXPECT_EQ(std::vector{fun}, must(ReaderRepository(reader()).sets()));
}

TEST_F(RecordsTest, settings) {
    EXPECT_EQ(QStringLiteral("d"),
              must(SettingsRepository(reader()).value(QStringLiteral("k"), QStringLiteral("d"))));
    must(write([](Connection& c) {
        return SettingsRepository(c).setValue(QStringLiteral("k"), QStringLiteral("v"));
    }));
    must(write([](Connection& c) { return SettingsRepository(c).setValue(QStringLiteral("k"), QString()); }));
    EXPECT_EQ(QString(), must(SettingsRepository(reader()).value(QStringLiteral("k"), QStringLiteral("d"))));
}

} // namespace
} // namespace moderato::storage
