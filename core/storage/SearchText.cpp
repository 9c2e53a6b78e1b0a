#include "core/storage/SearchText.h"

#include <QRegularExpression>
#include <QStringList>

namespace moderato::storage::searchText {

namespace {

/// A query of more words than people type would only cost time.
constexpr int mostWords = 32;
constexpr int longestWord = 200;

bool isOneWordCharacter(char32_t c) {
    return (c >= 0x3040 && c <= 0x30ff)       // Hiragana, Katakana
           || (c >= 0x3400 && c <= 0x4dbf)    // CJK extension A
           || (c >= 0x4e00 && c <= 0x9fff)    // CJK
           || (c >= 0xf900 && c <= 0xfaff)    // compatibility ideographs
           || (c >= 0x20000 && c <= 0x323af); // extensions B and later
}

bool isSearchable(char32_t c) {
    return QChar::isLetterOrNumber(c);
}

QString entityText(const QString& name) {
    if (name.startsWith(u'#')) {
        bool ok = false;
        const bool hex = name.size() > 1 && name[1].toLower() == u'x';
        const uint code = hex ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok, 10);
        const char32_t c = code;
        return ok && code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
                   ? QString::fromUcs4(&c, 1)
                   : QStringLiteral(" ");
    }
    if (name == QLatin1String("amp")) {
        return QStringLiteral("&");
    }
    return QStringLiteral(" ");
}

} // namespace

QString segmented(const QString& text) {
    QString words;
    words.reserve(text.size() * 2);
    bool afterCjk = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        qsizetype length = 1;
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            length = 2;
        } else if (c == 0 || text[i].isSurrogate()) {
            c = u' '; // FTS5 stops at NUL; half a pair is nothing.
        }
        const bool cjk = isOneWordCharacter(c);
        if ((cjk || afterCjk) && !words.isEmpty() && words.back() != u' ') {
            words += u' ';
        }
        if (c == u' ') {
            words += u' ';
        } else {
            words += QStringView(text).mid(i, length);
        }
        afterCjk = cjk;
        i += length - 1;
    }
    return words;
}

QString plainBody(const QString& body, domain::BodyFormat format) {
    if (format != domain::BodyFormat::Html) {
        return body;
    }
    static const QRegularExpression silent(QStringLiteral("<(script|style)\\b.*?</\\1\\s*>"),
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(QStringLiteral("<[!/a-zA-Z][^>]*>"));
    static const QRegularExpression entity(QStringLiteral("&(#?[0-9a-zA-Z]{1,10});"));
    QString text = body;
    text.replace(silent, QStringLiteral(" "));
    text.replace(tag, QStringLiteral(" "));
    QString plain;
    qsizetype from = 0;
    for (auto matches = entity.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        plain += QStringView(text).mid(from, match.capturedStart() - from);
        plain += entityText(match.captured(1));
        from = match.capturedEnd();
    }
    plain += QStringView(text).mid(from);
    return plain;
}

QString query(const QString& typed) {
    QStringList phrases;
    bool lastIsOpen = false; // The last word goes on being typed: a prefix.
    static const QRegularExpression space(QStringLiteral("\\s+"));
    for (const QString& word : typed.split(space, Qt::SkipEmptyParts)) {
        if (phrases.size() == mostWords) {
            break;
        }
        // Everything that is not a letter or a digit separates, so that no character can mean anything to
        // FTS5.
        QString letters;
        for (const char32_t c : word.left(longestWord).toUcs4()) {
            letters += isSearchable(c) ? QString::fromUcs4(&c, 1) : QStringLiteral(" ");
        }
        lastIsOpen = !letters.endsWith(u' ');
        letters = segmented(letters).simplified();
        if (!letters.isEmpty()) {
            phrases << u'"' + letters + u'"';
        }
    }
    if (phrases.isEmpty()) {
        return {};
    }
    const bool complete = !lastIsOpen || (!typed.isEmpty() && typed.back().isSpace());
    return phrases.join(u' ') + (complete ? QString() : QStringLiteral("*"));
}

} // namespace moderato::storage::searchText
