#include "core/usecases/NearDuplicates.h"

#include "core/storage/AnalysisRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/KnownHashRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/usecases/DecisionEffects.h"
#include "core/usecases/GroupUpdate.h"
#include "core/usecases/ItemTraits.h"
#include "core/usecases/KnownHashes.h"
#include "core/usecases/MediaExtractor.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMutex>

#include <algorithm>

namespace moderato::usecases {

using domain::ContentId;
using domain::Decision;
using storage::Connection;
using storage::DuplicateRepository;
using storage::Durability;
using Kind = Decision::Kind;

namespace {

constexpr int membersShown = 200;
/// The others of a large group are told by their likeness to its first.
constexpr std::size_t comparedOneByOne = 24;
constexpr int groupLimit = 100'000;
constexpr std::size_t hashesAtOnce = 1000;
constexpr int itemsAtOnce = 64;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(NearDuplicates)
};

/// The verdict on one item as a draft for another one.
Result<DecisionDraft> draftFor(Connection& connection, const DuplicateRepository::Member& member,
                               const Decision& verdict, const QString& person) {
    DecisionDraft draft;
    draft.content = member.content;
    draft.kind = verdict.kind;
    if (verdict.kind != Kind::Disallow) {
        draft.kind = member.category == verdict.category ? Kind::Confirm : Kind::Correct;
    }
    draft.person = person;
    draft.category = verdict.category;
    draft.topics = verdict.topics;
    draft.reason = verdict.reason;
    draft.note = Text::tr("Near duplicate of item %1: follows decision %2.")
                     .arg(verdict.content.value)
                     .arg(verdict.id.value);
    const auto entry = storage::ReviewQueueRepository(connection).find(member.content);
    if (!entry.ok()) {
        return entry.error();
    }
    if (*entry) {
        draft.queueReason = domain::toCode((*entry)->reason);
    }
    return draft;
}

Result<std::vector<ContentId>> decideGroup(Connection& connection, ContentId content, const QString& person,
                                           Timestamp now) {
    DuplicateRepository duplicates(connection);
    const auto verdict = verdictOn(connection, content);
    const auto self = duplicates.find(content);
    if (!verdict.ok() || !self.ok()) {
        return verdict.ok() ? self.error() : verdict.error();
    }
    if (!*verdict) {
        return Error::invalid(Text::tr("Nothing is decided on this item yet; decide on it first."));
    }
    if (!*self || (*self)->isException) {
        return Error::invalid(Text::tr("This item is in no group."));
    }
    const auto members = duplicates.group((*self)->leader, groupLimit);
    if (!members.ok()) {
        return members.error();
    }
    std::vector<ContentId> decided;
    for (const DuplicateRepository::Member& member : *members) {
        if (member.content == content || member.isException) {
            continue;
        }
        const auto known = verdictOn(connection, member.content);
        if (!known.ok()) {
            return known.error();
        }
        if (*known) {
            continue;
        }
        const auto draft = draftFor(connection, member, **verdict, person);
        if (!draft.ok()) {
            return draft.error();
        }
        if (const auto written = writeDecision(connection, *draft, now); !written.ok()) {
            return written.error();
        }
        decided.push_back(member.content);
    }
    return decided;
}

/// One pass at a time in this process, whoever asks for it: two would both begin a group with the same items.
QMutex& updating() {
    static QMutex mutex;
    return mutex;
}

} // namespace

NearDuplicates::NearDuplicates(storage::Library& library, const Clock& clock)
    : library_(library)
    , clock_(clock) {}

Result<qint64> NearDuplicates::update(const JobContext& context) {
    const QMutexLocker lock(&updating());
    if (const Status updated = GroupUpdate(library_, clock_).run(context); !updated.ok()) {
        return updated.error();
    }
    return DuplicateRepository(library_.reader()).groupCount();
}

Result<DuplicateView> NearDuplicates::of(ContentId content) const {
    Connection& reader = library_.reader();
    DuplicateRepository duplicates(reader);
    const auto self = duplicates.find(content);
    const auto known = storage::KnownHashRepository(reader).matches(content);
    if (!self.ok() || !known.ok()) {
        return self.ok() ? known.error() : self.error();
    }
    DuplicateView view;
    for (const auto& match : *known) {
        view.known.push_back({match.list, match.label, match.distance, match.share});
    }
    if (!*self) {
        return view;
    }
    view.isAnalysed = true;
    const auto members = duplicates.group((*self)->leader, membersShown);
    const auto traits = traitsOf(reader, content);
    if (!members.ok() || !traits.ok()) {
        return members.ok() ? traits.error() : members.error();
    }
    for (const DuplicateRepository::Member& member : *members) {
        if (member.content == content) {
            continue;
        }
        // Two members are like the group's first, and mostly like each other; else the weaker link is said.
        Resemblance alike{std::min(member.similarity, (*self)->similarity),
                          std::max(member.distance, (*self)->distance)};
        if (view.members.size() < comparedOneByOne) {
            const auto other = traitsOf(reader, member.content);
            if (!other.ok()) {
                return other.error();
            }
            alike = resemblance(*traits, *other).value_or(alike);
        }
        view.members.push_back({member.content, member.title, member.kind, mediumFromCode(member.medium),
                                alike.similarity, alike.distance, member.decidedCategory, member.state,
                                member.isException});
    }
    std::stable_sort(
        view.members.begin(), view.members.end(),
        [](const NearDuplicate& a, const NearDuplicate& b) { return a.similarity > b.similarity; });
    return view;
}

Status NearDuplicates::setException(ContentId content, bool isException) {
    return library_.writeAndWait([&](Connection& connection) {
        return DuplicateRepository(connection).setException(content, isException, clock_.now());
    });
}

Result<std::vector<ContentId>> NearDuplicates::decideAlike(ContentId content, const QString& person) {
    return library_.writeAndWait(
        [&](Connection& connection) { return decideGroup(connection, content, person, clock_.now()); });
}

Result<std::vector<std::vector<ContentId>>> NearDuplicates::groups(ContentId after, int limit) const {
    DuplicateRepository duplicates(library_.reader());
    const auto leaders = duplicates.groups(after, limit);
    if (!leaders.ok()) {
        return leaders.error();
    }
    std::vector<std::vector<ContentId>> groups;
    for (const ContentId leader : *leaders) {
        const auto members = duplicates.group(leader, membersShown);
        if (!members.ok()) {
            return members.error();
        }
        std::vector<ContentId>& group = groups.emplace_back();
        for (const DuplicateRepository::Member& member : *members) {
            group.push_back(member.content);
        }
    }
    return groups;
}

Result<HashImportReport> NearDuplicates::importHashes(const QString& path, const QString& name,
                                                      const JobContext& context) {
    const auto file = readKnownHashes(path, [&context] { return context.isCancelled(); });
    if (!file.ok()) {
        return file.error();
    }
    HashImportReport report;
    report.name = name.isEmpty() ? QFileInfo(path).completeBaseName() : name;
    report.problems = file->problems;
    KnownHashList list(report.name, file->isVideo);
    const auto id = library_.writeAndWait(
        [&](Connection& connection) {
            return storage::KnownHashRepository(connection).begin(report.name, file->isVideo, clock_.now());
        },
        Durability::Normal);
    if (!id.ok()) {
        return id.error();
    }
    for (std::size_t begin = 0; begin < file->lines.size(); begin += hashesAtOnce) {
        std::vector<storage::KnownHashRepository::Hash> hashes;
        for (std::size_t i = begin; i < std::min(begin + hashesAtOnce, file->lines.size()); ++i) {
            const KnownHashFile::Line& line = file->lines[i];
            hashes.push_back({toBytes(line.hash), line.quality, line.label});
            list.add(line.hash, line.quality, line.label);
        }
        const Status added =
            context.isCancelled()
                ? Status(Error::cancelled())
                : library_.writeAndWait(
                      [&](Connection& connection) {
                          return storage::KnownHashRepository(connection).add(*id, qint64(begin), hashes);
                      },
                      Durability::Normal);
        if (!added.ok()) {
            (void)removeHashList(report.name);
            return added.error();
        }
        context.report(qint64(begin), qint64(file->lines.size()), Text::tr("Reading known hashes"));
    }
    report.hashes = list.size();
    const Status finished = library_.writeAndWait([&](Connection& connection) {
        return storage::KnownHashRepository(connection).finish(*id, report.hashes);
    });
    if (!finished.ok()) {
        return finished.error();
    }
    const auto matches = matchAll(*id, list, context);
    if (!matches.ok()) {
        return matches.error();
    }
    report.matches = *matches;
    return report;
}

Result<qint64> NearDuplicates::matchAll(qint64 id, const KnownHashList& list, const JobContext& context) {
    qint64 matches = 0;
    qint64 seen = 0;
    for (ContentId after;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        const auto items = storage::MediaFileRepository(library_.reader()).itemsAfter(after, itemsAtOnce);
        if (!items.ok()) {
            return items.error();
        }
        if (items->empty()) {
            return matches;
        }
        after = items->back();
        std::vector<std::pair<ContentId, KnownHashList::Hit>> hits;
        for (const ContentId item : *items) {
            const auto traits = mediaTraitsOf(library_.reader(), item);
            if (!traits.ok()) {
                return traits.error();
            }
            if (const auto hit = list.match(*traits)) {
                hits.emplace_back(item, *hit);
            }
        }
        const Status flagged = library_.writeAndWait(
            [&](Connection& connection) -> Status {
                for (const auto& [item, hit] : hits) {
                    const auto one = flagKnown(connection, item, id, list.name(), hit, clock_.now());
                    if (!one.ok()) {
                        return one.error();
                    }
                }
                return {};
            },
            Durability::Normal);
        if (!flagged.ok()) {
            return flagged.error();
        }
        matches += qint64(hits.size());
        context.report(seen += qint64(items->size()), 0, Text::tr("Matching known hashes"));
    }
}

Result<std::vector<HashList>> NearDuplicates::hashLists() const {
    const auto lists = storage::KnownHashRepository(library_.reader()).lists();
    if (!lists.ok()) {
        return lists.error();
    }
    std::vector<HashList> found;
    for (const auto& list : *lists) {
        found.push_back({list.name, list.hashes, list.importedAt});
    }
    return found;
}

Status NearDuplicates::removeHashList(const QString& name) {
    const auto removed = library_.writeAndWait(
        [&](Connection& connection) { return storage::KnownHashRepository(connection).remove(name); });
    if (!removed.ok()) {
        return removed.error();
    }
    return *removed ? Status()
                    : Status(Error::notFound(Text::tr("There is no list “%1” of known hashes.").arg(name)));
}

} // namespace moderato::usecases
