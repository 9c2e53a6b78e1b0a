#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/usecases/ExpressionFlags.h"
#include "core/usecases/ExpressionImport.h"
#include "core/usecases/Ingest.h"
#include "core/usecases/ItemExpressions.h"

#include <QStringList>

#include <vector>

namespace moderato::storage {
class Connection;
class Library;
} // namespace moderato::storage

namespace moderato::usecases {

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
    /// Match results as JSONL, stored in blocks: a cancelled import keeps the blocks that were written, and
    /// the same file again adds what is missing. Then the items are judged by the rule. Blocks; run it as a
    /// job.
    Result<Report> importFile(const QString& path, const JobContext& context,
                              const ExpressionRules& rules = {},
                              ExpressionRule rule = ExpressionRule::Document);

    struct FaceFile {
        QString path;
        domain::ContentId item;
        QString reader;
        std::optional<interchange::ExpressionFormat> format = {}; ///< Else it is recognised.
        QString mapping = {}; ///< A table over the library's own and the one that is shipped; empty: none.
        /// Take it although the alignment is doubtful or does not fit.
        bool acceptAnyway = false;
        ExpressionImportOptions options = {};
    };
    struct FaceSession {
        ExpressionFindings findings; ///< With the alignment: what people see before they accept.
        bool isAccepted = false;     ///< False: the alignment speaks against it, and nothing was stored.
        bool isNew = false;          ///< False: the same was there already.
        QString category;            ///< Of the item, whose set it is matched with.
        int matchResult = 0;
        bool isFlagged = false;
    };
    /// What another program measured of one reader's face in front of one item (S4.3): a session with its
    /// features, and how they go along the item's time. Blocks; run it as a job.
    Result<FaceSession> importFaceFile(const FaceFile& file, const JobContext& context,
                                       const ExpressionRules& rules = {});
    /// The same in two steps, for who wants to see what the file says before it is stored: `examined` is what
    /// the first gave for the same file. The second matches it with the set that the item's category has now.
    Result<FaceSession> examineFaceFile(const FaceFile& file, const JobContext& context) const;
    Result<FaceSession> storeFaceFile(const FaceFile& file, FaceSession examined, const JobContext& context,
                                      const ExpressionRules& rules = {});

    struct Flagging {
        qint64 items = 0;        ///< With readers that count.
        qint64 flagged = 0;      ///< Of them now with an open flag of the rule.
        Reliability reliability; ///< Of the sequential rule.
    };
    /// Judges every item that has readers. The sequential rule's findings are stored whichever rule raises
    /// the flags, so that both can be shown. Blocks; run it as a job.
    Result<Flagging> flag(ExpressionRule rule, const JobContext& context, const ExpressionRules& rules = {});

    struct Judged {
        domain::ContentId content;
        QString title;
        ItemExpressions expressions;
    };
    /// Items that have readers who count; one, or (nothing) all. Reads only.
    Result<std::vector<Judged>> judged(std::optional<domain::ContentId> item = {},
                                       const ExpressionRules& rules = {}) const;

    /// Deletes a reader's sessions for good (S4.9) and brings everything that was made of them to what it is
    /// without them: flags, states, queue, findings. → sessions
    Result<qint64> forgetReader(const QString& reader, const ExpressionRules& rules = {});

private:
    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
