#include "core/usecases/TagLibrary.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/TopicLibraryRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/TrendFile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace moderato::usecases {

using domain::Topic;
using storage::Connection;
using storage::TopicLibraryRepository;
using storage::TopicRepository;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TagLibrary)
};

constexpr std::size_t indexedAtOnce = 200;
constexpr std::size_t trendsAtOnce = 500;

Result<Topic> known(Connection& connection, const QString& name) {
    const auto topic = TopicRepository(connection).byName(name);
    if (!topic.ok()) {
        return topic.error();
    }
    if (!*topic) {
        return Error::notFound(
            QCoreApplication::translate("TagLibrary",
                                        "There is no topic “%1”; “moderato tags list” shows those there are.")
                .arg(name));
    }
    return **topic;
}

bool fits(const Topic& topic, const QString& key) {
    return key.isEmpty() || storage::topicKey(topic.name).contains(key) ||
           std::any_of(topic.synonyms.begin(), topic.synonyms.end(),
                       [&](const QString& synonym) { return storage::topicKey(synonym).contains(key); });
}

TagChange changeOf(const TopicLibraryRepository::Change& change) {
    return {TagChange::Kind(int(change.kind)), change.before, change.after, change.person, change.at};
}

} // namespace

QString toCode(TagChange::Kind kind) {
    switch (kind) {
    case TagChange::Kind::Add:
        return QStringLiteral("add");
    case TagChange::Kind::Rename:
        return QStringLiteral("rename");
    case TagChange::Kind::Merge:
        return QStringLiteral("merge");
    case TagChange::Kind::Retire:
        return QStringLiteral("retire");
    case TagChange::Kind::Restore:
        break;
    }
    return QStringLiteral("restore");
}

Result<std::vector<TagRow>> TagLibrary::list(const TagFilter& filter, const QString& person) const {
    TopicLibraryRepository topics(library_.reader());
    auto entries = topics.entries();
    const auto favourites = topics.favourites(person);
    if (!entries.ok() || !favourites.ok()) {
        return entries.ok() ? favourites.error() : entries.error();
    }
    std::unordered_set<qint64> liked;
    for (const domain::TopicId id : *favourites) {
        liked.insert(id.value);
    }
    const QString key = storage::topicKey(filter.text);
    std::vector<TagRow> rows;
    for (auto& entry : *entries) {
        const bool part = filter.part == TagFilter::Part::All ||
                          entry.topic.retiredAt.has_value() == (filter.part == TagFilter::Part::Retired);
        if (part && fits(entry.topic, key)) {
            const bool isFavourite = liked.contains(entry.topic.id.value);
            rows.push_back({std::move(entry.topic), entry.trendingAt, entry.weight, isFavourite});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TagRow& a, const TagRow& b) {
        return std::tuple(-a.topic.useCount, a.topic.name) < std::tuple(-b.topic.useCount, b.topic.name);
    });
    return rows;
}

Result<Topic> TagLibrary::find(const QString& name) const {
    return known(library_.reader(), name);
}

Result<Topic> TagLibrary::add(const QString& name, const QString& person) {
    return library_.writeAndWait([&](Connection& connection) -> Result<Topic> {
        const auto id = TopicLibraryRepository(connection).add(name, person, clock_.now());
        return id.ok() ? TopicRepository(connection).find(*id) : Result<Topic>(id.error());
    });
}

Result<Topic> TagLibrary::rename(const QString& name, const QString& newName, const QString& person) {
    std::vector<domain::ContentId> items;
    auto topic = library_.writeAndWait([&](Connection& connection) -> Result<Topic> {
        const auto old = known(connection, name);
        if (!old.ok()) {
            return old;
        }
        TopicLibraryRepository topics(connection);
        if (const Status done = topics.rename(old->id, newName, person, clock_.now()); !done.ok()) {
            return done.error();
        }
        auto found = topics.itemsOf(old->id);
        if (!found.ok()) {
            return found.error();
        }
        items = std::move(*found);
        return TopicRepository(connection).find(old->id);
    });
    const Status indexed = topic.ok() ? refresh(items) : Status();
    return indexed.ok() ? topic : Result<Topic>(indexed.error());
}

Result<Topic> TagLibrary::merge(const QString& name, const QString& into, const QString& person) {
    std::vector<domain::ContentId> items;
    auto topic = library_.writeAndWait([&](Connection& connection) -> Result<Topic> {
        const auto from = known(connection, name);
        const auto to = known(connection, into);
        if (!from.ok() || !to.ok()) {
            return from.ok() ? to : from;
        }
        TopicLibraryRepository topics(connection);
        auto found = topics.itemsOf(from->id);
        if (!found.ok()) {
            return found.error();
        }
        items = std::move(*found);
        const Status done = topics.merge(from->id, to->id, person, clock_.now());
        return done.ok() ? TopicRepository(connection).find(to->id) : Result<Topic>(done.error());
    });
    const Status indexed = topic.ok() ? refresh(items) : Status();
    return indexed.ok() ? topic : Result<Topic>(indexed.error());
}

Result<Topic> TagLibrary::retire(const QString& name, const QString& person) {
    return library_.writeAndWait([&](Connection& connection) -> Result<Topic> {
        const auto topic = known(connection, name);
        if (!topic.ok()) {
            return topic;
        }
        const Status done = TopicLibraryRepository(connection).retire(topic->id, person, clock_.now());
        return done.ok() ? TopicRepository(connection).find(topic->id) : Result<Topic>(done.error());
    });
}

Result<Topic> TagLibrary::restore(const QString& name, const QString& person) {
    return library_.writeAndWait([&](Connection& connection) -> Result<Topic> {
        const auto topic = known(connection, name);
        if (!topic.ok()) {
            return topic;
        }
        const Status done = TopicLibraryRepository(connection).restore(topic->id, person, clock_.now());
        return done.ok() ? TopicRepository(connection).find(topic->id) : Result<Topic>(done.error());
    });
}

Status TagLibrary::setFavourite(const QString& name, const QString& person, bool on) {
    return library_.writeAndWait(
        [&](Connection& connection) -> Status {
            const auto topic = known(connection, name);
            return topic.ok() ? TopicLibraryRepository(connection).setFavourite(topic->id, person, on)
                              : Status(topic.error());
        },
        storage::Durability::Normal);
}

Result<std::optional<TagChange>> TagLibrary::lastChange() const {
    const auto change = TopicLibraryRepository(library_.reader()).lastChange();
    if (!change.ok()) {
        return change.error();
    }
    return *change ? std::optional(changeOf(**change)) : std::nullopt;
}

Result<TagChange> TagLibrary::undo() {
    std::vector<domain::ContentId> items;
    auto undone = library_.writeAndWait([&](Connection& connection) -> Result<TagChange> {
        TopicLibraryRepository topics(connection);
        const auto change = topics.lastChange();
        if (!change.ok()) {
            return change.error();
        }
        if (!*change) {
            return Error::notFound(Text::tr("Nothing was done to the topics that could be taken back."));
        }
        if (const Status done = topics.undo(**change, clock_.now()); !done.ok()) {
            return done.error();
        }
        auto found = topics.itemsOf((*change)->topic);
        if (!found.ok()) {
            return found.error();
        }
        items = std::move(*found);
        return changeOf(**change);
    });
    const Status indexed = undone.ok() ? refresh(items) : Status();
    return indexed.ok() ? undone : Result<TagChange>(indexed.error());
}

/// In small writes, so that a person's decision never waits long for its turn.
Status TagLibrary::refresh(const std::vector<domain::ContentId>& items) {
    for (std::size_t begin = 0; begin < items.size(); begin += indexedAtOnce) {
        const auto end = items.begin() + std::ptrdiff_t(std::min(begin + indexedAtOnce, items.size()));
        const std::vector<domain::ContentId> some(items.begin() + std::ptrdiff_t(begin), end);
        const Status done = library_.writeAndWait(
            [&](Connection& connection) { return storage::ContentRepository(connection).refreshIndex(some); },
            storage::Durability::Normal);
        if (!done.ok()) {
            return done;
        }
    }
    return {};
}

Result<TrendReport> TagLibrary::importTrends(const QString& path, const QString& list,
                                             const JobContext& context) {
    const auto file = readTrendFile(path);
    if (!file.ok()) {
        return file.error();
    }
    TrendReport report;
    report.list = list.isEmpty() ? QFileInfo(path).completeBaseName() : list;
    report.problems = file->problems;
    const Timestamp now = clock_.now();
    std::unordered_set<qint64> seen;
    const auto take = [&](Connection& connection, const Trend& trend) -> Status {
        TopicRepository topics(connection);
        const auto before = topics.byName(trend.name);
        if (!before.ok()) {
            return before.error();
        }
        const auto id = topics.findOrCreate(trend.name, now);
        if (!id.ok()) {
            return id.error();
        }
        if (seen.insert(id->value).second) {
            ++report.listed;
            report.made += *before ? 0 : 1;
            report.retired += *before && (*before)->retiredAt ? 1 : 0;
        }
        return TopicLibraryRepository(connection)
            .addTrend(*id, report.list, trend.at.value_or(now), trend.weight);
    };
    for (std::size_t begin = 0; begin < file->trends.size(); begin += trendsAtOnce) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        context.report(qint64(begin), qint64(file->trends.size()), Text::tr("Reading trends"));
        const Status written = library_.writeAndWait([&](Connection& connection) -> Status {
            for (std::size_t i = begin; i < std::min(begin + trendsAtOnce, file->trends.size()); ++i) {
                if (Status one = take(connection, file->trends[i]); !one.ok()) {
                    return one;
                }
            }
            return {};
        });
        if (!written.ok()) {
            return written.error();
        }
    }
    return report;
}

Result<domain::TrendsRemoved> TagLibrary::removeTrends(const QString& list) {
    return library_.writeAndWait([&](Connection& connection) -> Result<domain::TrendsRemoved> {
        TopicLibraryRepository topics(connection);
        const auto lists = topics.trendLists();
        if (!lists.ok()) {
            return lists.error();
        }
        if (!lists->contains(list)) {
            return Error::notFound(lists->isEmpty()
                                       ? Text::tr("No list of trends was imported.")
                                       : Text::tr("There is no list of trends “%1”; there are: %2.")
                                             .arg(list, lists->join(QStringLiteral(", "))));
        }
        return topics.removeTrends(list, clock_.now());
    });
}

} // namespace moderato::usecases
