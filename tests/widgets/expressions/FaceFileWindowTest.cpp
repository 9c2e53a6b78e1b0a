#include "widgets/expressions/FaceFileWindow.h"
#include "widgets/expressions/FaceRuleModel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

#include <gtest/gtest.h>

namespace moderato::widgets {
namespace {

using interchange::ExpressionFormat;
using usecases::ExpressionAlignment;
using Session = FaceFileServices::Session;

/// Answers as a library would: one feature that is told, one that is not.
class FaceFiles {
public:
    FaceFileServices services() {
        return {.examine = [this](const FaceFileServices::File& file) -> QFuture<Result<Session>> {
                    ++examined;
                    asked = file;
                    Session session;
                    session.category = QStringLiteral("fun");
                    session.matchResult = 2;
                    session.findings.layout.format = ExpressionFormat::OpenFace;
                    session.findings.frames = 100;
                    session.findings.usable = 90;
                    session.findings.withoutFace = 10;
                    usecases::FeatureFinding cheeks, nostrils;
                    cheeks.feature = QStringLiteral("cheeks_raised");
                    cheeks.told = cheeks.present = true;
                    cheeks.usable = 90;
                    cheeks.with = 45;
                    cheeks.rule = rule;
                    nostrils.feature = QStringLiteral("nostrils_enlarged");
                    nostrils.reason = QStringLiteral("OpenFace has no AU38.");
                    session.findings.features = {cheeks, nostrils};
                    session.findings.alignment = alignment;
                    return QtFuture::makeReadyFuture(problem ? Result<Session>(*problem) : Result(session));
                },
                .store =
                    [this](const FaceFileServices::File& file, const Session& session) {
                        stored << file.reader;
                        Session done = session;
                        done.isNew = true;
                        return QtFuture::makeReadyFuture(Result(done));
                    },
                .ownRules = [this]() -> Result<interchange::FeatureMapping> { return own; },
                .setRule = [this](ExpressionFormat format, const QString& feature,
                                  const QString& text) -> Status {
                    if (text == QStringLiteral("nonsense")) {
                        return Error::invalid(QStringLiteral("That is no rule."));
                    }
                    rule = text.isEmpty() ? QStringLiteral("AU06_r >= 1") : text;
                    own.rows.clear();
                    if (!text.isEmpty()) {
                        own.rows.push_back({format, feature, {}, {}});
                    }
                    return {};
                }};
    }

    int examined = 0;
    FaceFileServices::File asked;
    QString rule = QStringLiteral("AU06_r >= 1");
    interchange::FeatureMapping own;
    ExpressionAlignment alignment = [] {
        ExpressionAlignment fits;
        fits.sentences = QStringList{QStringLiteral("The file agrees with the clip.")};
        fits.frames = fits.clip.frames = 100;
        fits.framesPerSecond = fits.clip.framesPerSecond = 25;
        fits.duration = fits.clip.duration = std::chrono::seconds(4);
        fits.droppedFrames = 3;
        return fits;
    }();
    std::optional<Error> problem;
    QStringList stored;
};

class FaceFileWindowTest : public testing::Test {
protected:
    void open() {
        window = new FaceFileWindow(files.services(), {{1}, QStringLiteral("A cat on skates")},
                                    QStringLiteral("/somewhere/face.csv"),
                                    [](const QString& category) { return category.toUpper(); });
        window->show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !window->isReading(); }));
    }
    ~FaceFileWindowTest() override { delete window; }

    QPushButton& take() { return *window->findChild<QPushButton*>("faceTake"); }
    QTableView& table() { return *window->findChild<QTableView*>("faceRules"); }

    FaceFiles files;
    QPointer<FaceFileWindow> window;
};

TEST_F(FaceFileWindowTest, NothingIsTakenWithoutAReader) {
    open();
    EXPECT_FALSE(window->isModal());
    EXPECT_FALSE(take().isEnabled());
    QSignalSpy stored(window, &FaceFileWindow::stored);
    auto* reader = window->findChild<QLineEdit*>("faceReader");
    QTest::keyClicks(reader, "r7 ");
    ASSERT_TRUE(take().isEnabled());
    EXPECT_TRUE(files.stored.isEmpty());
    QTest::keyClick(reader, Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.isNull(); })) << "it closes";
    EXPECT_EQ(files.stored, QStringList{QStringLiteral("r7")});
    EXPECT_EQ(stored.count(), 1);
}

TEST_F(FaceFileWindowTest, BothSidesFiguresAndTheVerdictAreShown) {
    files.alignment.verdict = ExpressionAlignment::Verdict::DoesNotFit;
    files.alignment.sentences = {QStringLiteral("The file lasts 4 s, the clip 9 s.")};
    open();
    EXPECT_EQ(window->findChild<QLabel*>("faceVerdict")->text(),
              QStringLiteral("The file lasts 4 s, the clip 9 s."));
    EXPECT_EQ(take().text(), QStringLiteral("Take it anyway"));
    QStringList texts;
    for (const QLabel* label : window->findChildren<QLabel*>()) {
        texts << label->text().replace(QChar(0xa0), QLatin1Char(' '));
    }
    EXPECT_EQ(texts.count(QStringLiteral("25.00")), 2) << "the rates";
    EXPECT_EQ(texts.count(QStringLiteral("100")), 2) << "the frames";
    EXPECT_TRUE(texts.contains(QStringLiteral("3"))) << "dropped";
    EXPECT_TRUE(texts.contains(QStringLiteral("10 %"))) << "without a face";
    EXPECT_EQ(window->findChild<QLabel*>("faceResult")->text(), QStringLiteral("Match result +2 with FUN"));
}

TEST_F(FaceFileWindowTest, ARuleIsEditedInPlaceAndTheFileReadAgain) {
    open();
    auto* model = qobject_cast<FaceRuleModel*>(table().model());
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_EQ(model->rowCount(), 2);
    EXPECT_EQ(model->index(0, FaceRuleModel::Found).data().toString(),
              QStringLiteral("shown: 45 of 90 frames"));
    EXPECT_EQ(model->index(1, FaceRuleModel::Found).data().toString(),
              QStringLiteral("OpenFace has no AU38."));
    EXPECT_TRUE(
        model->setData(model->index(0, FaceRuleModel::Rule), QStringLiteral("AU06_r >= 2"), Qt::EditRole));
    ASSERT_TRUE(QTest::qWaitFor([&] { return files.examined == 2 && !window->isReading(); }));
    EXPECT_EQ(model->index(0, FaceRuleModel::Rule).data().toString(), QStringLiteral("AU06_r >= 2"));
    EXPECT_EQ(model->index(0, FaceRuleModel::Origin).data().toString(), QStringLiteral("own"));
    model->setData(model->index(0, FaceRuleModel::Rule), QStringLiteral("nonsense"), Qt::EditRole);
    EXPECT_EQ(files.examined, 2) << "a wrong rule changes nothing";
    EXPECT_EQ(model->index(0, FaceRuleModel::Rule).data().toString(), QStringLiteral("AU06_r >= 2"));
}

TEST_F(FaceFileWindowTest, AFileThatCannotBeReadIsSaid) {
    files.problem = Error::invalid(QStringLiteral("This is a picture."));
    open();
    window->findChild<QLineEdit*>("faceReader")->setText(QStringLiteral("r1"));
    EXPECT_FALSE(take().isEnabled());
}

} // namespace
} // namespace moderato::widgets
