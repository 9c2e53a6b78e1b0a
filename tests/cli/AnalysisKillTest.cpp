#include "core/base/Random.h"
#include "core/storage/Connection.h"
#include "tests/cli/Program.h"
#include "tests/unit/media/Clips.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QThread>

#include <cstdio>

#include <signal.h>

namespace moderato::cli {

namespace {

constexpr int kills = 20;
constexpr int pictures = 240;
constexpr int articleCount = 200;

} // namespace

class AnalysisKillTest : public ProgramTest {
protected:
    /// Noise, each picture another one.
    void makePictures() {
        QDir().mkpath(path(QStringLiteral("in")));
        Random random(7);
        for (int i = 0; i < pictures; ++i) {
            QImage image(48, 48, QImage::Format_RGB32);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    image.setPixel(x, y, QRgb(random.next() | 0xff000000U));
                }
            }
            ASSERT_TRUE(image.save(path(QStringLiteral("in/%1.png").arg(i))));
        }
        for (const char* name : {"counted.mp4", "plain.mp4", "wide_pixels.mp4", "varying.mp4", "tone.wav"}) {
            const QString file = QString::fromLatin1(name);
            ASSERT_TRUE(QFile::copy(test::clip(file), path(QStringLiteral("in/") + file)));
        }
    }
    QString makeArticles() {
        QByteArray lines;
        for (int i = 0; i < articleCount; ++i) {
            lines += "{\"title\":\"Article " + QByteArray::number(i) + "\",\"body\":\"All about number " +
                     QByteArray::number(i * 7919) + " and nothing about " + QByteArray::number(i * 104729) +
                     ".\"}\n";
        }
        return write(QStringLiteral("articles.jsonl"), lines);
    }
    qint64 number(const char* sql) const {
        storage::Connection connection(library() + QStringLiteral("/library.sqlite"),
                                       storage::Connection::Access::Read);
        storage::Query query = connection.query(QString::fromLatin1(sql));
        return query.next() ? query.integer(0) : -1;
    }
    qint64 done() const { return number("SELECT count(*) FROM analysis_jobs WHERE state = 'done'"); }
};

TEST_F(AnalysisKillTest, NothingIsLostOrDoneTwiceWhenTheProgramIsKilled) {
    makePictures();
    ask({QStringLiteral("import"), path(QStringLiteral("in"))});
    ask({QStringLiteral("import"), makeArticles()});
    const qint64 items = number("SELECT count(*) FROM content");
    ASSERT_EQ(items, pictures + 5 + articleCount);

    Random random(20261125);
    int interrupted = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess program;
        program.start(QStringLiteral(MODERATO_PROGRAM), {QStringLiteral("analysis"), QStringLiteral("run"),
                                                         QStringLiteral("--library"), library()});
        ASSERT_TRUE(program.waitForStarted());
        // After some more items are finished: now and then none, in the middle of the next one.
        const qint64 wanted = done() + qint64(random.below(8));
        const auto anyRuns = [this] {
            return number("SELECT count(*) FROM analysis_jobs WHERE state = 'running'") > 0;
        };
        while (program.state() == QProcess::Running && (done() < wanted || !anyRuns())) {
            program.waitForFinished(1);
        }
        ASSERT_EQ(program.state(), QProcess::Running) << "everything was done before kill " << kill;
        ASSERT_EQ(0, ::kill(pid_t(program.processId()), SIGKILL));
        ASSERT_TRUE(program.waitForFinished());
        interrupted += number("SELECT count(*) FROM analysis_jobs WHERE state = 'running'") > 0 ? 1 : 0;
        EXPECT_EQ(number("SELECT count(*) FROM analysis_jobs WHERE runs > 1"), 0) << "kill " << kill;
        EXPECT_EQ(number("SELECT count(*) FROM analysis_jobs WHERE state = 'done' AND runs = 0"), 0);
    }
    EXPECT_GT(interrupted, kills / 2) << "hardly any kill hit an item";

    const QJsonObject end = ask({QStringLiteral("analysis"), QStringLiteral("run")});
    EXPECT_EQ(end[QStringLiteral("waiting")], 0);
    EXPECT_EQ(end[QStringLiteral("failed")], 0);
    EXPECT_EQ(end[QStringLiteral("done")], items);
    EXPECT_EQ(number("SELECT count(*) FROM analysis_jobs WHERE runs <> 1"), 0) << "each item exactly once";
    EXPECT_EQ(number("SELECT count(*) FROM media_files WHERE runs <> 1"), 0) << "each file exactly once";
    EXPECT_EQ(number("SELECT count(*) FROM media_files"), pictures + 5);
    EXPECT_EQ(number("SELECT count(*) FROM text_sketches"), articleCount);
    EXPECT_EQ(number("SELECT count(*) FROM duplicate_members"), items);
    EXPECT_EQ(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    std::printf("%d kills, %d of them in the middle of an item; %lld items done exactly once\n", kills,
                interrupted, static_cast<long long>(items));
}

} // namespace moderato::cli
