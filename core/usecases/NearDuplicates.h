#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"
#include "core/usecases/Decide.h"

#include <QStringList>

#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

class KnownHashList;

/// One item beside another that looks, moves or reads nearly like it.
struct NearDuplicate {
    enum class Medium { Picture, Video, Text };

    domain::ContentId content;
    QString title;
    domain::ContentKind kind = domain::ContentKind::Article;
    Medium medium = Medium::Picture;
    double similarity = 0;   ///< 0…1: share of matching frames, 1 − distance ÷ 256, or Jaccard.
    int distance = -1;       ///< PDQ bits; −1: not a picture.
    QString decidedCategory; ///< Code; empty: not decided.
    domain::RecommendationState state = domain::RecommendationState::Active;
    bool isException = false; ///< A person said that it does not belong to the group.
};

QString toCode(NearDuplicate::Medium medium); ///< "picture", "video", "text"

/// A hash of known material that somebody else published.
struct KnownMatch {
    QString list;
    QString label;
    int distance = 0;
    double share = 0; ///< Of the item's frames that match; 1 for a picture.
};

struct DuplicateView {
    std::vector<NearDuplicate> members; ///< Without the item itself; the most similar first.
    std::vector<KnownMatch> known;
    bool isAnalysed = false; ///< False: not looked at yet.
};

struct HashList {
    QString name;
    qint64 hashes = 0;
    Timestamp importedAt;
};

struct HashImportReport {
    QString name;
    qint64 hashes = 0;
    qint64 matches = 0;   ///< Items of the library that match one of them; each is flagged.
    QStringList problems; ///< A line each, with its number.
};

/// Groups of near duplicates: PDQ for pictures, vPDQ for videos, MinHash for texts.
class NearDuplicates {
public:
    NearDuplicates(storage::Library& library, const Clock& clock);

    /// Compares what was analysed since the last time with everything. Blocks; run it as a job. → groups
    Result<qint64> update(const JobContext& context);
    /// Indexed reads; any thread.
    Result<DuplicateView> of(domain::ContentId content) const;
    /// Takes an item out of its group, or back into it.
    Status setException(domain::ContentId content, bool isException);
    /// The decision that holds on `content`, for every member of its group that is undecided and no
    /// exception: one chained decision an item, all in one transaction. → those decided
    Result<std::vector<domain::ContentId>> decideAlike(domain::ContentId content, const QString& person);

    /// Groups of two and more, each with its first member first, by that one's id, above `after`. For lists.
    Result<std::vector<std::vector<domain::ContentId>>> groups(domain::ContentId after, int limit) const;

    /// A file of hashes, one a line: `hex`, `hex,label`, vPDQ's `frame,quality,hex,timestamp`, or a table
    /// with a header. Matching items are flagged ("known-hash") and enter the queue first. A bad line is
    /// reported, the rest counts. A list of the same name is replaced.
    Result<HashImportReport> importHashes(const QString& path, const QString& name,
                                          const JobContext& context);
    Result<std::vector<HashList>> hashLists() const;
    Status removeHashList(const QString& name);

private:
    Result<qint64> matchAll(qint64 id, const KnownHashList& list, const JobContext& context);

    storage::Library& library_;
    const Clock& clock_;
};

} // namespace moderato::usecases
