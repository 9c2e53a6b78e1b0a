#include "core/usecases/QualityLabels.h"

#include "core/storage/ConsumptionRepository.h"
#include "core/storage/Library.h"
#include "core/storage/QualityRepository.h"
#include "core/storage/SettingsRepository.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace moderato::usecases {

using domain::ContentId;
using domain::QualityLabel;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QualityLabels)
};

enum Task : std::size_t { Clicks, Dwell, Likes, Dislikes, Comments, Shares };
const QString minimumKey = QStringLiteral("quality/minimum_impressions");
const QString referenceKey = QStringLiteral("quality/reference");
const QString verdictShareKey = QStringLiteral("quality/verdict_share");
const QString levelsKey = QStringLiteral("quality/levels");
const QString meanName = QStringLiteral("mean"), medianName = QStringLiteral("median");
constexpr double full = 100;
constexpr double dwellHalfMs = 30'000;
constexpr int batchSize = 5000;

bool isVerdictShare(double share) {
    return share >= 0 && share < 1;
}

using WindowKey = std::tuple<QString, qint64, qint64>;
WindowKey windowOf(const domain::ConsumptionFigures& figures) {
    return {figures.window, figures.from ? toUnixMs(*figures.from) : 0,
            figures.to ? toUnixMs(*figures.to) : 0};
}

using Raw = std::array<std::optional<double>, qualityTaskCount>;
using References = std::array<std::optional<double>, qualityTaskCount>;
struct Item {
    WindowKey window;
    Raw raw;
};

std::optional<double> middleOf(std::vector<double> values, QualityRules::Reference reference) {
    if (values.empty()) {
        return {};
    }
    if (reference == QualityRules::Reference::Mean) {
        return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    }
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

/// Raw figures by window and item.
class Figures {
public:
    void add(ContentId content, const domain::ConsumptionFigures& figures, const QualityRules& rules) {
        Item item{windowOf(figures), {}};
        for (std::size_t task = 0; task < qualityTaskCount; ++task) {
            item.raw[task] = rawFigure(figures, task, rules);
            if (item.raw[task]) {
                windows_[item.window][task].push_back(*item.raw[task]);
            }
        }
        latest_[content] = item; // Rows come in the order of imports.
    }

    QHash<std::pair<ContentId, QString>, QualityLabel> labels(const QualityRules& rules,
                                                              Timestamp now) const {
        std::map<WindowKey, References> references;
        for (const auto& [window, values] : windows_) {
            for (std::size_t task = 0; task < qualityTaskCount; ++task) {
                references[window][task] = middleOf(values[task], rules.reference);
            }
        }
        QHash<std::pair<ContentId, QString>, QualityLabel> labels;
        for (auto item = latest_.begin(); item != latest_.end(); ++item) {
            for (std::size_t task = 0; task < qualityTaskCount; ++task) {
                const auto& raw = item->raw[task];
                if (const auto label =
                        raw ? labelOf(item.key(), task, *raw, *references[item->window][task], now)
                            : std::nullopt) {
                    labels.insert({item.key(), label->task}, *label);
                }
            }
        }
        return labels;
    }

private:
    static std::optional<QualityLabel> labelOf(ContentId content, std::size_t task, double raw, double middle,
                                               Timestamp now) {
        const double degree = degreeOf(raw, task), reference = degreeOf(middle, task);
        if (std::abs(degree - reference) <= 1e-9 * full) {
            return {};
        }
        QualityLabel label;
        label.content = content;
        label.task = qualityTask(task);
        label.value = degree > reference ? QualityLabel::Value::Positive : QualityLabel::Value::Negative;
        label.degree = degree;
        label.reference = reference;
        label.at = now;
        return label;
    }

    std::map<WindowKey, std::array<std::vector<double>, qualityTaskCount>> windows_;
    QHash<ContentId, Item> latest_;
};

struct Changes {
    std::vector<QualityLabel> saved, removed;
};

Changes differences(const std::vector<QualityLabel>& known,
                    QHash<std::pair<ContentId, QString>, QualityLabel> wanted) {
    Changes changes;
    for (const QualityLabel& label : known) {
        const auto now = wanted.constFind({label.content, label.task});
        if (now == wanted.constEnd()) {
            changes.removed.push_back(label);
            continue;
        }
        if (now->value == label.value && now->degree == label.degree && now->reference == label.reference) {
            wanted.erase(now);
        }
    }
    for (const QualityLabel& label : std::as_const(wanted)) {
        changes.saved.push_back(label);
    }
    return changes;
}

Status write(storage::Connection& connection, const Changes& changes) {
    for (const QualityLabel& label : changes.removed) {
        if (Status removed =
                storage::ConsumptionRepository(connection).removeLabel(label.content, label.task);
            !removed.ok()) {
            return removed;
        }
    }
    for (const QualityLabel& label : changes.saved) {
        if (Status saved = storage::QualityRepository(connection).save(label); !saved.ok()) {
            return saved;
        }
    }
    return {};
}

/// The histogram of a task, over the range that holds all but a hundredth on each side.
void count(std::vector<double> degrees, QualityTaskSummary& task) {
    constexpr double beyond = 0.01;
    std::sort(degrees.begin(), degrees.end());
    const auto last = double(degrees.size() - 1);
    const double low = degrees[std::size_t(std::floor(beyond * last))];
    const double high = degrees[std::size_t(std::ceil((1 - beyond) * last))];
    constexpr double least = 1e-3;
    const double unit = std::pow(10, std::floor(std::log10(std::max(least, high - low))));
    task.from = std::max(0.0, std::floor(low / unit) * unit);
    task.to = std::min(full, std::max(task.from + unit, std::ceil(high / unit) * unit));
    for (const double degree : degrees) {
        const int bin = int((degree - task.from) / (task.to - task.from) * QualityTaskSummary::bins);
        ++task.degrees[std::size_t(std::clamp(bin, 0, QualityTaskSummary::bins - 1))];
    }
}

} // namespace

QString qualityTask(std::size_t task) {
    static const std::array names{QStringLiteral("clicks"),   QStringLiteral("dwell"),
                                  QStringLiteral("likes"),    QStringLiteral("dislikes"),
                                  QStringLiteral("comments"), QStringLiteral("shares")};
    return names[task];
}

std::optional<double> rawFigure(const domain::ConsumptionFigures& figures, std::size_t task,
                                const QualityRules& rules) {
    const std::optional<qint64> shown = figures.impressions ? figures.impressions : figures.views;
    if (!shown || *shown < std::max<qint64>(1, rules.minimumImpressions)) {
        return {};
    }
    if (task == Dwell) {
        const std::optional<qint64> opened = figures.clicks ? figures.clicks : figures.views;
        return figures.dwellMs && opened && *opened > 0
                   ? std::optional(double(*figures.dwellMs) / double(*opened))
                   : std::nullopt;
    }
    const std::array counts{figures.clicks,   std::optional<qint64>(), figures.likes,
                            figures.dislikes, figures.comments,        figures.shares};
    return counts[task] ? std::optional(std::min(1.0, double(*counts[task]) / double(*shown))) : std::nullopt;
}

double degreeOf(double raw, std::size_t task) {
    if (task == Dwell) {
        return full * raw / (raw + dwellHalfMs);
    }
    return task == Dislikes ? full - full * raw : full * raw;
}

std::size_t levelOf(double degree, const std::vector<double>& boundaries) {
    return std::size_t(std::upper_bound(boundaries.begin(), boundaries.end(), degree) - boundaries.begin());
}

bool areLevels(const std::vector<double>& boundaries) {
    return std::is_sorted(boundaries.begin(), boundaries.end(), std::less_equal<>()) &&
           std::all_of(boundaries.begin(), boundaries.end(),
                       [](double boundary) { return boundary > 0 && boundary < full; });
}

std::vector<QualityLabel> labelsAmong(const std::vector<ConsumedItem>& items, const QualityRules& rules,
                                      Timestamp now) {
    Figures figures;
    for (const ConsumedItem& item : items) {
        figures.add(item.content, item.figures, rules);
    }
    const auto labels = figures.labels(rules, now);
    return {labels.begin(), labels.end()};
}

Result<QualityRules> qualityRules(storage::Connection& reader) {
    storage::SettingsRepository settings(reader);
    const auto least = settings.value(minimumKey), middle = settings.value(referenceKey),
               levels = settings.value(levelsKey), share = settings.value(verdictShareKey);
    for (const auto* value : {&least, &middle, &levels, &share}) {
        if (!value->ok()) {
            return value->error();
        }
    }
    QualityRules rules;
    bool ok = false;
    const qint64 minimum = least->toLongLong(&ok);
    rules.minimumImpressions = ok && minimum >= 0 ? minimum : rules.minimumImpressions;
    for (const QString& boundary : levels->split(u' ', Qt::SkipEmptyParts)) {
        rules.levels.push_back(boundary.toDouble());
    }
    rules.levels = areLevels(rules.levels) ? rules.levels : std::vector<double>();
    rules.reference = *middle == medianName ? QualityRules::Reference::Median : QualityRules::Reference::Mean;
    const double verdictShare = share->toDouble(&ok);
    rules.verdictShare = ok && isVerdictShare(verdictShare) ? verdictShare : rules.verdictShare;
    return rules;
}

Result<QualityRules> QualityLabels::rules() const {
    return qualityRules(library_.reader());
}

Status QualityLabels::setRules(const QualityRules& rules) {
    if (!isVerdictShare(rules.verdictShare)) {
        return Error::invalid(
            Text::tr("A verdict is positive beyond a share of positive tasks from 0 to below 1."));
    }
    if (!areLevels(rules.levels)) {
        return Error::invalid(Text::tr("Levels are divided at rising degrees between 0 and 100."));
    }
    QStringList boundaries;
    for (const double boundary : rules.levels) {
        boundaries << QString::number(boundary);
    }
    return library_.writeAndWait([&rules, &boundaries](storage::Connection& connection) {
        storage::SettingsRepository settings(connection);
        for (const auto& [key, value] : {std::pair(levelsKey, boundaries.join(u' ')),
                                         std::pair(verdictShareKey, QString::number(rules.verdictShare))}) {
            if (Status set = settings.setValue(key, value); !set.ok()) {
                return set;
            }
        }
        const Status least = settings.setValue(minimumKey, QString::number(rules.minimumImpressions));
        const bool median = rules.reference == QualityRules::Reference::Median;
        return least.ok() ? settings.setValue(referenceKey, median ? medianName : meanName) : least;
    });
}

Result<std::map<QString, QualityTaskSummary>> QualityLabels::summary() const {
    const auto labels = storage::ConsumptionRepository(library_.reader()).labels();
    const auto rules = this->rules();
    if (!labels.ok() || !rules.ok()) {
        return labels.ok() ? rules.error() : labels.error();
    }
    std::map<QString, std::vector<double>> degrees;
    std::map<QString, QualityTaskSummary> result;
    for (const QualityLabel& label : *labels) {
        const bool first = !result.contains(label.task);
        QualityTaskSummary& task = result[label.task];
        ++(label.value == QualityLabel::Value::Positive ? task.positive : task.negative);
        degrees[label.task].push_back(label.degree);
        if (!rules->levels.empty()) {
            task.boundaries = rules->levels;
            task.levels.resize(rules->levels.size() + 1);
            ++task.levels[levelOf(label.degree, rules->levels)];
        }
        const double reference = label.reference.value_or(0);
        task.lowestReference = first ? reference : std::min(task.lowestReference, reference);
        task.highestReference = first ? reference : std::max(task.highestReference, reference);
    }
    for (auto& [task, all] : degrees) {
        count(std::move(all), result[task]);
    }
    return result;
}

Result<qint64> QualityLabels::recompute(const JobContext& context, const std::optional<QualityRules>& given) {
    const auto stored = given ? Result(*given) : this->rules();
    if (!stored.ok()) {
        return stored.error();
    }
    const QualityRules& rules = *stored;
    Figures figures;
    for (qint64 last = 0;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        const auto rows = storage::ConsumptionRepository(library_.reader()).after(last, batchSize);
        if (!rows.ok()) {
            return rows.error();
        }
        if (rows->empty()) {
            break;
        }
        last = rows->back().id;
        for (const auto& row : *rows) {
            figures.add(row.content, row.figures, rules);
        }
    }
    const auto known = storage::ConsumptionRepository(library_.reader()).labels();
    if (!known.ok()) {
        return known.error();
    }
    const Changes changes = differences(*known, figures.labels(rules, clock_.now()));
    const auto count = qint64(changes.saved.size() + changes.removed.size());
    if (count == 0) {
        return 0;
    }
    context.report(0, count, Text::tr("Labelling quality"));
    const Status written = library_.writeAndWait(
        [&changes](storage::Connection& connection) { return write(connection, changes); },
        storage::Durability::Normal);
    return written.ok() ? Result(count) : Result<qint64>(written.error());
}

} // namespace moderato::usecases
