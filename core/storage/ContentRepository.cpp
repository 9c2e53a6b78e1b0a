#include "core/storage/ContentRepository.h"

#include "core/storage/Connection.h"
#include "core/storage/SearchText.h"
#include "core/storage/TopicRepository.h"
#include "core/storage/Transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace moderato::storage {

using namespace domain;

namespace {

Error noSuchContent(const QString& spelling) {
    return Error::notFound(
        QCoreApplication::translate(
            "Storage", "There is no item “%1” in this library. Search for it, or import it first.")
            .arg(spelling));
}

MediaFile mediaFrom(const Query& query, int column) {
    return {query.text(column), query.bytes(column + 1), query.integer(column + 2)};
}

QString topicWords(const QStringList& given, const QStringList& decided) {
    QStringList all = given;
    for (const QString& topic : decided) {
        if (!all.contains(topic)) {
            all << topic;
        }
    }
    return searchText::segmented(all.join(QStringLiteral(" , ")));
}

} // namespace

Result<ContentRepository::Inserted> ContentRepository::insert(const Content& content) {
    const QByteArray fingerprint =
        content.fingerprint.isEmpty() ? fingerprintOf(content) : content.fingerprint;
    const Result<std::optional<ContentId>> known = idByFingerprint(fingerprint);
    if (!known) {
        return known.error();
    }
    if (*known) {
        return Inserted{**known, false};
    }
    Transaction transaction(connection_);
    Query insert = connection_.query(QStringLiteral("INSERT INTO content (fingerprint, external_id, kind, "
                                                    "title, language, state, imported_at, media_problem) "
                                                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    insert.bind(fingerprint, content.externalId, toCode(content.kind), content.title, content.language,
                toCode(content.state), content.importedAt, content.mediaProblem);
    if (const Status status = insert.run(); !status) {
        return status.error();
    }
    const ContentId id{insert.lastInsertId()};
    if (const Status status = insertParts(id, content); !status) {
        return status.error();
    }
    if (const Status status = transaction.commit(); !status) {
        return status.error();
    }
    return Inserted{id, true};
}

Status ContentRepository::insertParts(ContentId id, const Content& content) {
    const Author& author = content.author;
    const QString unknown =
        QString::fromUtf8(QJsonDocument(content.unknownFields).toJson(QJsonDocument::Compact));
    if (Status status =
            connection_.run(QStringLiteral("INSERT INTO content_details (content_id, body, body_format, "
                                           "description, base_folder, source_url, "
                                           "published_at, author_id, author_level, author_verticality, "
                                           "author_authority, unknown_fields) "
                                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                            id, content.body, toCode(content.bodyFormat), content.description,
                            content.baseFolder, content.sourceUrl, content.publishedAt, author.id,
                            author.level, author.verticality, author.authority, unknown);
        !status) {
        return status;
    }
    if (Status status = connection_.run(
            QStringLiteral("INSERT INTO standings (content_id, given_category) VALUES (?, ?)"), id,
            content.givenCategory);
        !status) {
        return status;
    }
    if (content.media) {
        if (Status status = connection_.run(
                QStringLiteral(
                    "INSERT INTO content_media (content_id, path, sha256, bytes) VALUES (?, ?, ?, ?)"),
                id, content.media->path, content.media->sha256, content.media->bytes);
            !status) {
            return status;
        }
    }
    int position = 0;
    for (const MediaFile& image : content.images) {
        if (Status status =
                connection_.run(QStringLiteral("INSERT INTO content_images (content_id, position, path, "
                                               "sha256, bytes) VALUES (?, ?, ?, ?, ?)"),
                                id, ++position, image.path, image.sha256, image.bytes);
            !status) {
            return status;
        }
    }
    if (content.consumption && !content.consumption->isEmpty()) {
        if (Status status = setConsumption(id, *content.consumption); !status) {
            return status;
        }
    }
    TopicRepository topics(connection_);
    const Timestamp given = content.publishedAt.value_or(content.importedAt);
    const Result<QStringList> names =
        topics.give(TopicRepository::Gift::Given, id, content.givenTopics, {}, given);
    if (!names) {
        return names.error();
    }
    return index(id, content, topicWords(*names, {}));
}

Status ContentRepository::index(ContentId id, const Content& content, const QString& topicWords) {
    if (Status status = connection_.run(
            QStringLiteral("INSERT INTO content_search (rowid, title, body, topics) VALUES (?, ?, ?, ?)"), id,
            searchText::segmented(content.title),
            searchText::segmented(content.description + u'\n' +
                                  searchText::plainBody(content.body, content.bodyFormat)),
            topicWords);
        !status) {
        return status;
    }
    return connection_.run(
        QStringLiteral("INSERT INTO content_search_topics (content_id, topics) VALUES (?, ?) "
                       "ON CONFLICT (content_id) DO UPDATE SET topics = excluded.topics"),
        id, topicWords);
}

Result<Content> ContentRepository::find(ContentId id) {
    Query query = connection_.query(QStringLiteral(
        "SELECT c.fingerprint, c.external_id, c.kind, c.title, c.language, c.state, c.imported_at, "
        "c.media_problem, "
        "d.body, d.body_format, d.description, d.base_folder, d.source_url, d.published_at, d.author_id, "
        "d.author_level, d.author_verticality, d.author_authority, d.unknown_fields, s.given_category "
        "FROM content AS c JOIN content_details AS d ON d.content_id = c.id "
        "JOIN standings AS s ON s.content_id = c.id WHERE c.id = ?"));
    query.bind(id.value);
    if (!query.next()) {
        return query.ok() ? noSuchContent(QString::number(id.value)) : query.error();
    }
    Content content;
    content.id = id;
    content.fingerprint = query.bytes(0);
    content.externalId = query.text(1);
    content.kind = contentKindFromCode(query.text(2)).value_or(ContentKind::Article);
    content.title = query.text(3);
    content.language = query.text(4);
    content.state = recommendationStateFromCode(query.text(5)).value_or(RecommendationState::Active);
    content.importedAt = query.time(6);
    content.mediaProblem = query.text(7);
    content.body = query.text(8);
    content.bodyFormat = bodyFormatFromCode(query.text(9)).value_or(BodyFormat::Plain);
    content.description = query.text(10);
    content.baseFolder = query.text(11);
    content.sourceUrl = query.text(12);
    content.publishedAt = query.optionalTime(13);
    content.author.id = query.text(14);
    if (!query.isNull(15)) {
        content.author.level = int(query.integer(15));
    }
    content.author.verticality = query.optionalReal(16);
    content.author.authority = query.optionalReal(17);
    content.unknownFields = QJsonDocument::fromJson(query.bytes(18)).object();
    content.givenCategory = query.text(19);
    if (const Status status = readParts(content); !status) {
        return status.error();
    }
    return content;
}

Result<ContentKind> ContentRepository::kind(ContentId id) {
    Query query = connection_.query(QStringLiteral("SELECT kind FROM content WHERE id = ?"));
    query.bind(id);
    if (query.next()) {
        return contentKindFromCode(query.text(0)).value_or(ContentKind::Article);
    }
    return query.ok() ? noSuchContent(QString::number(id.value)) : query.error();
}

Status ContentRepository::readParts(Content& content) {
    Query media = connection_.query(
        QStringLiteral("SELECT path, sha256, bytes FROM content_media WHERE content_id = ?"));
    media.bind(content.id);
    if (media.next()) {
        content.media = mediaFrom(media, 0);
    }
    Query images = connection_.query(QStringLiteral(
        "SELECT path, sha256, bytes FROM content_images WHERE content_id = ? ORDER BY position"));
    images.bind(content.id);
    while (images.next()) {
        content.images.push_back(mediaFrom(images, 0));
    }
    Query figures = connection_.query(
        QStringLiteral("SELECT window_name, starts_at, ends_at, impressions, views, clicks, dwell_ms, likes, "
                       "dislikes, comments, shares "
                       "FROM consumption_figures WHERE content_id = ? ORDER BY id DESC LIMIT 1"));
    figures.bind(content.id);
    if (figures.next()) {
        ConsumptionFigures found;
        found.window = figures.text(0);
        found.from = figures.optionalTime(1);
        found.to = figures.optionalTime(2);
        int column = 3;
        for (auto* value : {&found.impressions, &found.views, &found.clicks, &found.dwellMs, &found.likes,
                            &found.dislikes, &found.comments, &found.shares}) {
            *value = figures.optionalInteger(column++);
        }
        content.consumption = found;
    }
    const Result<QStringList> topics =
        TopicRepository(connection_).of(TopicRepository::Gift::Given, content.id);
    if (!topics) {
        return topics.error();
    }
    content.givenTopics = *topics;
    for (const Query* query : {&media, &images, &figures}) {
        if (!query->ok()) {
            return query->error();
        }
    }
    return {};
}

Result<std::vector<Content>> ContentRepository::findAll(const std::vector<ContentId>& ids) {
    std::vector<Content> found;
    found.reserve(ids.size());
    for (const ContentId id : ids) {
        Result<Content> content = find(id);
        if (content) {
            found.push_back(std::move(*content));
        } else if (content.error().kind != Error::Kind::NotFound) {
            return content.error();
        }
    }
    return found;
}

Result<std::optional<ContentId>> ContentRepository::idByExternalId(const QString& externalId) {
    if (externalId.isEmpty()) {
        return std::optional<ContentId>();
    }
    Query query = connection_.query(QStringLiteral(
        "SELECT id FROM content WHERE external_id = ? AND external_id <> '' ORDER BY id LIMIT 1"));
    query.bind(externalId);
    const bool found = query.next();
    if (!query.ok()) {
        return query.error();
    }
    return found ? std::optional(query.id<ContentId>(0)) : std::nullopt;
}

Result<std::optional<ContentId>> ContentRepository::idByFingerprint(const QByteArray& fingerprint) {
    Query query = connection_.query(QStringLiteral("SELECT id FROM content WHERE fingerprint = ?"));
    query.bind(fingerprint);
    const bool found = query.next();
    if (!query.ok()) {
        return query.error();
    }
    return found ? std::optional(query.id<ContentId>(0)) : std::nullopt;
}

Result<ContentId> ContentRepository::resolve(const QString& spelling) {
    const Result<std::optional<ContentId>> external = idByExternalId(spelling);
    if (!external || *external) {
        return external ? Result<ContentId>(**external) : Result<ContentId>(external.error());
    }
    bool isNumber = false;
    const qint64 number = spelling.toLongLong(&isNumber);
    const bool isFingerprint = spelling.size() >= 8 && spelling.size() <= 64;
    Query query = connection_.query(
        QStringLiteral("SELECT id FROM content WHERE id = ? UNION ALL "
                       "SELECT id FROM content WHERE fingerprint >= ? AND fingerprint < ? || 'g' LIMIT 3"));
    const QString prefix = isFingerprint ? spelling.toLower() : QStringLiteral("z");
    query.bind(isNumber ? number : qint64(0), prefix, prefix);
    std::vector<ContentId> found;
    while (query.next()) {
        found.push_back(query.id<ContentId>(0));
    }
    if (!query.ok()) {
        return query.error();
    }
    if (found.empty()) {
        return noSuchContent(spelling);
    }
    if (found.size() > 1 && !(isNumber && found.front().value == number)) {
        return Error::invalid(QCoreApplication::translate(
                                  "Storage", "“%1” fits more than one item. Give more of the fingerprint.")
                                  .arg(spelling));
    }
    return found.front();
}

Result<std::vector<ContentId>> ContentRepository::idsAfter(ContentId after, int limit) {
    Query query =
        connection_.query(QStringLiteral("SELECT id FROM content WHERE id > ? ORDER BY id LIMIT ?"));
    query.bind(after.value, limit);
    std::vector<ContentId> ids;
    while (query.next()) {
        ids.push_back(query.id<ContentId>(0));
    }
    return query.ok() ? Result<std::vector<ContentId>>(std::move(ids))
                      : Result<std::vector<ContentId>>(query.error());
}

Result<qint64> ContentRepository::count() {
    Query query = connection_.query(QStringLiteral("SELECT count(*) FROM content"));
    return query.next() ? Result<qint64>(query.integer(0)) : Result<qint64>(query.error());
}

Status ContentRepository::setState(ContentId id, RecommendationState state) {
    Query query = connection_.query(QStringLiteral("UPDATE content SET state = ? WHERE id = ?"));
    query.bind(toCode(state), id);
    const Status status = query.run();
    return status && query.rowsChanged() == 0 ? Status(noSuchContent(QString::number(id.value))) : status;
}

Status ContentRepository::setMediaProblem(ContentId id, const QString& problem) {
    return connection_.run(QStringLiteral("UPDATE content SET media_problem = ? WHERE id = ?"), problem, id);
}

Status ContentRepository::setConsumption(ContentId id, const ConsumptionFigures& figures) {
    if (Status status = connection_.run(
            QStringLiteral("DELETE FROM consumption_figures WHERE content_id = ? AND window_name = ? "
                           "AND starts_at IS ? AND ends_at IS ?"),
            id, figures.window, figures.from, figures.to);
        !status) {
        return status;
    }
    return connection_.run(
        QStringLiteral(
            "INSERT INTO consumption_figures (content_id, window_name, starts_at, ends_at, impressions, "
            "views, clicks, "
            "dwell_ms, likes, dislikes, comments, shares) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        id, figures.window, figures.from, figures.to, figures.impressions, figures.views, figures.clicks,
        figures.dwellMs, figures.likes, figures.dislikes, figures.comments, figures.shares);
}

Status ContentRepository::setDecidedTopics(ContentId id, const QStringList& topics, DecisionId decision,
                                           Timestamp at) {
    const Result<Content> content = find(id);
    if (!content) {
        return content.error();
    }
    const Result<QStringList> names =
        TopicRepository(connection_).give(TopicRepository::Gift::Decided, id, topics, decision, at);
    if (!names) {
        return names.error();
    }
    if (Status status = removeFromIndex(*content); !status) {
        return status;
    }
    return index(id, *content, topicWords(content->givenTopics, *names));
}

Result<QStringList> ContentRepository::decidedTopics(ContentId id) {
    return TopicRepository(connection_).of(TopicRepository::Gift::Decided, id);
}

Status ContentRepository::removeFromIndex(const Content& content) {
    Query indexed =
        connection_.query(QStringLiteral("SELECT topics FROM content_search_topics WHERE content_id = ?"));
    indexed.bind(content.id);
    if (!indexed.next()) {
        return indexed.status();
    }
    return connection_.run(QStringLiteral("INSERT INTO content_search (content_search, rowid, title, body, "
                                          "topics) VALUES ('delete', ?, ?, ?, ?)"),
                           content.id, searchText::segmented(content.title),
                           searchText::segmented(content.description + u'\n' +
                                                 searchText::plainBody(content.body, content.bodyFormat)),
                           indexed.text(0));
}

Status ContentRepository::refreshIndex(const std::vector<ContentId>& ids) {
    for (const ContentId id : ids) {
        const Result<Content> content = find(id);
        if (!content) {
            return content.error();
        }
        const Result<QStringList> decided = decidedTopics(id);
        if (!decided) {
            return decided.error();
        }
        Status status = removeFromIndex(*content);
        status = status ? index(id, *content, topicWords(content->givenTopics, *decided)) : status;
        if (!status) {
            return status;
        }
    }
    return {};
}

Status ContentRepository::rebuildSearch(const JobContext& context) {
    const Result<qint64> total = count();
    if (!total) {
        return total.error();
    }
    if (Status status = connection_.run(
            QStringLiteral("INSERT INTO content_search (content_search) VALUES ('delete-all')"));
        !status) {
        return status;
    }
    qint64 done = 0;
    ContentId last;
    while (true) {
        const Result<std::vector<ContentId>> ids = idsAfter(last, 500);
        if (!ids) {
            return ids.error();
        }
        if (ids->empty()) {
            return {};
        }
        for (const ContentId id : *ids) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            const Result<Content> content = find(id);
            if (!content) {
                return content.error();
            }
            const Result<QStringList> decided = decidedTopics(id);
            if (!decided) {
                return decided.error();
            }
            if (Status status = index(id, *content, topicWords(content->givenTopics, *decided)); !status) {
                return status;
            }
            context.report(++done, *total, QCoreApplication::translate("Storage", "Indexing texts"));
        }
        last = ids->back();
    }
}

} // namespace moderato::storage
