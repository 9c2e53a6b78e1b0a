#include "core/usecases/TrendFile.h"

#include "core/interchange/TrendLines.h"
#include "core/storage/TopicRepository.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cmath>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TrendFile)
};

constexpr qsizetype longestName = 200;
constexpr std::size_t mostTrends = 1'000'000;
constexpr qsizetype problemsShown = 100;

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

QString faultSentence(interchange::TrendLine::Fault fault) {
    using Fault = interchange::TrendLine::Fault;
    switch (fault) {
    case Fault::TooLong:
        return Text::tr("it is too long.");
    case Fault::OpenQuote:
        return Text::tr("a quote in it is not closed.");
    case Fault::NoObject:
        return Text::tr("it is not a JSON object.");
    case Fault::NoName:
        return Text::tr("it has no “name”.");
    case Fault::None:
        break;
    }
    return {};
}

class Reader {
public:
    explicit Reader(TrendFile& file)
        : file_(file) {}

    /// False where there are enough.
    bool take(const interchange::TrendLine& line) {
        number_ = line.line;
        if (line.fault != interchange::TrendLine::Fault::None) {
            bad(faultSentence(line.fault));
        } else {
            add(line.name, line.date, line.weight);
        }
        return file_.trends.size() < mostTrends;
    }

    void end() {
        if (bad_ > problemsShown) {
            file_.problems << Text::tr("%n more line(s) were skipped.", nullptr, int(bad_ - problemsShown));
        }
    }

private:
    void bad(const QString& why) {
        if (++bad_ <= problemsShown) {
            file_.problems << Text::tr("Line %1 was skipped: %2").arg(number_).arg(why);
        }
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
    qint64 number_ = 0;
    qsizetype bad_ = 0;
};

} // namespace

Result<TrendFile> readTrendFile(const QString& path) {
    TrendFile file;
    Reader reader(file);
    const Status read = interchange::readTrendLines(
        path, [&reader](const interchange::TrendLine& line) { return reader.take(line); });
    if (!read) {
        return Error::io(Text::tr("“%1” cannot be read. Check the path and its permissions.").arg(path),
                         read.error().detail);
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
