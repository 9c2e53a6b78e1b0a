#include "core/features/Language.h"

#include <QString>

#include <gtest/gtest.h>

namespace moderato::features {

TEST(Language, English) {
    EXPECT_EQ(detectLanguage(u"The minister said that it was not what they had wanted."), "en");
    EXPECT_EQ(detectLanguage(u"Budget talks collapse"), "en");
    EXPECT_EQ(detectLanguage(u"How to cook rice"), "en");
    EXPECT_EQ(detectLanguage(u"I’m sure you’ve seen this one, and it’s still funny after all these years"),
              "en");
}

TEST(Language, Chinese) {
    EXPECT_EQ(detectLanguage(u"新综艺首播，影帝把盐当成了糖"), "zh");
    EXPECT_EQ(detectLanguage(u"iPhone 15 Pro 评测：值得买吗"), "zh");
    EXPECT_EQ(detectLanguage(u"繁體中文的新聞標題"), "zh");
}

TEST(Language, OthersAreNotGuessed) {
    EXPECT_EQ(detectLanguage(u""), "");
    EXPECT_EQ(detectLanguage(u"12345 !!!"), "");
    EXPECT_EQ(detectLanguage(u"今日はとてもいい天気ですね、散歩に行きましょう"), "");
    EXPECT_EQ(detectLanguage(u"오늘 날씨가 정말 좋네요"), "");
    EXPECT_EQ(detectLanguage(u"Сегодня очень хорошая погода"), "");
    EXPECT_EQ(detectLanguage(
                  u"Der Minister sagte gestern, dass die Verhandlungen über den Haushalt gescheitert sind"),
              "");
    EXPECT_EQ(
        detectLanguage(u"Le ministre a déclaré hier que les négociations sur le budget ont échoué encore"),
        "");
}

} // namespace moderato::features
