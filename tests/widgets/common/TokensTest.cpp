#include "widgets/common/Tokens.h"
#include "widgets/common/Theme.h"

#include <QSet>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

constexpr double readable = 4.5; // WCAG 2, level AA.

void expectReadable(const Tokens& t) {
    const struct {
        const char* name;
        QColor ink;
    } inks[] = {{"text", t.text},
                {"textMuted", t.textMuted},
                {"accentText", t.accentText},
                {"dangerText", t.dangerText},
                {"warningText", t.warningText},
                {"successText", t.successText}};
    const struct {
        const char* name;
        QColor ground;
    } grounds[] = {{"window", t.window},
                   {"surface", t.surface},
                   {"raised", t.raised},
                   {"field", t.field},
                   {"accentSoft", t.accentSoft}};
    for (const auto& ink : inks) {
        for (const auto& ground : grounds) {
            EXPECT_GE(contrast(ink.ink, ground.ground), readable)
                << ink.name << " on " << ground.name << (t.dark ? ", dark" : ", light");
        }
    }
    EXPECT_GE(contrast(t.onAccent, t.accent), readable);
    EXPECT_GE(contrast(t.onDanger, t.danger), readable);
    EXPECT_GE(contrast(t.dangerText, t.dangerSoft), readable);
    EXPECT_GE(contrast(t.warningText, t.warningSoft), readable);
}

TEST(TokensTest, EveryTextIsReadableInTheLightTheme) {
    expectReadable(lightTokens());
}

TEST(TokensTest, EveryTextIsReadableInTheDarkTheme) {
    expectReadable(darkTokens());
}

TEST(TokensTest, ContrastIsThatOfTheStandard) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 1e-9);
    EXPECT_NEAR(contrast(QColor(0x777777), Qt::white), 4.48, 0.01);
}

TEST(TokensTest, LabelsAreReadableOnTheirColour) {
    for (const char* code :
         {"politics", "food", "fun", "sports", "disaster", "doctor_patient", "technology", "", "老年"}) {
        const QColor color = categoryColor(QString::fromUtf8(code));
        EXPECT_GE(contrast(readableOn(color), color), readable) << code;
    }
}

TEST(TokensTest, TheMainCategoriesDiffer) {
    QSet<QRgb> colors;
    for (const char* code : {"politics", "disaster", "doctor_patient", "strange_events", "car_models",
                             "entertainment", "food", "fun"}) {
        colors << categoryColor(QLatin1String(code)).rgb();
    }
    EXPECT_EQ(colors.size(), 8);
    EXPECT_EQ(categoryColor("anything"), categoryColor("anything"));
}

} // namespace
} // namespace moderato::widgets
