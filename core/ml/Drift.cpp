#include "core/ml/Drift.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::ml {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t bucketsARow = 5; ///< M; the window's memory is at most this many times its logarithm.
constexpr std::size_t lookEvery = 32;  ///< Values between two searches for a cut.
constexpr double leastWindow = 10, leastPart = 5;

} // namespace

Adwin::Bucket Adwin::Bucket::with(const Bucket& other) const {
    if (count == 0 || other.count == 0) {
        return count == 0 ? other : *this;
    }
    const double apart = mean() - other.mean(), both = count + other.count;
    return {both, sum + other.sum,
            deviations + other.deviations + count * other.count * apart * apart / both};
}

Adwin::Adwin(double delta)
    : delta_(std::clamp(delta, 1e-12, 1.0)) {}

void Adwin::reset() {
    *this = Adwin(delta_);
}

double Adwin::value() const {
    return all_.count > 0 ? all_.mean() : unknown;
}

std::size_t Adwin::buckets() const {
    std::size_t sum = 0;
    for (const std::vector<Bucket>& row : rows_) {
        sum += row.size();
    }
    return sum;
}

/// A row with one bucket too many hands its two oldest, as one, to the next.
void Adwin::compress() {
    for (std::size_t i = 0; i < rows_.size() && rows_[i].size() > bucketsARow; ++i) {
        const Bucket both = rows_[i][0].with(rows_[i][1]);
        rows_[i].erase(rows_[i].begin(), rows_[i].begin() + 2);
        if (i + 1 == rows_.size()) {
            rows_.emplace_back();
        }
        rows_[i + 1].push_back(both);
    }
}

void Adwin::forgetOldest() {
    rows_.back().erase(rows_.back().begin());
    while (!rows_.empty() && rows_.back().empty()) {
        rows_.pop_back();
    }
    all_ = {}; // Added up anew, so that no error of rounding stays.
    for (const std::vector<Bucket>& row : rows_) {
        for (const Bucket& bucket : row) {
            all_ = all_.with(bucket);
        }
    }
}

/// Whether some cut leaves two parts whose means are farther apart than chance allows (their theorem 3.1 with
/// the bound for the normal approximation).
bool Adwin::oldDiffers() const {
    const double variance = all_.deviations / all_.count;
    const double logarithm = std::log(2 * std::log(all_.count) / delta_);
    Bucket old;
    for (auto row = rows_.rbegin(); row != rows_.rend(); ++row) {
        for (const Bucket& bucket : *row) {
            old = old.with(bucket);
            const double count = all_.count - old.count;
            if (old.count < leastPart || count < leastPart) {
                continue;
            }
            const double inverse = 1 / (old.count - leastPart + 1) + 1 / (count - leastPart + 1);
            const double bound =
                std::sqrt(2 * inverse * variance * logarithm) + 2.0 / 3 * inverse * logarithm;
            if (std::abs(old.mean() - (all_.sum - old.sum) / count) > bound) {
                return true;
            }
        }
    }
    return false;
}

bool Adwin::add(double value) {
    if (std::isnan(value)) {
        return false;
    }
    const Bucket single{1, std::clamp(value, 0.0, 1.0), 0};
    if (rows_.empty()) {
        rows_.emplace_back();
    }
    rows_.front().push_back(single);
    all_ = all_.with(single);
    compress();
    if (++sinceLook_ < lookEvery || all_.count < leastWindow) {
        return false;
    }
    sinceLook_ = 0;
    bool changed = false;
    while (all_.count >= leastWindow && oldDiffers()) {
        forgetOldest();
        changed = true;
    }
    return changed;
}

PageHinkley::PageHinkley(const Options& options)
    : options_(options) {}

void PageHinkley::reset() {
    *this = PageHinkley(options_);
}

double PageHinkley::value() const {
    return count_ > 0 ? mean_ : unknown;
}

bool PageHinkley::add(double value) {
    if (!std::isfinite(value)) {
        return false;
    }
    ++count_;
    mean_ += (value - mean_) / double(count_);
    risen_ += value - mean_ - options_.delta;
    fallen_ += value - mean_ + options_.delta;
    lowest_ = std::min(lowest_, risen_);
    highest_ = std::max(highest_, fallen_);
    const bool rose = options_.side != Side::Falling && risen_ - lowest_ > options_.lambda;
    const bool fell = options_.side != Side::Rising && highest_ - fallen_ > options_.lambda;
    if (count_ < options_.least || !(rose || fell)) {
        return false;
    }
    reset();
    return true;
}

} // namespace moderato::ml
