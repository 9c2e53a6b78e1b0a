#include "core/usecases/TopicIndex.h"

#include "core/features/Pinyin.h"
#include "core/storage/TopicRepository.h"

#include <algorithm>
#include <tuple>

namespace moderato::usecases {

namespace {

bool startsWord(const QString& key, qsizetype at) {
    return at > 0 && !key[at - 1].isLetterOrNumber();
}

} // namespace

TopicIndex::TopicIndex(std::vector<domain::Topic> topics, const TopicIndex* known) {
    entries_.reserve(topics.size());
    for (domain::Topic& topic : topics) {
        if (topic.retiredAt) {
            continue;
        }
        Entry entry;
        entry.key = storage::topicKey(topic.name);
        for (const QString& synonym : topic.synonyms) {
            entry.synonyms.emplace_back(storage::topicKey(synonym), synonym);
        }
        const Entry* before = nullptr;
        if (known) {
            const auto place = known->places_.find(topic.id.value);
            before = place == known->places_.end() ? nullptr : &known->entries_[place->second];
        }
        if (before && before->key == entry.key) {
            entry.pinyin = before->pinyin;
            entry.initials = before->initials;
        } else {
            auto pinyin = features::pinyinOf(topic.name);
            entry.pinyin = std::move(pinyin.syllables);
            entry.initials = std::move(pinyin.initials);
        }
        entry.topic = std::move(topic);
        places_.emplace(entry.topic.id.value, entries_.size());
        entries_.push_back(std::move(entry));
    }
}

/// The lower the tier, the better. `bare` is what was typed without spaces, for pinyin.
std::optional<TopicIndex::Fit> TopicIndex::fit(const Entry& entry, const QString& typed,
                                               const QString& bare) {
    if (typed.isEmpty()) {
        return Fit{};
    }
    const qsizetype at = entry.key.indexOf(typed);
    if (at == 0) {
        return Fit{entry.key.size() == typed.size() ? 0 : 1, -1, false};
    }
    int inside = -1;
    for (int i = 0; i < int(entry.synonyms.size()); ++i) {
        const qsizetype place = entry.synonyms[std::size_t(i)].first.indexOf(typed);
        if (place == 0) {
            return Fit{2, i, false};
        }
        inside = place > 0 && inside < 0 ? i : inside;
    }
    if (at > 0 && startsWord(entry.key, at)) {
        return Fit{3, -1, false};
    }
    if (!entry.initials.isEmpty()) {
        if (entry.initials.startsWith(bare)) {
            return Fit{entry.initials.size() == bare.size() ? 3 : 4, -1, true};
        }
        if (entry.pinyin.startsWith(bare)) {
            return Fit{4, -1, true};
        }
    }
    if (at > 0) {
        return Fit{5, -1, false};
    }
    return inside >= 0 ? std::optional(Fit{6, inside, false}) : std::nullopt;
}

std::vector<TopicIndex::Found> TopicIndex::find(const QString& typed, int limit, const Taste& taste) const {
    const QString key = storage::topicKey(typed);
    QString bare = key;
    bare.remove(u' ').remove(u'\'');
    struct Hit {
        const Entry* entry;
        Fit fit;
        int favourite;
        int recent;
    };
    constexpr int never = 1 << 30;
    std::vector<Hit> hits;
    for (const Entry& entry : entries_) {
        if (const auto how = fit(entry, key, bare)) {
            const auto recent = taste.recent.find(entry.topic.id.value);
            hits.push_back({&entry, *how, taste.favourites.contains(entry.topic.id.value) ? 0 : 1,
                            recent == taste.recent.end() ? never : recent->second});
        }
    }
    const auto better = [](const Hit& a, const Hit& b) {
        return std::tuple(a.fit.tier, a.favourite, a.recent, -a.entry->topic.useCount, a.entry->key) <
               std::tuple(b.fit.tier, b.favourite, b.recent, -b.entry->topic.useCount, b.entry->key);
    };
    const auto end = hits.begin() + std::min<std::ptrdiff_t>(limit, std::ptrdiff_t(hits.size()));
    std::partial_sort(hits.begin(), end, hits.end(), better);
    std::vector<Found> found;
    for (auto hit = hits.begin(); hit != end; ++hit) {
        QString through;
        if (hit->fit.synonym >= 0) {
            through = hit->entry->synonyms[std::size_t(hit->fit.synonym)].second;
        } else if (hit->fit.byPinyin) {
            through = hit->entry->pinyin;
        }
        found.push_back({hit->entry->topic, hit->favourite == 0, hit->recent != never, std::move(through)});
    }
    return found;
}

} // namespace moderato::usecases
