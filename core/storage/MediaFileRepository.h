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

/// What the analysis found out about one file, as it is stored. JSON texts and hashes are opaque here.
struct StoredFile {
    qint64 id = 0;
    QByteArray sha256;
    int extractor = 0; ///< Version of what looked at it.
    QString medium;    ///< "video", "audio", "picture"
    QByteArray probe;  ///< JSON
    double startSeconds = 0;
    double durationSeconds = 0;
    bool hasSound = false;
    double soundStart = 0;
    double soundSeconds = 0;
    std::optional<double> loudnessLufs;
    QByteArray silence{"[]"}; ///< JSON: [[begin, end], …]
    QByteArray shots{"[]"};   ///< JSON: [[seconds, frame], …]
    QString problem;          ///< What could not be found out, for people.
    int runs = 0;             ///< How often the extractors looked at it.
    Timestamp analysedAt;
};

struct StoredFrame {
    qint64 pts = 0;
    QString timeBase; ///< "numerator/denominator" seconds
    double seconds = 0;
    qint64 frame = -1;
    int quality = 0;
    QByteArray pdq; ///< 32 bytes
    int bareQuality = 0;
    QByteArray barePdq; ///< The same without black bars at the borders.
};

struct StoredPicture {
    int quality = 0;
    QByteArray pdq;          ///< 32 bytes
    QByteArray orientations; ///< 8 × 32 bytes, as it is first
};

class MediaFileRepository {
public:
    explicit MediaFileRepository(Connection& connection)
        : connection_(connection) {}

    /// Of that version of the extractors; nothing: not analysed by it.
    Result<std::optional<StoredFile>> find(const QByteArray& sha256, int extractor);
    /// Replaces what was known of the file. `id`, `runs` are set here. → its id
    Result<qint64> save(const StoredFile& file, const std::vector<StoredFrame>& frames,
                        const std::optional<StoredPicture>& picture);
    /// Position 0 is the item's video or sound, 1, 2, … its pictures.
    Status link(domain::ContentId content, int position, qint64 file);
    Status unlink(domain::ContentId content);

    /// The item's video or sound file.
    Result<std::optional<StoredFile>> ofItem(domain::ContentId content);
    struct ItemFile {
        int position = 0;
        qint64 file = 0;
        QByteArray sha256;
    };
    Result<std::vector<ItemFile>> filesOf(domain::ContentId content);
    /// Items with analysed files above `after`, rising.
    Result<std::vector<domain::ContentId>> itemsAfter(domain::ContentId after, int limit);
    Result<std::vector<StoredFrame>> frames(qint64 file);
    Result<std::optional<StoredPicture>> picture(qint64 file);

private:
    Connection& connection_;
};

} // namespace moderato::storage
