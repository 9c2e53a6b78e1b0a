#include "core/interchange/private/Record.h"

#include "core/domain/Category.h"
#include "core/interchange/private/FieldReader.h"
#include "core/interchange/private/Files.h"
#include "core/interchange/private/Import.h"

#include <QDateTime>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace moderato::interchange {

using domain::BodyFormat;
using domain::Content;
using domain::ContentKind;
using domain::MediaFile;

namespace {

BodyFormat guessFormat(const QString& body) {
    static const QRegularExpression htmlStart("^\\s*<(!doctype\\s+html|html|head|body|article|section|main|"
                                              "div|p|h[1-6]|ul|ol|table|figure|blockquote)\\b[^>]*>",
                                              QRegularExpression::CaseInsensitiveOption);
    return htmlStart.match(body.left(2000)).hasMatch() ? BodyFormat::Html : BodyFormat::Plain;
}

domain::Author authorFrom(FieldReader& record, QJsonObject& unknown) {
    FieldReader fields(record.object("author"), "author.");
    domain::Author author;
    author.id = fields.textOrNumber("id");
    if (const auto level = fields.count("level")) {
        author.level = int(std::min<qint64>(*level, 1000000));
    }
    author.verticality = fields.share("verticality");
    author.authority = fields.share("authority");
    record.failIf(fields.error());
    if (const QJsonObject rest = fields.unasked(); !rest.isEmpty()) {
        unknown["author"] = rest;
    }
    return author;
}

void readWindow(FieldReader& fields, domain::ConsumptionFigures& figures) {
    const QJsonValue window = fields.value("window");
    if (window.isObject()) {
        FieldReader ends(window.toObject(), "consumption.window.");
        figures.from = ends.time("from");
        figures.to = ends.time("to");
        fields.failIf(ends.error());
        if (figures.from && figures.to && *figures.to < *figures.from) {
            fields.fail("window", Import::tr("ends before it begins."));
        }
    } else if (window.isString() || window.isDouble()) {
        figures.window = fields.textOrNumber("window");
    } else if (!window.isUndefined()) {
        fields.fail("window", Import::tr("must be a text like \"7d\" or {\"from\": …, \"to\": …}."));
    }
}

QStringList topicsFrom(FieldReader& record) {
    QStringList topics;
    for (QString topic : record.texts("topics")) {
        while (topic.startsWith('#')) {
            topic.remove(0, 1);
        }
        topic = topic.simplified().left(200);
        if (!topic.isEmpty() && !topics.contains(topic)) {
            topics << topic;
        }
    }
    return topics;
}

/// What a media reference leads to; problems are gathered as sentences.
struct References {
    QString folder;
    const ReadOptions& options;
    QStringList problems;

    std::optional<std::pair<MediaFile, std::optional<MediaType>>> look(const QString& reference) {
        const Result<QString> path = resolveMediaPath(reference, folder);
        if (!path) {
            problems << path.error().message;
            return std::nullopt;
        }
        const MediaFinding finding = inspectMedia(*path, options);
        if (!finding.problem.isEmpty()) {
            const QString name = QFileInfo(*path).fileName();
            problems << (finding.problem.contains(name) ? finding.problem : name + ": " + finding.problem);
        }
        if (!finding.type && QFileInfo::exists(*path)) {
            return std::nullopt; // Something else than media: no player may be given its path.
        }
        return std::pair(MediaFile{*path, {}, QFileInfo(*path).size()}, finding.type);
    }
};

void readMediaFields(FieldReader& fields, Content& content, bool kindIsGiven, References& references) {
    const QString media = fields.text("media").trimmed();
    const QStringList images = fields.texts("images");
    if (!fields.error().isEmpty()) {
        return; // No file is opened for a record that is refused.
    }
    std::optional<MediaType> type;
    if (!media.isEmpty()) {
        if (auto found = references.look(media)) {
            type = found->second;
            content.media = std::move(found->first);
        }
    }
    for (const QString& image : images) {
        if (auto found = references.look(image)) {
            content.images.push_back(std::move(found->first));
            if (found->second && *found->second != MediaType::Picture) {
                references.problems << Import::tr("%1 is not a picture.").arg(QFileInfo(image).fileName());
            }
        }
    }
    if (content.media && type == MediaType::Picture) {
        content.images.insert(content.images.begin(), *content.media);
        content.media.reset();
    }
    if (!kindIsGiven) {
        const bool pictures = !content.images.empty() && content.body.isEmpty() && !content.media;
        content.kind = pictures                                          ? ContentKind::Pictures
                       : media.isEmpty() || (type == MediaType::Picture) ? ContentKind::Article
                                                                         : ContentKind::Video;
    }
    content.mediaProblem = references.problems.join(' ');
}

void readTexts(FieldReader& fields, Content& content) {
    content.externalId = fields.textOrNumber("id");
    content.title = fields.text("title").simplified();
    content.body = fields.text("body");
    content.description = fields.text("description");
    content.language = fields.text("language").trimmed().left(35);
    content.sourceUrl = fields.text("source_url").trimmed();
    content.givenCategory = domain::categoryCode(fields.text("category"));
    content.bodyFormat = guessFormat(content.body);
    if (const QString format = fields.text("body_format"); !format.isEmpty()) {
        if (const auto known = domain::bodyFormatFromCode(format)) {
            content.bodyFormat = *known;
        } else {
            fields.fail("body_format", Import::tr("must be plain, markdown or html."));
        }
    }
}

bool readKind(FieldReader& fields, Content& content) {
    const QString kind = fields.text("kind").trimmed().toLower();
    if (kind.isEmpty()) {
        return false;
    }
    if (const auto known = domain::contentKindFromCode(kind)) {
        content.kind = *known;
    } else {
        fields.fail("kind", Import::tr("must be article, video or pictures."));
    }
    return true;
}

bool hasSubstance(const Content& content) {
    return !content.title.isEmpty() || !content.body.trimmed().isEmpty() || content.media ||
           !content.images.empty();
}

} // namespace

std::optional<domain::ConsumptionFigures> consumptionFrom(FieldReader& record, QJsonObject& unknown) {
    QJsonObject object = record.object("consumption");
    for (const QString& name : {QStringLiteral("views"), QStringLiteral("window")}) {
        if (record.has(name) && !object.contains(name)) {
            object[name] = record.value(name);
        }
    }
    FieldReader fields(object, "consumption.");
    domain::ConsumptionFigures figures;
    readWindow(fields, figures);
    figures.impressions = fields.count("impressions");
    figures.views = fields.count("views");
    figures.clicks = fields.count("clicks");
    figures.dwellMs = fields.count("dwell_ms");
    figures.likes = fields.count("likes");
    figures.dislikes = fields.count("dislikes");
    figures.comments = fields.count("comments");
    figures.shares = fields.count("shares");
    record.failIf(fields.error());
    if (const QJsonObject rest = fields.unasked(); !rest.isEmpty()) {
        unknown["consumption"] = rest;
    }
    return figures.isEmpty() ? std::nullopt : std::optional(figures);
}

Result<Content> contentFromRecord(const QJsonObject& record, const QString& folder,
                                  const ReadOptions& options) {
    FieldReader fields(record);
    Content content;
    QJsonObject nestedUnknown;
    const bool kindIsGiven = readKind(fields, content);
    readTexts(fields, content);
    content.givenTopics = topicsFrom(fields);
    content.author = authorFrom(fields, nestedUnknown);
    content.publishedAt = fields.time("published_at");
    content.consumption = consumptionFrom(fields, nestedUnknown);
    References references{folder, options, {}};
    readMediaFields(fields, content, kindIsGiven, references);
    if (!fields.error().isEmpty()) {
        return Error::invalid(fields.error());
    }
    if (!hasSubstance(content)) {
        return Error::invalid(
            references.problems.isEmpty()
                ? Import::tr("The item has no title, no body and no media. Give it one of them.")
                : references.problems.join(' '));
    }
    content.baseFolder = folder;
    content.unknownFields = fields.unasked();
    for (auto it = nestedUnknown.begin(); it != nestedUnknown.end(); ++it) {
        content.unknownFields[it.key()] = it.value();
    }
    return content;
}

std::optional<Timestamp> timestampFrom(const QJsonValue& value) {
    if (value.isDouble()) {
        const double number = value.toDouble();
        const double seconds =
            std::abs(number) > 1e11 ? number / 1000 : number; // Milliseconds are told by their size.
        return std::abs(seconds) < 2.6e11 ? std::optional(fromUnixMs(qint64(std::llround(seconds * 1000))))
                                          : std::nullopt;
    }
    const QString text = value.toString().trimmed();
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber && text.size() > 8) {
        return timestampFrom(number);
    }
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid()) {
        time = QDateTime::fromString(QString(text).replace(' ', 'T'), Qt::ISODateWithMs);
    }
    if (!time.isValid()) {
        return std::nullopt;
    }
    if (time.timeSpec() == Qt::LocalTime) { // Without an offset.
        time = QDateTime(time.date(), time.time(), QTimeZone::utc());
    }
    return fromUnixMs(time.toMSecsSinceEpoch());
}

QString cleanText(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            clean += c;
            clean += text[++i];
        } else if (c.isSurrogate()) {
            clean += QChar::ReplacementCharacter;
        } else if (c == '\t' || c == '\n' || (c >= ' ' && (c < QChar(0x7F) || c > QChar(0x9F)))) {
            clean += c;
        } else if (c == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) {
            clean += '\n';
        }
    }
    return clean;
}

} // namespace moderato::interchange
