#include "widgets/common/CareSettings.h"
#include "widgets/common/Preferences.h"

#include <QSettings>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

class Care : public testing::Test {
protected:
    void SetUp() override { QSettings().clear(); }
};

TEST_F(Care, TheStrongestRowOfAnItemHolds) {
    CareSettings settings;
    settings.kinds[CareSettings::everything] = {.dim = 0.3, .mute = true};
    settings.kinds[CareSettings::flagged] = {.grey = true};
    settings.kinds[CareSettings::category("disaster")] = {.blur = true, .dim = 0.9};

    EXPECT_EQ(careFor({}, settings), (CareEffect{.dim = 0.3, .mute = true}));
    EXPECT_EQ(careFor({.flagged = true}, settings), (CareEffect{.grey = true, .dim = 0.3, .mute = true}));
    EXPECT_EQ(careFor({.flagged = true, .categories = {"food", "disaster"}}, settings),
              (CareEffect{.blur = true, .grey = true, .dim = 0.9, .mute = true}));
    EXPECT_EQ(careFor({.knownHash = true, .disallowed = true}, settings), careFor({}, settings))
        << "a kind without a row adds nothing";
}

TEST_F(Care, AtFirstEverythingIsSilentAndSensitiveMaterialIsBlurredAndGrey) {
    const CareSettings settings = CareSettings::load("Ada");
    EXPECT_EQ(careFor({}, settings), (CareEffect{.mute = true}));
    const CareEffect strong{.blur = true, .grey = true, .mute = true};
    EXPECT_EQ(careFor({.flagged = true}, settings), strong);
    EXPECT_EQ(careFor({.knownHash = true}, settings), strong);
    EXPECT_EQ(careFor({.disallowed = true}, settings), strong);
}

TEST_F(Care, EverybodyHasTheirOwn) {
    CareSettings ada = CareSettings::defaults();
    ada.kinds[CareSettings::category("fun")] = {.blur = true, .dim = 0.6};
    ada.save("Ada/Lovelace"); // a name is no path
    EXPECT_EQ(CareSettings::load("Ada/Lovelace"), ada);
    EXPECT_EQ(CareSettings::load("Ada"), CareSettings::defaults());
    EXPECT_EQ(CareSettings::load("Grace"), CareSettings::defaults());
}

TEST_F(Care, DamagedSettingsAreTheDefaultsAndNumbersStayInRange) {
    QSettings().setValue("care/of/" + QString::fromLatin1(QByteArray("Ada").toHex()), "not json");
    EXPECT_EQ(CareSettings::load("Ada"), CareSettings::defaults());
    QSettings().setValue("care/of/" + QString::fromLatin1(QByteArray("Ada").toHex()),
                         R"({"everything":{"dim":7}})");
    EXPECT_EQ(CareSettings::load("Ada").kinds.value(CareSettings::everything).dim, 1.0);
}

TEST_F(Care, ACategorysKindTellsItsCode) {
    EXPECT_EQ(CareSettings::categoryOf(CareSettings::category("fun")), "fun");
    EXPECT_EQ(CareSettings::categoryOf(CareSettings::flagged), "");
}

} // namespace
} // namespace moderato::widgets
