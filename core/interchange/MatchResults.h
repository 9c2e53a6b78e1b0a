#pragma once

#include "core/interchange/ContentReader.h"

namespace moderato::interchange {

/// What one consenting reader's face showed on one item, as another program measured it (S4.3). Features are
/// codes of S4.1, as they stand in the file; whether they are known is the use case's to say.
struct MatchResult {
    QString item;     ///< The item's external id, number or fingerprint.
    QString reader;   ///< A pseudonym.
    QString category; ///< May be empty: the item's own.
    QStringList features;
    std::optional<Timestamp> startedAt;

    bool operator==(const MatchResult&) const = default;
};

using MatchResultItem = std::variant<MatchResult, ReadProblem>;

/// Reads JSONL lines `{item, reader, category, features[], started_at}`, streaming; a bad line is a problem
/// with its number. The sink's false ends the reading. Fails where the file cannot be opened, or with
/// Cancelled.
Result<ReadSummary> readMatchResults(const QString& path, const std::function<bool(MatchResultItem)>& sink,
                                     const JobContext& context);

} // namespace moderato::interchange
