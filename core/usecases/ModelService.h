#pragma once

#include "core/base/Clock.h"
#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/domain/ModelVersion.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace moderato::storage {
class Library;
}
namespace moderato::ml {
class CategoryModel;
class TopicModel;
class TagLibrary;
class QualityModel;
class TagModel;
} // namespace moderato::ml

namespace moderato::usecases {

/// Which model version is in service for each task, loaded once and shared read-only by all who predict. A
/// version that is promoted replaces the one before it as a whole; predictions that run go on with the model
/// they began with. Thread-safe.
class ModelService : public QObject {
    Q_OBJECT
public:
    ModelService(storage::Library& library, const Clock& clock);
    ~ModelService() override;

    /// Registers the shipped default models (and categories, expression sets) in a new library.
    Status registerDefaults();

    Result<std::vector<domain::ModelVersion>> versions() const;
    Result<std::optional<domain::ModelVersion>> inService(domain::ModelTask task) const;
    /// By name ("category-3").
    Result<domain::ModelVersion> find(const QString& name) const;
    Result<domain::ModelVersion> find(domain::ModelVersionId id) const;

    /// Puts a version into service; its files are checked against the manifest before.
    Status promote(const QString& name);
    /// Back to the version that was in service before. → the version now in service
    Result<domain::ModelVersion> rollBack(domain::ModelTask task);

    struct LoadedCategoryModel {
        domain::ModelVersion version;
        std::shared_ptr<const ml::CategoryModel> model;
    };
    struct LoadedTopicModel {
        domain::ModelVersion version;
        std::shared_ptr<const ml::TopicModel> model;
    };
    struct LoadedTagModel {
        domain::ModelVersion version;
        std::shared_ptr<const ml::TagModel> model;
    };
    struct LoadedQualityModel {
        domain::ModelVersion version;
        std::shared_ptr<const ml::QualityModel> model;
    };
    /// NotFound where no version is in service.
    Result<LoadedCategoryModel> categoryModel();
    Result<LoadedTopicModel> topicModel();
    Result<LoadedTagModel> tagModel();
    /// Of quality or low quality.
    Result<LoadedQualityModel> qualityModel(domain::ModelTask task);
    /// The library's topics that are not retired, with their vectors by that version, and which topic each is
    /// (S2.9). What the version in service has encoded once is kept.
    struct LoadedTags {
        std::shared_ptr<const ml::TagLibrary> tags;
        std::vector<domain::TopicId> topics;
    };
    Result<LoadedTags> tagLibrary(const LoadedTagModel& loaded);

    /// Any version, in service or not: for comparison and evaluation. Nothing is kept.
    Result<LoadedCategoryModel> loadCategoryModel(const domain::ModelVersion& version) const;
    Result<LoadedTopicModel> loadTopicModel(const domain::ModelVersion& version) const;
    Result<LoadedTagModel> loadTagModel(const domain::ModelVersion& version) const;
    Result<LoadedQualityModel> loadQualityModel(const domain::ModelVersion& version) const;
    /// Where a version's files are now, wherever the library and the program were moved to.
    QString folder(const domain::ModelVersion& version) const;
    /// Creates the categories or topics that a model predicts and the library does not have.
    Status makeLabelsKnown(const LoadedCategoryModel& loaded);
    Status makeLabelsKnown(const LoadedTopicModel& loaded);
    Status makeLabelsKnown(const LoadedTagModel& loaded);
    Status makeLabelsKnown(const LoadedQualityModel&) {
        return {};
    } ///< Its tasks are no rows of the library.

Q_SIGNALS:
    /// Another version is in service now (emitted on the thread that did it).
    void changed(moderato::domain::ModelTask task);

private:
    struct Loaded;
    Status registerDefault(domain::ModelTask task);
    Result<domain::ModelVersion> serving(domain::ModelTask task) const;
    void forgetLoaded(domain::ModelTask task);

    storage::Library& library_;
    const Clock& clock_;
    std::mutex mutex_;
    std::unique_ptr<Loaded> loaded_;
};

} // namespace moderato::usecases
