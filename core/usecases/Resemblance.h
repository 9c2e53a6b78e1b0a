#pragma once

#include "core/features/MinHash.h"
#include "core/features/PerceptualHash.h"
#include "core/usecases/NearDuplicates.h"

#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace moderato::usecases {

/// What an item is compared by: one medium each.
struct Traits {
    struct Picture {
        std::array<features::PdqHash, 8> orientations{}; ///< As it is first.
        int quality = 0;

        bool isGood() const { return quality >= features::pdqMinimumQuality; }
    };

    NearDuplicate::Medium medium = NearDuplicate::Medium::Text;
    QByteArray sha256; ///< Of its only file; empty: it has none, or several.
    std::vector<Picture> pictures;
    std::vector<features::VideoFrameHash> frames;     ///< As they are.
    std::vector<features::VideoFrameHash> bareFrames; ///< The same without black bars at their borders.
    features::MinHash text;
};

struct Resemblance {
    double similarity = 0; ///< 0…1, as in NearDuplicate.
    int distance = -1;
};

/// When two items count as near duplicates.
constexpr double videoShare = 0.4; ///< Of the shorter video's good frames that the other one has.
/// And some of them the same but for coding: people who sign before the same wall match each other in up to
/// all frames, at 12 to 31 bits, but are different videos. Of edits of one clip a sixth and more is
/// within 10.
constexpr double videoCloseShare = 0.12;
constexpr int videoCloseDistance = 10;
/// Or, where the picture moves much: matches at one and the same shift in time (VideoAlignment.h), which
/// finds copies that were coded or scaled too much to be within 10.
constexpr double videoAlignedShare = 0.4;
constexpr int videoMinimumFrames = 3;  ///< Good and different ones. With fewer (a still picture), each must
                                       ///< have all of the other.
constexpr double pictureShare = 0.5;   ///< Of the smaller set's good pictures that the other one has.
constexpr double textSimilarity = 0.8; ///< Jaccard, of shingles.
constexpr int textMinimumShingles = 20;

/// How alike two items are; nothing: they are no near duplicates. The same file is its own duplicate,
/// whatever its hashes are worth. Pictures match in any of the eight orientations.
std::optional<Resemblance> resemblance(const Traits& a, const Traits& b);

/// What leads each group so far, in memory: finds the one that an item is most like. Pictures and videos;
/// texts too, where there is no database to look their bands up in.
class LeaderIndex {
public:
    void add(qint64 key, Traits traits);

    struct Found {
        qint64 key = 0;
        Resemblance resemblance;
    };
    /// The most similar, the oldest of equals; nothing: the item is like none of them.
    std::optional<Found> find(const Traits& traits) const;

private:
    /// Hashes of all leaders of one medium, one after the other, for scanning.
    struct Flat {
        std::vector<features::PdqHash> hashes;
        std::vector<int> owners; ///< Places in `leaders_`.
    };
    std::vector<int> candidates(const Traits& traits) const;

    std::vector<std::pair<qint64, Traits>> leaders_;
    Flat pictures_, frames_;
    static std::vector<features::PdqHash> goodHashes(const Traits& traits);
    std::unordered_map<std::uint64_t, std::vector<int>> bands_;
    std::unordered_multimap<QByteArray, int> files_;
};

} // namespace moderato::usecases
