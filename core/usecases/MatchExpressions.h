#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ReaderSession.h"
#include "core/usecases/Ingest.h"

#include <QStringList>

#include <vector>

namespace moderato::storage {
class Connection;
class Library;
} // namespace moderato::storage

namespace moderato::usecases {

/// When readers' results say that an item is not what its category says (S4.5).
struct ExpressionRules {
    int threshold = 0;       ///< A result below it speaks against the category.
    double shareBelow = 0.5; ///< The share of such results that flags the item.
    int countBelow = 0;      ///< Or their number; 0: only the share counts.
    int minimumReaders = 5;
};

/// S4.4: +1 for each distinct feature of the positive set, −1 for each of the negative one.
int matchResult(const QStringList& features, const domain::ExpressionSet& set);

/// S4.5. The interval is that of Student's t; with one reader it is the whole line, given as the mean.
domain::ExpressionAggregate aggregate(const std::vector<domain::ReaderSession>& sessions,
                                      const domain::ExpressionSet& set, int threshold = 0);
bool speaksAgainst(const domain::ExpressionAggregate& aggregate, const ExpressionRules& rules);

/// Takes in what readers' machines found (S4.8) and flags the items whose readers did not look as their
/// category should make them: the item is suspended and enters the review queue until a verdict (S4.6).
class MatchExpressions {
public:
    MatchExpressions(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    struct Report {
        qint64 imported = 0;
        qint64 flagged = 0;
        std::vector<IngestProblem> problems;
    };
    /// Match results as JSONL. Blocks; run it as a job.
    Result<Report> importFile(const QString& path, const JobContext& context,
                              const ExpressionRules& rules = {});

    /// Deletes a reader's sessions for good (S4.9). → how many
    Result<qint64> forgetReader(const QString& reader);

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
