#include "widgets/common/Actions.h"
#include "widgets/common/CommandPalette.h"

#include <QLineEdit>
#include <QSettings>
#include <QtTest>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

TEST(Fuzzy, OrdersByHowWellItFits) {
    EXPECT_LT(fuzzyScore("xyz", "Import files"), 0);
    EXPECT_GT(fuzzyScore("imp", "Import files"), fuzzyScore("imp", "Simplify")) << "the beginning wins";
    EXPECT_GT(fuzzyScore("if", "Import files"), fuzzyScore("if", "Simplify")) << "starts of words win";
    EXPECT_GT(fuzzyScore("train", "Train"), fuzzyScore("train", "Train from scratch"))
        << "the shorter one wins";
    EXPECT_GE(fuzzyScore("", "anything"), 0);
    EXPECT_GE(fuzzyScore("导入", "导入文件"), 0);
}

class Palette : public testing::Test {
protected:
    void SetUp() override {
        QSettings().clear();
        window.resize(800, 600);
        for (const char* text : {"Skip", "Import files", "Import folder", "Train"}) {
            ActionSpec spec;
            spec.id = QString(text).toLower().replace(' ', '.');
            spec.text = text;
            spec.group = "Group";
            table.add(spec, &window, [this, id = spec.id] { ran << id; });
        }
    }

    QWidget window;
    ActionTable table;
    QStringList ran;
};

TEST_F(Palette, FindsByLetters) {
    const CommandPalette palette(table, &window);
    EXPECT_EQ(palette.matches("imfo").value(0), "import.folder");
    EXPECT_EQ(palette.matches("tr").value(0), "train");
    EXPECT_EQ(palette.matches("").size(), 4);
    EXPECT_TRUE(palette.matches("qqq").isEmpty());
}

TEST_F(Palette, RunsWithReturnAndRemembers) {
    CommandPalette palette(table, &window);
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    palette.open();
    auto* line = palette.findChild<QLineEdit*>("paletteText");
    QTest::keyClicks(line, "folder");
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_EQ(ran, QStringList{"import.folder"});
    EXPECT_FALSE(palette.isVisible());
    EXPECT_EQ(palette.matches("").value(0), "import.folder") << "recent ones come first";
}

TEST_F(Palette, DoesNotRunWhatIsNotPossible) {
    CommandPalette palette(table, &window);
    window.show();
    table.find("train")->setEnabled(false);
    palette.open();
    auto* line = palette.findChild<QLineEdit*>("paletteText");
    QTest::keyClicks(line, "train");
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_TRUE(ran.isEmpty());
    QTest::keyClick(line, Qt::Key_Escape);
    EXPECT_FALSE(palette.isVisible());
}

} // namespace
} // namespace moderato::widgets
