// The models of facial expressions (S4.1): made of renders of ICT FaceKit, judged on people kept out of
// training, and run over real clips.
//
//     bench_expressions render FACEKIT FILE [people each size seed]    pictures to learn from or to judge by
//     bench_expressions landmarks FILE RESOURCES [rounds rate]         trains the finder of the points
//     bench_expressions train FILE VALID RESOURCES [only=M001 rounds rate]
//                                          trains the models; thresholds are chosen on VALID
//     bench_expressions test FILE RESOURCES                            F1 of each feature, macro-F1
//     bench_expressions clip FILE RESOURCES                            faces found, features shown, speed
//
// RESOURCES is a folder like `resources`: models go to its models/expressions. One JSON object a result goes
// to standard output. Rendering, training and judging keep to one thread; the same seed gives the same
// models.
#include "core/media/DecoderProcess.h"
#include "core/ml/Cpu.h"
#include "core/ml/expressions/ExpressionTrainer.h"
#include "core/ml/expressions/LandmarkModel.h"
#include "core/usecases/RecognizeExpressions.h"
#include "tests/benchmarks/Arguments.h"
#include "tests/benchmarks/FaceRenders.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>

using namespace moderato;
using namespace moderato::ml;
using bench::FacePicture;

namespace {

const bench::Arguments* arguments = nullptr;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

const std::map<std::string, FacePart> parts{{"M001", {8, 0, 96, 44}},
                                            {"M002", {8, 12, 96, 40}},
                                            {"M003", {22, 56, 68, 52}},
                                            {"M004", {24, 10, 64, 62}},
                                            {"M005", {4, 20, 104, 84}}};

struct Model {
    std::string code;
    std::vector<std::string> features;
};

/// As the expression sets say it.
std::vector<Model> modelsOf() {
    QFile file(QStringLiteral(MODERATO_SOURCE_DIR "/resources/expressions/sets.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    std::map<std::string, Model> models;
    const QJsonObject sets = QJsonDocument::fromJson(file.readAll()).object();
    for (const QJsonValue& value : sets["features"].toArray()) {
        const std::string code = value.toObject()["model"].toString().toStdString();
        models[code].code = code;
        models[code].features.push_back(value.toObject()["code"].toString().toStdString());
    }
    std::vector<Model> result;
    for (const auto& [code, model] : models) {
        result.push_back(model);
    }
    return result;
}

QString text(std::size_t word) {
    return QString::fromStdString(arguments->words.at(word));
}

QString folderOf(const QString& resources, const std::string& name) {
    return resources + QStringLiteral("/models/expressions/") + QString::fromStdString(name);
}

ManifestExtras extrasOf(const std::string& name) {
    ManifestExtras extras;
    extras.name = name;
    extras.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    extras.licence = "MIT";
    extras.card = "# " + name +
                  "\n\nLearned from renders of ICT FaceKit (MIT, USC Institute for Creative Technologies). "
                  "What it was judged by, and where it\ndoes not hold, is in `../README.md`.\n";
    return extras;
}

void printRound(const Round& round) {
    std::fprintf(stderr, "round %d loss %.4f, %.1f s\n", round.number, round.loss, round.seconds);
}

float between(Random& random, float low, float high) {
    return low + (high - low) * float(random.uniform());
}

features::PatchPlace placeOf(const FacePicture& face) {
    return *features::placeOf(usecases::pairsOf(patchAnchors(), face.landmarks), landmarkPatchSize);
}

/// Off by as much as a detector's square is (`size` 1), or less.
features::PatchPlace disturbed(features::PatchPlace place, Random& random, float size) {
    const double reach = double(landmarkPatchSize) * place.scale;
    place.x += double(between(random, -0.13f, 0.13f) * size) * reach;
    place.y += double(between(random, -0.13f, 0.13f) * size) * reach;
    place.scale *= std::exp(double(between(random, -0.25f, 0.25f) * size));
    place.angle += double(between(random, -0.4f, 0.4f) * size);
    return place;
}

FacePoint inPatch(const features::PatchPlace& place, FacePoint point) {
    const double dx = (double(point.x) - place.x) / place.scale,
                 dy = (double(point.y) - place.y) / place.scale;
    const double middle = (landmarkPatchSize - 1) / 2.0;
    return {float(middle + std::cos(place.angle) * dx + std::sin(place.angle) * dy),
            float(middle - std::sin(place.angle) * dx + std::cos(place.angle) * dy)};
}

void mirror(LandmarkExample& example) {
    for (int y = 0; y < landmarkPatchSize; ++y) {
        const auto line = example.patch.begin() + y * landmarkPatchSize;
        std::reverse(line, line + landmarkPatchSize);
    }
    const FaceLandmarks points = example.points;
    for (std::size_t i = 0; i < faceLandmarkCount; ++i) {
        const FacePoint& other = points[mirroredLandmark(i)];
        example.points[i] = {float(landmarkPatchSize - 1) - other.x, other.y};
    }
}

LandmarkExample drawExample(const FacePicture& face, const features::FaceFrame& frame, Random& random) {
    constexpr double noFaceShare = 0.15;
    LandmarkExample example;
    example.isFace = random.uniform() >= noFaceShare;
    features::PatchPlace place = placeOf(face);
    if (example.isFace) {
        place = disturbed(place, random, random.below(2) == 0 ? 1 : 0.35f);
    } else {
        const double reach = double(landmarkPatchSize) * place.scale;
        const double angle = 6.283 * random.uniform(), away = reach * (0.55 + 0.5 * random.uniform());
        place.x += away * std::cos(angle);
        place.y += away * std::sin(angle);
        place.scale *= std::exp(double(between(random, -1.2f, 0.3f)));
    }
    example.patch = frame.patch(place, landmarkPatchSize).pixels;
    for (std::size_t i = 0; i < faceLandmarkCount; ++i) {
        example.points[i] = inPatch(place, face.landmarks[i]);
    }
    if (random.below(2) == 0) {
        mirror(example);
    }
    return example;
}

int render() {
    const auto renderer = bench::orExit(FaceRenderer::load(text(1)));
    const auto started = Clock::now();
    const auto faces =
        bench::renderFaces(renderer, arguments->number("people", 100), arguments->number("each", 8),
                           arguments->number("size", 160), std::uint64_t(arguments->number("seed", 1)));
    std::printf("{\"pictures\":%zu,\"milliseconds_each\":%.2f}\n", faces.size(),
                1000 * secondsSince(started) / double(faces.size()));
    return bench::saveFaces(text(2), faces) ? 0 : 1;
}

int landmarks() {
    const auto faces = bench::orExit(bench::loadFaces(text(1)));
    std::vector<features::FaceFrame> frames;
    for (const FacePicture& face : faces) {
        frames.emplace_back(face.image());
    }
    LandmarkTrainingOptions options;
    options.rounds = arguments->number("rounds", options.rounds);
    options.rate = std::stod(arguments->text("rate", std::to_string(options.rate)));
    Random random(options.seed);
    const auto model = bench::orExit(trainLandmarks(
        faces.size(), [&](std::size_t i) { return drawExample(faces[i], frames[i], random); }, options, {},
        printRound));
    return model->save(folderOf(text(2), "landmarks"), extrasOf("landmarks")) ? 0 : 1;
}

/// The aligned faces, found as in a clip: from a square that is off, by the model of the points.
struct Aligned {
    std::vector<AlignedFace> expressive, neutral; ///< Neutral: a person's place is its number.
    std::vector<const FacePicture*> pictures;     ///< Of the expressive ones.
    double pointError = 0; ///< Mean distance of the points, in shares of the distance of the eyes.
    int lost = 0;
};

double pointError(const FaceLandmarks& found, const FaceLandmarks& truth) {
    const FacePoint &left = truth[std::size_t(FaceLandmark::LeftEyeOuter)],
                    &right = truth[std::size_t(FaceLandmark::RightEyeOuter)];
    double sum = 0;
    for (std::size_t i = 0; i < faceLandmarkCount; ++i) {
        sum += std::hypot(double(found[i].x - truth[i].x), double(found[i].y - truth[i].y));
    }
    return sum / double(faceLandmarkCount) / std::hypot(double(left.x - right.x), double(left.y - right.y));
}

Aligned align(const std::vector<FacePicture>& faces, const usecases::FaceReader& reader) {
    Random random(7);
    Aligned aligned;
    int found = 0;
    for (const FacePicture& face : faces) {
        const features::FaceFrame frame(face.image());
        const features::PatchPlace place = disturbed(placeOf(face), random, 0.6f);
        const double edge = place.scale * landmarkPatchSize / 1.5;
        auto read = reader.readBox(frame, QRectF(place.x - edge / 2, place.y - edge / 2, edge, edge));
        aligned.lost += !read;
        if (read) {
            aligned.pointError += pointError(read->landmarks, face.landmarks);
            ++found;
        }
        AlignedFace one = read ? std::move(read->aligned)
                               : usecases::alignedFace(frame, face.landmarks).value_or(AlignedFace{});
        if (face.isNeutral) {
            aligned.neutral.push_back(std::move(one));
        } else {
            aligned.expressive.push_back(std::move(one));
            aligned.pictures.push_back(&face);
        }
    }
    aligned.pointError /= std::max(1, found);
    return aligned;
}

Shown shownOf(float strength, bool leaveUnclearOut) {
    if (strength >= shownFrom) {
        return Shown::Yes;
    }
    return strength <= absentUpTo || !leaveUnclearOut ? Shown::No : Shown::Unclear;
}

std::vector<ExpressionExample> examplesOf(const Aligned& aligned, const std::vector<std::string>& features,
                                          bool leaveUnclearOut) {
    std::vector<ExpressionExample> examples;
    for (std::size_t i = 0; i < aligned.expressive.size(); ++i) {
        ExpressionExample example{aligned.expressive[i], {}, aligned.pictures[i]->person};
        for (const std::string& feature : features) {
            const auto at = std::find(facialFeatures.begin(), facialFeatures.end(), feature);
            const auto place = std::size_t(at - facialFeatures.begin());
            example.features.push_back(shownOf(aligned.pictures[i]->shown.values.at(place), leaveUnclearOut));
        }
        examples.push_back(std::move(example));
    }
    return examples;
}

int train() {
    const auto faces = bench::orExit(bench::loadFaces(text(1))),
               valid = bench::orExit(bench::loadFaces(text(2)));
    const auto reader = bench::orExit(usecases::FaceReader::open(text(3)));
    const Aligned learned = align(faces, reader), chosen = align(valid, reader);
    for (const Model& model : modelsOf()) {
        if (const std::string only = arguments->text("only"); !only.empty() && only != model.code) {
            continue;
        }
        ExpressionTrainingOptions options;
        options.code = model.code;
        options.features = model.features;
        options.part = parts.at(model.code);
        options.rounds = arguments->number("rounds", options.rounds);
        options.batch = arguments->number("batch", options.batch);
        options.rate = std::stod(arguments->text("rate", std::to_string(options.rate)));
        const auto examples = examplesOf(learned, model.features, true);
        const auto trained =
            bench::orExit(trainExpressions(examples, learned.neutral, options, {}, printRound));
        const auto judged = examplesOf(chosen, model.features, true);
        const auto thresholds = bench::orExit(bestThresholds(*trained, judged, chosen.neutral));
        const auto finished = bench::orExit(trained->withThresholds(thresholds));
        if (const Status saved = finished->save(folderOf(text(3), model.code), extrasOf(model.code));
            !saved) {
            std::cerr << saved.error().message.toStdString() << '\n';
            return 1;
        }
        std::fprintf(stderr, "%s is done\n", model.code.c_str());
    }
    return 0;
}

struct Macro {
    double sum = 0;
    int count = 0;
    double mean() const { return count > 0 ? sum / count : 0; }
};

void judge(const ExpressionModel& model, const Aligned& aligned, bool withNeutral, bool leaveUnclearOut,
           Macro& macro) {
    const auto examples = examplesOf(aligned, model.features(), leaveUnclearOut);
    const auto figures = bench::orExit(evaluateExpressions(
        model, examples, withNeutral ? std::span(aligned.neutral) : std::span<const AlignedFace>()));
    for (const FeatureFigures& one : figures) {
        macro.sum += one.f1;
        ++macro.count;
        std::printf("{\"model\":\"%s\",\"feature\":\"%s\",\"neutral\":%s,\"unclear\":%s,\"f1\":%.4f,"
                    "\"precision\":%.4f,"
                    "\"recall\":%.4f,\"shown\":%zu,\"pictures\":%zu}\n",
                    model.code().c_str(), one.feature.c_str(), withNeutral ? "true" : "false",
                    leaveUnclearOut ? "\"left out\"" : "\"counted\"", one.f1, one.precision, one.recall,
                    one.shown, one.examples);
    }
}

/// How often the cascade sees the renders at all.
double foundByCascade(const std::vector<FacePicture>& faces) {
    int seen = 0, asked = 0;
    for (std::size_t i = 0; i < faces.size(); i += 7, ++asked) {
        auto finder = bench::orExit(features::FaceFinder::open());
        seen += finder.find(features::FaceFrame(faces[i].image())).has_value();
    }
    return double(seen) / std::max(1, asked);
}

int test() {
    const auto faces = bench::orExit(bench::loadFaces(text(1)));
    const auto reader = bench::orExit(usecases::FaceReader::open(text(2)));
    const Aligned aligned = align(faces, reader);
    std::printf(
        "{\"pictures\":%zu,\"people\":%zu,\"point_error\":%.4f,\"lost\":%d,\"seen_by_cascade\":%.3f}\n",
        faces.size(), aligned.neutral.size(), aligned.pointError, aligned.lost, foundByCascade(faces));
    for (const bool leaveUnclearOut : {true, false}) {
        for (const bool withNeutral : {false, true}) {
            Macro macro;
            for (const Model& model : modelsOf()) {
                judge(*bench::orExit(ExpressionModel::load(folderOf(text(2), model.code))), aligned,
                      withNeutral, leaveUnclearOut, macro);
            }
            std::printf("{\"macro_f1\":%.4f,\"features\":%d,\"neutral\":%s,\"unclear\":%s}\n", macro.mean(),
                        macro.count, withNeutral ? "true" : "false",
                        leaveUnclearOut ? "\"left out\"" : "\"counted\"");
        }
    }
    return 0;
}

int clip() {
    auto reader = bench::orExit(usecases::FaceReader::open(text(2)));
    usecases::RecognizeExpressions recognize([&](const QImage& frame) { return reader.next(frame); },
                                             bench::orExit(usecases::expressionRecognizers(text(2))));
    media::DecoderProcess decoder(media::DecoderOptions{.program = QStringLiteral(MODERATO_DECODER)});
    const auto started = Clock::now();
    usecases::RecognizeExpressions::Options options;
    const int edge = arguments->number("edge", 640);
    options.maxSize = QSize(edge, edge);
    const auto summary =
        bench::orExit(recognize.clip(text(1), options, decoder, [](const usecases::ExpressionFrame&) {}, {}));
    const double seconds = secondsSince(started);
    // Again on frames that are decoded already: what the looking alone costs.
    media::SampleOptions sampling;
    sampling.segments = 64;
    sampling.maxSize = options.maxSize;
    const auto frames = bench::orExit(decoder.sample(text(1), sampling));
    reader.forget();
    const auto again = Clock::now();
    for (const media::SampledFrame& frame : frames) {
        recognize.look(frame.image, frame.time);
    }
    const double looking = secondsSince(again);
    std::string features;
    for (const auto& feature : summary.features) {
        features += (features.empty() ? "" : ",") + ("\"" + feature.code.toStdString() + "\":") +
                    std::to_string(summary.shownShare(feature)).substr(0, 5);
    }
    std::printf("{\"clip\":\"%s\",\"frames\":%lld,\"without_face\":%.3f,\"confidence\":%.3f,\"fps\":%.1f,"
                "\"fps_without_decoding\":%.1f,\"shown\":{%s}}\n",
                qPrintable(text(1).section('/', -1)), static_cast<long long>(summary.frames),
                summary.withoutFaceShare(), summary.confidence, double(summary.frames) / seconds,
                double(frames.size()) / looking, features.c_str());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Arguments given(
        argc, argv, {"people", "each", "size", "seed", "rounds", "rate", "batch", "only", "edge"});
    arguments = &given;
    struct Mode {
        const char* name;
        std::size_t words;
        int (*run)();
    };
    ml::setThreads(1);
    for (const Mode& mode : {Mode{"render", 3, render}, Mode{"landmarks", 3, landmarks},
                             Mode{"train", 4, train}, Mode{"test", 3, test}, Mode{"clip", 3, clip}}) {
        if (!given.words.empty() && given.words[0] == mode.name && given.words.size() == mode.words) {
            return mode.run();
        }
    }
    std::cerr << "bench_expressions render|landmarks|train|test|clip …: the head of the source says how\n";
    return 2;
}
