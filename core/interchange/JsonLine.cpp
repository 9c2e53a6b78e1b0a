#include "core/interchange/private/JsonLine.h"

#include "core/interchange/private/Import.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace moderato::interchange {

namespace {

/// Where the bytes stop being UTF-8; −1: nowhere.
qsizetype firstBadByte(const QByteArray& bytes) {
    const QByteArrayView view(bytes);
    if (view.isValidUtf8()) {
        return -1;
    }
    qsizetype pos = 0;
    while (pos < view.size()) {
        const auto lead = static_cast<unsigned char>(view[pos]);
        const qsizetype length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (pos + length > view.size() || !view.sliced(pos, length).isValidUtf8()) {
            break;
        }
        pos += length;
    }
    return pos;
}

/// Passes over a JSON string that begins at `pos` (a quote) and gives what stands between its quotes.
QByteArrayView skipString(const QByteArray& json, qsizetype& pos) {
    const qsizetype begin = ++pos;
    while (pos < json.size() && json[pos] != '"') {
        pos += json[pos] == '\\' ? 2 : 1;
    }
    const qsizetype end = std::min(pos, json.size());
    ++pos;
    return QByteArrayView(json).sliced(begin, end - begin);
}

QString unescaped(QByteArrayView key) {
    const QByteArray list = "[\"" + key.toByteArray() + "\"]";
    return QJsonDocument::fromJson(list).array().at(0).toString();
}

} // namespace

QString firstDuplicateKey(const QByteArray& json) {
    struct Level {
        bool isObject = false;
        bool keyIsNext = false;
        QSet<QString> keys;
    };
    std::vector<Level> levels;
    for (qsizetype pos = 0; pos < json.size();) {
        const char c = json[pos];
        if (c == '"') {
            const QByteArrayView text = skipString(json, pos);
            if (!levels.empty() && levels.back().keyIsNext) {
                const QString key = text.contains('\\') ? unescaped(text) : QString::fromUtf8(text);
                if (levels.back().keys.contains(key)) {
                    return key;
                }
                levels.back().keys.insert(key);
                levels.back().keyIsNext = false;
            }
            continue;
        }
        if (c == '{' || c == '[') {
            levels.push_back({c == '{', c == '{', {}});
        } else if ((c == '}' || c == ']') && !levels.empty()) {
            levels.pop_back();
        } else if (c == ',' && !levels.empty()) {
            levels.back().keyIsNext = levels.back().isObject;
        }
        ++pos;
    }
    return {};
}

Result<QJsonObject> parseJsonLine(const QByteArray& line) {
    if (const qsizetype bad = firstBadByte(line); bad >= 0) {
        return Error::invalid(
            Import::tr(
                "This line is not valid UTF-8 (from byte %1 on). Save the file as UTF-8 and import it again.")
                .arg(bad + 1));
    }
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(line, &parse);
    if (parse.error == QJsonParseError::DeepNesting) {
        return Error::invalid(
            Import::tr("This line is nested too deeply to be an item. Leave the nested part out."));
    }
    if (parse.error != QJsonParseError::NoError) {
        return Error::invalid(
            Import::tr("This line is not valid JSON: %1 at byte %2. Write one JSON object on one line.")
                .arg(parse.errorString())
                .arg(parse.offset));
    }
    if (!document.isObject()) {
        return Error::invalid(Import::tr(
            "This line is a JSON list and not an object. Write each item as {…} on a line of its own."));
    }
    if (const QString key = firstDuplicateKey(line); !key.isEmpty()) {
        return Error::invalid(
            Import::tr("The field “%1” stands twice in this line. Keep one of them.").arg(key.left(80)));
    }
    return document.object();
}

QString notTextReason(const QByteArray& firstBytes) {
    if (firstBytes.startsWith("\xFF\xFE") || firstBytes.startsWith("\xFE\xFF")) {
        return Import::tr("The file is written in UTF-16. Save it as UTF-8 and import it again.");
    }
    if (firstBytes.contains('\0')) {
        return Import::tr(
            "This is not a text file: it holds binary data. Check that the right file was chosen.");
    }
    return {};
}

} // namespace moderato::interchange
