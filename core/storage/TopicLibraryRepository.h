#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/Topic.h"
#include "core/domain/TrendsRemoved.h"

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// What people do to the set of topics itself (S2.9): rename, merge, retire and bring back, each with a row
/// that says who and when, and that can be taken back; trending lists; favourites. The index of texts is
/// ContentRepository's: after a change it has to be told which items to read again (`itemsOf`).
class TopicLibraryRepository {
public:
    explicit TopicLibraryRepository(Connection& connection)
        : connection_(connection) {}

    struct Entry {
        domain::Topic topic;
        std::optional<Timestamp> trendingAt; ///< The newest list that names it.
        std::optional<double> weight;        ///< There.
    };
    /// Every topic but merged ones, retired ones too, by id.
    Result<std::vector<Entry>> entries();
    /// Grows whenever a topic is made, changed or taken back: for those who keep a copy.
    struct Revision {
        qint64 topics = 0, changes = 0, undone = 0, synonyms = 0, trends = 0;
        bool operator==(const Revision&) const = default;
    };
    Result<Revision> revision();

    struct Change {
        enum class Kind { Add, Rename, Merge, Retire, Restore };
        qint64 id = 0;
        Timestamp at;
        QString person;
        Kind kind = Kind::Add;
        domain::TopicId topic;
        domain::TopicId other; ///< Merge: what took its place.
        QString before, after; ///< Names.
    };
    /// InvalidInput: the name is empty or known already (also as a synonym).
    Result<domain::TopicId> add(const QString& name, const QString& person, Timestamp now);
    /// The old name stays as a synonym, so that imports and models still find it. InvalidInput: another topic
    /// has the name.
    Status rename(domain::TopicId id, const QString& name, const QString& person, Timestamp now);
    /// `id` becomes a synonym of `into`; what it was given to follows.
    Status merge(domain::TopicId id, domain::TopicId into, const QString& person, Timestamp now);
    Status retire(domain::TopicId id, const QString& person, Timestamp now);
    Status restore(domain::TopicId id, const QString& person, Timestamp now);
    /// The newest change that holds; nothing: there is none.
    Result<std::optional<Change>> lastChange();
    /// Takes a change back that is the newest. An added topic that was used since is retired.
    Status undo(const Change& change, Timestamp now);

    Status addTrend(domain::TopicId id, const QString& list, Timestamp listedAt,
                    std::optional<double> weight);
    Result<QStringList> trendLists();
    /// Takes a list of trends away, and the topics that came with it and that no person touched.
    Result<domain::TrendsRemoved> removeTrends(const QString& list, Timestamp now);

    Result<std::vector<domain::TopicId>> favourites(const QString& person);
    Status setFavourite(domain::TopicId id, const QString& person, bool on);

    /// Items that have the topic, given or decided.
    Result<std::vector<domain::ContentId>> itemsOf(domain::TopicId id);

private:
    Result<qint64> log(const Change& change, const QString& synonymMade = {},
                       const QString& synonymUsed = {});
    Status setRetired(domain::TopicId id, std::optional<Timestamp> at);
    Status recount(domain::TopicId id);
    Status undoRename(const Change& change);
    Status undoMerge(const Change& change);

    Connection& connection_;
};

} // namespace moderato::storage
