#include "tests/cli/Program.h"

#include "app/cli/CommandTable.h"

#include <QDir>

namespace moderato::cli {

TEST_F(ProgramTest, HelpListsEveryCommand) {
    QProcess process;
    process.start(QStringLiteral(MODERATO_PROGRAM), {QStringLiteral("--help")});
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitCode(), 0);
    const QString help = QString::fromUtf8(process.readAllStandardOutput());
    for (const auto& command : allCommands()) {
        EXPECT_TRUE(help.contains(command->name() + u' ')) << command->name().toStdString();
    }
}

TEST_F(ProgramTest, EveryCommandHasHelpAndTouchesNothing) {
    for (const auto& command : allCommands()) {
        const Answer answer = run({command->name(), QStringLiteral("--help")});
        EXPECT_EQ(answer.status, 0);
        EXPECT_TRUE(answer.out.startsWith("Usage: moderato " + command->name().toUtf8()))
            << answer.out.constData();
        EXPECT_TRUE(answer.out.contains("--json"));
    }
    EXPECT_FALSE(QDir(library()).exists());
}

TEST_F(ProgramTest, MisuseIsOneSentence) {
    const QList<QStringList> misused{
        {QStringLiteral("fly")},
        {QStringLiteral("import")},
        {QStringLiteral("verify"), QStringLiteral("extra")},
        {QStringLiteral("train"), QStringLiteral("nothing")},
        {QStringLiteral("verify"), QStringLiteral("--bogus")},
        {QStringLiteral("models"), QStringLiteral("promote")},
        {QStringLiteral("queue"), QStringLiteral("--limit"), QStringLiteral("x")}};
    for (const QStringList& words : misused) {
        const Answer answer = run(words);
        EXPECT_NE(answer.status, 0) << words.join(u' ').toStdString();
        EXPECT_EQ(answer.out, "") << words.join(u' ').toStdString();
        EXPECT_EQ(answer.err.count('\n'), 1) << answer.err.constData();
    }
}

TEST_F(ProgramTest, TheLibraryMayBeNamedBeforeTheCommand) {
    ask({QStringLiteral("import"), articles()});
    QProcess process;
    process.start(QStringLiteral(MODERATO_PROGRAM), {QStringLiteral("--library"), library(),
                                                     QStringLiteral("--json"), QStringLiteral("verify")});
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitCode(), 0);
    EXPECT_TRUE(
        QJsonDocument::fromJson(process.readAllStandardOutput()).object()[QStringLiteral("ok")].toBool());
}

} // namespace moderato::cli
