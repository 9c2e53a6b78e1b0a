#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/Ids.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// Lists of hashes of known material, and which items match them.
class KnownHashRepository {
public:
    explicit KnownHashRepository(Connection& connection)
        : connection_(connection) {}

    struct List {
        qint64 id = 0;
        QString name;
        bool isVideo = false; ///< The frames of one video; else pictures.
        qint64 hashes = 0;
        Timestamp importedAt;
    };
    /// Begins a list, in place of one of the same name. It counts only when it is whole. → its id
    Result<qint64> begin(const QString& name, bool isVideo, Timestamp now);
    struct Hash {
        QByteArray pdq; ///< 32 bytes
        int quality = 0;
        QString label;
    };
    Status add(qint64 list, qint64 firstPosition, const std::vector<Hash>& hashes);
    Status finish(qint64 list, qint64 hashes);
    /// Whole lists by name.
    Result<std::vector<List>> lists();
    Result<std::vector<Hash>> hashes(qint64 list);
    /// → whether there was one
    Result<bool> remove(const QString& name);

    struct Match {
        domain::ContentId content;
        qint64 list = 0;
        QString label;
        int distance = 0;
        double share = 1;
    };
    /// → whether it is new
    Result<bool> saveMatch(const Match& match);
    struct NamedMatch {
        QString list;
        QString label;
        int distance = 0;
        double share = 1;
    };
    Result<std::vector<NamedMatch>> matches(domain::ContentId content);

private:
    Connection& connection_;
};

} // namespace moderato::storage
