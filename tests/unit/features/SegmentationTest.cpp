#include "core/features/Segmentation.h"

#include <gtest/gtest.h>

namespace moderato::features {

TEST(Segmentation, EnglishWordsWithoutPunctuation) {
    EXPECT_EQ(words(u"Don't panic, it's 42!"), (QStringList{"Don't", "panic", "it's", "42"}));
}

TEST(Segmentation, ChineseByDictionary) {
    EXPECT_EQ(words(u"我们在北京学习"), (QStringList{"我们", "在", "北京", "学习"}));
}

TEST(Segmentation, SpansPointIntoTheText) {
    const QString text = u"Ein 北京 trip"_qs;
    const auto spans = wordSpans(text);
    ASSERT_EQ(spans.size(), 3u);
    EXPECT_EQ(text.mid(spans[1].begin, spans[1].length), u"北京"_qs);
    EXPECT_EQ(spans[2], (WordSpan{7, 4}));
}

TEST(Segmentation, CharactersAsReadersCountThem) {
    EXPECT_EQ(characters(u"a é 字"), (QStringList{"a", "é", "字"}));
    EXPECT_EQ(characters(u"👨‍👩‍👧!").size(), 2);
    EXPECT_TRUE(words(u"").isEmpty());
}

TEST(Segmentation, Sentences) {
    const auto sentences = [](const QString& text) {
        QStringList list;
        for (const WordSpan& span : sentenceSpans(text)) {
            list << text.mid(span.begin, span.length);
        }
        return list;
    };
    EXPECT_EQ(sentences("Dr. Li paid $3.50.  Why? \"No!\" he said. "),
              (QStringList{"Dr. Li paid $3.50.", "Why?", "\"No!\" he said."}));
    EXPECT_EQ(sentences("今天下雨。我们不去了！他问：“为什么？”没有人回答…\n第二段"),
              (QStringList{"今天下雨。", "我们不去了！", "他问：“为什么？”", "没有人回答…", "第二段"}));
    EXPECT_TRUE(sentences(" \n … !!! ").isEmpty());
}

} // namespace moderato::features
