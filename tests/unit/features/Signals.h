#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace moderato::test {

/// The signals of make_mfcc_vectors.py, number by number.
class Noise {
public:
    explicit Noise(std::uint32_t seed)
        : state_(seed) {}
    double operator()() {
        state_ = state_ * 1664525U + 1013904223U;
        return double(state_) / 2147483648.0 - 1;
    }

private:
    std::uint32_t state_;
};

inline std::vector<float> quantized(const std::vector<double>& values) {
    std::vector<float> samples;
    for (const double value : values) {
        samples.push_back(float(std::floor(value * 32767 + 0.5) / 32768));
    }
    return samples;
}

inline std::vector<float> tones(int rate, int count) {
    Noise noise(1);
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        values.push_back(0.3 * std::sin(2 * std::numbers::pi * 440 * i / rate) +
                         0.2 * std::sin(2 * std::numbers::pi * 1234.5 * i / rate + 1) + 0.05 * noise());
    }
    return quantized(values);
}

inline std::vector<float> chirp(int rate, int count) {
    const double length = double(count) / rate;
    std::vector<double> values;
    for (int i = 0; i < count; ++i) {
        const double t = double(i) / rate;
        values.push_back(
            0.5 * std::sin(2 * std::numbers::pi * (50 * t + (0.45 * rate - 50) / (2 * length) * t * t)));
    }
    return quantized(values);
}

/// Pulses of 120 Hz through three resonators, after a tenth of a second of nothing.
inline std::vector<float> speech(int rate, int count) {
    Noise noise(7);
    std::array<std::array<double, 2>, 3> states{};
    constexpr std::array<std::array<double, 2>, 3> formants = {{{700, 130}, {1220, 70}, {2600, 160}}};
    std::vector<double> values(std::size_t(std::min(count, rate / 10)), 0.0);
    for (int i = int(values.size()); i < count; ++i) {
        const bool pulse = (qint64(i) * 120) / rate != (qint64(i - 1) * 120) / rate;
        double sample = (pulse ? 1.0 : 0.0) + 0.01 * noise();
        for (std::size_t k = 0; k < formants.size(); ++k) {
            auto& past = states[k];
            const double radius = std::exp(-std::numbers::pi * formants[k][1] / rate);
            const double out = sample +
                               2 * radius * std::cos(2 * std::numbers::pi * formants[k][0] / rate) * past[0] -
                               radius * radius * past[1];
            past = {out, past[0]};
            sample = out * (1 - radius);
        }
        values.push_back(sample);
    }
    double loudest = 0;
    for (const double value : values) {
        loudest = std::max(loudest, std::abs(value));
    }
    for (double& value : values) {
        value *= 0.8 / loudest;
    }
    return quantized(values);
}

inline std::vector<float> signal(const QString& name, int rate, int count) {
    return name == "tones" ? tones(rate, count) : name == "chirp" ? chirp(rate, count) : speech(rate, count);
}

} // namespace moderato::test
