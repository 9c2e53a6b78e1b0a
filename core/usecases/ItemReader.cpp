#include "core/usecases/ItemReader.h"

#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DecisionRepository.h"
#include "core/storage/ExpressionSeriesRepository.h"
#include "core/storage/FlagRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/QualityRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/storage/ReviewQueueRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/QualityLabels.h"

#include <algorithm>
#include <map>

namespace moderato::usecases {

using domain::ContentId;
using domain::ModelTask;
using domain::ModelVersion;
using storage::Connection;

namespace {

/// `target = *result`, or the error.
template <class T, class Target> Status take(Result<T> result, Target& target) {
    if (!result.ok()) {
        return result.error();
    }
    target = std::move(*result);
    return {};
}

Status readCategory(Connection& reader, ContentId id, const std::optional<ModelVersion>& version,
                    std::optional<CategoryOpinion>& opinion) {
    if (!version) {
        return {};
    }
    auto prediction = storage::PredictionRepository(reader).category(id, version->id);
    if (!prediction.ok()) {
        return prediction.error();
    }
    if (!*prediction) {
        return {};
    }
    opinion = CategoryOpinion{version->name, (*prediction)->at, {}, std::move((*prediction)->evidence)};
    for (const domain::CategoryScore& score : (*prediction)->scores) {
        auto category = storage::CategoryRepository(reader).find(score.category);
        if (!category.ok()) {
            return category.error();
        }
        opinion->scores.push_back({std::move(*category), score.probability});
    }
    return {};
}

Status readTopics(Connection& reader, ContentId id, const std::optional<ModelVersion>& version,
                  std::optional<TopicOpinion>& opinion) {
    if (!version) {
        return {};
    }
    const auto prediction = storage::PredictionRepository(reader).topics(id, version->id);
    if (!prediction.ok()) {
        return prediction.error();
    }
    if (!*prediction) {
        return {};
    }
    opinion = TopicOpinion{version->name, (*prediction)->at, {}};
    for (const domain::TopicScore& score : (*prediction)->scores) {
        const auto topic = storage::TopicRepository(reader).find(score.topic);
        if (!topic.ok()) {
            return topic.error();
        }
        // Retired ones are not offered any more; of two that were merged the better one counts.
        const bool repeated = std::any_of(opinion->scores.begin(), opinion->scores.end(),
                                          [&](const auto& other) { return other.topic == topic->name; });
        if (!topic->retiredAt && !repeated) {
            opinion->scores.push_back({topic->name, score.relevancy});
        }
    }
    opinion->weights = (*prediction)->weights;
    return {};
}

Status readOpinions(Connection& reader, ItemView& view) {
    storage::ModelRepository models(reader);
    std::optional<ModelVersion> category, categoryBefore, topics, topicsBefore;
    for (const Status& status : {take(models.inService(ModelTask::Category), category),
                                 take(models.previousInService(ModelTask::Category), categoryBefore),
                                 take(models.inService(ModelTask::Topics), topics),
                                 take(models.previousInService(ModelTask::Topics), topicsBefore)}) {
        if (!status.ok()) {
            return status;
        }
    }
    const ContentId id = view.content.id;
    for (const Status& status : {readCategory(reader, id, category, view.category),
                                 readCategory(reader, id, categoryBefore, view.previousCategory),
                                 readTopics(reader, id, topics, view.topics),
                                 readTopics(reader, id, topicsBefore, view.previousTopics)}) {
        if (!status.ok()) {
            return status;
        }
    }
    if (view.content.kind == domain::ContentKind::Article) {
        return {};
    }
    std::optional<ModelVersion> tags, tagsBefore;
    std::optional<TopicOpinion> byTags, byTagsBefore;
    for (const Status& status :
         {take(models.inService(ModelTask::Tags), tags),
          take(models.previousInService(ModelTask::Tags), tagsBefore), readTopics(reader, id, tags, byTags),
          readTopics(reader, id, tagsBefore, byTagsBefore)}) {
        if (!status.ok()) {
            return status;
        }
    }
    if (byTags) { // Scores of two models are never mixed.
        view.topics = std::move(byTags);
        view.previousTopics = std::move(byTagsBefore);
    }
    return {};
}

/// `model`: the version in service.
Status readQuality(Connection& reader, ContentId id, ModelTask task, std::optional<QualityOpinion>& opinion,
                   QString& model) {
    const auto version = storage::ModelRepository(reader).inService(task);
    if (!version.ok() || !*version) {
        return version.ok() ? Status() : Status(version.error());
    }
    model = (*version)->name;
    auto prediction = storage::PredictionRepository(reader).quality(id, (*version)->id);
    if (!prediction.ok()) {
        return prediction.error();
    }
    if (*prediction) {
        opinion = QualityOpinion{(*version)->name, (*prediction)->at, std::move((*prediction)->scores),
                                 std::move((*prediction)->sentences), std::move((*prediction)->pictures)};
    }
    return {};
}

/// The label that counts of each task, else what is predicted (S1.11).
std::optional<domain::QualityVerdict> verdictOf(const ItemView& view, double share) {
    using Origin = domain::QualityLabel::Origin;
    std::map<QString, bool> tasks;
    if (view.predictedQuality) {
        for (const domain::TaskScore& score : view.predictedQuality->scores) {
            tasks[score.task] = score.probability > 0.5;
        }
    }
    for (const Origin origin : {Origin::Similar, Origin::Consumption, Origin::Expert}) {
        for (const domain::QualityLabel& label : view.quality) {
            if (label.origin == origin) {
                tasks[label.task] = label.value == domain::QualityLabel::Value::Positive;
            }
        }
    }
    std::vector<bool> positive;
    for (const auto& task : tasks) {
        positive.push_back(task.second);
    }
    std::vector<domain::LowQualityMark::Tier> marks;
    for (const domain::LowQualityMark& mark : view.lowQuality) {
        marks.push_back(mark.tier);
    }
    return domain::qualityVerdict(positive, share, marks);
}

Status readExpressions(Connection& reader, ItemView& view) {
    const Status read = take(itemExpressions(reader, view.content.id), view.expressions);
    return read.ok() ? take(storage::ExpressionSeriesRepository(reader).of(view.content.id), view.series)
                     : read;
}

Status readJudgements(Connection& reader, ItemView& view) {
    const ContentId id = view.content.id;
    storage::QualityRepository quality(reader);
    storage::DecisionRepository decisions(reader);
    for (const Status& status :
         {take(quality.labels(id), view.quality), take(quality.marks(id), view.lowQuality),
          take(storage::FlagRepository(reader).of(id), view.flags), take(decisions.history(id), view.history),
          take(decisions.effective(id), view.decision),
          take(storage::ReviewQueueRepository(reader).find(id), view.queueEntry)}) {
        if (!status.ok()) {
            return status;
        }
    }
    QString lowQualityModel;
    for (const Status& status :
         {readQuality(reader, id, ModelTask::Quality, view.predictedQuality, view.qualityModel),
          readQuality(reader, id, ModelTask::LowQuality, view.predictedLowQuality, lowQualityModel)}) {
        if (!status.ok()) {
            return status;
        }
    }
    const auto rules = qualityRules(reader);
    if (!rules.ok()) {
        return rules.error();
    }
    view.qualityVerdict = verdictOf(view, rules->verdictShare);
    return {};
}

} // namespace

Result<std::shared_ptr<const ItemView>> ItemReader::read(ContentId id) const {
    Connection& reader = library_.reader();
    auto view = std::make_shared<ItemView>();
    if (const Status read = take(storage::ContentRepository(reader).find(id), view->content); !read.ok()) {
        return read.error();
    }
    view->article = interchange::presentArticle(view->content);
    for (const auto& step : {readOpinions, readJudgements, readExpressions}) {
        if (const Status read = step(reader, *view); !read.ok()) {
            return read.error();
        }
    }
    return std::shared_ptr<const ItemView>(std::move(view));
}

} // namespace moderato::usecases
