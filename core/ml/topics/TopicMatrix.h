#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>
#include <vector>

namespace moderato::ml {

struct RankedRow {
    int row = 0;
    float relevancy = 0;

    bool operator==(const RankedRow&) const = default;
};

/// What a query finds.
struct Ranking {
    std::vector<RankedRow> rows; ///< Best first; equal ones in the order of the rows; no NaN.
    /// log Σ exp(sharpness · relevancy) over all rows, NaN left out; -infinity without rows.
    double logSum = 0;
};

/// The vectors of a topic set, one a row, and the exact search for those with the largest scalar product with
/// a query (S0.9, S2.10): every row is compared, in single precision, each read from memory once for all
/// queries. Up to millions of rows; the work is shared by the threads of `setThreads` where it is worth it. A
/// relevancy has the same bits however many queries, rows and threads take part. Once filled it is only read,
/// so any thread may ask at any time.
class TopicMatrix {
public:
    TopicMatrix() = default;
    /// Zeros.
    TopicMatrix(int rows, int columns);

    int rows() const { return rows_; }
    int columns() const { return columns_; }
    std::size_t stride() const { return stride_; } ///< Floats from a row to the next.
    std::span<float> row(int row) { return {at(row), std::size_t(columns_)}; }
    std::span<const float> row(int row) const { return {at(row), std::size_t(columns_)}; }

    /// The `k` best rows (all, where there are fewer) of each query; `queries` holds queries of `columns()`
    /// floats one after the other. `logSum` is only computed where `sharpness` is above 0.
    std::vector<Ranking> best(std::span<const float> queries, int k, float sharpness = 0) const;

    /// Relevancy of every row.
    std::vector<float> relevancies(std::span<const float> query) const;

private:
    struct Free {
        void operator()(float* values) const { std::free(values); }
    };
    float* at(int row) const { return values_.get() + std::size_t(row) * stride_; }
    std::vector<float> padded(std::span<const float> queries) const;

    int rows_ = 0, columns_ = 0;
    std::size_t stride_ = 0;
    std::unique_ptr<float[], Free> values_;
};

} // namespace moderato::ml
