#include "tests/cli/Program.h"
#include "tests/unit/media/Clips.h"

#include <QDir>

namespace moderato::cli {

class ModelCommandsTest : public ProgramTest {
protected:
    QString serving(const QString& task) {
        for (const QJsonValue& value :
             ask({QStringLiteral("models"), QStringLiteral("list")})[QStringLiteral("items")].toArray()) {
            const QJsonObject version = value.toObject();
            if (version[QStringLiteral("task")] == task &&
                version[QStringLiteral("state")] == QLatin1String("in_service")) {
                return version[QStringLiteral("version")].toString();
            }
        }
        return {};
    }
    QMap<QString, QJsonObject> predictions() {
        QMap<QString, QJsonObject> byId;
        for (const QJsonObject& line : run({QStringLiteral("predict")}).lines()) {
            byId[line[QStringLiteral("external_id")].toString()] = line;
        }
        return byId;
    }
};

TEST_F(ModelCommandsTest, TrainPromotePredictAndRollBack) {
    ask({QStringLiteral("import"), articles()});
    const QString before = serving(QStringLiteral("category"));
    const QJsonObject trained =
        ask({QStringLiteral("train"), QStringLiteral("category"), QStringLiteral("--data"),
             lessons(QStringLiteral("food"), QStringLiteral("politics")), QStringLiteral("--seed"),
             QStringLiteral("3"), QStringLiteral("--promote")});
    const QString version = trained[QStringLiteral("version")].toString();
    EXPECT_EQ(version, QStringLiteral("category-1"));
    EXPECT_EQ(trained[QStringLiteral("examples")], 40);
    EXPECT_GE(trained[QStringLiteral("seconds")].toDouble(), 0);
    EXPECT_TRUE(trained[QStringLiteral("metrics")].toObject().contains(QStringLiteral("accuracy")));
    EXPECT_EQ(serving(QStringLiteral("category")), version);

    const auto predicted = predictions();
    ASSERT_EQ(predicted.size(), 6);
    EXPECT_EQ(predicted[QStringLiteral("a1")][QStringLiteral("category")], QStringLiteral("food"));
    EXPECT_EQ(predicted[QStringLiteral("a6")][QStringLiteral("category")], QStringLiteral("politics"));
    EXPECT_EQ(
        predicted[QStringLiteral("a1")][QStringLiteral("version")].toObject()[QStringLiteral("category")],
        version);

    if (!before.isEmpty()) {
        ask({QStringLiteral("models"), QStringLiteral("rollback"), QStringLiteral("category")});
        EXPECT_EQ(serving(QStringLiteral("category")), before);
        ask({QStringLiteral("models"), QStringLiteral("promote"), version});
        EXPECT_EQ(serving(QStringLiteral("category")), version);
    }
}

TEST_F(ModelCommandsTest, TheSameSeedGivesTheSameModel) {
    const QString data = lessons(QStringLiteral("food"), QStringLiteral("politics"));
    const auto weights = [&](const QString& version) {
        QFile file(library() + QStringLiteral("/models/") + version + QStringLiteral("/weights.safetensors"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    const QStringList command{QStringLiteral("train"), QStringLiteral("category"), QStringLiteral("--data"),
                              data};
    ask(command);
    ask(command);
    EXPECT_EQ(weights(QStringLiteral("category-1")), weights(QStringLiteral("category-2")));
}

TEST_F(ModelCommandsTest, TopicsAreTrainedAndEvaluated) {
    const QString data = lessons(QStringLiteral("food"), QStringLiteral("politics"));
    const QJsonObject trained = ask({QStringLiteral("train"), QStringLiteral("topics"),
                                     QStringLiteral("--data"), data, QStringLiteral("--promote")});
    const QJsonObject figures =
        ask({QStringLiteral("evaluate"), QStringLiteral("topics"), QStringLiteral("--data"), data,
             QStringLiteral("--version"), trained[QStringLiteral("version")].toString()});
    EXPECT_EQ(figures[QStringLiteral("examples")], 40);
    EXPECT_GT(figures[QStringLiteral("precision")].toObject()[QStringLiteral("1")].toDouble(), 0.5);
    EXPECT_GT(figures[QStringLiteral("recall")].toObject()[QStringLiteral("5")].toDouble(), 0.5);
}

TEST_F(ModelCommandsTest, SettingsAreThoseOfTheTrainerAndRoundsTellTheirShares) {
    const QString data = lessons(QStringLiteral("food"), QStringLiteral("politics"));
    const QStringList command{QStringLiteral("train"), QStringLiteral("topics"), QStringLiteral("--data"),
                              data};
    const auto with = [&](const char* setting) {
        return command + QStringList{QStringLiteral("--set"), QLatin1String(setting)};
    };
    const QJsonArray rounds =
        ask(with("preset=document") << QStringLiteral("--set")
                                    << QStringLiteral("rounds=2"))[QStringLiteral("rounds")]
            .toArray();
    ASSERT_EQ(rounds.size(), 2);
    for (const QJsonValue& round : rounds) {
        EXPECT_TRUE(round[QStringLiteral("satisfied_share")].isDouble());
        EXPECT_TRUE(round[QStringLiteral("loss_share")].isNull());
    }
    const Answer wrong = run(with("loss=hinge"));
    EXPECT_NE(wrong.status, 0);
    EXPECT_TRUE(wrong.err.contains("softmax|sampled|margin|triplet")) << wrong.err.constData();
    EXPECT_NE(run(command + QStringList{QStringLiteral("--titles")}).status, 0);
}

TEST_F(ModelCommandsTest, TagsOfVideosAreTrainedEvaluatedAndPredicted) {
    QByteArray lines;
    for (int i = 0; i < 12; ++i) {
        const bool counts = i % 2 == 0;
        lines += QJsonDocument(
                     QJsonObject{{QStringLiteral("title"), QStringLiteral("video %1").arg(i)},
                                 {QStringLiteral("kind"), QStringLiteral("video")},
                                 {QStringLiteral("media"), test::clip(counts ? QStringLiteral("counted.mp4")
                                                                             : QStringLiteral("plain.mp4"))},
                                 {QStringLiteral("topics"),
                                  QJsonArray{counts ? QStringLiteral("numbers") : QStringLiteral("card")}}})
                     .toJson(QJsonDocument::Compact) +
                 '\n';
    }
    const QString data = write(QStringLiteral("videos.jsonl"), lines);
    const QJsonObject trained =
        ask({QStringLiteral("train"), QStringLiteral("tags"), QStringLiteral("--data"), data,
             QStringLiteral("--promote"), QStringLiteral("--set"), QStringLiteral("fewest_steps=0")});
    EXPECT_EQ(trained[QStringLiteral("version")], QStringLiteral("tags-1"));
    EXPECT_EQ(trained[QStringLiteral("examples")], 12);
    const QJsonObject figures =
        ask({QStringLiteral("evaluate"), QStringLiteral("tags"), QStringLiteral("--data"), data});
    EXPECT_EQ(figures[QStringLiteral("examples")], 12);
    EXPECT_GT(figures[QStringLiteral("precision")].toObject()[QStringLiteral("1")].toDouble(), 0.8);
    ask({QStringLiteral("import"), data});
    const auto predicted = run({QStringLiteral("predict")}).lines();
    ASSERT_EQ(predicted.size(), 2); // The same file is the same content.
    for (const QJsonObject& line : predicted) {
        const QJsonObject weights = line[QStringLiteral("weights")].toObject();
        double sum = 0;
        for (const QJsonValue& weight : weights) {
            sum += weight.toDouble();
        }
        EXPECT_NEAR(sum, 1, 1e-3) << QJsonDocument(line).toJson().constData();
    }
}

TEST_F(ModelCommandsTest, EvaluateCategory) {
    const QString data = lessons(QStringLiteral("food"), QStringLiteral("politics"));
    ask({QStringLiteral("train"), QStringLiteral("category"), QStringLiteral("--data"), data,
         QStringLiteral("--promote")});
    const QJsonObject figures =
        ask({QStringLiteral("evaluate"), QStringLiteral("category"), QStringLiteral("--data"), data});
    EXPECT_EQ(figures[QStringLiteral("examples")], 40);
    EXPECT_GT(figures[QStringLiteral("accuracy")].toDouble(), 0.9);
    EXPECT_GT(figures[QStringLiteral("macro_f1")].toDouble(), 0.9);
}

TEST_F(ModelCommandsTest, DecisionsTeachTheModelAndThePredictionsChange) {
    ask({QStringLiteral("train"), QStringLiteral("category"), QStringLiteral("--data"),
         lessons(QStringLiteral("food"), QStringLiteral("politics")), QStringLiteral("--promote")});
    ask({QStringLiteral("import"), articles()});
    for (const char* id : {"a1", "a2", "a4"}) {
        ask({QStringLiteral("decide"), QString::fromLatin1(id), QStringLiteral("correct"),
             QStringLiteral("--category"), QStringLiteral("fun")});
    }
    const double before = predictions()[QStringLiteral("a1")][QStringLiteral("scores")]
                              .toObject()[QStringLiteral("category")]
                              .toObject()[QStringLiteral("fun")]
                              .toDouble();
    const QJsonObject trained =
        ask({QStringLiteral("train"), QStringLiteral("category"), QStringLiteral("--promote")});
    EXPECT_EQ(trained[QStringLiteral("examples")], 3);
    const QJsonObject after = predictions()[QStringLiteral("a1")];
    EXPECT_GT(after[QStringLiteral("scores")]
                  .toObject()[QStringLiteral("category")]
                  .toObject()[QStringLiteral("fun")]
                  .toDouble(),
              before);
    EXPECT_EQ(after[QStringLiteral("version")].toObject()[QStringLiteral("category")],
              trained[QStringLiteral("version")]);
    EXPECT_EQ(QDir(library() + QStringLiteral("/datasets")).entryList({QStringLiteral("*.jsonl")}).size(), 2);
    EXPECT_EQ(QDir(library() + QStringLiteral("/models")).entryList({QStringLiteral("unfinished*")}).size(),
              0);
}

TEST_F(ModelCommandsTest, PredictAFileWithoutStoringIt) {
    ask({QStringLiteral("train"), QStringLiteral("category"), QStringLiteral("--data"),
         lessons(QStringLiteral("food"), QStringLiteral("politics")), QStringLiteral("--promote")});
    const Answer answer =
        run({QStringLiteral("predict"), QStringLiteral("--data"), articles(), QStringLiteral("--json")});
    EXPECT_EQ(answer.status, 0) << answer.err.constData();
    const auto lines = answer.lines();
    ASSERT_EQ(lines.size(), 6);
    EXPECT_EQ(lines[0][QStringLiteral("id")], QStringLiteral("a1"));
    EXPECT_EQ(lines[0][QStringLiteral("category")], QStringLiteral("food"));
    EXPECT_EQ(ask({QStringLiteral("search")})[QStringLiteral("items")].toArray().size(), 0);
}

TEST_F(ModelCommandsTest, WhatCannotBeDoneIsASentence) {
    const QString empty = write(QStringLiteral("none.jsonl"), "{\"title\":\"no answer\"}\n");
    const QList<QStringList> impossible{
        {QStringLiteral("train"), QStringLiteral("category")},
        {QStringLiteral("train"), QStringLiteral("topics"), QStringLiteral("--data"), empty},
        {QStringLiteral("train"), QStringLiteral("category"), QStringLiteral("--data"),
         QStringLiteral("gone.jsonl")},
        {QStringLiteral("models"), QStringLiteral("promote"), QStringLiteral("category-9")},
        {QStringLiteral("evaluate"), QStringLiteral("category"), QStringLiteral("--data"), empty},
        {QStringLiteral("evaluate"), QStringLiteral("category"), QStringLiteral("--data"), empty,
         QStringLiteral("--version"), QStringLiteral("x")}};
    for (const QStringList& words : impossible) {
        const Answer answer = run(words + QStringList{QStringLiteral("--json")});
        EXPECT_NE(answer.status, 0) << words.join(u' ').toStdString();
        EXPECT_EQ(answer.out, "") << words.join(u' ').toStdString();
        EXPECT_FALSE(answer.err.isEmpty());
    }
}

} // namespace moderato::cli
