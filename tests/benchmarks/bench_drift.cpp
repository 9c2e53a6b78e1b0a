// How soon detectors see a model decay, how often they see it where it does not, and what they cost beside
// training by the calendar:
//   bench_drift [seeds=100] [trainings=10]
// A stream says of each label whether the model was right. It is right in 90 % of 10,000 labels, then in 70
// %: at once, or falling evenly over 5,000 labels. Delay: labels from the beginning of the fall to the first
// alarm in it. False alarms: on streams of 100,000 labels that stay at 90 %. The calendar trains after every
// 2,000 labels; its delay is half of that on average, and all its trainings on a stream that stays are for
// nothing.

#include "core/base/Random.h"
#include "core/ml/Drift.h"
#include "core/ml/quality/QualityTrainer.h"
#include "tests/benchmarks/Arguments.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace moderato;
using namespace moderato::ml;

namespace {

constexpr int before = 10'000, after = 20'000, steady = 100'000, calendar = 2'000;
constexpr double well = .9, badly = .7;

using Add = std::function<bool(double)>;

struct Detector {
    const char* name;
    std::function<Add()> make;
};

template <class Kind, class... Options> Detector detector(const char* name, Options... options) {
    return {name, [options...]() -> Add {
                return [kind = Kind(options...)](double value) mutable { return kind.add(value); };
            }};
}

std::vector<Detector> detectors() {
    const auto falling = [](double delta, double lambda) {
        return PageHinkley::Options{.delta = delta, .lambda = lambda, .side = PageHinkley::Side::Falling};
    };
    return {detector<Adwin>("ADWIN, delta .002", .002),
            detector<Adwin>("ADWIN, delta .05", .05),
            detector<Adwin>("ADWIN, delta .3", .3),
            detector<PageHinkley>("Page-Hinkley .005, 50", falling(.005, 50)),
            detector<PageHinkley>("Page-Hinkley .02, 25", falling(.02, 25)),
            detector<PageHinkley>("Page-Hinkley .05, 10", falling(.05, 10))};
}

double secondsOfCpu() {
    return double(std::clock()) / CLOCKS_PER_SEC;
}

/// Labels until the first alarm after the fall began, or a number beyond all where there was none.
/// `fallsOver` labels the fall takes; 0: at once.
int delayOf(const Detector& detector, std::uint64_t seed, int fallsOver) {
    Random random(seed);
    const Add add = detector.make();
    for (int i = 0; i < before + after; ++i) {
        const double fallen = i < before       ? 0
                              : fallsOver == 0 ? 1
                                               : std::min(1.0, (i - before + 1.0) / fallsOver);
        const double right = well + (badly - well) * fallen;
        if (add(random.uniform() < right ? 1 : 0) && i >= before) {
            return i - before + 1;
        }
    }
    return after + 1;
}

struct Delays {
    int median = 0, ninth = 0, missed = 0;
};

Delays delaysOf(const Detector& detector, int seeds, int fallsOver) {
    std::vector<int> delays;
    for (int seed = 1; seed <= seeds; ++seed) {
        delays.push_back(delayOf(detector, std::uint64_t(seed), fallsOver));
    }
    std::sort(delays.begin(), delays.end());
    return {delays[delays.size() / 2], delays[delays.size() * 9 / 10],
            int(std::count(delays.begin(), delays.end(), after + 1))};
}

void printDetector(const Detector& detector, int seeds) {
    const Delays abrupt = delaysOf(detector, seeds, 0), gradual = delaysOf(detector, seeds, 5'000);
    int alarms = 0;
    double seconds = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        Random random(1000 + std::uint64_t(seed));
        std::vector<double> stream(steady);
        std::generate(stream.begin(), stream.end(), [&random] { return random.uniform() < well ? 1 : 0; });
        const Add add = detector.make();
        const double begin = secondsOfCpu();
        alarms += int(std::count_if(stream.begin(), stream.end(), std::cref(add)));
        seconds += secondsOfCpu() - begin;
    }
    std::printf("%-24s %7d %7d %6d %9d %7d %6d %12.2f %12.4f\n", detector.name, abrupt.median, abrupt.ninth,
                abrupt.missed, gradual.median, gradual.ninth, gradual.missed, double(alarms) / seeds,
                seconds / seeds);
}

/// Ten figures, of which three and their products decide two tasks.
std::vector<QualityExample> examples(const QualitySchema& schema, std::uint64_t seed) {
    Random random(seed);
    std::vector<QualityExample> result(calendar);
    for (QualityExample& example : result) {
        for (std::size_t i = 0; i < schema.numbers.size(); ++i) {
            example.item.numbers.push_back(float(random.uniform() * 2 - 1));
        }
        const auto& figures = example.item.numbers;
        const auto label = [&random](bool positive) {
            return (random.uniform() < .9) == positive ? TaskLabel::Positive : TaskLabel::Negative;
        };
        example.labels = {label(figures[0] + figures[1] > 0), label(figures[1] * figures[2] > 0)};
    }
    return result;
}

/// CPU seconds of one training on the newest 2,000 labels, the mean of several.
double secondsOfTraining(int trainings) {
    QualitySchema schema{.tasks = {"likes", "shares"}};
    for (int i = 0; i < 10; ++i) {
        schema.numbers.push_back("figure " + std::to_string(i));
    }
    QualityTrainingOptions options;
    options.maxRounds = 12;
    options.batch = 64;
    double seconds = 0;
    for (int i = 0; i < trainings; ++i) {
        const auto data = examples(schema, std::uint64_t(i) + 1);
        const double begin = secondsOfCpu();
        bench::orExit(trainQuality(schema, data, options, JobContext()));
        seconds += secondsOfCpu() - begin;
    }
    return seconds / trainings;
}

} // namespace

int main(int argc, char** argv) {
    const bench::Arguments arguments(argc - 1, argv + 1, {"seeds", "trainings"});
    const int seeds = std::max(1, arguments.number("seeds", 100));
    const int trainings = std::max(1, arguments.number("trainings", 10));
    std::printf(
        "%d seeds; delays in labels: median, 9 of 10, never; alarms and CPU seconds per 100,000 labels\n",
        seeds);
    std::printf("%-24s %22s %24s %12s %12s\n", "", "at once", "over 5,000 labels", "false alarms", "CPU s");
    for (const Detector& detector : detectors()) {
        printDetector(detector, seeds);
    }
    const double once = secondsOfTraining(trainings);
    std::printf(
        "training every %d labels: %.2f CPU s each (mean of %d), %.1f CPU s for the %d of 100,000 labels\n",
        calendar, once, trainings, once * steady / calendar, steady / calendar);
}
