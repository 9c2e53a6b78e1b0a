#include "core/storage/DecisionRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::storage {

using namespace domain;

namespace {

constexpr int blockSize = 2000;

struct Link {
    DecisionId id;
    QByteArray record, previousHash, hash;
    QJsonObject columns; ///< Under the names of the record's fields.
};

Link linkFrom(const Query& query) {
    return {query.id<DecisionId>(0), query.bytes(8), query.bytes(9), query.bytes(10),
            QJsonObject{{QStringLiteral("id"), query.integer(0)},
                        {QStringLiteral("content"), query.integer(1)},
                        {QStringLiteral("kind"), query.text(2)},
                        {QStringLiteral("person"), query.text(3)},
                        {QStringLiteral("at"), query.integer(4)},
                        {QStringLiteral("category"), query.text(5)},
                        {QStringLiteral("reason"), query.text(6)},
                        {QStringLiteral("undoes"), query.integer(7)}}};
}

/// What is wrong with a link that should be number `expected` and follow `previousHash`; empty: nothing.
QString flawOf(const Link& link, qint64 expected, const QByteArray& previousHash) {
    if (link.id.value != expected) {
        return QCoreApplication::translate("Storage", "Decision %1 is missing.").arg(expected);
    }
    if (link.hash != decisionHash(link.previousHash, link.record)) {
        return QCoreApplication::translate("Storage",
                                           "Decision %1 was changed: its record does not match its hash.")
            .arg(expected);
    }
    if (link.previousHash != previousHash) {
        return QCoreApplication::translate("Storage", "Decision %1 does not follow the one before it.")
            .arg(expected);
    }
    const QJsonObject record = QJsonDocument::fromJson(link.record).object();
    for (auto column = link.columns.begin(); column != link.columns.end(); ++column) {
        if (record.value(column.key()) != column.value()) {
            return QCoreApplication::translate(
                       "Storage", "Decision %1 was changed: its column “%2” does not match its record.")
                .arg(expected)
                .arg(column.key());
        }
    }
    return {};
}

} // namespace

Result<DecisionRepository::Verification> DecisionRepository::verify(const JobContext& context) {
    Transaction snapshot(connection_, Transaction::Kind::Read);
    if (!snapshot.status()) {
        return snapshot.status().error();
    }
    qint64 kept = -1;
    QByteArray lastHash;
    {
        Query chain =
            connection_.query(QStringLiteral("SELECT decisions, last_hash FROM decision_chain WHERE id = 1"));
        if (chain.next()) {
            kept = chain.integer(0);
            lastHash = chain.bytes(1);
        } else if (!chain.ok()) {
            return chain.error();
        }
    }
    Verification result;
    const auto broken = [&result](qint64 id, const QString& what) {
        result.ok = false;
        result.firstBroken = DecisionId{id};
        result.what = what;
    };
    QByteArray previousHash = firstPreviousHash();
    bool more = true;
    while (more && result.ok) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        Query rows = connection_.query(QStringLiteral(
            "SELECT id, content_id, kind, person, decided_at, category, reason, coalesce(undoes, 0), "
            "record, previous_hash, hash FROM decisions WHERE id > ? ORDER BY id LIMIT ?"));
        rows.bind(result.decisions, blockSize);
        int read = 0;
        while (result.ok && rows.next()) {
            ++read;
            const Link link = linkFrom(rows);
            const qint64 expected = result.decisions + 1;
            if (const QString flaw = flawOf(link, expected, previousHash); !flaw.isEmpty()) {
                broken(expected, flaw);
                break;
            }
            previousHash = link.hash;
            ++result.decisions;
        }
        if (!rows.ok()) {
            return rows.error();
        }
        more = read == blockSize;
        context.report(result.decisions, qMax(kept, result.decisions),
                       QCoreApplication::translate("Storage", "Checking decisions"));
    }
    if (result.ok && kept < 0) {
        broken(result.decisions + 1,
               QCoreApplication::translate("Storage", "The note of where the chain ends is missing."));
    } else if (result.ok && result.decisions < kept) {
        broken(result.decisions + 1,
               QCoreApplication::translate("Storage",
                                           "Decision %1 is missing: the end of the chain was cut off.")
                   .arg(result.decisions + 1));
    } else if (result.ok && (result.decisions > kept || previousHash != lastHash)) {
        broken(qMax(qint64(1), qMin(result.decisions, kept + 1)),
               QCoreApplication::translate("Storage", "The chain does not end where it was noted to end."));
    }
    if (!result.ok) { // How many there are, not how far the check came.
        Query count = connection_.query(QStringLiteral("SELECT count(*) FROM decisions"));
        if (!count.next()) {
            return count.error();
        }
        result.decisions = count.integer(0);
    }
    return result;
}

} // namespace moderato::storage
