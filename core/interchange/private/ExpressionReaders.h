#pragma once

#include "core/interchange/ExpressionFile.h"

#include <QFile>

namespace moderato::interchange {

/// What the readers of one file share: where samples and problems go, and how many there were.
class ExpressionOutput {
public:
    ExpressionOutput(QString path, const ExpressionOptions& options, const ExpressionSink& onSample,
                     const ProblemSink& onProblem, const JobContext& context)
        : options(options)
        , context(context)
        , path_(std::move(path))
        , onSample_(onSample)
        , onProblem_(onProblem) {}

    void setLayout(const ExpressionLayout& layout) { summary.layout = layout; }
    void sample(const ExpressionSample& sample);
    void problem(qint64 line, const QString& reason);
    /// Tells how many problems were not listed.
    void end();
    bool goesOn() const { return !summary.stopped && !context.isCancelled(); }
    void reportProgress(qint64 done, qint64 total) const;

    const ExpressionOptions& options;
    const JobContext& context;
    ExpressionSummary summary;

private:
    const QString path_;
    const ExpressionSink& onSample_;
    const ProblemSink& onProblem_;
};

/// The line of a file that names its columns; programs write notes before it.
struct FoundHeader {
    ExpressionFormat format = ExpressionFormat::OpenFace;
    QStringList names; ///< Trimmed.
    char separator = ',';
    qint64 offset = 0; ///< Where the line after it begins.
    qint64 line = 1;
};

/// Fails where none of the first lines names columns of the wanted format or, without one, of any.
Result<FoundHeader> findHeader(QFile& device, std::optional<ExpressionFormat> wanted);

Status readExpressionCsv(QFile& device, ExpressionOutput& output);
Status readExpressionJson(QFile& device, ExpressionOutput& output);
/// Which format the first object has.
Result<ExpressionFormat> recognizeExpressionJson(QFile& device);
bool looksLikeJson(const QByteArray& firstBytes);

inline constexpr double largestFrame = 9e15;   ///< Whole numbers are exact in a double up to here.
inline constexpr double rangeTolerance = 0.01; ///< By what share of its range a signal may lie beside it.

/// A number as programs write it. Finite, or none where the cell is empty or says that there is none (NaN).
struct ReadNumber {
    double value = 0;
    bool isNone = false;
    bool isBad = false;
};
ReadNumber numberIn(const QByteArray& cell, bool commaIsPoint = false);

/// Where a count of seconds makes sense as a time in a clip.
std::optional<std::chrono::microseconds> timeOf(double seconds);

} // namespace moderato::interchange
