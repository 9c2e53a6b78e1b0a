#include "core/ml/private/RowTable.h"

#include "core/base/Random.h"
#include "core/ml/private/RowKernels.h"

#include <algorithm>
#include <cmath>

namespace moderato::ml {
namespace {

constexpr int rowsAhead =
    6; ///< Rows lie anywhere in memory: so many n-grams before they are needed they are fetched.

void prefetchRow(const float* row, int columns) {
    constexpr int floatsALine = 16;
    for (int c = 0; c < columns; c += floatsALine) {
        __builtin_prefetch(row + c);
    }
}

template <class AddRow> at::Tensor sumRows(const SparseBatch& batch, int columns, AddRow&& addRow) {
    at::Tensor result = at::zeros({batch.size(), columns});
    float* const out = result.data_ptr<float>();
    at::parallel_for(0, batch.size(), 16, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t text = begin; text < end; ++text) {
            float* const sum = out + text * columns;
            for (int i = batch.offsets[std::size_t(text)]; i < batch.offsets[std::size_t(text) + 1]; ++i) {
                addRow(sum, batch.rows[std::size_t(i)], batch.weights[std::size_t(i)]);
            }
        }
    });
    return result;
}

} // namespace

at::Tensor QuantizedTable::sum(const SparseBatch& batch) const {
    return sumRows(batch, columns, [this](float* sum, int row, float weight) {
        const std::int8_t* const from = values.data() + std::size_t(row) * std::size_t(columns);
        const float scale = weight * scales[std::size_t(row)];
        for (int c = 0; c < columns; ++c) {
            sum[c] += scale * float(from[c]);
        }
    });
}

std::vector<float> QuantizedTable::row(int row) const {
    std::vector<float> result(static_cast<std::size_t>(columns));
    for (int c = 0; c < columns; ++c) {
        const std::size_t at = std::size_t(row) * std::size_t(columns) + std::size_t(c);
        result[std::size_t(c)] = scales[std::size_t(row)] * float(values[at]);
    }
    return result;
}

RowTable::RowTable(int rows, int columns, float start, float range, std::uint64_t seed)
    : columns_(columns)
    , start_(start)
    , values_(std::size_t(rows) * std::size_t(columns))
    , accumulated_(std::size_t(rows), start) {
    if (range > 0) {
        Random random(seed);
        for (float& value : values_) {
            value = float(random.uniform() * 2 - 1) * range;
        }
    }
}

RowTable::RowTable(const QuantizedTable& table, float start)
    : RowTable(table.rows, table.columns, start) {
    for (int r = 0; r < table.rows; ++r) {
        const std::vector<float> values = table.row(r);
        std::copy(values.begin(), values.end(), row(r));
    }
}

void RowTable::grow(int rows) {
    accumulated_.resize(std::size_t(rows), start_);
    values_.resize(std::size_t(rows) * std::size_t(columns_));
}

at::Tensor RowTable::sum(const SparseBatch& batch) const {
    at::Tensor result = at::zeros({batch.size(), columns_});
    float* const out = result.data_ptr<float>();
    at::parallel_for(0, batch.size(), 16, [&](std::int64_t begin, std::int64_t end) {
        const int last = batch.offsets[std::size_t(end)];
        for (std::int64_t text = begin; text < end; ++text) {
            float* const sum = out + text * columns_;
            for (int i = batch.offsets[std::size_t(text)]; i < batch.offsets[std::size_t(text) + 1]; ++i) {
                if (i + rowsAhead < last) {
                    prefetchRow(row(batch.rows[std::size_t(i + rowsAhead)]), columns_);
                }
                const float* const from = row(batch.rows[std::size_t(i)]);
                addScaled(sum, from, batch.weights[std::size_t(i)], columns_);
            }
        }
    });
    return result;
}

void RowTable::update(const SparseBatch& batch, const at::Tensor& gradient, double rate) {
    const at::Tensor steps = gradient.contiguous();
    const float* const values = steps.data_ptr<float>();
    std::vector<float> squares(std::size_t(batch.size()));
    for (int text = 0; text < batch.size(); ++text) {
        const float* const step = values + std::ptrdiff_t(text) * columns_;
        float sum = 0;
        for (int c = 0; c < columns_; ++c) {
            sum += step[c] * step[c];
        }
        squares[std::size_t(text)] = sum / float(columns_);
    }
    const int parts = at::get_num_threads();
    at::parallel_for(0, parts, 1, [&](std::int64_t begin, std::int64_t end) {
        const auto isMine = [&](int index) {
            const auto part = std::int64_t(unsigned(index) % unsigned(parts));
            return part >= begin && part < end;
        };
        const int last = batch.offsets.back();
        for (int text = 0; text < batch.size(); ++text) {
            const float* const step = values + std::ptrdiff_t(text) * columns_;
            for (int i = batch.offsets[std::size_t(text)]; i < batch.offsets[std::size_t(text) + 1]; ++i) {
                if (i + rowsAhead < last && isMine(batch.rows[std::size_t(i + rowsAhead)])) {
                    prefetchRow(row(batch.rows[std::size_t(i + rowsAhead)]), columns_);
                }
                const int index = batch.rows[std::size_t(i)];
                if (!isMine(index)) {
                    continue;
                }
                const float weight = batch.weights[std::size_t(i)];
                float& seen = accumulated_[std::size_t(index)];
                seen += weight * weight * squares[std::size_t(text)];
                const float scale = float(rate) * weight / std::sqrt(seen);
                subtractScaled(row(index), step, scale, columns_);
            }
        }
    });
}

QuantizedTable RowTable::quantize() const {
    QuantizedTable result;
    result.rows = rows();
    result.columns = columns_;
    result.values.resize(values_.size());
    result.scales.resize(accumulated_.size());
    for (int r = 0; r < rows(); ++r) {
        const float* const from = row(r);
        float largest = 0;
        for (int c = 0; c < columns_; ++c) {
            largest = std::max(largest, std::abs(from[c]));
        }
        const float scale = largest / 127;
        result.scales[std::size_t(r)] = scale;
        for (int c = 0; c < columns_ && scale > 0; ++c) {
            result.values[std::size_t(r) * std::size_t(columns_) + std::size_t(c)] =
                std::int8_t(std::lround(from[c] / scale));
        }
    }
    return result;
}

} // namespace moderato::ml
