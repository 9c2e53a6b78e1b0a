// The loop closes: decisions teach a version, it goes into service, the predictions in the window change, and
// it can be rolled back.

#include "tests/gui/Program.h"

#include "widgets/train/TrainPage.h"
#include "widgets/train/Training.h"

using namespace moderato;
using namespace moderato::testsupport;
using widgets::Training;

namespace {

QString inService(Program& program) {
    const auto version = program.workspace().models().inService(domain::ModelTask::Category);
    return version && version->has_value() ? (*version)->name : QString();
}

TEST(TrainJob, DecisionsBecomeAVersionWhosePredictionsReplaceTheOldOnes) {
    Program program;
    // Every Chinese recipe is taught to be "strange_events": an answer that the shipped model would never
    // give.
    std::vector<domain::ContentId> taught;
    for (int i = 0; i < 24; ++i) {
        ASSERT_TRUE(program.waitForItem());
        const bool chinese = program.review().item()->content.title.contains(QStringLiteral("红烧肉"));
        const auto decision = program.decides([&] {
            if (chinese && taught.size() < 6) {
                program.act("review.correct");
                program.type(QStringLiteral("strange"));
                program.key(Qt::Key_Return);
            } else if (chinese) {
                program.act("review.skip"); // left for the new version to predict
            } else {
                program.act("review.confirm");
            }
        });
        if (decision.category == QStringLiteral("strange_events")) {
            taught.push_back(decision.content);
        }
    }
    ASSERT_EQ(taught.size(), 6u);

    program.act("go.train");
    auto* page = qobject_cast<widgets::TrainPage*>(program.window().page(QStringLiteral("train")));
    Training& training = page->training();
    QString problem;
    QObject::connect(&training, &Training::failed, page,
                     [&](const Error& error) { problem = error.message; });
    int rounds = 0;
    QObject::connect(&training, &Training::roundDone, page, [&] { ++rounds; });
    ASSERT_TRUE(Program::waitFor([&] {
        program.application().actions().refresh();
        return program.application().actions().find(QStringLiteral("train.start"))->isEnabled();
    }));
    program.act("train.start");
    ASSERT_TRUE(
        Program::waitFor([&] { return training.comparison().has_value() || !problem.isEmpty(); }, 240'000));
    ASSERT_TRUE(problem.isEmpty()) << qPrintable(problem);
    EXPECT_GT(rounds, 0) << "the curve had no points";
    EXPECT_EQ(inService(program), QStringLiteral("category-default")) << "a candidate is not in service";

    ASSERT_TRUE(Program::waitFor([&] {
        program.application().actions().refresh();
        return program.application().actions().find(QStringLiteral("train.promote"))->isEnabled();
    }));
    const QString candidate = training.candidate();
    bool renewed = false;
    QObject::connect(&training, &Training::predictionsRenewed, page, [&] { renewed = true; });
    program.act("train.promote");
    ASSERT_TRUE(Program::waitFor([&] { return renewed || !problem.isEmpty(); }, 120'000));
    ASSERT_TRUE(problem.isEmpty()) << qPrintable(problem);
    EXPECT_EQ(inService(program), candidate);

    const auto item = program.workspace().items().read(taught.front()).value();
    ASSERT_TRUE(item->category.has_value());
    EXPECT_EQ(item->category->version, candidate);
    EXPECT_EQ(item->category->scores.front().category.code, QStringLiteral("strange_events"));
    ASSERT_TRUE(item->previousCategory.has_value()) << "the old prediction is kept for comparison";
    EXPECT_EQ(item->previousCategory->version, QStringLiteral("category-default"));
    EXPECT_NE(item->previousCategory->scores.front().category.code, QStringLiteral("strange_events"));

    program.close();
    program.open();
    EXPECT_EQ(inService(program), candidate) << "promotion survives a restart";
    ASSERT_TRUE(program.workspace().models().rollBack(domain::ModelTask::Category).ok());
    EXPECT_EQ(inService(program), QStringLiteral("category-default"));
}

} // namespace
