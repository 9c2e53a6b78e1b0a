#include "core/usecases/AgreementFigures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace moderato::usecases {
namespace {

LabelSet set(std::initializer_list<const char*> labels) {
    LabelSet made;
    for (const char* label : labels) {
        made.insert(QString::fromLatin1(label));
    }
    return made;
}

std::vector<std::pair<QString, QString>>
table(std::initializer_list<std::tuple<const char*, const char*, int>> cells) {
    std::vector<std::pair<QString, QString>> labels;
    for (const auto& [a, b, n] : cells) {
        labels.insert(labels.end(), std::size_t(n), {QString::fromLatin1(a), QString::fromLatin1(b)});
    }
    return labels;
}

/// One annotator a row, one unit a character; "." is a missing value.
std::vector<std::vector<LabelSet>> units(std::initializer_list<const char*> annotators) {
    std::vector<std::vector<LabelSet>> made;
    for (const char* row : annotators) {
        for (std::size_t i = 0; row[i] != '\0'; ++i) {
            made.resize(std::max(made.size(), i + 1));
            if (row[i] != '.') {
                made[i].push_back({QString(QChar::fromLatin1(row[i]))});
            }
        }
    }
    return made;
}

// 50 grant proposals read by two: 20 both yes, 15 both no, 5 and 10 differ; the textbook's kappa is 0.4.
TEST(AgreementFigures, CohensKappaOfTheGrantProposals) {
    EXPECT_NEAR(
        cohenKappa(table({{"yes", "yes", 20}, {"yes", "no", 5}, {"no", "yes", 10}, {"no", "no", 15}})), 0.4,
        1e-12);
}

// The same agreement of 60 in 100 with other margins: 0.1304 and 0.2593.
TEST(AgreementFigures, CohensKappaDependsOnTheMargins) {
    EXPECT_NEAR(cohenKappa(table({{"y", "y", 45}, {"y", "n", 15}, {"n", "y", 25}, {"n", "n", 15}})), 0.1304,
                5e-5);
    EXPECT_NEAR(cohenKappa(table({{"y", "y", 25}, {"y", "n", 35}, {"n", "y", 5}, {"n", "n", 35}})), 0.2593,
                5e-5);
}

TEST(AgreementFigures, KappaIsUndefinedWhereChanceAgreesOnEverything) {
    EXPECT_TRUE(std::isnan(cohenKappa({})));
    EXPECT_TRUE(std::isnan(cohenKappa(table({{"y", "y", 9}}))));
}

// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", A: two observers, binary, no missing data.
TEST(AgreementFigures, AlphaOfTwoObserversAndBinaryData) {
    EXPECT_NEAR(krippendorffAlpha(units({"0100000010", "1110010000"}), nominalDistance), 0.095, 5e-4);
}

// The same paper, B: two observers, five nominal values.
TEST(AgreementFigures, AlphaOfTwoObserversAndNominalData) {
    EXPECT_NEAR(krippendorffAlpha(units({"aabbdcccedda", "babbbccceddd"}), nominalDistance), 0.692, 5e-4);
}

// The same paper, C: four observers, nominal, missing data.
TEST(AgreementFigures, AlphaWithMissingData) {
    EXPECT_NEAR(krippendorffAlpha(units({"123321412...", "1233224125.3", ".3332342251.", "12332441251."}),
                                  nominalDistance),
                0.743, 5e-4);
}

TEST(AgreementFigures, AlphaIsOneZeroOrUndefined) {
    EXPECT_DOUBLE_EQ(krippendorffAlpha(units({"abab", "abab"}), nominalDistance), 1);
    EXPECT_TRUE(std::isnan(krippendorffAlpha({}, nominalDistance)));
    EXPECT_TRUE(std::isnan(krippendorffAlpha(units({"aaaa", "aaaa"}), nominalDistance)));
    EXPECT_LT(krippendorffAlpha(units({"aabb", "bbaa"}), nominalDistance), 0);
}

// Passonneau 2006: MASI = Jaccard · monotonicity.
TEST(AgreementFigures, MasiOfTheFourCases) {
    EXPECT_DOUBLE_EQ(masiDistance(set({"a", "b"}), set({"a", "b"})), 0);
    EXPECT_NEAR(masiDistance(set({"a", "b"}), set({"a", "b", "c"})), 1 - 2.0 / 3 * 2 / 3, 1e-12);
    EXPECT_NEAR(masiDistance(set({"a", "b"}), set({"a", "c"})), 1 - 1.0 / 3 * 1 / 3, 1e-12);
    EXPECT_DOUBLE_EQ(masiDistance(set({"a"}), set({"b"})), 1);
    EXPECT_DOUBLE_EQ(masiDistance({}, {}), 0);
    EXPECT_DOUBLE_EQ(masiDistance(set({"a"}), {}), 1);
}

TEST(AgreementFigures, JaccardCountsWhatIsShared) {
    EXPECT_DOUBLE_EQ(jaccardDistance(set({"a", "b", "c"}), set({"b", "c", "d"})), 0.5);
    EXPECT_DOUBLE_EQ(jaccardDistance({}, {}), 0);
}

// By hand: two units, {a,b}/{a} and {c}/{c}. D_o = (2·½)/4 = ¼ with Jaccard. Pairs of all four values:
// ab–a ½, ab–c 1 twice, a–c 1 twice: D_e = 2·(½ + 2 + 2)/(4·3) = ¾. Alpha = 1 − ⅓.
TEST(AgreementFigures, AlphaForSetsByHand) {
    const std::vector<std::vector<LabelSet>> data{{set({"a", "b"}), set({"a"})}, {set({"c"}), set({"c"})}};
    EXPECT_NEAR(krippendorffAlpha(data, jaccardDistance), 2.0 / 3, 1e-12);
    // MASI: ab–a is 1 − ½·⅔ = ⅔. D_o = (2·⅔)/4 = ⅓; D_e = 2·(⅔ + 4)/12 = 7/9; alpha = 1 − 3/7.
    EXPECT_NEAR(krippendorffAlpha(data, masiDistance), 4.0 / 7, 1e-12);
    EXPECT_LT(krippendorffAlpha(data, nominalDistance), krippendorffAlpha(data, masiDistance));
}

} // namespace
} // namespace moderato::usecases
