#include "core/ml/topics/TopicMatrix.h"

#include "core/ml/private/Torch.h"

#include <algorithm>
#include <atomic>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>

namespace moderato::ml {
namespace {

constexpr std::size_t lanes = 8, step = 2 * lanes;
constexpr std::size_t alignment = 64;
constexpr int blockRows = 256;
constexpr std::size_t groupsAhead = 2; ///< So many groups of rows before they are needed they are fetched.
/// Products below this are done before a second thread has woken up.
constexpr std::size_t worthThreads = 8'000'000;
constexpr float lowest = -std::numeric_limits<float>::infinity();

using Lanes [[gnu::vector_size(lanes * sizeof(float))]] = float;
using Order [[gnu::vector_size(lanes * sizeof(int))]] = int;

[[gnu::always_inline]] inline void load(const float* from, Lanes& even, Lanes& odd) {
    std::memcpy(&even, from, sizeof even);
    std::memcpy(&odd, from + lanes, sizeof odd);
}

/// R rows with Q queries. The order of the additions does not depend on R and Q.
template <int R, int Q>
[[gnu::always_inline]] inline void products(const float* rows, std::size_t stride, const float* queries,
                                            float* to, std::size_t toStride) {
    Lanes even[R][Q] = {}, odd[R][Q] = {};
    for (std::size_t c = 0; c < stride; c += step) {
        for (int q = 0; q < Q; ++q) {
            Lanes queryEven, queryOdd;
            load(queries + std::size_t(q) * stride + c, queryEven, queryOdd);
            for (int r = 0; r < R; ++r) {
                Lanes rowEven, rowOdd;
                const float* const row = rows + std::size_t(r) * stride + c;
                if (q == 0) {
                    __builtin_prefetch(row + std::size_t(R) * stride * groupsAhead);
                }
                load(row, rowEven, rowOdd);
                even[r][q] += rowEven * queryEven;
                odd[r][q] += rowOdd * queryOdd;
            }
        }
    }
    for (int r = 0; r < R; ++r) {
        for (int q = 0; q < Q; ++q) {
            Lanes sum = even[r][q] + odd[r][q];
            sum += __builtin_shuffle(sum, Order{4, 5, 6, 7, 0, 1, 2, 3});
            sum += __builtin_shuffle(sum, Order{2, 3, 0, 1, 6, 7, 4, 5});
            sum += __builtin_shuffle(sum, Order{1, 0, 3, 2, 5, 4, 7, 6});
            to[std::size_t(q) * toStride + std::size_t(r)] = sum[0];
        }
    }
}

/// Scores of `count` rows for one query.
[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]] void
scoreOne(const float* rows, int count, std::size_t stride, const float* query, float* to) {
    int r = 0;
    for (; r + 4 <= count; r += 4) {
        products<4, 1>(rows + std::size_t(r) * stride, stride, query, to + r, 0);
    }
    for (; r < count; ++r) {
        products<1, 1>(rows + std::size_t(r) * stride, stride, query, to + r, 0);
    }
}

/// The same for two queries; the second one's scores begin at `to + toStride`.
[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]] void
scoreTwo(const float* rows, int count, std::size_t stride, const float* queries, float* to,
         std::size_t toStride) {
    int r = 0;
    for (; r + 2 <= count; r += 2) {
        products<2, 2>(rows + std::size_t(r) * stride, stride, queries, to + r, toStride);
    }
    for (; r < count; ++r) {
        products<1, 2>(rows + std::size_t(r) * stride, stride, queries, to + r, toStride);
    }
}

/// Σ exp(scores · sharpness − shift) for exponents of at most 0; NaN counts as nothing. A polynomial, right
/// to 1e-6, that the compiler can do for several scores at once.
[[gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]] float
sumOfExponentials(const float* scores, int count, float sharpness, float shift) {
    constexpr float log2e = 1.44269504f, magic = 12582912.0f; // 1.5 · 2²³: adding it rounds
    float sums[step] = {};
    for (int i = 0; i < count; i += int(step)) {
        for (int lane = 0; lane < int(step); ++lane) {
            const float exponent = scores[i + lane] * sharpness - shift;
            const float x = (exponent > -80.0f ? exponent : -80.0f) * log2e;
            const float rounded = x + magic;
            const float f = (x - (rounded - magic)) * 0.69314718f;
            const float power =
                1 + f * (1 + f * (0.5f + f * (0.16666667f + f * (0.041666667f + f * 0.0083333333f))));
            const auto scale =
                (std::bit_cast<std::int32_t>(rounded) - std::bit_cast<std::int32_t>(magic) + 127) << 23;
            sums[lane] += exponent > -80.0f ? power * std::bit_cast<float>(scale) : 0.0f;
        }
    }
    float sum = 0;
    for (const float part : sums) {
        sum += part;
    }
    return sum;
}

bool isBetter(const RankedRow& a, const RankedRow& b) {
    return a.relevancy != b.relevancy ? a.relevancy > b.relevancy : a.row < b.row;
}

/// The best of the rows offered so far, and the logarithm of the sum.
class Selection {
public:
    explicit Selection(int k)
        : k_(std::size_t(k)) {}

    /// Rows come in rising order, so an equal one that comes later is not better.
    void offer(const float* scores, int first, int count) {
        for (int i = 0; i < count; ++i) {
            if (scores[i] > worst_ || (heap_.size() < k_ && !std::isnan(scores[i]))) {
                insert({first + i, scores[i]});
            }
        }
    }

    /// `scores` has room for whole steps after `count`.
    void addToSum(float* scores, int count, float sharpness) {
        float largest = lowest;
        for (int i = 0; i < count; ++i) {
            largest = scores[i] > largest ? scores[i] : largest;
        }
        if (largest == lowest) {
            return;
        }
        const int whole = (count + int(step) - 1) / int(step) * int(step);
        std::fill(scores + count, scores + whole, lowest);
        const float shift = largest * sharpness;
        addSum(double(shift), double(sumOfExponentials(scores, whole, sharpness, shift)));
    }

    void merge(const Selection& other) {
        for (const RankedRow& row : other.heap_) {
            if (heap_.size() < k_ || isBetter(row, heap_.front())) {
                insert(row);
            }
        }
        if (other.sum_ > 0) {
            addSum(other.shift_, other.sum_);
        }
    }

    Ranking take() {
        std::sort(heap_.begin(), heap_.end(), isBetter);
        return {std::move(heap_), shift_ + std::log(sum_)};
    }

private:
    void insert(const RankedRow& row) {
        if (heap_.size() == k_) {
            std::pop_heap(heap_.begin(), heap_.end(), isBetter);
            heap_.pop_back();
        }
        heap_.push_back(row);
        std::push_heap(heap_.begin(), heap_.end(), isBetter);
        worst_ = heap_.size() == k_ ? heap_.front().relevancy : worst_;
    }

    void addSum(double shift, double sum) {
        const double common = sum_ > 0 ? std::max(shift, shift_) : shift;
        sum_ = sum * std::exp(shift - common) + (sum_ > 0 ? sum_ * std::exp(shift_ - common) : 0);
        shift_ = common;
    }

    std::size_t k_;
    std::vector<RankedRow> heap_; ///< The worst in front.
    float worst_ = std::numeric_limits<float>::infinity();
    double shift_ = 0, sum_ = 0;
};

} // namespace

TopicMatrix::TopicMatrix(int rows, int columns)
    : rows_(rows)
    , columns_(columns)
    , stride_((std::size_t(columns) + step - 1) / step * step) {
    const std::size_t bytes = std::max<std::size_t>(1, std::size_t(rows) * stride_) * sizeof(float);
    values_.reset(
        static_cast<float*>(std::aligned_alloc(alignment, (bytes + alignment - 1) / alignment * alignment)));
    if (!values_) {
        throw std::bad_alloc();
    }
    std::memset(values_.get(), 0, bytes);
}

std::vector<float> TopicMatrix::padded(std::span<const float> queries) const {
    const std::size_t count = columns_ > 0 ? queries.size() / std::size_t(columns_) : 0;
    std::vector<float> result(count * stride_);
    for (std::size_t i = 0; i < count; ++i) {
        std::copy_n(queries.data() + i * std::size_t(columns_), columns_, result.data() + i * stride_);
    }
    return result;
}

std::vector<Ranking> TopicMatrix::best(std::span<const float> queries, int k, float sharpness) const {
    const std::vector<float> asked = padded(queries);
    const int count = stride_ > 0 ? int(asked.size() / stride_) : 0;
    const int kept = std::clamp(k, 0, rows_);
    std::atomic<int> nextBlock = 0;
    const auto work = [&](std::vector<Selection>& selections) {
        alignas(alignment) float scores[2 * blockRows];
        for (int first; (first = blockRows * nextBlock.fetch_add(1)) < rows_;) {
            const int here = std::min(blockRows, rows_ - first);
            for (int q = 0; q < count; q += 2) {
                const float* const query = asked.data() + std::size_t(q) * stride_;
                const int together = std::min(2, count - q);
                if (together == 2) {
                    scoreTwo(at(first), here, stride_, query, scores, blockRows);
                } else {
                    scoreOne(at(first), here, stride_, query, scores);
                }
                for (int i = 0; i < together; ++i) {
                    Selection& selection = selections[std::size_t(q + i)];
                    if (kept > 0) {
                        selection.offer(scores + i * blockRows, first, here);
                    }
                    if (sharpness > 0) {
                        selection.addToSum(scores + i * blockRows, here, sharpness);
                    }
                }
            }
        }
    };
    const bool worth = std::size_t(rows_) * stride_ * std::size_t(count) >= worthThreads;
    const int threads = worth ? at::get_num_threads() : 1;
    const std::vector<Selection> empty(static_cast<std::size_t>(count), Selection(kept));
    std::vector<std::vector<Selection>> parts(static_cast<std::size_t>(threads), empty);
    if (threads == 1) {
        work(parts[0]);
    } else {
        at::parallel_for(0, threads, 1, [&](std::int64_t begin, std::int64_t end) {
            for (std::int64_t part = begin; part < end; ++part) {
                work(parts[std::size_t(part)]);
            }
        });
    }
    std::vector<Ranking> result;
    for (std::size_t q = 0; q < std::size_t(count); ++q) {
        for (std::size_t part = 1; part < parts.size(); ++part) {
            parts[0][q].merge(parts[part][q]);
        }
        result.push_back(parts[0][q].take());
    }
    return result;
}

std::vector<float> TopicMatrix::relevancies(std::span<const float> query) const {
    const std::vector<float> asked = padded(query.first(std::min(query.size(), std::size_t(columns_))));
    std::vector<float> result(std::size_t(rows_), 0.0f);
    if (!asked.empty()) {
        scoreOne(values_.get(), rows_, stride_, asked.data(), result.data());
    }
    return result;
}

} // namespace moderato::ml
