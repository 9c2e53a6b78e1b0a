// One decoding function on one file, in this process: what came out, and the processor time of the whole
// process on the last line (`cpu SECONDS`). Used by sampling.sh.
//   bench_sampling sample FILE [SEGMENTS] [SEED]   pts, frame number, width, height of each frame
//   bench_sampling table FILE                      frames, key frames
#include "core/media/FrameTable.h"
#include "core/media/InputFile.h"
#include "core/media/Sampling.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <string>
#include <sys/resource.h>

using namespace moderato;

namespace {

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int complain(const Error& error) {
    fprintf(stderr, "%s\n", qPrintable(error.message));
    return 1;
}

int sample(const media::InputFile& file, int segments, std::optional<quint64> seed) {
    const auto frames = media::sampleFrames(
        file, {.segments = segments, .parts = 1, .seed = seed, .exactMiddle = false, .maxSize = {}});
    if (!frames) {
        return complain(frames.error());
    }
    for (const media::SampledFrame& frame : *frames) {
        printf("%lld %lld %d %d\n", (long long)(frame.time.pts), (long long)(frame.time.number),
               frame.image.width(), frame.image.height());
    }
    return 0;
}

int table(const media::InputFile& file) {
    const auto table = media::readFrameTable(file);
    if (!table) {
        return complain(table.error());
    }
    printf("%lld %lld\n", (long long)(table->count()), (long long)(std::ranges::count(table->isKey, 1)));
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const std::string what = argc > 2 ? argv[1] : "";
    if (what != "sample" && what != "table") {
        fprintf(stderr, "bench_sampling sample FILE [SEGMENTS] [SEED] | table FILE\n");
        return 2;
    }
    const auto file = media::InputFile::open(QString::fromLocal8Bit(argv[2]));
    if (!file) {
        return complain(file.error());
    }
    const int segments = argc > 3 ? std::stoi(argv[3]) : 8;
    const auto seed = argc > 4 ? std::optional<quint64>(std::stoull(argv[4])) : std::nullopt;
    const int status = what == "sample" ? sample(*file, segments, seed) : table(*file);
    printf("cpu %.3f\n", cpuSeconds());
    return status;
}
