// One decoding function on one file, in this process: what came out, and the processor time of the whole
// process on the last line (`cpu SECONDS`). Used by sampling.sh.
//   bench_sampling sample FILE [SEGMENTS] [SEED]   pts, frame number, width, height of each frame
//   bench_sampling table FILE                      frames, key frames
//   bench_sampling sound FILE                      rate, samples, start in seconds, complete
//   bench_sampling overview FILE [FOLDER]          shots; pictures as PNG into FOLDER
#include "core/media/FrameTable.h"
#include "core/media/InputFile.h"
#include "core/media/Overview.h"
#include "core/media/Sampling.h"
#include "core/media/Sound.h"

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

int sound(const media::InputFile& file) {
    const auto sound = media::decodeSound(file);
    if (!sound) {
        return complain(sound.error());
    }
    if (!*sound) {
        printf("no sound\n");
        return 0;
    }
    const media::Sound& heard = **sound;
    printf("%d %zu %.6f %s\n", heard.sampleRate, heard.samples.size(), heard.startSeconds,
           heard.complete ? "complete" : "cut");
    return 0;
}

int overview(const media::InputFile& file, const char* folder) {
    const auto overview = media::readOverview(file);
    if (!overview) {
        return complain(overview.error());
    }
    for (const media::FrameTime& shot : overview->shots) {
        printf("shot %.3f frame %lld\n", shot.seconds(), (long long)(shot.number));
    }
    printf("%zu shots (%s), %zu pictures, %zu covers\n", overview->shots.size(),
           overview->shotsAreExact ? "exact" : "key frames", overview->filmstrip.size(),
           overview->covers.size());
    const auto save = [&](const std::vector<media::SampledFrame>& frames, const char* what) {
        for (size_t i = 0; folder && i < frames.size(); ++i) {
            frames[i].image.save(QString("%1/%2%3.png").arg(folder, what).arg(i, 3, 10, QLatin1Char('0')));
        }
    };
    save(overview->filmstrip, "strip");
    save(overview->covers, "cover");
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    const std::string what = argc > 2 ? argv[1] : "";
    if (what != "sample" && what != "table" && what != "sound" && what != "overview") {
        fprintf(stderr, "bench_sampling sample|table|sound|overview FILE …\n");
        return 2;
    }
    const auto file = media::InputFile::open(QString::fromLocal8Bit(argv[2]));
    if (!file) {
        return complain(file.error());
    }
    int status = 0;
    if (what == "sample") {
        const int segments = argc > 3 ? std::stoi(argv[3]) : 8;
        status =
            sample(*file, segments, argc > 4 ? std::optional<quint64>(std::stoull(argv[4])) : std::nullopt);
    } else if (what == "overview") {
        status = overview(*file, argc > 3 ? argv[3] : nullptr);
    } else {
        status = what == "table" ? table(*file) : sound(*file);
    }
    printf("cpu %.3f\n", cpuSeconds());
    return status;
}
