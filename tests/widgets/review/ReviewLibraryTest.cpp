#include "app/Workspace.h"
#include "core/usecases/IntakeRun.h"
#include "widgets/common/Actions.h"
#include "widgets/review/ContentPane.h"
#include "widgets/review/QueuePane.h"
#include "widgets/review/ReviewPage.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace moderato;
using namespace moderato::widgets;
using domain::Decision;

namespace {

/// The page on a real library: what it shows was imported and predicted, what it decides is on the disk.
class ReviewLibraryTest : public testing::Test {
protected:
    void SetUp() override {
        QSettings().clear();
        qputenv("MODERATO_WORKER", MODERATO_PROGRAM);
        open();
    }

    void open() {
        auto opened = Workspace::open(folder.filePath(QStringLiteral("library")));
        ASSERT_TRUE(opened.ok()) << qPrintable(opened.error().message);
        workspace = std::move(*opened);
    }

    void import(const QByteArray& lines) {
        QFile file(folder.filePath(QStringLiteral("posts.jsonl")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(lines);
        file.close();
        const auto report = workspace->intake().run({file.fileName()}, JobContext());
        ASSERT_TRUE(report.ok()) << qPrintable(report.error().message);
        ASSERT_TRUE(report->ingest.problems.empty());
    }

    void show() {
        page = std::make_unique<ReviewPage>(reviewServices(workspace->queue(), workspace->items(),
                                                           workspace->decide(), workspace->topics(), {}),
                                            actions, nullptr);
        page->resize(1500, 900);
        page->show();
        page->activateWindow();
        QApplication::setActiveWindow(page.get());
        ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
        page->activated();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* focus = page->focusWidget();
        QTest::keyClick(focus ? focus : page.get(), key, modifiers);
    }
    bool movesFrom(domain::ContentId id) {
        return QTest::qWaitFor(
            [&] { return !page->isBusy() && (!page->item() || page->item()->content.id != id); }, 10000);
    }
    domain::ContentId current() {
        EXPECT_TRUE(QTest::qWaitFor([&] { return page->item() && !page->isBusy(); }, 10000));
        return page->item() ? page->item()->content.id : domain::ContentId();
    }
    std::optional<Decision> decisionOn(domain::ContentId id) {
        const auto item = workspace->items().read(id);
        return item.ok() ? (*item)->decision : std::nullopt;
    }

    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;
    ActionTable actions;
    std::unique_ptr<ReviewPage> page;
};

const QByteArray fourPosts =
    R"({"id":"1","kind":"article","title":"A soup for cold evenings","body":"Cook the broth slowly.","category":"food"}
{"id":"2","kind":"article","title":"Three days in the mountains","body":"We took the early train.","category":"travel"}
{"id":"3","kind":"article","title":"Score in the last minute","body":"The team won the match.","category":"sport"}
{"id":"4","kind":"article","title":"New phone, old battery","body":"It lasts a day.","category":"technology"}
)";

} // namespace

TEST_F(ReviewLibraryTest, ConfirmCorrectDisallowSkipAndUndoAreOnTheDisk) {
    import(fourPosts);
    show();
    const auto confirmed = current();
    const QString answer = page->item()->category ? page->item()->category->scores.front().category.code
                                                  : page->item()->content.givenCategory;
    press(Qt::Key_C);
    ASSERT_TRUE(movesFrom(confirmed));
    ASSERT_TRUE(decisionOn(confirmed));
    EXPECT_EQ(decisionOn(confirmed)->kind, Decision::Kind::Confirm);
    EXPECT_EQ(decisionOn(confirmed)->category, answer);

    const auto disallowed = current();
    press(Qt::Key_D);
    press(Qt::Key_1);
    ASSERT_TRUE(movesFrom(disallowed));
    ASSERT_TRUE(decisionOn(disallowed));
    EXPECT_EQ(decisionOn(disallowed)->kind, Decision::Kind::Disallow);
    EXPECT_EQ(decisionOn(disallowed)->reason, usecases::Decide::reasons().first().code);

    const auto skipped = current();
    press(Qt::Key_S);
    ASSERT_TRUE(movesFrom(skipped));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return page->item() && page->item()->content.id == skipped && !page->isBusy(); }, 10000));
    EXPECT_FALSE(decisionOn(skipped).has_value());

    page.reset();
    workspace.reset();
    open(); // a new start finds all of it
    const auto counts = workspace->queue().counts();
    ASSERT_TRUE(counts.ok());
    EXPECT_EQ(counts->open, 2);
    EXPECT_EQ(counts->decided, 2);
    EXPECT_TRUE(decisionOn(confirmed).has_value());
}

TEST_F(ReviewLibraryTest, AnEmptyLibrarySaysWhatToDo) {
    show();
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return page->content().sentence().contains(QLatin1String("Import")); }, 10000));
}
