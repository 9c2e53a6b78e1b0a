#include "core/interchange/FeatureMapping.h"

#include "Reading.h"

#include <limits>

namespace moderato::interchange {

namespace {

constexpr float none = std::numeric_limits<float>::quiet_NaN();

/// Over signals a, b and c.
std::optional<bool> holds(const QString& text, std::vector<float> values) {
    const QStringList names{"a", "b", "c"};
    const auto rule = FeatureRule::parse(text, names);
    EXPECT_TRUE(rule.ok()) << qPrintable(text) << ": " << qPrintable(rule.ok() ? "" : rule.error().message);
    std::vector<int> places;
    for (const QString& name : rule->signalsUsed()) {
        places.push_back(int(names.indexOf(name)));
    }
    return rule->holds(values, places);
}

QString errorOf(const QString& text) {
    const auto rule = FeatureRule::parse(text, {"a", "b"});
    return rule ? QString() : rule.error().message;
}

const QStringList features{"brows_raised", "nose_wrinkled"};

Result<FeatureMapping> mappingOf(const QByteArray& text) {
    static test::Reading files;
    return readFeatureMapping(files.write("mapping.csv", text), features);
}

} // namespace

TEST(FeatureRule, Computes) {
    EXPECT_EQ(holds("c >= 1", {0, 0, 1}), true);
    EXPECT_EQ(holds("c > 1", {0, 0, 1}), false);
    EXPECT_EQ(holds("max(a, b, c) >= 3 and min(a,b) < 1.5", {1, 2, 3}), true);
    EXPECT_EQ(holds("mean(a, c) <= 2", {1, 9, 3}), true);
    EXPECT_EQ(holds("a + 2 * b - c > 4", {1, 3, 2}), true);
    EXPECT_EQ(holds("(a + 2) * b > 4", {1, 1, 0}), false);
    EXPECT_EQ(holds("not a > 1 or b > 1 and c > 1", {2, 2, 2}), true);
    EXPECT_EQ(holds("NOT (a > 1 OR b > 1)", {2, 0, 2}), false);
    EXPECT_EQ(holds("a >= -0.5", {-0.4F, 0, 0}), true);
}

TEST(FeatureRule, SaysNothingWhereAValueIsMissing) {
    EXPECT_EQ(holds("a > 1", {none, 0, 0}), std::nullopt);
    EXPECT_EQ(holds("a > 1 or b > 1", {none, 2, 0}), true);
    EXPECT_EQ(holds("a > 1 and b > 1", {none, 0, 0}), false);
    EXPECT_EQ(holds("not a > 1", {none, 0, 0}), std::nullopt);
    EXPECT_EQ(holds("max(a, b) > 1", {none, 2, 0}), true);
    EXPECT_EQ(holds("mean(a, b) > 1", {none, none, 0}), std::nullopt);
}

TEST(FeatureRule, SaysWhatIsWrongWithIt) {
    EXPECT_TRUE(errorOf("").contains("missing"));
    EXPECT_TRUE(errorOf("a").contains("comparison"));
    EXPECT_TRUE(errorOf("a >= ").contains("character"));
    EXPECT_TRUE(errorOf("a >= 1 b").contains("“b”"));
    EXPECT_TRUE(errorOf("zzz >= 1").contains("“zzz” is no signal"));
    EXPECT_TRUE(errorOf("(a > 1) + 1 > 2").contains("number must be"));
    EXPECT_TRUE(errorOf("max(a, b > 1) > 1").contains("“)” is missing"));
    EXPECT_TRUE(errorOf("a > 1 and b").contains("comparison"));
    EXPECT_TRUE(errorOf("max(a, b >= 1").contains("“)”") || errorOf("max(a, b >= 1").contains("number"));
    EXPECT_TRUE(errorOf(QString(900, '(')).contains("deeply"));
    EXPECT_TRUE(errorOf(QString(2000, 'a')).contains("longer"));
    EXPECT_TRUE(errorOf("a >= 1e999999").contains("character"));
}

TEST(FeatureMapping, IsReadAndOverridden) {
    auto mapping = readFeatureMapping(
        QStringLiteral(MODERATO_SOURCE_DIR "/tests/data/expressions/mapping.csv"), features);
    ASSERT_TRUE(mapping.ok()) << qPrintable(mapping.error().message);
    ASSERT_EQ(mapping->rows.size(), 3u);
    EXPECT_EQ(mapping->rows[0].rule->signalsUsed(), (QStringList{"AU01_r", "AU02_r"}));
    EXPECT_FALSE(mapping->rows[1].rule);
    EXPECT_EQ(mapping->rows[1].note, "It scarcely moves.");

    const auto own = mappingOf("format;feature;rule\nOpenFace;brows_raised;AU01_r >= 3\n");
    ASSERT_TRUE(own.ok()) << qPrintable(own.error().message);
    mapping.value().overrideWith(*own);
    ASSERT_EQ(mapping->rows.size(), 3u);
    EXPECT_EQ(mapping->rows[2].rule->text(), "AU01_r >= 3");
}

TEST(FeatureMapping, SaysWhichRowIsWrong) {
    const auto sentence = [](const QByteArray& row) {
        const auto mapping = mappingOf("# a remark, with a comma\nformat,feature,rule\n" + row + "\n");
        return mapping ? QString() : mapping.error().message;
    };
    EXPECT_TRUE(sentence("openbase,brows_raised,AU01_r >= 1").contains("Line 3: “openbase”"));
    EXPECT_TRUE(sentence("openface,brow_raised,AU01_r >= 1").contains("brows_raised"));
    EXPECT_TRUE(sentence("openface,brows_raised,AU12r >= 1").contains("“AU12r” is no signal"));
    EXPECT_TRUE(sentence("openface,brows_raised,max(AU01_r, AU02_r) >= 1").contains("quotes"));
    EXPECT_TRUE(sentence("openface,brows_raised,none\nopenface,brows_raised,AU01_r >= 1").contains("Line 4"));
    EXPECT_TRUE(mappingOf("nothing\n").error().message.contains("format,feature,rule"));
    EXPECT_TRUE(mappingOf("").error().message.contains("format,feature,rule"));
}

} // namespace moderato::interchange
