#include "core/storage/QualityRepository.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

using namespace domain;

namespace {

QString toCode(QualityLabel::Origin origin) {
    switch (origin) {
    case QualityLabel::Origin::Consumption:
        return QStringLiteral("consumption");
    case QualityLabel::Origin::Expert:
        return QStringLiteral("expert");
    case QualityLabel::Origin::Similar:
        return QStringLiteral("similar");
    }
    return {};
}

QualityLabel::Origin originFrom(const QString& code) {
    if (code == QLatin1String("expert")) {
        return QualityLabel::Origin::Expert;
    }
    return code == QLatin1String("similar") ? QualityLabel::Origin::Similar
                                            : QualityLabel::Origin::Consumption;
}

} // namespace

Status QualityRepository::save(const QualityLabel& label) {
    const bool positive = label.value == QualityLabel::Value::Positive;
    return connection_.run(
        QStringLiteral(
            "INSERT INTO quality_labels (content_id, task, origin, value, degree, reference, labelled_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content_id, task, origin) DO UPDATE SET value = "
            "excluded.value, "
            "degree = excluded.degree, reference = excluded.reference, labelled_at = excluded.labelled_at"),
        label.content, label.task, toCode(label.origin),
        positive ? QStringLiteral("positive") : QStringLiteral("negative"), label.degree, label.reference,
        label.at);
}

Status QualityRepository::remove(ContentId content, const QString& task, QualityLabel::Origin origin) {
    return connection_.run(
        QStringLiteral("DELETE FROM quality_labels WHERE content_id = ? AND task = ? AND origin = ?"),
        content, task, toCode(origin));
}

Status QualityRepository::removeAll(QualityLabel::Origin origin) {
    return connection_.run(QStringLiteral("DELETE FROM quality_labels WHERE origin = ?"), toCode(origin));
}

Result<std::vector<QualityLabel>> QualityRepository::labels(ContentId content) {
    Query query = connection_.query(
        QStringLiteral("SELECT task, value, degree, reference, origin, labelled_at FROM quality_labels "
                       "WHERE content_id = ? ORDER BY task, origin"));
    query.bind(content);
    std::vector<QualityLabel> labels;
    while (query.next()) {
        labels.push_back({content, query.text(0),
                          query.text(1) == QLatin1String("positive") ? QualityLabel::Value::Positive
                                                                     : QualityLabel::Value::Negative,
                          query.real(2), query.optionalReal(3), originFrom(query.text(4)), query.time(5)});
    }
    return query.ok() ? Result<std::vector<QualityLabel>>(std::move(labels))
                      : Result<std::vector<QualityLabel>>(query.error());
}

Result<std::vector<QualityLabel>> QualityRepository::labelsOfPeople() {
    Query query = connection_.query(QStringLiteral(
        "SELECT content_id, task, value, degree, reference, origin, labelled_at FROM quality_labels "
        "WHERE origin <> 'consumption' ORDER BY content_id, task, origin"));
    std::vector<QualityLabel> labels;
    while (query.next()) {
        labels.push_back({query.id<ContentId>(0), query.text(1),
                          query.text(2) == QLatin1String("positive") ? QualityLabel::Value::Positive
                                                                     : QualityLabel::Value::Negative,
                          query.real(3), query.optionalReal(4), originFrom(query.text(5)), query.time(6)});
    }
    return query.ok() ? Result<std::vector<QualityLabel>>(std::move(labels))
                      : Result<std::vector<QualityLabel>>(query.error());
}

Result<std::vector<QualityRepository::Published>> QualityRepository::published() {
    Query query = connection_.query(QStringLiteral(
        "SELECT c.id, coalesce(d.published_at, (SELECT min(f.starts_at) FROM consumption_figures AS f WHERE "
        "f.content_id = c.id), c.imported_at), c.fingerprint FROM content AS c JOIN content_details AS d ON "
        "d.content_id = "
        "c.id ORDER BY c.id"));
    std::vector<Published> all;
    while (query.next()) {
        all.push_back({query.id<ContentId>(0), query.time(1), query.text(2).toLatin1()});
    }
    return query.ok() ? Result(std::move(all)) : query.error();
}

Status QualityRepository::mark(const LowQualityMark& mark) {
    return connection_.run(
        QStringLiteral(
            "INSERT INTO low_quality_marks (content_id, code, tier, decision_id) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (content_id, code) DO UPDATE SET tier = excluded.tier, decision_id = "
            "excluded.decision_id"),
        mark.content, mark.code,
        mark.tier == LowQualityMark::Tier::Low ? QStringLiteral("low") : QStringLiteral("inferior"),
        mark.decision);
}

Status QualityRepository::unmark(DecisionId decision) {
    return connection_.run(QStringLiteral("DELETE FROM low_quality_marks WHERE decision_id = ?"), decision);
}

Result<std::vector<LowQualityMark>> QualityRepository::marks(ContentId content) {
    Query query = connection_.query(QStringLiteral("SELECT code, tier, decision_id FROM low_quality_marks "
                                                   "WHERE content_id = ? ORDER BY tier DESC, code"));
    query.bind(content);
    std::vector<LowQualityMark> marks;
    while (query.next()) {
        marks.push_back({content, query.text(0),
                         query.text(1) == QLatin1String("low") ? LowQualityMark::Tier::Low
                                                               : LowQualityMark::Tier::Inferior,
                         query.id<DecisionId>(2)});
    }
    return query.ok() ? Result<std::vector<LowQualityMark>>(std::move(marks))
                      : Result<std::vector<LowQualityMark>>(query.error());
}

Result<std::vector<QualityRepository::Judged>> QualityRepository::judged() {
    Query query = connection_.query(QStringLiteral(
        "SELECT s.content_id, m.code FROM standings AS s LEFT JOIN low_quality_marks AS m ON m.content_id = "
        "s.content_id WHERE s.decided = 1 OR m.code IS NOT NULL ORDER BY s.content_id, m.code"));
    std::vector<Judged> all;
    while (query.next()) {
        const ContentId content = query.id<ContentId>(0);
        if (all.empty() || all.back().content != content) {
            all.push_back({content, {}});
        }
        if (const QString code = query.text(1); !code.isEmpty()) {
            all.back().marks << code;
        }
    }
    return query.ok() ? Result(std::move(all)) : query.error();
}

} // namespace moderato::storage
