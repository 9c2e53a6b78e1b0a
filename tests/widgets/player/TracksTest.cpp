#include "StandIns.h"

#include <QFile>
#include <QTemporaryDir>

using namespace moderato;
using namespace moderato::test;
using namespace moderato::widgets;

namespace {

using TracksTest = PlayerViewTest;

void write(const QString& path, const QByteArray& text) {
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(text);
}

QStringList words(const char* line) {
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

} // namespace

TEST_F(TracksTest, SubtitlesAreOffUntilOneIsChosenAndNoneComesFromBesideTheFile) {
    const QTemporaryDir folder;
    const QString text = folder.filePath(QStringLiteral("text.srt"));
    write(text, "1\n00:00:00,000 --> 00:00:04,000\nHHHHHHHHHHHH\nHHHHHHHHHHHH\n");
    const QString clip = folder.filePath(QStringLiteral("clip.mkv"));
    ASSERT_TRUE(ffmpeg(QStringList{QStringLiteral("-i"), timedClip(QStringLiteral("constant.mp4")),
                                   QStringLiteral("-i"), text, QStringLiteral("-i"), text} +
                       words("-map 0:v -map 1 -map 2 -c:v copy -c:s srt -metadata:s:s:0 language=deu "
                             "-metadata:s:s:1 title=Second -disposition:s:0 default") +
                       QStringList{clip}));
    write(folder.filePath(QStringLiteral("clip.srt")), "1\n00:00:00,000 --> 00:00:04,000\nbeside\n");
    view.setServices(standInServices());
    open(clip);
    EXPECT_EQ(view.state().subtitles, (QStringList{QStringLiteral("deu"), QStringLiteral("Second")}));
    EXPECT_EQ(view.state().subtitle, 0);
    const QImage without = picture();
    view.setSubtitle(2);
    EXPECT_EQ(view.state().subtitle, 2);
    EXPECT_TRUE(QTest::qWaitFor([&] { return picture() != without; }, waitMs));
    view.setSubtitle(0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return picture() == without; }, waitMs));
}

TEST_F(TracksTest, ThePictureIsThatOfTheFirstTrack) {
    const QTemporaryDir folder;
    const QString clip = folder.filePath(QStringLiteral("two.mkv"));
    ASSERT_TRUE(ffmpeg(QStringList{QStringLiteral("-i"), timedClip(QStringLiteral("b_frames.mp4"))} +
                       words("-f lavfi -i color=red:s=64x64:d=4 -map 0:v -map 1:v -c:v:0 copy -c:v:1 mpeg4 "
                             "-disposition:v:0 0 -disposition:v:1 default") +
                       QStringList{clip}));
    view.setServices(standInServices());
    open(clip);
    EXPECT_EQ(view.state().size, QSize(320, 240));
    EXPECT_EQ(shownNumber(), 0);
}

TEST_F(TracksTest, WithoutADecoderThereIsATimeAndNoNumber) {
    view.open(timedClip(QStringLiteral("constant.mp4")), true, true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return view.isPictureShown() && view.state().duration > 0; }, waitMs));
    view.seek(1.0);
    ASSERT_TRUE(QTest::qWaitFor([&] { return std::abs(view.state().position - 1.0) < 0.001; }, waitMs));
    EXPECT_EQ(view.state().frame, -1);
    EXPECT_EQ(view.state().frames, 0);
    EXPECT_EQ(shownNumber(), 25);
}
