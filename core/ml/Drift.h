#pragma once

#include <cstddef>
#include <vector>

namespace moderato::ml {

// Detectors of change in a stream of figures, one value at a time (S1.12: a model that decays). For a model
// in service that is 1 for a right answer and 0 for a wrong one. A change says nothing of its cause. Each is
// a plain value: copies are independent, one thread at a time.

/// ADWIN2 (Bifet & Gavaldà 2007, "Learning from time-changing data with adaptive windowing"): a window over
/// the newest values, which grows while they look alike and loses its older part when two parts of it have
/// different means. Memory and time a value are logarithmic in the window: values are kept summed up in
/// buckets of 1, 2, 4 …
class Adwin {
public:
    /// `delta`, 0…1: how likely it may be to see a change where there is none, at each look.
    explicit Adwin(double delta = 0.002);

    /// A value of 0…1 (others are brought there; what is not a number is passed over). True: the mean has
    /// changed, and the window now holds the new part.
    bool add(double value);

    double value() const; ///< Mean of the window; NaN before the first value.
    std::size_t width() const { return std::size_t(all_.count); } ///< Values in the window.
    std::size_t buckets() const;                                  ///< What is kept of them.
    void reset();

private:
    /// Values summed up: their number, sum and squared deviations from their mean.
    struct Bucket {
        double count = 0, sum = 0, deviations = 0;

        double mean() const { return sum / count; }
        Bucket with(const Bucket& other) const;
    };

    void compress();
    void forgetOldest();
    bool oldDiffers() const;

    double delta_;
    std::vector<std::vector<Bucket>>
        rows_; ///< Row i: buckets of 2^i values, oldest first. The last row is the oldest.
    Bucket all_;
    std::size_t sinceLook_ = 0;
};

/// Page & Hinkley's test (Page 1954; Gama et al. 2014, "A survey on concept drift adaptation"): adds up how
/// far values lie from their mean so far, and tells a change when the sum has left its extreme by `lambda`.
class PageHinkley {
public:
    enum class Side { Rising, Falling, Both };

    struct Options {
        double delta = 0.005;   ///< Changes of the mean that are tolerated, in units of the values.
        double lambda = 50;     ///< The larger, the fewer false alarms and the later the true ones.
        Side side = Side::Both; ///< Rising for an error, falling for a share of right answers.
        std::size_t least = 30; ///< Values after the beginning or a change before which none is told.
    };

    explicit PageHinkley(const Options& options);
    PageHinkley()
        : PageHinkley(Options()) {}

    /// True: the mean has changed; all is forgotten then. What is not a finite number is passed over.
    bool add(double value);

    double value() const; ///< Mean since the beginning or the last change; NaN before the first value.
    void reset();

private:
    Options options_;
    std::size_t count_ = 0;
    double mean_ = 0;
    double risen_ = 0, lowest_ = 0;   ///< Sum of the deviations less delta, and its minimum.
    double fallen_ = 0, highest_ = 0; ///< Sum of the deviations plus delta, and its maximum.
};

} // namespace moderato::ml
