#include "tests/gui/Program.h"

#include "core/base/File.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/IntakeRun.h"

#include <QAction>
#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace moderato::testsupport {

namespace {

QByteArray line(int number, const char* title, const char* body, const char* category) {
    const QJsonObject item{{"id", QStringLiteral("item-%1").arg(number)},
                           {"kind", "article"},
                           {"title", QString::fromUtf8(title)},
                           {"body", QString::fromUtf8(body)},
                           {"topics", QJsonArray{QStringLiteral("topic %1").arg(number % 3)}},
                           {"category", QString::fromLatin1(category)}};
    return QJsonDocument(item).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

Program::Program() {
    makeContent();
    auto workspace = Workspace::open(path(QStringLiteral("library")));
    EXPECT_TRUE(workspace.ok()) << qPrintable(workspace.error().message);
    const auto report = (*workspace)->intake().run({path(QStringLiteral("items.jsonl"))}, JobContext());
    EXPECT_TRUE(report.ok()) << qPrintable(report.error().message);
    EXPECT_EQ(report->ingest.problems.size(), 0u);
    EXPECT_GT(report->ingest.imported, 20);
    workspace->reset();
    open();
}

Program::~Program() {
    close();
}

void Program::makeContent() {
    const QStringList clip{
        "-v", "error",    "-y",      "-f",       "lavfi", "-i",       "testsrc2=s=320x180:r=25:d=2",
        "-f", "lavfi",    "-i",      "sine=d=2", "-c:v",  "libx264",  "-g",
        "25", "-pix_fmt", "yuv420p", "-c:a",     "aac",   "-shortest"};
    EXPECT_EQ(
        QProcess::execute(QStringLiteral("ffmpeg"), clip + QStringList{path(QStringLiteral("clip.mp4"))}), 0);
    QByteArray items;
    for (int i = 0; i < 8; ++i) {
        items += line(i * 3, "Slow cooked beans with rosemary",
                      "Soak the beans, then simmer them in the oven with olive oil and garlic.",
                      i == 0 ? "sports" : "food");
        items += line(i * 3 + 1, "Late goal decides the derby",
                      "The striker scored in the last minute and the stadium sang.", "sports");
        items += line(i * 3 + 2, "红烧肉的家常做法",
                      "五花肉切块焯水，冰糖炒色，小火炖一个小时，汤汁浓稠即可出锅。", "food");
    }
    items += R"({"id":"clip-1","kind":"video","title":"A test picture moves","media":"clip.mp4"})"
             "\n";
    EXPECT_TRUE(writeFileAtomically(path(QStringLiteral("items.jsonl")), items).ok());
}

void Program::open() {
    auto workspace = Workspace::open(path(QStringLiteral("library")));
    ASSERT_TRUE(workspace.ok()) << qPrintable(workspace.error().message);
    application_ = std::make_unique<Application>(*qobject_cast<QApplication*>(QCoreApplication::instance()),
                                                 std::move(*workspace));
    application_->start();
    window().resize(1600, 1000);
    window().show();
    window().activateWindow();
    ASSERT_TRUE(waitFor([&] { return window().isActiveWindow(); }));
    window().showPage(QStringLiteral("review"));
}

void Program::close() {
    if (application_) {
        window().close();
        application_.reset();
    }
}

widgets::ReviewPage& Program::review() {
    return *qobject_cast<widgets::ReviewPage*>(window().page(QStringLiteral("review")));
}

void Program::act(const QString& id) {
    widgets::ActionTable& actions = application_->actions();
    actions.refresh();
    const QAction* action = actions.find(id);
    ASSERT_NE(action, nullptr) << qPrintable(id);
    ASSERT_TRUE(action->isEnabled()) << qPrintable(id);
    const auto keys = actions.keys(id);
    ASSERT_FALSE(keys.isEmpty()) << qPrintable(id) << " has no key";
    QTest::keySequence(&window(), keys.first());
}

void Program::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window();
    QTest::keyClick(target, key, modifiers);
}

void Program::type(const QString& text) {
    QWidget* target = QApplication::focusWidget();
    ASSERT_NE(target, nullptr);
    for (const QChar c : text) {
        QTest::sendKeyEvent(QTest::Click, target, Qt::Key(c.toUpper().unicode()), QString(c), Qt::NoModifier);
    }
}

bool Program::waitForItem() {
    return waitFor([this] { return review().item() && !review().isBusy(); });
}

qint64 Program::decisions() {
    const auto verified = storage::DecisionRepository(workspace().library().reader()).verify(JobContext());
    EXPECT_TRUE(verified.ok());
    return verified ? verified->decisions : -1;
}

bool Program::chainHolds() {
    const auto verified = storage::DecisionRepository(workspace().library().reader()).verify(JobContext());
    return verified.ok() && verified->ok;
}

std::vector<domain::Decision> Program::history(domain::ContentId id) {
    const auto found = storage::DecisionRepository(workspace().library().reader()).history(id);
    EXPECT_TRUE(found.ok());
    return found.valueOr({});
}

domain::Decision Program::decides(const std::function<void()>& work) {
    EXPECT_TRUE(waitForItem());
    const qint64 before = decisions();
    const auto item = review().item()->content.id;
    work();
    EXPECT_TRUE(waitFor([&] { return decisions() == before + 1; }))
        << "the decision did not reach the library";
    EXPECT_TRUE(waitFor([&] {
        return !review().isBusy() && (!review().item() || review().item()->content.id != item);
    })) << "the next item was not shown";
    const auto rows = history(item);
    return rows.empty() ? domain::Decision{} : rows.front();
}

} // namespace moderato::testsupport
