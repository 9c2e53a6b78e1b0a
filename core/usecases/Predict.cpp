#include "core/usecases/Predict.h"

#include "core/ml/category/CategoryModel.h"
#include "core/ml/quality/QualityModel.h"
#include "core/ml/tags/TagModel.h"
#include "core/ml/topics/TopicModel.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/PredictionRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/ModelText.h"
#include "core/usecases/QualityItems.h"
#include "core/usecases/TagDataSet.h"
#include "core/usecases/TagFeatures.h"

#include <QCoreApplication>

#include <algorithm>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Predict)
};

constexpr int batchSize = 512;
constexpr int videosAtOnce = 16; // Each is decoded: a cancel waits for one batch.
constexpr std::size_t writeSize = 64;
constexpr int categoriesKept = 5;
constexpr int topicsKept = 10;
constexpr int spansKept = 6;

struct Batch {
    std::vector<domain::ContentId> ids;
    std::vector<ItemText> texts;
    std::vector<ml::Text> modelTexts;
    std::vector<std::vector<FeatureSource>> media;
    std::vector<domain::Content> contents;
};

Result<Batch> readBatch(storage::Connection& reader, std::vector<domain::ContentId> ids) {
    auto contents = storage::ContentRepository(reader).findAll(ids);
    if (!contents.ok()) {
        return contents.error();
    }
    Batch batch;
    for (const domain::Content& content : *contents) {
        batch.ids.push_back(content.id);
        batch.texts.push_back(textOf(content));
        batch.modelTexts.push_back(modelText(batch.texts.back()));
        batch.media.push_back(featureSourcesOf(content));
    }
    batch.contents = std::move(*contents);
    return batch;
}

/// A version's labels as the library's categories, in the model's order; not valid where one is retired.
Result<std::vector<domain::CategoryId>> categoriesOf(storage::Connection& reader,
                                                     const ml::CategoryModel& model) {
    const auto all = storage::CategoryRepository(reader).all();
    if (!all.ok()) {
        return all.error();
    }
    QHash<QString, domain::CategoryId> byCode;
    for (const domain::Category& category : *all) {
        byCode.insert(category.code, category.id);
    }
    std::vector<domain::CategoryId> ids;
    for (const std::string& label : model.labels()) {
        ids.push_back(byCode.value(QString::fromStdString(label)));
    }
    return ids;
}

Result<std::vector<domain::TopicId>> topicsOf(storage::Connection& reader, const ml::TopicModel& model) {
    const auto all = storage::TopicRepository(reader).all();
    if (!all.ok()) {
        return all.error();
    }
    QHash<QString, domain::TopicId> byKey;
    for (const domain::Topic& topic : *all) {
        for (const QString& synonym : topic.synonyms) {
            byKey.insert(storage::topicKey(synonym), topic.id);
        }
        byKey.insert(storage::topicKey(topic.name), topic.id);
    }
    std::vector<domain::TopicId> ids;
    for (const std::string& topic : model.topics()) {
        ids.push_back(byKey.value(storage::topicKey(QString::fromStdString(topic))));
    }
    return ids;
}

class CategoryStep {
public:
    static constexpr auto task = domain::ModelTask::Category;
    static constexpr int itemsAtOnce = batchSize;

    CategoryStep(const ModelService::LoadedCategoryModel& loaded, std::vector<domain::CategoryId> categories)
        : loaded_(loaded)
        , categories_(std::move(categories)) {}

    std::vector<domain::CategoryPrediction> operator()(const Batch& batch, Timestamp now) const {
        const auto predicted = loaded_.model->predict(batch.modelTexts);
        std::vector<domain::CategoryPrediction> predictions;
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            domain::CategoryPrediction prediction{batch.ids[i], loaded_.version.id, {}, {}, now};
            for (const auto& [label, probability] : predicted[i].top(int(categories_.size()))) {
                const domain::CategoryId category = categories_[std::size_t(label)];
                if (!category.isValid()) {
                    continue;
                }
                if (prediction.scores.empty()) {
                    prediction.evidence = toTextEvidence(
                        loaded_.model->explain(batch.modelTexts[i], label, spansKept), batch.texts[i]);
                }
                prediction.scores.push_back({category, std::clamp(double(probability), 0.0, 1.0)});
                if (prediction.scores.size() == categoriesKept) {
                    break;
                }
            }
            predictions.push_back(std::move(prediction));
        }
        return predictions;
    }

private:
    const ModelService::LoadedCategoryModel& loaded_;
    std::vector<domain::CategoryId> categories_;
};

class TopicStep {
public:
    static constexpr auto task = domain::ModelTask::Topics;
    static constexpr int itemsAtOnce = batchSize;

    TopicStep(const ModelService::LoadedTopicModel& loaded, std::vector<domain::TopicId> topics)
        : loaded_(loaded)
        , topics_(std::move(topics)) {}

    std::vector<domain::TopicPrediction> operator()(const Batch& batch, Timestamp now) const {
        // A few more than are kept: retired ones fall out.
        const auto predicted = loaded_.model->predict(batch.modelTexts, 2 * topicsKept);
        std::vector<domain::TopicPrediction> predictions;
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            domain::TopicPrediction prediction{batch.ids[i], loaded_.version.id, {}, now};
            for (const ml::TopicScore& score : predicted[i]) {
                const domain::TopicId topic = topics_[std::size_t(score.topic)];
                const bool repeated =
                    std::any_of(prediction.scores.begin(), prediction.scores.end(),
                                [&](const domain::TopicScore& other) { return other.topic == topic; });
                if (topic.isValid() && !repeated && prediction.scores.size() < topicsKept) {
                    prediction.scores.push_back({topic, std::clamp(double(score.probability), 0.0, 1.0)});
                }
            }
            predictions.push_back(std::move(prediction));
        }
        return predictions;
    }

private:
    const ModelService::LoadedTopicModel& loaded_;
    std::vector<domain::TopicId> topics_;
};

class TagStep {
public:
    static constexpr auto task = domain::ModelTask::Tags;
    static constexpr int itemsAtOnce = videosAtOnce;

    TagStep(const ModelService::LoadedTagModel& loaded, ModelService::LoadedTags tags,
            const TagFeatures& features, const JobContext& context)
        : loaded_(loaded)
        , tags_(std::move(tags))
        , features_(features)
        , context_(context) {}

    std::vector<domain::TopicPrediction> operator()(const Batch& batch, Timestamp now) const {
        std::vector<ml::TagItem> items;
        for (std::size_t i = 0; i < batch.ids.size(); ++i) {
            ml::TagItem& item = items.emplace_back();
            item.text = batch.modelTexts[i];
            for (const FeatureSource& source : batch.media[i]) {
                auto read = features_.of(source, TagFeatures::For::Prediction, context_);
                if (read.ok()) {
                    TagFeatures::add(std::move(*read), item);
                } else if (read.error().isCancelled()) {
                    return {};
                }
            }
        }
        const auto predicted = loaded_.model->predict(items, *tags_.tags, topicsKept);
        std::vector<domain::TopicPrediction> predictions;
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            domain::TopicPrediction prediction{batch.ids[i], loaded_.version.id, {}, now};
            if (predicted[i].ok()) {
                const auto& weights = predicted[i]->weights;
                prediction.weights =
                    domain::ModalityWeights{double(weights[0]), double(weights[1]), double(weights[2])};
                for (const ml::TagScore& score : predicted[i]->tags) {
                    prediction.scores.push_back({tags_.topics[std::size_t(score.tag)],
                                                 std::clamp(double(score.probability), 0.0, 1.0)});
                }
            }
            predictions.push_back(std::move(prediction));
        }
        return predictions;
    }

private:
    const ModelService::LoadedTagModel& loaded_;
    ModelService::LoadedTags tags_;
    const TagFeatures& features_;
    const JobContext& context_;
};

template <domain::ModelTask modelTask> class QualityStep {
public:
    static constexpr auto task = modelTask;
    static constexpr int itemsAtOnce = videosAtOnce;

    QualityStep(const ModelService::LoadedQualityModel& loaded, const TagFeatures* features,
                const JobContext& context)
        : loaded_(loaded)
        , features_(features)
        , context_(context) {}

    std::vector<domain::QualityPrediction> operator()(const Batch& batch, Timestamp now) const {
        const ml::QualitySchema& schema = loaded_.model->schema();
        const ml::QualityParts parts = loaded_.model->reads();
        std::vector<ml::QualityItem> items;
        for (const domain::Content& content : batch.contents) {
            TrainingLine line = qualityLineOf(content, features_, context_, parts);
            std::vector<IngestProblem>
                unread; // Those media were said to be unreadable when they were imported.
            if (features_ && parts.imageText) {
                const Status read =
                    readMediaOf(line, *features_, TagFeatures::For::Prediction, unread, context_);
                if (!read.ok()) {
                    return {};
                }
            }
            items.push_back(qualityItemOf(line, schema, features_));
        }
        const auto predicted = loaded_.model->predict(items);
        std::vector<domain::QualityPrediction> predictions;
        for (std::size_t i = 0; i < predicted.size(); ++i) {
            domain::QualityPrediction& prediction = predictions.emplace_back();
            prediction.content = batch.ids[i];
            prediction.version = loaded_.version.id;
            prediction.at = now;
            for (std::size_t each = 0; each < schema.tasks.size(); ++each) {
                prediction.scores.push_back(
                    {QString::fromStdString(schema.tasks[each]), double(predicted[i][each])});
            }
            if (parts.imageText && (items[i].sentences.size() > 1 || items[i].pictures.places > 1)) {
                SeenParts seen = seenPartsOf(loaded_.model->evidence(items[i]), batch.texts[i]);
                prediction.sentences = std::move(seen.sentences);
                prediction.pictures = std::move(seen.pictures);
            }
        }
        return predictions;
    }

private:
    const ModelService::LoadedQualityModel& loaded_;
    const TagFeatures* features_;
    const JobContext& context_;
};

/// In small transactions, so that a person's decision never waits long for its turn.
template <class Predictions> Status save(storage::Library& library, const Predictions& predictions) {
    for (std::size_t begin = 0; begin < predictions.size(); begin += writeSize) {
        const std::size_t end = std::min(begin + writeSize, predictions.size());
        const Status saved = library.writeAndWait(
            [&](storage::Connection& connection) -> Status {
                storage::PredictionRepository repository(connection);
                for (std::size_t i = begin; i < end; ++i) {
                    if (Status one = repository.save(predictions[i]); !one.ok()) {
                        return one;
                    }
                }
                return {};
            },
            storage::Durability::Normal);
        if (!saved.ok()) {
            return saved;
        }
    }
    return {};
}

/// Everything that this version has not predicted, batch by batch: each is on the disk before the next
/// begins.
template <class Step>
Result<qint64> predictAll(storage::Library& library, const Clock& clock, domain::ModelVersionId version,
                          const Step& step, const QString& title, const JobContext& context) {
    storage::PredictionRepository predictions(library.reader());
    const auto count = storage::ContentRepository(library.reader()).count();
    const auto known = predictions.predicted(Step::task, version);
    if (!count.ok() || !known.ok()) {
        return count.ok() ? known.error() : count.error();
    }
    const qint64 total = std::max<qint64>(0, *count - *known);
    qint64 done = 0;
    for (domain::ContentId after;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        context.report(done, total, title);
        auto ids = predictions.pending(Step::task, version, after, Step::itemsAtOnce);
        if (!ids.ok()) {
            return ids.error();
        }
        if (ids->empty()) {
            return done;
        }
        after = ids->back();
        const auto batch = readBatch(library.reader(), std::move(*ids));
        if (!batch.ok()) {
            return batch.error();
        }
        if (const Status saved = save(library, step(*batch, clock.now())); !saved.ok()) {
            return saved.error();
        }
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        done += qint64(batch->ids.size());
    }
}

} // namespace

Result<qint64> Predict::predictWith(const ModelService::LoadedCategoryModel& loaded,
                                    const JobContext& context) {
    auto categories = categoriesOf(library_.reader(), *loaded.model);
    if (!categories.ok()) {
        return categories.error();
    }
    return predictAll(library_, clock_, loaded.version.id, CategoryStep(loaded, std::move(*categories)),
                      Text::tr("Predicting categories"), context);
}

Result<qint64> Predict::predictWith(const ModelService::LoadedTopicModel& loaded, const JobContext& context) {
    auto topics = topicsOf(library_.reader(), *loaded.model);
    if (!topics.ok()) {
        return topics.error();
    }
    return predictAll(library_, clock_, loaded.version.id, TopicStep(loaded, std::move(*topics)),
                      Text::tr("Predicting topics"), context);
}

Result<qint64> Predict::predictWith(const ModelService::LoadedTagModel& loaded, const JobContext& context) {
    if (!features_) {
        return qint64(0);
    }
    auto tags = models_.tagLibrary(loaded);
    if (!tags.ok()) {
        return tags.error();
    }
    return predictAll(library_, clock_, loaded.version.id,
                      TagStep(loaded, std::move(*tags), *features_, context),
                      Text::tr("Predicting tags of videos"), context);
}

Result<qint64> Predict::predictWith(const ModelService::LoadedQualityModel& loaded,
                                    const JobContext& context) {
    if (loaded.version.task == domain::ModelTask::Quality) {
        return predictAll(library_, clock_, loaded.version.id,
                          QualityStep<domain::ModelTask::Quality>(loaded, features_, context),
                          Text::tr("Predicting quality"), context);
    }
    return predictAll(library_, clock_, loaded.version.id,
                      QualityStep<domain::ModelTask::LowQuality>(loaded, features_, context),
                      Text::tr("Predicting low quality"), context);
}

Result<qint64> Predict::predictPending(const JobContext& context) {
    qint64 predicted = 0;
    std::optional<Error> firstMissing;
    bool any = false;
    const auto run = [&](const auto& loaded) -> Status {
        if (!loaded.ok()) {
            const bool missing = loaded.error().kind == Error::Kind::NotFound;
            firstMissing = firstMissing ? firstMissing : std::optional(loaded.error());
            return missing ? Status() : Status(loaded.error());
        }
        any = true;
        const auto done = predictWith(*loaded, context);
        predicted = done.ok() ? std::max(predicted, *done) : predicted;
        return done.ok() ? Status() : Status(done.error());
    };
    Status status = run(models_.categoryModel());
    status = status.ok() ? run(models_.topicModel()) : status;
    status = status.ok() ? run(models_.tagModel()) : status;
    for (const domain::ModelTask task : {domain::ModelTask::Quality, domain::ModelTask::LowQuality}) {
        status = status.ok() ? run(models_.qualityModel(task)) : status;
    }
    if (!status.ok()) {
        return status.error();
    }
    return any ? Result(predicted) : Result<qint64>(*firstMissing);
}

Result<std::vector<domain::TextEvidence>> Predict::explain(domain::ContentId id, const QString& category) {
    const auto loaded = models_.categoryModel();
    if (!loaded.ok()) {
        return loaded.error();
    }
    const int label = loaded->model->indexOf(category.toStdString());
    if (label < 0) {
        return std::vector<domain::TextEvidence>();
    }
    const auto content = storage::ContentRepository(library_.reader()).find(id);
    if (!content.ok()) {
        return content.error();
    }
    const ItemText text = textOf(*content);
    return toTextEvidence(loaded->model->explain(modelText(text), label, spansKept), text);
}

} // namespace moderato::usecases
