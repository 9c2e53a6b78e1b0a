#include "core/ml/private/AtomicNetwork.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr std::int64_t smallStart = 200; ///< As if a vector had this many inputs: deviation 0.1.

/// The edges of at most `bins` bins: half of them hold equally many figures, half equally many different
/// ones, because most attributes have one figure that nearly all items share.
std::vector<float> edgesOf(std::vector<float> figures, std::int64_t bins) {
    std::sort(figures.begin(), figures.end());
    std::vector<float> different = figures;
    different.erase(std::unique(different.begin(), different.end()), different.end());
    std::vector<float> edges;
    const auto add = [&edges](const std::vector<float>& from, std::int64_t parts) {
        for (std::int64_t i = 0; i <= parts && !from.empty(); ++i) {
            edges.push_back(from[std::size_t((from.size() - 1) * std::size_t(i) / std::size_t(parts))]);
        }
    };
    add(figures, std::max<std::int64_t>(1, bins / 2));
    add(different, std::max<std::int64_t>(1, bins / 2));
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    edges.resize(std::min(edges.size(), std::size_t(bins) + 1));
    return edges;
}

} // namespace

std::int64_t AtomicNetwork::size() const {
    const std::int64_t pairs = fields() * (fields() - 1) / 2;
    return std::int64_t(values.size()) * embedding + numbers * (bins + 1) + pairs * cross;
}

std::int64_t AtomicNetwork::firstRow(std::size_t category) const {
    return std::accumulate(values.begin(), values.begin() + std::ptrdiff_t(category), std::int64_t(0));
}

void AtomicNetwork::addParameters(Parameters& parameters, Random& random) const {
    const std::int64_t rows = firstRow(values.size());
    parameters.add("atomic.low", at::zeros({numbers, bins}), false);
    parameters.add("atomic.width", at::ones({numbers, bins}), false);
    parameters.addNormal("atomic.values", {rows, embedding}, smallStart, random);
    if (cross > 0) {
        parameters.addNormal("atomic.cross.values", {rows, cross}, 2 * cross, random);
        parameters.addNormal("atomic.cross.numbers", {numbers, bins + 1, cross}, 2 * cross, random);
    }
}

void AtomicNetwork::measure(Parameters& parameters, const at::Tensor& figures) const {
    const at::Tensor all = figures.contiguous();
    at::Tensor low = at::zeros({numbers, bins}), width = at::ones({numbers, bins});
    for (std::int64_t column = 0; column < numbers; ++column) {
        std::vector<float> known;
        for (std::int64_t row = 0; row < all.size(0); ++row) {
            const float figure = all.data_ptr<float>()[row * numbers + column];
            if (std::isfinite(figure)) {
                known.push_back(figure);
            }
        }
        const std::vector<float> edges = edgesOf(std::move(known), bins);
        for (std::int64_t bin = 0; bin < bins && !edges.empty(); ++bin) {
            const std::size_t from = std::min(std::size_t(bin), edges.size() - 1);
            const bool last = from + 1 >= edges.size();
            low.data_ptr<float>()[column * bins + bin] = edges[from];
            width.data_ptr<float>()[column * bins + bin] = last ? 1 : edges[from + 1] - edges[from];
        }
    }
    parameters.add("atomic.low", low, false);
    parameters.add("atomic.width", width, false);
}

/// [items, numbers, bins + 1]
at::Tensor AtomicNetwork::encode(const Parameters& parameters, const at::Tensor& figures) const {
    const at::Tensor column = figures.unsqueeze(2);
    const at::Tensor missing = at::isnan(column);
    const at::Tensor placed = ((column - parameters["atomic.low"]) / parameters["atomic.width"])
                                  .clamp(0, 1)
                                  .masked_fill(missing, 0);
    return at::cat({placed, missing.to(at::kFloat)}, 2);
}

/// A pair's vector is the product, place by place, of the two attributes' own cross vectors.
at::Tensor AtomicNetwork::crosses(const Parameters& parameters, const at::Tensor& categories,
                                  const at::Tensor& encoded) const {
    const at::Tensor ofValues = at::embedding(parameters["atomic.cross.values"], categories);
    const at::Tensor ofNumbers =
        at::bmm(encoded.transpose(0, 1), parameters["atomic.cross.numbers"]).transpose(0, 1);
    const at::Tensor vectors = at::cat({ofValues, ofNumbers}, 1); // [items, fields, cross]
    std::vector<at::Tensor> pairs;
    for (std::int64_t first = 0; first + 1 < fields(); ++first) {
        const std::int64_t rest = fields() - first - 1;
        pairs.push_back((vectors.narrow(1, first, 1) * vectors.narrow(1, first + 1, rest))
                            .reshape({categories.size(0), rest * cross}));
    }
    return at::cat(pairs, 1);
}

at::Tensor AtomicNetwork::operator()(const Parameters& parameters, const at::Tensor& categories,
                                     const at::Tensor& figures) const {
    const std::int64_t items = categories.size(0);
    const at::Tensor encoded = encode(parameters, figures);
    std::vector<at::Tensor> parts{at::embedding(parameters["atomic.values"], categories)
                                      .reshape({items, std::int64_t(values.size()) * embedding}),
                                  encoded.reshape({items, numbers * (bins + 1)})};
    if (cross > 0 && fields() > 1) {
        parts.push_back(crosses(parameters, categories, encoded));
    }
    return at::cat(parts, 1);
}

} // namespace moderato::ml
