#include "core/interchange/ContentReader.h"

#include "core/interchange/private/Files.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/Readers.h"

#include <QDir>
#include <QFileInfo>

namespace moderato::interchange {

namespace {

void readFile(const FoundFile& file, bool fromFolder, Sink& sink) {
    switch (file.format) {
    case FileFormat::Jsonl:
        readJsonl(file.path, fromFolder, sink);
        break;
    case FileFormat::Csv:
        readCsv(file.path, sink);
        break;
    case FileFormat::Article:
        readArticle(file.path, sink);
        break;
    case FileFormat::Media:
        readMedia(file.path, sink);
        break;
    }
    if (sink.goesOn()) {
        sink.endFile(file.path);
    }
}

bool anyExists(const QStringList& paths) {
    for (const QString& path : paths) {
        if (QFileInfo::exists(path)) {
            return true;
        }
    }
    return false;
}

} // namespace

Result<ReadSummary> readContent(const QStringList& paths, const ReadOptions& options, const ReadSink& give,
                                const JobContext& context) {
    if (!anyExists(paths)) {
        return Error::notFound(
            paths.isEmpty()
                ? Import::tr("Nothing to import was named. Name a file or a folder.")
                : Import::tr("There is no such file or folder: %1. Check the path.").arg(paths.join(", ")));
    }
    Sink sink(options, give, context);
    sink.step = Import::tr("Reading");
    const FoundFiles found = findFiles(paths, context);
    sink.summary.ignoredFiles = found.ignored;
    for (const ReadProblem& problem : found.problems) {
        if (sink.goesOn()) {
            sink.problem(problem.file, problem.line, problem.reason);
        }
    }
    sink.endFile({});
    for (const FoundFile& file : found.files) {
        sink.totalBytes += file.bytes;
    }
    QStringList named;
    for (const QString& path : paths) {
        named << QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    }
    for (const FoundFile& file : found.files) {
        if (!sink.goesOn()) {
            break;
        }
        readFile(file, !named.contains(file.path), sink);
        sink.doneBytes += file.bytes;
        sink.reportProgress(0);
    }
    if (context.isCancelled()) {
        return Error::cancelled();
    }
    return sink.summary;
}

} // namespace moderato::interchange
