#include "core/ml/private/ImageTextNetwork.h"

#include "core/ml/private/Layers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::ml {
namespace {

/// Softmax over the places that are taken; zeros in a row without any.
at::Tensor maskedSoftmax(const at::Tensor& scores, const at::Tensor& there) {
    const at::Tensor masked = scores.masked_fill(there.logical_not(), -std::numeric_limits<float>::max());
    return at::softmax(masked, -1) * there;
}

/// Mean of the vectors that are there; zeros where there is none.
at::Tensor maskedMean(const at::Tensor& vectors, const at::Tensor& there) {
    const at::Tensor weights = there.to(at::kFloat).unsqueeze(2);
    return (vectors * weights).sum(1) / weights.sum(1).clamp_min(1);
}

struct Weighed {
    at::Tensor sum, weights;
};

/// One kind's mean asks the other kind; without the first kind there is `unasked` to ask instead.
Weighed weigh(const Parameters& parameters, const std::string& name, const at::Tensor& asking,
              const at::Tensor& askingThere, const at::Tensor& asked, const at::Tensor& askedThere) {
    const at::Tensor any = askingThere.any(1, true).to(at::kFloat);
    const at::Tensor query =
        maskedMean(asking, askingThere) + (1 - any) * parameters[name + ".unasked"].unsqueeze(0);
    const at::Tensor keys = linear(parameters, name + ".keys", asked);
    const at::Tensor scores =
        at::bmm(keys, linear(parameters, name + ".query", query).unsqueeze(2)).squeeze(2) /
        std::sqrt(double(asked.size(2)));
    const at::Tensor weights = maskedSoftmax(scores, askedThere);
    return {at::bmm(weights.unsqueeze(1), asked).squeeze(1), weights};
}

} // namespace

Grouping Grouping::of(std::span<const std::int64_t> sizes) {
    const std::int64_t places =
        sizes.empty() ? 1 : std::max<std::int64_t>(1, *std::max_element(sizes.begin(), sizes.end()));
    const auto groups = std::int64_t(sizes.size());
    Grouping grouping{at::zeros({groups, places}, at::kLong), at::zeros({groups, places}, at::kBool)};
    std::int64_t row = 0;
    for (std::int64_t group = 0; group < groups; ++group) {
        for (std::int64_t place = 0; place < sizes[std::size_t(group)]; ++place) {
            grouping.rows.data_ptr<std::int64_t>()[group * places + place] = row++;
            grouping.there.data_ptr<bool>()[group * places + place] = true;
        }
    }
    return grouping;
}

at::Tensor Grouping::gather(const at::Tensor& vectors) const {
    const std::int64_t size = vectors.size(1);
    if (vectors.size(0) == 0) {
        return at::zeros({rows.size(0), rows.size(1), size});
    }
    return vectors.index_select(0, rows.reshape({-1})).reshape({rows.size(0), rows.size(1), size}) *
           there.unsqueeze(2);
}

void ImageTextNetwork::addParameters(Parameters& parameters, Random& random) const {
    const std::int64_t size = imageTextSize;
    addLinear(parameters, "sentences.attention", textSize, textSize, random);
    parameters.addNormal("sentences.attention.target", {textSize}, 2 * textSize, random);
    addLinear(parameters, "sentences.in", textSize, size, random);
    parameters.addNormal("sentences.places", {longestText, size}, 2 * size, random);
    addLinear(parameters, "transformer.attention", size, 3 * size, random);
    addLinear(parameters, "transformer.attention.out", size, size, random);
    addLinear(parameters, "transformer.wide", size, 4 * size, random);
    addLinear(parameters, "transformer.narrow", 4 * size, size, random);
    for (const char* norm : {"transformer.first", "transformer.second"}) {
        parameters.add(std::string(norm) + ".scale", at::ones({size}));
        parameters.add(std::string(norm) + ".shift", at::zeros({size}));
    }
    ResidualNetwork::addParameters(parameters, random);
    addLinear(parameters, "pictures.in", ResidualNetwork::vectorSize, size, random);
    for (const char* name : {"by_pictures", "by_sentences"}) {
        parameters.addNormal(std::string(name) + ".unasked", {size}, 2 * size, random);
        addLinear(parameters, std::string(name) + ".query", size, size, random);
        addLinear(parameters, std::string(name) + ".keys", size, size, random);
    }
}

/// [items, sentences, imageTextSize]
at::Tensor ImageTextNetwork::readSentences(const Parameters& parameters, const ImageTextBatch& batch) const {
    const at::Tensor words = batch.sentences.gather(batch.words);
    const at::Tensor scores = at::matmul(at::tanh(linear(parameters, "sentences.attention", words)),
                                         parameters["sentences.attention.target"]);
    const at::Tensor weights = maskedSoftmax(scores, batch.sentences.there);
    const at::Tensor sentences = at::bmm(weights.unsqueeze(1), words).squeeze(1);
    return transform(parameters, batch.texts.gather(linear(parameters, "sentences.in", sentences)),
                     batch.texts.there);
}

/// One layer of a transformer, normalized after each of its two steps.
at::Tensor ImageTextNetwork::transform(const Parameters& parameters, const at::Tensor& sentences,
                                       const at::Tensor& there) const {
    const std::int64_t items = sentences.size(0), count = sentences.size(1), size = imageTextSize;
    const auto norm = [&](const char* name, const at::Tensor& values) {
        return at::layer_norm(values, {size}, parameters[std::string(name) + ".scale"],
                              parameters[std::string(name) + ".shift"]);
    };
    const at::Tensor placed = sentences + parameters["sentences.places"].narrow(0, 0, count).unsqueeze(0);
    // [3, items, heads, sentences, size of a head]
    const at::Tensor projected = linear(parameters, "transformer.attention", placed)
                                     .reshape({items, count, 3, heads, size / heads})
                                     .permute({2, 0, 3, 1, 4});
    const at::Tensor scores =
        at::matmul(projected[0], projected[1].transpose(2, 3)) / std::sqrt(double(size / heads));
    const at::Tensor weights = maskedSoftmax(scores, there.unsqueeze(1).unsqueeze(1));
    const at::Tensor attended =
        at::matmul(weights, projected[2]).transpose(1, 2).reshape({items, count, size});
    const at::Tensor first =
        norm("transformer.first", placed + linear(parameters, "transformer.attention.out", attended));
    const at::Tensor wide = at::relu(linear(parameters, "transformer.wide", first));
    return norm("transformer.second", first + linear(parameters, "transformer.narrow", wide)) *
           there.unsqueeze(2);
}

ImageTextNetwork::Pass ImageTextNetwork::operator()(const Parameters& parameters,
                                                    const ImageTextBatch& batch) const {
    const at::Tensor sentences = readSentences(parameters, batch);
    at::Tensor seen = at::zeros({0, imageTextSize});
    if (batch.pictures.size(0) > 0) {
        const ResidualNetwork network{pictureSize, false};
        seen = linear(parameters, "pictures.in", network(parameters, batch.pictures, 1));
    }
    const at::Tensor pictures = batch.collections.gather(seen);
    const Weighed first =
        weigh(parameters, "by_pictures", pictures, batch.collections.there, sentences, batch.texts.there);
    const Weighed second =
        weigh(parameters, "by_sentences", sentences, batch.texts.there, pictures, batch.collections.there);
    return {at::cat({first.sum, second.sum}, 1), first.weights, second.weights};
}

} // namespace moderato::ml
