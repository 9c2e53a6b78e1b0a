#include "core/usecases/AtWork.h"
#include "tests/cli/Program.h"

#include <QDir>

namespace moderato::cli {

/// Reader mode by command line. Its window itself is tested in tests/widgets/expressions; here it is what the
/// program says before there is one.
class ReaderCommandTest : public ProgramTest {
protected:
    /// `reader start` under the virtual display of nobody: Qt's own that shows nothing.
    Answer start(const QStringList& more) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("MODERATO_CANVAS"), QStringLiteral("memory"));
        environment.insert(QStringLiteral("MODERATO_NO_SOUND"), QStringLiteral("1"));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(MODERATO_PROGRAM),
                      QStringList{QStringLiteral("reader"), QStringLiteral("start"),
                                  QStringLiteral("--library"), library(), QStringLiteral("--screenshot"),
                                  path(QStringLiteral("shots")), QStringLiteral("--language"),
                                  QStringLiteral("en")} +
                          more);
        EXPECT_TRUE(process.waitForFinished(60'000));
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
};

TEST_F(ReaderCommandTest, IsOffUntilItIsTurnedOn) {
    EXPECT_FALSE(ask({QStringLiteral("reader"), QStringLiteral("status")})[QStringLiteral("on")].toBool());
    EXPECT_TRUE(ask({QStringLiteral("reader"), QStringLiteral("on")})[QStringLiteral("on")].toBool());
    EXPECT_TRUE(ask({QStringLiteral("reader"), QStringLiteral("status")})[QStringLiteral("on")].toBool());
    EXPECT_FALSE(ask({QStringLiteral("reader"), QStringLiteral("off")})[QStringLiteral("on")].toBool());
}

TEST_F(ReaderCommandTest, WrongOnesGetASentence) {
    for (const QStringList& words :
         {QStringList{QStringLiteral("reader")},
          {QStringLiteral("reader"), QStringLiteral("maybe")},
          {QStringLiteral("reader"), QStringLiteral("on"), QStringLiteral("off")}}) {
        const Answer answer = run(words);
        EXPECT_NE(answer.status, 0);
        EXPECT_FALSE(answer.err.isEmpty());
    }
}

TEST_F(ReaderCommandTest, StartIsRefusedWhereItIsOff) {
    ask({QStringLiteral("import"), articles()});
    const Answer answer = start({QStringLiteral("--reader"), QStringLiteral("r1")});
    EXPECT_TRUE(answer.out.contains("moderato reader on"))
        << answer.out.constData() << answer.err.constData();
}

TEST_F(ReaderCommandTest, StartIsRefusedForWhoeverWorksHereAndWhileSomebodyIsSignedIn) {
    ask({QStringLiteral("import"), articles()});
    ask({QStringLiteral("reader"), QStringLiteral("on")});
    ask({QStringLiteral("decide"), QStringLiteral("1"), QStringLiteral("confirm"), QStringLiteral("--person"),
         QStringLiteral("Ann")});
    const Answer worker = start({QStringLiteral("--reader"), QStringLiteral("ann"), QStringLiteral("1")});
    EXPECT_TRUE(worker.out.contains("works in this library")) << worker.out.constData();
    const usecases::AtWork bert(QStringLiteral("Bert"), path(QStringLiteral("moderato-at-work")));
    const Answer signedIn = start({QStringLiteral("--reader"), QStringLiteral("r1"), QStringLiteral("1")});
    EXPECT_TRUE(signedIn.out.contains("Bert is signed in")) << signedIn.out.constData();
    EXPECT_TRUE(signedIn.out.contains("Article 5(1)(f)"));
}

TEST_F(ReaderCommandTest, StartNamesWhatItCannotUse) {
    ask({QStringLiteral("import"), articles()});
    ask({QStringLiteral("reader"), QStringLiteral("on")});
    const Answer item =
        start({QStringLiteral("--reader"), QStringLiteral("r1"), QStringLiteral("no-such-item")});
    EXPECT_NE(item.status, 0);
    EXPECT_TRUE(item.err.contains("no-such-item")) << item.err.constData();
    const Answer every = start({QStringLiteral("--reader"), QStringLiteral("r1"), QStringLiteral("--every"),
                                QStringLiteral("often")});
    EXPECT_NE(every.status, 0);
    EXPECT_TRUE(every.err.contains("--every"));
}

} // namespace moderato::cli
