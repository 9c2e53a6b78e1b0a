#include "core/usecases/PredictFile.h"

#include "core/ml/category/CategoryModel.h"
#include "core/ml/topics/TopicModel.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ModelText.h"

#include <QCoreApplication>
#include <QHash>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(PredictFile)
};

constexpr std::size_t batchSize = 256;
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
            answers.push_back({item.externalId, item.number, item.line.title, {}, {}});
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
    const auto categories = storage::CategoryRepository(library_.reader()).all(true);
    if (!category.ok() || !topics.ok() || !categories.ok()) {
        return !category.ok() ? category.error() : !topics.ok() ? topics.error() : categories.error();
    }
    if (!*category && !*topics) {
        return Error::notFound(Text::tr("No model is in service; train one or promote a version."));
    }
    const Answering answering(std::move(*category), std::move(*topics), *categories);
    std::vector<DataFileItem> batch;
    const auto flush = [&] {
        for (const Answer& answer : answering(batch)) {
            onAnswer(answer);
        }
        batch.clear();
    };
    const Status read = readDataFile(
        library_, path, problems,
        [&](DataFileItem item) {
            context.report(item.number, 0, Text::tr("Predicting"));
            batch.push_back(std::move(item));
            if (batch.size() == batchSize) {
                flush();
            }
            return true;
        },
        context);
    flush();
    return read;
}

} // namespace moderato::usecases
