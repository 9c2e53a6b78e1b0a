#include "widgets/common/Actions.h"
#include "widgets/common/ActionButton.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QtTest>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

class Actions : public testing::Test {
protected:
    void SetUp() override { QSettings().clear(); }

    static ActionSpec spec(const QString& id, const QString& key, const QString& scope = {}) {
        ActionSpec spec;
        spec.id = id;
        spec.text = id.section('.', -1);
        if (!key.isEmpty()) {
            spec.keys = {QKeySequence(key)};
        }
        spec.scope = scope;
        return spec;
    }
};

TEST_F(Actions, RefusesAKeyThatAnotherActionOfTheScopeHas) {
    ActionTable table;
    QWidget page;
    table.add(spec("review.confirm", "C", "review"), &page, {});
    table.add(spec("review.correct", "X", "review"), &page, {});
    EXPECT_EQ(table.setKeys("review.correct", {QKeySequence("C")}), "review.confirm");
    EXPECT_EQ(table.keyText("review.correct"), "X") << "a refused key changes nothing";
    EXPECT_FALSE(QSettings().contains("keys/review.correct"));
}

TEST_F(Actions, PagesMayShareAKeyButNotWithTheWindow) {
    ActionTable table;
    QWidget page;
    table.add(spec("review.confirm", "C", "review"), &page, {});
    table.add(spec("train.compare", "C", "train"), &page, {});
    EXPECT_EQ(table.keyText("train.compare"), "C");
    table.add(spec("window.search", "/"), &page, {});
    EXPECT_EQ(table.setKeys("train.compare", {QKeySequence("/")}), "window.search");
    EXPECT_EQ(table.setKeys("window.search", {QKeySequence("C")}), "review.confirm");
}

TEST_F(Actions, AKeyThatBeginsALongerOneClashes) {
    ActionTable table;
    QWidget page;
    table.add(spec("a", "G, R"), &page, {});
    table.add(spec("b", "B"), &page, {});
    EXPECT_EQ(table.setKeys("b", {QKeySequence("G")}), "a");
}

TEST_F(Actions, ChangedKeysAreKeptAndCanBeReset) {
    QWidget page;
    {
        ActionTable table;
        table.add(spec("review.confirm", "C", "review"), &page, {});
        EXPECT_EQ(table.setKeys("review.confirm", {QKeySequence("F5"), QKeySequence("Y")}), std::nullopt);
    }
    ActionTable table;
    table.add(spec("review.confirm", "C", "review"), &page, {});
    EXPECT_EQ(table.keys("review.confirm"), (QList<QKeySequence>{QKeySequence("F5"), QKeySequence("Y")}));
    EXPECT_EQ(table.resetKeys("review.confirm"), std::nullopt);
    EXPECT_EQ(table.keyText("review.confirm"), "C");
    EXPECT_FALSE(QSettings().contains("keys/review.confirm"));
}

TEST_F(Actions, ResetIsRefusedWhileAnotherHasTheDefaultKey) {
    ActionTable table;
    QWidget page;
    table.add(spec("a", "A"), &page, {});
    table.add(spec("b", "B"), &page, {});
    EXPECT_EQ(table.setKeys("a", {QKeySequence("Z")}), std::nullopt);
    EXPECT_EQ(table.setKeys("b", {QKeySequence("A")}), std::nullopt);
    EXPECT_EQ(table.resetKeys("a"), "b");
    table.resetAll();
    EXPECT_EQ(table.keyText("a"), "A");
    EXPECT_EQ(table.keyText("b"), "B");
}

TEST_F(Actions, NoKeyAtAllIsKeptToo) {
    QWidget page;
    {
        ActionTable table;
        table.add(spec("a", "A"), &page, {});
        EXPECT_EQ(table.setKeys("a", {}), std::nullopt);
    }
    ActionTable table;
    table.add(spec("a", "A"), &page, {});
    EXPECT_TRUE(table.keys("a").isEmpty());
}

TEST_F(Actions, AskWhetherTheyCanRun) {
    ActionTable table;
    QWidget page;
    int runs = 0;
    bool possible = false;
    table.add(
        spec("a", "A"), &page, [&] { ++runs; }, [&] { return possible; });
    EXPECT_FALSE(table.find("a")->isEnabled());
    EXPECT_FALSE(table.trigger("a"));
    possible = true;
    table.refresh();
    EXPECT_TRUE(table.trigger("a"));
    possible = false; // Nobody told the table: it asks again.
    table.find("a")->trigger();
    EXPECT_EQ(runs, 1);
    EXPECT_FALSE(table.trigger("unknown"));
}

TEST_F(Actions, ButtonsShowTheKeyAndFollowIt) {
    ActionTable table;
    QWidget page;
    int runs = 0;
    auto confirm = spec("review.confirm", "C", "review");
    confirm.text = "Confirm";
    table.add(confirm, &page, [&] { ++runs; });
    ActionButton button(table, "review.confirm");
    EXPECT_EQ(button.text(), "Confirm  C");
    EXPECT_EQ(table.setKeys("review.confirm", {QKeySequence("V")}), std::nullopt);
    EXPECT_EQ(button.text(), "Confirm  V");
    button.click();
    EXPECT_EQ(runs, 1);
    table.find("review.confirm")->setEnabled(false);
    EXPECT_FALSE(button.isEnabled());
}

/// A window with a page, a text field and an action on a letter.
struct Window : QWidget {
    ActionTable table;
    QStackedWidget* stack = new QStackedWidget;
    QWidget* first = new QWidget;
    QWidget* second = new QWidget;
    QLineEdit* line = new QLineEdit;
    QPlainTextEdit* text = new QPlainTextEdit;
    int firstRuns = 0;
    int secondRuns = 0;
    int returns = 0;

    Window() {
        auto* column = new QVBoxLayout(this);
        column->addWidget(line);
        column->addWidget(text);
        column->addWidget(stack);
        stack->addWidget(first);
        stack->addWidget(second);
        first->setFocusPolicy(Qt::StrongFocus);
        ActionSpec spec;
        spec.id = "first.c";
        spec.text = "c";
        spec.keys = {QKeySequence("C")};
        spec.scope = "first";
        table.add(spec, first, [this] { ++firstRuns; });
        spec.id = "second.c";
        spec.scope = "second";
        table.add(spec, second, [this] { ++secondRuns; });
        spec.id = "window.return";
        spec.keys = {QKeySequence(Qt::Key_Return), QKeySequence("?"), QKeySequence("Ctrl+K")};
        spec.scope.clear();
        table.add(spec, this, [this] { ++returns; });
        show();
        activateWindow();
    }
};

TEST_F(Actions, LettersGoIntoTextFields) {
    Window window;
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    window.line->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_C);
    QTest::keyClick(window.windowHandle(), Qt::Key_Return);
    EXPECT_EQ(window.firstRuns, 0);
    EXPECT_EQ(window.returns, 0) << "Return belongs to the field as well";
    EXPECT_EQ(window.line->text(), "c");
    window.text->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_C);
    QTest::keyClick(window.windowHandle(), Qt::Key_Question);
    EXPECT_EQ(window.firstRuns + window.returns, 0);
    EXPECT_TRUE(window.text->toPlainText().startsWith("c"));
    QTest::keyClick(window.windowHandle(), Qt::Key_K, Qt::ControlModifier);
    EXPECT_EQ(window.returns, 1) << "with Ctrl it is no text";

    window.first->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_C);
    EXPECT_EQ(window.firstRuns, 1);
    QTest::keyClick(window.windowHandle(), Qt::Key_Question);
    EXPECT_EQ(window.returns, 2);
}

TEST_F(Actions, ReadOnlyTextTakesNoKeys) {
    QLineEdit line;
    EXPECT_TRUE(ActionTable::takesText(&line));
    line.setReadOnly(true);
    EXPECT_FALSE(ActionTable::takesText(&line));
    EXPECT_FALSE(ActionTable::takesText(nullptr));
}

TEST_F(Actions, OnlyThePageInFrontHearsItsKeys) {
    Window window;
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    window.first->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_C);
    window.stack->setCurrentIndex(1);
    window.second->setFocus();
    QTest::keyClick(window.windowHandle(), Qt::Key_C);
    EXPECT_EQ(window.firstRuns, 1);
    EXPECT_EQ(window.secondRuns, 1);
}

/// Something that lasts while V is held on a page in a window.
struct HeldWindow {
    HeldWindow() {
        QApplication::setActiveWindow(&window);
        window.setLayout(new QVBoxLayout);
        window.layout()->addWidget(&page);
        page.setFocusPolicy(Qt::StrongFocus);
        ActionSpec spec;
        spec.id = "review.reveal";
        spec.text = "Look";
        spec.keys = {QKeySequence("V")};
        spec.scope = "review";
        table.addHeld(
            spec, &page, [this] { ++begun; }, [this] { ++ended; });
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        page.setFocus();
    }
    ~HeldWindow() { page.setParent(nullptr); }

    ActionTable table;
    QWidget window;
    QWidget page;
    int begun = 0, ended = 0;
};

TEST_F(Actions, WhatIsHeldBeginsWithTheKeyAndEndsWithIt) {
    HeldWindow held;
    QTest::keyPress(&held.page, Qt::Key_V);
    EXPECT_EQ(held.begun, 1);
    EXPECT_EQ(held.ended, 0);
    EXPECT_TRUE(held.table.isHeld("review.reveal"));
    QTest::keyRelease(&held.page, Qt::Key_X);
    EXPECT_EQ(held.ended, 0) << "another key";
    QTest::keyRelease(&held.page, Qt::Key_V);
    EXPECT_EQ(held.ended, 1);
    EXPECT_FALSE(held.table.isHeld("review.reveal"));
}

TEST_F(Actions, WhatIsHeldEndsWhenTheWindowLosesTheKeysOrThePageHides) {
    HeldWindow held;
    QTest::keyPress(&held.page, Qt::Key_V);
    QEvent deactivated(QEvent::WindowDeactivate);
    QApplication::sendEvent(&held.window, &deactivated);
    EXPECT_EQ(held.ended, 1);
    QTest::keyRelease(&held.page, Qt::Key_V);
    EXPECT_EQ(held.ended, 1) << "only once";

    QTest::keyPress(&held.page, Qt::Key_V);
    EXPECT_EQ(held.begun, 2);
    held.page.hide();
    EXPECT_EQ(held.ended, 2);
}

TEST_F(Actions, WhatIsHeldNeedsAKeyThatGoesUpAgain) {
    HeldWindow held;
    held.table.trigger("review.reveal"); // from a menu, say
    EXPECT_EQ(held.begun, 0);
    held.table.setKeys("review.reveal", {QKeySequence("B")});
    QTest::keyPress(&held.page, Qt::Key_V);
    QTest::keyRelease(&held.page, Qt::Key_V);
    EXPECT_EQ(held.begun, 0);
    QTest::keyPress(&held.page, Qt::Key_B);
    EXPECT_EQ(held.begun, 1);
    held.table.releaseHeld();
    EXPECT_EQ(held.ended, 1);
}

} // namespace
} // namespace moderato::widgets
