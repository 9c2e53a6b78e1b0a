#include "core/usecases/GivenLabels.h"

#include "core/storage/DuplicateRepository.h"
#include "core/storage/QualityRepository.h"
#include "tests/support/StorageFixture.h"

namespace moderato::usecases {

using domain::ContentId;
using domain::QualityLabel;
using storage::must;
using Origin = domain::QualityLabel::Origin;

class GivenLabelsTest : public storage::StorageTest {
protected:
    void group(const std::vector<std::pair<ContentId, double>>& members) {
        must(library->writeAndWait([&](storage::Connection& connection) {
            Status status;
            for (const auto& [content, similarity] : members) {
                storage::DuplicateRepository::Member member;
                member.content = content;
                member.leader = members.front().first;
                member.medium = QStringLiteral("text");
                member.similarity = similarity;
                status = status.ok() ? storage::DuplicateRepository(connection).place(member) : status;
            }
            return status;
        }));
    }
    std::vector<QualityLabel> labels(ContentId content) {
        return must(storage::QualityRepository(reader()).labels(content));
    }

    const QString likes = QStringLiteral("likes");
    GivenLabels given{*library, clock};
};

TEST_F(GivenLabelsTest, AnExpertsLabelStandsUntilItIsTakenBack) {
    const ContentId item = addArticle(QStringLiteral("soup"));
    must(given.give(item, likes, true));
    ASSERT_EQ(labels(item).size(), 1u);
    EXPECT_EQ(labels(item)[0].origin, Origin::Expert);
    EXPECT_EQ(labels(item)[0].value, QualityLabel::Value::Positive);
    EXPECT_FALSE(labels(item)[0].reference);
    must(given.give(item, likes, false));
    EXPECT_EQ(labels(item)[0].value, QualityLabel::Value::Negative);
    must(given.give(item, likes, {}));
    EXPECT_TRUE(labels(item).empty());
    EXPECT_EQ(given.give(item, QStringLiteral("beauty"), true).error().kind, Error::Kind::InvalidInput);
}

TEST_F(GivenLabelsTest, LabelsArePassedOnToWhatIsAlikeAndHasNone) {
    const ContentId first = addArticle(QStringLiteral("soup")), copy = addArticle(QStringLiteral("soup!")),
                    far = addArticle(QStringLiteral("so")), own = addArticle(QStringLiteral("soup?"));
    group({{first, 1}, {copy, 0.9}, {far, 0.5}, {own, 0.95}});
    must(given.give(first, likes, true));
    must(given.give(own, likes, false));
    EXPECT_EQ(must(given.passOn(0.8, {})), 1);
    ASSERT_EQ(labels(copy).size(), 1u);
    EXPECT_EQ(labels(copy)[0].origin, Origin::Similar);
    EXPECT_EQ(labels(copy)[0].value, QualityLabel::Value::Positive);
    EXPECT_TRUE(labels(far).empty()) << "not alike enough";
    EXPECT_EQ(labels(own)[0].origin, Origin::Expert);
    must(given.give(first, likes, {}));
    must(given.give(own, likes, {}));
    EXPECT_EQ(must(given.passOn(0.8, {})), 0);
    EXPECT_TRUE(labels(copy).empty()) << "what nobody gives any more is not passed on";
}

} // namespace moderato::usecases
