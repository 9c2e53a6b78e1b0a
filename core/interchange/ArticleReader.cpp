#include "core/interchange/HtmlSanitizer.h"
#include "core/interchange/private/Files.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/Readers.h"
#include "core/interchange/private/Record.h"
#include "core/interchange/private/TextDecoder.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace moderato::interchange {

using domain::BodyFormat;
using domain::Content;

namespace {

constexpr qsizetype longestTitle = 200;

BodyFormat formatOf(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == "md" || ending == "markdown") {
        return BodyFormat::Markdown;
    }
    return ending == "txt" || ending == "text" ? BodyFormat::Plain : BodyFormat::Html;
}

/// Takes the first line off the body where it can be the title: a heading in Markdown, a short line in plain
/// text.
void splitTitle(Content& content) {
    const QString body = content.body.trimmed();
    const qsizetype end = body.indexOf('\n');
    QString line = (end < 0 ? body : body.left(end)).trimmed();
    QString rest = end < 0 ? QString() : body.mid(end + 1);
    if (content.bodyFormat == BodyFormat::Markdown) {
        static const QRegularExpression heading(R"(^#{1,6}\s+(.*?)\s*#*$)");
        static const QRegularExpression underline(R"(^(=+|-{3,})[ \t]*(\n|$))");
        if (const auto match = heading.match(line); match.hasMatch()) {
            content.title = match.captured(1);
            content.body = rest.trimmed();
        } else if (const auto under = underline.match(rest); under.hasMatch() && !line.isEmpty()) {
            content.title = line;
            content.body = rest.mid(under.capturedLength()).trimmed();
        }
    } else if (line.size() <= longestTitle) {
        content.title = line;
        content.body = rest.trimmed();
    }
    content.title = content.title.simplified();
}

void findPictures(Content& content, const SanitizedArticle& article, const ReadOptions& options) {
    QStringList problems;
    for (const ArticleImage& image : article.images) {
        const MediaFinding finding = inspectMedia(image.path, options);
        if (finding.type == MediaType::Picture) {
            content.images.push_back({image.path, {}, QFileInfo(image.path).size()});
        }
        if (!finding.problem.isEmpty()) {
            problems << QFileInfo(image.path).fileName() + ": " + finding.problem;
        }
    }
    content.mediaProblem = problems.join(' ');
}

} // namespace

void readArticle(const QString& path, Sink& sink) {
    QFile file(path);
    const QFileInfo info(path);
    if (!file.open(QIODevice::ReadOnly)) {
        sink.problem(path, 0, Import::tr("The file cannot be opened: %1.").arg(file.errorString()));
        return;
    }
    if (info.size() == 0) {
        sink.problem(path, 0, Import::tr("The file is empty."));
        return;
    }
    if (info.size() > sink.options.maxArticleBytes) {
        sink.problem(path, 0,
                     Import::tr("The article is larger than %1 MB. Split it, or import its text as JSONL.")
                         .arg(sink.options.maxArticleBytes >> 20));
        return;
    }
    const BodyFormat format = formatOf(path);
    const Result<QString> text =
        decodeText(file.read(sink.options.maxArticleBytes), format == BodyFormat::Html);
    if (!text) {
        sink.problem(path, 0, text.error().message);
        return;
    }
    Content content;
    content.bodyFormat = format;
    content.body = cleanText(*text);
    content.baseFolder = info.path();
    if (format != BodyFormat::Html) {
        splitTitle(content);
    }
    const SanitizedArticle article = presentArticle(content);
    if (content.title.isEmpty()) {
        content.title = article.title.isEmpty() ? info.completeBaseName() : article.title.left(500);
    }
    findPictures(content, article, sink.options);
    if (article.plainText.trimmed().isEmpty() && content.images.empty() && content.body.trimmed().isEmpty() &&
        format == BodyFormat::Html) {
        sink.problem(path, 0, Import::tr("The file holds no text and no pictures."));
        return;
    }
    noteMedia(content, sink);
    sink.itemAt(path, 0, std::move(content));
}

} // namespace moderato::interchange
