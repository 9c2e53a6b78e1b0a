#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ResourceFolder.h"

#include <QSet>
#include <gtest/gtest.h>

namespace moderato::usecases {

TEST(Taxonomy, ShippedCategoriesHaveNamesInBothLanguages) {
    const auto categories = defaultCategories(QStringLiteral(MODERATO_SOURCE_DIR "/resources"));
    ASSERT_TRUE(categories.ok()) << categories.error().message.toStdString();
    QSet<QString> codes;
    for (const domain::Category& category : *categories) {
        EXPECT_FALSE(category.nameEn.isEmpty());
        EXPECT_FALSE(category.nameZh.isEmpty()) << category.code.toStdString();
        EXPECT_FALSE(codes.contains(category.code)) << category.code.toStdString();
        codes.insert(category.code);
    }
}

TEST(Taxonomy, TheDocumentsEightSetsAreOfKnownCategoriesAndFeatures) {
    const QString folder = QStringLiteral(MODERATO_SOURCE_DIR "/resources");
    const auto categories = defaultCategories(folder);
    const auto sets = defaultExpressionSets(folder);
    ASSERT_TRUE(categories.ok() && sets.ok());
    EXPECT_EQ(sets->size(), 8);
    QSet<QString> codes, features;
    for (const domain::Category& category : *categories) {
        codes.insert(category.code);
    }
    for (const domain::ExpressionSet& set : *sets) {
        EXPECT_TRUE(codes.contains(set.category)) << set.category.toStdString();
        for (const QString& feature : set.positive + set.negative) {
            features.insert(feature);
        }
        for (const QString& feature : set.positive) {
            EXPECT_FALSE(set.negative.contains(feature)) << feature.toStdString();
        }
    }
    EXPECT_EQ(features.size(), 13) << "all thirteen features of S4.1 are in use";
}

TEST(Taxonomy, AMissingFileIsASentence) {
    EXPECT_FALSE(defaultCategories(QStringLiteral("/nowhere")).ok());
}

} // namespace moderato::usecases
