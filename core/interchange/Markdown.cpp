#include "core/interchange/private/Markdown.h"

#include <QRegularExpression>
#include <QStringList>

namespace moderato::interchange {

namespace {

struct Replacement {
    QRegularExpression pattern;
    QString with;
};

/// Emphasis, links and pictures of a text that holds no code.
QString spans(QString text) {
    static const QList<Replacement> rules = {
        {QRegularExpression(
             R"(!\[([^\]\n]{0,500})\]\(\s*<?((?:[^()\s<>]|\([^()\s<>]*+\))++)>?(?:\s+["'][^)\n]{0,300})?\))"),
         R"(<img alt="\1" src="\2">)"},
        {QRegularExpression(
             R"((?<!!)\[([^\]\n]{0,500})\]\(\s*<?((?:[^()\s<>]|\([^()\s<>]*+\))*+)>?(?:\s+["'][^)\n]{0,300})?\))"),
         R"(<a href="\2">\1</a>)"},
        {QRegularExpression(R"(<(https?://[^\s<>]{1,2000})>)"), R"(<a href="\1">\1</a>)"},
        {QRegularExpression(R"(\*\*([^\s*](?:[^*\n]{0,2000}[^\s*])?)\*\*)"), R"(<strong>\1</strong>)"},
        {QRegularExpression(R"((?<!\w)__([^\s_](?:[^_\n]{0,2000}[^\s_])?)__(?!\w))"),
         R"(<strong>\1</strong>)"},
        {QRegularExpression(R"(\*([^\s*](?:[^*\n]{0,2000}[^\s*])?)\*)"), R"(<em>\1</em>)"},
        {QRegularExpression(R"((?<![\w/])_([^\s_](?:[^_\n]{0,2000}[^\s_])?)_(?!\w))"), R"(<em>\1</em>)"},
        {QRegularExpression(R"(~~([^~\n]{1,2000})~~)"), R"(<s>\1</s>)"},
        {QRegularExpression(R"((?: {2,}|\\)\n)"), "<br>\n"},
    };
    for (const Replacement& rule : rules) {
        text.replace(rule.pattern, rule.with);
    }
    return text;
}

QString inlineHtml(const QString& text) {
    const QStringList parts = text.split('`'); // Odd parts stand between backticks.
    QString html;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool code = i % 2 == 1 && i + 1 < parts.size();
        html += code ? "<code>" + parts[i].toHtmlEscaped() + "</code>"
                     : spans((i % 2 == 1 ? "`" : "") + parts[i]);
    }
    return html;
}

class Blocks {
public:
    QString html;

    void line(const QString& line) {
        static const QRegularExpression fence(R"(^ {0,3}(```+|~~~+))");
        if (!fence_.isEmpty()) {
            codeLine(line);
        } else if (const auto match = fence.match(line); match.hasMatch()) {
            endAll();
            fence_ = match.captured(1);
            html += "<pre><code>";
        } else if (line.trimmed().isEmpty()) {
            endParagraph();
        } else if (!blockLine(line)) {
            paragraph_ << line;
        }
    }

    void finish() {
        if (!fence_.isEmpty()) {
            html += "</code></pre>";
        }
        endAll();
    }

private:
    void codeLine(const QString& line) {
        if (line.trimmed().startsWith(fence_)) {
            html += "</code></pre>";
            fence_.clear();
        } else {
            html += line.toHtmlEscaped() + '\n';
        }
    }

    bool blockLine(const QString& line) {
        static const QRegularExpression heading(R"(^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$)");
        static const QRegularExpression rule(R"(^ {0,3}([-*_])\s*(\1\s*){2,}$)");
        static const QRegularExpression underline(R"(^ {0,3}(=+|-+)\s*$)");
        static const QRegularExpression item(R"(^\s{0,12}([-*+]|\d{1,9}[.)])\s+(.*)$)");
        static const QRegularExpression quote(R"(^ {0,3}>\s?(.*)$)");
        if (const auto match = heading.match(line); match.hasMatch()) {
            endAll();
            const QString level = QString::number(match.captured(1).size());
            html += "<h" + level + '>' + inlineHtml(match.captured(2)) + "</h" + level + '>';
        } else if (const auto under = underline.match(line);
                   under.hasMatch() && paragraph_.size() == 1 && list_.isEmpty()) {
            const QString level = under.captured(1).startsWith('=') ? "1" : "2";
            html += "<h" + level + '>' + inlineHtml(paragraph_.takeFirst()) + "</h" + level + '>';
        } else if (rule.match(line).hasMatch()) {
            endAll();
            html += "<hr>";
        } else if (const auto entry = item.match(line); entry.hasMatch()) {
            listItem(entry.captured(1)[0].isDigit() ? "ol" : "ul", entry.captured(2));
        } else if (const auto quoted = quote.match(line); quoted.hasMatch()) {
            if (!inQuote_) {
                endAll();
                html += "<blockquote>";
                inQuote_ = true;
            }
            paragraph_ << quoted.captured(1);
        } else {
            if (paragraph_.isEmpty() && !line.startsWith(' ')) {
                endAll(); // A paragraph after an empty line ends lists and quotes.
            }
            return false;
        }
        return true;
    }

    void listItem(const QString& kind, const QString& text) {
        endParagraph();
        if (list_ != kind) {
            endAll();
            html += '<' + kind + '>';
            list_ = kind;
        }
        html += "<li>";
        paragraph_ << text;
        inItem_ = true;
    }

    void endParagraph() {
        const QString text = inlineHtml(paragraph_.join('\n'));
        paragraph_.clear();
        if (inItem_) {
            html += text + "</li>";
            inItem_ = false;
        } else if (!text.isEmpty()) {
            html += "<p>" + text + "</p>";
        }
    }

    void endAll() {
        endParagraph();
        if (!list_.isEmpty()) {
            html += "</" + list_ + '>';
            list_.clear();
        }
        if (inQuote_) {
            html += "</blockquote>";
            inQuote_ = false;
        }
    }

    QStringList paragraph_;
    QString fence_;
    QString list_;
    bool inItem_ = false;
    bool inQuote_ = false;
};

} // namespace

QString markdownToHtml(const QString& markdown) {
    Blocks blocks;
    for (const QString& line : QString(markdown).remove('\r').split('\n')) {
        blocks.line(line);
    }
    blocks.finish();
    return blocks.html;
}

} // namespace moderato::interchange
