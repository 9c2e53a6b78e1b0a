#include "core/usecases/PredictFile.h"

#include "core/ml/category/CategoryModel.h"
#include "core/ml/quality/QualityModel.h"
#include "core/ml/tags/TagModel.h"
#include "core/ml/topics/TopicModel.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ModelText.h"
#include "core/usecases/QualityItems.h"
#include "core/usecases/TagDataSet.h"

#include <QCoreApplication>
#include <QHash>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PredictFile)
};

constexpr std::size_t batchSize = 256;
constexpr std::size_t videosAtOnce = 8;
constexpr int categoriesShown = 5;
constexpr int topicsShown = 10;

/// Answers a batch with whatever models there are.
class Answering {
public:
    Answering(std::optional<ModelService::LoadedCategoryModel> category,
              std::optional<ModelService::LoadedTopicModel> topics,
              const std::vector<domain::Category>& categories)
        : category_(std::move(category))
        , topics_(std::move(topics)) {
        for (const domain::Category& known : categories) {
            categories_.insert(known.code, known);
        }
    }

    std::vector<PredictFile::Answer> operator()(const std::vector<DataFileItem>& items) const {
        std::vector<ml::Text> texts;
        std::vector<PredictFile::Answer> answers;
        for (const DataFileItem& item : items) {
            texts.push_back(modelText(item.line));
            answers.push_back({item.externalId, item.number, item.line.title, {}, {}, {}, {}});
        }
        if (category_) {
            addCategories(texts, answers);
        }
        if (topics_) {
            addTopics(texts, answers);
        }
        return answers;
    }

private:
    void addCategories(const std::vector<ml::Text>& texts, std::vector<PredictFile::Answer>& answers) const {
        const auto predicted = category_->model->predict(texts);
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            CategoryOpinion opinion{category_->version.name, {}, {}, {}};
            for (const auto& [label, probability] : predicted[i].top(categoriesShown)) {
                const QString code = QString::fromStdString(category_->model->labels()[std::size_t(label)]);
                domain::Category unknown;
                unknown.code = code;
                unknown.nameEn = code;
                opinion.scores.push_back({categories_.value(code, unknown), probability});
            }
            answers[i].category = std::move(opinion);
        }
    }

    void addTopics(const std::vector<ml::Text>& texts, std::vector<PredictFile::Answer>& answers) const {
        const auto predicted = topics_->model->predict(texts, topicsShown);
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            TopicOpinion opinion{topics_->version.name, {}, {}};
            for (const ml::TopicScore& score : predicted[i]) {
                opinion.scores.push_back(
                    {QString::fromStdString(topics_->model->topics()[std::size_t(score.topic)]),
                     score.probability});
            }
            answers[i].topics = std::move(opinion);
        }
    }

    std::optional<ModelService::LoadedCategoryModel> category_;
    std::optional<ModelService::LoadedTopicModel> topics_;
    QHash<QString, domain::Category> categories_;
};

/// Replaces what the model for text said of videos and pictures.
class TagAnswering {
public:
    TagAnswering(ModelService::LoadedTagModel loaded, ModelService::LoadedTags tags,
                 const TagFeatures& features)
        : loaded_(std::move(loaded))
        , tags_(std::move(tags))
        , features_(features) {}

    void operator()(std::vector<DataFileItem>& items, std::vector<PredictFile::Answer>& answers,
                    std::vector<IngestProblem>& problems, const JobContext& context) const {
        for (std::size_t i = 0; i < items.size() && !context.isCancelled(); ++i) {
            TrainingLine& line = items[i].line;
            if (!items[i].hasMedia) {
                continue;
            }
            if (!items[i].mediaProblem.isEmpty()) {
                problems.push_back({line.title, items[i].number, items[i].mediaProblem});
            }
            if (!readMediaOf(line, features_, TagFeatures::For::Prediction, problems, context).ok()) {
                return; // Cancelled.
            }
            const ml::TagItem item = tagItemOf(line, features_, TagFeatures::For::Prediction);
            const auto predicted = loaded_.model->predict(std::span(&item, 1), *tags_.tags, topicsShown);
            if (!predicted.front().ok()) {
                problems.push_back({line.title, 0, predicted.front().error().message});
                continue;
            }
            const auto& weights = predicted.front()->weights;
            TopicOpinion opinion{loaded_.version.name, {}, {}};
            opinion.weights =
                domain::ModalityWeights{double(weights[0]), double(weights[1]), double(weights[2])};
            for (const ml::TagScore& score : predicted.front()->tags) {
                opinion.scores.push_back(
                    {QString::fromStdString(tags_.tags->names()[std::size_t(score.tag)]), score.probability});
            }
            answers[i].topics = std::move(opinion);
        }
    }

private:
    ModelService::LoadedTagModel loaded_;
    ModelService::LoadedTags tags_;
    const TagFeatures& features_;
};

/// Adds what a model of quality or low quality says.
void addQuality(const std::optional<ModelService::LoadedQualityModel>& loaded, const TagFeatures* features,
                const std::vector<DataFileItem>& items, std::vector<PredictFile::Answer>& answers,
                std::optional<QualityOpinion> PredictFile::Answer::*part) {
    if (!loaded) {
        return;
    }
    const ml::QualitySchema& schema = loaded->model->schema();
    std::vector<ml::QualityItem> read;
    for (const DataFileItem& item : items) {
        read.push_back(qualityItemOf(item.line, schema, features));
    }
    const auto predicted = loaded->model->predict(read);
    for (std::size_t i = 0; i < predicted.size(); ++i) {
        QualityOpinion opinion{loaded->version.name, {}, {}, {}, {}};
        for (std::size_t task = 0; task < schema.tasks.size(); ++task) {
            opinion.scores.push_back(
                {QString::fromStdString(schema.tasks[task]), double(predicted[i][task])});
        }
        answers[i].*part = std::move(opinion);
    }
}

/// The model, or nothing where none is in service.
template <class Loaded> Result<std::optional<Loaded>> orNothing(Result<Loaded> loaded) {
    if (loaded.ok()) {
        return std::optional<Loaded>(std::move(*loaded));
    }
    return loaded.error().kind == Error::Kind::NotFound ? Result(std::optional<Loaded>())
                                                        : Result<std::optional<Loaded>>(loaded.error());
}

} // namespace

Status PredictFile::operator()(const QString& path, std::vector<IngestProblem>& problems,
                               const OnAnswer& onAnswer, const JobContext& context) {
    auto category = orNothing(models_.categoryModel());
    auto topics = orNothing(models_.topicModel());
    auto tags = orNothing(models_.tagModel());
    const auto categories = storage::CategoryRepository(library_.reader()).all(true);
    if (!category.ok() || !topics.ok() || !categories.ok()) {
        return !category.ok() ? category.error() : !topics.ok() ? topics.error() : categories.error();
    }
    if (!tags.ok()) {
        return tags.error();
    }
    std::optional<TagAnswering> videos;
    if (*tags && features_) {
        auto known = models_.tagLibrary(**tags);
        if (!known.ok()) {
            return known.error();
        }
        videos.emplace(std::move(**tags), std::move(*known), *features_);
    }
    const auto quality = orNothing(models_.qualityModel(domain::ModelTask::Quality));
    const auto lowQuality = orNothing(models_.qualityModel(domain::ModelTask::LowQuality));
    if (!quality.ok() || !lowQuality.ok()) {
        return quality.ok() ? lowQuality.error() : quality.error();
    }
    ml::QualityParts parts{false, false, false, false};
    for (const auto* judge : {&*quality, &*lowQuality}) {
        if (judge->has_value()) {
            const ml::QualityParts read = (*judge)->model->reads();
            parts.attributes = parts.attributes || read.attributes;
            parts.imageText = parts.imageText || read.imageText;
        }
    }
    const bool judgesQuality = quality->has_value() || lowQuality->has_value();
    if (!*category && !*topics && !videos && !judgesQuality) {
        return Error::notFound(Text::tr("No model is in service; train one or promote a version."));
    }
    const Answering answering(std::move(*category), std::move(*topics), *categories);
    std::vector<DataFileItem> batch;
    std::vector<IngestProblem> unread; // Apart: those of reading the file leave the media out.
    const auto flush = [&] {
        std::vector<Answer> answers = answering(batch);
        if (videos) {
            (*videos)(batch, answers, unread, context);
        }
        addQuality(*quality, features_, batch, answers, &Answer::quality);
        addQuality(*lowQuality, features_, batch, answers, &Answer::lowQuality);
        for (const Answer& answer : answers) {
            onAnswer(answer);
        }
        batch.clear();
    };
    const Status read = readDataFile(
        library_, path, problems,
        [&](DataFileItem item) {
            context.report(item.number, 0, Text::tr("Predicting"));
            if (judgesQuality) {
                item.line.quality = qualityLineOf(*item.content, features_, context, parts).quality;
            }
            batch.push_back(std::move(item));
            if (batch.size() == (videos ? videosAtOnce : batchSize)) {
                flush();
            }
            return true;
        },
        context);
    flush();
    problems.insert(problems.end(), unread.begin(), unread.end());
    return read;
}

} // namespace moderato::usecases
