#include "core/storage/MediaFileRepository.h"

#include "core/storage/Connection.h"

namespace moderato::storage {

using domain::ContentId;

namespace {

const QString columns = QStringLiteral(
    "f.id, f.sha256, f.extractor, f.medium, f.probe, f.start_seconds, f.duration_seconds, f.has_sound, "
    "f.sound_start, f.sound_seconds, f.loudness_lufs, f.silence, f.shots, f.problem, f.runs, f.analysed_at");

Result<std::optional<StoredFile>> read(Query& query) {
    if (!query.next()) {
        return query.ok() ? Result<std::optional<StoredFile>>(std::nullopt)
                          : Result<std::optional<StoredFile>>(query.error());
    }
    StoredFile file;
    file.id = query.integer(0);
    file.sha256 = query.bytes(1);
    file.extractor = int(query.integer(2));
    file.medium = query.text(3);
    file.probe = query.bytes(4);
    file.startSeconds = query.real(5);
    file.durationSeconds = query.real(6);
    file.hasSound = query.boolean(7);
    file.soundStart = query.real(8);
    file.soundSeconds = query.real(9);
    file.loudnessLufs = query.optionalReal(10);
    file.silence = query.bytes(11);
    file.shots = query.bytes(12);
    file.problem = query.text(13);
    file.runs = int(query.integer(14));
    file.analysedAt = query.time(15);
    return std::optional(std::move(file));
}

} // namespace

Result<std::optional<StoredFile>> MediaFileRepository::find(const QByteArray& sha256, int extractor) {
    Query query =
        connection_.query(QStringLiteral("SELECT ") + columns +
                          QStringLiteral(" FROM media_files AS f WHERE f.sha256 = ? AND f.extractor = ?"));
    query.bind(sha256, extractor);
    return read(query);
}

Result<std::optional<StoredFile>> MediaFileRepository::ofItem(ContentId content) {
    Query query =
        connection_.query(QStringLiteral("SELECT ") + columns +
                          QStringLiteral(" FROM item_files AS i JOIN media_files AS f ON f.id = i.file_id "
                                         "WHERE i.content_id = ? AND i.position = 0"));
    query.bind(content);
    return read(query);
}

Result<qint64> MediaFileRepository::save(const StoredFile& file, const std::vector<StoredFrame>& frames,
                                         const std::optional<StoredPicture>& picture) {
    if (const Status saved = connection_.run(
            QStringLiteral(
                "INSERT INTO media_files (sha256, extractor, medium, probe, start_seconds, duration_seconds, "
                "has_sound, sound_start, sound_seconds, loudness_lufs, silence, shots, problem, runs, "
                "analysed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?) "
                "ON CONFLICT (sha256) DO UPDATE SET extractor = excluded.extractor, medium = "
                "excluded.medium, probe = excluded.probe, start_seconds = excluded.start_seconds, "
                "duration_seconds = excluded.duration_seconds, has_sound = excluded.has_sound, sound_start "
                "= excluded.sound_start, sound_seconds = excluded.sound_seconds, loudness_lufs = "
                "excluded.loudness_lufs, silence = excluded.silence, shots = excluded.shots, problem = "
                "excluded.problem, runs = media_files.runs + 1, analysed_at = excluded.analysed_at"),
            file.sha256, file.extractor, file.medium, file.probe, file.startSeconds, file.durationSeconds,
            file.hasSound, file.soundStart, file.soundSeconds, file.loudnessLufs, file.silence, file.shots,
            file.problem, file.analysedAt);
        !saved) {
        return saved.error();
    }
    const auto stored = find(file.sha256, file.extractor);
    if (!stored || !*stored) {
        return stored ? storageError(QStringLiteral("a saved file is not there")) : stored.error();
    }
    const qint64 id = (*stored)->id;
    for (const QString& table : {QStringLiteral("frame_hashes"), QStringLiteral("picture_hashes")}) {
        if (const Status gone =
                connection_.run(QStringLiteral("DELETE FROM %1 WHERE file_id = ?").arg(table), id);
            !gone) {
            return gone.error();
        }
    }
    int position = 0;
    for (const StoredFrame& frame : frames) {
        if (const Status added = connection_.run(
                QStringLiteral("INSERT INTO frame_hashes (file_id, position, pts, time_base, seconds, frame, "
                               "quality, pdq, bare_quality, bare_pdq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                id, position++, frame.pts, frame.timeBase, frame.seconds, frame.frame, frame.quality,
                Blob{frame.pdq}, frame.bareQuality, Blob{frame.barePdq});
            !added) {
            return added.error();
        }
    }
    if (picture) {
        if (const Status added = connection_.run(
                QStringLiteral(
                    "INSERT INTO picture_hashes (file_id, quality, pdq, orientations) VALUES (?, ?, ?, ?)"),
                id, picture->quality, Blob{picture->pdq}, Blob{picture->orientations});
            !added) {
            return added.error();
        }
    }
    return id;
}

Status MediaFileRepository::link(ContentId content, int position, qint64 file) {
    return connection_.run(QStringLiteral("INSERT INTO item_files (content_id, position, file_id) "
                                          "VALUES (?, ?, ?) ON CONFLICT (content_id, position) "
                                          "DO UPDATE SET file_id = excluded.file_id"),
                           content, position, file);
}

Status MediaFileRepository::unlink(ContentId content) {
    return connection_.run(QStringLiteral("DELETE FROM item_files WHERE content_id = ?"), content);
}

Result<std::vector<MediaFileRepository::ItemFile>> MediaFileRepository::filesOf(ContentId content) {
    Query query = connection_.query(
        QStringLiteral("SELECT i.position, i.file_id, f.sha256 FROM item_files AS i JOIN media_files AS f "
                       "ON f.id = i.file_id WHERE i.content_id = ? ORDER BY i.position"));
    query.bind(content);
    std::vector<ItemFile> files;
    while (query.next()) {
        files.push_back({int(query.integer(0)), query.integer(1), query.bytes(2)});
    }
    return query.ok() ? Result<std::vector<ItemFile>>(std::move(files))
                      : Result<std::vector<ItemFile>>(query.error());
}

Result<std::vector<ContentId>> MediaFileRepository::itemsAfter(ContentId after, int limit) {
    Query query = connection_.query(QStringLiteral(
        "SELECT DISTINCT content_id FROM item_files WHERE content_id > ? ORDER BY content_id LIMIT ?"));
    query.bind(after.value, limit);
    std::vector<ContentId> items;
    while (query.next()) {
        items.push_back(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::vector<ContentId>>(std::move(items))
                      : Result<std::vector<ContentId>>(query.error());
}

Result<std::vector<StoredFrame>> MediaFileRepository::frames(qint64 file) {
    Query query = connection_.query(QStringLiteral(
        "SELECT pts, time_base, seconds, frame, quality, pdq, bare_quality, bare_pdq FROM frame_hashes "
        "WHERE file_id = ? ORDER BY position"));
    query.bind(file);
    std::vector<StoredFrame> frames;
    while (query.next()) {
        frames.push_back({query.integer(0), query.text(1), query.real(2), query.integer(3),
                          int(query.integer(4)), query.blob(5), int(query.integer(6)), query.blob(7)});
    }
    return query.ok() ? Result<std::vector<StoredFrame>>(std::move(frames))
                      : Result<std::vector<StoredFrame>>(query.error());
}

Result<std::optional<StoredPicture>> MediaFileRepository::picture(qint64 file) {
    Query query = connection_.query(
        QStringLiteral("SELECT quality, pdq, orientations FROM picture_hashes WHERE file_id = ?"));
    query.bind(file);
    if (query.next()) {
        return std::optional(StoredPicture{int(query.integer(0)), query.blob(1), query.blob(2)});
    }
    return query.ok() ? Result<std::optional<StoredPicture>>(std::nullopt)
                      : Result<std::optional<StoredPicture>>(query.error());
}

} // namespace moderato::storage
