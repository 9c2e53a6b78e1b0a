#include "core/storage/ModelRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace moderato::storage {

using namespace domain;

namespace {

const QString columns = QStringLiteral(
    "SELECT id, task, name, folder, state, data_set_hash, seed, examples, metrics, parent_id, created_at "
    "FROM model_versions ");

ModelVersion::State stateFrom(const QString& code) {
    if (code == QLatin1String("in_service")) {
        return ModelVersion::State::InService;
    }
    return code == QLatin1String("retired") ? ModelVersion::State::Retired : ModelVersion::State::Candidate;
}

Result<std::vector<ModelVersion>> read(Query& query) {
    std::vector<ModelVersion> versions;
    while (query.next()) {
        ModelVersion version;
        version.id = query.id<ModelVersionId>(0);
        version.task = modelTaskFromCode(query.text(1)).value_or(ModelTask::Category);
        version.name = query.text(2);
        version.folder = query.text(3);
        version.state = stateFrom(query.text(4));
        version.dataSetHash = query.bytes(5);
        version.seed = query.integer(6);
        version.examples = query.integer(7);
        version.metrics = QJsonDocument::fromJson(query.bytes(8)).object();
        version.parent = query.id<ModelVersionId>(9);
        version.createdAt = query.time(10);
        versions.push_back(std::move(version));
    }
    return query.ok() ? Result<std::vector<ModelVersion>>(std::move(versions))
                      : Result<std::vector<ModelVersion>>(query.error());
}

Result<std::optional<ModelVersion>> readOne(Query& query) {
    Result<std::vector<ModelVersion>> found = read(query);
    if (!found) {
        return found.error();
    }
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

} // namespace

Result<QString> ModelRepository::nextName(ModelTask task) {
    for (int number = 1;; ++number) {
        const QString name = toCode(task) + u'-' + QString::number(number);
        const Result<std::optional<ModelVersion>> taken = byName(name);
        if (!taken) {
            return taken.error();
        }
        if (!*taken) {
            return name;
        }
    }
}

Result<ModelVersion> ModelRepository::add(const ModelVersion& version) {
    ModelVersion stored = version;
    stored.state = ModelVersion::State::Candidate;
    if (stored.name.isEmpty()) {
        const Result<QString> name = nextName(stored.task);
        if (!name) {
            return name.error();
        }
        stored.name = *name;
    } else if (const auto taken = byName(stored.name); !taken || *taken) {
        return taken ? Error{Error::Kind::Conflict,
                             QCoreApplication::translate(
                                 "Storage", "There is a model “%1” already. Choose another name.")
                                 .arg(stored.name),
                             {}}
                     : taken.error();
    }
    Query insert = connection_.query(QStringLiteral(
        "INSERT INTO model_versions (task, name, folder, state, data_set_hash, seed, examples, "
        "metrics, parent_id, created_at) VALUES (?, ?, ?, 'candidate', ?, ?, ?, ?, ?, ?)"));
    insert.bind(toCode(stored.task), stored.name, stored.folder, stored.dataSetHash, stored.seed,
                stored.examples,
                QString::fromUtf8(QJsonDocument(stored.metrics).toJson(QJsonDocument::Compact)),
                stored.parent, stored.createdAt);
    if (const Status status = insert.run(); !status) {
        return status.error();
    }
    stored.id = ModelVersionId{insert.lastInsertId()};
    return stored;
}

Result<std::vector<ModelVersion>> ModelRepository::all() {
    Query query = connection_.query(columns + QStringLiteral("ORDER BY id DESC"));
    return read(query);
}

Result<std::vector<ModelVersion>> ModelRepository::all(ModelTask task) {
    Query query = connection_.query(columns + QStringLiteral("WHERE task = ? ORDER BY id DESC"));
    query.bind(toCode(task));
    return read(query);
}

Result<std::optional<ModelVersion>> ModelRepository::byName(const QString& name) {
    Query query = connection_.query(columns + QStringLiteral("WHERE name = ?"));
    query.bind(name);
    return readOne(query);
}

Result<ModelVersion> ModelRepository::find(ModelVersionId id) {
    Query query = connection_.query(columns + QStringLiteral("WHERE id = ?"));
    query.bind(id);
    Result<std::optional<ModelVersion>> found = readOne(query);
    if (!found) {
        return found.error();
    }
    if (!*found) {
        return Error::notFound(QCoreApplication::translate(
            "Storage", "There is no such model version. “models list” shows those that are there."));
    }
    return std::move(**found);
}

Result<std::optional<ModelVersion>> ModelRepository::inService(ModelTask task) {
    Query query = connection_.query(columns + QStringLiteral("WHERE task = ? AND state = 'in_service'"));
    query.bind(toCode(task));
    return readOne(query);
}

Result<std::optional<ModelVersion>> ModelRepository::previousInService(ModelTask task) {
    // The version that the one in service replaced when it was promoted: going back twice goes on to the one
    // before, not forth again.
    Query query =
        connection_.query(columns + QStringLiteral("WHERE id = (SELECT p.replaced_id FROM model_promotions "
                                                   "AS p JOIN model_versions AS v ON v.id = p.version_id "
                                                   "WHERE v.task = ? AND v.state = 'in_service' AND "
                                                   "p.is_roll_back = 0 ORDER BY p.id DESC LIMIT 1)"));
    query.bind(toCode(task));
    return readOne(query);
}

Status ModelRepository::promote(ModelVersionId id, Timestamp at) {
    const Result<ModelVersion> version = find(id);
    if (!version) {
        return version.error();
    }
    if (version->state == ModelVersion::State::InService) {
        return {};
    }
    return putInService(*version, false, at);
}

Result<ModelVersion> ModelRepository::rollBack(ModelTask task, Timestamp at) {
    const Result<std::optional<ModelVersion>> previous = previousInService(task);
    if (!previous) {
        return previous.error();
    }
    if (!*previous) {
        return Error::notFound(QCoreApplication::translate(
            "Storage", "No version was in service before this one, so there is nothing to go back to."));
    }
    if (const Status status = putInService(**previous, true, at); !status) {
        return status.error();
    }
    return find((*previous)->id);
}

Status ModelRepository::putInService(const ModelVersion& version, bool isRollBack, Timestamp at) {
    Transaction transaction(connection_);
    const QString task = toCode(version.task);
    Status status = connection_.run(
        QStringLiteral("INSERT INTO model_promotions (task, version_id, replaced_id, is_roll_back, "
                       "promoted_at) VALUES (?, ?, "
                       "(SELECT id FROM model_versions WHERE task = ? AND state = 'in_service'), ?, ?)"),
        task, version.id, task, isRollBack, at);
    if (status) {
        status = connection_.run(
            QStringLiteral(
                "UPDATE model_versions SET state = 'retired' WHERE task = ? AND state = 'in_service'"),
            task);
    }
    if (status) {
        status = connection_.run(
            QStringLiteral("UPDATE model_versions SET state = 'in_service' WHERE id = ?"), version.id);
    }
    if (status && version.task == ModelTask::Category) {
        status = refreshStandings(version.id);
    }
    return status ? transaction.commit() : status;
}

Status ModelRepository::refreshStandings(ModelVersionId version) {
    // Only rows that change are written. Items that the version has not predicted yet keep what the one
    // before said until it has.
    return connection_.run(
        QStringLiteral(
            "UPDATE standings SET predicted_category = p.code, probability = p.probability FROM ("
            "SELECT x.content_id, k.code, x.probability FROM category_scores AS x JOIN categories AS k ON "
            "k.id = x.category_id "
            "WHERE x.version_id = ? AND x.place = 1) AS p WHERE p.content_id = standings.content_id "
            "AND (standings.predicted_category <> p.code OR standings.probability IS NOT p.probability)"),
        version);
}

Result<std::vector<ModelRepository::Promotion>> ModelRepository::promotions(ModelTask task) {
    Query query =
        connection_.query(QStringLiteral("SELECT version_id, replaced_id, is_roll_back, promoted_at FROM "
                                         "model_promotions WHERE task = ? ORDER BY id DESC"));
    query.bind(toCode(task));
    std::vector<Promotion> promotions;
    while (query.next()) {
        promotions.push_back(
            {query.id<ModelVersionId>(0), query.id<ModelVersionId>(1), query.boolean(2), query.time(3)});
    }
    return query.ok() ? Result<std::vector<Promotion>>(std::move(promotions))
                      : Result<std::vector<Promotion>>(query.error());
}

} // namespace moderato::storage
