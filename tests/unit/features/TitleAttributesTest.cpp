#include "core/features/TitleAttributes.h"

#include <cmath>
#include <gtest/gtest.h>

namespace moderato::features {

TEST(TitleAttributes, Shouting) {
    EXPECT_EQ(capitalShare(partsOf(u"HELLO you")), 5 / 8.0);
    EXPECT_TRUE(std::isnan(capitalShare(partsOf(u"震惊！42"))));
    EXPECT_EQ(exclamationMarks(partsOf(u"Oh! 快看！！")), 3);
    EXPECT_EQ(questionMarks(partsOf(u"Why? 为什么？")), 2);
    EXPECT_EQ(ellipses(partsOf(u"And then… 然后…… so... no. end.。.")), 4);
    EXPECT_EQ(numerals(partsOf(u"3,000 people, 2.5 dogs and 7人 in B2B")), 3);
}

TEST(TitleAttributes, Lists) {
    for (const char16_t* title : {u"17 weird things that happen", u"10个减肥方法", u"5 people who left"}) {
        EXPECT_EQ(announcesList(partsOf(QStringView(title))), 1) << qPrintable(QString::fromUtf16(title));
    }
    for (const char16_t* title :
         {u"In 2020 prices rose", u"1 thing", u"Boeing 747 lands", u"7 in this week", u"北京今天25度"}) {
        EXPECT_EQ(announcesList(partsOf(QStringView(title))), 0) << qPrintable(QString::fromUtf16(title));
    }
}

TEST(TitleAttributes, Clickbait) {
    EXPECT_EQ(clickbaitMarkers(partsOf(u"You Won’t Believe What Happened Next")), 2);
    EXPECT_EQ(clickbaitMarkers(partsOf(u"震惊！他竟然这样做，不看后悔")), 3);
    EXPECT_EQ(clickbaitMarkers(partsOf(u"The secretary resigns")), 0);
    EXPECT_EQ(clickbaitMarkers(partsOf(u"央行宣布降低利率")), 0);
}

TEST(TitleAttributes, ForwardReference) {
    EXPECT_EQ(forwardReferenceShare(partsOf(u"This dog will steal your heart")), 2 / 6.0);
    EXPECT_EQ(forwardReferenceShare(partsOf(u"你在北京学习")), 1 / 4.0);
    EXPECT_TRUE(std::isnan(forwardReferenceShare(partsOf(u""))));
}

TEST(TitleAttributes, MatchWithTheBody) {
    // Title {cat, bark}, body {cat: 2, dog, bit}: 2 / (√2 · √6).
    const TextParts title = partsOf(u"The cats bark"), body = partsOf(u"A cat and a cat; the dog bit.");
    EXPECT_DOUBLE_EQ(titleBodySimilarity(title, body), 2 / std::sqrt(2.0 * 6.0));
    EXPECT_EQ(titleWordsInBody(title, body), .5);
    EXPECT_EQ(titleWordsInBody(partsOf(u"北京学习"), partsOf(u"我们在北京工作")), .5);
    EXPECT_DOUBLE_EQ(titleBodySimilarity(partsOf(u"北京学习"), partsOf(u"在北京学习")), 1);
    EXPECT_TRUE(std::isnan(titleBodySimilarity(title, partsOf(u""))));
    EXPECT_TRUE(std::isnan(titleWordsInBody(partsOf(u"the"), body)));
}

} // namespace moderato::features
