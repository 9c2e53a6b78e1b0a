#include "core/media/DecoderProcess.h"

#include "Clips.h"
#include "core/media/Frames.h"
#include "core/media/InputFile.h"
#include "core/media/Probe.h"
#include "core/media/Steps.h"
#include "core/media/private/PixelMemory.h"
#include "core/media/private/WireMessage.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>

#include <atomic>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <limits>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

namespace moderato::media {

using namespace std::chrono_literals;
using test::clip;
using testing::HasSubstr;

namespace {

DecoderOptions worker(const char* mode, std::chrono::milliseconds deadline = 20s) {
    return {.program = TEST_DECODE_WORKER, .arguments = {mode}, .deadline = deadline};
}

/// A file with that name, which tells the naughty worker what to do.
QString named(const char* name) {
    static const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
    return file.fileName();
}

qsizetype openDescriptors() {
    return QDir("/proc/self/fd").entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
}

/// How many children this process has, dead ones included.
qsizetype children() {
    qsizetype count = 0;
    for (const QString& task : QDir("/proc/self/task").entryList(QDir::NoDotAndDotDot | QDir::Dirs)) {
        QFile file("/proc/self/task/" + task + "/children");
        count += file.open(QIODevice::ReadOnly) ? file.readAll().simplified().split(' ').removeIf(
                                                      [](const QByteArray& id) { return !id.isEmpty(); })
                                                : 0;
    }
    return count;
}

/// Waits for a condition that comes about by itself; the test's own time limit ends what never does.
template <class Condition> void waitFor(Condition condition) {
    while (!condition()) {
        std::this_thread::yield();
    }
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
    EXPECT_EQ(decoder.workersReplaced(), 0);
}

namespace {

void expectSame(const Result<std::vector<SampledFrame>>& a, const Result<std::vector<SampledFrame>>& b) {
    ASSERT_TRUE(a.ok()) << qPrintable(a.error().message);
    ASSERT_TRUE(b.ok());
    ASSERT_EQ(a->size(), b->size());
    ASSERT_FALSE(a->empty());
    for (size_t i = 0; i < a->size(); ++i) {
        EXPECT_EQ((*a)[i].time, (*b)[i].time) << i;
        EXPECT_EQ((*a)[i].image, (*b)[i].image) << i;
    }
}

} // namespace

TEST(DecoderProcess, FramesTablesAndSoundAreThoseOfTheFunctions) {
    DecoderProcess decoder(worker("real"));
    const QString path = clip("counted.mp4");
    const auto file = InputFile::open(path);
    ASSERT_TRUE(file.ok());
    const SampleOptions sampling{.segments = 3, .seed = 4, .maxSize = QSize(40, 40)};
    expectSame(decoder.sample(path, sampling), sampleFrames(*file, sampling));
    const std::vector<std::chrono::microseconds> times{0ms, 100ms, 1500ms};
    expectSame(decoder.framesAt(path, times, {}), framesAt(*file, times, {}));
    const auto table = decoder.frameTable(path);
    ASSERT_TRUE(table.ok());
    EXPECT_EQ(*table, *readFrameTable(*file));
    EXPECT_EQ(table->count(), 50);
    expectSame(decoder.framesUpTo(path, table->pts[20], 5, {}),
               Steps().framesUpTo(*InputFile::open(path), table->pts[20], 5, {}));
    const auto key = decoder.keyFrameAt(path, 1s, {});
    ASSERT_TRUE(key.ok());
    EXPECT_EQ(key->image, Steps().keyFrameAt(*InputFile::open(path), 1s, {})->image);
    const auto sound = decoder.sound(path, 16000);
    ASSERT_TRUE(sound.ok() && sound->has_value());
    EXPECT_EQ((*sound)->samples, (*decodeSound(*file, 16000))->samples);
    EXPECT_FALSE(decoder.sound(clip("plain.mp4"), 16000)->has_value()) << "no sound is a fact";
    const auto overview = decoder.overview(path, {});
    const auto expected = readOverview(*file);
    ASSERT_TRUE(overview.ok() && expected.ok());
    expectSame(overview->filmstrip, expected->filmstrip);
    EXPECT_EQ(overview->shots, expected->shots);
    expectSame(overview->covers, expected->covers);
    EXPECT_EQ(decoder.workersReplaced(), 0);
}

TEST(DecoderProcess, ACrashCostsOneItem) {
    DecoderProcess decoder(worker("naughty"));
    EXPECT_TRUE(decoder.probe(named("fine")).ok());
    for (const char* file : {"crash", "garbage", "huge", "liar"}) {
        const auto info = decoder.probe(named(file));
        ASSERT_FALSE(info.ok()) << file;
        EXPECT_THAT(info.error().message.toStdString(), HasSubstr("broke down"));
        EXPECT_TRUE(decoder.probe(named("fine")).ok());
    }
    EXPECT_EQ(decoder.workersReplaced(), 4);
}

TEST(DecoderProcess, AHangIsStoppedAtTheDeadline) {
    DecoderProcess decoder(worker("naughty", 300ms));
    const auto info = decoder.probe(named("hang"));
    ASSERT_FALSE(info.ok());
    EXPECT_THAT(info.error().message.toStdString(), HasSubstr("took longer than 0.3 seconds"));
    EXPECT_TRUE(decoder.probe(named("fine")).ok());
}

TEST(DecoderProcess, AWorkerThatRetiresIsReplaced) {
    DecoderProcess decoder(worker("naughty"));
    EXPECT_TRUE(decoder.probe(named("retire")).ok());
    EXPECT_TRUE(decoder.probe(named("fine")).ok());
    EXPECT_EQ(decoder.workersReplaced(), 1);
}

TEST(DecoderProcess, AProgramThatIsNotThereIsAnError) {
    DecoderProcess none(DecoderOptions{.program = "/nowhere/moderato"});
    EXPECT_THAT(none.probe(named("fine")).error().message.toStdString(), HasSubstr("could not be started"));
    DecoderProcess other(DecoderOptions{.program = "/bin/true"});
    EXPECT_THAT(other.probe(named("fine")).error().message.toStdString(), HasSubstr("could not be started"));
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

TEST(DecoderProcess, CancellingEndsARequestAtOnce) {
    DecoderProcess decoder(worker("naughty"));
    const JobContext context;
    std::jthread canceller([&] {
        waitFor([] { return children() > 1; }); // The spare one: the request is under way.
        context.cancel();
    });
    const auto info = decoder.probe(named("hang"), context);
    ASSERT_FALSE(info.ok());
    EXPECT_TRUE(info.error().isCancelled());
    EXPECT_TRUE(decoder.probe(named("fine")).ok());
    EXPECT_TRUE(decoder.probe(named("fine"), context).error().isCancelled());
}

TEST(DecoderProcess, ACancelledRunKeepsItsWorker) {
    const QString path = clip("counted.mp4");
    const auto table = readFrameTable(*InputFile::open(path));
    ASSERT_TRUE(table.ok());
    DecoderProcess decoder(worker("real"));
    const JobContext cancelled;
    cancelled.cancel();
    for (const size_t frame : {size_t(49), size_t(3), size_t(30)}) {
        const auto none = decoder.framesUpTo(path, table->pts[frame], 5, {}, cancelled);
        ASSERT_FALSE(none.ok());
        EXPECT_TRUE(none.error().isCancelled());
        expectSame(decoder.framesUpTo(path, table->pts[frame], 5, {}),
                   Steps().framesUpTo(*InputFile::open(path), table->pts[frame], 5, {}));
    }
    EXPECT_EQ(decoder.workersReplaced(), 0);
}

TEST(Steps, AStoppedRunIsNoneAndTheNextOneIsWhole) {
    const QString path = clip("counted.mp4");
    const auto table = readFrameTable(*InputFile::open(path));
    ASSERT_TRUE(table.ok());
    int asked = 0;
    bool stops = true;
    Steps steps([&] { return ++asked == 3 && stops; });
    EXPECT_FALSE(steps.framesUpTo(*InputFile::open(path), table->pts[20], 5, {}).ok());
    EXPECT_EQ(asked, 3);
    stops = false;
    expectSame(steps.framesUpTo(*InputFile::open(path), table->pts[20], 5, {}),
               Steps().framesUpTo(*InputFile::open(path), table->pts[20], 5, {}));
}

TEST(DecoderProcess, APreparedWorkerIsThereBeforeTheFirstRequest) {
    DecoderProcess decoder(worker("real"));
    EXPECT_EQ(children(), 0);
    decoder.prepare();
    waitFor([] { return children() == 1; });
    EXPECT_TRUE(decoder.probe(clip("counted.mp4")).ok());
    EXPECT_EQ(decoder.workersReplaced(), 0);
}

TEST(DecoderProcess, LeavesNothingBehind) {
    const qsizetype descriptors = openDescriptors();
    const qsizetype processes = children();
    {
        DecoderProcess decoder(worker("naughty"));
        for (int i = 0; i < 20; ++i) {
            EXPECT_FALSE(decoder.probe(named("crash")).ok());
            EXPECT_TRUE(decoder.probe(named("fine")).ok());
        }
        EXPECT_EQ(decoder.workersReplaced(), 20);
        waitFor([&] { return children() <= processes + 2; });
    }
    EXPECT_EQ(children(), processes);
    EXPECT_EQ(openDescriptors(), descriptors);
}

TEST(DecoderProcess, PicturesOutliveTheNextAnswerAndTheDecoder) {
    QImage first;
    QImage second;
    {
        DecoderProcess decoder(worker("real"));
        first = *decoder.picture(clip("picture.png"), {});
        second = *decoder.frameAt(clip("plain.mp4"), 1s, {});
        EXPECT_TRUE(decoder.picture(clip("picture.jpg"), {}).ok());
    }
    EXPECT_EQ(first, *loadPicture(clip("picture.png"), {}));
    EXPECT_EQ(second, *frameAt(clip("plain.mp4"), 1s, {}));
}

TEST(DecoderProcess, TellsHowItIsShutIn) {
    DecoderProcess decoder(worker("real"));
    const auto state = decoder.sandbox();
    ASSERT_TRUE(state.ok());
    EXPECT_TRUE(state->fewSystemCalls);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    EXPECT_TRUE(state->limited);
#endif
    EXPECT_TRUE(state->noNetwork);
    EXPECT_TRUE(state->noFiles);
    EXPECT_EQ(missing(SandboxState{}).size(), 4);
    EXPECT_TRUE(missing({true, true, true, true}).isEmpty());
}

namespace {

QMap<QByteArray, bool> probes(const char* mode) {
    QProcess process;
    process.start(TEST_DECODE_WORKER, {mode});
    EXPECT_TRUE(process.waitForFinished(60000) && process.exitCode() == 0);
    QMap<QByteArray, bool> refused;
    for (const QByteArray& line : process.readAllStandardOutput().split('\n')) {
        if (line.endsWith(" refused") || line.endsWith(" allowed")) {
            refused.insert(line.chopped(8), line.endsWith(" refused"));
        }
    }
    return refused;
}

} // namespace

TEST(DecoderProcess, EveryProbeFromInsideIsRefused) {
    const auto inside = probes("shut-in");
    EXPECT_GE(inside.size(), 45);
    for (auto probe = inside.begin(); probe != inside.end(); ++probe) {
        EXPECT_TRUE(probe.value()) << probe.key().constData();
    }
}

TEST(DecoderProcess, WithoutTheSandboxTheSameProbesGoThrough) {
    // What only the administrator may do is no proof in an ordinary user's test.
    const QList<QByteArray> administrators = {
        "mount",         "other root",         "kernel program", "signal to everybody", "trace",
        "fault handler", "performance events", "keys",           "ring of requests",    "enter a namespace"};
    const auto outside = probes("free");
    EXPECT_EQ(outside.keys(), probes("shut-in").keys());
    for (auto probe = outside.begin(); probe != outside.end(); ++probe) {
        const bool provesNothing = ::geteuid() != 0 && administrators.contains(probe.key());
        EXPECT_TRUE(provesNothing || !probe.value()) << probe.key().constData();
    }
}

class WireMessage : public testing::Test {
protected:
    std::shared_ptr<SharedMemory> memory = SharedMemory::create(1 << 20);

    template <class T> void comesBack(const T& value) {
        const auto bytes = encode(ReplyMessage{DecodeReply(value)}, *memory);
        ASSERT_TRUE(bytes);
        const auto back = decodeReply(*bytes, memory);
        ASSERT_TRUE(back);
        EXPECT_TRUE(std::get<T>(back->reply) == value);
        for (qsizetype cut = 0; cut < bytes->size(); ++cut) {
            EXPECT_FALSE(decodeReply(bytes->left(cut), memory)) << cut;
        }
    }
};

TEST_F(WireMessage, EveryKindComesBack) {
    MediaInfo info;
    info.container = "mov";
    info.problems = QStringList{"One.", "Two."};
    info.oddities = QStringList{"Rotated."};
    info.streams.resize(3);
    // Every field of a stream another value than its default: a forgotten one shows.
    info.streams[1] = {.type = StreamInfo::Type::Video,
                       .codec = "h264",
                       .decodable = false,
                       .size = QSize(3, 4),
                       .rotation = 90,
                       .sampleAspect = {4, 3},
                       .frameRate = {25, 1},
                       .variableFrameRate = true,
                       .interlaced = true,
                       .hasBFrames = true,
                       .pixelFormat = "yuv420p",
                       .bitDepth = 10,
                       .channels = 6,
                       .channelLayout = "5.1",
                       .sampleRate = 48000,
                       .isBitmap = true,
                       .startSeconds = -0.5,
                       .timeBase = {1, 90000},
                       .language = "eng",
                       .bitRate = 1234567890123};
    comesBack(info);
    QImage image(33, 17, QImage::Format_ARGB32);
    image.fill(QColor(10, 20, 30, 40));
    comesBack(image);
    comesBack(FrameTable{{1, 90000}, {-5, 0, 7}, {1, 0, 1}});
    comesBack(Error::invalid("No.", "detail"));
}

TEST_F(WireMessage, FramesSoundAndOverviewComeBack) {
    QImage image(8, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    const std::vector<SampledFrame> frames{{{3, {1, 25}, 7}, image}, {{4, {1, 25}, -1}, image}};
    Overview overview{frames, {{3, {1, 25}, 7}}, {frames[1]}, false};
    const auto back = decodeReply(*encode(ReplyMessage{overview}, *memory), memory);
    ASSERT_TRUE(back);
    const auto& read = std::get<Overview>(back->reply);
    ASSERT_EQ(read.filmstrip.size(), 2U);
    EXPECT_EQ(read.filmstrip[0].time, frames[0].time);
    EXPECT_EQ(read.filmstrip[1].image, image);
    EXPECT_EQ(read.shots, overview.shots);
    EXPECT_EQ(read.covers.size(), 1U);
    EXPECT_FALSE(read.shotsAreExact);
    const auto silent = decodeReply(*encode(ReplyMessage{std::optional<Sound>()}, *memory), memory);
    ASSERT_TRUE(silent);
    EXPECT_FALSE(std::get<std::optional<Sound>>(silent->reply));
    const Sound sound{8000, -0.5, {0, 0.5F, std::numeric_limits<float>::quiet_NaN()}, false};
    const auto heard = decodeReply(*encode(ReplyMessage{std::optional(sound)}, *memory), memory);
    ASSERT_TRUE(heard);
    EXPECT_EQ(std::get<std::optional<Sound>>(heard->reply)->samples, (std::vector<float>{0, 0.5F, 0}));
    EXPECT_EQ(std::get<std::optional<Sound>>(heard->reply)->startSeconds, -0.5);
}

TEST_F(WireMessage, RequestsComeBack) {
    DecodeRequest request{.what = DecodeRequest::What::Sample, .name = "clip", .pts = -7};
    request.sampling = {.segments = 3, .parts = 2, .seed = 5, .exactMiddle = true, .maxSize = QSize(4, 5)};
    request.times = {1us, 2us};
    request.overview.maxCovers = 1;
    const QByteArray bytes = encode(request);
    EXPECT_EQ(decodeRequest(bytes), request);
    for (qsizetype cut = 0; cut < bytes.size(); ++cut) {
        EXPECT_FALSE(decodeRequest(bytes.left(cut))) << cut;
    }
}

TEST_F(WireMessage, PicturesMadeInTheMemoryStayWhereTheyAre) {
    const PicturesIn pictures(*memory);
    QImage image = newPicture(QSize(20, 10), QImage::Format_RGB32);
    image.fill(Qt::green);
    const uchar* place = image.constBits();
    const auto back = decodeReply(*encode(ReplyMessage{image}, *memory), memory);
    ASSERT_TRUE(back);
    EXPECT_EQ(std::get<QImage>(back->reply).constBits(), place);
    EXPECT_EQ(std::get<QImage>(back->reply), image);
}

TEST_F(WireMessage, WhatDoesNotFitIsNotSent) {
    EXPECT_FALSE(encode(ReplyMessage{QImage(1000, 1000, QImage::Format_RGB32)}, *memory));
    EXPECT_TRUE(encode(ReplyMessage{QImage(500, 500, QImage::Format_RGB32)}, *memory));
}

TEST_F(WireMessage, LiesAreNothing) {
    const FrameTable falling{{1, 1}, {2, 1}, {0, 0}};
    EXPECT_FALSE(decodeReply(*encode(ReplyMessage{falling}, *memory), memory));
    const FrameTable timeless{{0, 0}, {1}, {0}};
    EXPECT_FALSE(decodeReply(*encode(ReplyMessage{timeless}, *memory), memory));
    EXPECT_FALSE(decodeReply(*encode(ReplyMessage{Error::cancelled()}, *memory), memory));
    // Whatever a taken-over worker changes in a message: an answer within the memory, or nothing.
    QImage image(40, 40, QImage::Format_RGB32);
    image.fill(Qt::blue);
    const std::vector<DecodeReply> replies{std::vector<SampledFrame>{{{3, {1, 25}, 7}, image}},
                                           FrameTable{{1, 25}, {1, 2}, {1, 0}},
                                           std::optional(Sound{8000, 0, {1, 2, 3}, true}), MediaInfo{}};
    for (const DecodeReply& reply : replies) {
        const QByteArray good = *encode(ReplyMessage{reply}, *memory);
        for (qsizetype at = 0; at < good.size(); ++at) {
            memory->clear();
            for (const int value : {0x00, 0x01, 0x40, 0x7F, 0x80, 0xFF}) {
                QByteArray bad = good;
                bad[at] = char(value);
                const auto read = decodeReply(bad, memory);
                if (const auto* frames =
                        read ? std::get_if<std::vector<SampledFrame>>(&read->reply) : nullptr) {
                    for (const SampledFrame& frame : *frames) {
                        EXPECT_FALSE(frame.image.copy().isNull());
                    }
                }
            }
        }
    }
}

TEST(SharedMemory, NobodyCanShortenIt) {
    const auto memory = SharedMemory::create(1 << 20);
    ASSERT_TRUE(memory);
    EXPECT_NE(::ftruncate(memory->descriptor(), 0), 0);
    EXPECT_NE(::ftruncate(memory->descriptor(), 2 << 20), 0);
    const int loose = ::memfd_create("loose", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    ASSERT_EQ(::ftruncate(loose, 4096), 0);
    EXPECT_FALSE(SharedMemory::adopt(loose)) << "not sealed";
}

} // namespace moderato::media
