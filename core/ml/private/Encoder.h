#pragma once

#include "core/ml/EncoderOptions.h"
#include "core/ml/Evidence.h"
#include "core/ml/Text.h"
#include "core/ml/private/Vocabulary.h"

#include <array>
#include <functional>
#include <span>
#include <vector>

namespace moderato::ml {

/// The known n-grams of one field and their weights, log-tf · idf, of length 1 (or empty).
struct SparseVector {
    std::vector<std::int32_t> rows;
    std::vector<float> weights;
};

/// Title, body and tags.
inline constexpr int fieldCount = 3;
using EncodedText = std::array<SparseVector, fieldCount>;

/// Texts as n-gram rows, ready for a table of vectors; see EncoderOptions.
class Encoder {
public:
    Encoder() = default;
    Encoder(EncoderOptions options, Vocabulary vocabulary);

    const EncoderOptions& options() const { return options_; }
    const Vocabulary& vocabulary() const { return vocabulary_; }
    Vocabulary& vocabulary() { return vocabulary_; }
    float fieldWeight(int field) const;

    EncodedText encode(const Text& text) const;
    SparseVector encodeField(const Text& text, int field) const;

    /// `use(hash, begin, end)` for all n-grams of a field, known or not; tags have no place in the text (0,
    /// 0).
    void visit(const Text& text, int field,
               const std::function<void(std::uint32_t hash, int begin, int end)>& use) const;

private:
    EncoderOptions options_;
    Vocabulary vocabulary_;
};

/// All n-grams of a text, each once, for choosing the vocabulary.
std::vector<std::uint32_t> distinctFeatures(const Text& text, const EncoderOptions& options);

/// Encoded texts one after the other, flat, because there may be hundreds of thousands.
class EncodedTexts {
public:
    void add(const EncodedText& text);
    int size() const { return int(starts_.size() / fieldCount); }

    struct Field {
        std::span<const std::int32_t> rows;
        std::span<const float> weights;
    };
    Field field(int text, int field) const;

private:
    std::vector<std::size_t> starts_;
    std::vector<std::int32_t> rows_;
    std::vector<float> weights_;
};

/// The n-grams of a mini-batch: text i has those from `offsets[i]` to `offsets[i + 1]`; weights of length 1 a
/// text.
struct SparseBatch {
    std::vector<std::int32_t> offsets{0};
    std::vector<std::int32_t> rows;
    std::vector<float> weights;

    int size() const { return int(offsets.size()) - 1; }
    void clear();
    void append(std::span<const std::int32_t> newRows, std::span<const float> newWeights, float scale);
    void finish(); ///< Ends the text and makes it of length 1.
    SparseBatch part(std::size_t begin, std::size_t end) const; ///< Texts from `begin` to before `end`.
};

} // namespace moderato::ml
