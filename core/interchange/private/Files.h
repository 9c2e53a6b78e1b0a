#pragma once

#include "core/interchange/ContentReader.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace moderato::interchange {

enum class FileFormat { Jsonl, Csv, Article, Media };

struct FoundFile {
    QString path; ///< Absolute, clean.
    FileFormat format = FileFormat::Media;
    qint64 bytes = 0;
};

struct FoundFiles {
    std::vector<FoundFile> files; ///< Records first, then articles, then media; in sorted order within each.
    std::vector<ReadProblem> problems;
    qint64 ignored = 0;
};

/// What an import of these paths reads: folders are walked, files named one by one are taken whatever they
/// are called.
FoundFiles findFiles(const QStringList& paths, const JobContext& context);

/// By the first bytes: what FFmpeg or a picture reader would open. Nothing where it looks like none of them.
std::optional<MediaType> mediaTypeByContent(const QString& path);
/// By the ending of the name.
bool hasMediaName(const QString& path);

/// A media reference in a record or an article as an absolute path; an error's message says why it is none
/// (an address, a path with control characters).
Result<QString> resolveMediaPath(const QString& reference, const QString& folder);

/// `options.inspect`, or a look at the first bytes; with a sentence where the file is not there or empty.
MediaFinding inspectMedia(const QString& path, const ReadOptions& options);

} // namespace moderato::interchange
