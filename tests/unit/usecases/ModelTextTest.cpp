#include "core/usecases/ModelText.h"

#include <gtest/gtest.h>

namespace moderato::usecases {

TEST(ModelText, TheDescriptionFollowsTheBodyAndMarkupIsGone) {
    domain::Content content;
    content.title = QStringLiteral("Title");
    content.body = QStringLiteral("<p>Shown <b>text</b></p><script>alert(1)</script>");
    content.bodyFormat = domain::BodyFormat::Html;
    content.description = QStringLiteral("About it");
    const ml::Text text = modelText(content);
    EXPECT_EQ(text.title, "Title");
    EXPECT_NE(text.body.find("Shown text"), std::string::npos) << text.body;
    EXPECT_NE(text.body.find("About it"), std::string::npos);
    EXPECT_EQ(text.body.find("alert"), std::string::npos);
    EXPECT_TRUE(text.tags.empty());
}

TEST(ModelText, EvidenceIsCountedInUtf16) {
    const ItemText text{QStringLiteral("火锅 is hot 🔥!"), QStringLiteral("body"), 4};
    using Field = ml::Evidence::Field;
    const QByteArray title = text.title.toUtf8();
    const int hot = int(title.indexOf("hot")), bang = int(title.indexOf('!'));
    const auto evidence = toTextEvidence(
        {{Field::Title, 0, 6, 2.0f}, {Field::Title, hot, 3, -1.0f}, {Field::Title, bang, 1, 0.5f}}, text);
    ASSERT_EQ(evidence.size(), 3);
    EXPECT_EQ(evidence[0].begin, 0);
    EXPECT_EQ(evidence[0].length, 2);
    EXPECT_DOUBLE_EQ(evidence[0].weight, 1);
    EXPECT_EQ(text.title.mid(evidence[1].begin, evidence[1].length), QStringLiteral("hot"));
    EXPECT_DOUBLE_EQ(evidence[1].weight, -0.5);
    EXPECT_EQ(text.title.mid(evidence[2].begin, evidence[2].length), QStringLiteral("!"));
}

TEST(ModelText, EvidenceInWhatAPageDoesNotShowIsLeftOut) {
    const ItemText text{{}, QStringLiteral("shown\nhidden"), 5};
    const auto evidence =
        toTextEvidence({{ml::Evidence::Field::Body, 0, 5, 1}, {ml::Evidence::Field::Body, 6, 6, 1}}, text);
    ASSERT_EQ(evidence.size(), 1);
    EXPECT_EQ(evidence[0].length, 5);
}

} // namespace moderato::usecases
