// Trains and scores text models on data files, for the figures and for the models that are shipped.
//
//     bench_models category|topics TRAIN.tsv TEST.tsv… [key=value…]
//     bench_models score FOLDER TEST.tsv…
//
// The files have the columns labels (joined by |), title, body, tags (joined by |). One JSON object a test
// file goes to standard output. Keys: those of the training (`TrainingSettings`; a wrong one lists them), and
// seed threads start=FOLDER (continue from this model)
// more=FILE (topics, one a line, that the model gets after training, from their names alone)
// predictions=FILE (the ten best topics of each text of the last test file, a line each, separated by tabs)
// save=FOLDER name created licence languages data card=FILE
#include "core/ml/Cpu.h"
#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/topics/TopicTrainer.h"
#include "tests/benchmarks/Arguments.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

using namespace moderato;
using namespace moderato::ml;

namespace {

const bench::Arguments* arguments = nullptr;

std::string setting(const std::string& key) {
    return arguments->text(key);
}

std::vector<CategoryExample> readCategories(const std::string& path) {
    std::vector<CategoryExample> result;
    for (TopicExample& example : bench::readExamples(path)) {
        if (!example.topics.empty()) {
            result.push_back({std::move(example.text), example.topics.front()});
        }
    }
    return result;
}

void print(const std::string& file, const Metrics& metrics, double seconds) {
    std::printf(
        "{\"file\":\"%s\",\"examples\":%zu,\"accuracy\":%.4f,\"macro_f1\":%.4f,\"ece\":%.4f,\"p1\":%.4f,"
        "\"p3\":%.4f,\"p5\":%.4f,\"r5\":%.4f,\"r10\":%.4f,\"items_per_second\":%.0f}\n",
        file.c_str(), metrics.examples, metrics.accuracy, metrics.macroF1, metrics.calibrationError,
        metrics.precision.at1, metrics.precision.at3, metrics.precision.at5, metrics.recall.at5,
        metrics.recall.at10, double(metrics.examples) / seconds);
    std::fflush(stdout);
}

double roundSeconds = 0;
int roundsDone = 0;

void onRound(const Round& round) {
    std::fprintf(stderr, "round %d: loss %.4f, held out %.4f, satisfied %.4f, with a loss %.4f, %.2f s\n",
                 round.number, round.loss, round.heldOutScore, round.satisfiedShare, round.lossShare,
                 round.seconds);
    roundSeconds += round.seconds;
    ++roundsDone;
}

/// As fastText counts them: what white space separates.
std::size_t wordsIn(const std::vector<TopicExample>& examples) {
    std::size_t count = 0;
    for (const TopicExample& example : examples) {
        for (const std::string* text : {&example.text.title, &example.text.body}) {
            std::istringstream stream(*text);
            count += std::size_t(std::distance(std::istream_iterator<std::string>(stream), {}));
        }
    }
    return count;
}

template <class Work> double timed(Work&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

template <class Model> std::shared_ptr<const Model> modelToStartFrom() {
    const std::string folder = setting("start");
    return folder.empty() ? nullptr : bench::orExit(Model::load(QString::fromStdString(folder)));
}

template <class Trained> void saveIfAsked(const Trained& trained) {
    if (setting("save").empty()) {
        return;
    }
    std::ostringstream card;
    card << std::ifstream(setting("card")).rdbuf();
    const Status saved =
        trained.save(QString::fromStdString(setting("save")),
                     {setting("name"), setting("created"), setting("data"),
                      bench::split(setting("languages"), ','), setting("licence"), card.str()});
    if (!saved) {
        std::cerr << saved.error().message.toStdString() << '\n';
        std::exit(1);
    }
}

template <class Trained> Trained check(Result<Trained> result) {
    Trained trained = bench::orExit(std::move(result));
    std::fprintf(stderr, "%.1f s\n", trained.report.seconds);
    return trained;
}

void scoreCategory(const CategoryModel& model, const std::vector<std::string>& tests) {
    for (const std::string& test : tests) {
        const auto examples = readCategories(test);
        Metrics metrics;
        const double seconds = timed([&] { metrics = evaluateCategory(model, examples); });
        print(test, metrics, seconds);
    }
}

void scoreTopics(const TopicModel& model, const std::vector<std::string>& tests) {
    for (const std::string& test : tests) {
        const auto examples = bench::readExamples(test);
        Metrics metrics;
        const double seconds = timed([&] { metrics = evaluateTopics(model, examples); });
        print(test, metrics, seconds);
        if (setting("predictions").empty()) {
            continue;
        }
        std::ofstream file(setting("predictions"));
        for (const TopicExample& example : examples) {
            std::string line;
            const auto ranked = model.predict(std::span(&example.text, 1), 10);
            for (const TopicScore& score : ranked.front()) {
                line += (line.empty() ? "" : "\t") + model.topics()[std::size_t(score.topic)];
            }
            file << line << '\n';
        }
    }
}

std::shared_ptr<const TopicModel> withMoreTopics(std::shared_ptr<const TopicModel> model) {
    if (setting("more").empty()) {
        return model;
    }
    std::vector<std::string> names = model->topics();
    std::ifstream file(setting("more"));
    for (std::string name; std::getline(file, name);) {
        names.push_back(name);
    }
    return bench::orExit(model->withTopics(names));
}

void trainCategoryModel(const std::string& train, const std::vector<std::string>& tests) {
    CategoryTrainingOptions options;
    arguments->applyTo(options);
    options.seed = std::uint64_t(arguments->number("seed", 1));
    options.startFrom = modelToStartFrom<CategoryModel>();
    const auto trained = check(trainCategory(readCategories(train), options, {}, onRound));
    saveIfAsked(trained);
    scoreCategory(*trained.model, tests);
}

void trainTopicModel(const std::string& train, const std::vector<std::string>& tests) {
    TopicTrainingOptions options;
    arguments->applyTo(options);
    options.seed = std::uint64_t(arguments->number("seed", 1));
    options.startFrom = modelToStartFrom<TopicModel>();
    const auto examples = bench::readExamples(train);
    const auto trained = check(trainTopics(examples, options, {}, onRound));
    const double share = double(trained.report.examples) / double(examples.size());
    std::fprintf(stderr, "%.0f words a second in rounds\n",
                 double(wordsIn(examples)) * (options.refit ? 1 - options.heldOutShare : share) * roundsDone /
                     roundSeconds);
    saveIfAsked(trained);
    scoreTopics(*withMoreTopics(trained.model), tests);
}

void score(const QString& folder, const std::vector<std::string>& tests) {
    if (const auto category = CategoryModel::load(folder)) {
        scoreCategory(**category, tests);
    } else if (const auto topics = TopicModel::load(folder)) {
        scoreTopics(**topics, tests);
    } else {
        std::cerr << topics.error().message.toStdString() << '\n';
        std::exit(1);
    }
}

} // namespace

int main(int argc, char** argv) {
    const bench::Arguments given(argc, argv,
                                 {"seed", "threads", "start", "more", "predictions", "save", "name",
                                  "created", "licence", "languages", "data", "card"});
    arguments = &given;
    const auto& words = given.words;
    const std::string task = words.empty() ? "" : words.front();
    if (words.size() < 3 || (task != "category" && task != "topics" && task != "score")) {
        std::cerr
            << "bench_models category|topics TRAIN.tsv TEST.tsv… [key=value…] | score FOLDER TEST.tsv…\n";
        return 2;
    }
    setThreads(given.number("threads", 2));
    const std::vector<std::string> tests(words.begin() + 2, words.end());
    if (task == "score") {
        score(QString::fromStdString(words[1]), tests);
    } else if (task == "category") {
        trainCategoryModel(words[1], tests);
    } else {
        trainTopicModel(words[1], tests);
    }
}
