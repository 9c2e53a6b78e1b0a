#include "core/ml/private/Encoder.h"
#include "core/ml/private/Features.h"

#include <gtest/gtest.h>

#include <cmath>

namespace moderato::ml {
namespace {

std::vector<std::string> pieces(const std::string& text) {
    std::vector<std::string> result;
    for (const Token& token : tokenize(text, 1000).tokens) {
        result.push_back(text.substr(std::size_t(token.begin), std::size_t(token.end - token.begin)));
    }
    return result;
}

TEST(Tokens, WordsMarksAndIdeographs) {
    EXPECT_EQ(pieces("Don't stop, 第5季!"),
              (std::vector<std::string>{"Don't", "stop", ",", "第", "5", "季", "!"}));
}

TEST(Tokens, MalformedBytesSeparate) {
    EXPECT_EQ(pieces("ab\xff\xc3 cd\xe4\xb8"), (std::vector<std::string>{"ab", "cd"}));
    EXPECT_TRUE(pieces(std::string("\0\x80\xff", 3)).empty());
}

TEST(Tokens, CaseAndWidthDoNotMatter) {
    EXPECT_EQ(tokenize("ＡＢc", 100).tokens[0].hash, tokenize("abC", 100).tokens[0].hash);
}

int count(const std::string& text, const EncoderOptions& options) {
    int result = 0;
    forEachFeature(tokenize(text, 1000), options, [&](std::uint32_t, int begin, int end) {
        EXPECT_GE(begin, 0);
        EXPECT_LT(begin, end);
        EXPECT_LE(end, int(text.size()));
        ++result;
    });
    return result;
}

TEST(Features, WordAndCharacterNgrams) {
    EncoderOptions words;
    words.charNgramsFrom = 0;
    EXPECT_EQ(count("one two three", words), 3 + 2);
    EncoderOptions characters;
    characters.wordNgrams = 1;
    characters.charNgramsTo = 3;
    // <fi fir ire re> and the word itself.
    EXPECT_EQ(count("fire", characters), 4 + 1);
    // 地, 震, 地震 and their marks for the start and the end of a run.
    EXPECT_EQ(count("地震", {}), 3 + 2 + 2);
}

TEST(Vocabulary, KeepsWhatTellsTheLabelsApart) {
    VocabularyBuilder builder;
    for (int text = 0; text < 40; ++text) {
        const int label = text % 2;
        const std::uint32_t hashes[]{1, std::uint32_t(10 + label), std::uint32_t(1000 + text)};
        builder.add(hashes, std::span(&label, 1));
    }
    const Vocabulary vocabulary = builder.build(2, 2, 1);
    EXPECT_EQ(vocabulary.size(), 2);
    EXPECT_GE(vocabulary.rowOf(10), 0);
    EXPECT_GE(vocabulary.rowOf(11), 0);
    EXPECT_EQ(vocabulary.rowOf(1), -1);
    EXPECT_EQ(vocabulary.rowOf(1000), -1);
}

TEST(Vocabulary, GrowsWithoutMovingRows) {
    Vocabulary vocabulary({5, 6}, {1, 1});
    for (std::uint32_t hash = 100; hash < 400; ++hash) {
        EXPECT_EQ(vocabulary.add(hash, 2), int(hash) - 98);
    }
    EXPECT_EQ(vocabulary.rowOf(6), 1);
    EXPECT_EQ(vocabulary.add(6, 9), 1);
    EXPECT_EQ(vocabulary.rowOf(399), 301);
}

TEST(Encoder, FieldsHaveLengthOne) {
    VocabularyBuilder builder;
    const Text text{.title = "fire in the mill", .body = "a fire, a fire", .tags = {"fire"}};
    const int label = 0;
    builder.add(distinctFeatures(text, {}), std::span(&label, 1));
    const Encoder encoder({}, builder.build(1, 1000, 1));
    for (const SparseVector& field : encoder.encode(text)) {
        double squares = 0;
        for (const float weight : field.weights) {
            squares += double(weight) * double(weight);
        }
        EXPECT_NEAR(squares, 1, 1e-5);
    }
    EXPECT_TRUE(encoder.encode({.title = "unknown", .body = {}, .tags = {}})[1].rows.empty());
}

} // namespace
} // namespace moderato::ml
