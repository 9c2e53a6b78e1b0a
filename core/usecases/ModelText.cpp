#include "core/usecases/ModelText.h"

#include <algorithm>
#include <cmath>

namespace moderato::usecases {

namespace {

constexpr qsizetype maxBodyChars = 20'000; // Far more than an encoder reads.

ml::Text modelText(const QString& title, const QString& body) {
    return {.title = title.toStdString(), .body = body.left(maxBodyChars).toStdString(), .tags = {}};
}

/// UTF-16 length of the first `bytes` bytes of UTF-8.
int utf16Length(const QByteArray& utf8, int bytes) {
    return int(QString::fromUtf8(utf8.constData(), std::min(qsizetype(bytes), utf8.size())).size());
}

} // namespace

ItemText textOf(const domain::Content& content) {
    return textOf(content, interchange::presentArticle(content));
}

ItemText textOf(const domain::Content& content, const interchange::SanitizedArticle& shown) {
    ItemText text;
    text.title = content.title;
    text.body = shown.plainText;
    text.shownLength = text.body.size();
    if (!content.body.isEmpty() && !content.description.isEmpty()) {
        text.body += QLatin1Char('\n') + content.description;
    }
    return text;
}

ml::Text modelText(const ItemText& text) {
    return modelText(text.title, text.body);
}
ml::Text modelText(const domain::Content& content) {
    return modelText(textOf(content));
}
ml::Text modelText(const TrainingLine& line) {
    return modelText(line.title, line.body);
}

std::vector<domain::TextEvidence> toTextEvidence(const std::vector<ml::Evidence>& spans,
                                                 const ItemText& text) {
    const QByteArray title = text.title.toUtf8();
    const QByteArray body = text.body.toUtf8();
    float strongest = 0;
    for (const ml::Evidence& span : spans) {
        strongest = std::max(strongest, std::abs(span.weight));
    }
    std::vector<domain::TextEvidence> evidence;
    for (const ml::Evidence& span : spans) {
        const bool inTitle = span.field == ml::Evidence::Field::Title;
        const QByteArray& utf8 = inTitle ? title : body;
        const int begin = utf16Length(utf8, span.begin);
        const int end = utf16Length(utf8, span.begin + span.length);
        if (strongest <= 0 || end <= begin || (!inTitle && end > text.shownLength)) {
            continue;
        }
        evidence.push_back({inTitle ? domain::TextEvidence::Field::Title : domain::TextEvidence::Field::Body,
                            begin, end - begin, double(span.weight) / strongest});
    }
    return evidence;
}

} // namespace moderato::usecases
