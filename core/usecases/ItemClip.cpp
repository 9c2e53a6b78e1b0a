#include "core/usecases/ItemClip.h"

#include "core/storage/MediaFileRepository.h"
#include "core/usecases/MediaInfoJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::usecases {

Result<ExpressionClip> clipOf(storage::Connection& connection, domain::ContentId item) {
    const auto file = storage::MediaFileRepository(connection).ofItem(item);
    if (!file.ok()) {
        return file.error();
    }
    ExpressionClip clip;
    if (!*file) {
        return clip;
    }
    constexpr double microseconds = 1e6;
    clip.duration = std::chrono::microseconds(qint64((*file)->durationSeconds * microseconds));
    const QJsonObject probe = QJsonDocument::fromJson((*file)->probe).object();
    clip.frames = qint64(probe[QStringLiteral("frame_count")].toDouble());
    for (const QJsonValue& stream : probe[QStringLiteral("streams")].toArray()) {
        const double rate = ratioIn(stream.toObject()[QStringLiteral("frame_rate")].toString());
        clip.framesPerSecond = clip.framesPerSecond > 0 ? clip.framesPerSecond : rate;
    }
    return clip;
}

} // namespace moderato::usecases
