#include "core/features/Pinyin.h"

#include <gtest/gtest.h>

namespace moderato::features {
namespace {

TEST(Pinyin, HanCharactersGiveSyllablesAndInitials) {
    EXPECT_EQ(pinyinOf(QStringLiteral("美食")), (Pinyin{QStringLiteral("meishi"), QStringLiteral("ms")}));
    EXPECT_EQ(pinyinOf(QStringLiteral("世界杯")),
              (Pinyin{QStringLiteral("shijiebei"), QStringLiteral("sjb")}));
    // ü and tones are gone: what a keyboard types.
    EXPECT_EQ(pinyinOf(QStringLiteral("女")).syllables, QStringLiteral("nu"));
}

TEST(Pinyin, OtherLettersAndFiguresStay) {
    EXPECT_EQ(pinyinOf(QStringLiteral("4K 视频")),
              (Pinyin{QStringLiteral("4kshipin"), QStringLiteral("4ksp")}));
}

TEST(Pinyin, TextWithoutHanHasNone) {
    EXPECT_EQ(pinyinOf(QStringLiteral("cooking")), Pinyin());
    EXPECT_EQ(pinyinOf(QString()), Pinyin());
    EXPECT_EQ(pinyinOf(QStringLiteral("クッキング")), Pinyin());
}

} // namespace
} // namespace moderato::features
