#include "widgets/common/Taxonomy.h"

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

domain::Category category(const QString& code, const QString& en, const QString& zh, int position,
                          bool retired = false) {
    domain::Category category;
    category.code = code;
    category.nameEn = en;
    category.nameZh = zh;
    category.position = position;
    category.retired = retired;
    return category;
}

TEST(TaxonomyTest, NamesLettersAndOrder) {
    const Taxonomy taxonomy({category("fun", "Fun", "搞笑", 2), category("food", "Food", "美食", 1),
                             category("old", "Old", "", 0, true)},
                            "zh_CN");
    ASSERT_EQ(taxonomy.categories().size(), 2U);
    EXPECT_EQ(taxonomy.categories().front().code, "food");
    EXPECT_EQ(taxonomy.name("food"), "美食");
    EXPECT_EQ(taxonomy.name("old"), "Old") << "retired ones are still named";
    EXPECT_EQ(taxonomy.name("never heard of"), "never heard of");
    EXPECT_EQ(taxonomy.letter("fun"), "B");
    EXPECT_EQ(taxonomy.codeFor("b"), "fun");
    EXPECT_TRUE(taxonomy.codeFor("Z").isEmpty());
}

} // namespace
} // namespace moderato::widgets
