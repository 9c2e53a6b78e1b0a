#include "tests/cli/Program.h"

#include <QCoreApplication>
#include <QFile>

#include <memory>

namespace moderato::cli {

namespace {

class Application : public ::testing::Environment {
public:
    void SetUp() override { application_ = std::make_unique<QCoreApplication>(argc_, argv_); }
    void TearDown() override { application_.reset(); }

private:
    int argc_ = 1;
    char name_[9] = "test_cli";
    char* argv_[2] = {name_, nullptr};
    std::unique_ptr<QCoreApplication> application_;
};

[[maybe_unused]] auto* const application = ::testing::AddGlobalTestEnvironment(new Application);

} // namespace

QJsonObject Answer::json() const {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(out, &problem);
    EXPECT_TRUE(document.isObject()) << out.constData() << err.constData();
    return document.object();
}

QList<QJsonObject> Answer::lines() const {
    QList<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.isEmpty()) {
            objects << QJsonDocument::fromJson(line).object();
            EXPECT_FALSE(objects.last().isEmpty()) << line.constData();
        }
    }
    return objects;
}

Answer ProgramTest::run(const QStringList& arguments, int timeoutMs) {
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral(MODERATO_PROGRAM),
                  arguments + QStringList{QStringLiteral("--library"), library()});
    EXPECT_TRUE(process.waitForFinished(timeoutMs)) << process.errorString().toStdString();
    const int status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {status, process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject ProgramTest::ask(const QStringList& arguments) {
    const Answer answer = run(arguments + QStringList{QStringLiteral("--json")});
    EXPECT_EQ(answer.status, 0) << arguments.join(u' ').toStdString() << ": " << answer.err.constData();
    return answer.json();
}

QString ProgramTest::write(const QString& name, const QByteArray& content) {
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return file.fileName();
}

QString ProgramTest::articles() {
    return write(
        QStringLiteral("articles.jsonl"),
        R"({"id":"a1","title":"Noodles with garlic and soy sauce","body":"Boil the noodles, fry the garlic.","category":"food","topics":["noodles","cooking"]}
{"id":"a2","title":"Dumplings for a crowd","body":"Fold the dumplings and steam them.","category":"food"}
{"id":"a3","title":"The cabinet resigns","body":"Parliament votes on the budget tomorrow.","category":"politics"}
{"id":"a4","title":"重庆火锅的做法","body":"牛油、辣椒、花椒，慢慢熬。","category":"food","language":"zh"}
{"id":"a5","title":"议会通过预算","body":"议员们投票到深夜。","category":"politics","language":"zh"}
{"id":"a6","title":"An election without surprises","body":"Voters chose the same parliament again."}
)");
}

QString ProgramTest::lessons(const QString& first, const QString& second) {
    const QStringList food{QStringLiteral("noodles"), QStringLiteral("garlic"), QStringLiteral("soup"),
                           QStringLiteral("dumplings"), QStringLiteral("kitchen")};
    const QStringList state{QStringLiteral("parliament"), QStringLiteral("budget"),
                            QStringLiteral("election"), QStringLiteral("minister"),
                            QStringLiteral("cabinet")};
    QByteArray lines;
    for (int i = 0; i < 40; ++i) {
        const QStringList& words = i % 2 == 0 ? food : state;
        const QJsonObject line{
            {QStringLiteral("title"), QStringLiteral("%1 and %2").arg(words[i % 5], words[(i / 2 + 1) % 5])},
            {QStringLiteral("body"), QStringLiteral("About %1, number %2.").arg(words[(i / 3) % 5]).arg(i)},
            {QStringLiteral("category"), i % 2 == 0 ? first : second},
            {QStringLiteral("topics"), QJsonArray{words[i % 5], words[(i / 3) % 5]}}};
        lines += QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    }
    return write(QStringLiteral("lessons.jsonl"), lines);
}

} // namespace moderato::cli
