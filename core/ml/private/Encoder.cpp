#include "core/ml/private/Encoder.h"

#include "core/ml/private/Features.h"

#include <algorithm>
#include <cmath>

namespace moderato::ml {
namespace {

constexpr int maxTitleBytes = 2000;
constexpr int maxTags = 100;

template <class Use> void visitField(const Text& text, int field, const EncoderOptions& options, Use&& use) {
    if (field == 0) {
        forEachFeature(tokenize(text.title, maxTitleBytes), options, use);
    } else if (field == 1) {
        forEachFeature(tokenize(text.body, options.maxBodyBytes), options, use);
    } else {
        const std::size_t count = std::min<std::size_t>(text.tags.size(), maxTags);
        for (std::size_t i = 0; i < count; ++i) {
            forEachFeature(tokenize(text.tags[i], 200), options,
                           [&](std::uint32_t hash, int, int) { use(hash, 0, 0); });
        }
    }
}

} // namespace

Encoder::Encoder(EncoderOptions options, Vocabulary vocabulary)
    : options_(options)
    , vocabulary_(std::move(vocabulary)) {}

float Encoder::fieldWeight(int field) const {
    return field == 0 ? options_.titleWeight : field == 1 ? options_.bodyWeight : options_.tagsWeight;
}

void Encoder::visit(const Text& text, int field,
                    const std::function<void(std::uint32_t, int, int)>& use) const {
    visitField(text, field, options_, use);
}

SparseVector Encoder::encodeField(const Text& text, int field) const {
    SparseVector result;
    visitField(text, field, options_, [&](std::uint32_t hash, int, int) {
        if (const int row = vocabulary_.rowOf(hash); row >= 0) {
            result.rows.push_back(row);
        }
    });
    std::sort(result.rows.begin(), result.rows.end());
    std::size_t kept = 0;
    double squares = 0;
    for (std::size_t i = 0; i < result.rows.size();) {
        std::size_t end = i;
        while (end < result.rows.size() && result.rows[end] == result.rows[i]) {
            ++end;
        }
        const float weight =
            (1 + std::log(float(end - i))) * std::pow(vocabulary_.idf(result.rows[i]), options_.idfPower);
        result.weights.push_back(weight);
        squares += double(weight) * weight;
        result.rows[kept++] = result.rows[i];
        i = end;
    }
    result.rows.resize(kept);
    const float scale = squares > 0 ? float(1 / std::sqrt(squares)) : 0;
    for (float& weight : result.weights) {
        weight *= scale;
    }
    return result;
}

EncodedText Encoder::encode(const Text& text) const {
    EncodedText result;
    for (int field = 0; field < fieldCount; ++field) {
        result[std::size_t(field)] = encodeField(text, field);
    }
    return result;
}

std::vector<std::uint32_t> distinctFeatures(const Text& text, const EncoderOptions& options) {
    std::vector<std::uint32_t> hashes;
    for (int field = 0; field < fieldCount; ++field) {
        visitField(text, field, options, [&](std::uint32_t hash, int, int) { hashes.push_back(hash); });
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

void EncodedTexts::add(const EncodedText& text) {
    for (const SparseVector& field : text) {
        starts_.push_back(rows_.size());
        rows_.insert(rows_.end(), field.rows.begin(), field.rows.end());
        weights_.insert(weights_.end(), field.weights.begin(), field.weights.end());
    }
}

EncodedTexts::Field EncodedTexts::field(int text, int field) const {
    const std::size_t index = std::size_t(text) * fieldCount + std::size_t(field);
    const std::size_t begin = starts_[index];
    const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] : rows_.size();
    return {std::span(rows_).subspan(begin, end - begin), std::span(weights_).subspan(begin, end - begin)};
}

void SparseBatch::clear() {
    offsets.assign(1, 0);
    rows.clear();
    weights.clear();
}

void SparseBatch::append(std::span<const std::int32_t> newRows, std::span<const float> newWeights,
                         float scale) {
    rows.insert(rows.end(), newRows.begin(), newRows.end());
    for (const float weight : newWeights) {
        weights.push_back(weight * scale);
    }
}

SparseBatch SparseBatch::part(std::size_t begin, std::size_t end) const {
    SparseBatch result;
    const std::int32_t from = offsets[begin], to = offsets[end];
    result.rows.assign(rows.begin() + from, rows.begin() + to);
    result.weights.assign(weights.begin() + from, weights.begin() + to);
    for (std::size_t text = begin + 1; text <= end; ++text) {
        result.offsets.push_back(offsets[text] - from);
    }
    return result;
}

void SparseBatch::finish() {
    const auto begin = std::size_t(offsets.back());
    double squares = 0;
    for (std::size_t i = begin; i < weights.size(); ++i) {
        squares += double(weights[i]) * weights[i];
    }
    const float scale = squares > 0 ? float(1 / std::sqrt(squares)) : 0;
    for (std::size_t i = begin; i < weights.size(); ++i) {
        weights[i] *= scale;
    }
    offsets.push_back(std::int32_t(rows.size()));
}

} // namespace moderato::ml
