#include "core/base/Random.h"
#include "core/storage/DecisionRepository.h"
#include "tests/support/StorageFixture.h"

#include <QElapsedTimer>
#include <QProcess>

#include <signal.h>

namespace moderato::storage {
namespace {

constexpr int kills = 100;

class KillTest : public StorageTest {};

TEST_F(KillTest, nothingAcknowledgedIsLostWhenTheProgramIsKilled) {
    const QString path = library->folder();
    close();
    Random random(20261121);
    qint64 acknowledged = 0;
    for (int kill = 0; kill < kills; ++kill) {
        QProcess stream;
        stream.start(QStringLiteral(MODERATO_DECISION_STREAM), {path});
        ASSERT_TRUE(stream.waitForStarted());
        // Some moments fall into opening, migrating and recovering, most into the stream of decisions.
        const qint64 moment = qint64(random.below(kill % 4 == 0 ? 60 : 300));
        QElapsedTimer timer;
        timer.start();
        QByteArray output;
        while (timer.elapsed() < moment) {
            stream.waitForReadyRead(int(qMax<qint64>(1, moment - timer.elapsed())));
            output += stream.readAllStandardOutput();
        }
        ASSERT_EQ(0, ::kill(pid_t(stream.processId()), SIGKILL));
        ASSERT_TRUE(stream.waitForFinished());
        ASSERT_EQ(QProcess::CrashExit, stream.exitStatus()) << stream.readAllStandardError().toStdString();
        output += stream.readAllStandardOutput();
        output.truncate(output.lastIndexOf('\n') + 1);
        const QList<QByteArray> lines = output.split('\n');
        if (lines.size() > 1) {
            acknowledged = qMax(acknowledged, lines[lines.size() - 2].toLongLong());
        }

        reopen(); // The lock of the dead process is free at once.
        const auto verification = must(DecisionRepository(reader()).verify({}));
        ASSERT_TRUE(verification.ok) << "kill " << kill << ": " << verification.what.toStdString();
        ASSERT_GE(verification.decisions, acknowledged) << "kill " << kill;
        close();
    }
    EXPECT_GT(acknowledged, kills) << "the stream hardly ran";
    RecordProperty("acknowledged", int(acknowledged));
    std::printf("%lld decisions were acknowledged over %d kills; all are there\n",
                static_cast<long long>(acknowledged), kills);
}

} // namespace
} // namespace moderato::storage
