#include "core/interchange/ExpressionFile.h"

#include "core/interchange/private/ExpressionReaders.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonLine.h"

namespace moderato::interchange {

namespace {

constexpr qint64 firstBytes = 4096;

Status openText(QFile& device) {
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(
            Import::tr("The file %1 cannot be opened: %2.").arg(device.fileName(), device.errorString()));
    }
    if (device.size() == 0) {
        return Error::invalid(Import::tr("The file is empty."));
    }
    if (const QString reason = notTextReason(device.peek(firstBytes)); !reason.isEmpty()) {
        return Error::invalid(reason);
    }
    return {};
}

} // namespace

void ExpressionOutput::sample(const ExpressionSample& sample) {
    ++summary.samples;
    summary.stopped = !onSample_(summary.layout, sample);
}

void ExpressionOutput::problem(qint64 line, const QString& reason) {
    if (++summary.problems <= options.maxProblems && onProblem_) {
        onProblem_({path_, line, reason});
    }
}

void ExpressionOutput::end() {
    const qint64 untold = summary.problems - options.maxProblems;
    if (untold > 0 && onProblem_) {
        onProblem_(
            {path_, 0,
             Import::tr("More lines of this file have problems: %1. They are not listed.").arg(untold)});
    }
}

void ExpressionOutput::reportProgress(qint64 done, qint64 total) const {
    context.report(done, total, Import::tr("Reading"));
}

bool looksLikeJson(const QByteArray& firstBytes) {
    const QByteArray text = firstBytes.startsWith("\xEF\xBB\xBF") ? firstBytes.mid(3) : firstBytes;
    const QByteArray trimmed = text.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[');
}

Result<ExpressionSummary> readExpressions(const QString& path, const ExpressionOptions& options,
                                          const ExpressionSink& onSample, const ProblemSink& onProblem,
                                          const JobContext& context) {
    QFile device(path);
    if (const Status opened = openText(device); !opened) {
        return opened.error();
    }
    ExpressionOutput output(path, options, onSample, onProblem, context);
    const bool json = looksLikeJson(device.peek(firstBytes));
    const Status status = json ? readExpressionJson(device, output) : readExpressionCsv(device, output);
    if (context.isCancelled()) {
        return Error::cancelled();
    }
    if (!status) {
        return status.error();
    }
    output.end();
    if (output.summary.samples == 0) {
        return Error::invalid(
            output.summary.problems > 0
                ? Import::tr("No row of the file could be read; the first problems say why.")
                : Import::tr("The file holds no row about a face. Check that the right file and stimulus "
                             "were chosen."));
    }
    return std::move(output.summary);
}

Result<ExpressionFormat> recognizeExpressionFile(const QString& path) {
    QFile device(path);
    if (const Status opened = openText(device); !opened) {
        return opened.error();
    }
    if (looksLikeJson(device.peek(firstBytes))) {
        return recognizeExpressionJson(device);
    }
    const Result<FoundHeader> header = findHeader(device, std::nullopt);
    return header ? Result<ExpressionFormat>(header->format) : header.error();
}

} // namespace moderato::interchange
