#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace moderato::interchange {

/// Something that could not be taken in. The rest of the file goes on.
struct ReadProblem {
    QString file;
    qint64 line = 0; ///< 1 is the first; 0: the file as a whole.
    QString reason;  ///< A sentence: what is wrong and what to do.

    bool operator==(const ReadProblem&) const = default;
};

/// Either an item or why there is none.
using ReadItem = std::variant<domain::Content, ReadProblem>;

enum class MediaType { Video, Audio, Picture };

/// What a look into a media file found: its type, or a sentence about what is wrong with it. A file that
/// opens but is damaged has both.
struct MediaFinding {
    std::optional<MediaType> type;
    QString problem;
};

struct ReadOptions {
    /// Looks into a media file; the use case gives media::DecoderProcess here, because this room does not
    /// know the media room. Without it a file is judged by its first bytes alone.
    std::function<MediaFinding(const QString& path)> inspect;
    qint64 maxLineBytes =
        qint64(16) << 20; ///< A longer JSONL line or CSV record is a problem and is not kept in memory.
    qint64 maxArticleBytes = qint64(16) << 20; ///< Of a .txt, .md or .html file.
    int maxProblemsAFile = 1000;               ///< Then one last problem says how many more there are.
};

struct ReadSummary {
    qint64 items = 0;
    qint64 problems = 0;
    qint64 ignoredFiles = 0; ///< In folders: neither records nor an article nor media (scripts, README, …).
    QStringList matchResultFiles; ///< JSONL files of readers' match results: see MatchResults.h.
    bool stopped = false;         ///< The sink said so.
};

/// Called on the reading thread for every item and every problem in order; false ends the reading.
using ReadSink = std::function<bool(ReadItem)>;

/// Reads folders, JSONL, CSV, articles (.txt .md .html) and media into values, streaming. Media paths in the
/// values are absolute and not yet hashed (`sha256` empty, `bytes` set where the file is there); an item
/// whose media is missing or unusable is still an item, with `mediaProblem` set. Media that a record or an
/// article of the same import refers to is not given a second time as a bare file. Folders are read in sorted
/// order, hidden files and links that lead out of the folder are left out. Fails only where no path can be
/// read at all, or with Cancelled. Thread-safe.
Result<ReadSummary> readContent(const QStringList& paths, const ReadOptions& options, const ReadSink& sink,
                                const JobContext& context);

} // namespace moderato::interchange
