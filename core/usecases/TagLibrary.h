#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/Topic.h"
#include "core/domain/TrendsRemoved.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}

namespace moderato::usecases {

/// A topic as the library lists it.
struct TagRow {
    domain::Topic topic;
    std::optional<Timestamp> trendingAt; ///< The newest list of trends that names it.
    std::optional<double> weight;        ///< There.
    bool isFavourite = false;
};

struct TagFilter {
    QString text; ///< In name or synonym; empty: all.
    enum class Part { Offered, Retired, All } part = Part::Offered;
};

/// What was done to the library, for "undone: …" and the like.
struct TagChange {
    enum class Kind { Add, Rename, Merge, Retire, Restore };
    Kind kind = Kind::Add;
    QString before, after; ///< Names; merge: the one that went into the other.
    QString person;
    Timestamp at;
};

struct TrendReport {
    QString list;
    qint64 listed = 0;    ///< Topics that the list names and the library now knows as trending.
    qint64 made = 0;      ///< Of them: new ones.
    qint64 retired = 0;   ///< Of them: retired, and left so.
    QStringList problems; ///< A sentence each, with the line's number.
};

/// The set of topics itself, which changes at any time without retraining (S2.9): old names stay as synonyms,
/// so that models and imports go on finding their topics; nothing that was given is lost. Reads from any
/// thread; changes block until they are on the disk, and are for one thread at a time.
class TagLibrary {
public:
    TagLibrary(storage::Library& library, const Clock& clock)
        : library_(library)
        , clock_(clock) {}

    /// The most used first.
    Result<std::vector<TagRow>> list(const TagFilter& filter, const QString& person) const;
    /// By name or synonym. NotFound says so.
    Result<domain::Topic> find(const QString& name) const;

    /// InvalidInput: the name is empty or taken.
    Result<domain::Topic> add(const QString& name, const QString& person);
    Result<domain::Topic> rename(const QString& name, const QString& newName, const QString& person);
    /// `name` becomes a synonym of `into`. → `into`
    Result<domain::Topic> merge(const QString& name, const QString& into, const QString& person);
    /// Not offered any more; what has it keeps it.
    Result<domain::Topic> retire(const QString& name, const QString& person);
    Result<domain::Topic> restore(const QString& name, const QString& person);
    Status setFavourite(const QString& name, const QString& person, bool on);
    /// What `undo` would take back; nothing: there is nothing.
    Result<std::optional<TagChange>> lastChange() const;
    /// Takes back the newest change that holds, whoever made it. NotFound: there is none.
    Result<TagChange> undo();

    /// A list of what is talked about: plain lines, CSV (with a header that has `name`, and `date`, `weight`
    /// where it likes), or JSONL objects with these keys. Names that are new become topics at once (S2.9). A
    /// bad line is told and skipped.
    Result<TrendReport> importTrends(const QString& path, const QString& list, const JobContext& context);
    /// Takes an import back: the list, and the topics that came with it and that no person touched since.
    /// NotFound: there is no such list.
    Result<domain::TrendsRemoved> removeTrends(const QString& list);

private:
    Status refresh(const std::vector<domain::ContentId>& items);

    storage::Library& library_;
    const Clock& clock_;
};

QString toCode(TagChange::Kind kind); ///< "add", "rename", "merge", "retire", "restore".

} // namespace moderato::usecases
