#include "core/domain/QualityVerdict.h"

#include <gtest/gtest.h>

namespace moderato::domain {

using Tier = LowQualityMark::Tier;

TEST(QualityVerdict, IsPositiveWhenMoreThanTheShareOfTasksAre) {
    EXPECT_TRUE(qualityVerdict({true, true, false})->isPositive);
    EXPECT_FALSE(qualityVerdict({true, false})->isPositive) << "half is not more than half";
    EXPECT_FALSE(qualityVerdict({true, true, false}, 0.7)->isPositive);
    EXPECT_FALSE(qualityVerdict({}));
    EXPECT_EQ(qualityVerdict({true, true, false})->positive, 2);
}

TEST(QualityVerdict, TheRankGoesUpAndDownWithIt) {
    EXPECT_DOUBLE_EQ(qualityVerdict({true, true})->rankingWeight, 1.5);
    EXPECT_DOUBLE_EQ(qualityVerdict({true, false})->rankingWeight, 1);
    EXPECT_DOUBLE_EQ(qualityVerdict({false, false})->rankingWeight, 0.5);
    const Tier inferior[]{Tier::Inferior}, both[]{Tier::Inferior, Tier::Low};
    EXPECT_DOUBLE_EQ(qualityVerdict({true, false}, defaultVerdictShare, inferior)->rankingWeight, 0.5);
    EXPECT_DOUBLE_EQ(qualityVerdict({}, defaultVerdictShare, both)->rankingWeight, 0.1);
}

} // namespace moderato::domain
