// MFCC, loudness and peaks of sound, one thread: how many seconds of sound a second. Beside it aubio's MFCC
// in the same run, with the window, step, bands and coefficients of each preset (its definition is another).
#include "core/features/Loudness.h"
#include "core/features/Mfcc.h"
#include "tests/unit/features/Signals.h"

#include <aubio/aubio.h>
#include <benchmark/benchmark.h>

using namespace moderato;
using namespace moderato::features;

namespace {

constexpr int seconds = 60;

MfccOptions presetOf(const benchmark::State& state) {
    return state.range(0) == 0 ? mfccDocument() : state.range(0) == 1 ? mfccLibrosa() : mfccKaldi();
}

void setRealTime(benchmark::State& state) {
    state.counters["times_real_time"] =
        benchmark::Counter(double(state.iterations()) * seconds, benchmark::Counter::kIsRate);
}

void mfccOurs(benchmark::State& state) {
    const MfccOptions options = presetOf(state);
    const std::vector<float> samples = test::speech(options.sampleRate, options.sampleRate * seconds);
    for (auto _ : state) {
        benchmark::DoNotOptimize(mfcc(samples, options));
    }
    state.SetLabel(options.preset.toStdString());
    setRealTime(state);
}

void mfccAubio(benchmark::State& state) {
    const MfccOptions options = presetOf(state);
    std::vector<float> samples = test::speech(options.sampleRate, options.sampleRate * seconds);
    const auto window = uint_t(options.fftSize), step = uint_t(options.frameShift);
    aubio_pvoc_t* transform = new_aubio_pvoc(window, step);
    aubio_mfcc_t* mfccs = new_aubio_mfcc(window, uint_t(options.melBands), uint_t(options.coefficients),
                                         uint_t(options.sampleRate));
    cvec_t* spectrum = new_cvec(window);
    fvec_t* coefficients = new_fvec(uint_t(options.coefficients));
    for (auto _ : state) {
        for (std::size_t at = 0; at + step <= samples.size(); at += step) {
            const fvec_t input = {step, samples.data() + at};
            aubio_pvoc_do(transform, &input, spectrum);
            aubio_mfcc_do(mfccs, spectrum, coefficients);
            benchmark::DoNotOptimize(coefficients->data[0]);
        }
    }
    state.SetLabel("the sizes of " + options.preset.toStdString());
    setRealTime(state);
    del_fvec(coefficients);
    del_cvec(spectrum);
    del_aubio_mfcc(mfccs);
    del_aubio_pvoc(transform);
}

void loudnessOurs(benchmark::State& state) {
    const std::vector<float> samples = test::speech(48000, 48000 * seconds);
    for (auto _ : state) {
        benchmark::DoNotOptimize(loudness(samples, 48000));
    }
    setRealTime(state);
}

void peaksOurs(benchmark::State& state) {
    const std::vector<float> samples = test::speech(48000, 48000 * seconds);
    for (auto _ : state) {
        benchmark::DoNotOptimize(peaks(samples, 2000));
    }
    setRealTime(state);
}

} // namespace

BENCHMARK(mfccOurs)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);
BENCHMARK(mfccAubio)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);
BENCHMARK(loudnessOurs)->Unit(benchmark::kMillisecond);
BENCHMARK(peaksOurs)->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
