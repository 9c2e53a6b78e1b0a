#include "core/interchange/ContentWriter.h"

#include "core/interchange/private/Import.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace moderato::interchange {

namespace {

using domain::ConsumptionFigures;
using domain::Content;

void put(QJsonObject& object, const QString& name, const QString& text) {
    if (!text.isEmpty()) {
        object[name] = text;
    }
}

template <class Number>
void put(QJsonObject& object, const QString& name, const std::optional<Number>& number) {
    if (number) {
        object[name] = *number;
    }
}

void put(QJsonObject& object, const QString& name, const std::optional<Timestamp>& time) {
    if (time) {
        object[name] = toIso(*time);
    }
}

void put(QJsonObject& object, const QString& name, const QJsonObject& inner) {
    if (!inner.isEmpty()) {
        object[name] = inner;
    }
}

/// `object` holds what the source had beside the known fields.
QJsonObject consumptionJson(const ConsumptionFigures& figures, QJsonObject object) {
    QJsonObject window;
    put(window, "from", figures.from);
    put(window, "to", figures.to);
    put(object, "window", window);
    if (window.isEmpty()) {
        put(object, "window", figures.window);
    }
    put(object, "impressions", figures.impressions);
    put(object, "views", figures.views);
    put(object, "clicks", figures.clicks);
    put(object, "dwell_ms", figures.dwellMs);
    put(object, "likes", figures.likes);
    put(object, "dislikes", figures.dislikes);
    put(object, "comments", figures.comments);
    put(object, "shares", figures.shares);
    return object;
}

QJsonObject authorJson(const domain::Author& author, QJsonObject object) {
    put(object, "id", author.id);
    put(object, "level", author.level);
    put(object, "verticality", author.verticality);
    put(object, "authority", author.authority);
    return object;
}

QStringList imagePaths(const Content& content) {
    QStringList paths;
    for (const domain::MediaFile& image : content.images) {
        paths << image.path;
    }
    return paths;
}

QJsonObject decisionJson(const ExportRow& row) {
    QJsonObject object;
    put(object, "kind", row.decision);
    put(object, "person", row.person);
    put(object, "reason", row.reason);
    put(object, "at", row.decidedAt);
    return object;
}

QJsonObject predictionJson(const ExportRow& row) {
    QJsonObject object;
    put(object, "category", row.predictedCategory);
    put(object, "probability", row.predictedProbability);
    put(object, "category_version", row.categoryVersion);
    if (!row.predictedTopics.isEmpty()) {
        object["topics"] = QJsonArray::fromStringList(row.predictedTopics);
    }
    put(object, "topics_version", row.topicsVersion);
    return object;
}

QString categoryOf(const ExportRow& row) {
    return row.category.isEmpty() ? row.content.givenCategory : row.category;
}

QStringList topicsOf(const ExportRow& row) {
    return row.topics.value_or(row.content.givenTopics);
}

QJsonObject rowJson(const ExportRow& row) {
    const Content& content = row.content;
    QJsonObject object = content.unknownFields;
    object.remove("decision"); // Of an earlier export.
    object.remove("prediction");
    put(object, "id", content.externalId);
    object["kind"] = toCode(content.kind);
    put(object, "title", content.title);
    put(object, "body", content.body);
    if (!content.body.isEmpty()) {
        object["body_format"] = toCode(content.bodyFormat);
    }
    put(object, "description", content.description);
    put(object, "media", content.media ? content.media->path : QString());
    if (!content.images.empty()) {
        object["images"] = QJsonArray::fromStringList(imagePaths(content));
    }
    if (const QStringList topics = topicsOf(row); !topics.isEmpty()) {
        object["topics"] = QJsonArray::fromStringList(topics);
    }
    put(object, "category", categoryOf(row));
    put(object, "author", authorJson(content.author, object["author"].toObject()));
    put(object, "published_at", content.publishedAt);
    put(object, "language", content.language);
    if (content.consumption) {
        put(object, "consumption", consumptionJson(*content.consumption, object["consumption"].toObject()));
    }
    put(object, "source_url", content.sourceUrl);
    put(object, "decision", decisionJson(row));
    put(object, "prediction", predictionJson(row));
    return object;
}

const QStringList& csvColumns() {
    static const QStringList columns = {"id",
                                        "kind",
                                        "title",
                                        "body",
                                        "body_format",
                                        "description",
                                        "media",
                                        "images",
                                        "topics",
                                        "category",
                                        "author.id",
                                        "author.level",
                                        "author.verticality",
                                        "author.authority",
                                        "published_at",
                                        "language",
                                        "source_url",
                                        "consumption.window",
                                        "consumption.window.from",
                                        "consumption.window.to",
                                        "consumption.impressions",
                                        "consumption.views",
                                        "consumption.clicks",
                                        "consumption.dwell_ms",
                                        "consumption.likes",
                                        "consumption.dislikes",
                                        "consumption.comments",
                                        "consumption.shares",
                                        "decision.kind",
                                        "decision.person",
                                        "decision.reason",
                                        "decision.at",
                                        "prediction.category",
                                        "prediction.probability",
                                        "prediction.category_version",
                                        "prediction.topics",
                                        "prediction.topics_version"};
    return columns;
}

/// What a dotted name leads to in an object; lists are joined by "|".
QString cellOf(const QJsonObject& object, const QString& column) {
    QJsonValue value = object;
    for (const QString& part : column.split('.')) {
        value = value.toObject().value(part);
    }
    if (value.isArray()) {
        QStringList entries;
        const QJsonArray array = value.toArray();
        for (const QJsonValue& entry : array) {
            entries << entry.toString().replace('|', '/');
        }
        return entries.join('|');
    }
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString();
}

QByteArray csvLine(const QStringList& cells) {
    QStringList quoted;
    for (const QString& cell : cells) {
        quoted << csvCell(cell);
    }
    return quoted.join(',').toUtf8() + "\r\n";
}

} // namespace

ExportFormat exportFormatOf(const QString& path) {
    return path.endsWith(".csv", Qt::CaseInsensitive) ? ExportFormat::Csv : ExportFormat::Jsonl;
}

QString csvCell(const QString& text) {
    bool isNumber = false;
    text.toDouble(&isNumber);
    QString cell = text;
    if (!cell.isEmpty() && !isNumber && QStringView(u"=+-@\t\r").contains(cell[0])) {
        cell.prepend('\'');
    }
    const bool quote = cell.contains(',') || cell.contains('"') || cell.contains('\n') ||
                       cell.contains('\r') || cell.contains(';') || cell.startsWith(' ') ||
                       cell.endsWith(' ');
    return quote ? '"' + cell.replace('"', "\"\"") + '"' : cell;
}

ContentWriter::ContentWriter(QIODevice& device, ExportFormat format)
    : device_(device)
    , format_(format) {}

Status ContentWriter::writeLine(const QByteArray& line) {
    if (device_.write(line) != line.size()) {
        return Error::io(
            Import::tr("The export cannot be written: %1. Check the free space.").arg(device_.errorString()));
    }
    return {};
}

Status ContentWriter::write(const ExportRow& row) {
    const QJsonObject object = rowJson(row);
    if (format_ == ExportFormat::Jsonl) {
        return writeLine(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
    }
    if (!headerWritten_) {
        headerWritten_ = true;
        if (const Status status = writeLine(csvLine(csvColumns())); !status) {
            return status;
        }
    }
    QStringList cells;
    for (const QString& column : csvColumns()) {
        cells << cellOf(object, column);
    }
    return writeLine(csvLine(cells));
}

} // namespace moderato::interchange
