#include "app/cli/CommandTable.h"

#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/PredictFile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace moderato::cli {

namespace {

const QString dataOption = QStringLiteral("data");
constexpr int batchSize = 500;

/// Adds the probabilities by task, and the version.
void addQuality(const std::optional<usecases::QualityOpinion>& opinion, domain::ModelTask task,
                QJsonObject& object) {
    const QString name = toCode(task);
    QJsonObject scores = object[QStringLiteral("scores")].toObject(),
                versions = object[QStringLiteral("version")].toObject();
    QJsonObject tasks;
    if (opinion) {
        for (const domain::TaskScore& score : opinion->scores) {
            tasks[score.task] = score.probability;
        }
    }
    scores[name] = tasks;
    versions[name] = opinion ? QJsonValue(opinion->version) : QJsonValue();
    object[QStringLiteral("scores")] = scores;
    object[QStringLiteral("version")] = versions;
}

QJsonObject predictionJson(const usecases::CategoryOpinion* category, const usecases::TopicOpinion* topics) {
    QJsonObject categoryScores, topicScores;
    QJsonArray topicNames;
    QJsonValue best;
    if (category) {
        for (const auto& score : category->scores) {
            categoryScores[score.category.code] = score.probability;
        }
        best = category->scores.empty() ? QJsonValue() : QJsonValue(category->scores.front().category.code);
    }
    if (topics) {
        for (const auto& score : topics->scores) {
            topicNames.append(score.topic);
            topicScores[score.topic] = score.relevancy;
        }
    }
    QJsonValue weights;
    if (topics && topics->weights) {
        weights = QJsonObject{{QStringLiteral("text"), topics->weights->text},
                              {QStringLiteral("frames"), topics->weights->frames},
                              {QStringLiteral("sound"), topics->weights->sound}};
    }
    return {
        {QStringLiteral("category"), best},
        {QStringLiteral("weights"), weights},
        {QStringLiteral("topics"), topicNames},
        {QStringLiteral("scores"),
         QJsonObject{{QStringLiteral("category"), categoryScores}, {QStringLiteral("topics"), topicScores}}},
        {QStringLiteral("version"),
         QJsonObject{{QStringLiteral("category"), category ? QJsonValue(category->version) : QJsonValue()},
                     {QStringLiteral("topics"), topics ? QJsonValue(topics->version) : QJsonValue()}}}};
}

class PredictCommand final : public Command {
    Q_DECLARE_TR_FUNCTIONS(PredictCommand)

public:
    QString name() const override { return QStringLiteral("predict"); }
    QString summary() const override {
        return tr(
            "Prints category and topics, one JSON object a line: of the library's content, or of a file's.");
    }
    void declare(QCommandLineParser& parser) const override {
        parser.addOption(
            {dataOption,
             tr("Predict the items of this file, with the fields of an import; nothing is stored."),
             QStringLiteral("FILE.jsonl")});
    }
    bool writes(const QCommandLineParser& options, const QStringList&) const override {
        return !options.isSet(dataOption);
    }

    Status run(Invocation& call) const override {
        return call.options.isSet(dataOption) ? predictFile(call, call.path(call.options.value(dataOption)))
                                              : predictLibrary(call);
    }

private:
    static void print(Invocation& call, const QJsonObject& object) {
        call.output.line(QJsonDocument(object).toJson(QJsonDocument::Compact));
    }

    static Status predictFile(Invocation& call, const QString& path) {
        usecases::PredictFile predict(call.workspace.library(), call.workspace.models(),
                                      &call.workspace.tagFeatures());
        std::vector<usecases::IngestProblem> problems;
        const Status done = predict(
            path, problems,
            [&call](const usecases::PredictFile::Answer& answer) {
                QJsonObject object = predictionJson(answer.category ? &*answer.category : nullptr,
                                                    answer.topics ? &*answer.topics : nullptr);
                addQuality(answer.quality, domain::ModelTask::Quality, object);
                addQuality(answer.lowQuality, domain::ModelTask::LowQuality, object);
                object[QStringLiteral("item")] = answer.number;
                object[QStringLiteral("id")] = answer.externalId.isEmpty()
                                                   ? QJsonValue(QString::number(answer.number))
                                                   : QJsonValue(answer.externalId);
                object[QStringLiteral("title")] = answer.title;
                print(call, object);
            },
            call.context);
        for (const usecases::IngestProblem& problem : problems) {
            call.output.warn(tr("%1, line %2: %3").arg(problem.file).arg(problem.line).arg(problem.reason));
        }
        return done;
    }

    static Status predictLibrary(Invocation& call) {
        if (const auto predicted = call.workspace.predict().predictPending(call.context); !predicted.ok()) {
            return predicted.error();
        }
        storage::ContentRepository contents(call.workspace.library().reader());
        for (domain::ContentId after;;) {
            const auto ids = contents.idsAfter(after, batchSize);
            if (!ids.ok()) {
                return ids.error();
            }
            if (ids->empty()) {
                return {};
            }
            for (const domain::ContentId id : *ids) {
                if (call.context.isCancelled()) {
                    return Error::cancelled();
                }
                const auto item = call.workspace.items().read(id);
                if (!item.ok()) {
                    return item.error();
                }
                printItem(call, **item);
            }
            after = ids->back();
        }
    }

    static void printItem(Invocation& call, const usecases::ItemView& item) {
        QJsonObject object =
            predictionJson(item.category ? &*item.category : nullptr, item.topics ? &*item.topics : nullptr);
        addQuality(item.predictedQuality, domain::ModelTask::Quality, object);
        addQuality(item.predictedLowQuality, domain::ModelTask::LowQuality, object);
        if (item.qualityVerdict) {
            object[QStringLiteral("verdict")] =
                QJsonObject{{QStringLiteral("positive"), item.qualityVerdict->isPositive},
                            {QStringLiteral("tasks_positive"), item.qualityVerdict->positive},
                            {QStringLiteral("tasks"), item.qualityVerdict->tasks},
                            {QStringLiteral("ranking_weight"), item.qualityVerdict->rankingWeight}};
        }
        object[QStringLiteral("id")] = item.content.id.value;
        object[QStringLiteral("external_id")] =
            item.content.externalId.isEmpty() ? QJsonValue() : QJsonValue(item.content.externalId);
        object[QStringLiteral("title")] = item.content.title;
        print(call, object);
    }
};

} // namespace

std::unique_ptr<Command> makePredict() {
    return std::make_unique<PredictCommand>();
}

} // namespace moderato::cli
