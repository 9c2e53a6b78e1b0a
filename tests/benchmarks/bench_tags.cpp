// The model of video tags (S2) on labelled clips: the gate beside each modality alone and the plain mean.
//
//     bench_tags fights FOLDER CACHE [key=value…]     folders fight, noFight; five folds by source: what
//                                                     one camera saw is never on both sides
//     bench_tags signs FOLDER CACHE [key=value…]      a word a clip: learned from half of its frames, asked
//                                                     with the other
//     bench_tags pictures TRAIN TEST [key=value…]     folder a class: does the residual network learn
//
// CACHE keeps what was read of the media. One JSON object a configuration goes to standard output: mean and
// 95 % interval of accuracy over the seeds. Keys: those of the training (`TrainingSettings`; a wrong one
// lists them), and seeds first_seed only=NAME image=FOLDER save=FOLDER limit test_limit threads
#include "core/base/Random.h"
#include "core/media/DecoderProcess.h"
#include "core/ml/Cpu.h"
#include "core/ml/tags/TagTrainer.h"
#include "core/usecases/TagFeatures.h"
#include "tests/benchmarks/Arguments.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <numeric>

using namespace moderato;
using namespace moderato::ml;

namespace {

const bench::Arguments* arguments = nullptr;

struct Clip {
    std::string name;
    int number = 0;
    TagExample example;
};

TagTrainingOptions optionsOf() {
    TagTrainingOptions options;
    options.heldOutShare = 0;
    options.falseNegative =
        2; // "fight" and "noFight" share most characters: each would be left out of the other.
    arguments->applyTo(options);
    options.imageFolder = arguments->text("image");
    options.patience = options.maxRounds;
    return options;
}

std::vector<Clip> clipsIn(const QString& folder, const std::string& tag,
                          const usecases::TagFeatures& features) {
    std::vector<Clip> clips;
    for (const QFileInfo& file :
         QDir(folder).entryInfoList({"*.mp4", "*.mkv", "*.avi"}, QDir::Files, QDir::Name)) {
        const auto read =
            features.of({file.absoluteFilePath(), {}, true}, usecases::TagFeatures::For::Training, {});
        if (!read.ok()) {
            std::cerr << qPrintable(file.fileName()) << ": " << qPrintable(read.error().message) << '\n';
            continue;
        }
        Clip clip;
        clip.name = file.completeBaseName().toStdString();
        for (const QChar c : file.completeBaseName()) {
            clip.number = c.isDigit() ? clip.number * 10 + c.digitValue() : clip.number;
        }
        usecases::TagFeatures::add(*read, clip.example.item);
        clip.example.tags = {tag.empty() ? clip.name : tag};
        clips.push_back(std::move(clip));
    }
    std::stable_sort(clips.begin(), clips.end(),
                     [](const Clip& a, const Clip& b) { return a.number < b.number; });
    return clips;
}

TagItem without(TagItem item, Modality modality) {
    if (modality == Modality::Pictures) {
        item.pictures = {};
    } else if (modality == Modality::Sound) {
        item.sound = {};
    } else {
        item.text = {};
    }
    return item;
}

/// Right ones of the items that can be read; the others get the first tag, as a guess.
struct Tally {
    int right = 0, asked = 0, unreadable = 0;
    std::array<double, modalityCount> weights{};

    void add(const TagModel& model, const TagItem& item, const std::string& tag) {
        const auto predicted = model.predict(std::span(&item, 1), *model.trained(), 1);
        ++asked;
        if (!predicted[0].ok()) {
            ++unreadable;
            right += model.trained()->names()[0] == tag;
            return;
        }
        right += model.trained()->names()[std::size_t(predicted[0]->tags[0].tag)] == tag;
        for (std::size_t m = 0; m < modalityCount; ++m) {
            weights[m] += double(predicted[0]->weights[m]);
        }
    }
    double accuracy() const { return double(right) / asked; }
};

void print(const std::string& name, const std::vector<Tally>& seeds) {
    constexpr std::array students{12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26}; // 95 %, by freedom
    double mean = 0, squares = 0;
    std::array<double, modalityCount> weights{};
    int readable = 0;
    for (const Tally& tally : seeds) {
        mean += tally.accuracy() / double(seeds.size());
        readable += tally.asked - tally.unreadable;
        for (std::size_t m = 0; m < modalityCount; ++m) {
            weights[m] += tally.weights[m];
        }
    }
    for (const Tally& tally : seeds) {
        squares += (tally.accuracy() - mean) * (tally.accuracy() - mean);
    }
    const std::size_t n = seeds.size();
    const double interval = n > 1 ? students[std::min(n - 2, students.size() - 1)] *
                                        std::sqrt(squares / double(n - 1) / double(n))
                                  : std::nan("");
    std::printf("{\"model\":\"%s\",\"accuracy\":%.4f,\"interval95\":%.4f,\"seeds\":%zu,\"items\":%d,"
                "\"unreadable\":%d,\"weights\":[%.3f,%.3f,%.3f]}\n",
                name.c_str(), mean, interval, n, seeds[0].asked, seeds[0].unreadable, weights[0] / readable,
                weights[1] / readable, weights[2] / readable);
    std::fflush(stdout);
}

std::shared_ptr<const TagModel> trained(const std::vector<TagExample>& examples,
                                        const TagTrainingOptions& options) {
    return bench::orExit(trainTags(examples, options)).model;
}

/// Clips of one camera, seen by looking at them: many sources gave a fight and a quiet minute of the same
/// place. Where one of them is learned from and the other asked, the place gives the wrong answer.
const std::vector<std::vector<std::string>> sameSource{{"fi001", "nofi001"},
                                                       {"fi018", "nofi044"},
                                                       {"fi022", "nofi047"},
                                                       {"fi031", "fi035", "fi039", "nofi030", "nofi033"},
                                                       {"fi043", "nofi037"},
                                                       {"fi047", "nofi023"},
                                                       {"fi051", "fi055", "nofi040"},
                                                       {"fi059", "fi063"},
                                                       {"fi089", "nofi009"},
                                                       {"fi093", "nofi013"},
                                                       {"fi101", "nofi020"},
                                                       {"fi105", "nofi027"},
                                                       {"fi117", "fi121", "nofi051"},
                                                       {"fi125", "nofi092"},
                                                       {"fi129", "nofi095"},
                                                       {"fi137", "nofi105"},
                                                       {"nofi064", "nofi068", "nofi071", "nofi075"}};

std::string sourceOf(const std::string& clip) {
    for (const auto& source : sameSource) {
        if (std::find(source.begin(), source.end(), clip) != source.end()) {
            return source.front();
        }
    }
    return clip;
}

struct Configuration {
    std::string name;
    std::array<bool, modalityCount> read{true, true, true};
    ModalityFusion fusion = ModalityFusion::Gated;
    bool alsoWithout = false; ///< Asked again with a modality missing.
};

int fights(const QString& folder, const usecases::TagFeatures& features) {
    constexpr int folds = 5;
    struct Placed {
        const TagExample* example;
        int fold;
    };
    std::vector<std::vector<Clip>> classes;
    for (const char* name : {"fight", "noFight"}) {
        classes.push_back(clipsIn(folder + QLatin1Char('/') + QLatin1String(name), name, features));
    }
    std::vector<Placed> items;
    std::map<std::string, int> foldOf; // Sources in turn; those of both classes first.
    for (const auto& source : sameSource) {
        foldOf.emplace(source.front(), int(foldOf.size() % folds));
    }
    for (const auto& clips : classes) {
        for (const Clip& clip : clips) {
            const auto [source, added] = foldOf.emplace(sourceOf(clip.name), int(foldOf.size() % folds));
            items.push_back({&clip.example, source->second});
        }
    }
    const int seeds = arguments->number("seeds", 3), first = arguments->number("first_seed", 1);
    for (const Configuration& one : {Configuration{.name = "gated", .alsoWithout = true},
                                     Configuration{.name = "mean", .fusion = ModalityFusion::Mean},
                                     Configuration{.name = "frames", .read = {false, true, false}},
                                     Configuration{.name = "sound", .read = {false, false, true}}}) {
        if (const std::string only = arguments->text("only"); !only.empty() && only != one.name) {
            continue;
        }
        std::vector<Tally> all, noSound, noFrames;
        for (int seed = first; seed < first + seeds; ++seed) {
            Tally whole, silent, blind;
            for (int fold = 0; fold < folds; ++fold) {
                std::vector<TagExample> learned;
                for (const Placed& item : items) {
                    if (item.fold != fold) {
                        learned.push_back(*item.example);
                    }
                }
                TagTrainingOptions options = optionsOf();
                options.seed = std::uint64_t(seed);
                options.read = one.read;
                options.fusion = one.fusion;
                const auto model = trained(learned, options);
                for (const Placed& item : items) {
                    if (item.fold == fold) {
                        const std::string& tag = item.example->tags[0];
                        whole.add(*model, item.example->item, tag);
                        silent.add(*model, without(item.example->item, Modality::Sound), tag);
                        blind.add(*model, without(item.example->item, Modality::Pictures), tag);
                    }
                }
            }
            all.push_back(whole);
            noSound.push_back(silent);
            noFrames.push_back(blind);
        }
        print(one.name, all);
        if (one.alsoWithout) {
            print(one.name + ", asked without sound", noSound);
            print(one.name + ", asked without frames", noFrames);
        }
    }
    return 0;
}

/// Every second place of an item's pictures.
TagItem halfOf(const TagItem& item, int which) {
    TagItem half;
    const Pictures& all = item.pictures;
    const std::size_t step = std::size_t(all.variants) * 3 * std::size_t(all.size) * std::size_t(all.size);
    half.pictures = {.size = all.size, .places = 0, .variants = all.variants, .pixels = {}};
    for (int place = which; place < all.places; place += 2) {
        ++half.pictures.places;
        half.pictures.pixels.insert(half.pictures.pixels.end(),
                                    all.pixels.begin() + std::ptrdiff_t(place * step),
                                    all.pixels.begin() + std::ptrdiff_t((place + 1) * step));
    }
    half.sound = item.sound;
    return half;
}

int signs(const QString& folder, const usecases::TagFeatures& features) {
    const auto clips = clipsIn(folder, {}, features);
    int withSound = 0;
    for (const Clip& clip : clips) {
        withSound += clip.example.item.sound.fits();
    }
    std::fprintf(stderr, "%zu clips, %d with sound\n", clips.size(), withSound);
    const int seeds = arguments->number("seeds", 3), first = arguments->number("first_seed", 1);
    std::vector<Tally> all;
    for (int seed = first; seed < first + seeds; ++seed) {
        Tally tally;
        for (int half = 0; half < 2; ++half) {
            std::vector<TagExample> learned;
            for (const Clip& clip : clips) {
                learned.push_back({halfOf(clip.example.item, half), clip.example.tags});
            }
            TagTrainingOptions options = optionsOf();
            options.seed = std::uint64_t(seed);
            options.segments = 4;
            options.read = {false, true, false};
            const auto model = trained(learned, options);
            for (const Clip& clip : clips) {
                tally.add(*model, halfOf(clip.example.item, 1 - half), clip.example.tags[0]);
            }
        }
        all.push_back(tally);
    }
    print("frames, the other half of the same clip", all);
    return 0;
}

std::vector<TagExample> picturesIn(const QString& folder, int size, int limit) {
    std::vector<TagExample> examples;
    for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        int taken = 0;
        const QDir dir(folder + QLatin1Char('/') + name);
        for (const QString& file : dir.entryList(QDir::Files, QDir::Name)) {
            const QImage image = QImage(dir.filePath(file)).convertToFormat(QImage::Format_RGB888);
            if (image.isNull() || taken++ >= limit) {
                continue;
            }
            const QImage square = image.scaled(size, size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            TagExample example{.item = {}, .tags = {name.toStdString()}};
            example.item.pictures = {.size = size, .places = 1, .variants = 1, .pixels = {}};
            for (int channel = 0; channel < 3; ++channel) {
                for (int y = 0; y < size; ++y) {
                    for (int x = 0; x < size; ++x) {
                        example.item.pictures.pixels.push_back(square.constScanLine(y)[3 * x + channel]);
                    }
                }
            }
            examples.push_back(std::move(example));
        }
    }
    return examples;
}

int pictures(const QString& train, const QString& test) {
    TagTrainingOptions options = optionsOf();
    if (arguments->text("picture_size").empty()) {
        options.pictureSize = 32;
    }
    options.segments = 1;
    options.read = {false, true, false};
    const int limit = arguments->number("limit", 1'000'000),
              testLimit = arguments->number("test_limit", 1'000'000);
    const auto examples = picturesIn(train, options.pictureSize, limit);
    const auto tests = picturesIn(test, options.pictureSize, testLimit);
    const auto result = bench::orExit(trainTags(examples, options, {}, [](const Round& round) {
        std::fprintf(stderr, "round %d loss %.4f, %.1f s\n", round.number, round.loss, round.seconds);
    }));
    const Metrics figures = evaluateTags(*result.model, *result.model->trained(), tests);
    std::printf(
        "{\"model\":\"pictures\",\"accuracy\":%.4f,\"examples\":%zu,\"tests\":%zu,\"seconds\":%.1f}\n",
        figures.precision.at1, examples.size(), tests.size(), result.report.seconds);
    const std::string folder = arguments->text("save");
    return folder.empty() || result.save(QString::fromStdString(folder), {}).ok() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const bench::Arguments parsed(
        argc, argv, {"seeds", "first_seed", "only", "image", "save", "limit", "test_limit", "threads"});
    arguments = &parsed;
    std::vector<QString> given;
    for (const std::string& word : parsed.words) {
        given.push_back(QString::fromStdString(word));
    }
    if (given.size() != 3) {
        std::cerr << "bench_tags fights|signs FOLDER CACHE | pictures TRAIN TEST [key=value…]\n";
        return 2;
    }
    setThreads(parsed.number("threads", 1));
    if (given[0] == QLatin1String("pictures")) {
        return pictures(given[1], given[2]);
    }
    media::DecoderProcess decoder(media::DecoderOptions{.program = QStringLiteral(MODERATO_DECODER)});
    const usecases::TagFeatures features(given[2], &decoder);
    return given[0] == QLatin1String("fights") ? fights(given[1], features) : signs(given[1], features);
}
