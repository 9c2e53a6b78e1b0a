// Trains and scores text models on data files, for the figures and for the models that are shipped.
//
//     bench_models category|topics TRAIN.tsv TEST.tsv… [key=value…]
//     bench_models score FOLDER TEST.tsv…
//
// The files have the columns labels (joined by |), title, body, tags (joined by |). One JSON object a test
// file goes to standard output. Keys: threads seed rounds dims features min chars words rate topic_rate
// smoothing balance batch dropout field_dropout held_out refit document=1|tags
// loss=softmax|sampled|margin|triplet topic_encoder=onehot|words|both similarity=dot|cosine margin used
// random_share semi_hard filter=none|cosine|words|characters slack with_loss temperature uniform correction
// name_weight name_alone start=FOLDER anchor
// more=FILE (topics, one a line, that the model gets after training, from their names alone)
// predictions=FILE (the ten best topics of each text of the last test file, a line each, separated by tabs)
// save=FOLDER name created licence languages data card=FILE
#include "core/ml/Cpu.h"
#include "core/ml/category/CategoryTrainer.h"
#include "core/ml/topics/TopicTrainer.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>

using namespace moderato;
using namespace moderato::ml;

namespace {

std::map<std::string, std::string> settings;

std::string setting(const std::string& key, const std::string& fallback = {}) {
    const auto found = settings.find(key);
    return found == settings.end() ? fallback : found->second;
}

template <class T> void read(const std::string& key, T& value) {
    if (const std::string given = setting(key); !given.empty()) {
        value = T(std::stod(given));
    }
}

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

std::vector<TopicExample> readExamples(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        std::cerr << path << " cannot be read\n";
        std::exit(1);
    }
    std::vector<TopicExample> examples;
    for (std::string line; std::getline(file, line);) {
        std::vector<std::string> columns = split(line, '\t');
        columns.resize(4);
        examples.push_back({{columns[1], columns[2], split(columns[3], '|')}, split(columns[0], '|')});
    }
    return examples;
}

std::vector<CategoryExample> readCategories(const std::string& path) {
    std::vector<CategoryExample> result;
    for (TopicExample& example : readExamples(path)) {
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

void readEncoder(EncoderOptions& encoder) {
    read("features", encoder.maxFeatures);
    read("min", encoder.minimumCount);
    read("chars", encoder.charNgramsFrom);
    read("words", encoder.wordNgrams);
    read("idf", encoder.idfPower);
}

template <class Options> void readCommon(Options& options) {
    readEncoder(options.encoder);
    read("seed", options.seed);
    read("rounds", options.maxRounds);
    read("batch", options.batch);
    read("rate", options.learningRate);
    read("smoothing", options.labelSmoothing);
    read("dropout", options.featureDropout);
    read("held_out", options.heldOutShare);
    read("refit", options.refit);
    read("anchor", options.anchor);
}

template <class Model> std::shared_ptr<const Model> loadOrExit(const std::string& folder) {
    const auto model = Model::load(QString::fromStdString(folder));
    if (!model) {
        std::cerr << model.error().message.toStdString() << '\n';
        std::exit(1);
    }
    return *model;
}

template <class Trained> void saveIfAsked(const Trained& trained) {
    if (setting("save").empty()) {
        return;
    }
    std::ostringstream card;
    card << std::ifstream(setting("card")).rdbuf();
    const Status saved = trained.save(QString::fromStdString(setting("save")),
                                      {setting("name"), setting("created"), setting("data"),
                                       split(setting("languages"), ','), setting("licence"), card.str()});
    if (!saved) {
        std::cerr << saved.error().message.toStdString() << '\n';
        std::exit(1);
    }
}

template <class Trained> const Trained& check(const Result<Trained>& trained) {
    if (!trained) {
        std::cerr << trained.error().message.toStdString() << ' ' << trained.error().detail.toStdString()
                  << '\n';
        std::exit(1);
    }
    std::fprintf(stderr, "%.1f s\n", trained->report.seconds);
    return *trained;
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
        const auto examples = readExamples(test);
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

void readNegatives(NegativeOptions& negatives) {
    using Filter = NegativeOptions::Filter;
    read("used", negatives.used);
    read("random_share", negatives.randomShare);
    if (setting("semi_hard") == "1") {
        negatives.choice = NegativeOptions::Choice::SemiHard;
    }
    const std::map<std::string, Filter> filters{{"none", Filter::None},
                                                {"cosine", Filter::Cosine},
                                                {"words", Filter::WordOverlap},
                                                {"characters", Filter::CharacterOverlap}};
    if (const auto filter = filters.find(setting("filter")); filter != filters.end()) {
        negatives.filter = filter->second;
    }
}

TopicTrainingOptions topicOptions() {
    const std::string document = setting("document");
    TopicTrainingOptions options = document == "1"      ? TopicTrainingOptions::document()
                                   : document == "tags" ? TopicTrainingOptions::documentTags()
                                                        : TopicTrainingOptions{};
    readCommon(options);
    readNegatives(options.negatives);
    read("dims", options.dimensions);
    read("topic_rate", options.topicLearningRate);
    read("margin", options.margin);
    read("slack", options.miningSlack);
    read("with_loss", options.mineOnlyWithLoss);
    read("temperature", options.temperature);
    read("uniform", options.uniformNegatives);
    read("correction", options.frequencyCorrection);
    read("name_weight", options.nameWeight);
    read("name_alone", options.nameAlone);
    read("field_dropout", options.fieldDropout);
    const std::map<std::string, TopicLoss> losses{{"softmax", TopicLoss::Softmax},
                                                  {"sampled", TopicLoss::SampledSoftmax},
                                                  {"margin", TopicLoss::Margin},
                                                  {"triplet", TopicLoss::Triplet}};
    if (const auto loss = losses.find(setting("loss")); loss != losses.end()) {
        options.loss = loss->second;
    }
    const std::map<std::string, TopicEncoder> encoders{
        {"onehot", TopicEncoder::OneHot}, {"words", TopicEncoder::Words}, {"both", TopicEncoder::Both}};
    if (const auto encoder = encoders.find(setting("topic_encoder")); encoder != encoders.end()) {
        options.topicEncoder = encoder->second;
    }
    const std::string similarity = setting("similarity");
    options.similarity = similarity == "cosine" ? Similarity::Cosine
                         : similarity == "dot"  ? Similarity::Dot
                                                : options.similarity;
    return options;
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
    const auto grown = model->withTopics(names);
    if (!grown) {
        std::cerr << grown.error().message.toStdString() << '\n';
        std::exit(1);
    }
    return *grown;
}

void trainCategoryModel(const std::string& train, const std::vector<std::string>& tests) {
    CategoryTrainingOptions options;
    readCommon(options);
    read("balance", options.classBalance);
    if (!setting("start").empty()) {
        options.startFrom = loadOrExit<CategoryModel>(setting("start"));
    }
    const auto result = trainCategory(readCategories(train), options, {}, onRound);
    const TrainedCategoryModel& trained = check(result);
    saveIfAsked(trained);
    scoreCategory(*trained.model, tests);
}

void trainTopicModel(const std::string& train, const std::vector<std::string>& tests) {
    TopicTrainingOptions options = topicOptions();
    if (!setting("start").empty()) {
        options.startFrom = loadOrExit<TopicModel>(setting("start"));
    }
    const auto examples = readExamples(train);
    const auto result = trainTopics(examples, options, {}, onRound);
    const TrainedTopicModel& trained = check(result);
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
    std::vector<std::string> files;
    for (int i = 2; i < argc; ++i) {
        const std::string argument = argv[i];
        const std::size_t equals = argument.find('=');
        if (equals == std::string::npos) {
            files.push_back(argument);
        } else {
            settings[argument.substr(0, equals)] = argument.substr(equals + 1);
        }
    }
    const std::string task = argc > 1 ? argv[1] : "";
    if (files.size() < 2 || (task != "category" && task != "topics" && task != "score")) {
        std::cerr
            << "bench_models category|topics TRAIN.tsv TEST.tsv… [key=value…] | score FOLDER TEST.tsv…\n";
        return 2;
    }
    int threads = 2;
    read("threads", threads);
    setThreads(threads);
    const std::vector<std::string> tests(files.begin() + 1, files.end());
    if (task == "score") {
        score(QString::fromStdString(files.front()), tests);
    } else if (task == "category") {
        trainCategoryModel(files.front(), tests);
    } else {
        trainTopicModel(files.front(), tests);
    }
}
