#include "core/features/Faces.h"
#include "core/media/InputFile.h"
#include "core/media/Sampling.h"
#include "tests/unit/features/RealData.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <cmath>

namespace moderato::features {
namespace {

QImage gradient(int width, int height) {
    QImage image(width, height, QImage::Format_Grayscale8);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.scanLine(y)[x] = uchar((3 * x + 5 * y) % 256);
        }
    }
    return image;
}

TEST(FaceFinder, SaysWhatToInstallWhereTheCascadeIsMissing) {
    const auto finder = FaceFinder::open("/nowhere/cascade.xml");
    ASSERT_FALSE(finder.ok());
    EXPECT_EQ(finder.error().kind, Error::Kind::NotFound);
    EXPECT_TRUE(finder.error().message.contains("opencv-data"));
}

TEST(FaceFinder, RefusesWhatIsNoCascade) {
    const QTemporaryDir folder;
    for (const QByteArray& content :
         {QByteArray(), QByteArray("<xml"), QByteArray("<opencv_storage/>"), QByteArray(1000, '\xff')}) {
        QFile file(folder.filePath("cascade.xml"));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const auto finder = FaceFinder::open(file.fileName());
        ASSERT_FALSE(finder.ok()) << content.toStdString();
        EXPECT_EQ(finder.error().kind, Error::Kind::InvalidInput);
    }
}

TEST(FaceFinder, FramesOfAnySizeAreNoReasonToFail) {
    auto finder = FaceFinder::open();
    ASSERT_TRUE(finder.ok()) << finder.error().message.toStdString();
    for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(1, 3000), QSize(3000, 1), QSize(7, 7),
                             QSize(33, 35), QSize(5000, 40)}) {
        const FaceFrame frame(size.isEmpty() ? QImage() : gradient(size.width(), size.height()));
        EXPECT_EQ(frame.width(), size.width());
        EXPECT_FALSE(finder->find(frame)) << size.width() << "x" << size.height();
        finder->correct(frame, QRectF(0, 0, 10, 10));
        finder->find(frame);
        finder->forget();
    }
}

TEST(FaceFinder, ReadsOddPixelFormats) {
    QImage indexed(40, 40, QImage::Format_Mono);
    indexed.fill(1);
    EXPECT_EQ(FaceFrame(indexed).patch({20, 20, 1, 0}, 8).pixels.size(), 64u);
}

TEST(FacePatch, TakesWhatLiesAtItsPlace) {
    const QImage image = gradient(100, 80);
    const GrayPatch patch = FaceFrame(image).patch({50.5, 40.5, 1, 0}, 8);
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) {
            EXPECT_EQ(patch.pixels[std::size_t(8 * y + x)], image.constScanLine(37 + y)[47 + x]);
        }
    }
}

TEST(FacePatch, NonsensePlacesGiveAnEvenPicture) {
    const FaceFrame frame(gradient(30, 30));
    for (const PatchPlace& place : {PatchPlace{std::nan(""), 0, 1, 0}, PatchPlace{0, 0, 0, 0},
                                    PatchPlace{0, 0, -1, 0}, PatchPlace{0, 0, 1, INFINITY}}) {
        EXPECT_EQ(frame.patch(place, 4).pixels, std::vector<std::uint8_t>(16));
    }
    EXPECT_TRUE(frame.patch({5, 5, 1, 0}, 0).pixels.empty());
}

TEST(FacePlace, IsTheOneThatThePointsWereMadeWith) {
    const PatchPlace made{321, 123, 2.5, 0.4};
    std::vector<PointPair> pairs;
    for (const QPointF point : {QPointF(10, 20), QPointF(50, 22), QPointF(30, 60)}) {
        pairs.push_back({point, made.toFrame(point, 64)});
    }
    const auto found = placeOf(pairs, 64);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->x, made.x, 1e-9);
    EXPECT_NEAR(found->y, made.y, 1e-9);
    EXPECT_NEAR(found->scale, made.scale, 1e-9);
    EXPECT_NEAR(found->angle, made.angle, 1e-9);
}

TEST(FacePlace, NeedsTwoDifferentPoints) {
    const PointPair one{{1, 1}, {2, 2}};
    EXPECT_FALSE(placeOf(std::vector{one}, 64));
    EXPECT_FALSE(placeOf(std::vector{one, one}, 64));
}

TEST(FaceFinder, FollowsTheFaceOfARealClipAndFindsNoneWhereNoneIs) {
    MODERATO_NEED_DATA(folder, "faces/pyfeat");
    const auto seen = [&folder](const QString& name) {
        auto finder = FaceFinder::open();
        const auto file = media::InputFile::open(folder + "/" + name);
        media::SampleOptions options;
        options.segments = 24;
        options.maxSize = {640, 640};
        const auto frames = media::sampleFrames(*file, options);
        double found = 0;
        for (const media::SampledFrame& frame : *frames) {
            found += finder->find(FaceFrame(frame.image)).has_value();
        }
        return found / double(frames->size());
    };
    EXPECT_GT(seen("single_face.mp4"), 0.9);
    EXPECT_LT(seen("no_face.mp4"), 0.1);
}

} // namespace
} // namespace moderato::features
