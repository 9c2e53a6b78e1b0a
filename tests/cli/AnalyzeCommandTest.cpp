#include "tests/cli/Program.h"
#include "tests/unit/media/Clips.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>

namespace moderato::cli {

using test::clip;

class AnalyzeCommandTest : public ProgramTest {
protected:
    QJsonArray items(const QStringList& arguments) {
        return ask(QStringList{QStringLiteral("analyze")} + arguments)[QStringLiteral("items")].toArray();
    }
    QJsonObject only(const QStringList& arguments) {
        const QJsonArray found = items(arguments);
        EXPECT_EQ(found.size(), 1);
        return found[0].toObject();
    }
    QString copy(const QString& name, const QString& as) {
        QDir().mkpath(QFileInfo(path(as)).path());
        EXPECT_TRUE(QFile::copy(clip(name), path(as)));
        return path(as);
    }
};

TEST_F(AnalyzeCommandTest, SaysEverythingOfAVideo) {
    const QJsonObject item = only({clip(QStringLiteral("counted.mp4"))});
    EXPECT_EQ(item[QStringLiteral("sha256")].toString().size(), 64);
    const QJsonObject probe = item[QStringLiteral("probe")].toObject();
    EXPECT_EQ(probe[QStringLiteral("kind")], QStringLiteral("video"));
    EXPECT_NEAR(probe[QStringLiteral("duration")].toDouble(), 2, 0.1);
    const QJsonArray frames = item[QStringLiteral("frames")].toArray();
    ASSERT_EQ(frames.size(), 8);
    for (const QJsonValue& value : frames) {
        const QJsonObject frame = value.toObject();
        const QStringList base = frame[QStringLiteral("time_base")].toString().split(u'/');
        ASSERT_EQ(base.size(), 2);
        const double seconds =
            double(frame[QStringLiteral("pts")].toInteger()) * base[0].toDouble() / base[1].toDouble();
        EXPECT_NEAR(frame[QStringLiteral("seconds")].toDouble(), seconds, 1e-9);
        EXPECT_NEAR(frame[QStringLiteral("number")].toDouble(), seconds * 25, 0.01);
        EXPECT_EQ(frame[QStringLiteral("pdq")].toString().size(), 64);
    }
    const QJsonObject mfcc = item[QStringLiteral("mfcc")].toObject();
    EXPECT_EQ(mfcc[QStringLiteral("preset")], QStringLiteral("document"));
    EXPECT_EQ(mfcc[QStringLiteral("coefficients")], 13);
    EXPECT_TRUE(item[QStringLiteral("loudness")].toObject()[QStringLiteral("integrated_lufs")].isDouble());
    EXPECT_TRUE(item[QStringLiteral("errors")].toArray().isEmpty());
}

TEST_F(AnalyzeCommandTest, NamesWhatIsOdd) {
    const QJsonObject probe = only({clip(QStringLiteral("rotated.mp4"))})[QStringLiteral("probe")].toObject();
    EXPECT_TRUE(
        probe[QStringLiteral("oddities")].toArray()[0].toString().contains(QLatin1String("rotated by")));
    const QJsonObject stream = probe[QStringLiteral("streams")].toArray()[0].toObject();
    EXPECT_EQ(stream[QStringLiteral("pixel_format")], QStringLiteral("yuv420p"));
    EXPECT_EQ(stream[QStringLiteral("interlaced")], false);
    EXPECT_EQ(stream[QStringLiteral("start")], 0);
}

TEST_F(AnalyzeCommandTest, MakesAndLocksNoLibrary) {
    only({clip(QStringLiteral("plain.mp4"))});
    EXPECT_FALSE(QDir(library()).exists());
}

TEST_F(AnalyzeCommandTest, ABrokenFileCostsOnlyItself) {
    copy(QStringLiteral("plain.mp4"), QStringLiteral("in/a.mp4"));
    copy(QStringLiteral("zeros.mp4"), QStringLiteral("in/deep/b.mp4"));
    copy(QStringLiteral("picture.png"), QStringLiteral("in/deep/c.png"));
    const QJsonArray found = items({path(QStringLiteral("in"))});
    ASSERT_EQ(found.size(), 3);
    EXPECT_TRUE(found[0].toObject()[QStringLiteral("errors")].toArray().isEmpty());
    EXPECT_TRUE(found[0].toObject()[QStringLiteral("mfcc")].isNull()) << "no sound";
    EXPECT_EQ(found[1].toObject()[QStringLiteral("errors")].toArray().size(), 1);
    EXPECT_TRUE(found[1].toObject()[QStringLiteral("probe")].isNull());
    EXPECT_EQ(found[2].toObject()[QStringLiteral("frames")].toArray().size(), 1);
}

TEST_F(AnalyzeCommandTest, NothingThatOpensIsAFailure) {
    const Answer answer =
        run({QStringLiteral("analyze"), QStringLiteral("--json"), clip(QStringLiteral("zeros.mp4"))});
    EXPECT_EQ(answer.status, 1);
    EXPECT_EQ(answer.json()[QStringLiteral("items")].toArray().size(), 1);
    EXPECT_EQ(run({QStringLiteral("analyze"), QStringLiteral("nowhere.mp4")}).status, 1);
    EXPECT_EQ(run({QStringLiteral("analyze"), clip(QStringLiteral("plain.mp4")), QStringLiteral("--frames"),
                   QStringLiteral("0")})
                  .status,
              2);
    EXPECT_EQ(run({QStringLiteral("analyze"), clip(QStringLiteral("plain.mp4")), QStringLiteral("--mfcc"),
                   QStringLiteral("fancy")})
                  .status,
              2);
}

TEST_F(AnalyzeCommandTest, FramesPartsAndSeedsAreFollowed) {
    const QString file = clip(QStringLiteral("counted.mp4"));
    const auto numbers = [&](const QStringList& more) {
        QList<int> found;
        for (const QJsonValue& frame :
             only(QStringList{file, QStringLiteral("--frames"), QStringLiteral("4"),
                              QStringLiteral("--parts"), QStringLiteral("2"), QStringLiteral("--no-sound")} +
                  more)[QStringLiteral("frames")]
                 .toArray()) {
            found << frame.toObject()[QStringLiteral("number")].toInt();
        }
        return found;
    };
    const auto middle = numbers({});
    EXPECT_EQ(middle.size(), 8);
    const auto seeded = numbers({QStringLiteral("--random"), QStringLiteral("--seed"), QStringLiteral("7")});
    EXPECT_EQ(seeded, numbers({QStringLiteral("--random"), QStringLiteral("--seed"), QStringLiteral("7")}));
    EXPECT_NE(seeded, numbers({QStringLiteral("--random"), QStringLiteral("--seed"), QStringLiteral("8")}));
}

TEST_F(AnalyzeCommandTest, SampledFramesAreWrittenAsPng) {
    copy(QStringLiteral("counted.mp4"), QStringLiteral("in/counted.mp4"));
    copy(QStringLiteral("plain.mp4"), QStringLiteral("in/other/counted.mp4"));
    const QJsonArray found =
        items({path(QStringLiteral("in")), QStringLiteral("--frames"), QStringLiteral("2"),
               QStringLiteral("--dump-frames"), QStringLiteral("out")});
    ASSERT_EQ(found.size(), 2);
    const QDir out(path(QStringLiteral("out")));
    EXPECT_EQ(out.entryList({QStringLiteral("*.png")}).size(), 4);
    const QJsonObject frame = found[0].toObject()[QStringLiteral("frames")].toArray()[0].toObject();
    const QImage image(out.filePath(QStringLiteral("counted-%1-%2.png")
                                        .arg(frame[QStringLiteral("number")].toInteger())
                                        .arg(frame[QStringLiteral("pts")].toInteger())));
    ASSERT_FALSE(image.isNull());
    EXPECT_EQ(image.size(), QSize(64, 48));
    EXPECT_NEAR(qGray(image.pixel(32, 24)), 4 * frame[QStringLiteral("number")].toDouble() * 255 / 219, 3);
}

class DuplicatesCommandTest : public AnalyzeCommandTest {};

TEST_F(DuplicatesCommandTest, GroupsFilesWithoutALibrary) {
    copy(QStringLiteral("picture.png"), QStringLiteral("in/a.png"));
    copy(QStringLiteral("picture.jpg"), QStringLiteral("in/b.jpg"));
    copy(QStringLiteral("plain.mp4"), QStringLiteral("in/c.mp4"));
    copy(QStringLiteral("index_first.mp4"), QStringLiteral("in/d.mp4"));
    copy(QStringLiteral("zeros.mp4"), QStringLiteral("in/e.mp4"));
    const QJsonObject answer = ask({QStringLiteral("duplicates"), path(QStringLiteral("in"))});
    EXPECT_EQ(answer[QStringLiteral("compared")], 4);
    EXPECT_EQ(answer[QStringLiteral("errors")].toArray().size(), 1);
    const QJsonArray groups = answer[QStringLiteral("items")].toArray();
    ASSERT_EQ(groups.size(), 2);
    EXPECT_EQ(groups[0].toObject()[QStringLiteral("medium")], QStringLiteral("picture"));
    const QJsonArray pictures = groups[0].toObject()[QStringLiteral("members")].toArray();
    ASSERT_EQ(pictures.size(), 2);
    EXPECT_EQ(pictures[0].toObject()[QStringLiteral("distance")], 0);
    EXPECT_LE(pictures[1].toObject()[QStringLiteral("distance")].toInt(99), 31);
    EXPECT_EQ(groups[1].toObject()[QStringLiteral("medium")], QStringLiteral("video"));
    EXPECT_FALSE(QDir(library()).exists());
}

TEST_F(DuplicatesCommandTest, ALibrarysGroupsAndQueue) {
    copy(QStringLiteral("picture.png"), QStringLiteral("in/a.png"));
    copy(QStringLiteral("picture.jpg"), QStringLiteral("in/b.jpg"));
    copy(QStringLiteral("plain.mp4"), QStringLiteral("in/c.mp4"));
    ask({QStringLiteral("import"), path(QStringLiteral("in"))});
    ask({QStringLiteral("import"), articles()});
    const QJsonObject before = ask({QStringLiteral("analysis"), QStringLiteral("status")});
    EXPECT_EQ(before[QStringLiteral("done")], 0);
    const QJsonObject after = ask({QStringLiteral("analysis"), QStringLiteral("run")});
    EXPECT_EQ(after[QStringLiteral("done")], 9);
    EXPECT_EQ(after[QStringLiteral("waiting")], 0);
    EXPECT_EQ(after[QStringLiteral("failed")], 0);
    const QJsonArray groups = ask({QStringLiteral("duplicates")})[QStringLiteral("items")].toArray();
    ASSERT_EQ(groups.size(), 1);
    EXPECT_EQ(groups[0].toObject()[QStringLiteral("members")].toArray().size(), 2);
    EXPECT_TRUE(ask({QStringLiteral("analysis"), QStringLiteral("failures")})[QStringLiteral("items")]
                    .toArray()
                    .isEmpty());
    EXPECT_TRUE(
        ask({QStringLiteral("analysis"), QStringLiteral("pause")})[QStringLiteral("paused")].toBool());
    EXPECT_TRUE(
        ask({QStringLiteral("analysis"), QStringLiteral("status")})[QStringLiteral("paused")].toBool());
    EXPECT_FALSE(
        ask({QStringLiteral("analysis"), QStringLiteral("resume")})[QStringLiteral("paused")].toBool());
    EXPECT_EQ(run({QStringLiteral("analysis"), QStringLiteral("dance")}).status, 2);
}

TEST_F(DuplicatesCommandTest, KnownHashesAreImportedMatchedAndRemoved) {
    const QString picture = copy(QStringLiteral("picture.png"), QStringLiteral("in/a.png"));
    copy(QStringLiteral("plain.mp4"), QStringLiteral("in/c.mp4"));
    const QJsonObject frame = only({picture})[QStringLiteral("frames")].toArray()[0].toObject();
    const QString list = write(QStringLiteral("known.csv"),
                               frame[QStringLiteral("pdq")].toString().toUtf8() + ",a test card\n");
    const QJsonObject scanned = ask({QStringLiteral("hashes"), QStringLiteral("scan"),
                                     path(QStringLiteral("in")), QStringLiteral("--list"), list});
    ASSERT_EQ(scanned[QStringLiteral("items")].toArray().size(), 1);
    EXPECT_EQ(scanned[QStringLiteral("items")].toArray()[0].toObject()[QStringLiteral("label")],
              QStringLiteral("a test card"));
    EXPECT_FALSE(QDir(library()).exists());

    ask({QStringLiteral("import"), path(QStringLiteral("in"))});
    ask({QStringLiteral("analysis"), QStringLiteral("run")});
    const QJsonObject report = ask({QStringLiteral("hashes"), QStringLiteral("import"), list});
    EXPECT_EQ(report[QStringLiteral("name")], QStringLiteral("known"));
    EXPECT_EQ(report[QStringLiteral("matches")], 1);
    const QJsonObject first =
        ask({QStringLiteral("queue")})[QStringLiteral("items")].toArray().first().toObject();
    EXPECT_EQ(first[QStringLiteral("reason")], QStringLiteral("flagged"));
    EXPECT_TRUE(first[QStringLiteral("why")].toString().contains(QStringLiteral("a test card")));
    EXPECT_EQ(
        ask({QStringLiteral("hashes"), QStringLiteral("list")})[QStringLiteral("items")].toArray().size(), 1);
    ask({QStringLiteral("hashes"), QStringLiteral("remove"), QStringLiteral("known")});
    EXPECT_EQ(run({QStringLiteral("hashes"), QStringLiteral("remove"), QStringLiteral("known")}).status, 1);
}

} // namespace moderato::cli
