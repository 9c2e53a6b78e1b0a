#include "core/ml/private/QualityData.h"

#include "core/ml/private/TagNetwork.h"
#include "core/ml/private/Tokens.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace moderato::ml {
namespace {

constexpr std::size_t mostWords = 40; ///< Of a sentence.
constexpr int mostPictures = 16, mostSentenceBytes = 1000;

} // namespace

AttributeValues::AttributeValues(std::vector<std::vector<std::string>> values)
    : values_(std::move(values)) {
    for (const auto& ofOne : values_) {
        auto& index = index_.emplace_back();
        for (std::size_t i = 0; i < ofOne.size(); ++i) {
            index.emplace(ofOne[i], std::int64_t(i) + 1);
        }
    }
}

AttributeValues AttributeValues::of(std::span<const QualityExample> examples, std::size_t attributes,
                                    int minimum) {
    std::vector<std::map<std::string, int>> counts(attributes);
    for (const QualityExample& example : examples) {
        for (std::size_t i = 0; i < std::min(attributes, example.item.categories.size()); ++i) {
            ++counts[i][example.item.categories[i]];
        }
    }
    std::vector<std::vector<std::string>> values(attributes);
    for (std::size_t i = 0; i < attributes; ++i) {
        for (const auto& [value, count] : counts[i]) {
            if (count >= minimum && !value.empty()) {
                values[i].push_back(value);
            }
        }
    }
    return AttributeValues(std::move(values));
}

std::int64_t AttributeValues::find(std::size_t attribute, const std::string& value) const {
    const auto found = index_[attribute].find(value);
    return found == index_[attribute].end() ? 0 : found->second;
}

std::vector<std::int64_t> AttributeValues::counts() const {
    std::vector<std::int64_t> result;
    for (const auto& ofOne : values_) {
        result.push_back(std::int64_t(ofOne.size()) + 1);
    }
    return result;
}

QualityData::QualityData(const QualityShape& shape, const AttributeValues& values, const Encoder& encoder,
                         std::span<const QualityItem* const> items) {
    const auto rows = std::int64_t(items.size());
    const AtomicNetwork& atomic = shape.atomicNetwork;
    const std::size_t attributes = shape.atomic ? atomic.values.size() : 0;
    const std::size_t numbers = shape.atomic ? std::size_t(atomic.numbers) : 0;
    categories_ = at::empty({rows, std::int64_t(attributes)}, at::kLong);
    numbers_ = at::full({rows, std::int64_t(numbers)}, std::numeric_limits<float>::quiet_NaN());
    std::vector<std::int64_t> first;
    for (std::size_t i = 0; i < attributes; ++i) {
        first.push_back(atomic.firstRow(i));
    }
    std::int64_t* toCategories = categories_.data_ptr<std::int64_t>();
    float* toNumbers = numbers_.data_ptr<float>();
    for (const QualityItem* item : items) {
        for (std::size_t i = 0; i < attributes; ++i) {
            const bool given = i < item->categories.size();
            *toCategories++ = first[i] + (given ? values.find(i, item->categories[i]) : 0);
        }
        std::copy_n(item->numbers.begin(), std::min(numbers, item->numbers.size()), toNumbers);
        toNumbers += numbers;
        if (shape.text) {
            texts_.add(encoder.encode(item->text));
        }
        if (shape.imageText) {
            addSentences(item->sentences, encoder);
            pictures_.push_back(&item->pictures);
        }
        layouts_.push_back(&item->layout);
    }
    numbers_.masked_fill_(at::isfinite(numbers_).logical_not(), std::numeric_limits<double>::quiet_NaN());
}

QualityBatch QualityData::batch(const QualityShape& shape, std::span<const int> rows, double hidden,
                                Random* random) const {
    QualityBatch batch;
    if (shape.atomic) {
        batch.categories = rowsOf(categories_, rows);
        batch.numbers = rowsOf(numbers_, rows);
        if (random && hidden > 0) {
            for (std::int64_t column = 0; column < batch.categories.size(1); ++column) {
                const std::int64_t unknown = shape.atomicNetwork.firstRow(std::size_t(column));
                for (std::int64_t row = 0; row < batch.categories.size(0); ++row) {
                    std::int64_t& value =
                        batch.categories.data_ptr<std::int64_t>()[row * batch.categories.size(1) + column];
                    value = random->uniform() < hidden ? unknown : value;
                }
            }
            for (std::int64_t i = 0; i < batch.numbers.numel(); ++i) {
                float& value = batch.numbers.data_ptr<float>()[i];
                value = random->uniform() < hidden ? std::numeric_limits<float>::quiet_NaN() : value;
            }
        }
    }
    if (shape.imageText) {
        batch.imageText = imageText(shape, rows);
    }
    if (shape.style) {
        std::vector<const std::vector<LayoutUnit>*> layouts;
        for (const int row : rows) {
            layouts.push_back(layouts_[std::size_t(row)]);
        }
        batch.layout = LayoutBatch::of(layouts);
    }
    return batch;
}

void QualityData::addSentences(const std::vector<std::string>& sentences, const Encoder& encoder) {
    firstWord_.push_back(words_.size());
    auto& counts = wordsOf_.emplace_back();
    for (const std::string& sentence : sentences) {
        if (counts.size() == std::size_t(ImageTextNetwork::longestText)) {
            break;
        }
        const Tokens tokens = tokenize(sentence, mostSentenceBytes);
        const std::size_t words = std::min(tokens.tokens.size(), mostWords);
        for (std::size_t i = 0; i < words; ++i) {
            const Token& token = tokens.tokens[i];
            EncodedText word;
            word[0] = encoder.encodeField(
                {.title = sentence.substr(std::size_t(token.begin), std::size_t(token.end - token.begin))},
                0);
            words_.add(word);
        }
        counts.push_back(std::int64_t(words));
    }
}

ImageTextBatch QualityData::imageText(const QualityShape& shape, std::span<const int> rows) const {
    std::vector<std::int64_t> words, sentences, pictures;
    std::vector<at::Tensor> pixels;
    for (const int row : rows) {
        const auto& counts = wordsOf_[std::size_t(row)];
        words.insert(words.end(), counts.begin(), counts.end());
        sentences.push_back(std::int64_t(counts.size()));
        const Pictures& given = *pictures_[std::size_t(row)];
        TagShape all; // Each picture once.
        all.pictureSize = shape.imageTextNetwork.pictureSize;
        all.segments = given.fits() ? std::min(given.places, mostPictures) : 0;
        pictures.push_back(all.segments);
        if (all.segments > 0) {
            Pictures some = given;
            some.places = all.segments;
            const Pictures* const one = &some;
            pixels.push_back(picturesOf(all, std::span(&one, 1), nullptr, false));
        }
    }
    const std::int64_t edge = shape.imageTextNetwork.pictureSize;
    return {.words = {},
            .sentences = Grouping::of(words),
            .texts = Grouping::of(sentences),
            .pictures = pixels.empty() ? at::zeros({0, 3, edge, edge}) : at::cat(pixels),
            .collections = Grouping::of(pictures)};
}

SparseBatch QualityData::words(std::span<const int> rows) const {
    SparseBatch batch;
    for (const int row : rows) {
        const auto& counts = wordsOf_[std::size_t(row)];
        const std::int64_t first = firstWord_[std::size_t(row)];
        const std::int64_t end = first + std::accumulate(counts.begin(), counts.end(), std::int64_t(0));
        for (std::int64_t word = first; word < end; ++word) {
            const auto field = words_.field(int(word), 0);
            batch.append(field.rows, field.weights, 1);
            batch.finish();
        }
    }
    return batch;
}

SparseBatch QualityData::texts(int channel, std::span<const int> rows, double hidden, Random* random) const {
    SparseBatch batch;
    for (const int row : rows) {
        const auto field = texts_.field(row, channel);
        for (std::size_t i = 0; i < field.rows.size(); ++i) {
            if (!random || hidden <= 0 || random->uniform() >= hidden) {
                batch.append(field.rows.subspan(i, 1), field.weights.subspan(i, 1), 1);
            }
        }
        batch.finish();
    }
    return batch;
}

LabelTensors LabelTensors::of(std::span<const QualityExample> examples, std::span<const int> tasks) {
    const std::vector<std::int64_t> shape{std::int64_t(examples.size()), std::int64_t(tasks.size())};
    LabelTensors result{at::zeros(shape), at::zeros(shape)};
    float* label = result.labels.data_ptr<float>();
    float* known = result.known.data_ptr<float>();
    for (const QualityExample& example : examples) {
        for (const int task : tasks) {
            const TaskLabel given = std::size_t(task) < example.labels.size()
                                        ? example.labels[std::size_t(task)]
                                        : TaskLabel::None;
            *label++ = given == TaskLabel::Positive ? 1 : 0;
            *known++ = given == TaskLabel::None ? 0 : 1;
        }
    }
    return result;
}

} // namespace moderato::ml
