// How many labels it takes to be as good as 2,000 random ones (active learning, simulated on real data):
//   bench_active topics|category TRAIN.tsv TEST.tsv [key=value…]
// The files have the columns labels (joined by |), title, body. The first `begin` labels are drawn at random,
// then `batch` more are chosen by each strategy with the model trained so far, up to `labels`; P@1 on the
// test file after each. Keys: strategies=random,margin,entropy,gain,diverse begin=100
// batch_of_labels=100 labels=1000
// random=2000 pool=0 (all) seeds=1 threads, and those of the training. A line a point; at the end how many
// labels each strategy needed for what `random` random ones give.

#include "core/base/Random.h"
#include "core/ml/Cpu.h"
#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/topics/TopicTrainer.h"
#include "core/usecases/Acquisition.h"
#include "tests/benchmarks/Arguments.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <numeric>

using namespace moderato;
using namespace moderato::ml;

namespace {

const bench::Arguments* arguments = nullptr;

int number(const std::string& key, int fallback) {
    return arguments->number(key, fallback);
}

using Rows = std::vector<std::size_t>;

/// A model that was trained on some rows: what the strategies ask of it.
struct Learner {
    std::function<std::vector<float>(const Text&)> probabilities;
    std::function<std::vector<float>(const Text&)> embed;
    std::size_t dimensions = 0;
    double accuracy = 0; ///< P@1 on the test file.
};

/// Probabilities out of relevancies: a softmax, which puts them on one scale.
std::vector<float> softmax(std::vector<float> values) {
    const float most = *std::max_element(values.begin(), values.end());
    float sum = 0;
    for (float& value : values) {
        sum += value = std::exp(value - most);
    }
    for (float& value : values) {
        value /= sum;
    }
    return values;
}

/// Held-out parts of some dozens of examples are only noise, so nothing is held out.
Learner learnTopics(const std::vector<TopicExample>& pool, const Rows& rows,
                    const std::vector<TopicExample>& test, std::uint64_t seed) {
    std::vector<TopicExample> examples;
    for (const std::size_t row : rows) {
        examples.push_back(pool[row]);
    }
    TopicTrainingOptions options;
    arguments->applyTo(options);
    options.seed = seed;
    options.heldOutShare = 0;
    const auto model = bench::orExit(trainTopics(examples, options)).model;
    return {[model](const Text& text) { return softmax(model->relevancies(text)); },
            [model](const Text& text) { return model->embed(text); }, std::size_t(model->dimensions()),
            evaluateTopics(*model, test).precision.at1};
}

Learner learnCategories(const std::vector<TopicExample>& pool, const Rows& rows,
                        const std::vector<TopicExample>& test, std::uint64_t seed) {
    const auto asCategory = [](const TopicExample& example) {
        return CategoryExample{example.text, example.topics.front()};
    };
    std::vector<CategoryExample> examples, tests;
    for (const std::size_t row : rows) {
        examples.push_back(asCategory(pool[row]));
    }
    std::transform(test.begin(), test.end(), std::back_inserter(tests), asCategory);
    CategoryTrainingOptions options;
    arguments->applyTo(options);
    options.seed = seed;
    options.heldOutShare = 0;
    const auto model = bench::orExit(trainCategory(examples, options)).model;
    return {[model](const Text& text) {
                return model->predict({&text, 1}).front().probabilities;
            },
            [model](const Text& text) { return model->embed(text); }, std::size_t(model->dimensions()),
            evaluateCategory(*model, tests).accuracy};
}

Rows choose(const std::string& strategy, const Learner& learner, const std::vector<TopicExample>& pool,
            const Rows& labelled, const Rows& open, std::size_t batch) {
    std::vector<double> weights;
    if (strategy != "diverse") {
        for (const std::size_t row : open) {
            const auto probabilities = learner.probabilities(pool[row].text);
            weights.push_back(strategy == "entropy" ? usecases::normalizedEntropy(probabilities)
                                                    : usecases::marginUncertainty(probabilities));
        }
    }
    Rows chosen;
    if (strategy == "gain" || strategy == "diverse") {
        // Of the most uncertain only, so that the greedy step stays short.
        Rows places(open.size());
        std::iota(places.begin(), places.end(), 0);
        if (!weights.empty()) {
            const std::size_t kept = std::min(places.size(), 10 * batch);
            std::partial_sort(places.begin(), places.begin() + std::ptrdiff_t(kept), places.end(),
                              [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
            places.resize(kept);
        } else {
            places.resize(std::min<std::size_t>(places.size(), 3000)); // `open` is shuffled
        }
        std::vector<float> candidates, centres;
        std::vector<double> some;
        for (const std::size_t place : places) {
            const auto vector = learner.embed(pool[open[place]].text);
            candidates.insert(candidates.end(), vector.begin(), vector.end());
            if (!weights.empty()) {
                some.push_back(weights[place]);
            }
        }
        for (const std::size_t row : labelled) {
            const auto vector = learner.embed(pool[row].text);
            centres.insert(centres.end(), vector.begin(), vector.end());
        }
        for (const auto& pick : usecases::farthestFirst({candidates, learner.dimensions},
                                                        {centres, learner.dimensions}, some, batch)) {
            chosen.push_back(open[places[pick.row]]);
        }
        return chosen;
    }
    Rows order(open.size());
    std::iota(order.begin(), order.end(), 0);
    std::partial_sort(order.begin(), order.begin() + std::ptrdiff_t(std::min(batch, order.size())),
                      order.end(), [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    for (std::size_t i = 0; i < std::min(batch, order.size()); ++i) {
        chosen.push_back(open[order[i]]);
    }
    return chosen;
}

} // namespace

int main(int argc, char** argv) {
    const bench::Arguments given(
        argc, argv,
        {"strategies", "begin", "batch_of_labels", "labels", "random", "pool", "seeds", "threads"});
    arguments = &given;
    if (given.words.size() != 3) {
        std::cerr << "bench_active topics|category TRAIN.tsv TEST.tsv [key=value…]\n";
        return 1;
    }
    setThreads(number("threads", 2));
    const auto learn = given.words[0] == "topics" ? learnTopics : learnCategories;
    const auto all = bench::readExamples(given.words[1]);
    const auto test = bench::readExamples(given.words[2]);
    const auto strategies = bench::split(given.text("strategies", "margin,gain,random"), ',');
    const std::size_t begin = std::size_t(number("begin", 100)),
                      batch = std::size_t(number("batch_of_labels", 100));
    const std::size_t most = std::size_t(number("labels", 1000)),
                      randomLabels = std::size_t(number("random", 2000));
    std::map<std::string, std::vector<double>> needed;
    for (int seed = 1; seed <= number("seeds", 1); ++seed) {
        Random random{std::uint64_t(seed)};
        Rows order(all.size());
        std::iota(order.begin(), order.end(), 0);
        random.shuffle(std::span(order));
        if (const int pool = number("pool", 0); pool > 0) {
            order.resize(std::min(order.size(), std::size_t(pool)));
        }
        const double target =
            learn(all,
                  Rows(order.begin(), order.begin() + std::ptrdiff_t(std::min(randomLabels, order.size()))),
                  test, std::uint64_t(seed))
                .accuracy;
        std::printf("seed %d: %zu random labels give P@1 %.4f\n", seed, randomLabels, target);
        for (const std::string& strategy : strategies) {
            Rows labelled(order.begin(), order.begin() + std::ptrdiff_t(begin));
            Rows open(order.begin() + std::ptrdiff_t(begin), order.end());
            double reached = -1;
            for (;;) {
                const auto since = std::chrono::steady_clock::now();
                const Learner learner = learn(all, labelled, test, std::uint64_t(seed));
                const double seconds =
                    std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
                std::printf("%-8s %5zu labels  P@1 %.4f  (%.1f s)\n", strategy.c_str(), labelled.size(),
                            learner.accuracy, seconds);
                std::fflush(stdout);
                if (reached < 0 && learner.accuracy >= target) {
                    reached = double(labelled.size());
                    break;
                }
                if (labelled.size() + batch > most || open.size() < batch) {
                    break;
                }
                const Rows chosen = strategy == "random"
                                        ? Rows(open.begin(), open.begin() + std::ptrdiff_t(batch))
                                        : choose(strategy, learner, all, labelled, open, batch);
                labelled.insert(labelled.end(), chosen.begin(), chosen.end());
                std::vector<bool> taken(all.size(), false);
                for (const std::size_t row : chosen) {
                    taken[row] = true;
                }
                std::erase_if(open, [&](std::size_t row) { return taken[row]; });
            }
            needed[strategy].push_back(reached);
        }
    }
    for (const auto& [strategy, counts] : needed) {
        std::printf("%-8s labels to reach %zu random ones:", strategy.c_str(), randomLabels);
        for (const double count : counts) {
            count < 0 ? std::printf(" >%zu", most) : std::printf(" %.0f", count);
        }
        std::printf("\n");
    }
    return 0;
}
