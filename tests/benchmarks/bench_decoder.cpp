// What the decoder process costs beside the same work in this process, and how soon it answers again after a
// worker was killed.   bench_decoder [VIDEO]    (without one it makes a 1080p clip of 60 s with ffmpeg)
//
// Processor time is that of this process and of its workers, read from their clocks while they live, so that
// starting them is not in it. The two ways take turns.

#include "core/media/DecoderProcess.h"
#include "core/media/Frames.h"
#include "core/media/InputFile.h"
#include "core/media/Probe.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <functional>
#include <thread>
#include <vector>

using namespace moderato;
using namespace moderato::media;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kills = 50;

std::vector<pid_t> workers() {
    std::vector<pid_t> ids;
    for (const QString& task : QDir("/proc/self/task").entryList(QDir::NoDotAndDotDot | QDir::Dirs)) {
        QFile file("/proc/self/task/" + task + "/children");
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray& id : file.readAll().simplified().split(' ')) {
                if (!id.isEmpty()) {
                    ids.push_back(id.toInt());
                }
            }
        }
    }
    std::ranges::sort(ids);
    return ids;
}

double seconds(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
}

double processorSeconds() {
    double sum = seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (const pid_t id : workers()) {
        clockid_t clock{};
        if (clock_getcpuclockid(id, &clock) == 0) {
            sum += seconds(clock);
        }
    }
    return sum;
}

/// Until the spare worker is there and nothing starts any more.
void settle() {
    while (workers().size() < 2) {
        std::this_thread::sleep_for(5ms);
    }
    for (double before = processorSeconds(), now = 0;; before = now) {
        std::this_thread::sleep_for(100ms);
        now = processorSeconds();
        if (now - before < 0.003) {
            return;
        }
    }
}

double cost(const std::function<bool()>& work) {
    const double before = processorSeconds();
    if (!work()) {
        std::fprintf(stderr, "The work failed.\n");
        std::exit(1);
    }
    return processorSeconds() - before;
}

void compare(const char* name, int turns, const std::function<bool()>& here,
             const std::function<bool()>& there) {
    here();
    there();
    settle();
    std::vector<double> ratios;
    double sumHere = 0;
    double sumThere = 0;
    for (int i = 0; i < turns; ++i) {
        const double one = cost(here);
        const double other = cost(there);
        sumHere += one;
        sumThere += other;
        ratios.push_back(other / one);
    }
    std::ranges::sort(ratios);
    std::printf("%-44s %9.2f ms %9.2f ms   %.3f (median of %d turns %.3f)\n", name, sumHere / turns * 1000,
                sumThere / turns * 1000, sumThere / sumHere, turns, ratios[ratios.size() / 2]);
    std::fflush(stdout);
}

void compareAll(DecoderProcess& decoder, const QString& video, const QString& picture) {
    const auto opened = [&video](auto work) {
        const auto file = InputFile::open(video);
        return file && work(*file).ok();
    };
    SampleOptions full;
    SampleOptions small;
    small.maxSize = QSize(320, 320);
    std::vector<std::chrono::microseconds> times;
    for (int i = 0; i < 30; ++i) {
        times.emplace_back(20'000'000 + i * 40'000);
    }
    std::printf("%-44s %12s %12s   ratio\n", "processor time", "in process", "decoder");
    compare(
        "probe", 100, [&] { return opened([](const InputFile& f) { return probe(f); }); },
        [&] { return decoder.probe(video).ok(); });
    compare(
        "8 frames of a minute, 1080p", 10,
        [&] { return opened([&](const InputFile& f) { return sampleFrames(f, full); }); },
        [&] { return decoder.sample(video, full).ok(); });
    compare(
        "8 frames of a minute, within 320", 10,
        [&] { return opened([&](const InputFile& f) { return sampleFrames(f, small); }); },
        [&] { return decoder.sample(video, small).ok(); });
    compare(
        "30 frames in a row, 1080p", 10,
        [&] { return opened([&](const InputFile& f) { return framesAt(f, times, {}); }); },
        [&] { return decoder.framesAt(video, times, {}).ok(); });
    compare(
        "one frame, 1080p", 20,
        [&] { return opened([&](const InputFile& f) { return frameAt(f, 31s, {}); }); },
        [&] { return decoder.frameAt(video, 31s, {}).ok(); });
    compare(
        "a picture, 1080p PNG", 20, [&] { return loadPicture(picture, {}).ok(); },
        [&] { return decoder.picture(picture, {}).ok(); });
}

void report(const char* name, std::vector<double>& milliseconds) {
    std::ranges::sort(milliseconds);
    std::printf("%-44s median %.1f ms, 95 %% %.1f ms, longest %.1f ms (%zu times)\n", name,
                milliseconds[milliseconds.size() / 2], milliseconds[milliseconds.size() * 95 / 100],
                milliseconds.back(), milliseconds.size());
    std::fflush(stdout);
}

/// Kills the worker while it decodes; then the next file is asked for.
void killAndAsk(DecoderProcess& decoder, const QString& video, bool waitForSpare) {
    std::vector<double> took;
    for (int i = 0; i < kills; ++i) {
        if (waitForSpare) {
            settle();
        }
        Clock::time_point killed;
        std::jthread killer([&] {
            std::this_thread::sleep_for(30ms);
            killed = Clock::now();
            if (const auto ids = workers(); !ids.empty()) {
                ::kill(ids.front(), SIGKILL);
            }
        });
        SampleOptions many;
        many.segments = 200;
        const bool lost = !decoder.sample(video, many).ok();
        killer.join();
        const bool answered = decoder.probe(video).ok();
        if (lost && answered) {
            took.push_back(std::chrono::duration<double, std::milli>(Clock::now() - killed).count());
        }
    }
    report(waitForSpare ? "killed to next answer" : "killed to next answer, one after the other", took);
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    QString video = argc > 1 ? QString::fromLocal8Bit(argv[1]) : folder.filePath("video.mp4");
    const QString picture = folder.filePath("picture.png");
    if (argc < 2) {
        QProcess::execute("ffmpeg",
                          {"-v", "error", "-nostdin", "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=25:d=60",
                           "-vf", "noise=alls=12:allf=t", "-c:v", "libx264", "-preset", "veryfast", "-crf",
                           "26", "-pix_fmt", "yuv420p", video});
    }
    QProcess::execute("ffmpeg", {"-v", "error", "-nostdin", "-i", video, "-frames:v", "1", picture});
    DecoderProcess decoder(QCoreApplication::applicationFilePath());
    if (const auto state = decoder.sandbox(); !state || !state->isWhole()) {
        std::fprintf(stderr, "%s\n",
                     state ? qPrintable(missing(*state).join('\n')) : qPrintable(state.error().message));
    }
    compareAll(decoder, video, picture);
    killAndAsk(decoder, video, true);
    killAndAsk(decoder, video, false);
    return 0;
}
