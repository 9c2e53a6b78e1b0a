#pragma once

#include "core/interchange/ContentReader.h"

#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace moderato::interchange {

/// The programs whose files about a face are read (S4.3, S4.8).
enum class ExpressionFormat {
    OpenFace,   ///< OpenFace 1 and 2: CSV with action units, intensity 0…5 and presence 0 or 1.
    PyFeat,     ///< Py-Feat 1 and 2: CSV with action units 0…1.
    MediaPipe,  ///< 52 blendshapes 0…1: CSV, JSON or JSONL.
    Affdex,     ///< iMotions AFFDEX: CSV or TSV, or the API's JSON; scores 0…100.
    Facet,      ///< iMotions Emotient FACET: CSV or TSV; evidence as the logarithm of odds.
    Aggregates, ///< Of many readers: see ExpressionSeries.h.
};

/// "openface", "pyfeat", "mediapipe", "affdex", "facet", "series".
QString formatCode(ExpressionFormat format);
std::optional<ExpressionFormat> formatOf(const QString& code);
QString formatName(ExpressionFormat format); ///< For people: "OpenFace".

/// Everything that is ever taken out of such a file as a value, by its name in rules. Emotions, age, gender,
/// landmarks and embeddings of identity are not among it and stay unread.
const QStringList& signalsOf(ExpressionFormat format);

/// Between what values a signal may lie.
struct SignalRange {
    double low = 0;
    double high = 1;
};
SignalRange rangeOf(ExpressionFormat format, const QString& signalName);

/// What holds for all samples of a file; known before the first one is given.
struct ExpressionLayout {
    ExpressionFormat format = ExpressionFormat::OpenFace;
    QStringList signalNames;   ///< Those of `signalsOf` that the file has, in that order.
    bool hasTimes = false;     ///< Samples may have a time.
    bool hasFrames = false;    ///< Samples may have the number of a frame.
    bool wholeSeconds = false; ///< The times are rounded down to whole seconds (Py-Feat's approx_time).
    qint64 firstFrame = 0;     ///< How the program numbers the first frame of a clip.

    bool operator==(const ExpressionLayout&) const = default;
};

/// One face in one frame.
struct ExpressionSample {
    std::optional<std::chrono::microseconds> time;
    std::optional<qint64> frame;
    QString face; ///< Tells the faces of a frame apart; empty: the file knows of one only.
    std::optional<double> confidence; ///< 0…1
    bool faceFound = true;            ///< Where false, the values say nothing.
    std::vector<float> values;        ///< One for each of `signalNames`; NaN: none.
    qint64 line = 0;
};

struct ExpressionOptions {
    std::optional<ExpressionFormat> format; ///< Else it is recognised.
    double framesPerSecond = 0;             ///< Of the clip; gives times to files that only count frames.
    bool timesFromFrames = false;           ///< Not the file's own times: wrong where the rate varies.
    QString stimulus;                       ///< Of iMotions' files: only what belongs to this one.
    qint64 maxLineBytes = qint64(4) << 20;
    int maxProblems = 1000; ///< Then one last problem says how many more there are.
};

struct ExpressionSummary {
    ExpressionLayout layout;
    qint64 samples = 0;
    qint64 problems = 0;
    qint64 otherRows = 0; ///< Of other sensors or other stimuli, in iMotions' files.
    QStringList stimuli;  ///< That the file names; the first hundred.
    bool stopped = false;
};

/// Called for every face in every frame in order; false ends the reading. Both are valid during the call
/// only.
using ExpressionSink = std::function<bool(const ExpressionLayout&, const ExpressionSample&)>;
using ProblemSink = std::function<void(const ReadProblem&)>;

/// Reads a file of another program about a face, streaming: one line is in memory at a time. A broken row is
/// a problem with its number and stops nobody. Fails where the file cannot be opened, is none of these, or
/// holds no sample at all, or with Cancelled. Thread-safe.
Result<ExpressionSummary> readExpressions(const QString& path, const ExpressionOptions& options,
                                          const ExpressionSink& onSample, const ProblemSink& onProblem,
                                          const JobContext& context);

/// By its header or first object.
Result<ExpressionFormat> recognizeExpressionFile(const QString& path);

} // namespace moderato::interchange
