#include "core/interchange/private/Files.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonLine.h"
#include "core/interchange/private/LineReader.h"
#include "core/interchange/private/Readers.h"
#include "core/interchange/private/Record.h"

#include <QFile>
#include <QFileInfo>

namespace moderato::interchange {

namespace {

bool isMatchResult(const QJsonObject& object) {
    return object.contains("item") && object.contains("reader") && object.contains("features") &&
           !object.contains("title") && !object.contains("body") && !object.contains("media");
}

class JsonlFile {
public:
    JsonlFile(const QString& path, bool fromFolder, Sink& sink)
        : path_(path)
        , folder_(QFileInfo(path).path())
        , fromFolder_(fromFolder)
        , sink_(sink) {}

    /// False where the rest of the file is not to be read.
    bool takeLine(const LineReader::Line& line) {
        if (line.tooLong) {
            return sink_.problem(
                path_, line.number,
                Import::tr("This line is longer than %1 MB and was passed over. Write one item on one line.")
                    .arg(sink_.options.maxLineBytes >> 20));
        }
        if (line.bytes.trimmed().isEmpty()) {
            return true;
        }
        const Result<QJsonObject> object = parseJsonLine(line.bytes);
        if (!object) {
            return sink_.problem(path_, line.number, object.error().message);
        }
        if (isMatchResult(*object)) {
            return takeMatchResult(line.number);
        }
        Result<domain::Content> content = contentFromRecord(*object, folder_, sink_.options);
        if (!content) {
            return sink_.problem(path_, line.number, content.error().message);
        }
        anyItem_ = true;
        noteMedia(*content, sink_);
        return sink_.itemAt(path_, line.number, *std::move(content));
    }

private:
    bool takeMatchResult(qint64 line) {
        if (anyItem_) {
            return sink_.problem(path_, line,
                                 Import::tr("This line is a reader's match result and not an item."));
        }
        sink_.summary.matchResultFiles << path_;
        if (!fromFolder_) {
            sink_.problem(
                path_, 0,
                Import::tr(
                    "This file holds readers' match results and no items. Import it as reader sessions."));
        }
        return false;
    }

    const QString path_;
    const QString folder_;
    const bool fromFolder_;
    Sink& sink_;
    bool anyItem_ = false;
};

} // namespace

void readJsonl(const QString& path, bool fromFolder, Sink& sink) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        sink.problem(path, 0, Import::tr("The file cannot be opened: %1.").arg(device.errorString()));
        return;
    }
    if (const QString reason = notTextReason(device.peek(4096)); !reason.isEmpty()) {
        sink.problem(path, 0, reason);
        return;
    }
    JsonlFile file(path, fromFolder, sink);
    LineReader lines(device, sink.options.maxLineBytes);
    LineReader::Line line;
    const auto keepGoing = [&] {
        sink.reportProgress(lines.bytesRead());
        return sink.goesOn();
    };
    bool any = false;
    while (sink.goesOn() && lines.next(line, keepGoing)) {
        any = true;
        if (!file.takeLine(line)) {
            return;
        }
    }
    if (!any && sink.goesOn()) {
        sink.problem(path, 0, Import::tr("The file is empty."));
    }
}

} // namespace moderato::interchange
