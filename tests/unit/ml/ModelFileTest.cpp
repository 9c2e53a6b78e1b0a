#include "Samples.h"
#include "core/base/File.h"
#include "core/base/Hash.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cstring>
#include <limits>

namespace moderato::ml {
namespace {

QByteArray withHeader(const QByteArray& json, const QByteArray& data, std::uint64_t length) {
    QByteArray result(reinterpret_cast<const char*>(&length), sizeof length);
    return result + json + data;
}
QByteArray withHeader(const QByteArray& json, const QByteArray& data) {
    return withHeader(json, data, std::uint64_t(json.size()));
}

bool isRefused(const QByteArray& content) {
    const auto result = parseTensors(content);
    return !result.ok() && result.error().kind == Error::Kind::Model && !result.error().message.isEmpty();
}

TEST(Tensors, ComeBackAsTheyWereWritten) {
    const std::vector<float> numbers{1.5f, -2, 0};
    const std::vector<std::int8_t> bytes{-128, 127};
    const std::vector<Tensor> tensors{makeTensor<float>("a", {3, 1}, numbers),
                                      makeTensor<std::int8_t>("b", {2}, bytes)};
    const auto read = parseTensors(serializeTensors(tensors));
    ASSERT_TRUE(read.ok());
    ASSERT_EQ(read->size(), 2u);
    EXPECT_EQ((*read)[0].shape, (std::vector<std::int64_t>{3, 1}));
    EXPECT_EQ((*read)[0].values<float>()[1], -2);
    EXPECT_EQ((*read)[1].values<std::int8_t>()[0], -128);
    EXPECT_TRUE((*read)[1].values<float>().empty());
}

TEST(Tensors, HostileHeadersAreErrors) {
    const QByteArray four(4, 0), eight(8, 0);
    EXPECT_TRUE(isRefused({}));
    EXPECT_TRUE(isRefused("1234567"));
    EXPECT_TRUE(isRefused(withHeader("{}", {}, 1ull << 60)));
    EXPECT_TRUE(isRefused(withHeader("{}", {}, std::numeric_limits<std::uint64_t>::max())));
    EXPECT_TRUE(isRefused(withHeader("[]", {})));
    EXPECT_TRUE(isRefused(withHeader("{\"a\":", {})));
    EXPECT_TRUE(isRefused(withHeader("{\"a\":1}", {})));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"PICKLE","shape":[1],"data_offsets":[0,4]}})", four)));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}})", four)));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})", four)));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[0.5],"data_offsets":[0,2]}})", four)));
    EXPECT_TRUE(
        isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1e12,1e12],"data_offsets":[0,4]}})", four)));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", eight)));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}})", four)));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", eight)));
    EXPECT_TRUE(isRefused(withHeader(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                                     R"("b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                                     eight)))
        << "tensors that overlap";
}

TEST(Tensors, NumbersThatAreNoneAreErrors) {
    for (const float bad : {std::nanf(""), INFINITY, -INFINITY}) {
        const std::vector<float> values{1, bad};
        const std::vector<Tensor> tensors{makeTensor<float>("a", {2}, values)};
        EXPECT_TRUE(isRefused(serializeTensors(tensors)));
    }
    EXPECT_TRUE(isRefused(
        withHeader(R"({"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}})", QByteArray("\x00\x7c", 2))));
}

TEST(Tensors, DamageNeverCrashes) {
    const std::vector<float> numbers(16, 1.0f);
    const std::vector<Tensor> tensors{makeTensor<float>("a", {4, 4}, numbers),
                                      makeTensor<float>("b", {16}, numbers)};
    const QByteArray whole = serializeTensors(tensors);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        EXPECT_TRUE(isRefused(whole.left(size)));
    }
    for (qsizetype byte = 0; byte < whole.size(); ++byte) {
        for (int bit = 0; bit < 8; ++bit) {
            QByteArray damaged = whole;
            damaged[byte] = char(damaged[byte] ^ (1 << bit));
            const auto result = parseTensors(damaged); // May be valid by chance; must not crash.
            EXPECT_TRUE(result.ok() || result.error().kind == Error::Kind::Model);
        }
    }
}

TEST(Manifest, ComesBackAndKeepsUndefinedFigures) {
    Manifest manifest;
    manifest.task = "category";
    manifest.name = "Test";
    manifest.seed = std::numeric_limits<std::uint64_t>::max();
    manifest.examples = 12;
    manifest.metrics.accuracy = 0.5;
    manifest.languages = {"en", "zh"};
    manifest.settings["temperature"] = 1.25;
    const auto read = parseManifest(serializeManifest(manifest));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->seed, manifest.seed);
    EXPECT_EQ(read->metrics.accuracy, 0.5);
    EXPECT_TRUE(std::isnan(read->metrics.macroF1));
    EXPECT_EQ(read->setting("temperature", 0), 1.25);
    EXPECT_EQ(read->languages, manifest.languages);
}

TEST(Manifest, OtherFormatsAreErrors) {
    EXPECT_FALSE(parseManifest("").ok());
    EXPECT_FALSE(parseManifest("[1]").ok());
    EXPECT_FALSE(parseManifest("{}").ok());
    const auto newer = parseManifest(R"({"format_version": 99})");
    ASSERT_FALSE(newer.ok());
    EXPECT_EQ(newer.error().kind, Error::Kind::Unsupported);
}

TEST(ModelFolder, DamageIsAnError) {
    test::Samples samples(3);
    const auto trained = trainCategory(samples.categories(60), {.maxRounds = 2});
    ASSERT_TRUE(trained.ok());
    QTemporaryDir dir;
    const QString folder = dir.filePath("model");
    ASSERT_TRUE(trained->save(folder, {.name = "Test"}).ok());
    ASSERT_TRUE(CategoryModel::load(folder).ok());
    EXPECT_FALSE(TopicModel::load(folder).ok()) << "another task";
    EXPECT_FALSE(CategoryModel::load(dir.filePath("nothing")).ok());

    for (const char* name : {"weights.safetensors", "manifest.json", "labels.json"}) {
        const QString path = folder + '/' + name;
        const QByteArray good = *readFile(path);
        for (const QByteArray& bad :
             {QByteArray(), good.left(good.size() / 2), QByteArray("null"), good + "x"}) {
            ASSERT_TRUE(writeFileAtomically(path, bad).ok());
            const auto loaded = CategoryModel::load(folder);
            EXPECT_FALSE(loaded.ok()) << name << " of " << bad.size() << " bytes";
        }
        ASSERT_TRUE(writeFileAtomically(path, good).ok());
    }
    ASSERT_TRUE(writeFileAtomically(folder + "/labels.json", R"(["one"])").ok());
    EXPECT_FALSE(CategoryModel::load(folder).ok()) << "fewer labels than weights";
}

TEST(ModelFolder, WeightsOfAWrongShapeAreAnError) {
    test::Samples samples(3);
    const auto trained = trainTopics(samples.topics(40), {.dimensions = 8, .maxRounds = 1});
    ASSERT_TRUE(trained.ok());
    QTemporaryDir dir;
    ASSERT_TRUE(trained->save(dir.path(), {.name = "Test"}).ok());
    const auto file = loadModelFile(dir.path(), "topics");
    ASSERT_TRUE(file.ok());
    for (std::size_t i = 0; i < file->tensors.size(); ++i) {
        ModelFile missing = *file;
        missing.tensors.erase(missing.tensors.begin() + std::ptrdiff_t(i));
        ASSERT_TRUE(saveModelFile(dir.path(), missing, "").ok());
        EXPECT_FALSE(TopicModel::load(dir.path()).ok()) << "without " << file->tensors[i].name;
    }
}

} // namespace
} // namespace moderato::ml
