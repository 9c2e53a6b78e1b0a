#include "core/ml/expressions/FaceRenderer.h"
#include "core/ml/expressions/Canvas.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <numeric>

namespace moderato::ml {
namespace {

class FaceMeshTest : public ::testing::Test {
protected:
    void write(const QString& name, const QByteArray& content) {
        QFile file(folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void writeSquare() {
        write("generic_neutral_mesh.obj", "# a square\nusemtl M_Face\nv 0 0 0\nv 1 0 0\nv 1 1 0\nv 0 1 0\n"
                                          "f 1/1 2/2 3/3 4/4\n");
        write("identity000.obj", "v 0 0 1\nv 1 0 1\nv 1 1 1\nv 0 1 1\n");
        write("smile.obj", "v 0 0 0\nv 1 0 0\nv 1 3 0\nv 0 1 0\n");
    }

    QTemporaryDir folder;
};

TEST_F(FaceMeshTest, IsNeutralPlusWeightedDifferences) {
    writeSquare();
    const auto mesh = FaceMesh::load(folder.path());
    ASSERT_TRUE(mesh.ok()) << mesh.error().message.toStdString();
    ASSERT_EQ(mesh->parts().size(), 1u);
    EXPECT_EQ(mesh->parts()[0].material, "M_Face");
    EXPECT_EQ(mesh->parts()[0].triangles.size(), 2u);
    const std::vector<float> identity{0.5f};
    auto vertices = mesh->person(identity);
    mesh->pose(vertices, std::vector<FaceMesh::Weight>{{"smile", 0.25f}, {"not there", 1}});
    EXPECT_EQ(vertices[0], (Vec3{0, 0, 0.5f}));
    EXPECT_EQ(vertices[2], (Vec3{1, 1.5f, 0.5f}));
}

TEST_F(FaceMeshTest, RefusesDamagedFiles) {
    for (const QByteArray& content :
         {QByteArray(), QByteArray("v 0 0\n"), QByteArray("v 0 0 nan\n"), QByteArray("v 0 0 0\nf 1 2 3\n"),
          QByteArray("v 0 0 0\nf 0 1 1\n"), QByteArray("v 0 0 0\nf 1 1\n"), QByteArray("\xff\xfe v")}) {
        write("generic_neutral_mesh.obj", content);
        EXPECT_FALSE(FaceMesh::load(folder.path()).ok()) << content.toStdString();
    }
    writeSquare();
    write("smile.obj", "v 0 0 0\n");
    const auto mesh = FaceMesh::load(folder.path());
    ASSERT_FALSE(mesh.ok());
    EXPECT_TRUE(mesh.error().message.contains("smile.obj"));
}

TEST_F(FaceMeshTest, TheRendererWantsItsOwnFace) {
    EXPECT_FALSE(FaceRenderer::load(folder.path()).ok());
    writeSquare();
    const auto renderer = FaceRenderer::load(folder.path());
    ASSERT_FALSE(renderer.ok());
    EXPECT_TRUE(renderer.error().message.contains("ICT FaceKit"));
}

TEST(CanvasTest, TheNearerTriangleStays) {
    Canvas canvas(8);
    const auto triangle = [](float z, Vec3 colour) {
        return std::array{Canvas::Corner{-20, -20, z, colour}, Canvas::Corner{40, -20, z, colour},
                          Canvas::Corner{-20, 40, z, colour}};
    };
    EXPECT_EQ(canvas.fill(triangle(2, {1, 0, 0})), 64);
    EXPECT_EQ(canvas.fill(triangle(3, {0, 1, 0})), 0);
    EXPECT_EQ(canvas.at(3, 3), (Vec3{1, 0, 0}));
    canvas.fill(triangle(1, {0, 0, 1}), 0.5f);
    EXPECT_EQ(canvas.at(3, 3), (Vec3{0.5f, 0, 0.5f}));
    EXPECT_EQ(
        canvas.fill({Canvas::Corner{1, 1, 0, {}}, Canvas::Corner{1, 1, 0, {}}, Canvas::Corner{2, 2, 0, {}}}),
        0);
}

TEST(CanvasTest, BlurAndBlocksKeepTheMean) {
    Canvas canvas(16);
    for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x) {
            const float value = x < 8 ? 0.25f : 0.75f;
            canvas.at(x, y) = {value, value, value};
        }
    }
    const auto mean = [&canvas] {
        const auto& pixels = canvas.pixels();
        return std::accumulate(pixels.begin(), pixels.end(), 0.f,
                               [](float sum, const Vec3& pixel) { return sum + pixel.x; }) /
               256;
    };
    blur(canvas, 1);
    EXPECT_NEAR(mean(), 0.5f, 1e-3);
    EXPECT_GT(canvas.at(7, 8).x, 0.3f);
    compressInBlocks(canvas, 4);
    EXPECT_NEAR(mean(), 0.5f, 0.01);
}

TEST(FacialShapes, ASideCanBeWeaker) {
    FacialStrengths strengths;
    strengths[FacialFeature::EyesWideOpen] = 0.5f;
    const auto even = shapesOf(strengths, 0), left = shapesOf(strengths, 0.5f);
    ASSERT_EQ(even.size(), 2u);
    EXPECT_EQ(even[0].shape, "eyeWide_L");
    EXPECT_FLOAT_EQ(even[0].value, even[1].value);
    EXPECT_FLOAT_EQ(left[0].value, even[0].value / 2);
    EXPECT_FLOAT_EQ(left[1].value, even[1].value);
    EXPECT_TRUE(shapesOf({}, 0).empty());
}

TEST(FaceLandmarksTest, MirroringTwiceIsNothing) {
    for (std::size_t i = 0; i < faceLandmarkCount; ++i) {
        EXPECT_EQ(mirroredLandmark(mirroredLandmark(i)), i);
    }
}

} // namespace
} // namespace moderato::ml
