#pragma once

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/domain/Content.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace moderato::storage {

class Connection;

/// Groups of near duplicates and the sketches of texts. Every item that was compared is a member of one
/// group; the group's first member (its leader) is what the others are like.
class DuplicateRepository {
public:
    explicit DuplicateRepository(Connection& connection)
        : connection_(connection) {}

    struct Sketch {
        int shingles = 0;
        QByteArray bytes; ///< 512
    };
    Status saveSketch(domain::ContentId content, const Sketch& sketch);
    Result<std::optional<Sketch>> sketch(domain::ContentId content);
    Status addBands(domain::ContentId content, const std::vector<std::uint64_t>& bands);
    Status removeBands(domain::ContentId content, const std::vector<std::uint64_t>& bands);
    /// Those that share a band, the ones that share most first, at most `limit`.
    Result<std::vector<domain::ContentId>> sharingBands(const std::vector<std::uint64_t>& bands, int limit);

    /// Analysed items above `after` that are in no group yet, rising.
    Result<std::vector<domain::ContentId>> pending(domain::ContentId after, int limit);

    struct Member {
        domain::ContentId content;
        domain::ContentId leader; ///< Itself: the first of its group.
        QString medium;           ///< "picture", "video", "text"
        double similarity = 1;    ///< To the leader.
        int distance = -1;        ///< PDQ bits to the leader; −1: not a picture.
        bool isException = false;

        // What pages show of it; read only.
        QString title;
        domain::ContentKind kind = domain::ContentKind::Article;
        domain::RecommendationState state = domain::RecommendationState::Active;
        QString decidedCategory;
        QString category; ///< Decided, else given, else predicted.
    };
    Status place(const Member& member);
    /// Takes an item out, and the group with it where it leads one: they are compared again.
    Status forget(domain::ContentId content);
    Result<std::optional<Member>> find(domain::ContentId content);
    /// The leader first, then by id; at most `limit`.
    Result<std::vector<Member>> group(domain::ContentId leader, int limit);
    /// Groups of two and more.
    Result<qint64> groupCount();
    /// Leaders above `after` of groups of two and more, rising.
    Result<std::vector<domain::ContentId>> groups(domain::ContentId after, int limit);
    /// The hashes of all leaders of one medium ("video", "picture") in one pass, by item.
    struct LeaderHash {
        domain::ContentId content;
        QByteArray sha256; ///< Of the file that it is of.
        int quality = 0;
        QByteArray pdq; ///< Empty: the file has no hash.
        int bareQuality = 0;
        QByteArray barePdq; ///< Of a video's frame, without black bars.
        double seconds = 0; ///< Of a video's frame; a video's come in order of time.
    };
    Result<std::vector<LeaderHash>> leaderHashes(const QString& medium);

    Status setException(domain::ContentId content, bool isException, Timestamp now);

private:
    Connection& connection_;
};

} // namespace moderato::storage
