// Opens thousands of damaged files through the decoder process and says what came of it, while a timer in the
// main thread's event loop watches that the window would never have stood still.
//   mutated_files [--count 10000] [--first 1] FOLDER…      FOLDER: clips (tests/support/make_*clips.sh)
//   mutated_files --write SEED FILE FOLDER…                one mutant into a file, to look into it

#include "core/media/DecoderProcess.h"
#include "tests/fuzz/MutantRun.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>
#include <thread>

using namespace moderato;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto beat = 5ms;

double milliseconds(Clock::duration duration) {
    return std::chrono::duration<double, std::milli>(duration).count();
}

/// Beats in the event loop. A late beat while this thread itself was computing is the program's fault; a late
/// one while the thread only waited for a processor is the machine's: the thread's own clock tells them
/// apart.
class Heartbeat {
public:
    Heartbeat() {
        timer_.setTimerType(Qt::PreciseTimer);
        QObject::connect(&timer_, &QTimer::timeout, [this] { tick(); });
        timer_.start(beat);
    }

    void print() const {
        std::printf(
            "heartbeat: %lld beats, longest wait %.1f ms, %lld waits of 50 ms or more; the thread itself "
            "computed for at most %.1f ms between two beats\n",
            beats_, milliseconds(longest_), stalls_, longestWork_ * 1000);
    }

private:
    static double ownSeconds() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
    }

    void tick() {
        const auto now = Clock::now();
        const double work = ownSeconds();
        longest_ = std::max(longest_, now - last_);
        longestWork_ = std::max(longestWork_, work - lastWork_);
        stalls_ += now - last_ >= 50ms ? 1 : 0;
        last_ = now;
        lastWork_ = work;
        ++beats_;
    }

    QTimer timer_;
    Clock::time_point last_ = Clock::now();
    double lastWork_ = ownSeconds();
    Clock::duration longest_{};
    double longestWork_ = 0;
    long long stalls_ = 0;
    long long beats_ = 0;
};

void print(const test::MutantReport& report, Clock::duration took) {
    std::printf("%lld files, %lld requests in %.0f s\n", qlonglong(report.files), qlonglong(report.requests),
                milliseconds(took) / 1000);
    std::printf("answered: %lld; refused with a sentence: %lld; senseless answers: %lld\n",
                qlonglong(report.answered), qlonglong(report.requests - report.answered),
                qlonglong(report.unclear));
    std::vector<std::pair<qint64, QString>> errors;
    for (auto error = report.errors.begin(); error != report.errors.end(); ++error) {
        errors.emplace_back(error.value(), error.key());
    }
    std::ranges::sort(errors, std::greater());
    for (const auto& [count, sentence] : errors) {
        std::printf("%8lld  %s\n", qlonglong(count), qPrintable(sentence));
    }
    std::printf("workers replaced: %d\n", report.workersReplaced);
    for (const QString& broke : report.broke) {
        std::printf("          %s\n", qPrintable(broke));
    }
    std::printf("longest request: %lld ms (seed %llu)\n", qlonglong(report.longest.count()),
                qulonglong(report.longestSeed));
    std::printf("the intact file's answers stayed the same: %s\n", report.intactStayedTheSame ? "yes" : "NO");
}

void printMemory() {
    rusage self{};
    rusage workers{};
    getrusage(RUSAGE_SELF, &self);
    getrusage(RUSAGE_CHILDREN, &workers);
    std::printf("memory at most: this process %ld MiB, a worker %ld MiB\n", self.ru_maxrss / 1024,
                workers.ru_maxrss / 1024);
}

int writeOne(const test::MediaMutator& mutator, quint64 seed, const QString& path) {
    const auto mutant = mutator.make(seed);
    QFile file(path);
    std::printf("%s: %s\n", qPrintable(mutant.source), qPrintable(mutant.done));
    return file.open(QIODevice::WriteOnly) && file.write(mutant.bytes) == mutant.bytes.size() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{"count", "How many files.", "N", "10000"},
                       {"first", "The first seed.", "SEED", "1"},
                       {"write", "Writes the mutant of this seed to the first path.", "SEED"},
                       {"decoder", "The decoder's program.", "FILE"}});
    parser.addHelpOption();
    parser.process(application);
    QStringList folders = parser.positionalArguments();
    const QString output = parser.isSet("write") && !folders.isEmpty() ? folders.takeFirst() : QString();
    const test::MediaMutator mutator(folders);
    if (mutator.sources() == 0) {
        std::fprintf(stderr, "No clips in these folders.\n");
        return 2;
    }
    if (!output.isEmpty()) {
        return writeOne(mutator, parser.value("write").toULongLong(), output);
    }
    const QTemporaryDir folder;
    const QString intact = folders.first() + "/constant.mp4";
    const QString program =
        parser.isSet("decoder")
            ? parser.value("decoder")
            : media::DecoderProcess::decoderBeside(QCoreApplication::applicationFilePath());
    test::MutantReport report;
    const auto begin = Clock::now();
    auto decoder = std::make_unique<media::DecoderProcess>(
        media::DecoderOptions{.program = program, .arguments = {}, .niceness = 10});
    const Heartbeat heartbeat;
    const JobContext context([](const Progress& progress) {
        if (progress.done % 500 == 0) {
            std::fprintf(stderr, "%lld of %lld\n", qlonglong(progress.done), qlonglong(progress.total));
        }
    });
    std::thread job([&] {
        report = test::runMutants(*decoder, mutator, parser.value("first").toULongLong(),
                                  parser.value("count").toLongLong(), folder.path(),
                                  QFile::exists(intact) ? intact : folders.first() + "/counted.mp4", context);
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    QCoreApplication::exec();
    job.join();
    const auto took = Clock::now() - begin;
    decoder.reset(); // So that the workers' memory is known.
    std::printf("%lld kinds of clips\n", qlonglong(mutator.sources()));
    print(report, took);
    heartbeat.print();
    printMemory();
    return report.unclear == 0 && report.intactStayedTheSame ? 0 : 1;
}
