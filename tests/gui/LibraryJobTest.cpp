// Everything in the library: search as one types, open what was found, keys that stay out of text fields, the
// palette, another theme.

#include "tests/gui/Program.h"

#include "widgets/common/Theme.h"
#include "widgets/library/LibraryModel.h"
#include "widgets/library/LibraryPage.h"

#include <QDialog>
#include <QLineEdit>

using namespace moderato;
using namespace moderato::testsupport;

namespace {

widgets::LibraryModel& model(Program& program) {
    return qobject_cast<widgets::LibraryPage*>(program.window().page(QStringLiteral("library")))->model();
}

TEST(LibraryJob, SearchFindsInBothLanguagesAndOpens) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    program.act("go.library");
    ASSERT_TRUE(Program::waitFor([&] { return model(program).rowCount() == 25; }));
    for (const char* word : {"derby", "红烧肉"}) {
        program.act("window.search");
        program.key(Qt::Key_A, Qt::ControlModifier);
        program.type(QString::fromUtf8(word));
        EXPECT_TRUE(Program::waitFor([&] {
            return model(program).rowCount() == 8 &&
                   model(program).row(0).title.contains(QString::fromUtf8(word));
        })) << word;
    }
    program.key(Qt::Key_Down);
    program.act("library.open");
    ASSERT_TRUE(
        Program::waitFor([&] { return program.window().currentPage()->id() == QStringLiteral("review"); }));
    ASSERT_TRUE(Program::waitFor([&] {
        return program.review().item() &&
               program.review().item()->content.title.contains(QStringLiteral("红烧肉"));
    }));
}

TEST(LibraryJob, LettersInATextFieldDecideNothing) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    program.act("window.search");
    ASSERT_TRUE(
        Program::waitFor([] { return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr; }));
    program.type(QStringLiteral("cscsd1"));
    EXPECT_EQ(qobject_cast<QLineEdit*>(QApplication::focusWidget())->text(), QStringLiteral("cscsd1"));
    EXPECT_EQ(program.decisions(), 0);
}

TEST(LibraryJob, ThePaletteAndTheKeySheetOpen) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    program.act("window.palette");
    auto* palette = program.window().findChild<QWidget*>(QStringLiteral("commandPalette"));
    ASSERT_NE(palette, nullptr);
    ASSERT_TRUE(Program::waitFor([&] { return palette->isVisible(); }));
    program.type(QStringLiteral("train"));
    program.key(Qt::Key_Return);
    EXPECT_TRUE(
        Program::waitFor([&] { return program.window().currentPage()->id() == QStringLiteral("train"); }));
    program.act("window.keys");
    EXPECT_TRUE(Program::waitFor(
        [&] { return program.window().findChild<QDialog*>(QStringLiteral("shortcutSheet")) != nullptr; }));
}

TEST(LibraryJob, TheThemeCanBeChangedWhileAnItemIsShown) {
    Program program;
    ASSERT_TRUE(program.waitForItem());
    const auto item = program.review().item()->content.id;
    const auto lightness = [&] { return program.window().palette().color(QPalette::Window).lightness(); };
    program.application().theme().setMode(widgets::ThemeMode::Dark);
    EXPECT_TRUE(Program::waitFor([&] { return lightness() < 60; }));
    program.application().theme().setMode(widgets::ThemeMode::Light);
    EXPECT_TRUE(Program::waitFor([&] { return lightness() > 200; }));
    EXPECT_EQ(program.review().item()->content.id, item);
}

} // namespace
