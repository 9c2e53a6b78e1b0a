#include "core/usecases/KnownHashes.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/usecases/MediaExtractor.h"
#include "core/usecases/ReviewPriority.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

using features::PdqHash;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KnownHashes)
};

const QString flagRule = QStringLiteral("known-hash");

QString detailOf(const QString& list, const KnownHashList::Hit& hit) {
    return hit.label.isEmpty() ? Text::tr("known material: list “%1”").arg(list)
                               : Text::tr("known material: “%2” of list “%1”").arg(list, hit.label);
}

Result<bool> wasFlagged(storage::Connection& connection, domain::ContentId content, const QString& detail) {
    const auto flags = storage::FlagRepository(connection).of(content);
    if (!flags.ok()) {
        return flags.error();
    }
    return std::any_of(flags->begin(), flags->end(), [&](const domain::Flag& flag) {
        return flag.rule == flagRule && flag.detail == detail;
    });
}

} // namespace

Result<KnownHashList> KnownHashList::read(storage::Connection& connection,
                                          const storage::KnownHashRepository::List& list) {
    const auto hashes = storage::KnownHashRepository(connection).hashes(list.id);
    if (!hashes.ok()) {
        return hashes.error();
    }
    KnownHashList known(list.name, list.isVideo);
    known.hashes_.reserve(hashes->size());
    for (const auto& hash : *hashes) {
        if (const auto pdq = hashFrom(hash.pdq)) {
            known.add(*pdq, hash.quality, hash.label);
        }
    }
    return known;
}

void KnownHashList::add(const PdqHash& hash, int quality, const QString& label) {
    hashes_.push_back(hash);
    qualities_.push_back(quality);
    if (!label.isEmpty() || !labels_.isEmpty()) {
        while (labels_.size() + 1 < qsizetype(hashes_.size())) {
            labels_ << QString();
        }
        labels_ << label;
    }
}

std::optional<KnownHashList::Hit> KnownHashList::closest(const std::vector<PdqHash>& queries,
                                                         int queriesEach) const {
    const auto matches = features::scan(queries, hashes_, features::pdqMatchDistance);
    if (matches.empty()) {
        return {};
    }
    std::vector<bool> hit(queries.size() / std::size_t(queriesEach));
    features::HashMatch best = matches.front();
    for (const features::HashMatch& match : matches) {
        hit[std::size_t(match.query / queriesEach)] = true;
        best = match.distance < best.distance ? match : best;
    }
    const double share = double(std::count(hit.begin(), hit.end(), true)) / double(hit.size());
    return Hit{labels_.value(best.place), best.distance, share};
}

std::optional<KnownHashList::Hit> KnownHashList::match(const Traits& traits) const {
    if (isVideo_) {
        Traits list;
        list.medium = NearDuplicate::Medium::Video;
        for (std::size_t i = 0; i < hashes_.size(); ++i) {
            list.frames.push_back({int(i), qualities_[i], hashes_[i], 0});
        }
        Traits item = traits;
        item.medium = NearDuplicate::Medium::Video;
        item.sha256.clear();
        list.bareFrames = list.frames;
        if (!resemblance(item, list)) {
            return {};
        }
    }
    constexpr int orientations = 8;
    std::vector<PdqHash> queries;
    for (const Traits::Picture& picture : traits.pictures) {
        if (picture.isGood()) {
            queries.insert(queries.end(), picture.orientations.begin(), picture.orientations.end());
        }
    }
    if (!queries.empty() && !isVideo_) {
        if (auto found = closest(queries, orientations)) {
            return found;
        }
    }
    // A frame and the same frame without black bars count as one.
    queries.clear();
    for (std::size_t i = 0; i < traits.frames.size(); ++i) {
        if (std::max(traits.frames[i].quality, traits.bareFrames[i].quality) >= features::pdqMinimumQuality) {
            queries.push_back(traits.frames[i].hash);
            queries.push_back(traits.bareFrames[i].hash);
        }
    }
    return queries.empty() ? std::nullopt : closest(queries, 2);
}

Result<bool> flagKnown(storage::Connection& connection, domain::ContentId content, qint64 list,
                       const QString& listName, const KnownHashList::Hit& hit, Timestamp now) {
    if (const auto saved = storage::KnownHashRepository(connection)
                               .saveMatch({content, list, hit.label, hit.distance, hit.share});
        !saved.ok()) {
        return saved.error();
    }
    domain::Flag flag;
    flag.content = content;
    flag.rule = flagRule;
    flag.detail = detailOf(listName, hit);
    flag.score = hit.share;
    flag.raisedAt = now;
    const auto judged = wasFlagged(connection, content, flag.detail);
    const auto item = storage::ContentRepository(connection).find(content);
    if (!judged.ok() || !item.ok()) {
        return judged.ok() ? item.error() : judged.error();
    }
    if (*judged || item->state == domain::RecommendationState::Dropped) {
        return false;
    }
    if (const auto raised = storage::FlagRepository(connection).raise(flag); !raised.ok()) {
        return raised.error();
    }
    storage::ReviewQueueRepository::Candidate candidate;
    candidate.content = content;
    candidate.openFlags = 1;
    candidate.flagScore = hit.share;
    const Status placed = storage::ReviewQueueRepository(connection).put(placeInQueue(candidate));
    return placed.ok() ? Result<bool>(true) : Result<bool>(placed.error());
}

} // namespace moderato::usecases
