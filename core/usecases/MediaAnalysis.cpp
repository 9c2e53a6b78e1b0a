#include "core/usecases/MediaAnalysis.h"

#include "core/base/Log.h"
#include "core/storage/AnalysisRepository.h"
#include "core/storage/Library.h"
#include "core/storage/MediaFileRepository.h"
#include "core/storage/SettingsRepository.h"
#include "core/usecases/ItemAnalysis.h"
#include "core/usecases/MediaExtractor.h"
#include "core/usecases/MediaFacts.h"
#include "core/usecases/NearDuplicates.h"
#include "core/usecases/TimelineCache.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <chrono>

namespace moderato::usecases {

using domain::ContentId;
using storage::AnalysisRepository;
using storage::Connection;
using storage::Durability;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MediaAnalysis)
};

constexpr int enqueuedAtOnce = 5000;
constexpr int textsAtOnce = 64;
constexpr int comparedAfter = 256; ///< Finished items, so that groups show while a long run goes on.
constexpr int attemptsAllowed = 2;
const QString pausedKey = QStringLiteral("analysis.paused");

/// How long a kind of item takes, learned while it runs: recent ones count more.
class Pace {
public:
    void took(double seconds, std::size_t items) {
        constexpr double newest = 0.1;
        const double each = seconds / double(items);
        seconds_ = seconds_ ? *seconds_ + newest * (each - *seconds_) : each;
    }
    std::optional<double> of(qint64 items) const {
        return items == 0 ? std::optional(0.0)
               : seconds_ ? std::optional(*seconds_ * double(items))
                          : std::nullopt;
    }

private:
    std::optional<double> seconds_;
};

std::vector<std::pair<double, double>> pairsOf(const QByteArray& json) {
    std::vector<std::pair<double, double>> pairs;
    for (const QJsonValue& pair : QJsonDocument::fromJson(json).array()) {
        pairs.emplace_back(pair.toArray().at(0).toDouble(), pair.toArray().at(1).toDouble());
    }
    return pairs;
}

} // namespace

struct MediaAnalysis::Private {
    Private(storage::Library& library, media::DecoderProcess& decoder, const Clock& clock)
        : library(library)
        , clock(clock)
        , cache(library.cacheFolder(), extractorVersion)
        , item(library, decoder, cache, clock)
        , duplicates(library, clock) {
        const auto kept = storage::SettingsRepository(library.reader()).value(pausedKey);
        paused = kept.ok() && *kept == QLatin1String("yes");
    }

    storage::Library& library;
    const Clock& clock;
    TimelineCache cache;
    ItemAnalysis item;
    NearDuplicates duplicates;

    std::atomic<bool> running = false;
    mutable QMutex mutex; ///< Of what follows.
    QWaitCondition changed;
    bool paused = false;
    Pace media, texts;

    void waitWhilePaused(const JobContext& context) {
        constexpr unsigned long lookAgainMs = 100; // Nobody wakes it for a cancelled job.
        const QMutexLocker lock(&mutex);
        while (paused && !context.isCancelled()) {
            changed.wait(&mutex, lookAgainMs);
        }
    }

    Status recover() {
        const auto recovered = library.writeAndWait(
            [this](Connection& connection) {
                return AnalysisRepository(connection)
                    .recover(
                        attemptsAllowed,
                        Text::tr("The program ended twice while this was analysed; it was set aside. Try "
                                 "it again by hand."),
                        clock.now());
            },
            Durability::Normal);
        return recovered.ok() ? Status() : Status(recovered.error());
    }

    Result<std::vector<AnalysisRepository::Job>> take() {
        return library.writeAndWait(
            [this](Connection& connection) {
                return AnalysisRepository(connection).take(textsAtOnce, clock.now());
            },
            Durability::Normal);
    }

    /// Analyses what was taken; one that is cancelled waits again.
    Status work(const std::vector<AnalysisRepository::Job>& jobs, const JobContext& context) {
        const auto begin = std::chrono::steady_clock::now();
        const Status done = item.analyze(jobs, context);
        if (!done.ok()) {
            (void)library.writeAndWait(
                [&](Connection& connection) -> Status {
                    for (const AnalysisRepository::Job& job : jobs) {
                        if (Status back = AnalysisRepository(connection).putBack(job.content, clock.now());
                            !back.ok()) {
                            return back;
                        }
                    }
                    return {};
                },
                Durability::Normal);
            return done;
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        const QMutexLocker lock(&mutex);
        (jobs.front().hasMedia ? media : texts).took(took.count(), jobs.size());
        return {};
    }

    Status compare(const JobContext& context) {
        const auto groups = duplicates.update(context);
        return groups.ok() ? Status() : Status(groups.error());
    }

    Status workOff(const JobContext& context);
};

MediaAnalysis::MediaAnalysis(storage::Library& library, media::DecoderProcess& decoder, const Clock& clock)
    : d(std::make_unique<Private>(library, decoder, clock)) {}

MediaAnalysis::~MediaAnalysis() = default;

Result<qint64> MediaAnalysis::enqueue() {
    ContentId after;
    for (;;) {
        const auto next = AnalysisRepository(d->library.reader()).missing(extractorVersion, after);
        if (!next.ok()) {
            return next.error();
        }
        if (!*next) {
            break;
        }
        const auto last = d->library.writeAndWait(
            [&](Connection& connection) {
                return AnalysisRepository(connection)
                    .enqueue(extractorVersion, **next, enqueuedAtOnce, d->clock.now());
            },
            Durability::Normal);
        if (!last.ok()) {
            return last.error();
        }
        after = *last;
    }
    const auto counts = AnalysisRepository(d->library.reader()).counts();
    return counts.ok() ? Result<qint64>(counts->waitingMedia + counts->waitingTexts + counts->running)
                       : Result<qint64>(counts.error());
}

Status MediaAnalysis::Private::workOff(const JobContext& context) {
    qint64 done = 0;
    qint64 notCompared = 0;
    for (;;) {
        waitWhilePaused(context);
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        const auto jobs = take();
        if (!jobs.ok()) {
            return jobs.error();
        }
        if (jobs->empty()) {
            return compare(context);
        }
        if (const Status worked = work(*jobs, context); !worked.ok()) {
            return worked;
        }
        done += qint64(jobs->size());
        notCompared += qint64(jobs->size());
        const auto counts = AnalysisRepository(library.reader()).counts();
        if (!counts.ok()) {
            return counts.error();
        }
        context.report(done, done + counts->waitingMedia + counts->waitingTexts, Text::tr("Analysing media"));
        if (notCompared >= comparedAfter) {
            notCompared = 0;
            if (const Status compared = compare(context); !compared.ok()) {
                return compared;
            }
        }
    }
}

Result<AnalysisProgress> MediaAnalysis::run(const JobContext& context) {
    if (d->running.exchange(true)) {
        return Error{
            Error::Kind::Conflict, Text::tr("The media of this library are being analysed already."), {}};
    }
    const auto stop = [](std::atomic<bool>* running) { *running = false; };
    const std::unique_ptr<std::atomic<bool>, decltype(stop)> running(&d->running, stop);
    d->cache.removeOlder();
    if (const Status recovered = d->recover(); !recovered.ok()) {
        return recovered.error();
    }
    if (const auto waiting = enqueue(); !waiting.ok()) {
        return waiting.error();
    }
    if (const Status worked = d->workOff(context); !worked.ok()) {
        return worked.error();
    }
    auto after = progress();
    if (after.ok()) {
        after->running = false;
    }
    return after;
}

Status MediaAnalysis::prioritize(ContentId content) {
    return d->library.writeAndWait(
        [&](Connection& connection) {
            return AnalysisRepository(connection).setPriority(content, toUnixMs(d->clock.now()));
        },
        Durability::Normal);
}

void MediaAnalysis::setPaused(bool paused) {
    {
        const QMutexLocker lock(&d->mutex);
        d->paused = paused;
        d->changed.wakeAll();
    }
    if (d->library.isWritable()) {
        d->library.write(
            [paused](Connection& connection) {
                return storage::SettingsRepository(connection)
                    .setValue(pausedKey, paused ? QStringLiteral("yes") : QStringLiteral("no"));
            },
            Durability::Normal);
    }
}

Result<AnalysisProgress> MediaAnalysis::progress() const {
    const auto counts = AnalysisRepository(d->library.reader()).counts();
    if (!counts.ok()) {
        return counts.error();
    }
    AnalysisProgress progress;
    progress.waiting = counts->waitingMedia + counts->waitingTexts + counts->running;
    progress.done = counts->done;
    progress.failed = counts->failed;
    progress.running = d->running;
    const QMutexLocker lock(&d->mutex);
    progress.paused = d->paused;
    const auto media = d->media.of(counts->waitingMedia + counts->running);
    const auto texts = d->texts.of(counts->waitingTexts);
    if (media && texts) {
        progress.secondsLeft = *media + *texts;
    }
    return progress;
}

Result<std::vector<AnalysisFailure>> MediaAnalysis::failures(int limit) const {
    const auto rows = AnalysisRepository(d->library.reader()).failures(limit);
    if (!rows.ok()) {
        return rows.error();
    }
    std::vector<AnalysisFailure> failures;
    for (const AnalysisRepository::Failure& row : *rows) {
        failures.push_back({row.content, row.title, row.problem});
    }
    return failures;
}

Result<qint64> MediaAnalysis::retryFailed() {
    return d->library.writeAndWait(
        [&](Connection& connection) { return AnalysisRepository(connection).retryFailed(d->clock.now()); },
        Durability::Normal);
}

QImage MediaAnalysis::cover(ContentId content) const {
    const auto file = storage::MediaFileRepository(d->library.reader()).ofItem(content);
    if (!file.ok() || !*file || (*file)->extractor != extractorVersion) {
        return {};
    }
    return d->cache.cover((*file)->sha256);
}

Result<std::optional<TimelineView>> MediaAnalysis::timeline(ContentId content) const {
    const auto file = storage::MediaFileRepository(d->library.reader()).ofItem(content);
    if (!file.ok()) {
        return file.error();
    }
    if (!*file || (*file)->extractor != extractorVersion) {
        return std::optional<TimelineView>();
    }
    auto pictures = d->cache.load((*file)->sha256);
    if (!pictures) {
        qCInfo(log) << "the timeline of item" << content.value << "is missing or damaged and is made again";
        if (d->library.isWritable()) {
            d->library.write(
                [content, now = d->clock.now()](Connection& connection) {
                    return AnalysisRepository(connection).again(content, now);
                },
                Durability::Normal);
        }
        return std::optional<TimelineView>();
    }
    TimelineView view;
    view.startSeconds = (*file)->startSeconds;
    view.duration = (*file)->durationSeconds;
    view.facts = mediaFacts((*file)->probe);
    view.filmstrip = std::move(pictures->filmstrip);
    view.covers = std::move(pictures->covers);
    view.low = std::move(pictures->low);
    view.high = std::move(pictures->high);
    for (const auto& [seconds, frame] : pairsOf((*file)->shots)) {
        view.shots.push_back({seconds, qint64(frame)});
    }
    view.hasSound = (*file)->hasSound;
    view.soundStart = (*file)->soundStart;
    view.soundSeconds = (*file)->soundSeconds;
    view.loudnessLufs = (*file)->loudnessLufs;
    view.silence = pairsOf((*file)->silence);
    return std::optional(std::move(view));
}

} // namespace moderato::usecases
