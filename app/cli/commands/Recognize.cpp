#include "app/cli/CommandTable.h"

#include "core/media/DecoderProcess.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/RecognizeExpressions.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace moderato::cli {

namespace {

const QString featuresOption = QStringLiteral("features");
const QString categoryOption = QStringLiteral("category");
const QString neutralOption = QStringLiteral("neutral");
const QString everyOption = QStringLiteral("every");

QJsonObject jsonOf(const usecases::ExpressionFrame& frame) {
    QJsonArray shown;
    QJsonObject probabilities;
    for (const usecases::ExpressionReading& reading : frame.readings) {
        probabilities[reading.feature] = double(reading.probability);
        if (reading.isShown) {
            shown.append(reading.feature);
        }
    }
    return {{QStringLiteral("frame"), frame.time.number},
            {QStringLiteral("seconds"), frame.time.seconds()},
            {QStringLiteral("face"), frame.hasFace},
            {QStringLiteral("confidence"), double(frame.confidence)},
            {QStringLiteral("shown"), shown},
            {QStringLiteral("probabilities"), probabilities}};
}

QJsonObject jsonOf(const usecases::ExpressionSummary& summary) {
    QJsonObject features;
    for (const auto& feature : summary.features) {
        features[feature.code] = summary.shownShare(feature);
    }
    return {{QStringLiteral("summary"),
             QJsonObject{{QStringLiteral("frames"), summary.frames},
                         {QStringLiteral("without_face"), summary.withoutFaceShare()},
                         {QStringLiteral("confidence"), summary.confidence},
                         {QStringLiteral("models"), QJsonArray::fromStringList(summary.models)},
                         {QStringLiteral("features"), features}}}};
}

class Recognize final : public Command {
    Q_DECLARE_TR_FUNCTIONS(RecognizeCommand)

public:
    QString name() const override { return QStringLiteral("recognize"); }
    QString summary() const override {
        return tr("Prints what the face in a clip shows, one JSON object a frame; nothing is stored.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("CLIP"), tr("The clip of a face."));
        parser.addOption({featuresOption, tr("Only these features, by code, with commas between them."),
                          QStringLiteral("CODES")});
        parser.addOption(
            {categoryOption,
             tr("Only the features of this category's sets, as the library has them; where there is none, as "
                "they are shipped."),
             QStringLiteral("CODE")});
        parser.addOption({neutralOption, tr("A picture or clip of the same face at rest, to compare with."),
                          QStringLiteral("FILE")});
        parser.addOption({everyOption, tr("Look every so many seconds; without it, at each frame."),
                          QStringLiteral("SECONDS")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return 1; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }
    /// Only for a category's sets, and none is made for them.
    bool needsLibrary(const QCommandLineParser& given, const QStringList&) const override {
        const QString library = given.value(QStringLiteral("library"));
        return given.isSet(categoryOption) &&
               Workspace::exists(library.isEmpty() ? Workspace::defaultFolder()
                                                   : QDir::current().absoluteFilePath(library));
    }

    Status run(Invocation& call) const override {
        return recognize(call, call.workspace.expressionSets().sets());
    }
    Status runAlone(Call& call) const override {
        return recognize(call, usecases::defaultExpressionSets(usecases::resourceFolder()));
    }

private:
    using Sets = Result<std::vector<domain::ExpressionSet>>;

    static Status recognize(Call& call, const Sets& sets) {
        const auto options = optionsOf(call.options, sets);
        if (!options.ok()) {
            return options.error();
        }
        auto reader = usecases::FaceReader::open(usecases::resourceFolder());
        if (!reader.ok()) {
            return reader.error();
        }
        media::DecoderProcess decoder(Workspace::program());
        std::vector<ml::AlignedFace> resting;
        if (call.options.isSet(neutralOption)) {
            auto faces = usecases::restingFaces(call.path(call.options.value(neutralOption)), *reader,
                                                decoder, call.context);
            if (!faces.ok()) {
                return faces.error();
            }
            resting = std::move(*faces);
        }
        auto recognizers = usecases::expressionRecognizers(usecases::resourceFolder(), resting);
        if (!recognizers.ok()) {
            return recognizers.error();
        }
        call.output.warn(tr("Whoever is seen in the clip must have agreed to this; nothing is stored."));
        usecases::RecognizeExpressions recognize(
            [&reader](const QImage& frame) { return reader->next(frame); }, std::move(*recognizers));
        const auto print = [&call](const QJsonObject& object) {
            call.output.line(QJsonDocument(object).toJson(QJsonDocument::Compact));
        };
        const auto summary = recognize.clip(
            call.path(call.arguments.first()), *options, decoder,
            [&print](const usecases::ExpressionFrame& frame) { print(jsonOf(frame)); }, call.context);
        if (!summary.ok()) {
            return summary.error();
        }
        print(jsonOf(*summary));
        return {};
    }

    static Result<usecases::RecognizeExpressions::Options> optionsOf(const QCommandLineParser& given,
                                                                     const Sets& sets) {
        usecases::RecognizeExpressions::Options options;
        for (const QString& code : given.value(featuresOption).split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            options.features << code.trimmed();
        }
        if (given.isSet(categoryOption)) {
            if (!sets.ok()) {
                return sets.error();
            }
            const QString code = domain::categoryCode(given.value(categoryOption));
            const auto set = std::find_if(sets->begin(), sets->end(),
                                          [&code](const auto& one) { return one.category == code; });
            if (set == sets->end()) {
                return Error::notFound(tr("There is no expression set of a category “%1”.").arg(code));
            }
            options.features << set->positive << set->negative;
        }
        if (given.isSet(everyOption)) {
            bool isNumber = false;
            const double seconds = given.value(everyOption).toDouble(&isNumber);
            constexpr double longest = 3600;
            if (!isNumber || !(seconds >= 0 && seconds <= longest)) {
                return Error::invalid(tr("--every takes seconds, from 0 to 3600."));
            }
            options.every = std::chrono::milliseconds(qint64(1000 * seconds));
        }
        return options;
    }
};

} // namespace

std::unique_ptr<Command> makeRecognize() {
    return std::make_unique<Recognize>();
}

} // namespace moderato::cli
