// Our hashes beside those that ThreatExchange published for the same pictures and clips.

#include "core/features/Bars.h"
#include "core/features/PerceptualHash.h"
#include "tests/unit/features/RealData.h"

#include <QFile>
#include <QProcess>

#include <algorithm>
#include <cstdio>
#include <gtest/gtest.h>
#include <map>

namespace moderato::features {

namespace {

/// Decoders differ: so many bits may be different from the reference.
constexpr int decoderTolerance = 10;

struct Published {
    const char* file;
    const char* hex;
};
/// pdq/cpp's regression test: what its photo hasher prints for these files, all of quality 100.
constexpr Published bridges[] = {
    {"bridge-1-original", "d8f8f0cee0f4a84f0637022a078f67f0b36e2ed596621e1d33e6339c4e9c9b22"},
    {"bridge-2-rotate-90", "30a10efdf1c83f429013d48d0ffffc52e34e0e35ada952a9d29605215aa9e5af"},
    {"bridge-3-rotate-180", "2dad5a64b1a142e7d362a09857da895ae63b8c7fc23794b766b319361fc93188"},
    {"bridge-4-rotate-270", "a5f0a457248995e8c9065c275aaa5498b61ba4bdf8fcf80387c32f8b5bfc4f05"},
    {"bridge-5-flipx", "d8f80f33e0f417b20e37f5cd028f980fb36ed02a9662c1e233e64c634e9c64dd"},
    {"bridge-6-flipy", "2da9259bb1a1bd1a5362576552da32a5e63b7380c2774b4866b346c91b89ce77"},
    {"bridge-7-flip-plus-1", "f0a1e10271ccc0bd90530b720fff038de34ef1e8ada9a956d6967ade5ea91a50"},
    {"bridge-8-flip-minus-1", "2df05aa8a4896a17c14682da5aaaab07b61b5b42f8fc07fc87c3d0741bfcb0fa"},
};

QByteArray fileContent(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(path);
    return file.readAll();
}

std::vector<VideoFrameHash> reference(const QString& path) {
    const auto parsed = parseVpdq(fileContent(path));
    EXPECT_TRUE(parsed.ok()) << qPrintable(path);
    return parsed.valueOr({});
}

struct ClipHashes {
    std::vector<VideoFrameHash> whole;
    std::vector<VideoFrameHash> withoutBars;
};

/// All frames of a clip as `ffmpeg` decodes them.
ClipHashes hashedFrames(const QString& path, QSize size) {
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", {"-v", "error", "-noautorotate", "-i", path, "-map", "0:v:0", "-vsync",
                            "passthrough", "-sws_flags", "area", "-pix_fmt", "rgb24", "-f", "rawvideo", "-"});
    ClipHashes hashes;
    const qsizetype frameBytes = qsizetype(size.width()) * size.height() * 3;
    QByteArray waiting;
    while (ffmpeg.waitForReadyRead(60'000) || ffmpeg.bytesAvailable() > 0) {
        waiting += ffmpeg.readAll();
        qsizetype used = 0;
        for (; waiting.size() - used >= frameBytes; used += frameBytes) {
            const QImage picture(reinterpret_cast<const uchar*>(waiting.constData() + used), size.width(),
                                 size.height(), size.width() * 3, QImage::Format_RGB888);
            const int number = int(hashes.whole.size());
            const PdqResult whole = pdq(picture);
            const PdqResult content = pdq(withoutBars(picture));
            hashes.whole.push_back({number, whole.quality, whole.hash, number / 30.0});
            hashes.withoutBars.push_back({number, content.quality, content.hash, number / 30.0});
        }
        waiting.remove(0, used);
    }
    EXPECT_TRUE(waiting.isEmpty());
    return hashes;
}

struct Clip {
    const char* name;
    QSize size;
    const char* group;
};
const Clip clips[] = {
    {"chair-19-sd-bar", {480, 720}, "chair"},
    {"chair-22-sd-grey-bar", {480, 720}, "chair"},
    {"chair-22-with-small-logo-bar", {480, 720}, "chair"},
    {"chair-orig-22-sd-bar", {480, 720}, "chair"},
    {"pattern-longer-no-bar", {720, 1280}, "pattern"},
    {"pattern-sd-grey-bar", {480, 720}, "pattern"},
    {"test-padded-dimensions", {1080, 1080}, "padded"},
};

const ClipHashes& clipHashes(const QString& folder, const Clip& clip) {
    static std::map<QString, ClipHashes> known;
    ClipHashes& hashes = known[clip.name];
    if (hashes.whole.empty()) {
        hashes = hashedFrames(folder + "/videos/" + clip.name + ".mp4", clip.size);
    }
    return hashes;
}

bool haveFfmpeg() {
    QProcess ffmpeg;
    ffmpeg.start("ffmpeg", {"-version"});
    return ffmpeg.waitForFinished() && ffmpeg.exitCode() == 0;
}

} // namespace

TEST(ReferenceHash, PublishedHashesOfTheBridge) {
    MODERATO_NEED_DATA(folder, "hashes/pdq/dih");
    for (const Published& bridge : bridges) {
        const QImage picture(folder + '/' + bridge.file + ".jpg");
        ASSERT_FALSE(picture.isNull()) << bridge.file;
        const PdqResult result = pdq(picture);
        const int distance = result.hash.distance(*PdqHash::fromHex(bridge.hex));
        std::printf("%-22s %2d bits from the published hash, quality %d\n", bridge.file, distance,
                    result.quality);
        EXPECT_LE(distance, decoderTolerance) << bridge.file;
        EXPECT_EQ(result.quality, 100);
    }
}

TEST(ReferenceHash, OrientationsOfTheBridge) {
    MODERATO_NEED_DATA(folder, "hashes/pdq/dih");
    const auto hashes = pdqDihedral(QImage(folder + "/bridge-1-original.jpg"));
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const PdqResult turned = pdq(QImage(folder + '/' + bridges[i].file + ".jpg"));
        std::printf("%-22s %2d bits from the hash turned\n", bridges[i].file,
                    turned.hash.distance(hashes[i].hash));
        EXPECT_LE(turned.hash.distance(hashes[i].hash), 16) << bridges[i].file;
        for (std::size_t j = 0; j < hashes.size(); ++j) {
            if (j != i) {
                EXPECT_GT(turned.hash.distance(hashes[j].hash), pdqMatchDistance) << i << " and " << j;
            }
        }
    }
}

TEST(ReferenceHash, FramesOfTheClips) {
    MODERATO_NEED_DATA(folder, "hashes");
    if (!haveFfmpeg()) {
        GTEST_SKIP() << "needs the program ffmpeg";
    }
    for (const Clip& clip : clips) {
        const QString path = folder + "/vpdq/" + clip.name + ".txt";
        if (!QFile::exists(path)) {
            continue; // The clip of padded dimensions has no hashes.
        }
        const std::vector<VideoFrameHash> expected = reference(path);
        const std::vector<VideoFrameHash>& found = clipHashes(folder, clip).whole;
        ASSERT_EQ(found.size(), expected.size()) << clip.name;
        std::map<int, int> distances;
        int qualityDifference = 0;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            qualityDifference = std::max(qualityDifference, std::abs(expected[i].quality - found[i].quality));
            if (expected[i].quality >= pdqMinimumQuality) {
                ++distances[found[i].hash.distance(expected[i].hash)];
            }
        }
        std::printf("%s: quality differs by at most %d; frames by bits:", clip.name, qualityDifference);
        for (const auto& [bits, frames] : distances) {
            std::printf(" %d:%d", bits, frames);
        }
        std::printf("\n");
        ASSERT_FALSE(distances.empty());
        EXPECT_LE(distances.rbegin()->first, decoderTolerance) << clip.name;
    }
}

TEST(ReferenceHash, EditsOfOneClipMatchAndOthersDoNot) {
    MODERATO_NEED_DATA(folder, "hashes");
    if (!haveFfmpeg()) {
        GTEST_SKIP() << "needs the program ffmpeg";
    }
    for (const Clip& query : clips) {
        for (const Clip& target : clips) {
            if (&query == &target) {
                continue;
            }
            const ClipHashes &ours = clipHashes(folder, query), &theirs = clipHashes(folder, target);
            const VideoMatch whole = matchVideos(ours.whole, theirs.whole);
            const VideoMatch content = matchVideos(ours.withoutBars, theirs.withoutBars);
            std::printf("%-29s %-29s whole %5.1f %% %5.1f %%, without bars %5.1f %% %5.1f %%\n", query.name,
                        target.name, whole.queryShare * 100, whole.targetShare * 100,
                        content.queryShare * 100, content.targetShare * 100);
            const double larger =
                std::max({whole.queryShare, whole.targetShare, content.queryShare, content.targetShare});
            if (std::string_view(query.group) == target.group) {
                EXPECT_GE(larger, 0.5) << query.name << " and " << target.name;
            } else {
                EXPECT_EQ(larger, 0) << query.name << " and " << target.name;
            }
        }
    }
}

} // namespace moderato::features
