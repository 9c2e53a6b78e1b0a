// A short run of the fuzz target over seeded frames; a long one is for tests/fuzz.

#include "core/base/Random.h"
#include "core/usecases/FaceReader.h"
#include "tests/fuzz/Fuzz.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>

#include <vector>

namespace moderato::usecases {
namespace {

TEST(FaceFuzz, HostileFramesBreakNoPromise) {
    constexpr qint64 forMs = 2000;
    constexpr int fewest = 200;
    Random random(20261127);
    QElapsedTimer since;
    since.start();
    int looked = 0;
    for (; looked < fewest || since.elapsed() < forMs; ++looked) {
        std::vector<std::uint8_t> input(8 + random.below(2000));
        for (std::uint8_t& byte : input) {
            byte = std::uint8_t(random.below(256));
        }
        ASSERT_EQ(fuzzFaceFrame(input.data(), input.size()), 0);
    }
    RecordProperty("frames", looked);
}

/// Edges beyond what OpenCV can sample from directly.
TEST(FaceFuzz, FramesThatAreLongerThanOpenCvCanMap) {
    auto reader = FaceReader::open(QStringLiteral(MODERATO_SOURCE_DIR "/resources"));
    ASSERT_TRUE(reader.ok());
    for (const QSize size : {QSize(40000, 60), QSize(60, 40000), QSize(33000, 400), QSize(65535, 1)}) {
        QImage image(size, QImage::Format_Grayscale8);
        image.fill(90);
        EXPECT_FALSE(reader->next(image));
        reader->readBox(features::FaceFrame(image), QRectF(10, 10, 200, 200));
        EXPECT_EQ(features::FaceFrame(image).patch({20, 20, 1, 0}, 8).pixels[0], 90);
    }
}

} // namespace
} // namespace moderato::usecases
