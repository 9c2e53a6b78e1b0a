#include "widgets/annotate/TagModel.h"

#include "widgets/common/Format.h"
#include "widgets/common/Tokens.h"

#include <QCoreApplication>
#include <QGuiApplication>

namespace moderato::widgets {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::TagModel)
};

QString stateOf(const usecases::TagRow& row) {
    return row.topic.retiredAt ? Text::tr("retired") : row.isFavourite ? Text::tr("favourite") : QString();
}

QString trendOf(const usecases::TagRow& row, Timestamp now) {
    if (!row.trendingAt) {
        return {};
    }
    const QString when = Format::ago(*row.trendingAt, now);
    return row.weight ? QStringLiteral("%1 · %2").arg(Format::score(*row.weight, 0), when) : when;
}

} // namespace

TagModel::TagModel(QObject* parent)
    : TableModel({{Text::tr("Topic")},
                  {Text::tr("Items"), Qt::AlignRight | Qt::AlignVCenter},
                  {Text::tr("Synonyms")},
                  {Text::tr("Last used")},
                  {Text::tr("Trend")},
                  {Text::tr("State")}},
                 parent) {}

QVariant TagModel::cell(const usecases::TagRow& row, int column, int role) const {
    if (role == Qt::ForegroundRole && row.topic.retiredAt) {
        return tokens(QGuiApplication::palette()).textMuted;
    }
    const Timestamp now = SystemClock().now();
    if (role == SortRole) {
        switch (column) {
        case Items:
            return row.topic.useCount;
        case LastUsed:
            return row.topic.lastUsedAt ? toUnixMs(*row.topic.lastUsedAt) : qint64(0);
        case Trend:
            return row.trendingAt ? toUnixMs(*row.trendingAt) : qint64(0);
        default:
            return {};
        }
    }
    if (role == Qt::ToolTipRole && column == Synonyms) {
        return row.topic.synonyms.join(QStringLiteral(", "));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Name:
        return QLatin1Char('#') + row.topic.name;
    case Items:
        return Format::number(row.topic.useCount);
    case Synonyms:
        return row.topic.synonyms.join(QStringLiteral(", "));
    case LastUsed:
        return row.topic.lastUsedAt ? Format::ago(*row.topic.lastUsedAt, now) : Format::none();
    case Trend:
        return trendOf(row, now);
    case State:
        return stateOf(row);
    default:
        return {};
    }
}

} // namespace moderato::widgets
