#include "core/usecases/Resemblance.h"

#include "core/usecases/MediaExtractor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace moderato::usecases {
namespace {

using features::PdqHash;
using Medium = NearDuplicate::Medium;

PdqHash randomHash(std::mt19937_64& random) {
    return {{random(), random(), random(), random()}};
}

/// With the lowest `bits` bits turned round.
PdqHash changed(PdqHash hash, int bits) {
    for (int i = 0; i < bits; ++i) {
        hash.words[std::size_t(i / 64)] ^= 1ULL << (i % 64);
    }
    return hash;
}

Traits picture(const PdqHash& hash, int quality = 100) {
    Traits traits;
    traits.medium = Medium::Picture;
    Traits::Picture one;
    one.orientations.fill(hash);
    one.quality = quality;
    traits.pictures.push_back(one);
    return traits;
}

Traits video(const std::vector<PdqHash>& hashes) {
    Traits traits;
    traits.medium = Medium::Video;
    for (const PdqHash& hash : hashes) {
        const int frame = int(traits.frames.size());
        traits.frames.push_back({frame, 100, hash, double(frame)});
    }
    traits.bareFrames = traits.frames;
    return traits;
}

std::vector<PdqHash> manyHashes(int count, std::mt19937_64& random) {
    std::vector<PdqHash> hashes;
    for (int i = 0; i < count; ++i) {
        hashes.push_back(randomHash(random));
    }
    return hashes;
}

TEST(Resemblance, PicturesMatchUpToThePublishedDistanceAndQuality) {
    std::mt19937_64 random(1);
    const PdqHash hash = randomHash(random);
    const auto alike = resemblance(picture(hash), picture(changed(hash, 31)));
    ASSERT_TRUE(alike);
    EXPECT_EQ(alike->distance, 31);
    EXPECT_DOUBLE_EQ(alike->similarity, 1 - 31 / 256.0);
    EXPECT_FALSE(resemblance(picture(hash), picture(changed(hash, 32))));
    EXPECT_FALSE(resemblance(picture(hash, 49), picture(hash)));
}

TEST(Resemblance, AnyOrientationMatches) {
    std::mt19937_64 random(2);
    Traits turned = picture(randomHash(random));
    const PdqHash other = randomHash(random);
    EXPECT_FALSE(resemblance(turned, picture(other)));
    turned.pictures[0].orientations[5] = other;
    EXPECT_TRUE(resemblance(turned, picture(other)));
}

TEST(Resemblance, TheSameFileIsItsOwnDuplicateWhateverItsQuality) {
    std::mt19937_64 random(3);
    Traits a = picture(randomHash(random), 0);
    Traits b = a;
    EXPECT_FALSE(resemblance(a, b));
    a.sha256 = b.sha256 = QByteArray(64, 'c');
    ASSERT_TRUE(resemblance(a, b));
    EXPECT_EQ(resemblance(a, b)->similarity, 1);
}

TEST(Resemblance, OfASetHalfOfTheSmallerCounts) {
    std::mt19937_64 random(4);
    const auto hashes = manyHashes(4, random);
    Traits large = picture(hashes[0]);
    for (int i = 1; i < 4; ++i) {
        large.pictures.push_back(picture(hashes[std::size_t(i)]).pictures[0]);
    }
    Traits half = picture(hashes[2]);
    half.pictures.push_back(picture(randomHash(random)).pictures[0]);
    EXPECT_TRUE(resemblance(large, half));
    half.pictures.push_back(picture(randomHash(random)).pictures[0]);
    EXPECT_FALSE(resemblance(large, half));
}

TEST(Resemblance, VideosMatchByTheShareOfTheShorter) {
    std::mt19937_64 random(5);
    const auto hashes = manyHashes(20, random);
    const Traits whole = video(hashes);
    const auto cut = resemblance(whole, video({hashes.begin() + 5, hashes.begin() + 10}));
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->similarity, 1);
    auto mixed = manyHashes(6, random);
    mixed.insert(mixed.end(), hashes.begin(), hashes.begin() + 3);
    EXPECT_FALSE(resemblance(whole, video(mixed))) << "3 of 9";
    mixed.push_back(hashes[6]);
    EXPECT_TRUE(resemblance(whole, video(mixed))) << "4 of 10";
}

/// Twenty frames of a scene that hardly moves: each 24 bits from the others, as `offset` bits are from it.
std::vector<PdqHash> calmScene(const PdqHash& scene, int offset) {
    std::vector<PdqHash> hashes(20, changed(scene, offset));
    for (std::size_t frame = 0; frame < hashes.size(); ++frame) {
        for (std::size_t bit = 16 + 12 * frame; bit < 28 + 12 * frame; ++bit) {
            hashes[frame].words[bit / 64] ^= 1ULL << (bit % 64);
        }
    }
    return hashes;
}

TEST(Resemblance, CalmScenesThatOnlyLookAlikeAreDifferentVideos) {
    std::mt19937_64 random(10);
    const PdqHash scene = randomHash(random);
    const auto hashes = calmScene(scene, 0);
    auto alike = calmScene(scene, 15);
    EXPECT_FALSE(resemblance(video(hashes), video(alike)));
    std::copy_n(hashes.begin(), 3, alike.begin());
    EXPECT_TRUE(resemblance(video(hashes), video(alike)));
}

TEST(Resemblance, WhatMovesMuchMatchesAtOneShiftInTime) {
    std::mt19937_64 random(11);
    const auto hashes = manyHashes(20, random);
    std::vector<PdqHash> coded;
    for (std::size_t i = 5; i < hashes.size(); ++i) {
        coded.push_back(changed(hashes[i], 25));
    }
    const auto cut = resemblance(video(hashes), video(coded));
    ASSERT_TRUE(cut);
    EXPECT_EQ(cut->similarity, 1);
    std::reverse(coded.begin(), coded.end());
    EXPECT_FALSE(resemblance(video(hashes), video(coded))) << "the same frames in another order";
}

TEST(Resemblance, AStillVideoIsLikeStillVideosOnly) {
    std::mt19937_64 random(6);
    const PdqHash still = randomHash(random);
    auto hashes = manyHashes(10, random);
    EXPECT_TRUE(resemblance(video({still, still}), video({still})));
    hashes[3] = still;
    EXPECT_FALSE(resemblance(video({still, still}), video(hashes)));
}

TEST(Resemblance, BarsDoNotHideAVideo) {
    std::mt19937_64 random(7);
    const auto hashes = manyHashes(8, random);
    Traits barred = video(manyHashes(8, random));
    barred.bareFrames = video(hashes).bareFrames;
    EXPECT_TRUE(resemblance(barred, video(hashes)));
}

TEST(Resemblance, AnIndexFindsTheMostAlike) {
    std::mt19937_64 random(8);
    const PdqHash hash = randomHash(random);
    LeaderIndex index;
    index.add(1, picture(changed(hash, 20)));
    index.add(2, picture(changed(hash, 4)));
    index.add(3, picture(randomHash(random)));
    const auto found = index.find(picture(hash));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->key, 2);
    EXPECT_FALSE(index.find(picture(randomHash(random))));
    EXPECT_FALSE(index.find(video({hash, hash, hash})));
}

TEST(HashedMoments, AreNestedAndBounded) {
    using std::chrono::microseconds;
    using std::chrono::seconds;
    EXPECT_EQ(hashedMoments(microseconds(0)).size(), 1U);
    EXPECT_EQ(hashedMoments(seconds(2)).size(), 32U);
    EXPECT_EQ(hashedMoments(seconds(60)).size(), 480U);
    EXPECT_EQ(hashedMoments(seconds(1200)).size(), 38U);
    for (const int length : {1, 3, 5, 17, 65, 200, 1200, 7200, 86400}) {
        const auto moments = hashedMoments(seconds(length));
        EXPECT_LE(moments.size(), length > 256 ? 64U : 512U) << length;
        EXPECT_LT(moments.back(), seconds(length));
        const auto finest = hashedMoments(seconds(1));
        for (const microseconds moment : moments) {
            EXPECT_EQ(moment % finest[1], microseconds(0)) << length;
        }
    }
}

TEST(HashBytes, GoThereAndBack) {
    std::mt19937_64 random(9);
    const PdqHash hash = randomHash(random);
    EXPECT_EQ(hashFrom(toBytes(hash)), hash);
    EXPECT_FALSE(hashFrom(QByteArray(31, 'x')));
}

} // namespace
} // namespace moderato::usecases
