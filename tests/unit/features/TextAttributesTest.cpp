#include "core/features/TextAttributes.h"

#include <QElapsedTimer>

#include <cmath>
#include <gtest/gtest.h>

namespace moderato::features {

TEST(TextParts, CutsAndCounts) {
    const TextParts parts = partsOf(u"Mr. Smith came.\n\n  He didn’t stay!  \n最后他走了。");
    ASSERT_EQ(parts.paragraphs.size(), 3u);
    EXPECT_EQ(parts.text.mid(parts.paragraphs[1].begin, parts.paragraphs[1].length), u"He didn’t stay!"_qs);
    ASSERT_EQ(parts.sentences.size(), 3u);
    EXPECT_EQ(parts.sentences[0].words, 3u);
    EXPECT_EQ(parts.sentences[1].firstWord, 3u);
    EXPECT_EQ(parts.lowered[4], u"didn't"_qs);
    EXPECT_EQ(parts.characters, 13 + 13 + 6);
}

TEST(TextParts, LongTextsAreCutBetweenCharacters) {
    const QString text = u"a"_qs + u"😀"_qs.repeated(20'000);
    const TextParts parts = partsOf(text);
    EXPECT_EQ(parts.text.size(), TextParts::longest - 1);
    EXPECT_EQ(parts.characters, 10'000);
}

TEST(TextAttributes, Lengths) {
    const TextParts english = partsOf(u"The cat sat.\nThe dog ran off home.");
    EXPECT_EQ(wordCount(english), 8);
    EXPECT_EQ(sentenceCount(english), 2);
    EXPECT_EQ(paragraphCount(english), 2);
    EXPECT_EQ(characterCount(english), 10 + 17);
    EXPECT_DOUBLE_EQ(meanWordLength(english), 25 / 8.0);
    EXPECT_EQ(meanSentenceLength(english), 4);
    EXPECT_EQ(sentenceLengthDeviation(english), 1);
    EXPECT_EQ(meanParagraphCharacters(english), (12 + 21) / 2.0);

    const TextParts chinese = partsOf(u"我们在北京学习。他走了！");
    EXPECT_EQ(wordCount(chinese), 7); // 我们 在 北京 学习, 他 走 了
    EXPECT_EQ(meanSentenceLength(chinese), 3.5);
}

TEST(TextAttributes, NothingIsNotANumber) {
    const TextParts nothing = partsOf(u" \n…\n");
    EXPECT_EQ(wordCount(nothing), 0);
    for (const auto attribute :
         {meanWordLength, meanSentenceLength, sentenceLengthDeviation, movingTypeTokenRatio,
          textualLexicalDiversity, skeletonDiversity, skeletonEntropy}) {
        EXPECT_TRUE(std::isnan(attribute(nothing)));
    }
}

TEST(TextAttributes, MovingTypeTokenRatio) {
    EXPECT_EQ(movingTypeTokenRatio(partsOf(u"a b A c")), .75);
    EXPECT_EQ(movingTypeTokenRatio(partsOf(u"好，好，好，坏")), .5);
    // 51 words make two windows: w0…w49 are all distinct, in the other w1 comes twice.
    QString text;
    for (int i = 0; i < 50; ++i) {
        text += u"w%1 "_qs.arg(i);
    }
    EXPECT_DOUBLE_EQ(movingTypeTokenRatio(partsOf(text + "w1")), (1 + .98) / 2);
    EXPECT_DOUBLE_EQ(movingTypeTokenRatio(partsOf(text + "w0")), 1); // w0 has left the window.
}

TEST(TextAttributes, TextualLexicalDiversity) {
    // Forward a a | b a, backward a b a | a: one factor of 4 words each time, the rest is all distinct.
    EXPECT_DOUBLE_EQ(textualLexicalDiversity(partsOf(u"a a b a")), 4);
    // 4 of 5 distinct and no factor: (1 − .8) / (1 − .72) of one, either way.
    EXPECT_NEAR(textualLexicalDiversity(partsOf(u"a b c d a")), 5 / (.2 / .28), 1e-9);
    EXPECT_DOUBLE_EQ(textualLexicalDiversity(partsOf(u"a b c")), 3); // Never falls: all its words.
    EXPECT_DOUBLE_EQ(textualLexicalDiversity(partsOf(u"好。好。")), 2);
}

TEST(TextAttributes, SyntacticDiversity) {
    // Twice "the · the ·.", once "· of the ·, and ·!".
    const TextParts english =
        partsOf(u"The cat saw the dog. The man met the woman. Lord of the rings, and hobbits!");
    EXPECT_DOUBLE_EQ(skeletonDiversity(english), 2 / 3.0);
    // Twice "我 ·。": 看书 and 写字 are both content.
    EXPECT_DOUBLE_EQ(skeletonDiversity(partsOf(u"我吃饭。我写字。")), .5);
    // "· ." alone has one pair, always the same: no bits.
    EXPECT_EQ(skeletonEntropy(partsOf(u"Birds fly. Dogs bark.")), 0);
    // "the · ." twice has two pairs, evenly: one bit.
    EXPECT_DOUBLE_EQ(skeletonEntropy(partsOf(u"The birds fly. The dogs bark.")), 1);
}

TEST(TextAttributes, HostileTextsAreQuick) {
    for (const QString& unit :
         {u"a"_qs, u". "_qs, u"1. "_qs, u".\""_qs, u"\n"_qs, u"字"_qs, u"“"_qs, u"a.b."_qs, u"Mr. "_qs,
          u"\u0301"_qs, u"ก"_qs, u"of "_qs, u".)"_qs, u"!\u200d"_qs}) {
        QElapsedTimer timer;
        timer.start();
        const TextParts parts = partsOf(unit.repeated(1'000'000));
        (void)(movingTypeTokenRatio(parts) + textualLexicalDiversity(parts) + skeletonEntropy(parts));
        EXPECT_LT(timer.elapsed(), 1000) << qPrintable(unit);
    }
}

} // namespace moderato::features
