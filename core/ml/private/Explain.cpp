#include "core/ml/private/Features.h"
#include "core/ml/private/Parts.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace moderato::ml {
namespace {

constexpr float ofStrongest = 0.1f; ///< A span with less than this share of the strongest one is left out.

} // namespace

std::vector<Evidence> explainText(const Encoder& encoder, const Text& text, const Contribution& contribution,
                                  int maxSpans) {
    double squares = 0;
    const EncodedText fields = encoder.encode(text);
    for (int field = 0; field < fieldCount; ++field) {
        for (const float weight : fields[std::size_t(field)].weights) {
            squares += std::pow(double(weight) * double(encoder.fieldWeight(field)), 2);
        }
    }
    const float scale = squares > 0 ? float(1 / std::sqrt(squares)) : 0;
    std::vector<Evidence> spans;
    for (int field = 0; field < 2; ++field) {
        const std::string& content = field == 0 ? text.title : text.body;
        std::unordered_map<int, float> shareOf;
        std::unordered_map<int, int> occurrences;
        encoder.visit(text, field,
                      [&](std::uint32_t hash, int, int) { ++occurrences[encoder.vocabulary().rowOf(hash)]; });
        const SparseVector& encoded = fields[std::size_t(field)];
        for (std::size_t i = 0; i < encoded.rows.size(); ++i) {
            const float weight = encoded.weights[i] * scale * encoder.fieldWeight(field);
            shareOf[encoded.rows[i]] =
                contribution(encoded.rows[i], weight) / float(occurrences[encoded.rows[i]]);
        }
        // Each occurrence's share is spread evenly over its bytes; a token's evidence is what its bytes
        // gathered.
        std::vector<float> perByte(content.size() + 1);
        encoder.visit(text, field, [&](std::uint32_t hash, int begin, int end) {
            const auto found = shareOf.find(encoder.vocabulary().rowOf(hash));
            if (found != shareOf.end() && end > begin) {
                const float step = found->second / float(end - begin);
                perByte[std::size_t(begin)] += step;
                perByte[std::size_t(end)] -= step;
            }
        });
        float running = 0;
        for (float& value : perByte) {
            running += value;
            value = running;
        }
        const Tokens tokens = tokenize(content, field == 0 ? 2000 : encoder.options().maxBodyBytes);
        Evidence last;
        for (const Token& token : tokens.tokens) {
            Evidence span{field == 0 ? Evidence::Field::Title : Evidence::Field::Body, token.begin,
                          token.end - token.begin, 0};
            for (int at = token.begin; at < token.end; ++at) {
                span.weight += perByte[std::size_t(at)];
            }
            // Ideographs side by side that speak the same way are read as one word.
            const bool joins = token.ideograph && !token.gapBefore && !spans.empty() &&
                               spans.back().field == span.field && last.length > 0 &&
                               spans.back().begin + spans.back().length == span.begin &&
                               (spans.back().weight > 0) == (span.weight > 0) && spans.back().length < 12;
            if (joins) {
                spans.back().length += span.length;
                spans.back().weight += span.weight;
            } else if (token.word || token.ideograph) {
                spans.push_back(span);
            }
            last = token.ideograph ? span : Evidence{.length = 0};
        }
    }
    const auto stronger = [](const Evidence& a, const Evidence& b) {
        return std::abs(a.weight) > std::abs(b.weight);
    };
    std::stable_sort(spans.begin(), spans.end(), stronger);
    const float least = spans.empty() ? 0 : std::abs(spans.front().weight) * ofStrongest;
    std::erase_if(
        spans, [least](const Evidence& span) { return span.weight == 0 || std::abs(span.weight) < least; });
    spans.resize(std::min(spans.size(), std::size_t(std::max(0, maxSpans))));
    return spans;
}

} // namespace moderato::ml
