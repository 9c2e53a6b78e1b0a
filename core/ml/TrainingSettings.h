#pragma once

#include "core/base/Result.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace moderato::ml {

struct CategoryTrainingOptions;
struct TopicTrainingOptions;
struct TagTrainingOptions;
struct QualityTrainingOptions;

/// The options of a training by name, for whoever has them as text: the command line, the train page, the
/// benchmarks; but for the seed, which whoever trains gives apart. It refers to the options it was made of.
class TrainingSettings {
public:
    explicit TrainingSettings(CategoryTrainingOptions& options);
    explicit TrainingSettings(TopicTrainingOptions& options);
    explicit TrainingSettings(TagTrainingOptions& options);
    explicit TrainingSettings(QualityTrainingOptions& options);

    /// Each as "name=value"; "preset=…" first, wherever it stands. InvalidInput with a sentence for a name or
    /// a value that does not exist, and for a number out of its range; those before it are then applied.
    Status apply(std::span<const std::string> settings) const;
    /// What there is: "loss=softmax|sampled|margin|triplet", "margin=0…10", …
    std::vector<std::string> usage() const;

private:
    struct Setting {
        std::string name, values;
        std::function<bool(const std::string& value)> set; ///< false: not one of `values`.
    };

    template <class T> void number(const char* name, T& value, double least, double most);
    void flag(const char* name, bool& value);
    template <class T>
    void choice(const char* name, T& value, std::vector<std::pair<const char*, T>> choices);
    template <class Options> void common(Options& options);
    void numbers(const char* name, std::vector<double>& values, double least, double most);
    const Setting* find(const std::string& name) const;

    std::vector<Setting> settings_;
};

} // namespace moderato::ml
