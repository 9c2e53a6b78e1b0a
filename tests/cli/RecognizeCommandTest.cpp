#include "tests/cli/Program.h"
#include "tests/unit/media/Clips.h"

#include <QDir>

namespace moderato::cli {

using test::clip;

class RecognizeCommandTest : public ProgramTest {};

TEST_F(RecognizeCommandTest, PrintsAnObjectAFrameAndASummary) {
    const Answer answer =
        run({QStringLiteral("recognize"), clip(QStringLiteral("counted.mp4")), QStringLiteral("--features"),
             QStringLiteral("lips_pressed,teeth_exposed"), QStringLiteral("--json")});
    ASSERT_EQ(answer.status, 0) << answer.err.toStdString();
    const QList<QJsonObject> lines = answer.lines();
    ASSERT_EQ(lines.size(), 51);
    EXPECT_EQ(lines[3][QStringLiteral("frame")].toInt(), 3);
    EXPECT_TRUE(lines[3][QStringLiteral("face")].isBool());
    const QJsonObject summary = lines.last()[QStringLiteral("summary")].toObject();
    EXPECT_EQ(summary[QStringLiteral("frames")].toInt(), 50);
    EXPECT_EQ(summary[QStringLiteral("models")].toArray(), QJsonArray{QStringLiteral("M003")});
    EXPECT_EQ(summary[QStringLiteral("features")].toObject().keys(),
              (QStringList{QStringLiteral("lips_pressed"), QStringLiteral("teeth_exposed")}));
    EXPECT_FALSE(QDir(library()).exists()) << "no library is made for it";
}

TEST_F(RecognizeCommandTest, ACategoryStandsForItsFeatures) {
    const Answer answer =
        run({QStringLiteral("recognize"), clip(QStringLiteral("counted.mp4")), QStringLiteral("--category"),
             QStringLiteral("strange_events"), QStringLiteral("--every"), QStringLiteral("1")});
    ASSERT_EQ(answer.status, 0) << answer.err.toStdString();
    EXPECT_EQ(answer.lines().last()[QStringLiteral("summary")].toObject()[QStringLiteral("models")].toArray(),
              (QJsonArray{QStringLiteral("M001"), QStringLiteral("M002"), QStringLiteral("M003"),
                          QStringLiteral("M005")}));
}

TEST_F(RecognizeCommandTest, ACategoryStandsForTheSetsOfTheLibrary) {
    ask({QStringLiteral("expressions"), QStringLiteral("sets"), QStringLiteral("edit"),
         QStringLiteral("strange_events"), QStringLiteral("--positive"), QStringLiteral("nose_wrinkled"),
         QStringLiteral("--negative"), QString()});
    const Answer answer =
        run({QStringLiteral("recognize"), clip(QStringLiteral("counted.mp4")), QStringLiteral("--category"),
             QStringLiteral("strange_events"), QStringLiteral("--every"), QStringLiteral("1")});
    ASSERT_EQ(answer.status, 0) << answer.err.toStdString();
    const QJsonObject summary = answer.lines().last()[QStringLiteral("summary")].toObject();
    EXPECT_EQ(summary[QStringLiteral("models")].toArray(), QJsonArray{QStringLiteral("M004")});
    EXPECT_EQ(summary[QStringLiteral("features")].toObject().keys(),
              QStringList{QStringLiteral("nose_wrinkled")});
}

TEST_F(RecognizeCommandTest, WrongOnesGetASentence) {
    const QString video = clip(QStringLiteral("counted.mp4"));
    for (const QStringList& more :
         {QStringList{video, QStringLiteral("--features"), QStringLiteral("ears_moved")},
          QStringList{video, QStringLiteral("--category"), QStringLiteral("nothing")},
          QStringList{video, QStringLiteral("--every"), QStringLiteral("often")},
          QStringList{QStringLiteral("/nowhere.mp4")}}) {
        const Answer answer = run(QStringList{QStringLiteral("recognize")} + more);
        EXPECT_NE(answer.status, 0) << qPrintable(more.join(' '));
        EXPECT_FALSE(answer.err.isEmpty());
        EXPECT_TRUE(answer.out.isEmpty());
    }
}

} // namespace moderato::cli
