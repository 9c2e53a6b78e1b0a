#include "core/usecases/KnownHashes.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace moderato::usecases {

using features::PdqHash;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(KnownHashes)
};

constexpr qint64 longestLine = 1 << 16;
constexpr qint64 mostHashes = 20'000'000;
constexpr qsizetype problemsShown = 100;
constexpr qsizetype hexDigits = 64;

/// The fields of a CSV line; quotes hold commas, two quotes are one.
QStringList fieldsOf(const QString& line, QChar separator) {
    QStringList fields;
    QString field;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"') {
            if (quoted && i + 1 < line.size() && line[i + 1] == u'"') {
                field += c;
                ++i;
            } else {
                quoted = !quoted;
            }
        } else if (c == separator && !quoted) {
            fields << field.trimmed();
            field.clear();
        } else {
            field += c;
        }
    }
    return fields << field.trimmed();
}

bool looksLikeHash(const QString& field) {
    return field.size() == hexDigits && std::all_of(field.begin(), field.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
           });
}

/// Reads lines into hashes; learns from the header which columns hold what.
class Reader {
public:
    explicit Reader(KnownHashFile& file)
        : file_(file) {}

    void take(const QString& line, qint64 number) {
        if (line.isEmpty() || line.startsWith(u'#')) {
            return;
        }
        const QChar separator = line.contains(u'\t') ? u'\t' : u',';
        const QStringList fields = fieldsOf(line, separator);
        const auto hash = std::find_if(fields.begin(), fields.end(), looksLikeHash);
        if (hash == fields.end()) {
            const bool isHeader = file_.lines.empty() && !hasHeader_ && learnHeader(fields);
            if (!isHeader && !isOtherSignal(fields)) {
                bad(number);
            }
            return;
        }
        if (isOtherSignal(fields)) {
            return; // An MD5 or a URL beside the PDQ hashes of an export.
        }
        const int column = int(hash - fields.begin());
        const auto value = PdqHash::fromHex(hash->toLower().toLatin1());
        if (!value) {
            bad(number);
            return;
        }
        const auto quality = vpdqQuality(fields, column);
        others_ += quality ? 0 : 1;
        file_.lines.push_back({*value, quality.value_or(100), quality ? QString() : label(fields, column)});
    }

    void end() {
        file_.isVideo = others_ == 0 && !file_.lines.empty();
        if (badLines_ > problemsShown) {
            file_.problems << Text::tr("%n more line(s) cannot be read.", nullptr,
                                       int(badLines_ - problemsShown));
        }
    }

    void bad(qint64 number) {
        if (++badLines_ <= problemsShown) {
            file_.problems
                << Text::tr("Line %1: there is no PDQ hash of 64 hexadecimal digits in it.").arg(number);
        }
    }

private:
    bool learnHeader(const QStringList& fields) {
        static const QStringList labels{QStringLiteral("label"), QStringLiteral("labels"),
                                        QStringLiteral("tags"),  QStringLiteral("description"),
                                        QStringLiteral("name"),  QStringLiteral("id")};
        static const QStringList types{QStringLiteral("type"), QStringLiteral("signal_type"),
                                       QStringLiteral("indicator_type"), QStringLiteral("hash_type")};
        static const QStringList hashes{QStringLiteral("hash"),       QStringLiteral("pdq"),
                                        QStringLiteral("value"),      QStringLiteral("indicator"),
                                        QStringLiteral("signal"),     QStringLiteral("hash_value"),
                                        QStringLiteral("signal_str"), QStringLiteral("frame")};
        bool known = false;
        for (int column = 0; column < fields.size(); ++column) {
            const QString name = fields[column].toLower();
            if (types.contains(name)) {
                typeColumn_ = column;
            }
            known = known || hashes.contains(name);
        }
        for (const QString& wanted : labels) {
            for (int column = 0; column < fields.size() && labelColumn_ < 0; ++column) {
                labelColumn_ = fields[column].toLower() == wanted ? column : -1;
            }
        }
        hasHeader_ = known;
        return known;
    }

    bool isOtherSignal(const QStringList& fields) const {
        return typeColumn_ >= 0 && typeColumn_ < fields.size() &&
               !fields[typeColumn_].contains(QLatin1String("pdq"), Qt::CaseInsensitive);
    }

    std::optional<int> vpdqQuality(const QStringList& fields, int column) const {
        constexpr int vpdqFields = 4;
        bool frame = false, quality = false, seconds = false;
        if (hasHeader_ && typeColumn_ >= 0) {
            return {};
        }
        if (fields.size() != vpdqFields || column != 2) {
            return {};
        }
        fields[0].toInt(&frame);
        const int value = fields[1].toInt(&quality);
        fields[3].toDouble(&seconds);
        return frame && quality && seconds && value >= 0 && value <= 100 ? std::optional(value)
                                                                         : std::nullopt;
    }

    QString label(const QStringList& fields, int column) const {
        constexpr qsizetype longest = 200;
        if (hasHeader_) {
            return labelColumn_ >= 0 ? fields.value(labelColumn_).left(longest) : QString();
        }
        return fields.mid(column + 1).join(QStringLiteral(", ")).left(longest);
    }

    KnownHashFile& file_;
    qint64 badLines_ = 0;
    qint64 others_ = 0; ///< Lines that are not vPDQ's.
    bool hasHeader_ = false;
    int labelColumn_ = -1;
    int typeColumn_ = -1;
};

} // namespace

Result<KnownHashFile> readKnownHashes(const QString& path, const std::function<bool()>& isCancelled) {
    QFile input(path);
    if (!input.open(QIODevice::ReadOnly)) {
        return Error::io(
            Text::tr("The file “%1” cannot be read. Check that it exists and that you may read it.")
                .arg(path),
            input.errorString());
    }
    KnownHashFile file;
    Reader reader(file);
    qint64 number = 0;
    while (!input.atEnd()) {
        if (isCancelled()) {
            return Error::cancelled();
        }
        QByteArray line = input.readLine(longestLine);
        ++number;
        if (line.size() >= longestLine - 1 && !line.endsWith('\n')) {
            reader.bad(number);
            while (!line.isEmpty() && !line.endsWith('\n')) {
                line = input.readLine(longestLine);
            }
            continue;
        }
        if (number == 1 && line.startsWith("\xEF\xBB\xBF")) {
            line.remove(0, 3);
        }
        reader.take(QString::fromUtf8(line).trimmed(), number);
        if (qint64(file.lines.size()) > mostHashes) {
            return Error::invalid(
                Text::tr("“%1” holds more than %2 hashes, the most that one list may have. Split it.")
                    .arg(path)
                    .arg(mostHashes));
        }
    }
    reader.end();
    if (file.lines.empty()) {
        return Error::invalid(Text::tr("There is no PDQ hash in “%1”. A list has one a line: 64 hexadecimal "
                                       "digits, alone or with a label.")
                                  .arg(path));
    }
    return file;
}

} // namespace moderato::usecases
