// The models of facial expressions (S4.1): made of renders of ICT FaceKit, judged on people kept out of
// training, and run over real clips.
//
//     bench_expressions render FACEKIT FILE [people each size seed]    pictures to learn from or to judge by
//     bench_expressions look FACEKIT PNG [people size seed]            each feature at 0, the line and 1
//     bench_expressions landmarks FACES RESOURCES [closer=1 rounds rate]
//                                          trains a finder of the points: the first look, or the closer one
//     bench_expressions train FACES RESOURCES [only=M001 rounds rate]  trains the models
//     bench_expressions thresholds FACES RESOURCES                     chooses their thresholds
//     bench_expressions test FACES RESOURCES                           F1 of each feature, macro-F1
//     bench_expressions mistakes FACES RESOURCES PNG [feature]         the pictures that it was wrong about
//     bench_expressions clip FILE RESOURCES                            faces found, features shown, speed
//
// FACES is a file of `render`, or a folder of them; RESOURCES is a folder like `resources`: models go to its
// models/expressions. One JSON object a result goes to standard output. Rendering, training and judging keep
// to one thread; the same seed gives the same models.
#include "core/media/DecoderProcess.h"
#include "core/ml/Cpu.h"
#include "core/ml/expressions/ExpressionTrainer.h"
#include "core/ml/expressions/LandmarkModel.h"
#include "core/usecases/RecognizeExpressions.h"
#include "tests/benchmarks/Arguments.h"
#include "tests/benchmarks/FaceRenders.h"

#include <QDateTime>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>

using namespace moderato;
using namespace moderato::ml;
using bench::FacePicture;

namespace {

const bench::Arguments* arguments = nullptr;
using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

const std::map<std::string, FacePart> parts{{"M001", {24, 0, 112, 56}},
                                            {"M002", {24, 20, 112, 48}},
                                            {"M003", {40, 82, 80, 64}},
                                            {"M004", {44, 24, 72, 96}},
                                            {"M005", {8, 32, 144, 120, 2}}};

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

double normal(Random& random) {
    return std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(6.283185307 * random.uniform());
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

LandmarkExample drawExample(const FacePicture& face, bool closer, Random& random) {
    constexpr double noFaceShare = 0.15;
    const features::FaceFrame frame(face.image());
    LandmarkExample example;
    example.isFace = random.uniform() >= noFaceShare;
    features::PatchPlace place = placeOf(face);
    if (example.isFace) {
        place = disturbed(place, random, (random.below(2) == 0 ? 1 : 0.4f) * (closer ? 0.4f : 1));
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
                           arguments->number("size", 224), std::uint64_t(arguments->number("seed", 1)));
    std::printf("{\"pictures\":%zu,\"milliseconds_each\":%.2f}\n", faces.size(),
                1000 * secondsSince(started) / double(faces.size()));
    return bench::saveFaces(text(2), faces) ? 0 : 1;
}

int landmarks() {
    const auto faces = bench::orExit(bench::loadFaces(text(1)));
    const bool closer = arguments->number("closer", 0) != 0;
    const std::string name = closer ? "landmarks_close" : "landmarks";
    LandmarkTrainingOptions options;
    options.rounds = arguments->number("rounds", options.rounds);
    options.rate = std::stod(arguments->text("rate", std::to_string(options.rate)));
    Random random(options.seed);
    const auto model = bench::orExit(trainLandmarks(
        faces.size(), [&](std::size_t i) { return drawExample(faces[i], closer, random); }, options, {},
        printRound));
    return model->save(folderOf(text(2), name), extrasOf(name)) ? 0 : 1;
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

std::vector<std::size_t> placesOf(const std::vector<std::string>& features) {
    std::vector<std::size_t> places;
    for (const std::string& feature : features) {
        const auto at = std::find(facialFeatures.begin(), facialFeatures.end(), feature);
        places.push_back(std::size_t(at - facialFeatures.begin()));
    }
    return places;
}

/// Faces as the reader would align them: beside their place by as much as its points are, mirrored or not,
/// half of them with the person at rest.
class Drawing {
public:
    Drawing(const std::vector<FacePicture>& faces, const std::vector<std::string>& features,
            const ExpressionTrainingOptions& options)
        : places_(placesOf(features))
        , neutralShare_(options.neutralShare)
        , random_(options.seed + 1) {
        for (const FacePicture& face : faces) {
            if (face.isNeutral) {
                resting_[face.person] = &face;
            } else {
                expressive_.push_back(&face);
            }
        }
    }

    std::size_t size() const { return expressive_.size(); }

    DrawnExpression draw(std::size_t i) {
        const FacePicture& face = *expressive_[i];
        const bool mirrored = random_.below(2) == 0;
        DrawnExpression drawn{aligned(face, mirrored), {}, {}};
        if (random_.uniform() < neutralShare_) {
            drawn.neutral = aligned(*resting_.at(face.person), mirrored);
        }
        for (const std::size_t place : places_) {
            drawn.features.push_back(shownOf(face.shown.values[place], true));
        }
        return drawn;
    }

private:
    AlignedFace aligned(const FacePicture& face, bool mirrored) {
        constexpr double shift = 1.8, bend = 0.03; ///< Deviations: pixels; radians and share of the size.
        features::PatchPlace place =
            *features::placeOf(usecases::pairsOf(alignedAnchors(), face.landmarks), alignedFaceSize);
        place.x += shift * place.scale * normal(random_);
        place.y += shift * place.scale * normal(random_);
        place.scale *= std::exp(bend * normal(random_));
        place.angle += bend * normal(random_);
        const features::FaceFrame frame(face.image());
        AlignedFace result{frame.patch(place, alignedFaceSize).pixels};
        for (int y = 0; mirrored && y < alignedFaceSize; ++y) {
            const auto line = result.pixels.begin() + y * alignedFaceSize;
            std::reverse(line, line + alignedFaceSize);
        }
        return result;
    }

    std::vector<std::size_t> places_;
    double neutralShare_;
    Random random_;
    std::map<int, const FacePicture*> resting_;
    std::vector<const FacePicture*> expressive_;
};

int train() {
    const auto faces = bench::orExit(bench::loadFaces(text(1)));
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
        Drawing drawing(faces, model.features, options);
        const auto trained = bench::orExit(trainExpressions(
            drawing.size(), [&](std::size_t i) { return drawing.draw(i); }, options, {}, printRound));
        if (!trained->save(folderOf(text(2), model.code), extrasOf(model.code))) {
            return 1;
        }
        std::fprintf(stderr, "%s is done\n", model.code.c_str());
    }
    return 0;
}

int thresholds() {
    const auto faces = bench::orExit(bench::loadFaces(text(1)));
    const Aligned aligned = align(faces, bench::orExit(usecases::FaceReader::open(text(2))));
    for (const Model& each : modelsOf()) {
        const QString folder = folderOf(text(2), each.code);
        if (!QFile::exists(folder)) {
            continue;
        }
        const auto model = bench::orExit(ExpressionModel::load(folder));
        const auto examples = examplesOf(aligned, model->features(), true);
        const auto best = bench::orExit(bestThresholds(*model, examples, aligned.neutral));
        if (!bench::orExit(model->withThresholds(best))->save(folder, extrasOf(each.code))) {
            return 1;
        }
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
                if (const QString folder = folderOf(text(2), model.code); QFile::exists(folder)) {
                    judge(*bench::orExit(ExpressionModel::load(folder)), aligned, withNeutral,
                          leaveUnclearOut, macro);
                }
            }
            std::printf("{\"macro_f1\":%.4f,\"features\":%d,\"neutral\":%s,\"unclear\":%s}\n", macro.mean(),
                        macro.count, withNeutral ? "true" : "false",
                        leaveUnclearOut ? "\"left out\"" : "\"counted\"");
        }
    }
    return 0;
}

/// Pictures side by side, with a line of text each.
class Sheet {
public:
    Sheet(int columns, int edge)
        : columns_(columns)
        , edge_(edge) {}

    void add(const QImage& picture, const QString& text) { cells_.push_back({picture, text}); }

    bool save(const QString& path) const {
        constexpr int textHeight = 16;
        const int rows = (int(cells_.size()) + columns_ - 1) / columns_, height = edge_ + textHeight;
        QImage image(columns_ * edge_, std::max(1, rows) * height, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        for (int i = 0; i < int(cells_.size()); ++i) {
            const QPoint at(i % columns_ * edge_, i / columns_ * height);
            painter.drawImage(QRect(at, QSize(edge_, edge_)), cells_[std::size_t(i)].picture);
            painter.drawText(at + QPoint(2, height - 4), cells_[std::size_t(i)].text);
        }
        painter.end();
        return image.save(path);
    }

private:
    struct Cell {
        QImage picture;
        QString text;
    };
    int columns_, edge_;
    std::vector<Cell> cells_;
};

int look() {
    const auto renderer = bench::orExit(FaceRenderer::load(text(1)));
    const int people = arguments->number("people", 3), size = arguments->number("size", 224);
    FaceScenes scenes(std::uint64_t(arguments->number("seed", 1)));
    Sheet sheet(3 * people, size);
    std::vector<FacePerson> persons;
    std::vector<FaceScene> lights;
    for (int i = 0; i < people; ++i) {
        persons.push_back(scenes.person(renderer));
        lights.push_back(scenes.neutral());
    }
    for (std::size_t feature = 0; feature < facialFeatures.size(); ++feature) {
        for (int i = 0; i < people; ++i) {
            for (const float strength : {0.f, shownFrom, 1.f}) {
                FaceScene scene = lights[std::size_t(i)];
                scene.strengths.values[feature] = strength;
                const FaceRender made = renderer.render(persons[std::size_t(i)], scene, size);
                const QImage picture(made.pixels.data(), size, size, 3 * size, QImage::Format_RGB888);
                sheet.add(picture.copy(),
                          QStringLiteral("%1 %2").arg(facialFeatures[feature].data()).arg(double(strength)));
            }
        }
    }
    return sheet.save(text(2)) ? 0 : 1;
}

/// First what was said and is not shown, then what is shown and was not said, each with its face at rest.
int mistakes() {
    constexpr int mostOfAKind = 24;
    const auto faces = bench::orExit(bench::loadFaces(text(1)));
    const Aligned aligned = align(faces, bench::orExit(usecases::FaceReader::open(text(2))));
    const std::string feature = arguments->text("feature", "eyes_squinting");
    Sheet sheet(12, alignedFaceSize);
    for (const Model& each : modelsOf()) {
        const auto at = std::find(each.features.begin(), each.features.end(), feature);
        if (at == each.features.end()) {
            continue;
        }
        const auto place = std::size_t(at - each.features.begin());
        const auto model = bench::orExit(ExpressionModel::load(folderOf(text(2), each.code)));
        const std::size_t truthPlace = placesOf({feature})[0];
        for (const Shown wanted : {Shown::No, Shown::Yes}) {
            int count = 0;
            for (std::size_t i = 0; i < aligned.expressive.size() && count < mostOfAKind; ++i) {
                const float strength = aligned.pictures[i]->shown.values[truthPlace];
                const AlignedFace& resting = aligned.neutral[std::size_t(aligned.pictures[i]->person)];
                const auto neutral = bench::orExit(model->neutral(std::span(&resting, 1)));
                const float said =
                    bench::orExit(model->predict(std::span(&aligned.expressive[i], 1), neutral))[0][place];
                const bool isWrong = (said >= model->thresholds()[place]) == (wanted == Shown::No);
                if (shownOf(strength, true) != wanted || !isWrong) {
                    continue;
                }
                ++count;
                for (const AlignedFace* const face : {&resting, &aligned.expressive[i]}) {
                    const QImage picture(face->pixels.data(), alignedFaceSize, alignedFaceSize,
                                         alignedFaceSize, QImage::Format_Grayscale8);
                    sheet.add(picture.copy(), face == &resting ? QStringLiteral("rest")
                                                               : QStringLiteral("is %1, said %2")
                                                                     .arg(double(strength), 0, 'f', 2)
                                                                     .arg(double(said), 0, 'f', 2));
                }
            }
        }
    }
    return sheet.save(text(3)) ? 0 : 1;
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
    const bench::Arguments given(
        argc, argv,
        {"people", "each", "size", "seed", "rounds", "rate", "batch", "only", "edge", "closer", "feature"});
    arguments = &given;
    const std::string asked = given.words.empty() ? std::string() : given.words[0];
    const bool drawsText = asked == "look" || asked == "mistakes";
    const std::unique_ptr<QCoreApplication> app(drawsText ? new QGuiApplication(argc, argv)
                                                          : new QCoreApplication(argc, argv));
    struct Mode {
        const char* name;
        std::size_t words;
        int (*run)();
    };
    ml::setThreads(1);
    for (const Mode& mode :
         {Mode{"render", 3, render}, Mode{"look", 3, look}, Mode{"landmarks", 3, landmarks},
          Mode{"train", 3, train}, Mode{"thresholds", 3, thresholds}, Mode{"test", 3, test},
          Mode{"mistakes", 4, mistakes}, Mode{"clip", 3, clip}}) {
        if (asked == mode.name && given.words.size() == mode.words) {
            return mode.run();
        }
    }
    std::cerr << "bench_expressions render|look|landmarks|train|thresholds|test|mistakes|clip …: the head of "
                 "the source says how\n";
    return 2;
}
