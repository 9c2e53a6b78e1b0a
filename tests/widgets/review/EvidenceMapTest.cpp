#include "widgets/article/EvidenceMap.h"

#include <gtest/gtest.h>

using moderato::widgets::mapOffsets;

TEST(EvidenceMap, FollowsOtherSpacesAndParagraphs) {
    const QString plain = QStringLiteral("One two.\nThree");
    const QString shown = QStringLiteral("One  two.\n\nThree");
    const auto map = mapOffsets(plain, shown);
    EXPECT_EQ(map[std::size_t(plain.indexOf(QLatin1String("two")))], shown.indexOf(QLatin1String("two")));
    EXPECT_EQ(map[std::size_t(plain.indexOf(QLatin1String("Three")))], shown.indexOf(QLatin1String("Three")));
}

TEST(EvidenceMap, SkipsWhatOnlyTheDocumentHas) {
    const QString plain = QStringLiteral("Before the noon bell\nAfter the noon bell");
    const QString shown = QStringLiteral("Before the noon bell\n[hidden text: buy now]\nAfter the noon bell");
    const auto map = mapOffsets(plain, shown);
    EXPECT_EQ(map[std::size_t(plain.indexOf(QLatin1String("After")))], shown.indexOf(QLatin1String("After")));
}

TEST(EvidenceMap, LeavesOutWhatIsNotShown) {
    const auto map = mapOffsets(QStringLiteral("abc"), QStringLiteral("xyz"));
    EXPECT_EQ(map, (std::vector<int>{-1, -1, -1}));
    EXPECT_TRUE(mapOffsets({}, QStringLiteral("xyz")).empty());
}

TEST(EvidenceMap, ChineseWithoutSpaces) {
    const QString plain = QStringLiteral(u"清晨五点\n豆浆");
    const QString shown = QStringLiteral(u"标题\n清晨五点\n豆浆");
    const auto map = mapOffsets(plain, shown, 3);
    EXPECT_EQ(map[0], 3);
    EXPECT_EQ(map[std::size_t(plain.indexOf(QChar(u'豆')))], shown.indexOf(QChar(u'豆')));
}
