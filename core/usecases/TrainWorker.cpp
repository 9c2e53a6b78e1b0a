#include "core/base/Log.h"
#include "core/usecases/TableTraining.h"
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
    std::optional<Result<QJsonObject>> answer; ///< What it says when it is done.

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
            answer = line[doneKey].toObject();
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

QJsonObject toJson(const TrainingResult& result) {
    return {{QStringLiteral("examples"), result.examples},
            {QStringLiteral("seconds"), result.seconds},
            {QStringLiteral("metrics"), result.metrics}};
}

/// The job that `object` tells of: that of a table, or that of a library's data set. → what is said at the
/// end
Result<QJsonObject> work(const QJsonObject& object, const JobContext& context,
                         const TrainRun::OnRound& onRound) {
    if (object.contains(QStringLiteral("table"))) {
        const auto job = tableJobFromJson(object);
        const auto done = job.ok() ? trainTable(*job, context, onRound) : Result<TableOutcome>(job.error());
        return done.ok() ? Result<QJsonObject>(usecases::toJson(*done)) : done.error();
    }
    const auto job = trainingJobFromJson(object);
    const auto done = job.ok() ? runTraining(*job, context, onRound) : Result<TrainingResult>(job.error());
    return done.ok() ? Result<QJsonObject>(toJson(*done)) : done.error();
}

/// Starts the worker, gives it the job and waits for its answer.
Result<QJsonObject> askWorker(const QString& program, const QJsonObject& job, const JobContext& context,
                              const TrainRun::OnRound& onRound) {
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
    process.write(QJsonDocument(job).toJson(QJsonDocument::Compact) + '\n');
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

} // namespace

int runTrainWorker() {
    std::string line;
    std::getline(std::cin, line);
    endWithStandardInput();
    const JobContext context([](const Progress& progress) {
        say(progressKey, {{QStringLiteral("done"), progress.done},
                          {QStringLiteral("total"), progress.total},
                          {QStringLiteral("step"), progress.step}});
    });
    const auto result = work(QJsonDocument::fromJson(QByteArray::fromStdString(line)).object(), context,
                             [](const TrainRound& round) { say(roundKey, usecases::toJson(round)); });
    say(result.ok() ? doneKey : errorKey, result.ok() ? *result : toJson(result.error()));
    // Not through exit(): the thread that waits for standard input is still there.
    std::fflush(stdout);
    std::_Exit(result.ok() ? EXIT_SUCCESS : EXIT_FAILURE);
}

Result<TrainingResult> runTrainingInProcess(const QString& program, const TrainingJob& job,
                                            const JobContext& context, const TrainRun::OnRound& onRound) {
    const auto done = askWorker(program, toJson(job), context, onRound);
    if (!done.ok()) {
        return done.error();
    }
    return TrainingResult{(*done)[QStringLiteral("examples")].toInteger(),
                          (*done)[QStringLiteral("seconds")].toDouble(),
                          (*done)[QStringLiteral("metrics")].toObject()};
}

Result<TableOutcome> trainTableInProcess(const QString& program, const TableJob& job,
                                         const JobContext& context, const TrainRun::OnRound& onRound) {
    const auto done = askWorker(program, toJson(job), context, onRound);
    return done.ok() ? Result<TableOutcome>(tableOutcomeFromJson(*done)) : done.error();
}

} // namespace moderato::usecases
