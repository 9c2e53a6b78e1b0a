#include "core/interchange/MatchResults.h"

#include "core/domain/Category.h"
#include "core/interchange/private/FieldReader.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonLine.h"
#include "core/interchange/private/LineReader.h"

#include <QFile>

namespace moderato::interchange {

namespace {

constexpr qint64 maxLineBytes = qint64(1) << 20;

Result<MatchResult> matchResultFrom(const QByteArray& line) {
    const Result<QJsonObject> object = parseJsonLine(line);
    if (!object) {
        return object.error();
    }
    FieldReader fields(*object);
    MatchResult result;
    result.item = fields.textOrNumber("item");
    result.reader = fields.textOrNumber("reader");
    result.category = domain::categoryCode(fields.text("category"));
    result.features = fields.texts("features");
    result.startedAt = fields.time("started_at");
    if (!fields.has("features")) {
        fields.fail("features", Import::tr("is missing."));
    }
    if (result.item.isEmpty()) {
        fields.fail("item", Import::tr("is missing."));
    }
    if (result.reader.isEmpty()) {
        fields.fail("reader", Import::tr("is missing."));
    }
    if (!fields.error().isEmpty()) {
        return Error::invalid(fields.error());
    }
    return result;
}

} // namespace

Result<ReadSummary> readMatchResults(const QString& path, const std::function<bool(MatchResultItem)>& sink,
                                     const JobContext& context) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(Import::tr("The file %1 cannot be opened: %2.").arg(path, device.errorString()));
    }
    if (const QString reason = notTextReason(device.peek(4096)); !reason.isEmpty()) {
        return Error::invalid(reason);
    }
    ReadSummary summary;
    LineReader lines(device, maxLineBytes);
    LineReader::Line line;
    const auto keepGoing = [&] {
        context.report(lines.bytesRead(), device.size(), Import::tr("Reading"));
        return !context.isCancelled();
    };
    while (!summary.stopped && !context.isCancelled() && lines.next(line, keepGoing)) {
        if (!line.tooLong && line.bytes.trimmed().isEmpty()) {
            continue;
        }
        Result<MatchResult> result =
            line.tooLong ? Result<MatchResult>(
                               Error::invalid(Import::tr("This line is too long to be a match result.")))
                         : matchResultFrom(line.bytes);
        if (result) {
            ++summary.items;
            summary.stopped = !sink(*std::move(result));
        } else {
            ++summary.problems;
            summary.stopped = !sink(ReadProblem{path, line.number, result.error().message});
        }
    }
    if (context.isCancelled()) {
        return Error::cancelled();
    }
    return summary;
}

} // namespace moderato::interchange
