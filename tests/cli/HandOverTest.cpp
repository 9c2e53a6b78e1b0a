#include "app/Workspace.h"
#include "app/cli/CommandServer.h"
#include "core/storage/Library.h"
#include "tests/cli/Program.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace moderato::cli {

/// This process is the window that has the library open; the commands are processes of their own.
class HandOverTest : public ProgramTest {
protected:
    void open() {
        auto opened = Workspace::open(library());
        ASSERT_TRUE(opened.ok()) << opened.error().message.toStdString();
        workspace = std::move(*opened);
        server = std::make_unique<CommandServer>(*workspace);
        ASSERT_TRUE(server->listen().ok());
    }

    /// Runs a command while this process goes on serving.
    Answer runBeside(const QStringList& arguments) {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        QEventLoop loop;
        QObject::connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(60'000, &loop, [&] { loop.exit(1); });
        process.start(QStringLiteral(MODERATO_PROGRAM),
                      arguments +
                          QStringList{QStringLiteral("--library"), library(), QStringLiteral("--json")});
        EXPECT_EQ(loop.exec(), 0) << "no answer in time";
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }

    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<CommandServer> server;
};

TEST_F(HandOverTest, AWritingCommandIsRunByTheProcessThatHasTheLibrary) {
    open();
    QStringList changed;
    QObject::connect(server.get(), &CommandServer::libraryChanged,
                     [&](const QString& command) { changed << command; });
    articles();
    const Answer imported = runBeside({QStringLiteral("import"), QStringLiteral("articles.jsonl")});
    EXPECT_EQ(imported.status, 0) << imported.err.constData();
    EXPECT_EQ(imported.json()[QStringLiteral("imported")], 6);

    const Answer decided =
        runBeside({QStringLiteral("decide"), QStringLiteral("a1"), QStringLiteral("correct"),
                   QStringLiteral("--category"), QStringLiteral("fun")});
    EXPECT_EQ(decided.status, 0) << decided.err.constData();
    EXPECT_EQ(changed, (QStringList{QStringLiteral("import"), QStringLiteral("decide")}));
    const auto counts = workspace->queue().counts();
    ASSERT_TRUE(counts.ok());
    EXPECT_EQ(counts->decided, 1);
}

TEST_F(HandOverTest, ItsFailureIsTheCommandsFailure) {
    open();
    const Answer answer =
        runBeside({QStringLiteral("decide"), QStringLiteral("nobody"), QStringLiteral("confirm")});
    EXPECT_NE(answer.status, 0);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(answer.err.count('\n'), 1) << answer.err.constData();
}

TEST_F(HandOverTest, AReadingCommandNeedsNobody) {
    ask({QStringLiteral("import"), articles()});
    open();
    server.reset(); // Not even listening.
    const Answer answer = run({QStringLiteral("verify"), QStringLiteral("--json")});
    EXPECT_EQ(answer.status, 0) << answer.err.constData();
    EXPECT_TRUE(answer.json()[QStringLiteral("ok")].toBool());
}

} // namespace moderato::cli
