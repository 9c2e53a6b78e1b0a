#include "core/usecases/TrainingFile.h"

#include "core/base/Hash.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrainingFile)
};

QJsonObject toJson(const TrainingLine& line) {
    QJsonObject object{{QStringLiteral("title"), line.title}, {QStringLiteral("body"), line.body}};
    if (line.content.isValid()) {
        object[QStringLiteral("content")] = line.content.value;
    }
    if (!line.category.isEmpty()) {
        object[QStringLiteral("category")] = line.category;
    }
    if (!line.topics.isEmpty()) {
        object[QStringLiteral("topics")] = QJsonArray::fromStringList(line.topics);
    }
    QStringList media;
    for (const FeatureSource& source : line.media) {
        media << QString::fromLatin1(source.sha256);
    }
    if (!media.isEmpty()) {
        object[QStringLiteral("media")] = QJsonArray::fromStringList(media);
    }
    if (line.quality) {
        object[QStringLiteral("quality")] = toJson(*line.quality);
    }
    if (line.heldOut) {
        object[QStringLiteral("held_out")] = true;
    }
    return object;
}

TrainingLine fromJson(const QJsonObject& object) {
    TrainingLine line;
    line.content.value = object[QStringLiteral("content")].toInteger();
    line.title = object[QStringLiteral("title")].toString();
    line.body = object[QStringLiteral("body")].toString();
    line.category = object[QStringLiteral("category")].toString();
    for (const QJsonValue& topic : object[QStringLiteral("topics")].toArray()) {
        line.topics << topic.toString();
    }
    for (const QJsonValue& sum : object[QStringLiteral("media")].toArray()) {
        line.media.push_back({{}, sum.toString().toLatin1(), false});
    }
    if (object.contains(QStringLiteral("quality"))) {
        line.quality = qualityFactsFromJson(object[QStringLiteral("quality")].toObject());
    }
    line.heldOut = object[QStringLiteral("held_out")].toBool();
    return line;
}

} // namespace

TrainingFileWriter::TrainingFileWriter(const QString& folder)
    : folder_(folder)
    , file_(folder + QStringLiteral("/unfinished-") + QUuid::createUuid().toString(QUuid::Id128) +
            QStringLiteral(".jsonl")) {}

Result<std::unique_ptr<TrainingFileWriter>> TrainingFileWriter::open(const QString& folder) {
    std::unique_ptr<TrainingFileWriter> writer(new TrainingFileWriter(folder));
    if (!QDir().mkpath(folder) || !writer->file_.open(QIODevice::WriteOnly)) {
        return Error::io(
            Text::tr("The data set cannot be written to %1; check the free space and the rights.")
                .arg(folder),
            writer->file_.errorString());
    }
    return writer;
}

Status TrainingFileWriter::add(const TrainingLine& line) {
    const QByteArray bytes = QJsonDocument(toJson(line)).toJson(QJsonDocument::Compact) + '\n';
    hash_.addData(bytes);
    if (file_.write(bytes) != bytes.size()) {
        return Error::io(Text::tr("The data set cannot be written to %1; check the free space.").arg(folder_),
                         file_.errorString());
    }
    ++(line.heldOut ? set_.heldOut : set_.examples);
    return {};
}

Result<FrozenDataSet> TrainingFileWriter::finish() {
    const QString unfinished = file_.fileName();
    set_.sha256 = hash_.result().toHex();
    set_.path = folder_ + QLatin1Char('/') + QString::fromLatin1(set_.sha256) + QStringLiteral(".jsonl");
    if (!file_.commit()) {
        return Error::io(Text::tr("The data set cannot be written to %1; check the free space.").arg(folder_),
                         file_.errorString());
    }
    if (QFile::exists(set_.path)) {
        QFile::remove(unfinished);
    } else if (!QFile::rename(unfinished, set_.path)) {
        return Error::io(Text::tr("The data set cannot be written to %1; check the rights.").arg(folder_));
    }
    return set_;
}

Result<std::vector<TrainingLine>> readTrainingFile(const QString& path, const JobContext& context) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error::io(Text::tr("The data set %1 cannot be read.").arg(path), file.errorString());
    }
    std::vector<TrainingLine> lines;
    while (!file.atEnd()) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        QJsonParseError problem;
        const QJsonDocument document = QJsonDocument::fromJson(file.readLine(), &problem);
        if (!document.isObject()) {
            return Error::invalid(
                Text::tr("The data set %1 is damaged in line %2.").arg(path).arg(lines.size() + 1),
                problem.errorString());
        }
        lines.push_back(fromJson(document.object()));
    }
    return lines;
}

bool isHeldOut(QByteArrayView fingerprint, double share) {
    constexpr int digits = 8;
    const QByteArray hash = sha256(QByteArray("held out ") + fingerprint.toByteArray()).left(digits);
    return double(hash.toUInt(nullptr, 16)) < share * double(1ULL << 32);
}

} // namespace moderato::usecases
