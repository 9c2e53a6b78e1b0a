#include "core/features/Mfcc.h"

#include <algorithm>
#include <cmath>
#include <fftw3.h>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <numbers>

namespace moderato::features {

namespace {

using std::numbers::pi;

struct FftwFree {
    void operator()(void* memory) const { fftw_free(memory); }
};

/// A real transform of one size. Planning is not thread-safe in FFTW, carrying out a plan is: plans are made
/// once under a lock and kept.
class Fft {
public:
    explicit Fft(int size)
        : input_(fftw_alloc_real(std::size_t(size)))
        , output_(fftw_alloc_complex(std::size_t(size) / 2 + 1))
        , plan_(planFor(size, input_.get(), output_.get())) {}

    double* input() { return input_.get(); }
    /// |X|² of bin `index`.
    double power(int index) const {
        const double* value = output_.get()[index];
        return value[0] * value[0] + value[1] * value[1];
    }
    void run() { fftw_execute_dft_r2c(plan_, input_.get(), output_.get()); }

private:
    static fftw_plan planFor(int size, double* input, fftw_complex* output) {
        static std::mutex lock;
        static auto& plans = *new std::map<int, fftw_plan>; // Never destroyed: a thread may still use them.
        const std::lock_guard held(lock);
        fftw_plan& plan = plans[size];
        if (plan == nullptr) {
            plan = fftw_plan_dft_r2c_1d(size, input, output, FFTW_ESTIMATE);
        }
        return plan;
    }

    std::unique_ptr<double, FftwFree> input_;
    std::unique_ptr<fftw_complex, FftwFree> output_;
    fftw_plan plan_;
};

std::vector<double> windowOf(const MfccOptions& options) {
    const int length = options.frameLength;
    const int span = std::max(1, options.periodicWindow ? length : length - 1);
    std::vector<double> window(length);
    for (int i = 0; i < length; ++i) {
        const double cosine = std::cos(2 * pi * i / span);
        switch (options.window) {
        case MfccOptions::Window::Hamming:
            window[i] = 0.54 - 0.46 * cosine;
            break;
        case MfccOptions::Window::Hann:
            window[i] = 0.5 - 0.5 * cosine;
            break;
        case MfccOptions::Window::Povey: // Like Hamming, but zero at its ends.
            window[i] = std::pow(0.5 - 0.5 * cosine, 0.85);
            break;
        }
    }
    return window;
}

/// Slaney's scale (Auditory Toolbox): straight up to 1,000 Hz, then 27 steps for a factor of 6.4.
constexpr double slaneyStep = 200.0 / 3;
constexpr double slaneyBreak = 1000;
const double slaneyLog = std::log(6.4) / 27;

double toMel(double hz, MfccOptions::MelScale scale) {
    if (scale == MfccOptions::MelScale::Htk) {
        return 1127 * std::log1p(hz / 700);
    }
    return hz < slaneyBreak ? hz / slaneyStep
                            : slaneyBreak / slaneyStep + std::log(hz / slaneyBreak) / slaneyLog;
}

double toHz(double mel, MfccOptions::MelScale scale) {
    if (scale == MfccOptions::MelScale::Htk) {
        return 700 * std::expm1(mel / 1127);
    }
    const double atBreak = slaneyBreak / slaneyStep;
    return mel < atBreak ? mel * slaneyStep : slaneyBreak * std::exp(slaneyLog * (mel - atBreak));
}

/// One triangle over the bins of the spectrum.
struct Filter {
    int begin = 0;
    std::vector<double> weights;
};

std::vector<Filter> filtersOf(const MfccOptions& options) {
    const double high = options.highHz > 0 ? options.highHz : options.sampleRate / 2.0;
    const double lowMel = toMel(options.lowHz, options.melScale);
    const double step = (toMel(high, options.melScale) - lowMel) / (options.melBands + 1);
    const auto corner = [&](int index) {
        const double mel = lowMel + step * index;
        return options.triangleInMel ? mel : toHz(mel, options.melScale);
    };
    std::vector<Filter> filters;
    for (int band = 0; band < options.melBands; ++band) {
        const double left = corner(band), middle = corner(band + 1), right = corner(band + 2);
        const double scale = options.slaneyNorm ? 2 / (toHz(lowMel + step * (band + 2), options.melScale) -
                                                       toHz(lowMel + step * band, options.melScale))
                                                : 1;
        Filter filter;
        for (int bin = 0; bin <= options.fftSize / 2; ++bin) {
            const double hz = double(bin) * options.sampleRate / options.fftSize;
            const double at = options.triangleInMel ? toMel(hz, options.melScale) : hz;
            const double weight = std::min((at - left) / (middle - left), (right - at) / (right - middle));
            if (weight <= 0) {
                continue;
            }
            if (filter.weights.empty()) {
                filter.begin = bin;
            }
            filter.weights.push_back(weight * scale);
        }
        filters.push_back(std::move(filter));
    }
    return filters;
}

/// Orthonormal DCT-II with the lifter: coefficients × bands.
std::vector<double> cosinesOf(const MfccOptions& options) {
    std::vector<double> matrix;
    const int bands = options.melBands;
    for (int k = 0; k < options.coefficients; ++k) {
        const double lift =
            options.lifter > 0 ? 1 + 0.5 * options.lifter * std::sin(pi * k / options.lifter) : 1;
        const double scale = lift * std::sqrt((k == 0 ? 1.0 : 2.0) / bands);
        for (int n = 0; n < bands; ++n) {
            matrix.push_back(scale * std::cos(pi / bands * (n + 0.5) * k));
        }
    }
    return matrix;
}

bool consistent(const MfccOptions& o) {
    const double high = o.highHz > 0 ? o.highHz : o.sampleRate / 2.0;
    return o.sampleRate > 0 && o.frameLength > 0 && o.frameShift > 0 && o.fftSize >= o.frameLength &&
           o.fftSize % 2 == 0 && o.melBands > 0 && o.coefficients > 0 && o.coefficients <= o.melBands &&
           o.lowHz >= 0 && o.lowHz < high && o.floor > 0;
}

/// The place in the signal for any whole number, mirrored at the first and the last sample.
qint64 reflected(qint64 at, qint64 count) {
    const qint64 period = std::max<qint64>(1, 2 * (count - 1));
    at = ((at % period) + period) % period;
    return at < count ? at : period - at;
}

class Analysis {
public:
    Analysis(std::span<const float> samples, const MfccOptions& options)
        : options_(options)
        , samples_(samples)
        , window_(windowOf(options))
        , filters_(filtersOf(options))
        , cosines_(cosinesOf(options))
        , fft_(options.fftSize) {}

    qint64 frameCount() const {
        const auto count = qint64(samples_.size());
        if (options_.padding != MfccOptions::Padding::None) {
            return count == 0 ? 0 : 1 + count / options_.frameShift;
        }
        return count < options_.frameLength ? 0 : 1 + (count - options_.frameLength) / options_.frameShift;
    }

    MfccMatrix run() {
        MfccMatrix matrix;
        matrix.frames = int(std::min<qint64>(frameCount(), std::numeric_limits<int>::max()));
        matrix.coefficients = options_.coefficients;
        matrix.values.resize(std::size_t(matrix.frames) * options_.coefficients);
        if (options_.compression == MfccOptions::Compression::Decibel) {
            runDecibel(matrix);
        } else {
            runNaturalLog(matrix);
        }
        return matrix;
    }

private:
    double sample(qint64 at) const {
        const auto count = qint64(samples_.size());
        if (options_.padding == MfccOptions::Padding::Reflect) {
            at = reflected(at, count);
        }
        const float value = at >= 0 && at < count ? samples_[at] : 0;
        return std::isfinite(value) ? value * options_.sampleScale : 0;
    }

    /// Fills the transform's input with the frame before its window. → the energy of the frame as it was.
    double readFrame(qint64 index) {
        const int length = options_.frameLength;
        const qint64 begin =
            index * options_.frameShift - (options_.padding == MfccOptions::Padding::None ? 0 : length / 2);
        double* frame = fft_.input();
        double mean = 0;
        for (int i = 0; i < length; ++i) {
            frame[i] = sample(begin + i);
            mean += frame[i];
        }
        mean = options_.removeMean ? mean / length : 0;
        double energy = 0;
        for (int i = 0; i < length; ++i) {
            frame[i] -= mean;
            energy += frame[i] * frame[i];
        }
        if (options_.preEmphasis != 0) {
            // Within a frame, Kaldi takes the first sample as its own predecessor.
            const double before = options_.preEmphasisPerFrame ? frame[0] : sample(begin - 1) - mean;
            for (int i = length - 1; i > 0; --i) {
                frame[i] -= options_.preEmphasis * frame[i - 1];
            }
            frame[0] -= options_.preEmphasis * before;
        }
        return energy;
    }

    /// Energies of the Mel bands. → the frame's own energy.
    double bandsOf(qint64 index, double* bands) {
        const double energy = readFrame(index);
        double* frame = fft_.input();
        for (int i = 0; i < options_.frameLength; ++i) {
            frame[i] *= window_[i];
        }
        std::fill(frame + options_.frameLength, frame + options_.fftSize, 0.0);
        fft_.run();
        for (int band = 0; band < options_.melBands; ++band) {
            const Filter& filter = filters_[band];
            double sum = 0;
            for (std::size_t i = 0; i < filter.weights.size(); ++i) {
                sum += filter.weights[i] * fft_.power(filter.begin + int(i));
            }
            bands[band] = std::max(sum, options_.floor);
        }
        return energy;
    }

    template <class Number> void cepstrum(const Number* logarithms, float* coefficients) const {
        for (int k = 0; k < options_.coefficients; ++k) {
            double sum = 0;
            for (int n = 0; n < options_.melBands; ++n) {
                sum += cosines_[std::size_t(k) * options_.melBands + n] * double(logarithms[n]);
            }
            coefficients[k] = float(sum);
        }
    }

    void runNaturalLog(MfccMatrix& matrix) {
        std::vector<double> bands(options_.melBands);
        for (int i = 0; i < matrix.frames; ++i) {
            const double energy = bandsOf(i, bands.data());
            for (double& band : bands) {
                band = std::log(band);
            }
            float* row = matrix.values.data() + std::size_t(i) * options_.coefficients;
            cepstrum(bands.data(), row);
            if (options_.useEnergy) {
                row[0] = float(std::log(std::max(energy, options_.floor)));
            }
        }
    }

    void runDecibel(MfccMatrix& matrix) {
        constexpr float range = 80;
        std::vector<double> bands(options_.melBands);
        std::vector<float> all;
        all.reserve(std::size_t(matrix.frames) * options_.melBands);
        float loudest = -std::numeric_limits<float>::infinity();
        for (int i = 0; i < matrix.frames; ++i) {
            bandsOf(i, bands.data());
            for (const double band : bands) {
                all.push_back(float(10 * std::log10(band)));
                loudest = std::max(loudest, all.back());
            }
        }
        for (float& value : all) {
            value = std::max(value, loudest - range);
        }
        for (int i = 0; i < matrix.frames; ++i) {
            cepstrum(all.data() + std::size_t(i) * options_.melBands,
                     matrix.values.data() + std::size_t(i) * options_.coefficients);
        }
    }

    const MfccOptions& options_;
    std::span<const float> samples_;
    std::vector<double> window_;
    std::vector<Filter> filters_;
    std::vector<double> cosines_;
    Fft fft_;
};

} // namespace

MfccMatrix mfcc(std::span<const float> samples, const MfccOptions& options) {
    if (!consistent(options)) {
        return {};
    }
    return Analysis(samples, options).run();
}

} // namespace moderato::features
