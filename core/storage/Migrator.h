#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"

#include <QString>

#include <vector>

namespace moderato::storage {

class Connection;

/// One numbered step of the schema.
struct Migration {
    int version = 0;
    QString description;
    int minimumCompatible =
        0; ///< The oldest program (by its newest migration) that can still use the database after this step.
    QString sql;
};

/// The steps that are built in, in order (`migrations/*.sql`).
std::vector<Migration> builtInMigrations();

struct MigrationOutcome {
    enum class Kind {
        UpToDate, ///< Nothing to do (also: newer, but this program can still use it).
        Migrated, ///< New, or brought up to date.
        TooNew,   ///< Written by a newer program that this one does not understand.
        Failed,   ///< A step failed; the database is as it was before that step.
    };
    Kind kind = Kind::Failed;
    int from = 0; ///< 0: it was empty.
    int to = 0;
    bool needsMigration = false; ///< Of `check`: Failed only because it is older.
    QString backup;              ///< The copy that was made before, empty where there was nothing to lose.
    Error error;                 ///< For TooNew and Failed: what to do.
};

/// Brings a database to the newest version: each step in a transaction of its own, after a backup copy beside
/// the file where data exist.
class Migrator {
public:
    Migrator(Connection& connection, const Clock& clock,
             std::vector<Migration> migrations = builtInMigrations());

    MigrationOutcome migrate();
    /// What the database is, without changing it: UpToDate, TooNew, or Failed (it has to be migrated by a
    /// writer first).
    MigrationOutcome check();

private:
    Result<int> currentVersion();
    Result<int> minimumCompatible();
    Result<QString> backUp(int version);
    Status apply(const Migration& migration);

    Connection& connection_;
    const Clock& clock_;
    std::vector<Migration> migrations_;
};

} // namespace moderato::storage
