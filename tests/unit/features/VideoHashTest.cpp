#include "core/features/PerceptualHash.h"

#include <gtest/gtest.h>

namespace moderato::features {

namespace {

VideoFrameHash frame(int number, int quality, std::uint64_t word) {
    return {number, quality, PdqHash{{word, ~word, word * 3, word * 7}}, number / 30.0};
}

} // namespace

TEST(VideoHash, SharesOfGoodFrames) {
    // The last two of the query have no match or no quality; the target holds one more frame.
    const std::vector<VideoFrameHash> query = {
        frame(0, 100, 0x1234567890ABCDEF), frame(1, 50, 0x0F1E2D3C4B5A6978), frame(2, 90, 0xFFFFFFFF00000000),
        frame(3, 49, 0x5555AAAA5555AAAA)};
    std::vector<VideoFrameHash> target = {query[0], query[1], query[3], frame(9, 100, 0x0000FFFF0000FFFF)};
    target[0].hash.words[0] ^= 0x7FFFFFFF; // 31 bits
    const VideoMatch match = matchVideos(query, target);
    EXPECT_DOUBLE_EQ(match.queryShare, 2.0 / 3);
    EXPECT_DOUBLE_EQ(match.targetShare, 2.0 / 3);
    target[0].hash.words[1] ^= 1; // 32
    EXPECT_DOUBLE_EQ(matchVideos(query, target).queryShare, 1.0 / 3);
    EXPECT_DOUBLE_EQ(matchVideos(query, target, 32).queryShare, 2.0 / 3);
    EXPECT_DOUBLE_EQ(matchVideos(query, target, 31, 0).queryShare, 2.0 / 4);
}

TEST(VideoHash, SameFramesCountOnce) {
    const std::vector<VideoFrameHash> still(50, frame(0, 100, 0x1234567890ABCDEF));
    std::vector<VideoFrameHash> query = still;
    query.push_back(frame(1, 100, 0x0F1E2D3C4B5A6978));
    EXPECT_DOUBLE_EQ(matchVideos(query, still).queryShare, 0.5);
    EXPECT_DOUBLE_EQ(matchVideos(query, still).targetShare, 1.0);
}

TEST(VideoHash, NothingMatchesNothing) {
    const std::vector<VideoFrameHash> bad = {frame(0, 10, 1)};
    const std::vector<VideoFrameHash> good = {frame(0, 100, 1)};
    for (const auto& [query, target] : {std::pair(bad, good), std::pair(good, bad), std::pair(bad, bad),
                                        std::pair(std::vector<VideoFrameHash>{}, good)}) {
        EXPECT_EQ(matchVideos(query, target).queryShare, 0);
        EXPECT_EQ(matchVideos(query, target).targetShare, 0);
    }
}

TEST(VideoHash, TextFormatThereAndBack) {
    const std::vector<VideoFrameHash> hashes = {frame(0, 100, 0x1234567890ABCDEF), frame(45, 7, 99)};
    const QByteArray text = toVpdq(hashes);
    EXPECT_TRUE(text.startsWith("0,100,")) << text.constData();
    EXPECT_TRUE(text.endsWith(",1.500\n")) << text.constData();
    const auto parsed = parseVpdq(text);
    ASSERT_TRUE(parsed.ok());
    ASSERT_EQ(parsed->size(), 2U);
    EXPECT_EQ((*parsed)[1].frame, 45);
    EXPECT_EQ((*parsed)[1].quality, 7);
    EXPECT_EQ((*parsed)[1].hash, hashes[1].hash);
    EXPECT_DOUBLE_EQ((*parsed)[1].seconds, 1.5);
    EXPECT_EQ(parseVpdq(QByteArray(text).replace("\n", "\r\n"))->size(), 2U);
    EXPECT_TRUE(parseVpdq("")->empty());
}

TEST(VideoHash, ABadLineIsNamed) {
    const QByteArray good = toVpdq(std::vector{frame(0, 100, 5)});
    const QByteArray hex = PdqHash{}.toHex();
    for (const QByteArray& bad :
         {QByteArray("1,100," + hex), QByteArray("x,100," + hex + ",0.1"),
          QByteArray("1,101," + hex + ",0.1"), QByteArray("-1,100," + hex + ",0.1"),
          QByteArray("1,100," + hex.chopped(1) + ",0.1"), QByteArray("1,100," + hex + ",nan"),
          QByteArray("1,100," + hex + ",0.1,5")}) {
        const auto parsed = parseVpdq(good + bad + '\n' + good);
        ASSERT_FALSE(parsed.ok()) << bad.constData();
        EXPECT_TRUE(parsed.error().message.contains('2')) << qPrintable(parsed.error().message);
    }
}

} // namespace moderato::features
