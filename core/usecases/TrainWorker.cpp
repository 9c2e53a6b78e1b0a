#include "core/base/Log.h"
#include "core/usecases/TrainingJob.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainWorker)
};

const QString roundKey = QStringLiteral("round");
const QString progressKey = QStringLiteral("progress");
const QString doneKey = QStringLiteral("done");
const QString errorKey = QStringLiteral("error");

void say(const QString& what, const QJsonObject& object) {
    const QByteArray line = QJsonDocument(QJsonObject{{what, object}}).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

QJsonObject toJson(const Error& error) {
    return {{QStringLiteral("kind"), int(error.kind)},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("detail"), error.detail}};
}

Error errorFromJson(const QJsonObject& object) {
    return {Error::Kind(object[QStringLiteral("kind")].toInt()), object[QStringLiteral("message")].toString(),
            object[QStringLiteral("detail")].toString()};
}

/// Reads what the worker says, on the thread that waits for it.
class Listener {
public:
    Listener(const JobContext& context, const TrainRun::OnRound& onRound)
        : context_(context)
        , onRound_(onRound) {}

    void read(QProcess& process) {
        while (process.canReadLine()) {
            take(QJsonDocument::fromJson(process.readLine()).object());
        }
    }
    std::optional<Result<TrainingResult>> answer;

private:
    void take(const QJsonObject& line) {
        if (line.contains(roundKey) && onRound_) {
            onRound_(trainRoundFromJson(line[roundKey].toObject()));
        } else if (line.contains(progressKey)) {
            const QJsonObject progress = line[progressKey].toObject();
            context_.report(progress[QStringLiteral("done")].toInteger(),
                            progress[QStringLiteral("total")].toInteger(),
                            progress[QStringLiteral("step")].toString());
        } else if (line.contains(doneKey)) {
            const QJsonObject done = line[doneKey].toObject();
            answer = TrainingResult{done[QStringLiteral("examples")].toInteger(),
                                    done[QStringLiteral("seconds")].toDouble(),
                                    done[QStringLiteral("metrics")].toObject()};
        } else if (line.contains(errorKey)) {
            answer = errorFromJson(line[errorKey].toObject());
        }
    }

    const JobContext& context_;
    const TrainRun::OnRound& onRound_;
};

/// Ends the process when standard input closes: nobody waits for the model any more.
void endWithStandardInput() {
    std::thread([] {
        std::string line;
        while (std::getline(std::cin, line)) {
        }
        std::_Exit(EXIT_FAILURE);
    }).detach();
}

} // namespace

int runTrainWorker() {
    std::string line;
    std::getline(std::cin, line);
    const auto job = trainingJobFromJson(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object());
    if (!job.ok()) {
        say(errorKey, toJson(job.error()));
        return EXIT_FAILURE;
    }
    endWithStandardInput();
    const JobContext context([](const Progress& progress) {
        say(progressKey, {{QStringLiteral("done"), progress.done},
                          {QStringLiteral("total"), progress.total},
                          {QStringLiteral("step"), progress.step}});
    });
    const auto result =
        runTraining(*job, context, [](const TrainRound& round) { say(roundKey, toJson(round)); });
    if (!result.ok()) {
        say(errorKey, toJson(result.error()));
    } else {
        say(doneKey, {{QStringLiteral("examples"), result->examples},
                      {QStringLiteral("seconds"), result->seconds},
                      {QStringLiteral("metrics"), result->metrics}});
    }
    // Not through exit(): the thread that waits for standard input is still there.
    std::fflush(stdout);
    std::_Exit(result.ok() ? EXIT_SUCCESS : EXIT_FAILURE);
}

Result<TrainingResult> runTrainingInProcess(const QString& program, const TrainingJob& job,
                                            const JobContext& context, const TrainRun::OnRound& onRound) {
    constexpr int pollMs = 100;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Threads that wait for work must not keep the window's core busy.
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("OMP_WAIT_POLICY"), QStringLiteral("passive"));
    process.setProcessEnvironment(environment);
    process.start(program, {QStringLiteral("train-worker")});
    if (!process.waitForStarted()) {
        return Error{
            Error::Kind::Io,
            Text::tr("The training process cannot be started; check that the program is still installed."),
            process.errorString()};
    }
    process.write(QJsonDocument(toJson(job)).toJson(QJsonDocument::Compact) + '\n');
    Listener listener(context, onRound);
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(pollMs);
        listener.read(process);
        if (context.isCancelled()) {
            process.kill();
            process.waitForFinished();
            return Error::cancelled();
        }
    }
    listener.read(process);
    if (listener.answer) {
        return *listener.answer;
    }
    return Error{Error::Kind::Internal,
                 Text::tr("The training process ended before its model was done, perhaps for want of memory; "
                          "try it again with less data."),
                 QStringLiteral("exit %1, %2").arg(process.exitCode()).arg(process.errorString())};
}

} // namespace moderato::usecases
