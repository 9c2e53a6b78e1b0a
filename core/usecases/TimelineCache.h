#pragma once

#include "core/base/Result.h"
#include "core/usecases/MediaAnalysis.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace moderato::usecases {

/// What a timeline shows that is too large for the database: filmstrip, covers and waveform of a file, in one
/// file a SHA-256 below the library's cache folder. A file that is damaged, or of another version of the
/// extractors, counts as not there: it is made again. Any thread.
class TimelineCache {
public:
    /// `folder` is the library's cache folder.
    TimelineCache(const QString& folder, int extractor);

    struct Pictures {
        std::vector<TimedPicture> filmstrip;
        std::vector<TimedPicture> covers;
        std::vector<float> low, high;
    };
    /// Replaces the file as a whole.
    Status save(const QByteArray& sha256, const Pictures& pictures) const;
    /// Reads and decodes; nothing: it has to be made.
    std::optional<Pictures> load(const QByteArray& sha256) const;
    /// Only the best cover, or the first picture where there is none: for rows of a list. Null: not there.
    QImage cover(const QByteArray& sha256) const;
    /// Whether there is a whole file, without decoding its pictures.
    bool has(const QByteArray& sha256) const;
    /// Deletes what older versions left behind.
    void removeOlder() const;

private:
    QString pathOf(const QByteArray& sha256) const;
    std::optional<QByteArray> payload(const QByteArray& sha256) const;

    QString root_;
    int extractor_;
};

} // namespace moderato::usecases
