#include "MutantRun.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace moderato::test {

using namespace media;

namespace {

constexpr int sampleRate = 16000;
constexpr qint64 filesBetweenChecks = 100;

/// Everything that is asked of an intact file, to compare.
struct Answers {
    Result<MediaInfo> info;
    Result<std::vector<SampledFrame>> frames;
    Result<std::optional<Sound>> sound;
    Result<QImage> frame;
};

Answers ask(DecoderProcess& decoder, const QString& path) {
    SampleOptions sampling;
    sampling.segments = 2;
    return {decoder.probe(path), decoder.sample(path, sampling), decoder.sound(path, sampleRate),
            decoder.frameAt(path, std::chrono::milliseconds(500), {})};
}

bool areTheSame(const Answers& a, const Answers& b) {
    const bool all = a.info && b.info && a.frames && b.frames && a.sound && b.sound && a.frame && b.frame;
    if (!all || a.sound->has_value() != b.sound->has_value()) {
        return false;
    }
    const auto sameFrame = [](const SampledFrame& one, const SampledFrame& other) {
        return one.time == other.time && one.image == other.image;
    };
    return *a.info == *b.info && *a.frame == *b.frame &&
           std::ranges::equal(*a.frames, *b.frames, sameFrame) &&
           (!*a.sound || (*a.sound)->samples == (*b.sound)->samples);
}

bool makesSense(const MediaInfo& info) {
    return info.duration.count() >= 0 && info.frameCount >= 0;
}
bool makesSense(const std::vector<SampledFrame>& frames) {
    return std::ranges::all_of(frames, [](const SampledFrame& frame) { return !frame.image.isNull(); });
}
bool makesSense(const std::optional<Sound>& sound) {
    return !sound || std::ranges::all_of(sound->samples, [](float v) { return std::isfinite(v); });
}
bool makesSense(const QImage& image) {
    return !image.isNull();
}

class Run {
public:
    Run(DecoderProcess& decoder, MutantReport& report)
        : decoder_(decoder)
        , report_(report) {}

    void file(const QString& path, quint64 seed, const MediaMutator::Mutant& mutant) {
        const int before = decoder_.workersReplaced();
        SampleOptions sampling;
        sampling.segments = 2;
        timed(seed, [&] { return decoder_.probe(path); });
        timed(seed, [&] { return decoder_.sample(path, sampling); });
        timed(seed, [&] { return decoder_.sound(path, sampleRate); });
        timed(seed, [&] { return decoder_.picture(path, {}); });
        ++report_.files;
        if (decoder_.workersReplaced() != before) {
            report_.broke << QStringLiteral("seed %1, %2: %3").arg(seed).arg(mutant.source, mutant.done);
        }
    }

private:
    template <class Request> void timed(quint64 seed, Request request) {
        const auto begin = std::chrono::steady_clock::now();
        const auto result = request();
        const auto took =
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
        if (took > report_.longest) {
            report_.longest = took;
            report_.longestSeed = seed;
        }
        ++report_.requests;
        if (result) {
            ++report_.answered;
            report_.unclear += makesSense(*result) ? 0 : 1;
        } else {
            static const QRegularExpression numbers(QStringLiteral("\\d+(\\.\\d+)?"));
            QString sentence = result.error().message;
            ++report_.errors[sentence.replace(numbers, QStringLiteral("#"))];
            report_.unclear += sentence.trimmed().isEmpty() ? 1 : 0;
        }
    }

    DecoderProcess& decoder_;
    MutantReport& report_;
};

} // namespace

MutantReport runMutants(DecoderProcess& decoder, const MediaMutator& mutator, quint64 first, qint64 count,
                        const QString& folder, const QString& intact, const JobContext& context) {
    MutantReport report;
    const Answers before = ask(decoder, intact);
    const auto check = [&] {
        report.intactStayedTheSame = report.intactStayedTheSame && areTheSame(before, ask(decoder, intact));
    };
    Run run(decoder, report);
    for (qint64 i = 0; i < count && !context.isCancelled(); ++i) {
        const quint64 seed = first + quint64(i);
        const MediaMutator::Mutant mutant = mutator.make(seed);
        QFile file(folder + QStringLiteral("/mutant-%1").arg(seed));
        if (!file.open(QIODevice::WriteOnly) || file.write(mutant.bytes) != mutant.bytes.size()) {
            break;
        }
        file.close();
        run.file(file.fileName(), seed, mutant);
        file.remove();
        if (i % filesBetweenChecks == filesBetweenChecks - 1) {
            check();
        }
        context.report(i + 1, count);
    }
    check();
    report.workersReplaced = decoder.workersReplaced();
    return report;
}

} // namespace moderato::test
