// What the database costs at 100,000 items: the queue's first page, the next item, a decision's commit,
// searching as one types. The sqlite3 command line is the peer for commits and for the search, in the same
// run and on the same disk.
//     bench_storage [--benchmark_filter=…]        MODERATO_BENCH_ITEMS=100000  MODERATO_BENCH_DIR=folder on
//     the disk to measure

#include "core/base/Random.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentList.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/storage/SearchText.h"
#include "core/storage/TopicRepository.h"
#include "core/storage/TrainingRepository.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>

using namespace moderato;
using namespace moderato::storage;

namespace {

template <class T> T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s %s\n", qPrintable(result.error().message),
                     qPrintable(result.error().detail));
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

const SystemClock systemClock;
std::unique_ptr<Library> library;
qint64 items = 100000;
QString scratch;

/// Words with the frequencies of language: a few are everywhere, most are rare.
QString words(Random& random, int count) {
    static const QStringList syllables = {QStringLiteral("ka"),  QStringLiteral("to"), QStringLiteral("mi"),
                                          QStringLiteral("ser"), QStringLiteral("lo"), QStringLiteral("wan"),
                                          QStringLiteral("di"),  QStringLiteral("pre")};
    QString text;
    for (int i = 0; i < count; ++i) {
        quint64 rank = quint64(20000.0 * random.uniform() * random.uniform() * random.uniform());
        do {
            text += syllables[int(rank % 8)];
            rank /= 8;
        } while (rank > 0);
        text += u' ';
    }
    return text;
}

QString chinese(Random& random, int count) {
    QString text;
    for (int i = 0; i < count; ++i) {
        text += QChar(char16_t(0x4e00 + quint64(3000.0 * random.uniform() * random.uniform())));
    }
    return text;
}

void fillBatch(Connection& connection, Random& random, qint64 from, qint64 to,
               const std::vector<domain::CategoryId>& categories, domain::ModelVersionId version) {
    ContentRepository contents(connection);
    PredictionRepository predictions(connection);
    ReviewQueueRepository queue(connection);
    for (qint64 n = from; n < to; ++n) {
        domain::Content content;
        content.externalId = QStringLiteral("b%1").arg(n);
        content.title = n % 3 == 0 ? chinese(random, 12) : words(random, 7);
        content.body = n % 3 == 0 ? chinese(random, 200) : words(random, 80);
        content.language = n % 3 == 0 ? QStringLiteral("zh") : QStringLiteral("en");
        content.givenTopics = QStringList{QStringLiteral("topic%1").arg(random.below(2500)),
                                          QStringLiteral("topic%1").arg(random.below(50))};
        content.importedAt = systemClock.now();
        const domain::ContentId id = must(contents.insert(content)).id;
        domain::CategoryPrediction prediction{id, version, {}, {}, systemClock.now()};
        double left = 1;
        for (int place = 0; place < 5; ++place) {
            const double probability = left * (0.4 + 0.5 * random.uniform());
            prediction.scores.push_back({categories[random.below(categories.size())], probability});
            left -= probability;
        }
        must(predictions.save(prediction));
        must(queue.offer(
            {id, domain::ReviewItem::Reason::Uncertain, 100 + double(random.below(1000)) / 10, {}}));
    }
}

void fill() {
    QElapsedTimer timer;
    timer.start();
    Random random(1);
    std::vector<domain::CategoryId> categories;
    domain::ModelVersionId version;
    must(library->writeAndWait([&](Connection& connection) -> Status {
        for (int n = 0; n < 20; ++n) {
            categories.push_back(must(
                CategoryRepository(connection)
                    .save(
                        {{}, QStringLiteral("c%1").arg(n), QStringLiteral("C%1").arg(n), {}, {}, n, false})));
        }
        version = must(ModelRepository(connection).add({})).id;
        return ModelRepository(connection).promote(version, systemClock.now());
    }));
    for (qint64 from = 0; from < items; from += 2000) {
        must(library->writeAndWait(
            [&](Connection& connection) -> Status {
                fillBatch(connection, random, from, std::min(items, from + 2000), categories, version);
                return {};
            },
            Durability::Normal));
    }
    std::printf("%lld items with texts, predictions and places in the queue in %.1f s\n",
                static_cast<long long>(items), double(timer.elapsed()) / 1000);
}

/// p50 and p95 beside the mean: what a person feels is the slow one.
class Percentiles {
public:
    void add(qint64 nanoseconds) { samples_.push_back(double(nanoseconds) / 1e6); }
    void report(benchmark::State& state) {
        std::sort(samples_.begin(), samples_.end());
        if (!samples_.empty()) {
            state.counters["p50_ms"] = samples_[samples_.size() / 2];
            state.counters["p95_ms"] = samples_[samples_.size() * 95 / 100];
        }
    }

private:
    std::vector<double> samples_;
};

template <class F> void measure(benchmark::State& state, F f) {
    Percentiles percentiles;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        f();
        percentiles.add(timer.nsecsElapsed());
    }
    percentiles.report(state);
}

void queueFirstPage(benchmark::State& state) {
    measure(state, [] {
        benchmark::DoNotOptimize(must(ReviewQueueRepository(library->reader()).page({}, {}, 50)));
    });
}

void queueDeepPage(benchmark::State& state) {
    const ReviewQueueRepository::Key deep{101, domain::ContentId{items / 2}};
    measure(state, [&] {
        benchmark::DoNotOptimize(must(ReviewQueueRepository(library->reader()).page({}, deep, 50)));
    });
}

void queueCounts(benchmark::State& state) {
    measure(state, [] { benchmark::DoNotOptimize(must(ReviewQueueRepository(library->reader()).counts())); });
}

/// All that a page needs of the next item.
void nextItem(benchmark::State& state) {
    std::optional<ReviewQueueRepository::Key> key;
    measure(state, [&] {
        Connection& reader = library->reader();
        const auto row = must(ReviewQueueRepository(reader).next({}, key));
        if (!row) {
            key.reset();
            return;
        }
        key = {row->item.priority, row->item.content};
        benchmark::DoNotOptimize(must(ContentRepository(reader).find(row->item.content)));
        benchmark::DoNotOptimize(must(PredictionRepository(reader).categoryInService(row->item.content)));
        benchmark::DoNotOptimize(must(DecisionRepository(reader).history(row->item.content)));
    });
}

/// A decision, its training record and its place in the queue, on the disk.
void decisionCommit(benchmark::State& state) {
    qint64 item = 0;
    measure(state, [&] {
        domain::Decision decision;
        decision.content = domain::ContentId{item++ % items + 1};
        decision.category = QStringLiteral("c1");
        decision.person = QStringLiteral("ann");
        decision.at = systemClock.now();
        must(library->writeAndWait([&](Connection& connection) -> Status {
            const domain::Decision stored = must(DecisionRepository(connection).append(decision));
            domain::TrainingRecord record;
            record.content = decision.content;
            record.category = decision.category;
            record.decision = stored.id;
            record.at = decision.at;
            must(TrainingRepository(connection).add(record));
            return ReviewQueueRepository(connection)
                .setState(decision.content, domain::ReviewItem::State::Decided);
        }));
    });
}

void runSqlite(const QString& file, const QByteArray& script) {
    QProcess sqlite;
    sqlite.setStandardOutputFile(QProcess::nullDevice());
    sqlite.start(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), file});
    sqlite.write(script);
    sqlite.closeWriteChannel();
    if (!sqlite.waitForFinished(-1) || sqlite.exitCode() != 0) {
        std::fprintf(stderr, "sqlite3 failed: %s\n", sqlite.readAllStandardError().constData());
        std::exit(1);
    }
}

/// The peer: the sqlite3 program commits one row of the same size a time, also with synchronous=FULL and a
/// write-ahead log.
void decisionCommitSqlite(benchmark::State& state) {
    constexpr int commits = 200;
    QByteArray script = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS d (id "
                        "INTEGER PRIMARY KEY, record TEXT);\n";
    for (int n = 0; n < commits; ++n) {
        script += "INSERT INTO d (record) VALUES ('" + QByteArray(450, 'r') + "');\n";
    }
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        runSqlite(scratch + QStringLiteral("/peer.sqlite"), script);
        state.SetIterationTime(double(timer.nsecsElapsed()) / 1e9 / commits);
    }
}

/// One more letter a step, as a person types: each is a page of fifty.
void searchAsOneTypes(benchmark::State& state, const QString& text) {
    qsizetype typed = 0;
    measure(state, [&] {
        typed = typed % text.size() + 1;
        benchmark::DoNotOptimize(must(
            ContentList(library->reader()).page({.text = text.left(typed)}, ContentSort::Newest, {}, 50)));
    });
}

void searchCount(benchmark::State& state) {
    measure(state, [] {
        benchmark::DoNotOptimize(
            must(ContentList(library->reader()).count({.text = QStringLiteral("ka")}, 10000)));
    });
}

void searchSqlite(benchmark::State& state, const QString& text) {
    constexpr int searches = 20;
    QByteArray script;
    for (int n = 0; n < searches; ++n) {
        script += "SELECT c.id, c.title FROM content_search AS f CROSS JOIN content AS c ON c.id = f.rowid "
                  "WHERE content_search MATCH '" +
                  searchText::query(text.left(n % text.size() + 1)).toUtf8() +
                  "' ORDER BY f.rowid DESC LIMIT 50;\n";
    }
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        runSqlite(library->databaseFile(), script);
        state.SetIterationTime(double(timer.nsecsElapsed()) / 1e9 / searches);
    }
}

void libraryPage(benchmark::State& state, const ContentFilter& filter, ContentSort sort) {
    measure(state, [&] {
        benchmark::DoNotOptimize(must(ContentList(library->reader()).page(filter, sort, {}, 50)));
    });
}

void topicCompletion(benchmark::State& state) {
    measure(state, [] {
        benchmark::DoNotOptimize(
            must(TopicRepository(library->reader()).complete(QStringLiteral("pic12"), 20)));
    });
}

void promote(benchmark::State& state) {
    measure(state, [] {
        must(library->writeAndWait(
            [](Connection& connection) -> Status {
                ModelRepository models(connection);
                const auto version = must(models.add({}));
                must(models.promote(version.id, systemClock.now()));
                return models.rollBack(domain::ModelTask::Category, systemClock.now())
                           ? Status()
                           : Status(Error::cancelled());
            },
            Durability::Normal));
    });
}

void verifyChain(benchmark::State& state) {
    qint64 decisions = 0;
    for (auto _ : state) {
        const auto verification = must(DecisionRepository(library->reader()).verify({}));
        if (!verification.ok) {
            state.SkipWithError("the chain is broken");
        }
        decisions = verification.decisions;
    }
    state.counters["decisions"] = double(decisions);
    state.counters["a_second"] =
        benchmark::Counter(double(decisions), benchmark::Counter::kIsIterationInvariantRate);
}

void registerAll() {
    const auto add = [](const char* name, auto function) {
        return benchmark::RegisterBenchmark(name, function)->Unit(benchmark::kMillisecond)->UseRealTime();
    };
    const QString english = QStringLiteral("kato miser lowan");
    const QString han = QString(QChar(0x4e10)) + QChar(0x4e21) + QChar(0x4e35);
    add("queue/first page", queueFirstPage);
    add("queue/page in the middle", queueDeepPage);
    add("queue/counts", queueCounts);
    add("item/next, with all that is shown", nextItem);
    add("decision/commit", decisionCommit)->MinTime(2);
    benchmark::RegisterBenchmark("decision/commit, sqlite3 program", decisionCommitSqlite)
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime()
        ->Iterations(5);
    add("search/as one types, English", [=](benchmark::State& state) { searchAsOneTypes(state, english); });
    add("search/as one types, Chinese", [=](benchmark::State& state) { searchAsOneTypes(state, han); });
    benchmark::RegisterBenchmark("search/as one types, English, sqlite3 program",
                                 [=](benchmark::State& state) { searchSqlite(state, english); })
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime()
        ->Iterations(5);
    add("search/count to 10,000", searchCount);
    add("library/newest", [](benchmark::State& state) { libraryPage(state, {}, ContentSort::Newest); });
    add("library/title", [](benchmark::State& state) { libraryPage(state, {}, ContentSort::Title); });
    add("library/least certain",
        [](benchmark::State& state) { libraryPage(state, {}, ContentSort::LeastCertain); });
    add("library/category, by title", [](benchmark::State& state) {
        libraryPage(state, {.category = QStringLiteral("c3")}, ContentSort::Title);
    });
    add("library/nothing matches, by title", [](benchmark::State& state) {
        libraryPage(state,
                    {.category = QStringLiteral("none"), .state = domain::RecommendationState::Dropped},
                    ContentSort::Title);
    });
    add("library/search, by title", [](benchmark::State& state) {
        libraryPage(state, {.text = QStringLiteral("kato")}, ContentSort::Title);
    });
    add("topics/completion", topicCompletion);
    add("models/promote and roll back", promote)->Iterations(3);
    add("decisions/verify", verifyChain);
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("MODERATO_BENCH_ITEMS")) {
        items = qEnvironmentVariableIntValue("MODERATO_BENCH_ITEMS");
    }
    const QString base = qEnvironmentVariable("MODERATO_BENCH_DIR", QDir::tempPath());
    QTemporaryDir folder(base + QStringLiteral("/bench_storage-XXXXXX"));
    scratch = folder.path();
    library =
        must(Library::open(folder.filePath(QStringLiteral("library")), OpenMode::ReadWrite, systemClock));
    fill();
    registerAll();
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    library.reset();
    return 0;
}
