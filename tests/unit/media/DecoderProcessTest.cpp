#include "core/media/DecoderProcess.h"

#include "Clips.h"
#include "core/media/Probe.h"
#include "core/media/private/WireMessage.h"

#include <QProcess>

#include <gmock/gmock.h>
#include <thread>

namespace moderato::media {

using namespace std::chrono_literals;
using test::clip;
using testing::HasSubstr;

namespace {

DecoderOptions worker(const char* mode, std::chrono::milliseconds deadline = 20s) {
    return {.program = TEST_DECODE_WORKER, .arguments = {mode}, .deadline = deadline};
}

} // namespace

TEST(DecoderProcess, AnswersLikeTheFunctions) {
    DecoderProcess decoder(worker("real"));
    for (const char* file :
         {"counted.mp4", "rotated.mp4", "varying.mp4", "tone.wav", "picture.jpg", "cut_index_first.mp4"}) {
        const auto info = decoder.probe(clip(file));
        ASSERT_TRUE(info.ok()) << qPrintable(info.error().message);
        EXPECT_EQ(*info, *probe(clip(file)));
    }
    EXPECT_EQ(decoder.frameAt(clip("rotated.mp4"), 1s, {})->size(), QSize(180, 320));
    EXPECT_EQ(decoder.coverFrame(clip("plain.mp4"), QSize(80, 80))->width(), 80);
    EXPECT_EQ(decoder.picture(clip("picture.png"), {})->size(), QSize(200, 100));
    EXPECT_EQ(decoder.probe(clip("empty.mp4")).error().message, probe(clip("empty.mp4")).error().message);
    EXPECT_EQ(decoder.workersStarted(), 1);
}

TEST(DecoderProcess, ACrashCostsOneItem) {
    DecoderProcess decoder(worker("naughty"));
    EXPECT_TRUE(decoder.probe("fine").ok());
    for (const char* file : {"crash", "garbage", "huge"}) {
        const auto info = decoder.probe(file);
        ASSERT_FALSE(info.ok()) << file;
        EXPECT_THAT(info.error().message.toStdString(), HasSubstr("broke down"));
        EXPECT_TRUE(decoder.probe("fine").ok());
    }
    EXPECT_EQ(decoder.workersStarted(), 4);
}

TEST(DecoderProcess, AHangIsStoppedAtTheDeadline) {
    DecoderProcess decoder(worker("naughty", 300ms));
    const auto info = decoder.probe("hang");
    ASSERT_FALSE(info.ok());
    EXPECT_THAT(info.error().message.toStdString(), HasSubstr("took longer than 0.3 seconds"));
    EXPECT_TRUE(decoder.probe("fine").ok());
}

TEST(DecoderProcess, AWorkerThatLeftIsStartedAgain) {
    DecoderProcess decoder(worker("naughty"));
    EXPECT_FALSE(decoder.probe("leave").ok());
    std::this_thread::sleep_for(100ms);
    EXPECT_TRUE(decoder.probe("fine").ok());
}

TEST(DecoderProcess, AProgramThatIsNotThereIsAnError) {
    DecoderProcess none(DecoderOptions{.program = "/nowhere/moderato"});
    EXPECT_THAT(none.probe("x").error().message.toStdString(), HasSubstr("could not be started"));
    DecoderProcess other(DecoderOptions{.program = "/bin/true"});
    EXPECT_THAT(other.probe("x").error().message.toStdString(), HasSubstr("could not be started"));
}

TEST(DecoderProcess, MayBeAskedFromManyThreads) {
    DecoderProcess decoder(worker("real"));
    const QString file = clip("counted.mp4");
    std::atomic<int> good = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 10; ++n) {
                good += decoder.frameAt(file, std::chrono::milliseconds(n * 100), {}).ok() ? 1 : 0;
            }
        });
    }
    threads.clear();
    EXPECT_EQ(good, 40);
}

TEST(DecoderProcess, IsShutIn) {
    const int missing = QProcess::execute(TEST_DECODE_WORKER, {"shut-in"});
    EXPECT_EQ(missing & 1, 0) << "it may write files";
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_EQ(missing & 2, 0) << "its memory is not bounded";
#endif
    EXPECT_EQ(missing & 4, 0) << "it may gain rights";
    EXPECT_EQ(missing & 8, 0) << "files of the program are open in it";
    if (missing & (16 | 32)) {
        GTEST_SKIP() << (missing & 16 ? "this system allows no network namespaces"
                                      : "this system has no Landlock");
    }
}

TEST(WireMessage, BrokenBytesAreNothing) {
    MediaInfo info;
    info.streams.resize(3);
    const QByteArray good = encode(DecodeReply(info));
    EXPECT_EQ(std::get<MediaInfo>(*decodeReply(good)), info);
    for (qsizetype cut = 0; cut < good.size(); ++cut) {
        EXPECT_FALSE(decodeReply(good.left(cut))) << cut;
    }
    EXPECT_FALSE(decodeReply(QByteArray("\1\0\0\xFF\xFF\0\0\xFF\xFF\0", 10)));
}

} // namespace moderato::media
