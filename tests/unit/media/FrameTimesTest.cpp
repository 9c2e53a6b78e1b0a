#include "core/media/FrameTable.h"
#include "core/media/Sampling.h"
#include "core/media/Steps.h"

#include "../../support/PaintedNumber.h"
#include "TimedClips.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace moderato::media {

using test::openFile;
using test::paintedNumber;
using test::timedClip;
using test::timesByFfprobe;

namespace {

constexpr qint64 notStated = std::numeric_limits<qint64>::min();

SampleOptions optionsOf(int segments, int parts = 1, std::optional<quint64> seed = {}) {
    SampleOptions options;
    options.segments = segments;
    options.parts = parts;
    options.seed = seed;
    return options;
}

std::vector<std::chrono::microseconds> everyTime(const FrameTable& table) {
    std::vector<std::chrono::microseconds> times;
    for (const qint64 pts : table.pts) {
        const double seconds = double(pts - table.pts.front()) * table.timeBase.value();
        times.emplace_back(int64_t(seconds * 1e6 + 1.5));
    }
    return times;
}

std::string nameOf(const testing::TestParamInfo<const char*>& info) {
    std::string name = info.param;
    std::ranges::replace(name, '.', '_');
    return name;
}

} // namespace

class TimedClip : public testing::TestWithParam<const char*> {
protected:
    QString path() const { return timedClip(GetParam()); }
};

TEST_P(TimedClip, FrameTableIsWhatFfprobeLists) {
    const std::vector<qint64> listed = timesByFfprobe(path());
    const auto table = readFrameTable(openFile(path()));
    ASSERT_TRUE(table.ok()) << qPrintable(table.error().message);
    ASSERT_EQ(size_t(table->count()), listed.size());
    EXPECT_EQ(table->isKey.size(), table->pts.size());
    for (size_t i = 0; i < listed.size(); ++i) {
        if (listed[i] != notStated) {
            EXPECT_EQ(table->pts[i], listed[i]) << "frame " << i;
        }
    }
}

TEST_P(TimedClip, EveryFrameIsTheOneOfItsNumber) {
    const auto file = openFile(path());
    const auto table = readFrameTable(file);
    ASSERT_TRUE(table.ok());
    const auto frames = framesAt(file, everyTime(*table), QSize(160, 160));
    ASSERT_TRUE(frames.ok()) << qPrintable(frames.error().message);
    ASSERT_EQ(qint64(frames->size()), table->count());
    const int first = paintedNumber(frames->front().image);
    ASSERT_GE(first, 0);
    for (size_t i = 0; i < frames->size(); ++i) {
        const SampledFrame& frame = (*frames)[i];
        EXPECT_EQ(frame.time.number, qint64(i));
        EXPECT_EQ(frame.time.pts, table->pts[i]);
        EXPECT_EQ(paintedNumber(frame.image), first + int(i));
    }
}

TEST_P(TimedClip, SampledFramesAreTheOnesTheySay) {
    const auto file = openFile(path());
    const std::vector<qint64> listed = timesByFfprobe(path());
    const auto zero = framesAt(file, {std::chrono::microseconds(0)}, {});
    ASSERT_TRUE(zero.ok());
    const int first = paintedNumber(zero->front().image);
    for (const auto& seed : {std::optional<quint64>(), std::optional<quint64>(7)}) {
        const auto frames = sampleFrames(file, optionsOf(8, 1, seed));
        ASSERT_TRUE(frames.ok()) << qPrintable(frames.error().message);
        EXPECT_EQ(frames->size(), 8u);
        for (const SampledFrame& frame : *frames) {
            ASSERT_GE(frame.time.number, 0);
            ASSERT_LT(size_t(frame.time.number), listed.size());
            const qint64 pts = listed[size_t(frame.time.number)];
            EXPECT_TRUE(pts == notStated || pts == frame.time.pts);
            EXPECT_EQ(paintedNumber(frame.image), first + frame.time.number);
        }
    }
}

TEST_P(TimedClip, StepsBackToTheFramesBefore) {
    const auto file = openFile(path());
    const auto table = readFrameTable(file);
    ASSERT_TRUE(table.ok());
    const auto zero = framesAt(file, {std::chrono::microseconds(0)}, {});
    const int first = paintedNumber(zero->front().image);
    Steps steps; // one video open for all of them
    for (const qint64 number : {qint64(40), qint64(0), table->count() - 1, qint64(38)}) {
        const auto frames = steps.framesUpTo(openFile(path()), table->pts[size_t(number)], 12, {});
        ASSERT_TRUE(frames.ok());
        ASSERT_EQ(qint64(frames->size()), std::min<qint64>(12, number + 1));
        for (size_t i = 0; i < frames->size(); ++i) {
            const qint64 expected = number + 1 - qint64(frames->size()) + qint64(i);
            EXPECT_EQ((*frames)[i].time.number, expected);
            EXPECT_EQ(paintedNumber((*frames)[i].image), first + expected);
        }
    }
}

/// What one step decoded serves the ones after it.
TEST_P(TimedClip, FramesBeforeAreStillThere) {
    const auto table = readFrameTable(openFile(path()));
    Steps steps;
    const auto two = steps.framesUpTo(openFile(path()), table->pts[37], 2, {});
    ASSERT_TRUE(two.ok());
    EXPECT_EQ(two->size(), 2u);
    for (const int number : {35, 37, 30}) {
        const auto frames = steps.framesUpTo(openFile(path()), table->pts[size_t(number)], 4, {});
        ASSERT_TRUE(frames.ok());
        ASSERT_GE(frames->size(), 1u); // another group is not decoded for frames that were not asked for
        ASSERT_LE(frames->size(), 4u);
        for (size_t i = 0; i < frames->size(); ++i) {
            const int expected = number + 1 - int(frames->size()) + int(i);
            const auto fresh = Steps().framesUpTo(openFile(path()), table->pts[size_t(expected)], 1, {});
            ASSERT_TRUE(fresh.ok());
            EXPECT_EQ((*frames)[i].time.number, expected);
            EXPECT_EQ((*frames)[i].image, fresh->front().image);
        }
    }
}

TEST_P(TimedClip, KeyFrameIsOneAtOrBefore) {
    const auto file = openFile(path());
    const auto table = readFrameTable(file);
    Steps steps;
    for (const int ms : {1900, 100, 1900}) {
        const auto key = steps.keyFrameAt(openFile(path()), std::chrono::milliseconds(ms), {});
        ASSERT_TRUE(key.ok()) << qPrintable(key.error().message);
        const double seconds = key->time.seconds() - table->at(0).seconds();
        EXPECT_LE(seconds, ms / 1000.0);
        ASSERT_GE(key->time.number, 0);
        EXPECT_GE(paintedNumber(key->image), 0);
        const auto fresh = Steps().keyFrameAt(openFile(path()), std::chrono::milliseconds(ms), {});
        EXPECT_EQ(key->image, fresh->image);
    }
}

TEST(Steps, AFileThatWasWrittenAnewIsReadAnew) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("changing"));
    Steps steps;
    for (const char* name : {"b_frames.mp4", "vp9.webm"}) {
        QFile::remove(path);
        ASSERT_TRUE(QFile::copy(timedClip(name), path));
        const auto frame = steps.keyFrameAt(openFile(path), std::chrono::milliseconds(0), {});
        ASSERT_TRUE(frame.ok());
        EXPECT_EQ(frame->image, Steps().keyFrameAt(openFile(path), std::chrono::milliseconds(0), {})->image);
    }
    EXPECT_TRUE(steps.close());
    EXPECT_FALSE(steps.close());
}

INSTANTIATE_TEST_SUITE_P(Kinds, TimedClip,
                         testing::Values("constant.mp4", "b_frames.mp4", "open_gop.mp4", "variable.mp4",
                                         "edit_list.mp4", "edit_list_open_gop.mp4", "no_edit_list.mp4",
                                         "delayed_start.mp4", "rotated.mp4", "interlaced.mp4",
                                         "wide_pixels.mp4", "fragmented.mp4", "clip.mov", "mjpeg.mov",
                                         "hevc.mp4", "clip.mkv", "cut.mkv", "variable.mkv", "vp9.webm",
                                         "vp8.webm", "b_frames.avi", "mjpeg.avi", "clip.ts", "clip.mpg",
                                         "raw.h264", "clip.flv", "clip.wmv", "animated.gif"),
                         nameOf);

/// An ASF whose packets carry no presentation times and begin before 0: libavformat gives the first frames
/// once and cannot go back to them.
TEST(AsfClip, FramesAreTheOnesTheySay) {
    const QString path = timedClip("negative_start.asf");
    const auto file = openFile(path);
    const auto table = readFrameTable(file);
    ASSERT_TRUE(table.ok());
    std::vector<qint64> listed = timesByFfprobe(path);
    ASSERT_EQ(size_t(table->count()), listed.size());
    std::ranges::transform(listed, table->pts, listed.begin(),
                           [](qint64 time, qint64 ours) { return time == notStated ? ours : time; });
    ASSERT_EQ(table->pts, listed);
    const auto sampled = sampleFrames(file, optionsOf(8, 1, {}));
    ASSERT_TRUE(sampled.ok()) << qPrintable(sampled.error().message);
    EXPECT_EQ(sampled->size(), 8u);
    std::vector<SampledFrame> frames = *sampled;
    Steps steps;
    for (const qint64 number : {table->count() - 1, table->count() / 2, qint64(3), qint64(40)}) {
        const auto run = steps.framesUpTo(openFile(path), table->pts[size_t(number)], 4, {});
        ASSERT_TRUE(run.ok()) << qPrintable(run.error().message);
        EXPECT_EQ(run->back().time.number, number);
        frames.insert(frames.end(), run->begin(), run->end());
    }
    for (const SampledFrame& frame : frames) {
        EXPECT_EQ(table->at(frame.time.number).pts, frame.time.pts);
        EXPECT_EQ(paintedNumber(frame.image), frame.time.number);
    }
}

TEST(FrameTable, TellsWhatIsOnTheScreen) {
    FrameTable table;
    table.timeBase = {1, 1000};
    table.pts = {-40, 0, 40, 100};
    table.isKey = {1, 0, 0, 1};
    EXPECT_EQ(table.numberAt(-100), 0);
    EXPECT_EQ(table.numberAt(-1), 0);
    EXPECT_EQ(table.numberAt(0), 1);
    EXPECT_EQ(table.numberAt(99), 2);
    EXPECT_EQ(table.numberAt(std::numeric_limits<qint64>::max()), 3);
    EXPECT_EQ(table.numberAtSeconds(0.04), 2);
    EXPECT_EQ(table.numberAtSeconds(1e300), 3);
    EXPECT_EQ(table.at(3), (FrameTime{100, {1, 1000}, 3}));
    EXPECT_EQ(table.at(4).number, -1);
    EXPECT_EQ(FrameTable().numberAt(0), -1);
}

TEST(Sampling, OfTheSameSeedIsTheSame) {
    const auto file = openFile(timedClip("b_frames.mp4"));
    const auto numbers = [&](std::optional<quint64> seed) {
        std::vector<qint64> result;
        const auto frames = sampleFrames(file, optionsOf(5, 2, seed));
        for (const SampledFrame& frame : *frames) {
            result.push_back(frame.time.number);
        }
        return result;
    };
    EXPECT_EQ(numbers(1), numbers(1));
    EXPECT_NE(numbers(1), numbers(2));
    EXPECT_EQ(numbers({}), (std::vector<qint64>{5, 15, 25, 35, 45, 55, 65, 75, 85, 95}));
}

TEST(Sampling, OfFewFramesGivesEachOnce) {
    const auto frames = sampleFrames(openFile(timedClip("constant.mp4")), optionsOf(256));
    ASSERT_TRUE(frames.ok());
    EXPECT_EQ(frames->size(), 100u);
    EXPECT_FALSE(sampleFrames(openFile(timedClip("constant.mp4")), optionsOf(0)).ok());
}

} // namespace moderato::media
