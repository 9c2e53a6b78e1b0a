#include "core/features/FiguresOfSpeech.h"

#include <cmath>
#include <gtest/gtest.h>

namespace moderato::features {

TEST(FiguresOfSpeech, Similes) {
    const auto share = [](QStringView text) { return simileShare(partsOf(text)); };
    EXPECT_EQ(share(u"He was as brave as a lion. He ran like the wind. He looked as if it hurt."), 1);
    EXPECT_EQ(share(u"I like the film. We came as soon as we could. Apples, as well as pears."), 0);
    EXPECT_EQ(share(u"月亮仿佛一面镜子。湖水像一面镜子。她跑得像风一样快。"), 1);
    EXPECT_EQ(share(u"这张图像很清楚。如果下雨，我就不去。比如苹果。他看起来像老师。"), 0);
    EXPECT_EQ(share(u"她笑得像花儿一样。他走了。"), .5);
}

TEST(FiguresOfSpeech, Parallelism) {
    const auto share = [](QStringView text) { return parallelismShare(partsOf(text)); };
    EXPECT_EQ(share(u"We shall fight on the beaches, we shall fight in the hills; we shall never surrender."),
              1);
    EXPECT_EQ(share(u"We shall fight. They will run. They will hide."), .5);
    EXPECT_EQ(share(u"有的人活着，他已经死了；有的人死了，他还活着。"),
              0); // Alternating, not one after the other.
    EXPECT_EQ(share(u"有的人唱歌，有的人跳舞，有的人看书。"), 1);
    EXPECT_TRUE(std::isnan(share(u"Yes. No.")));
}

TEST(FiguresOfSpeech, ExclamationsAndQuestions) {
    const TextParts parts = partsOf(u"What a day! 他喊道：“快跑！” Why? It rained.");
    EXPECT_EQ(parts.sentences.size(), 4u);
    EXPECT_EQ(exclamationShare(parts), .5);
    EXPECT_EQ(questionShare(parts), .25);
}

TEST(FiguresOfSpeech, RhetoricalQuestions) {
    const auto share = [](QStringView text) { return rhetoricalQuestionShare(partsOf(text)); };
    EXPECT_EQ(share(u"Isn’t it lovely? Who wouldn't want that? How could he? Where is it? When?"), .6);
    EXPECT_EQ(share(u"难道这不是真的吗？我们怎能忘记？他在哪里？你吃了吗？"), .5);
    EXPECT_EQ(share(u"这不是很好吗？"), 1);
    EXPECT_EQ(share(u"难道真的要走。"), 0); // Not asked.
}

TEST(FiguresOfSpeech, Quotations) {
    // 5 of 10 characters without the space.
    EXPECT_EQ(quotationShare(partsOf(u"abc “de fgh”")), .5);
    EXPECT_EQ(quotationCount(partsOf(u"abc “de fgh”")), 1);
    EXPECT_EQ(quotationCount(partsOf(u"\"a\" and \"b\"; 「外『内』外」")),
              3); // The inner one is part of the outer.
    EXPECT_EQ(quotationShare(partsOf(u"我读《红楼梦》")), 0);
    EXPECT_EQ(quotationCount(partsOf(u"5\" long\nthe \"end")), 0); // Not closed in the paragraph.
    EXPECT_EQ(quotationShare(partsOf(u"他说“好的”。")), 2 / 7.0);
    EXPECT_TRUE(std::isnan(quotationShare(partsOf(u""))));
}

} // namespace moderato::features
