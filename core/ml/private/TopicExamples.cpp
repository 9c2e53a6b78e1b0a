#include "core/ml/private/TopicExamples.h"

#include "core/ml/private/TopicState.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace moderato::ml {

TopicExamples::TopicExamples(std::span<const TopicExample> given) {
    for (const TopicExample& example : given) {
        if (!example.topics.empty()) {
            examples.push_back(&example);
        }
    }
}

void TopicExamples::collectTopics(const TopicTrainingOptions& options) {
    std::unordered_map<std::string, int> index;
    const auto add = [&](const std::string& name) {
        const auto [found, isNew] = index.emplace(name, int(names.size()));
        if (isNew) {
            names.push_back(name);
        }
        return found->second;
    };
    if (options.startFrom) {
        for (const std::string& name : options.startFrom->topics()) {
            add(name);
        }
    } else {
        std::vector<std::string> sorted;
        for (const TopicExample* example : examples) {
            sorted.insert(sorted.end(), example->topics.begin(), example->topics.end());
        }
        std::sort(sorted.begin(), sorted.end());
        std::for_each(sorted.begin(), sorted.end(), add);
    }
    for (const TopicExample* example : examples) {
        std::vector<int>& own = topicsOf.emplace_back();
        for (const std::string& name : example->topics) {
            const int topic = add(name);
            if (std::find(own.begin(), own.end(), topic) == own.end()) {
                own.push_back(topic);
            }
        }
    }
    std::for_each(options.moreTopics.begin(), options.moreTopics.end(), add);
    everyTopic.resize(names.size());
    std::iota(everyTopic.begin(), everyTopic.end(), 0);
}

bool TopicExamples::encode(const TopicTrainingOptions& options, const JobContext& job) {
    EncoderOptions encoding = options.encoder;
    if (options.startFrom) {
        encoder = options.startFrom->state().encoder;
        encoding = encoder.options();
    }
    VocabularyBuilder builder;
    const float rarest = float(std::log(1.0 + std::max(1.0, double(examples.size()))));
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (i % 256 == 0 && job.isCancelled()) {
            return false;
        }
        const auto hashes = distinctFeatures(examples[i]->text, encoding);
        if (!options.startFrom) {
            builder.add(hashes, topicsOf[i]);
            continue;
        }
        for (const std::uint32_t hash : hashes) {
            encoder.vocabulary().add(hash, rarest);
        }
    }
    if (!options.startFrom) {
        encoder =
            Encoder(encoding, builder.build(int(names.size()), encoding.maxFeatures, encoding.minimumCount));
    }
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (i % 256 == 0 && job.isCancelled()) {
            return false;
        }
        texts.add(encoder.encode(examples[i]->text));
    }
    return true;
}

void TopicExamples::encodeNames(const TopicTrainingOptions& options, bool byContent) {
    if (byContent) {
        nameEncoder = encoder;
    } else if (options.startFrom) {
        nameEncoder = options.startFrom->state().words->encoder;
    } else {
        EncoderOptions encoding;
        encoding.wordNgrams = 1;
        encoding.idfPower = 0;
        nameEncoder = Encoder(encoding, {});
    }
    for (const std::string& name : names) {
        const Text text{.title = name};
        if (!byContent) {
            for (const std::uint32_t hash : distinctFeatures(text, nameEncoder.options())) {
                nameEncoder.vocabulary().add(hash, 1);
            }
        }
        encodedNames.add(nameEncoder.encode(text));
    }
}

} // namespace moderato::ml
