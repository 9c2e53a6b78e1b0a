#include "core/usecases/GroupUpdate.h"

#include "core/storage/Library.h"
#include "core/usecases/ItemTraits.h"

#include <QCoreApplication>

namespace moderato::usecases {

using domain::ContentId;
using storage::Connection;
using storage::DuplicateRepository;
using Medium = NearDuplicate::Medium;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(GroupUpdate)
};

constexpr int batchSize = 64;
constexpr int textCandidates = 100;

} // namespace

Status GroupUpdate::run(const JobContext& context) {
    qint64 done = 0;
    for (ContentId after;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        const auto ids = DuplicateRepository(library_.reader()).pending(after, batchSize);
        if (!ids.ok()) {
            return ids.error();
        }
        if (ids->empty()) {
            return {};
        }
        after = ids->back();
        const auto items = read(*ids);
        if (!items.ok()) {
            return items.error();
        }
        if (const Status matched = matchKnown(*items); !matched.ok()) {
            return matched;
        }
        if (const Status compared = compareBatch(*items); !compared.ok()) {
            return compared;
        }
        done += qint64(ids->size());
        context.report(done, 0, Text::tr("Comparing"));
    }
}

Result<std::vector<GroupUpdate::Item>> GroupUpdate::read(const std::vector<ContentId>& ids) {
    std::vector<Item> items;
    for (const ContentId id : ids) {
        auto traits = traitsOf(library_.reader(), id);
        if (!traits.ok()) {
            return traits.error();
        }
        Traits media = *traits;
        if (traits->medium == Medium::Text) { // An article's pictures may be known all the same.
            auto pictures = mediaTraitsOf(library_.reader(), id);
            if (!pictures.ok()) {
                return pictures.error();
            }
            media = std::move(*pictures);
        }
        items.push_back({id, std::move(*traits), std::move(media)});
    }
    return items;
}

Result<LeaderIndex*> GroupUpdate::index(Medium medium) {
    const auto known = indexes_.find(medium);
    if (known != indexes_.end()) {
        return &known->second;
    }
    auto leaders = leaderTraits(library_.reader(), medium);
    if (!leaders.ok()) {
        return leaders.error();
    }
    LeaderIndex& index = indexes_[medium];
    for (auto& [id, traits] : *leaders) {
        index.add(id.value, std::move(traits));
    }
    return &index;
}

Result<DuplicateRepository::Member> GroupUpdate::compareMedia(const Item& item) {
    DuplicateRepository::Member member;
    member.content = member.leader = item.id;
    member.medium = toCode(item.traits.medium);
    const auto leaders = index(item.traits.medium);
    if (!leaders.ok()) {
        return leaders.error();
    }
    if (const auto found = (*leaders)->find(item.traits)) {
        member.leader = ContentId{found->key};
        member.similarity = found->resemblance.similarity;
        member.distance = found->resemblance.distance;
    } else {
        (*leaders)->add(item.id.value, item.traits);
    }
    return member;
}

Result<DuplicateRepository::Member> GroupUpdate::compareText(Connection& connection, const Item& item) {
    DuplicateRepository::Member member;
    member.content = member.leader = item.id;
    member.medium = toCode(Medium::Text);
    if (item.traits.text.shingles < textMinimumShingles) {
        return member;
    }
    DuplicateRepository duplicates(connection);
    const std::vector<std::uint64_t> keys = features::bands(item.traits.text);
    const auto candidates = duplicates.sharingBands(keys, textCandidates);
    if (!candidates.ok()) {
        return candidates.error();
    }
    std::optional<Resemblance> best;
    for (const ContentId candidate : *candidates) {
        const auto stored = duplicates.sketch(candidate);
        if (!stored.ok()) {
            return stored.error();
        }
        const auto sketch = *stored ? sketchFrom(**stored) : std::nullopt;
        if (!sketch || candidate == item.id) {
            continue;
        }
        Traits other;
        other.text = *sketch;
        const auto alike = resemblance(item.traits, other);
        if (alike && (!best || alike->similarity > best->similarity)) {
            best = alike;
            member.leader = candidate;
            member.similarity = alike->similarity;
        }
    }
    if (!best) {
        if (const Status added = duplicates.addBands(item.id, keys); !added.ok()) {
            return added.error();
        }
    }
    return member;
}

/// A leader that was analysed anew meanwhile leads no group any more.
Status GroupUpdate::place(Connection& connection, DuplicateRepository::Member member) {
    DuplicateRepository duplicates(connection);
    if (member.leader != member.content) {
        const auto leader = duplicates.find(member.leader);
        if (!leader.ok()) {
            return leader.error();
        }
        if (!*leader || (*leader)->leader != member.leader) {
            member.leader = member.content;
            member.similarity = 1;
            member.distance = -1;
        }
    }
    return duplicates.place(member);
}

Status GroupUpdate::compareBatch(const std::vector<Item>& items) {
    std::vector<std::pair<const Item*, DuplicateRepository::Member>> placed;
    for (const Item& item : items) {
        DuplicateRepository::Member member;
        if (item.traits.medium != Medium::Text) {
            const auto compared = compareMedia(item);
            if (!compared.ok()) {
                return compared.error();
            }
            member = *compared;
        }
        placed.emplace_back(&item, member);
    }
    return library_.writeAndWait(
        [&](Connection& connection) -> Status {
            for (const auto& [item, found] : placed) {
                auto member = Result<DuplicateRepository::Member>(found);
                if (item->traits.medium == Medium::Text) {
                    member = compareText(connection, *item);
                }
                if (!member.ok()) {
                    return member.error();
                }
                if (Status done = place(connection, *member); !done.ok()) {
                    return done;
                }
            }
            return {};
        },
        storage::Durability::Normal);
}

Status GroupUpdate::readLists() {
    const auto lists = storage::KnownHashRepository(library_.reader()).lists();
    if (!lists.ok()) {
        return lists.error();
    }
    lists_.emplace();
    for (const auto& list : *lists) {
        auto known = KnownHashList::read(library_.reader(), list);
        if (!known.ok()) {
            return known.error();
        }
        lists_->emplace_back(list.id, std::move(*known));
    }
    return {};
}

Status GroupUpdate::matchKnown(const std::vector<Item>& items) {
    struct Found {
        ContentId item;
        qint64 list = 0;
        QString name;
        KnownHashList::Hit hit;
    };
    std::vector<Found> found;
    for (const Item& item : items) {
        if (item.media.frames.empty() && item.media.pictures.empty()) {
            continue;
        }
        if (!lists_) {
            if (const Status read = readLists(); !read.ok()) {
                return read;
            }
        }
        for (const auto& [id, list] : *lists_) {
            if (auto hit = list.match(item.media)) {
                found.push_back({item.id, id, list.name(), std::move(*hit)});
            }
        }
    }
    if (found.empty()) {
        return {};
    }
    return library_.writeAndWait(
        [&](Connection& connection) -> Status {
            for (const Found& one : found) {
                const auto flagged =
                    flagKnown(connection, one.item, one.list, one.name, one.hit, clock_.now());
                if (!flagged.ok()) {
                    return flagged.error();
                }
            }
            return {};
        },
        storage::Durability::Normal);
}

} // namespace moderato::usecases
