#pragma once

#include "core/base/JobContext.h"
#include "core/base/Random.h"
#include "core/ml/private/QualityNetwork.h"
#include "core/ml/quality/QualityItem.h"

#include <functional>
#include <unordered_map>

namespace moderato::ml {

/// The values of categorical attributes that a model knows; 0 is "not known".
class AttributeValues {
public:
    AttributeValues() = default;
    explicit AttributeValues(std::vector<std::vector<std::string>> values);
    /// Those that stand in at least `minimum` of the examples, sorted.
    static AttributeValues of(std::span<const QualityExample> examples, std::size_t attributes, int minimum);

    const std::vector<std::vector<std::string>>& values() const { return values_; }
    std::int64_t find(std::size_t attribute, const std::string& value) const;
    std::vector<std::int64_t> counts() const; ///< With "not known".

private:
    std::vector<std::vector<std::string>> values_;
    std::vector<std::unordered_map<std::string, std::int64_t>> index_;
};

/// Items as tensors, made once for a whole training.
class QualityData {
public:
    /// Reads what the shape reads. The items must live as long.
    QualityData(const QualityShape& shape, const AttributeValues& values, const Encoder& encoder,
                std::span<const QualityItem* const> items);

    std::int64_t size() const { return std::int64_t(layouts_.size()); }
    const at::Tensor& numbers() const { return numbers_; }

    /// All but the texts' sums. With `random` a share `hidden` of the attributes counts as not known.
    QualityBatch batch(const QualityShape& shape, std::span<const int> rows, double hidden,
                       Random* random) const;
    /// The n-grams of the words of these rows' sentences, for the table.
    SparseBatch words(std::span<const int> rows) const;
    /// A channel's n-grams, for the table; a share of them left out with `random`.
    SparseBatch texts(int channel, std::span<const int> rows, double hidden, Random* random) const;

private:
    void addSentences(const std::vector<std::string>& sentences, const Encoder& encoder);
    ImageTextBatch imageText(const QualityShape& shape, std::span<const int> rows) const;

    at::Tensor categories_; ///< Rows of the one table of values.
    at::Tensor numbers_;
    EncodedTexts texts_;
    EncodedTexts words_;                             ///< Of all sentences, one after the other.
    std::vector<std::int64_t> firstWord_;            ///< By item.
    std::vector<std::vector<std::int64_t>> wordsOf_; ///< By item, how many words its sentences have.
    std::vector<const Pictures*> pictures_;
    std::vector<const std::vector<LayoutUnit>*> layouts_;
};

/// Labels [examples, tasks] of 0 and 1, and which are known.
struct LabelTensors {
    at::Tensor labels, known;

    static LabelTensors of(std::span<const QualityExample> examples, std::span<const int> tasks);
};

} // namespace moderato::ml
