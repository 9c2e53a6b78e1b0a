#include "core/storage/Migrator.h"

#include "core/base/Log.h"
#include "core/storage/Connection.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

static void loadMigrationFiles() {
    Q_INIT_RESOURCE(migrations);
} // In a static library; must not be in a namespace.

namespace moderato::storage {

namespace {

QString headerField(const QString& sql, const QString& name) {
    const QString start = QStringLiteral("-- %1: ").arg(name);
    for (const QString& line : sql.split(u'\n')) {
        if (line.startsWith(start)) {
            return line.mid(start.size()).trimmed();
        }
    }
    return {};
}

/// The statements of a file: each ends with a line's last ";", a trigger with the line "END;". Comment lines
/// are dropped.
QStringList statementsOf(const QString& sql) {
    QStringList statements;
    QString statement;
    for (const QString& line : sql.split(u'\n')) {
        if (line.trimmed().startsWith(QLatin1String("--")) ||
            (statement.isEmpty() && line.trimmed().isEmpty())) {
            continue;
        }
        statement += line + u'\n';
        const bool trigger = statement.startsWith(QLatin1String("CREATE TRIGGER"));
        if (trigger ? line == QLatin1String("END;") : line.endsWith(u';')) {
            statements << statement.trimmed();
            statement.clear();
        }
    }
    if (!statement.trimmed().isEmpty()) {
        statements << statement.trimmed();
    }
    return statements;
}

Error tooNew(int version) {
    return {Error::Kind::Unsupported,
            QCoreApplication::translate(
                "Storage",
                "This library was written by a newer version of the program. Update the program to open it."),
            QStringLiteral("schema version %1").arg(version)};
}

} // namespace

std::vector<Migration> builtInMigrations() {
    loadMigrationFiles();
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/storage/migrations"));
    for (const QString& name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QString sql = QString::fromUtf8(file.readAll());
        migrations.push_back({name.left(4).toInt(), headerField(sql, QStringLiteral("description")),
                              headerField(sql, QStringLiteral("minimum-compatible")).toInt(), sql});
    }
    return migrations;
}

Migrator::Migrator(Connection& connection, const Clock& clock, std::vector<Migration> migrations)
    : connection_(connection)
    , clock_(clock)
    , migrations_(std::move(migrations)) {}

Result<int> Migrator::currentVersion() {
    Query known = connection_.query(QStringLiteral(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_migrations'"));
    if (!known.next()) {
        return known.ok() ? Result<int>(0) : Result<int>(known.error());
    }
    if (known.integer(0) == 0) {
        return 0;
    }
    Query version =
        connection_.query(QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_migrations"));
    if (!version.next()) {
        return version.ok() ? Result<int>(0) : Result<int>(version.error());
    }
    return int(version.integer(0));
}

Result<int> Migrator::minimumCompatible() {
    Query query = connection_.query(
        QStringLiteral("SELECT coalesce(max(minimum_compatible), 0) FROM schema_migrations"));
    if (!query.next()) {
        return query.ok() ? Result<int>(0) : Result<int>(query.error());
    }
    return int(query.integer(0));
}

MigrationOutcome Migrator::check() {
    MigrationOutcome outcome;
    const Result<int> current = currentVersion();
    if (!current) {
        outcome.error = current.error();
        return outcome;
    }
    const int newest = migrations_.empty() ? 0 : migrations_.back().version;
    outcome.from = outcome.to = *current;
    if (*current == newest) {
        outcome.kind = MigrationOutcome::Kind::UpToDate;
    } else if (*current > newest) {
        const Result<int> needed = minimumCompatible();
        if (!needed) {
            outcome.error = needed.error();
        } else if (*needed <= newest) {
            outcome.kind = MigrationOutcome::Kind::UpToDate;
        } else {
            outcome.kind = MigrationOutcome::Kind::TooNew;
            outcome.error = tooNew(*current);
        }
    } else {
        outcome.needsMigration = true;
        outcome.error = {Error::Kind::Storage,
                         QCoreApplication::translate(
                             "Storage",
                             "This library is from an older version of the program. Open it once for "
                             "writing, for example in the window, to bring it up to date."),
                         QStringLiteral("schema version %1 of %2").arg(*current).arg(newest)};
    }
    return outcome;
}

MigrationOutcome Migrator::migrate() {
    MigrationOutcome outcome = check();
    if (!outcome.needsMigration) {
        return outcome;
    }
    outcome.needsMigration = false;
    if (outcome.from > 0) {
        const Result<QString> backup = backUp(outcome.from);
        if (!backup) {
            outcome.error = backup.error();
            return outcome;
        }
        outcome.backup = *backup;
    }
    for (const Migration& migration : migrations_) {
        if (migration.version <= outcome.from) {
            continue;
        }
        if (Status applied = apply(migration); !applied) {
            outcome.error = {
                Error::Kind::Storage,
                QCoreApplication::translate(
                    "Storage",
                    "Bringing the library up to date failed; it is as it was before. The log says why."),
                QStringLiteral("migration %1: %2").arg(migration.version).arg(applied.error().detail)};
            return outcome;
        }
        outcome.to = migration.version;
        qCDebug(log).noquote() << "library migrated to" << migration.version << migration.description;
    }
    outcome.kind = MigrationOutcome::Kind::Migrated;
    outcome.error = {};
    return outcome;
}

Result<QString> Migrator::backUp(int version) {
    const QString stamp = QDateTime::fromMSecsSinceEpoch(toUnixMs(clock_.now()), Qt::UTC)
                              .toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString base =
        QStringLiteral("%1.before-%2-%3").arg(connection_.databaseFile()).arg(version + 1).arg(stamp);
    QString copy = base;
    for (int n = 2; QFile::exists(copy); ++n) {
        copy = QStringLiteral("%1-%2").arg(base).arg(n);
    }
    if (Status status = connection_.run(QStringLiteral("VACUUM INTO ?"), copy); !status) {
        QFile::remove(copy);
        return Error{
            Error::Kind::Storage,
            QCoreApplication::translate(
                "Storage",
                "The library has to be brought up to date, but no backup copy could be made beside it. "
                "Free some space and check that the folder is writable."),
            status.error().detail};
    }
    return copy;
}

Status Migrator::apply(const Migration& migration) {
    Transaction transaction(connection_);
    if (!transaction.status()) {
        return transaction.status();
    }
    if (Status status = connection_.execute(
            QStringLiteral("CREATE TABLE IF NOT EXISTS schema_migrations (version INTEGER PRIMARY KEY, "
                           "description TEXT NOT NULL, "
                           "minimum_compatible INTEGER NOT NULL, applied_at INTEGER NOT NULL) STRICT"));
        !status) {
        return status;
    }
    for (const QString& statement : statementsOf(migration.sql)) {
        if (Status status = connection_.execute(statement); !status) {
            return status;
        }
    }
    if (Status status = connection_.run(
            QStringLiteral("INSERT INTO schema_migrations (version, description, minimum_compatible, "
                           "applied_at) VALUES (?, ?, ?, ?)"),
            migration.version, migration.description, migration.minimumCompatible, clock_.now());
        !status) {
        return status;
    }
    return transaction.commit();
}

} // namespace moderato::storage
