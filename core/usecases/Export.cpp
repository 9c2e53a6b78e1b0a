#include "core/usecases/Export.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ExportTable.h"
#include "core/usecases/ItemReader.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace moderato::usecases {

using domain::Decision;
using interchange::ContentWriter;
using interchange::ExportRow;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr int batchSize = 500;

ExportRow rowOf(const ItemView& item, const QStringList& decidedTopics) {
    ExportRow row;
    row.content = item.content;
    if (item.decision) {
        row.decision = toCode(item.decision->kind);
        row.category = item.decision->category;
        row.reason = item.decision->reason;
        row.person = item.decision->person;
        row.decidedAt = item.decision->at;
    }
    if (!decidedTopics.isEmpty()) {
        row.topics = decidedTopics;
    }
    if (item.category && !item.category->scores.empty()) {
        row.predictedCategory = item.category->scores.front().category.code;
        row.predictedProbability = item.category->scores.front().probability;
        row.categoryVersion = item.category->version;
    }
    if (item.topics) {
        row.topicsVersion = item.topics->version;
        for (const TopicOpinion::Score& score : item.topics->scores) {
            row.predictedTopics << score.topic;
        }
    }
    return row;
}

QJsonObject rowOf(const Decision& decision) {
    return {{QStringLiteral("id"), decision.id.value},
            {QStringLiteral("content"), decision.content.value},
            {QStringLiteral("action"), toCode(decision.kind)},
            {QStringLiteral("person"), decision.person},
            {QStringLiteral("at"), toIso(decision.at)},
            {QStringLiteral("category"), decision.category},
            {QStringLiteral("topics"),
             decision.topics ? QJsonValue(QJsonArray::fromStringList(*decision.topics)) : QJsonValue()},
            {QStringLiteral("reason"), decision.reason},
            {QStringLiteral("note"), decision.note},
            {QStringLiteral("queue_reason"), decision.queueReason},
            {QStringLiteral("category_version_seen"), decision.categoryVersionSeen},
            {QStringLiteral("topics_version_seen"), decision.topicsVersionSeen},
            {QStringLiteral("category_predicted"), decision.categoryPredicted},
            {QStringLiteral("ms_on_screen"), decision.msOnScreen},
            {QStringLiteral("undoes"),
             decision.undoes.isValid() ? QJsonValue(decision.undoes.value) : QJsonValue()},
            {QStringLiteral("previous_hash"), QString::fromLatin1(decision.previousHash)},
            {QStringLiteral("hash"), QString::fromLatin1(decision.hash)}};
}

} // namespace

Result<qint64> Export::content(QIODevice& device, ExportFormat format, const JobContext& context) {
    storage::ContentRepository contents(library_.reader());
    const ItemReader items(library_);
    ContentWriter writer(device, format);
    qint64 rows = 0;
    for (domain::ContentId after;;) {
        const auto ids = contents.idsAfter(after, batchSize);
        if (!ids.ok()) {
            return ids.error();
        }
        if (ids->empty()) {
            return rows;
        }
        for (const domain::ContentId id : *ids) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            const auto item = items.read(id);
            const auto topics = contents.decidedTopics(id);
            if (!item.ok() || !topics.ok()) {
                return item.ok() ? topics.error() : item.error();
            }
            if (const Status written = writer.write(rowOf(**item, *topics)); !written.ok()) {
                return written.error();
            }
            context.report(++rows, 0, Text::tr("Exporting content"));
        }
        after = ids->back();
    }
}

Result<qint64> Export::decisions(QIODevice& device, ExportFormat format, const JobContext& context) {
    storage::DecisionRepository chain(library_.reader());
    ExportTable table(device, format,
                      {QStringLiteral("id"), QStringLiteral("content"), QStringLiteral("action"),
                       QStringLiteral("person"), QStringLiteral("at"), QStringLiteral("category"),
                       QStringLiteral("topics"), QStringLiteral("reason"), QStringLiteral("note"),
                       QStringLiteral("queue_reason"), QStringLiteral("category_version_seen"),
                       QStringLiteral("topics_version_seen"), QStringLiteral("category_predicted"),
                       QStringLiteral("ms_on_screen"), QStringLiteral("undoes"),
                       QStringLiteral("previous_hash"), QStringLiteral("hash")});
    qint64 rows = 0;
    for (domain::DecisionId after;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        const auto batch = chain.after(after, batchSize);
        if (!batch.ok()) {
            return batch.error();
        }
        if (batch->empty()) {
            return rows;
        }
        for (const Decision& decision : *batch) {
            if (const Status written = table.write(rowOf(decision)); !written.ok()) {
                return written.error();
            }
            context.report(++rows, 0, Text::tr("Exporting decisions"));
        }
        after = batch->back().id;
    }
}

Result<qint64> Export::training(QIODevice& device, ExportFormat format, const JobContext& context) {
    ExportTable table(device, format,
                      {QStringLiteral("content"), QStringLiteral("task"), QStringLiteral("category"),
                       QStringLiteral("topics"), QStringLiteral("title"), QStringLiteral("body")});
    qint64 rows = 0;
    for (const auto task : {domain::ModelTask::Category, domain::ModelTask::Topics}) {
        const Status read = readDecisions(
            library_, task, 0,
            [&](const TrainingLine& line) {
                context.report(++rows, 0, Text::tr("Exporting training records"));
                return table.write({{QStringLiteral("content"), line.content.value},
                                    {QStringLiteral("task"), toCode(task)},
                                    {QStringLiteral("category"), line.category},
                                    {QStringLiteral("topics"), QJsonArray::fromStringList(line.topics)},
                                    {QStringLiteral("title"), line.title},
                                    {QStringLiteral("body"), line.body}});
            },
            context);
        if (!read.ok()) {
            return read.error();
        }
    }
    return rows;
}

} // namespace moderato::usecases
