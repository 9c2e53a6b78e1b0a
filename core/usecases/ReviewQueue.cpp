#include "core/usecases/ReviewQueue.h"

#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/usecases/ReviewPriority.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace moderato::usecases {

using Repository = storage::ReviewQueueRepository;
using Reason = domain::ReviewItem::Reason;

namespace {

constexpr int batchSize = 2000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ReviewQueue)
};

/// Says why an item is in the queue, with the categories' names.
class Explanation {
public:
    explicit Explanation(storage::Connection& connection)
        : connection_(connection) {
        const QString language = QLocale().name();
        if (const auto categories = storage::CategoryRepository(connection).all(true); categories.ok()) {
            for (const domain::Category& category : *categories) {
                names_.insert(category.code, category.name(language));
            }
        }
    }

    QString of(const Repository::Row& row) const {
        switch (row.item.reason) {
        case Reason::Flagged:
            return ofFlags(row.item.content);
        case Reason::Disagreement:
            return Text::tr("given: %1, predicted: %2 %3 %")
                .arg(name(row.givenCategory), name(row.predictedCategory), percent(row));
        case Reason::Uncertain:
            return Text::tr("uncertain: %1 %2 %").arg(name(row.predictedCategory), percent(row));
        case Reason::RandomSample:
            return Text::tr("random sample");
        case Reason::New:
            break;
        }
        return row.predictedCategory.isEmpty()
                   ? Text::tr("new")
                   : Text::tr("new: %1 %2 %").arg(name(row.predictedCategory), percent(row));
    }

private:
    QString name(const QString& code) const { return names_.value(code, code); }
    static QString percent(const Repository::Row& row) {
        constexpr double hundred = 100;
        return QString::number(qRound(row.probability * hundred));
    }
    QString ofFlags(domain::ContentId content) const {
        const auto flags = storage::FlagRepository(connection_).of(content);
        if (!flags.ok() || flags->empty() || flags->front().detail.isEmpty()) {
            return Text::tr("flagged");
        }
        return flags->front().detail;
    }

    storage::Connection& connection_;
    QHash<QString, QString> names_;
};

bool isWhereItBelongs(const Repository::Candidate& candidate, const domain::ReviewItem& place) {
    return candidate.entry && candidate.entry->reason == place.reason &&
           qFuzzyCompare(candidate.entry->priority, place.priority);
}

} // namespace

Result<std::vector<QueueRow>> ReviewQueue::page(const QueueFilter& filter, std::optional<QueueKey> after,
                                                int limit) const {
    storage::Connection& reader = library_.reader();
    std::optional<Repository::Key> key;
    if (after) {
        key = Repository::Key{after->priority, after->content};
    }
    const auto rows = Repository(reader).page({filter.state, filter.reason, filter.kind}, key, limit);
    if (!rows.ok()) {
        return rows.error();
    }
    const Explanation explanation(reader);
    std::vector<QueueRow> page;
    page.reserve(rows->size());
    for (const Repository::Row& row : *rows) {
        page.push_back({row.item.content, row.kind, row.title, row.item.reason, row.item.state,
                        row.item.priority, explanation.of(row), row.predictedCategory, row.probability});
    }
    return page;
}

Result<QueueCounts> ReviewQueue::counts() const {
    const auto counts = Repository(library_.reader()).counts();
    if (!counts.ok()) {
        return counts.error();
    }
    return QueueCounts{counts->open, counts->decided, counts->skipped, counts->escalated,
                       counts->openByReason};
}

Result<qint64> ReviewQueue::rebuild(const JobContext& context) {
    const QString step = Text::tr("Ordering the review queue");
    const auto total = storage::ContentRepository(library_.reader()).count();
    if (!total.ok()) {
        return total.error();
    }
    qint64 seen = 0;
    for (domain::ContentId after;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        context.report(seen, *total, step);
        const auto candidates = Repository(library_.reader()).candidates(after, batchSize);
        if (!candidates.ok()) {
            return candidates.error();
        }
        if (candidates->empty()) {
            break;
        }
        std::vector<domain::ReviewItem> moved;
        for (const Repository::Candidate& candidate : *candidates) {
            const domain::ReviewItem place = placeInQueue(candidate);
            if (!isWhereItBelongs(candidate, place)) {
                moved.push_back(place);
            }
        }
        if (!moved.empty()) {
            const Status offered = library_.writeAndWait(
                [&moved](storage::Connection& connection) { return Repository(connection).offerAll(moved); },
                storage::Durability::Normal);
            if (!offered.ok()) {
                return offered.error();
            }
        }
        seen += qint64(candidates->size());
        after = candidates->back().content;
    }
    context.report(*total, *total, step);
    const auto counted = counts();
    return counted.ok() ? Result<qint64>(counted->open) : Result<qint64>(counted.error());
}

} // namespace moderato::usecases
