#pragma once

#include "core/ml/private/Layers.h"

#include <vector>

namespace moderato::ml {

/// The atomic attributes (S1.4) as vectors, and learned vectors of each two of them together (S1.6). A number
/// is read by where it lies among those of the training: one value a bin, rising from 0 to 1 within it, and
/// one that says that it is not known.
struct AtomicNetwork {
    std::vector<std::int64_t>
        values; ///< By categorical attribute: how many values; the first is "not known".
    std::int64_t numbers = 0, bins = 16;
    std::int64_t embedding = 8, cross = 4; ///< Sizes of vectors; cross 0: no crosses.

    std::int64_t fields() const { return std::int64_t(values.size()) + numbers; }
    std::int64_t size() const; ///< Of the vector that comes out.
    void addParameters(Parameters& parameters, Random& random) const;
    /// Where the bins lie, by the training's figures [items, numbers].
    void measure(Parameters& parameters, const at::Tensor& figures) const;

    /// categories [items, categorical attributes] of int64, rows of the one table of values (`firstRow`);
    /// figures [items, numbers], NaN where not known → [items, size]
    at::Tensor operator()(const Parameters& parameters, const at::Tensor& categories,
                          const at::Tensor& figures) const;
    /// The row of attribute `category`'s first value.
    std::int64_t firstRow(std::size_t category) const;

private:
    at::Tensor encode(const Parameters& parameters, const at::Tensor& figures) const;
    at::Tensor crosses(const Parameters& parameters, const at::Tensor& categories,
                       const at::Tensor& encoded) const;
};

} // namespace moderato::ml
