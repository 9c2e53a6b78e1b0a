#include "app/cli/CommandTable.h"

#include "app/cli/MediaFiles.h"
#include "core/media/DecoderProcess.h"
#include "core/usecases/AnalyzeFile.h"
#include "core/usecases/MediaInfoJson.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>

namespace moderato::cli {

namespace {

const QString framesOption = QStringLiteral("frames");
const QString partsOption = QStringLiteral("parts");
const QString randomOption = QStringLiteral("random");
const QString exactOption = QStringLiteral("exact");
const QString seedOption = QStringLiteral("seed");
const QString mfccOption = QStringLiteral("mfcc");
const QString valuesOption = QStringLiteral("mfcc-values");
const QString noSoundOption = QStringLiteral("no-sound");
const QString dumpOption = QStringLiteral("dump-frames");

class Analyze final : public Command {
    Q_DECLARE_TR_FUNCTIONS(AnalyzeCommand)

public:
    QString name() const override { return QStringLiteral("analyze"); }
    QString summary() const override {
        return tr("Says what media files are and what their frames and sound are like; needs no library.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addPositionalArgument(QStringLiteral("PATH"), tr("Files and folders."),
                                     QStringLiteral("PATH…"));
        parser.addOption({framesOption, tr("Segments a part, one frame each, 1 to 256; 8 without it."),
                          QStringLiteral("O"), QStringLiteral("8")});
        parser.addOption({partsOption, tr("Parts a video is cut into, 1 to 64; 1 without it."),
                          QStringLiteral("P"), QStringLiteral("1")});
        parser.addOption({randomOption, tr("A random frame of each segment; without it, the middle one.")});
        parser.addOption(
            {exactOption, tr("Always the very middle; without it, in segments of 10 s and more, a key "
                             "frame near it.")});
        parser.addOption({seedOption, tr("The seed of --random: the same seed gives the same frames."),
                          QStringLiteral("N"), QStringLiteral("1")});
        parser.addOption({mfccOption, tr("document, librosa, kaldi, or none; document without it."),
                          QStringLiteral("PRESET"), QStringLiteral("document")});
        parser.addOption({valuesOption, tr("With --json: also the coefficients themselves.")});
        parser.addOption({noSoundOption, tr("Leaves the sound alone: the cost no longer grows with the "
                                            "length.")});
        parser.addOption(
            {dumpOption, tr("Writes the sampled frames into this folder, as PNG."), QStringLiteral("DIR")});
    }
    int minimumArguments() const override { return 1; }
    int maximumArguments() const override { return INT_MAX; }
    bool writes(const QCommandLineParser&, const QStringList&) const override { return false; }
    bool needsLibrary(const QCommandLineParser&, const QStringList&) const override { return false; }
    Status run(Invocation& call) const override { return runAlone(call); }

    Status runAlone(Call& call) const override {
        const auto options = optionsOf(call.options);
        const auto files = filesIn(call, call.arguments);
        if (!options.ok() || !files.ok()) {
            return options.ok() ? files.error() : options.error();
        }
        if (call.options.isSet(dumpOption) && !QDir().mkpath(call.path(call.options.value(dumpOption)))) {
            return Error::io(tr("The folder “%1” cannot be made. Check that you may write there.")
                                 .arg(call.options.value(dumpOption)));
        }
        media::DecoderProcess decoder(Workspace::program());
        usecases::AnalyzeFile analyze(decoder);
        Answer answer;
        for (qsizetype i = 0; i < files->size(); ++i) {
            call.context.report(i, files->size(), tr("Analysing"));
            auto analysis = analyze.analyze(files->at(i), *options, call.context);
            if (!analysis.ok()) {
                return analysis.error();
            }
            dump(call, *analysis, answer);
            answer.add(*analysis, call);
        }
        call.output.answer({{QStringLiteral("items"), answer.items}}, answer.lines.join(QLatin1Char('\n')));
        if (answer.opened == 0 && !files->isEmpty()) {
            return Error::io(tr("None of the files could be analysed; the reasons are listed above."));
        }
        return {};
    }

private:
    /// What is said about all files, and what was found on the way.
    struct Answer {
        QJsonArray items;
        QStringList lines;
        qsizetype opened = 0;
        QHash<QString, int> stems; ///< How many files of one name had frames written.

        void add(const usecases::FileAnalysis& analysis, Call& call) {
            opened += analysis.probe ? 1 : 0;
            items.append(toJson(analysis, call.options.isSet(valuesOption)));
            lines << describe(analysis);
            for (const QString& error : analysis.errors) {
                call.output.warn(tr("%1: %2").arg(analysis.file, error));
            }
        }
    };

    static Result<int> numberOf(const QCommandLineParser& options, const QString& option, int most) {
        bool ok = false;
        const int number = options.value(option).toInt(&ok);
        if (!ok || number < 1 || number > most) {
            return Error::invalid(tr("--%1 takes a number from 1 to %2, not “%3”.")
                                      .arg(option)
                                      .arg(most)
                                      .arg(options.value(option)));
        }
        return number;
    }

    static Result<usecases::AnalyzeOptions> optionsOf(const QCommandLineParser& options) {
        constexpr int mostSegments = 256;
        constexpr int mostParts = 64;
        const auto segments = numberOf(options, framesOption, mostSegments);
        const auto parts = numberOf(options, partsOption, mostParts);
        if (!segments.ok() || !parts.ok()) {
            return segments.ok() ? parts.error() : segments.error();
        }
        usecases::AnalyzeOptions chosen;
        chosen.sampling.segments = *segments;
        chosen.sampling.parts = *parts;
        chosen.sampling.exactMiddle = options.isSet(exactOption);
        if (options.isSet(seedOption) && !options.isSet(randomOption)) {
            return Error::invalid(tr("--seed goes with --random."));
        }
        if (options.isSet(randomOption)) {
            bool ok = false;
            chosen.sampling.seed = options.value(seedOption).toULongLong(&ok);
            if (!ok) {
                return Error::invalid(
                    tr("--seed takes a whole number, not “%1”.").arg(options.value(seedOption)));
            }
        }
        chosen.mfccPreset = options.value(mfccOption);
        chosen.wantsMfcc = chosen.mfccPreset != QLatin1String("none");
        chosen.wantsSound = !options.isSet(noSoundOption);
        if (chosen.wantsMfcc && !features::mfccPreset(chosen.mfccPreset)) {
            return Error::invalid(tr("There is no MFCC preset “%1”; the presets are document, librosa and "
                                     "kaldi.")
                                      .arg(chosen.mfccPreset));
        }
        return chosen;
    }

    /// `<stem>-<number>-<pts>.png`; the second file of one name is `<stem>~2-…`.
    static void dump(Call& call, usecases::FileAnalysis& analysis, Answer& answer) {
        if (!call.options.isSet(dumpOption) || analysis.frames.empty()) {
            return;
        }
        const QDir folder(call.path(call.options.value(dumpOption)));
        QString stem = QFileInfo(analysis.file).completeBaseName();
        if (const int before = answer.stems[stem]++; before > 0) {
            stem += QStringLiteral("~%1").arg(before + 1);
        }
        int index = 0;
        for (const usecases::AnalyzedFrame& frame : analysis.frames) {
            const qint64 number = frame.frame.time.number >= 0 ? frame.frame.time.number : index;
            ++index;
            const QString file = folder.filePath(
                QStringLiteral("%1-%2-%3.png").arg(stem).arg(number).arg(frame.frame.time.pts));
            if (!frame.frame.image.save(file, "PNG")) {
                analysis.errors << tr("“%1” could not be written. Check the free space and that you may "
                                      "write there.")
                                       .arg(file);
                return;
            }
        }
    }

    static QJsonValue toJson(const usecases::AnalyzedFrame& frame) {
        const media::FrameTime& time = frame.frame.time;
        return QJsonObject{
            {QStringLiteral("pts"), time.pts},
            {QStringLiteral("time_base"),
             QStringLiteral("%1/%2").arg(time.timeBase.numerator).arg(time.timeBase.denominator)},
            {QStringLiteral("number"), time.number >= 0 ? QJsonValue(time.number) : QJsonValue()},
            {QStringLiteral("seconds"), time.seconds()},
            {QStringLiteral("pdq"), QString::fromLatin1(frame.pdq.toHex())},
            {QStringLiteral("quality"), frame.quality}};
    }

    static QJsonValue mfccJson(const usecases::FileAnalysis& analysis, bool withValues) {
        if (!analysis.mfcc) {
            return {};
        }
        QJsonObject object{{QStringLiteral("preset"), analysis.mfccPreset},
                           {QStringLiteral("frames"), analysis.mfcc->frames},
                           {QStringLiteral("coefficients"), analysis.mfcc->coefficients}};
        if (withValues) {
            QJsonArray rows;
            for (int i = 0; i < analysis.mfcc->frames; ++i) {
                QJsonArray row;
                for (const float value : analysis.mfcc->frame(i)) {
                    row.append(double(value));
                }
                rows.append(row);
            }
            object[QStringLiteral("values")] = rows;
        }
        return object;
    }

    static QJsonValue loudnessJson(const usecases::FileAnalysis& analysis) {
        if (!analysis.loudness) {
            return {};
        }
        const features::Loudness& loudness = *analysis.loudness;
        const auto orNull = [](const std::optional<double>& value) {
            return value ? QJsonValue(*value) : QJsonValue();
        };
        QJsonArray silence;
        for (const features::SilentStretch& stretch : loudness.silence) {
            silence.append(QJsonArray{stretch.begin, stretch.end});
        }
        return QJsonObject{{QStringLiteral("integrated_lufs"), orNull(loudness.integratedLufs)},
                           {QStringLiteral("range_lu"), orNull(loudness.rangeLu)},
                           {QStringLiteral("peak"), loudness.peak},
                           {QStringLiteral("silent_share"), loudness.silentShare},
                           {QStringLiteral("silence"), silence}};
    }

    static QJsonObject toJson(const usecases::FileAnalysis& analysis, bool withValues) {
        QJsonArray frames;
        for (const usecases::AnalyzedFrame& frame : analysis.frames) {
            frames.append(toJson(frame));
        }
        return {{QStringLiteral("file"), analysis.file},
                {QStringLiteral("sha256"),
                 analysis.sha256.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(analysis.sha256))},
                {QStringLiteral("probe"),
                 analysis.probe ? QJsonValue(usecases::toJson(*analysis.probe)) : QJsonValue()},
                {QStringLiteral("frames"), frames},
                {QStringLiteral("mfcc"), mfccJson(analysis, withValues)},
                {QStringLiteral("loudness"), loudnessJson(analysis)},
                {QStringLiteral("errors"), QJsonArray::fromStringList(analysis.errors)}};
    }

    static QString describe(const usecases::FileAnalysis& analysis) {
        QStringList parts;
        if (analysis.probe) {
            const QJsonObject probe = usecases::toJson(*analysis.probe);
            parts << probe[QStringLiteral("kind")].toString() << analysis.probe->container;
            if (const QSize size = analysis.probe->displaySize(); !size.isEmpty()) {
                parts << QStringLiteral("%1×%2").arg(size.width()).arg(size.height());
            }
            if (const QJsonValue seconds = probe[QStringLiteral("duration")]; seconds.isDouble()) {
                parts << tr("%1 s").arg(seconds.toDouble(), 0, 'f', 1);
            }
            parts << tr("%n frame(s)", nullptr, int(analysis.frames.size()));
        }
        if (analysis.loudness && analysis.loudness->integratedLufs) {
            parts << tr("%1 LUFS").arg(*analysis.loudness->integratedLufs, 0, 'f', 1);
        }
        return analysis.file + QLatin1Char('\t') + parts.join(QStringLiteral(", "));
    }
};

} // namespace

std::unique_ptr<Command> makeAnalyze() {
    return std::make_unique<Analyze>();
}

} // namespace moderato::cli
