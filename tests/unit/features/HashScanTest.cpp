#include "core/features/private/ScanKernels.h"
#include "tests/unit/features/RealData.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <gtest/gtest.h>
#include <random>
#include <tuple>

namespace moderato::features {

namespace {

std::vector<PdqHash> randomHashes(std::size_t count, unsigned seed) {
    std::mt19937_64 random(seed);
    std::vector<PdqHash> hashes(count);
    for (PdqHash& hash : hashes) {
        for (std::uint64_t& word : hash.words) {
            word = random();
        }
    }
    return hashes;
}

PdqHash withBitsTurned(PdqHash hash, int bits, unsigned seed) {
    std::mt19937 random(seed);
    const PdqHash original = hash;
    while (hash.distance(original) < bits) {
        const unsigned bit = random() % 256;
        const std::uint64_t mask = std::uint64_t(1) << bit % 64;
        hash.words[bit / 64] = (hash.words[bit / 64] & ~mask) | (~original.words[bit / 64] & mask);
    }
    return hash;
}

std::vector<std::tuple<int, int, int>> naive(std::span<const PdqHash> queries,
                                             std::span<const PdqHash> hashes, int radius) {
    std::vector<std::tuple<int, int, int>> found;
    for (std::size_t q = 0; q < queries.size(); ++q) {
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            int distance = 0;
            for (int bit = 0; bit < 256; ++bit) {
                distance += int((queries[q].words[bit / 64] ^ hashes[i].words[bit / 64]) >> bit % 64 & 1);
            }
            if (distance <= radius) {
                found.emplace_back(int(q), int(i), distance);
            }
        }
    }
    return found;
}

std::vector<std::tuple<int, int, int>> plain(const std::vector<HashMatch>& matches) {
    std::vector<std::tuple<int, int, int>> found;
    for (const HashMatch& match : matches) {
        found.emplace_back(match.query, match.place, match.distance);
    }
    return found;
}

std::vector<PdqHash> readHashes(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    std::vector<PdqHash> hashes;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (const auto hash = PdqHash::fromHex(line.trimmed())) {
            hashes.push_back(*hash);
        } else {
            EXPECT_TRUE(line.trimmed().isEmpty()) << line.constData();
        }
    }
    return hashes;
}

} // namespace

TEST(HashScan, EveryKernelFindsWhatALoopOverBitsFinds) {
    // Sizes around eight, and hashes planted at every distance around the radius.
    for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 63U, 500U}) {
        std::vector<PdqHash> hashes = randomHashes(count, 1);
        const std::vector<PdqHash> queries = randomHashes(3, 2);
        for (std::size_t i = 0; i < count; i += 3) {
            hashes[i] = withBitsTurned(queries[i % queries.size()], int(i / 3 % 40), unsigned(i));
        }
        for (const int radius : {0, 1, 30, 31, 32, 100, 128, 256}) {
            const auto expected = naive(queries, hashes, radius);
            for (const auto kernel : {ScanKernel::Portable, ScanKernel::Popcnt, ScanKernel::Avx512}) {
                if (!supported(kernel)) {
                    continue;
                }
                std::vector<HashMatch> matches;
                for (std::size_t q = 0; q < queries.size(); ++q) {
                    scanBlock(kernel, queries[q], hashes, radius, int(q), 0, matches);
                    const bool any = std::any_of(expected.begin(), expected.end(),
                                                 [&](const auto& one) { return std::get<0>(one) == int(q); });
                    EXPECT_EQ(anyWithin(kernel, queries[q], hashes, radius), any);
                }
                EXPECT_EQ(plain(matches), expected) << "kernel " << int(kernel) << ", radius " << radius;
            }
            EXPECT_EQ(plain(scan(queries, hashes, radius)), expected);
        }
    }
}

TEST(HashScan, ManyBlocksInOrder) {
    std::vector<PdqHash> hashes = randomHashes(10'000, 3);
    std::vector<PdqHash> queries = randomHashes(5, 4);
    for (std::size_t i = 0; i < hashes.size(); i += 997) {
        hashes[i] = withBitsTurned(queries[i % 5], 20, unsigned(i));
    }
    const auto expected = naive(queries, hashes, 31);
    EXPECT_EQ(expected.size(), 11U);
    EXPECT_EQ(plain(scan(queries, hashes, 31)), expected);
    EXPECT_TRUE(scan(queries, hashes, -1).empty());
    EXPECT_TRUE(scan({}, hashes, 31).empty());
    EXPECT_EQ(scan(queries, hashes, 1000).size(), 50'000U);
}

TEST(HashScan, NeedlesInTheReferenceHaystack) {
    MODERATO_NEED_DATA(folder, "hashes/pdq");
    const std::vector<PdqHash> needles = readHashes(folder + "/needles.txt");
    const std::vector<PdqHash> haystack = readHashes(folder + "/haystack.txt");
    ASSERT_EQ(needles.size(), 100U);
    ASSERT_EQ(haystack.size(), 1350U);
    const auto expected = naive(needles, haystack, pdqMatchDistance);
    const auto found = plain(scan(needles, haystack, pdqMatchDistance));
    EXPECT_EQ(found, expected);
    std::printf("%zu pairs of needle and hay within %d\n", found.size(), pdqMatchDistance);
    // Each needle in the needles: itself at least.
    const auto own = scan(needles, needles, 0);
    EXPECT_GE(own.size(), needles.size());
}

} // namespace moderato::features
