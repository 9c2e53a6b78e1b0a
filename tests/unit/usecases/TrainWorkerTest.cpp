#include "core/usecases/ModelService.h"
#include "core/usecases/TrainRun.h"
#include "core/usecases/TrainingJob.h"
#include "tests/unit/usecases/Lessons.h"

#include <QElapsedTimer>

namespace moderato::usecases {

using storage::must;

class TrainWorkerTest : public LessonsTest {
protected:
    QString script(const QByteArray& text) {
        QFile file(folder.filePath(QStringLiteral("worker.sh")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + text);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return file.fileName();
    }
    Result<TrainOutcome> train(const QString& program, const JobContext& context = {}) {
        TrainOptions options;
        options.dataFile = file();
        return training.trainInProcess(program, options, context,
                                       [this](const TrainRound& round) { rounds.push_back(round); });
    }

    std::vector<TrainRound> rounds;
    ModelService models{*library, clock};
    TrainRun training{*library, models, clock};
};

TEST_F(TrainWorkerTest, TheProgramTrainsInAProcessOfItsOwn) {
    const auto outcome = must(train(QStringLiteral(MODERATO_PROGRAM)));
    EXPECT_EQ(outcome.version.name, QStringLiteral("category-1"));
    EXPECT_EQ(outcome.examples, 40);
    EXPECT_FALSE(rounds.empty());
    EXPECT_TRUE(models.loadCategoryModel(outcome.version).ok());
}

TEST_F(TrainWorkerTest, ACrashIsASentenceAndRegistersNothing) {
    const auto result = train(script("kill -9 $$\n"));
    ASSERT_FALSE(result.ok());
    EXPECT_FALSE(result.error().message.isEmpty());
    EXPECT_TRUE(must(models.versions()).empty());
}

TEST_F(TrainWorkerTest, WhatTheWorkerSaysIsPassedOn) {
    const auto result =
        train(script("echo '{\"round\":{\"number\":1,\"loss\":0.5}}'\necho "
                     "'{\"error\":{\"kind\":5,\"message\":\"No.\",\"detail\":\"\"}}'\nexit 1\n"));
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().message, QStringLiteral("No."));
    EXPECT_EQ(rounds.size(), 1);
}

TEST_F(TrainWorkerTest, ACancelEndsItAtOnce) {
    const JobContext context;
    context.cancel();
    QElapsedTimer timer;
    timer.start();
    const auto result = train(script("exec sleep 60\n"), context);
    EXPECT_TRUE(!result.ok() && result.error().isCancelled());
    EXPECT_LT(timer.elapsed(), 20'000);
}

TEST_F(TrainWorkerTest, AProgramThatIsNotThereIsASentence) {
    const auto result = train(QStringLiteral("/nowhere/moderato"));
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().kind, Error::Kind::Io);
}

TEST(TrainingJob, GoesThroughJson) {
    const TrainingJob job{
        domain::ModelTask::Topics, QStringLiteral("topics-2"), QStringLiteral("/d.jsonl"),
        QStringLiteral("/out"),    QStringLiteral("/from"),    QStringLiteral("2026-11-21T10:00:00.000Z"),
        QStringLiteral("ab"),      18446744073709551615ULL,    2};
    const auto back = trainingJobFromJson(toJson(job));
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(*back, job);
    EXPECT_FALSE(trainingJobFromJson({}).ok());
}

} // namespace moderato::usecases
