#include "core/storage/AnalysisRepository.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

using domain::ContentId;

namespace {

Result<qint64> changed(Query& query) {
    const Status status = query.run();
    return status ? Result<qint64>(query.rowsChanged()) : Result<qint64>(status.error());
}

} // namespace

Result<std::optional<ContentId>> AnalysisRepository::missing(int extractor, ContentId after) {
    Query query = connection_.query(
        QStringLiteral("SELECT c.id FROM content AS c LEFT JOIN analysis_jobs AS j ON j.content_id = c.id "
                       "WHERE c.id > ? AND (j.content_id IS NULL OR j.extractor < ?) ORDER BY c.id LIMIT 1"));
    query.bind(after.value, extractor);
    if (query.next()) {
        return std::optional(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::optional<ContentId>>(std::nullopt)
                      : Result<std::optional<ContentId>>(query.error());
}

Result<ContentId> AnalysisRepository::enqueue(int extractor, ContentId from, int limit, Timestamp now) {
    ContentId last;
    {
        Query end = connection_.query(
            QStringLiteral("SELECT max(id) FROM (SELECT id FROM content WHERE id >= ? ORDER BY id LIMIT ?)"));
        end.bind(from.value, limit);
        if (!end.next()) {
            return end.ok() ? Result<ContentId>(from) : Result<ContentId>(end.error());
        }
        last = end.id<ContentId>(0);
    }
    const Status added = connection_.run(
        QStringLiteral(
            "INSERT INTO analysis_jobs (content_id, extractor, has_media, state, updated_at) "
            "SELECT c.id, ?, c.kind <> 'article' OR EXISTS (SELECT 1 FROM content_images AS i "
            "WHERE i.content_id = c.id), 'waiting', ? FROM content AS c WHERE c.id BETWEEN ? AND ? "
            "ON CONFLICT (content_id) DO UPDATE SET extractor = excluded.extractor, state = 'waiting', "
            "has_media = excluded.has_media, attempts = 0, problem = '', updated_at = excluded.updated_at "
            "WHERE analysis_jobs.extractor < excluded.extractor"),
        extractor, now, from.value, last.value);
    return added ? Result<ContentId>(last) : Result<ContentId>(added.error());
}

Result<std::vector<AnalysisRepository::Job>> AnalysisRepository::take(int limit, Timestamp now) {
    std::vector<Job> jobs;
    {
        Query query = connection_.query(
            QStringLiteral("SELECT content_id, has_media, attempts FROM analysis_jobs "
                           "WHERE state = 'waiting' ORDER BY priority DESC, has_media, content_id LIMIT ?"));
        query.bind(limit);
        while (query.next()) {
            const Job job{query.id<ContentId>(0), query.boolean(1), int(query.integer(2))};
            const bool alone = job.hasMedia || job.attempts > 0;
            if (alone && !jobs.empty()) {
                break;
            }
            jobs.push_back(job);
            if (alone) {
                break;
            }
        }
        if (!query.ok()) {
            return query.error();
        }
    }
    for (const Job& job : jobs) {
        if (const Status status = connection_.run(
                QStringLiteral("UPDATE analysis_jobs SET state = 'running', attempts = attempts + 1, "
                               "updated_at = ? WHERE content_id = ?"),
                now, job.content);
            !status) {
            return status.error();
        }
    }
    return jobs;
}

Status AnalysisRepository::finish(ContentId content, const QString& problem, Timestamp now) {
    return connection_.run(QStringLiteral("UPDATE analysis_jobs SET state = 'done', runs = runs + 1, "
                                          "priority = 0, attempts = 0, problem = ?, updated_at = ? "
                                          "WHERE content_id = ?"),
                           problem, now, content);
}

Status AnalysisRepository::fail(ContentId content, const QString& problem, Timestamp now) {
    return connection_.run(QStringLiteral("UPDATE analysis_jobs SET state = 'failed', priority = 0, "
                                          "problem = ?, updated_at = ? WHERE content_id = ?"),
                           problem, now, content);
}

Status AnalysisRepository::putBack(ContentId content, Timestamp now) {
    return connection_.run(
        QStringLiteral("UPDATE analysis_jobs SET state = 'waiting', attempts = max(attempts - 1, 0), "
                       "updated_at = ? WHERE content_id = ? AND state = 'running'"),
        now, content);
}

Result<qint64> AnalysisRepository::recover(int attemptsAllowed, const QString& problem, Timestamp now) {
    if (const Status failed = connection_.run(
            QStringLiteral("UPDATE analysis_jobs SET state = 'failed', problem = ?, updated_at = ? "
                           "WHERE state = 'running' AND attempts >= ?"),
            problem, now, attemptsAllowed);
        !failed) {
        return failed.error();
    }
    Query query = connection_.query(QStringLiteral(
        "UPDATE analysis_jobs SET state = 'waiting', priority = -1, updated_at = ? WHERE state = 'running'"));
    query.bind(now);
    return changed(query);
}

Status AnalysisRepository::again(ContentId content, Timestamp now) {
    return connection_.run(
        QStringLiteral("UPDATE analysis_jobs SET state = 'waiting', attempts = 0, priority = ?, "
                       "updated_at = ? WHERE content_id = ? AND state = 'done'"),
        now, now, content);
}

Result<qint64> AnalysisRepository::retryFailed(Timestamp now) {
    Query query = connection_.query(
        QStringLiteral("UPDATE analysis_jobs SET state = 'waiting', attempts = 0, priority = 0, "
                       "problem = '', updated_at = ? WHERE state = 'failed'"));
    query.bind(now);
    return changed(query);
}

Status AnalysisRepository::setPriority(ContentId content, qint64 priority) {
    return connection_.run(
        QStringLiteral("UPDATE analysis_jobs SET priority = ? WHERE content_id = ? AND state = 'waiting'"),
        priority, content);
}

Result<AnalysisRepository::Counts> AnalysisRepository::counts() {
    Query query = connection_.query(
        QStringLiteral("SELECT state, has_media, count(*) FROM analysis_jobs GROUP BY state, has_media"));
    Counts counts;
    while (query.next()) {
        const QString state = query.text(0);
        qint64& count = state == QLatin1String("done")      ? counts.done
                        : state == QLatin1String("failed")  ? counts.failed
                        : state == QLatin1String("running") ? counts.running
                        : query.boolean(1)                  ? counts.waitingMedia
                                                            : counts.waitingTexts;
        count += query.integer(2);
    }
    return query.ok() ? Result<Counts>(counts) : Result<Counts>(query.error());
}

Result<std::optional<AnalysisRepository::State>> AnalysisRepository::state(ContentId content) {
    Query query =
        connection_.query(QStringLiteral("SELECT state, problem FROM analysis_jobs WHERE content_id = ?"));
    query.bind(content);
    if (query.next()) {
        return std::optional(State{query.text(0), query.text(1)});
    }
    return query.ok() ? Result<std::optional<State>>(std::nullopt)
                      : Result<std::optional<State>>(query.error());
}

Result<std::vector<AnalysisRepository::Failure>> AnalysisRepository::failures(int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT j.content_id, c.title, j.problem FROM analysis_jobs AS j JOIN content AS c ON c.id = "
        "j.content_id WHERE j.state = 'failed' ORDER BY j.updated_at DESC, j.content_id DESC LIMIT ?"));
    query.bind(limit);
    std::vector<Failure> failures;
    while (query.next()) {
        failures.push_back({query.id<ContentId>(0), query.text(1), query.text(2)});
    }
    return query.ok() ? Result<std::vector<Failure>>(std::move(failures))
                      : Result<std::vector<Failure>>(query.error());
}

} // namespace moderato::storage
