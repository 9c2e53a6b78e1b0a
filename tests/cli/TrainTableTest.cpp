#include "tests/cli/Program.h"

#include <QDir>

#include <csignal>

namespace moderato::cli {

class TrainTableTest : public ProgramTest {
protected:
    /// 400 rows: "liked" follows the length, "shared" the colour; some labels are missing.
    QByteArray rows(int count, int first = 0) {
        QByteArray text = "length,colour,weekday,liked,shared\n";
        for (int i = first; i < first + count; ++i) {
            const int length = (i * 7919) % 1000;
            const bool red = (i / 3) % 2 == 0;
            text += QByteArray::number(length) + (red ? ",red," : ",\"blue, dark\",") +
                    QByteArray::number(i % 7) + ',' + (length > 500 ? '1' : '0') + ',' +
                    (i % 5 == 0 ? ""
                     : red      ? "1"
                                : "0") +
                    '\n';
        }
        return text;
    }
    QStringList command(const QStringList& more = {}) {
        return QStringList{QStringLiteral("train"),   QStringLiteral("quality"),
                           QStringLiteral("--table"), path(QStringLiteral("train.csv")),
                           QStringLiteral("--test"),  path(QStringLiteral("test.csv")),
                           QStringLiteral("--tasks"), QStringLiteral("liked,shared"),
                           QStringLiteral("--set"),   QStringLiteral("batch=32")} +
               more;
    }
    void writeTables() {
        write(QStringLiteral("train.csv"), rows(400));
        write(QStringLiteral("test.csv"), rows(200, 1000));
    }
    static QJsonObject task(const QJsonObject& answer, const char* name) {
        return answer[QStringLiteral("tasks")].toObject()[QLatin1String(name)].toObject();
    }
};

TEST_F(TrainTableTest, EveryNetworkLearnsATable) {
    writeTables();
    int number = 0;
    for (const char* network : {"shared", "one-gate", "mmoe", "ple", "twins"}) {
        const QJsonObject answer = ask(command({QStringLiteral("--network"), QLatin1String(network),
                                                QStringLiteral("--seed"), QStringLiteral("3")}));
        EXPECT_EQ(answer[QStringLiteral("version")], QStringLiteral("table-%1").arg(++number));
        EXPECT_GE(answer[QStringLiteral("seconds")].toDouble(-1), 0);
        EXPECT_GT(task(answer, "liked")[QStringLiteral("auc")].toDouble(), 0.95) << network;
        EXPECT_GT(task(answer, "shared")[QStringLiteral("auc")].toDouble(), 0.95) << network;
        EXPECT_GT(task(answer, "liked")[QStringLiteral("accuracy")].toDouble(), 0.8) << network;
        EXPECT_EQ(task(answer, "liked")[QStringLiteral("examples")], 200);
        EXPECT_EQ(task(answer, "shared")[QStringLiteral("examples")], 160);
    }
    const QStringList models =
        QDir(library() + QStringLiteral("/models")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    EXPECT_EQ(models.filter(QStringLiteral("table-")).size(), 5);
    EXPECT_TRUE(models.filter(QStringLiteral("unfinished")).isEmpty());
}

TEST_F(TrainTableTest, BrokenRowsAreSaidAndStopNobody) {
    const QByteArray broken =
        rows(400) + "1,red\n" + "1,red,2,maybe,0\n" + "1,\"red,2,1,0\n" + "700,red,1,1,1\n";
    write(QStringLiteral("train.csv"), broken);
    write(QStringLiteral("test.csv"), rows(200, 1000));
    const Answer answer = run(command({QStringLiteral("--json")}));
    ASSERT_EQ(answer.status, 0) << answer.err.constData();
    EXPECT_EQ(answer.json()[QStringLiteral("unusable")], 3);
    EXPECT_TRUE(answer.err.contains("line 402: The record has 2 cells")) << answer.err.constData();
    EXPECT_TRUE(answer.err.contains("line 403")) << answer.err.constData();
    EXPECT_TRUE(answer.err.contains("maybe"));
    EXPECT_TRUE(answer.err.contains("line 404: A quote that opens in this line is never closed"));
    EXPECT_TRUE(answer.err.contains("Round 1"));
}

TEST_F(TrainTableTest, WhatCannotBeTrainedIsASentence) {
    writeTables();
    const auto fails = [&](const QStringList& arguments, const char* sentence) {
        const Answer answer = run(arguments);
        EXPECT_NE(answer.status, 0) << sentence;
        EXPECT_TRUE(answer.err.contains(sentence)) << answer.err.constData();
        EXPECT_TRUE(answer.out.isEmpty());
    };
    fails({QStringLiteral("train"), QStringLiteral("quality")}, "import how people consumed");
    fails(command({QStringLiteral("--tasks"), QStringLiteral("liked,nowhere")}), "nowhere");
    fails(command({QStringLiteral("--network"), QStringLiteral("magic")}), "network");
    fails(command({QStringLiteral("--set"), QStringLiteral("task_weights=1")}), "task_weights");
    fails(command({QStringLiteral("--promote")}), "--promote");
    fails(command({QStringLiteral("--test"), path(QStringLiteral("missing.csv"))}), "missing.csv");
    write(QStringLiteral("test.csv"), "length,liked,shared\n1,0,1\n");
    fails(command(), "colour");
    write(QStringLiteral("train.csv"), "length,colour,weekday,liked,shared\n");
    fails(command(), "no row");
    write(QStringLiteral("train.csv"), "");
    fails(command(), "empty");
}

TEST_F(TrainTableTest, AnInterruptedTrainingGoesOn) {
    writeTables();
    const QStringList lengthy = command({QStringLiteral("--set"), QStringLiteral("rounds=80"),
                                         QStringLiteral("--set"), QStringLiteral("patience=80")});
    const QJsonObject undisturbed = ask(lengthy);

    QProcess process;
    process.start(QStringLiteral(MODERATO_PROGRAM),
                  lengthy + QStringList{QStringLiteral("--library"), library(), QStringLiteral("--json")});
    process.setReadChannel(QProcess::StandardError);
    QByteArray said;
    while (!said.contains("Round 5") && process.waitForReadyRead(60'000)) {
        said += process.readAllStandardError();
    }
    ASSERT_TRUE(said.contains("Round 5")) << said.constData();
    ::kill(pid_t(process.processId()), SIGINT);
    ASSERT_TRUE(process.waitForFinished(60'000));
    said += process.readAllStandardError();
    EXPECT_NE(process.exitCode(), 0);
    EXPECT_TRUE(said.contains("goes on from there")) << said.constData();
    const QDir models(library() + QStringLiteral("/models"));
    ASSERT_EQ(models.entryList({QStringLiteral("unfinished-table-*")}, QDir::Dirs).size(), 1);

    const QJsonObject resumed = ask(lengthy);
    EXPECT_EQ(resumed[QStringLiteral("tasks")], undisturbed[QStringLiteral("tasks")]);
    EXPECT_TRUE(models.entryList({QStringLiteral("unfinished-table-*")}, QDir::Dirs).isEmpty());
    const auto weights = [&](const QJsonObject& answer) {
        QFile file(models.filePath(answer[QStringLiteral("version")].toString()) +
                   QStringLiteral("/weights.safetensors"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    };
    EXPECT_EQ(weights(resumed), weights(undisturbed));
}

} // namespace moderato::cli
