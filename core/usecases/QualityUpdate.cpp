#include "core/usecases/QualityUpdate.h"

#include "core/ml/Drift.h"
#include "core/ml/Metrics.h"
#include "core/ml/quality/QualityModel.h"
#include "core/storage/Library.h"
#include "core/storage/QualityVerificationRepository.h"
#include "core/storage/SettingsRepository.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ModelService.h"
#include "core/usecases/QualityDataSet.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace moderato::usecases {

using domain::ModelTask;
using domain::ModelVersion;
using domain::QualityVerification;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(QualityUpdate)
};

const QString coincidenceKey = QStringLiteral("quality/coincidence"),
              requiredKey = QStringLiteral("quality/required_accuracy"),
              daysKey = QStringLiteral("quality/update_days"),
              automaticKey = QStringLiteral("quality/update_automatic");
constexpr std::array decayDays{5, 7, 10};
constexpr std::chrono::days day{1};
constexpr double judgedShare = 1.0 / 3;
constexpr float half = 0.5f;

/// From when on nothing was learned by a version.
Timestamp dataEnd(const ModelVersion& version) {
    const QDateTime end = QDateTime::fromString(version.metrics[QStringLiteral("published_until")].toString(),
                                                Qt::ISODateWithMs);
    return end.isValid() ? fromUnixMs(end.toMSecsSinceEpoch() + 1) : version.createdAt;
}

PublishingPeriod since(const PublishingPeriod& given, Timestamp end) {
    PublishingPeriod period = given;
    if (!period.from) {
        period.from = end;
    }
    return period;
}

/// What a version says of lines, beside their labels.
struct Judged {
    std::vector<std::string> tasks;
    std::vector<std::vector<float>> probabilities; ///< By line and task.

    /// Nothing: the line has no label of the task.
    std::optional<bool> isRight(const TrainingLine& line, std::size_t i, std::size_t task) const {
        const auto label = line.quality->labels.find(QString::fromStdString(tasks[task]));
        return label == line.quality->labels.end()
                   ? std::nullopt
                   : std::optional((probabilities[i][task] > half) == label->second);
    }
};

Judged judge(const ml::QualityModel& model, const std::vector<TrainingLine>& lines,
             const TagFeatures* features) {
    std::vector<ml::QualityItem> items;
    for (const TrainingLine& line : lines) {
        items.push_back(qualityItemOf(line, model.schema(), features));
    }
    return {model.schema().tasks, model.predict(items)};
}

/// Of a difference at least as large as this one if both were right equally often: McNemar's exact test,
/// two-sided.
double mcNemar(qint64 gained, qint64 lost) {
    const double n = double(gained + lost);
    const auto fewer = double(std::min(gained, lost));
    double sum = 0;
    for (double k = 0; k <= fewer; ++k) {
        sum += std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1) - n * std::log(2.0));
    }
    return std::min(1.0, 2 * sum);
}

std::vector<TaskComparison> comparisonOf(const Judged& before, const Judged& after,
                                         const std::vector<TrainingLine>& lines) {
    std::vector<TaskComparison> result;
    for (std::size_t task = 0; task < after.tasks.size(); ++task) {
        const auto same = std::find(before.tasks.begin(), before.tasks.end(), after.tasks[task]);
        if (same == before.tasks.end()) {
            continue;
        }
        const auto old = std::size_t(same - before.tasks.begin());
        TaskComparison one;
        one.task = QString::fromStdString(after.tasks[task]);
        qint64 rightBefore = 0, rightAfter = 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto was = before.isRight(lines[i], i, old), is = after.isRight(lines[i], i, task);
            if (was && is) {
                ++one.examples;
                rightBefore += *was ? 1 : 0;
                rightAfter += *is ? 1 : 0;
                one.gained += *is && !*was ? 1 : 0;
                one.lost += *was && !*is ? 1 : 0;
            }
        }
        if (one.examples > 0) {
            one.before = double(rightBefore) / double(one.examples);
            one.after = double(rightAfter) / double(one.examples);
            one.probability = mcNemar(one.gained, one.lost);
            result.push_back(std::move(one));
        }
    }
    return result;
}

/// One line's share of right labels; nothing: no label of the version's tasks.
std::optional<double> rightShare(const Judged& judged, const TrainingLine& line, std::size_t i) {
    double right = 0, labels = 0;
    for (std::size_t task = 0; task < judged.tasks.size(); ++task) {
        if (const auto is = judged.isRight(line, i, task)) {
            right += *is ? 1 : 0;
            ++labels;
        }
    }
    return labels > 0 ? std::optional(right / labels) : std::nullopt;
}

QualityVerification::Task figuresOf(const Judged& judged, const std::vector<TrainingLine>& lines,
                                    std::size_t task) {
    std::vector<float> scores;
    std::vector<int> truth, guessed;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (const auto right = judged.isRight(lines[i], i, task)) {
            const bool positive = judged.probabilities[i][task] > half;
            scores.push_back(judged.probabilities[i][task]);
            guessed.push_back(positive);
            truth.push_back(*right ? positive : !positive);
        }
    }
    return {QString::fromStdString(judged.tasks[task]), qint64(truth.size()), ml::accuracy(truth, guessed),
            ml::areaUnderCurve(scores, truth)};
}

class Ages {
public:
    explicit Ages(Timestamp dataEnd)
        : end_(dataEnd) {}

    void add(Timestamp published, bool coincides) {
        const auto age = published - end_;
        for (std::size_t i = 0; age >= age.zero() && i < decayDays.size(); ++i) {
            if (age < decayDays[i] * day) {
                ++items_[i];
                coinciding_[i] += coincides ? 1 : 0;
                return;
            }
        }
    }
    std::vector<QualityVerification::Age> all() const {
        std::vector<QualityVerification::Age> ages;
        for (std::size_t i = 0; i < decayDays.size(); ++i) {
            ages.push_back({decayDays[i], items_[i],
                            items_[i] > 0 ? double(coinciding_[i]) / double(items_[i])
                                          : QualityVerification::undefined});
        }
        return ages;
    }

private:
    Timestamp end_;
    std::array<qint64, decayDays.size()> items_{}, coinciding_{};
};

/// Feeds a detector with the errors in the order of publishing.
template <class Detector>
std::vector<QualityVerification::Drift> driftsOf(Detector detector, const QString& name, const Judged& judged,
                                                 const std::vector<TrainingLine>& lines) {
    std::vector<QualityVerification::Drift> drifts;
    qint64 label = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t task = 0; task < judged.tasks.size(); ++task) {
            const auto right = judged.isRight(lines[i], i, task);
            if (!right) {
                continue;
            }
            ++label;
            const double errorsBefore = detector.value();
            if (detector.add(*right ? 0 : 1) && !(detector.value() < errorsBefore)) {
                drifts.push_back({name, label, lines[i].quality->published});
            }
        }
    }
    return drifts;
}

Result<std::vector<TrainingLine>> linesOf(storage::Library& library, ModelTask task,
                                          const PublishingPeriod& period, const TagFeatures* features,
                                          const JobContext& context) {
    const auto items = labelledItems(library, task, period, context);
    if (!items.ok()) {
        return items.error();
    }
    std::vector<TrainingLine> lines;
    std::vector<IngestProblem> unread; // Said when they were imported.
    const Status read = readLabelled(
        library, features, *items, unread,
        [&](TrainingLine line) {
            lines.push_back(std::move(line));
            return Status();
        },
        context);
    if (!read.ok()) {
        return read.error();
    }
    if (lines.empty()) {
        return Error::invalid(
            Text::tr("No content of this time is labelled, so there is nothing to verify with: "
                     "import how people consumed later content, or choose another time."));
    }
    return lines;
}

/// When the last update of a task ended, whatever became of it.
QString lastUpdateKey(ModelTask task) {
    return QStringLiteral("quality/last_update/%1").arg(toCode(task));
}

Error notOfQuality(ModelTask task) {
    return Error::invalid(
        Text::tr("Only models of quality and low_quality are verified and updated, not those of %1.")
            .arg(toCode(task)));
}

} // namespace

Result<UpdateRules> QualityUpdate::rules() const {
    storage::SettingsRepository settings(library_.reader());
    UpdateRules rules;
    const auto take = [&](const QString& key, double& value, double least, double most) -> Status {
        const auto text = settings.value(key);
        if (!text.ok()) {
            return text.error();
        }
        bool ok = false;
        const double number = text->toDouble(&ok);
        value = ok && number >= least && number <= most ? number : value;
        return {};
    };
    double days = rules.days;
    constexpr double mostDays = 365;
    for (const Status& taken :
         {take(coincidenceKey, rules.coincidence, 0, 1), take(requiredKey, rules.requiredAccuracy, 0, 1),
          take(daysKey, days, 1, mostDays)}) {
        if (!taken.ok()) {
            return taken.error();
        }
    }
    rules.days = int(days);
    const auto automatic = settings.value(automaticKey);
    if (!automatic.ok()) {
        return automatic.error();
    }
    rules.automatic = *automatic == QLatin1String("1");
    return rules;
}

Status QualityUpdate::setRules(const UpdateRules& rules) {
    if (!(rules.coincidence >= 0 && rules.coincidence < 1) || !(rules.requiredAccuracy >= 0) ||
        rules.requiredAccuracy > 1 || rules.days < 1 || rules.days > 365) {
        return Error::invalid(
            Text::tr("Coincidence is from 0 to below 1, the required accuracy from 0 to 1, the days "
                     "from 1 to 365."));
    }
    return library_.writeAndWait([&rules](storage::Connection& connection) {
        storage::SettingsRepository settings(connection);
        for (const auto& [key, value] : {std::pair(coincidenceKey, QString::number(rules.coincidence)),
                                         std::pair(requiredKey, QString::number(rules.requiredAccuracy)),
                                         std::pair(daysKey, QString::number(rules.days)),
                                         std::pair(automaticKey, QString::number(int(rules.automatic)))}) {
            if (Status set = settings.setValue(key, value); !set.ok()) {
                return set;
            }
        }
        return Status();
    });
}

Result<QualityVerification> QualityUpdate::verify(const VerifyOptions& options, const JobContext& context) {
    if (!isQuality(options.task)) {
        return notOfQuality(options.task);
    }
    const auto rules = this->rules();
    const auto version =
        options.version.isEmpty() ? Result<ModelVersion>(Error::notFound({})) : models_.find(options.version);
    if (!rules.ok() || (!version.ok() && !options.version.isEmpty())) {
        return rules.ok() ? version.error() : rules.error();
    }
    if (version.ok() && version->task != options.task) {
        return Error::invalid(
            Text::tr("The version %1 is one for %2.").arg(version->name, toCode(version->task)));
    }
    const auto loaded =
        version.ok() ? models_.loadQualityModel(*version) : models_.qualityModel(options.task);
    if (!loaded.ok()) {
        return loaded.error();
    }
    const Timestamp end = dataEnd(loaded->version);
    const PublishingPeriod period = since(options.period, end);
    const auto lines = linesOf(library_, options.task, period, features_, context);
    if (!lines.ok()) {
        return lines.error();
    }
    const Judged judged = judge(*loaded->model, *lines, features_);
    QualityVerification found;
    found.version = loaded->version.id;
    found.at = clock_.now();
    found.from = *period.from;
    found.to = period.before.value_or(lines->back().quality->published);
    found.required = rules->requiredAccuracy;
    Ages ages(end);
    for (std::size_t i = 0; i < lines->size(); ++i) {
        if (const auto right = rightShare(judged, (*lines)[i], i)) {
            const bool coincides = *right > rules->coincidence;
            ++found.items;
            found.coinciding += coincides ? 1 : 0;
            ages.add((*lines)[i].quality->published, coincides);
        }
    }
    for (std::size_t task = 0; task < judged.tasks.size(); ++task) {
        found.tasks.push_back(figuresOf(judged, *lines, task));
    }
    found.decay = ages.all();
    if (options.detector == DriftDetector::Adwin) {
        found.drifts = driftsOf(ml::Adwin(), QStringLiteral("adwin"), judged, *lines);
    } else if (options.detector == DriftDetector::PageHinkley) {
        found.drifts = driftsOf(ml::PageHinkley({.side = ml::PageHinkley::Side::Rising}),
                                QStringLiteral("page-hinkley"), judged, *lines);
    }
    const auto id = library_.writeAndWait([&found](storage::Connection& connection) {
        return storage::QualityVerificationRepository(connection).add(found);
    });
    if (!id.ok()) {
        return id.error();
    }
    found.id = *id;
    return found;
}

Result<std::vector<QualityVerification>> QualityUpdate::history(ModelTask task, int limit) const {
    return storage::QualityVerificationRepository(library_.reader()).all(task, limit);
}

Result<std::optional<Timestamp>> QualityUpdate::dueFrom(ModelTask task) const {
    const auto rules = this->rules();
    const auto version = models_.inService(task);
    const auto verified = history(task, 1);
    if (!rules.ok() || !version.ok() || !verified.ok()) {
        return !rules.ok() ? rules.error() : !version.ok() ? version.error() : verified.error();
    }
    if (!*version) {
        return std::optional<Timestamp>();
    }
    const auto last = storage::SettingsRepository(library_.reader()).value(lastUpdateKey(task));
    if (!last.ok()) {
        return last.error();
    }
    const Timestamp updated = fromUnixMs(last->toLongLong());
    Timestamp due = std::max((*version)->createdAt, updated) + rules->days * day;
    if (!verified->empty() && verified->front().version == (*version)->id && verified->front().isBelow() &&
        verified->front().at > updated) {
        due = std::min(due, verified->front().at);
    }
    return std::optional(due);
}

Result<UpdateOutcome> QualityUpdate::update(const QString& program, ModelTask task,
                                            const PublishingPeriod& period, const JobContext& context,
                                            const TrainRun::OnRound& onRound) {
    if (!isQuality(task)) {
        return notOfQuality(task);
    }
    const auto serving = models_.qualityModel(task);
    if (!serving.ok()) {
        return serving.error();
    }
    TrainOptions options;
    options.task = task;
    options.period = since(period, dataEnd(serving->version));
    options.heldOutAreLatest = true;
    options.heldOutShare = judgedShare;
    const auto items = labelledItems(library_, task, options.period, context);
    if (!items.ok()) {
        return items.error();
    }
    if (qint64(items->size()) < fewestToHoldOut) {
        return Error::invalid(
            Text::tr("Only %n labelled item(s) are of this time; an update needs at least %1.", nullptr,
                     int(items->size()))
                .arg(fewestToHoldOut));
    }
    UpdateOutcome outcome;
    outcome.before = serving->version.name;
    auto trained = program.isEmpty() ? training_.train(options, context, onRound)
                                     : training_.trainInProcess(program, options, context, onRound);
    if (!trained.ok()) {
        return trained.error();
    }
    outcome.trained = std::move(*trained);
    const auto candidate = models_.loadQualityModel(outcome.trained.version);
    auto lines = readTrainingFile(dataSetFolder(library_) + QLatin1Char('/') +
                                      QString::fromLatin1(outcome.trained.version.dataSetHash) +
                                      QStringLiteral(".jsonl"),
                                  context);
    if (!candidate.ok() || !lines.ok()) {
        return candidate.ok() ? lines.error() : candidate.error();
    }
    std::erase_if(*lines, [](const TrainingLine& line) { return !line.heldOut; });
    outcome.tasks = comparisonOf(judge(*serving->model, *lines, features_),
                                 judge(*candidate->model, *lines, features_), *lines);
    const auto worse = std::any_of(outcome.tasks.begin(), outcome.tasks.end(),
                                   [](const TaskComparison& one) { return one.isWorse(); });
    const auto better = std::any_of(outcome.tasks.begin(), outcome.tasks.end(),
                                    [](const TaskComparison& one) { return one.isBetter(); });
    outcome.seesaw = worse && better;
    if (!worse) {
        if (const Status promoted = models_.promote(outcome.trained.version.name); !promoted.ok()) {
            return promoted.error();
        }
        outcome.promoted = true;
    }
    const Status noted = library_.writeAndWait([&](storage::Connection& connection) {
        return storage::SettingsRepository(connection)
            .setValue(lastUpdateKey(task), QString::number(toUnixMs(clock_.now())));
    });
    return noted.ok() ? Result(std::move(outcome)) : noted.error();
}

Result<std::vector<TaskComparison>> QualityUpdate::compare(const QString& before, const QString& after,
                                                           const PublishingPeriod& period,
                                                           const JobContext& context) {
    const auto first = models_.find(before), second = models_.find(after);
    if (!first.ok() || !second.ok()) {
        return first.ok() ? second.error() : first.error();
    }
    if (first->task != second->task || !isQuality(first->task)) {
        return Error::invalid(
            Text::tr("%1 and %2 are not two versions of one quality model.").arg(before, after));
    }
    const auto old = models_.loadQualityModel(*first), later = models_.loadQualityModel(*second);
    if (!old.ok() || !later.ok()) {
        return old.ok() ? later.error() : old.error();
    }
    const auto lines =
        linesOf(library_, first->task, since(period, std::max(dataEnd(*first), dataEnd(*second))), features_,
                context);
    return lines.ok() ? Result(comparisonOf(judge(*old->model, *lines, features_),
                                            judge(*later->model, *lines, features_), *lines))
                      : lines.error();
}

} // namespace moderato::usecases
