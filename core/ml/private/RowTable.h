#pragma once

#include "core/ml/private/Encoder.h"
#include "core/ml/private/Torch.h"

#include <cstdint>
#include <vector>

namespace moderato::ml {

/// A vector for each n-gram, in 8 bits with a scale a row: what a model in service reads. Immutable.
struct QuantizedTable {
    int rows = 0, columns = 0;
    std::vector<std::int8_t> values;
    std::vector<float> scales;

    /// The weighted sums of the batch's rows: [texts, columns].
    at::Tensor sum(const SparseBatch& batch) const;
    std::vector<float> row(int row) const;
};

/// The same while it is trained: single precision, AdaGrad with one accumulator a row, and only the rows that
/// a batch touches are read or written. Equal bits for any number of threads: a row belongs to one thread.
class RowTable {
public:
    RowTable() = default;
    /// Values uniform in ±`range`. `start` is what AdaGrad's accumulators begin with: the larger, the less a
    /// rare row moves.
    RowTable(int rows, int columns, float start, float range = 0, std::uint64_t seed = 0);
    RowTable(const QuantizedTable& table, float start);

    int rows() const { return int(accumulated_.size()); }
    int columns() const { return columns_; }
    float* row(int row) { return values_.data() + std::size_t(row) * std::size_t(columns_); }
    const float* row(int row) const { return values_.data() + std::size_t(row) * std::size_t(columns_); }

    /// Adds rows of zeros.
    void grow(int rows);
    float accumulated(int row) const { return accumulated_[std::size_t(row)]; }
    /// The squared gradients that a row is taken to have seen: the more, the less it moves.
    void setAccumulated(int row, float value) { accumulated_[std::size_t(row)] = value; }

    at::Tensor sum(const SparseBatch& batch) const;
    /// One step down `gradient` [texts, columns], that of the batch's sums.
    void update(const SparseBatch& batch, const at::Tensor& gradient, double rate);

    QuantizedTable quantize() const;

private:
    int columns_ = 0;
    float start_ = 0;
    std::vector<float> values_;
    std::vector<float> accumulated_;
};

} // namespace moderato::ml
