#include "core/usecases/Resemblance.h"

#include "core/usecases/VideoAlignment.h"

#include <algorithm>

namespace moderato::usecases {

using features::PdqHash;
using Medium = NearDuplicate::Medium;

namespace {

constexpr double pdqBits = 256;

/// The smallest distance of a picture, in any orientation, to one of `others`; nothing: none matches.
std::optional<int> nearest(const Traits::Picture& picture, const std::vector<Traits::Picture>& others) {
    int best = features::pdqMatchDistance + 1;
    for (const Traits::Picture& other : others) {
        if (other.isGood()) {
            for (const PdqHash& turned : picture.orientations) {
                best = std::min(best, turned.distance(other.orientations.front()));
            }
        }
    }
    return best <= features::pdqMatchDistance ? std::optional(best) : std::nullopt;
}

std::size_t goodPictures(const Traits& traits) {
    return std::size_t(std::count_if(traits.pictures.begin(), traits.pictures.end(),
                                     [](const Traits::Picture& picture) { return picture.isGood(); }));
}

/// Good ones, those of the same hash once, as matchVideos counts them.
std::size_t goodFrames(const std::vector<features::VideoFrameHash>& frames) {
    std::vector<PdqHash> hashes;
    for (const features::VideoFrameHash& frame : frames) {
        if (frame.quality >= features::pdqMinimumQuality) {
            hashes.push_back(frame.hash);
        }
    }
    std::sort(hashes.begin(), hashes.end());
    return std::size_t(std::unique(hashes.begin(), hashes.end()) - hashes.begin());
}

std::optional<Resemblance> ofPictures(const Traits& a, const Traits& b) {
    const std::size_t goodOfA = goodPictures(a);
    const std::size_t goodOfB = goodPictures(b);
    if (goodOfA == 0 || goodOfB == 0) {
        return {};
    }
    const Traits& smaller = goodOfA <= goodOfB ? a : b;
    const Traits& larger = goodOfA <= goodOfB ? b : a;
    int matched = 0;
    int bits = 0;
    int closest = int(pdqBits);
    for (const Traits::Picture& picture : smaller.pictures) {
        if (const auto distance = picture.isGood() ? nearest(picture, larger.pictures) : std::nullopt) {
            ++matched;
            bits += *distance;
            closest = std::min(closest, *distance);
        }
    }
    const double share = matched / double(std::min(goodOfA, goodOfB));
    if (matched == 0 || share < pictureShare) {
        return {};
    }
    return Resemblance{share * (1 - bits / (pdqBits * matched)), closest};
}

/// Enough to find what shares a tenth of them; what they find is then compared whole.
std::vector<PdqHash> someOf(const std::vector<PdqHash>& hashes) {
    constexpr std::size_t most = 64;
    const std::size_t step = (hashes.size() + most - 1) / most;
    std::vector<PdqHash> some;
    for (std::size_t i = 0; i < hashes.size(); i += step) {
        some.push_back(hashes[i]);
    }
    return some;
}

double sharedFrames(const std::vector<features::VideoFrameHash>& a,
                    const std::vector<features::VideoFrameHash>& b) {
    const std::size_t goodOfA = goodFrames(a);
    const std::size_t goodOfB = goodFrames(b);
    if (goodOfA == 0 || goodOfB == 0) {
        return 0;
    }
    const bool isStill = std::min(goodOfA, goodOfB) < videoMinimumFrames;
    const auto share = [&](int radius) {
        const features::VideoMatch match = features::matchVideos(a, b, radius);
        if (isStill) {
            return std::min(match.queryShare, match.targetShare) < 1 ? 0.0 : 1.0;
        }
        return goodOfA <= goodOfB ? match.queryShare : match.targetShare;
    };
    const double matching = share(features::pdqMatchDistance);
    if (matching >= videoShare && share(videoCloseDistance) >= videoCloseShare) {
        return matching;
    }
    const auto& shorter = goodOfA <= goodOfB ? a : b;
    const bool isAligned = !isStill && movesMuch(shorter) &&
                           alignedShare(shorter, goodOfA <= goodOfB ? b : a) >= videoAlignedShare;
    return isAligned ? matching : 0;
}

std::optional<Resemblance> ofVideos(const Traits& a, const Traits& b) {
    const double share = std::max(sharedFrames(a.bareFrames, b.bareFrames), sharedFrames(a.frames, b.frames));
    return share > 0 ? std::optional(Resemblance{share, -1}) : std::nullopt;
}

std::optional<Resemblance> ofTexts(const Traits& a, const Traits& b) {
    if (std::min(a.text.shingles, b.text.shingles) < textMinimumShingles) {
        return {};
    }
    const double similarity = a.text.similarity(b.text);
    return similarity >= textSimilarity ? std::optional(Resemblance{similarity, -1}) : std::nullopt;
}

} // namespace

std::optional<Resemblance> resemblance(const Traits& a, const Traits& b) {
    if (a.medium != b.medium) {
        return {};
    }
    if (!a.sha256.isEmpty() && a.sha256 == b.sha256) {
        return Resemblance{1, a.medium == Medium::Picture ? 0 : -1};
    }
    switch (a.medium) {
    case Medium::Picture:
        return ofPictures(a, b);
    case Medium::Video:
        return ofVideos(a, b);
    case Medium::Text:
        break;
    }
    return ofTexts(a, b);
}

void LeaderIndex::add(qint64 key, Traits traits) {
    const int place = int(leaders_.size());
    for (const Traits::Picture& picture : traits.pictures) {
        if (picture.isGood()) {
            pictures_.hashes.push_back(picture.orientations.front());
            pictures_.owners.push_back(place);
        }
    }
    for (const PdqHash& hash : goodHashes(traits)) {
        frames_.hashes.push_back(hash);
        frames_.owners.push_back(place);
    }
    if (traits.medium == Medium::Text && traits.text.shingles >= textMinimumShingles) {
        for (const std::uint64_t band : features::bands(traits.text)) {
            bands_[band].push_back(place);
        }
    }
    if (!traits.sha256.isEmpty()) {
        files_.emplace(traits.sha256, place);
    }
    leaders_.emplace_back(key, std::move(traits));
}

std::vector<PdqHash> LeaderIndex::goodHashes(const Traits& traits) {
    std::vector<PdqHash> hashes;
    for (const auto* frames : {&traits.frames, &traits.bareFrames}) {
        for (const features::VideoFrameHash& frame : *frames) {
            if (frame.quality >= features::pdqMinimumQuality) {
                hashes.push_back(frame.hash);
            }
        }
    }
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
    return hashes;
}

std::vector<int> LeaderIndex::candidates(const Traits& traits) const {
    std::vector<int> found;
    const auto scanned = [&found](const std::vector<PdqHash>& queries, const Flat& flat) {
        for (const auto& match : features::scan(queries, flat.hashes, features::pdqMatchDistance)) {
            found.push_back(flat.owners[std::size_t(match.place)]);
        }
    };
    std::vector<PdqHash> queries;
    for (const Traits::Picture& picture : traits.pictures) {
        if (picture.isGood()) {
            queries.insert(queries.end(), picture.orientations.begin(), picture.orientations.end());
        }
    }
    scanned(queries, pictures_);
    scanned(someOf(goodHashes(traits)), frames_);
    if (traits.medium == Medium::Text && traits.text.shingles >= textMinimumShingles) {
        for (const std::uint64_t band : features::bands(traits.text)) {
            if (const auto owners = bands_.find(band); owners != bands_.end()) {
                found.insert(found.end(), owners->second.begin(), owners->second.end());
            }
        }
    }
    const auto [first, last] = files_.equal_range(traits.sha256);
    for (auto owner = first; owner != last; ++owner) {
        found.push_back(owner->second);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::optional<LeaderIndex::Found> LeaderIndex::find(const Traits& traits) const {
    std::optional<Found> best;
    for (const int place : candidates(traits)) {
        const auto& [key, leader] = leaders_[std::size_t(place)];
        const auto alike = resemblance(traits, leader);
        if (alike && (!best || alike->similarity > best->resemblance.similarity)) {
            best = Found{key, *alike};
        }
    }
    return best;
}

} // namespace moderato::usecases
