#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/storage/KnownHashRepository.h"
#include "core/usecases/Resemblance.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace moderato::storage {
class Connection;
}

namespace moderato::usecases {

/// One list of hashes of known material, in memory, for matching. The frames of one video (vPDQ) match a
/// video as near duplicates do: by the share of the shorter. A list of pictures matches an item when any of
/// its good pictures or frames is within 31 bits of one of them.
class KnownHashList {
public:
    KnownHashList(QString name, bool isVideo)
        : name_(std::move(name))
        , isVideo_(isVideo) {}

    static Result<KnownHashList> read(storage::Connection& connection,
                                      const storage::KnownHashRepository::List& list);
    void add(const features::PdqHash& hash, int quality, const QString& label);

    const QString& name() const { return name_; }
    bool isVideo() const { return isVideo_; }
    qint64 size() const { return qint64(hashes_.size()); }

    struct Hit {
        QString label;
        int distance = 0; ///< Of the closest.
        double share = 1; ///< Of the item's good frames (pictures) that match.
    };
    std::optional<Hit> match(const Traits& traits) const;

private:
    std::optional<Hit> closest(const std::vector<features::PdqHash>& queries, int queriesEach) const;

    QString name_;
    bool isVideo_;
    std::vector<features::PdqHash> hashes_;
    std::vector<int> qualities_;
    QStringList labels_; ///< As many as hashes, or none where no hash has one.
};

/// A file of hashes, read line by line.
struct KnownHashFile {
    struct Line {
        features::PdqHash hash;
        int quality = 100;
        QString label;
    };
    bool isVideo = false; ///< All lines are vPDQ's.
    std::vector<Line> lines;
    QStringList problems; ///< With line numbers; the first 100, then how many more.
};

/// `hex`, `hex,label`, vPDQ's `frame,quality,hex,timestamp`, or a table with a header line of which one
/// column holds the hashes and others a label (as ThreatExchange and its tools write). Error: it cannot be
/// read, or there is no hash in it.
Result<KnownHashFile> readKnownHashes(const QString& path, const std::function<bool()>& isCancelled);

/// Keeps the match and, where it is new and no person judged it before, flags the item ("known-hash") and
/// puts it into the queue first. Within a write. → whether the item is flagged now
Result<bool> flagKnown(storage::Connection& connection, domain::ContentId content, qint64 list,
                       const QString& listName, const KnownHashList::Hit& hit, Timestamp now);

} // namespace moderato::usecases
