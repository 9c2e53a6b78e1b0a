#pragma once

#include "core/base/Random.h"
#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/topics/TopicTrainer.h"

#include <string>
#include <vector>

namespace moderato::ml::test {

/// Made-up texts of a few classes: words of the class among words that all classes share.
class Samples {
public:
    explicit Samples(int classes, std::uint64_t seed = 7)
        : classes_(classes)
        , random_(seed) {}

    Text text(int kind) {
        std::string title;
        for (int i = 0; i < 3; ++i) {
            title += "kind" + std::to_string(kind) + "word" + std::to_string(random_.below(12)) + " ";
            title += "common" + std::to_string(random_.below(20)) + " ";
        }
        return {.title = title, .body = {}, .tags = {}};
    }
    static std::string label(int kind) { return "label " + std::to_string(kind); }

    std::vector<CategoryExample> categories(int count) {
        std::vector<CategoryExample> result;
        for (int i = 0; i < count; ++i) {
            result.push_back({text(i % classes_), label(i % classes_), 1});
        }
        return result;
    }
    /// Every text has its own topic and the one after it.
    std::vector<TopicExample> topics(int count) {
        std::vector<TopicExample> result;
        for (int i = 0; i < count; ++i) {
            Text both = text(i % classes_);
            both.title += text((i + 1) % classes_).title;
            result.push_back({both, {label(i % classes_), label((i + 1) % classes_)}, 1});
        }
        return result;
    }

private:
    int classes_;
    Random random_;
};

} // namespace moderato::ml::test
