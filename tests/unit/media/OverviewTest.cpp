#include "core/media/Overview.h"

#include "TimedClips.h"

#include <QFile>

namespace moderato::media {

using test::openFile;
using test::timedClip;

TEST(Overview, OfOneShotHasPicturesAndACover) {
    const auto overview = readOverview(openFile(timedClip("b_frames.mp4")));
    ASSERT_TRUE(overview.ok()) << qPrintable(overview.error().message);
    EXPECT_TRUE(overview->shotsAreExact);
    ASSERT_EQ(overview->shots.size(), 1u);
    EXPECT_EQ(overview->shots.front().number, 0);
    EXPECT_EQ(overview->covers.size(), 1u);
    EXPECT_GE(overview->filmstrip.size(), 40u);
    for (size_t i = 1; i < overview->filmstrip.size(); ++i) {
        EXPECT_GT(overview->filmstrip[i].time.pts, overview->filmstrip[i - 1].time.pts);
    }
    EXPECT_LE(overview->filmstrip.front().image.width(), 192);
}

TEST(Overview, FindsTheFirstFrameOfEachShot) {
    const QString folder = qEnvironmentVariable("MODERATO_DATA", MODERATO_SOURCE_DIR "/../shared/data");
    const QString path = folder + "/video/clips/scenedetect/testvideo.mp4";
    if (!QFile::exists(path)) {
        GTEST_SKIP() << "The data sets are not beside the repository.";
    }
    const auto overview = readOverview(openFile(path));
    ASSERT_TRUE(overview.ok()) << qPrintable(overview.error().message);
    std::vector<qint64> numbers;
    for (const FrameTime& shot : overview->shots) {
        numbers.push_back(shot.number);
    }
    EXPECT_EQ(numbers, (std::vector<qint64>{0, 30, 180}));
    EXPECT_EQ(overview->covers.size(), 3u);
}

} // namespace moderato::media
