#include "core/usecases/TrendFile.h"

#include "core/storage/TopicRepository.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrendFile)
};

constexpr qint64 longestLine = 1 << 16;
constexpr qsizetype longestName = 200;
constexpr std::size_t mostTrends = 1'000'000;
constexpr qsizetype problemsShown = 100;

/// The cells of a line; quotes hold separators, two quotes are one.
QStringList cellsOf(const QString& line, QChar separator) {
    QStringList cells;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (c == u'"' && quoted && i + 1 < line.size() && line[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            cells << cell.trimmed();
            cell.clear();
        } else {
            cell += c;
        }
    }
    return cells << cell.trimmed();
}

std::optional<Timestamp> momentOf(const QString& text) {
    auto moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid()) {
        return {};
    }
    if (moment.timeSpec() == Qt::LocalTime) { // without a zone: the same day everywhere
        moment.setTimeSpec(Qt::UTC);
    }
    return fromUnixMs(moment.toMSecsSinceEpoch());
}

class Reader {
public:
    explicit Reader(TrendFile& file)
        : file_(file) {}

    void take(const QString& line, qint64 number) {
        if (line.trimmed().isEmpty()) {
            return;
        }
        if (form_ == Form::Unknown && learn(line)) {
            return; // a header
        }
        number_ = number;
        switch (form_) {
        case Form::Json:
            takeJson(line);
            break;
        case Form::Csv:
            takeCells(cellsOf(line, separator_));
            break;
        default:
            add(line, {}, {});
        }
    }

    void end() {
        if (bad_ > problemsShown) {
            file_.problems << Text::tr("%n more line(s) were skipped.", nullptr, int(bad_ - problemsShown));
        }
    }

    void bad(const QString& why) {
        if (++bad_ <= problemsShown) {
            file_.problems << Text::tr("Line %1 was skipped: %2").arg(number_).arg(why);
        }
    }
    void setLine(qint64 number) { number_ = number; }

private:
    enum class Form { Unknown, Plain, Csv, Json };

    /// → whether the line is a header
    bool learn(const QString& line) {
        if (line.trimmed().startsWith(u'{')) {
            form_ = Form::Json;
            return false;
        }
        for (const QChar separator : {QChar(u'\t'), QChar(u','), QChar(u';')}) {
            const QStringList cells = cellsOf(line.toLower(), separator);
            const auto place = [&](std::initializer_list<const char*> names) {
                for (const char* name : names) {
                    if (const auto at = cells.indexOf(QLatin1String(name)); at >= 0) {
                        return int(at);
                    }
                }
                return -1;
            };
            name_ = place({"name", "topic", "tag", "hashtag", "keyword"});
            if (name_ >= 0) {
                date_ = place({"date", "time", "at", "day"});
                weight_ = place({"weight", "score", "count", "heat", "volume"});
                separator_ = separator;
                form_ = Form::Csv;
                return true;
            }
        }
        form_ = Form::Plain;
        return false;
    }

    void takeCells(const QStringList& cells) {
        const auto cell = [&](int place) {
            return place >= 0 && place < cells.size() ? cells[place] : QString();
        };
        add(cell(name_), cell(date_), cell(weight_));
    }

    void takeJson(const QString& line) {
        QJsonParseError fault;
        const auto document = QJsonDocument::fromJson(line.toUtf8(), &fault);
        if (!document.isObject()) {
            bad(Text::tr("it is not a JSON object."));
            return;
        }
        const QJsonObject object = document.object();
        QJsonValue name = object[QStringLiteral("name")];
        name = name.isString() ? name : object[QStringLiteral("topic")];
        const QJsonValue weight = object[QStringLiteral("weight")];
        if (!name.isString()) {
            bad(Text::tr("it has no “name”."));
            return;
        }
        add(name.toString(), object[QStringLiteral("date")].toString(),
            weight.isDouble() ? QString::number(weight.toDouble(), 'g', 17) : weight.toString());
    }

    void add(QString name, const QString& date, const QString& weight) {
        name = name.simplified();
        while (name.startsWith(u'#') || name.startsWith(QChar(0xff03))) {
            name = name.mid(1).trimmed();
        }
        while (name.endsWith(u'#') || name.endsWith(QChar(0xff03))) { // as Weibo writes them
            name = name.chopped(1).trimmed();
        }
        if (storage::topicKey(name).isEmpty()) {
            bad(Text::tr("there is no name in it."));
            return;
        }
        if (name.size() > longestName) {
            bad(Text::tr("its name is longer than %1 characters.").arg(longestName));
            return;
        }
        Trend trend{name, {}, {}, number_};
        if (!date.isEmpty() && !(trend.at = momentOf(date))) {
            bad(Text::tr("“%1” is no date; write it like 2026-11-21.").arg(date));
            return;
        }
        if (!weight.isEmpty()) {
            bool ok = false;
            trend.weight = weight.toDouble(&ok);
            if (!ok || !std::isfinite(*trend.weight)) {
                bad(Text::tr("“%1” is no number.").arg(weight));
                return;
            }
        }
        file_.trends.push_back(std::move(trend));
    }

    TrendFile& file_;
    Form form_ = Form::Unknown;
    QChar separator_ = u',';
    int name_ = -1, date_ = -1, weight_ = -1;
    qint64 number_ = 0;
    qsizetype bad_ = 0;
};

} // namespace

Result<TrendFile> readTrendFile(const QString& path) {
    QFile device(path);
    if (!device.open(QIODevice::ReadOnly)) {
        return Error::io(Text::tr("“%1” cannot be read. Check the path and its permissions.").arg(path),
                         device.errorString());
    }
    TrendFile file;
    Reader reader(file);
    qint64 number = 0;
    while (!device.atEnd() && file.trends.size() < mostTrends) {
        QByteArray line = device.readLine(longestLine);
        reader.setLine(++number);
        if (line.size() >= longestLine - 1 && !line.endsWith('\n')) {
            while (!device.atEnd() && !device.readLine(longestLine).endsWith('\n')) {
            }
            reader.bad(Text::tr("it is too long."));
            continue;
        }
        if (number == 1 && line.startsWith("\xef\xbb\xbf")) {
            line.remove(0, 3);
        }
        reader.take(QString::fromUtf8(line).trimmed(), number);
    }
    reader.end();
    if (file.trends.empty()) {
        return Error::invalid(
            Text::tr("No line of “%1” is the name of a topic, so nothing was imported.").arg(path),
            file.problems.join(u' '));
    }
    return file;
}

} // namespace moderato::usecases
