#include "core/usecases/MediaFacts.h"

#include "core/usecases/MediaInfoJson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cmath>

namespace moderato::usecases {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(MediaFacts)
};

constexpr double soon = 0.1; // Seconds; starts within it are usual.

QJsonObject firstOf(const QJsonArray& streams, const QString& type) {
    for (const QJsonValue& stream : streams) {
        if (stream[QStringLiteral("type")].toString() == type) {
            return stream.toObject();
        }
    }
    return {};
}

void addShape(const QJsonObject& video, QStringList& facts) {
    if (const int turn = video[QStringLiteral("rotation")].toInt(); turn != 0) {
        facts << Text::tr("rotated by %1°").arg(turn);
    }
    const QString aspect = video[QStringLiteral("sample_aspect")].toString();
    if (const double value = ratioIn(aspect); value > 0 && std::abs(value - 1) > 0.001) {
        facts << Text::tr("pixels %1").arg(QString(aspect).replace(QLatin1Char('/'), QLatin1Char(':')));
    }
    if (video[QStringLiteral("interlaced")].toBool()) {
        facts << Text::tr("interlaced");
    }
}

void addTime(const QJsonObject& video, QStringList& facts) {
    const double start = video[QStringLiteral("start")].toDouble();
    if (start < 0 || start > soon) {
        facts << Text::tr("begins at %1 s").arg(QLocale().toString(start, 'f', 2));
    }
}

} // namespace

QStringList mediaFacts(const QByteArray& probe) {
    const QJsonObject info = QJsonDocument::fromJson(probe).object();
    const QJsonArray streams = info[QStringLiteral("streams")].toArray();
    const QJsonObject video = firstOf(streams, QStringLiteral("video"));
    const QJsonObject audio = firstOf(streams, QStringLiteral("audio"));
    QStringList facts;
    if (video.isEmpty()) {
        return facts;
    }
    facts << QStringLiteral("%1 × %2")
                 .arg(info[QStringLiteral("width")].toInt())
                 .arg(info[QStringLiteral("height")].toInt());
    const double rate = ratioIn(video[QStringLiteral("frame_rate")].toString());
    if (video[QStringLiteral("variable_frame_rate")].toBool()) {
        facts << Text::tr("variable frame rate");
    } else if (rate > 0) {
        facts << Text::tr("%1 fps").arg(QLocale().toString(rate, 'g', 4));
    }
    facts << video[QStringLiteral("codec")].toString();
    facts << (audio.isEmpty() ? Text::tr("no sound") : audio[QStringLiteral("codec")].toString());
    addShape(video, facts);
    addTime(video, facts);
    for (const QJsonValue& sentence : info[QStringLiteral("oddities")].toArray()) {
        if (sentence.toString().contains(QLatin1String("edit list"))) {
            facts << Text::tr("an edit list leaves out frames");
        }
    }
    return facts;
}

} // namespace moderato::usecases
