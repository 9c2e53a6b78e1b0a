#include "core/usecases/QualityLabels.h"

#include "core/storage/QualityRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::usecases {

using storage::must;
using Value = domain::QualityLabel::Value;

class QualityLabelsTest : public storage::StorageTest {
protected:
    domain::ContentId shown(qint64 impressions, qint64 clicks, qint64 dislikes = 0,
                            const QString& window = QStringLiteral("7d")) {
        domain::Content content;
        content.title = QStringLiteral("item %1").arg(++count);
        content.consumption = domain::ConsumptionFigures{};
        content.consumption->window = window;
        content.consumption->impressions = impressions;
        content.consumption->clicks = clicks;
        content.consumption->dislikes = dislikes;
        return add(content);
    }
    std::optional<domain::QualityLabel> label(domain::ContentId id, const QString& task) {
        for (const auto& label : must(storage::QualityRepository(reader()).labels(id))) {
            if (label.task == task) {
                return label;
            }
        }
        return {};
    }
    int count = 0;
    QualityLabels labels{*library, clock};
};

TEST_F(QualityLabelsTest, AboveTheReferenceIsPositiveBelowItNegativeAtItNothing) {
    const auto good = shown(1000, 300), middle = shown(1000, 200), bad = shown(1000, 100);
    EXPECT_GT(must(labels.recompute({})), 0);
    EXPECT_EQ(label(good, QStringLiteral("clicks"))->value, Value::Positive);
    EXPECT_EQ(label(bad, QStringLiteral("clicks"))->value, Value::Negative);
    EXPECT_FALSE(label(middle, QStringLiteral("clicks")));
    EXPECT_NEAR(label(good, QStringLiteral("clicks"))->degree, 30, 1e-9);
    EXPECT_NEAR(*label(good, QStringLiteral("clicks"))->reference, 20, 1e-9);
}

TEST_F(QualityLabelsTest, ManyDislikesAreLowQuality) {
    const auto liked = shown(1000, 1, 0), disliked = shown(1000, 1, 100);
    must(labels.recompute({}));
    EXPECT_EQ(label(liked, QStringLiteral("dislikes"))->value, Value::Positive);
    EXPECT_EQ(label(disliked, QStringLiteral("dislikes"))->value, Value::Negative);
    EXPECT_NEAR(label(disliked, QStringLiteral("dislikes"))->degree, 90, 1e-9);
}

TEST_F(QualityLabelsTest, WindowsAreNotMixedAndRareItemsGetNoLabel) {
    const auto alone = shown(1000, 900, 0, QStringLiteral("30d"));
    const auto rare = shown(10, 9);
    shown(1000, 100);
    shown(1000, 200);
    must(labels.recompute({}));
    EXPECT_FALSE(label(alone, QStringLiteral("clicks"))) << "nothing to compare with but itself";
    EXPECT_FALSE(label(rare, QStringLiteral("clicks")));
}

TEST_F(QualityLabelsTest, LabelsFollowTheirReferenceAndNothingIsWrittenTwice) {
    const auto item = shown(1000, 200);
    shown(1000, 100);
    must(labels.recompute({}));
    EXPECT_EQ(must(labels.recompute({})), 0);
    EXPECT_EQ(label(item, QStringLiteral("clicks"))->value, Value::Positive);
    shown(1000, 900);
    must(labels.recompute({}));
    EXPECT_EQ(label(item, QStringLiteral("clicks"))->value, Value::Negative);
}

TEST(Degree, GrowsWithQualityAndStaysInRange) {
    for (std::size_t task = 0; task < qualityTaskCount; ++task) {
        const double step = qualityTask(task) == QLatin1String("dwell") ? 60'000 : 0.1;
        for (int i = 0; i < 10; ++i) {
            const double low = degreeOf(i * step, task), high = degreeOf((i + 1) * step, task);
            EXPECT_EQ(qualityTask(task) == QLatin1String("dislikes"), high < low);
            EXPECT_GE(std::min(low, high), 0);
            EXPECT_LE(std::max(low, high), 100 + 1e-9);
        }
    }
}

TEST_F(QualityLabelsTest, MoreLevelsByIntervals) {
    for (const qint64 clicks : {100, 250, 500, 990}) {
        shown(1000, clicks);
    }
    QualityRules rules = must(labels.rules());
    EXPECT_TRUE(rules.levels.empty());
    rules.levels = {20, 50};
    must(labels.setRules(rules));
    must(labels.recompute({}));
    EXPECT_EQ(must(labels.rules()), rules);
    EXPECT_EQ(must(labels.summary()).at(QStringLiteral("clicks")).levels, (std::vector<qint64>{1, 1, 2}))
        << "a degree on the boundary belongs above it";
    rules.levels = {50, 20};
    EXPECT_FALSE(labels.setRules(rules).ok());
    rules.levels = {0};
    EXPECT_FALSE(labels.setRules(rules).ok());
}

} // namespace moderato::usecases
