#include "widgets/common/Actions.h"
#include "widgets/common/CareSettings.h"
#include "widgets/common/Preferences.h"
#include "widgets/common/Theme.h"
#include "widgets/settings/CareEditor.h"
#include "widgets/settings/HashListTable.h"
#include "widgets/settings/KeyEditor.h"
#include "widgets/settings/KeyModel.h"
#include "widgets/settings/SettingsPage.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <gtest/gtest.h>

#include <mutex>

namespace moderato::widgets {
namespace {

class Settings : public testing::Test {
protected:
    void SetUp() override {
        QSettings().clear();
        for (const char* name : {"Confirm", "Correct", "Skip"}) {
            ActionSpec spec;
            spec.id = QStringLiteral("review.%1").arg(QString(name).toLower());
            spec.text = name;
            spec.keys = {
                QKeySequence(QString(name[0] == 'C' && name[3] == 'r' ? "X" : QString(name).left(1)))};
            spec.group = "Review";
            spec.scope = "review";
            table.add(spec, &page, {});
        }
    }

    QWidget page;
    ActionTable table;
};

TEST_F(Settings, ReaderModeIsOffUntilSomebodyTicksIt) {
    std::mutex mutex;
    bool kept = false;
    Theme theme(*qobject_cast<QApplication*>(QCoreApplication::instance()));
    SettingsOutside outside;
    outside.readerMode = {.isOn =
                              [&] {
                                  const std::lock_guard lock(mutex);
                                  return Result(kept);
                              },
                          .setOn =
                              [&](bool on) {
                                  const std::lock_guard lock(mutex);
                                  kept = on;
                                  return Status();
                              }};
    SettingsPage settings(theme, table, std::move(outside));
    settings.activated();
    auto* box = settings.findChild<QCheckBox*>("readerMode");
    ASSERT_TRUE(box);
    EXPECT_FALSE(box->isChecked());
    const auto isKept = [&] {
        const std::lock_guard lock(mutex);
        return kept;
    };
    box->click();
    EXPECT_TRUE(QTest::qWaitFor(isKept));
    EXPECT_TRUE(box->isChecked());
    {
        const std::lock_guard lock(mutex);
        kept = false; // By command line.
    }
    settings.reload();
    EXPECT_FALSE(box->isChecked());
}

TEST_F(Settings, KeyModelKeepsTheContractAndFollowsTheTable) {
    KeyModel model(table);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.index(0, 0).data().toString(), "Confirm");
    EXPECT_EQ(model.index(0, 2).data().toString(), "C");
    EXPECT_EQ(table.setKeys("review.confirm", {QKeySequence("F2")}), std::nullopt);
    model.read();
    EXPECT_EQ(model.index(0, 2).data().toString(), "F2");
    EXPECT_TRUE(model.row(0).changed);
}

TEST_F(Settings, AKeyIsChangedByPressingIt) {
    KeyEditor editor(table);
    editor.show();
    auto* view = editor.findChild<QTableView*>("keyTable");
    view->setCurrentIndex(view->model()->index(2, 0));
    auto* edit = editor.findChild<QKeySequenceEdit*>("keyEdit");
    edit->setKeySequence(QKeySequence("F6"));
    EXPECT_EQ(table.keyText("review.skip"), "F6");
    EXPECT_TRUE(editor.findChild<QLabel*>("keyAnswer")->text().contains("F6"));
}

TEST_F(Settings, AClashIsRefusedAndNamesTheOther) {
    KeyEditor editor(table);
    editor.show();
    auto* view = editor.findChild<QTableView*>("keyTable");
    view->setCurrentIndex(view->model()->index(2, 0));
    auto* edit = editor.findChild<QKeySequenceEdit*>("keyEdit");
    edit->setKeySequence(QKeySequence("C"));
    EXPECT_EQ(table.keyText("review.skip"), "S");
    EXPECT_EQ(edit->keySequence(), QKeySequence("S"));
    EXPECT_TRUE(editor.findChild<QLabel*>("keyAnswer")->text().contains("Confirm"));
}

TEST_F(Settings, WhatIsSetIsKept) {
    Theme theme(*qApp);
    {
        SettingsPage settings(theme, table);
        auto* name = settings.findChild<QLineEdit*>("personName");
        name->setText("  Ada ");
        Q_EMIT name->editingFinished();
        settings.findChild<QCheckBox*>("care/autoplay")->setChecked(true);
        auto* mode = settings.findChild<QComboBox*>("themeMode");
        mode->setCurrentIndex(2);
        Q_EMIT mode->activated(2);
        EXPECT_TRUE(theme.isDark());
        auto* size = settings.findChild<QComboBox*>("fontScale");
        size->setCurrentIndex(size->findData(150));
        Q_EMIT size->activated(size->currentIndex());
        EXPECT_EQ(scaled(20), 30);
    }
    EXPECT_EQ(personName(), "Ada");
    EXPECT_TRUE(preferences::autoplay.read(QSettings()));
    EXPECT_EQ(Theme(*qApp).mode(), ThemeMode::Dark);
    theme.setMode(ThemeMode::Light);
    theme.setFontScale(1);
}

TaxonomyPtr fewCategories() {
    std::vector<domain::Category> categories;
    for (const char* name : {"Food", "Disaster"}) {
        domain::Category category;
        category.id = {qint64(categories.size()) + 1};
        category.code = QString(name).toLower();
        category.nameEn = name;
        categories.push_back(category);
    }
    return std::make_shared<Taxonomy>(categories, "en");
}

TEST_F(Settings, CareIsATableOfThePersons) {
    CareEditor editor(fewCategories());
    QSignalSpy changed(&editor, &CareEditor::changed);
    editor.show();
    EXPECT_TRUE(editor.findChild<QCheckBox*>("care/everything/mute")->isChecked());
    EXPECT_TRUE(editor.findChild<QCheckBox*>("care/flagged/blur")->isChecked());
    EXPECT_FALSE(editor.findChild<QCheckBox*>("care/everything/blur")->isChecked());
    editor.findChild<QCheckBox*>("care/everything/blur")->click();
    auto* dim = editor.findChild<QComboBox*>("care/everything/dim");
    dim->setCurrentIndex(dim->findData(60));
    Q_EMIT dim->activated(dim->currentIndex());
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(careFor({}, CareSettings::load(personName())),
              (CareEffect{.blur = true, .dim = 0.6, .mute = true}));

    QSettings settings;
    preferences::person.write(settings, "Grace");
    editor.read();
    EXPECT_FALSE(editor.findChild<QCheckBox*>("care/everything/blur")->isChecked()) << "her own table";
}

TEST_F(Settings, ACategoryGetsARowAndLosesIt) {
    CareEditor editor(fewCategories());
    editor.show();
    auto* add = editor.findChild<QComboBox*>("careAdd");
    ASSERT_EQ(add->count(), 3);
    Q_EMIT add->activated(2);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return editor.findChild<QCheckBox*>("care/category:disaster/blur") != nullptr; }));
    EXPECT_TRUE(careFor({.categories = {"disaster"}}, CareSettings::load(personName())).blur);
    editor.findChild<QToolButton*>()->click();
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return editor.findChild<QCheckBox*>("care/category:disaster/blur") == nullptr; }));
    EXPECT_FALSE(careFor({.categories = {"disaster"}}, CareSettings::load(personName())).blur);
}

TEST_F(Settings, HashListsAreShownAndRemoved) {
    std::mutex mutex;
    std::vector<usecases::HashList> lists{{"stolen", 12, SystemClock().now()}};
    HashListTable shown({.lists = [&]() -> Result<std::vector<usecases::HashList>> {
                             const std::lock_guard lock(mutex);
                             return lists;
                         },
                         .remove = [&](const QString& name) -> Status {
                             const std::lock_guard lock(mutex);
                             EXPECT_EQ(name, "stolen");
                             lists.clear();
                             return {};
                         }},
                        nullptr);
    QSignalSpy removed(&shown, &HashListTable::removed);
    shown.show();
    shown.read();
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.findChild<QToolButton*>() != nullptr; }));
    shown.findChild<QToolButton*>("removeHashList.stolen")->click();
    ASSERT_TRUE(QTest::qWaitFor([&] { return removed.count() == 1; }));
    ASSERT_TRUE(QTest::qWaitFor([&] { return shown.findChild<QToolButton*>() == nullptr; }));
}

} // namespace
} // namespace moderato::widgets
