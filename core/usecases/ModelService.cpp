#include "core/usecases/ModelService.h"

#include "core/base/Log.h"
#include "core/ml/category/CategoryModel.h"
#include "core/ml/quality/QualityModel.h"
#include "core/ml/tags/TagModel.h"
#include "core/ml/topics/TopicModel.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/Library.h"
#include "core/storage/ModelRepository.h"
#include "core/storage/ReaderRepository.h"
#include "core/storage/TopicRepository.h"
#include "core/usecases/DefaultTaxonomy.h"
#include "core/usecases/ModelFigures.h"
#include "core/usecases/ResourceFolder.h"

#include <QCoreApplication>
#include <QDir>

#include <array>

namespace moderato::usecases {

using domain::ModelTask;
using domain::ModelVersion;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ModelService)
};

/// Tasks that a model is shipped for.
constexpr std::array shippedTasks{ModelTask::Category, ModelTask::Topics, ModelTask::LowQuality};

QString defaultName(ModelTask task) {
    return toCode(task) + QStringLiteral("-default");
}
QString defaultFolder(ModelTask task) {
    return resourceFolder() + QStringLiteral("/models/") + defaultName(task);
}

/// Where a version's files are now: a library may have been moved, and the shipped models move with the
/// program.
QString folderOf(const ModelVersion& version, const storage::Library& library) {
    if (version.name == defaultName(version.task)) {
        return defaultFolder(version.task);
    }
    const QString inLibrary = library.modelsFolder() + QLatin1Char('/') + QDir(version.folder).dirName();
    return QDir(version.folder).exists() ? version.folder : inLibrary;
}

Status saveTaxonomy(storage::Connection& connection, const std::vector<domain::Category>& categories,
                    const std::vector<domain::ExpressionSet>& sets) {
    storage::CategoryRepository repository(connection);
    for (const domain::Category& category : categories) {
        if (const auto saved = repository.save(category); !saved.ok()) {
            return saved.error();
        }
    }
    for (const domain::ExpressionSet& set : sets) {
        if (const Status saved = storage::ReaderRepository(connection).saveSet(set); !saved.ok()) {
            return saved;
        }
    }
    return {};
}

/// Categories that a model knows and the library does not.
Status ensureCategories(storage::Connection& connection, const std::vector<std::string>& labels) {
    storage::CategoryRepository repository(connection);
    const auto all = repository.all(true);
    if (!all.ok()) {
        return all.error();
    }
    int position = int(all->size());
    for (const std::string& label : labels) {
        const QString code = QString::fromStdString(label);
        const auto known = repository.byCode(code);
        if (!known.ok()) {
            return known.error();
        }
        if (*known) {
            continue;
        }
        domain::Category category;
        category.code = code;
        category.nameEn = code;
        category.position = position++;
        if (const auto saved = repository.save(category); !saved.ok()) {
            return saved.error();
        }
    }
    return {};
}

Status ensureTopics(storage::Connection& connection, const std::vector<std::string>& topics, Timestamp now) {
    storage::TopicRepository repository(connection);
    for (const std::string& topic : topics) {
        if (const auto id = repository.findOrCreate(QString::fromStdString(topic), now); !id.ok()) {
            return id.error();
        }
    }
    return {};
}

} // namespace

struct ModelService::Loaded {
    std::optional<LoadedCategoryModel> category;
    std::optional<LoadedTopicModel> topics;
    std::optional<LoadedTagModel> tags;
    std::optional<LoadedQualityModel> quality, lowQuality;
    std::shared_ptr<const ml::TagLibrary> tagLibrary; ///< By `tags`.
};

ModelService::ModelService(storage::Library& library, const Clock& clock)
    : library_(library)
    , clock_(clock)
    , loaded_(std::make_unique<Loaded>()) {
    qRegisterMetaType<moderato::domain::ModelTask>();
}

ModelService::~ModelService() = default;

Status ModelService::registerDefaults() {
    const auto known = storage::CategoryRepository(library_.reader()).all(true);
    if (!known.ok()) {
        return known.error();
    }
    if (known->empty()) {
        const auto categories = defaultCategories(resourceFolder());
        const auto sets = defaultExpressionSets(resourceFolder());
        if (!categories.ok() || !sets.ok()) {
            return categories.ok() ? sets.error() : categories.error();
        }
        const Status saved = library_.writeAndWait(
            [&](storage::Connection& connection) { return saveTaxonomy(connection, *categories, *sets); });
        if (!saved.ok()) {
            return saved;
        }
    }
    for (const ModelTask task : shippedTasks) {
        if (const Status registered = registerDefault(task); !registered.ok()) {
            // A library without its shipped model is still of use: models can be trained and files imported.
            qCWarning(log).noquote() << registered.error().message << registered.error().detail;
        }
    }
    return {};
}

Status ModelService::registerDefault(ModelTask task) {
    const auto known = storage::ModelRepository(library_.reader()).byName(defaultName(task));
    if (!known.ok()) {
        return known.error();
    }
    if (*known || !QDir(defaultFolder(task)).exists()) {
        return {};
    }
    const auto manifest = ml::loadManifest(defaultFolder(task));
    if (!manifest.ok()) {
        return manifest.error();
    }
    ModelVersion version;
    version.task = task;
    version.name = defaultName(task);
    version.folder = defaultFolder(task);
    version.dataSetHash = QByteArray::fromStdString(manifest->dataSetSha256);
    version.seed = qint64(manifest->seed);
    version.examples = qint64(manifest->examples);
    version.metrics = toJson(manifest->metrics);
    version.createdAt = clock_.now();
    const auto added = library_.writeAndWait(
        [&](storage::Connection& connection) { return storage::ModelRepository(connection).add(version); });
    if (!added.ok()) {
        return added.error();
    }
    const auto serving = inService(task);
    return serving.ok() && *serving ? Status() : promote(version.name);
}

Result<std::vector<ModelVersion>> ModelService::versions() const {
    return storage::ModelRepository(library_.reader()).all();
}

Result<std::optional<ModelVersion>> ModelService::inService(ModelTask task) const {
    return storage::ModelRepository(library_.reader()).inService(task);
}

Result<ModelVersion> ModelService::find(const QString& name) const {
    const auto version = storage::ModelRepository(library_.reader()).byName(name);
    if (!version.ok()) {
        return version.error();
    }
    if (!*version) {
        return Error::notFound(
            Text::tr("There is no model version “%1”; “moderato models list” shows those there are.")
                .arg(name));
    }
    return **version;
}

Result<ModelVersion> ModelService::find(domain::ModelVersionId id) const {
    return storage::ModelRepository(library_.reader()).find(id);
}

QString ModelService::folder(const ModelVersion& version) const {
    return folderOf(version, library_);
}

Result<ModelService::LoadedCategoryModel> ModelService::loadCategoryModel(const ModelVersion& version) const {
    auto model = ml::CategoryModel::load(folderOf(version, library_));
    return model.ok() ? Result<LoadedCategoryModel>({version, std::move(*model)}) : model.error();
}

Result<ModelService::LoadedTopicModel> ModelService::loadTopicModel(const ModelVersion& version) const {
    auto model = ml::TopicModel::load(folderOf(version, library_));
    return model.ok() ? Result<LoadedTopicModel>({version, std::move(*model)}) : model.error();
}

Result<ModelService::LoadedTagModel> ModelService::loadTagModel(const ModelVersion& version) const {
    auto model = ml::TagModel::load(folderOf(version, library_));
    return model.ok() ? Result<LoadedTagModel>({version, std::move(*model)}) : model.error();
}

Result<ModelService::LoadedQualityModel> ModelService::loadQualityModel(const ModelVersion& version) const {
    auto model = ml::QualityModel::load(folderOf(version, library_));
    return model.ok() ? Result<LoadedQualityModel>({version, std::move(*model)}) : model.error();
}

Result<ModelService::LoadedTags> ModelService::tagLibrary(const LoadedTagModel& loaded) {
    const auto topics = storage::TopicRepository(library_.reader()).all();
    if (!topics.ok()) {
        return topics.error();
    }
    LoadedTags result;
    std::vector<std::string> names;
    for (const domain::Topic& topic : *topics) {
        names.push_back(topic.name.toStdString());
        result.topics.push_back(topic.id);
    }
    std::shared_ptr<const ml::TagLibrary> known;
    const auto inService = [&] { return loaded_->tags && loaded_->tags->model == loaded.model; };
    {
        const std::lock_guard lock(mutex_);
        known = inService() ? loaded_->tagLibrary : nullptr;
    }
    result.tags =
        known && known->names() == names ? known : loaded.model->library(std::move(names), known.get());
    const std::lock_guard lock(mutex_);
    if (inService()) {
        loaded_->tagLibrary = result.tags;
    }
    return result;
}

Status ModelService::makeLabelsKnown(const LoadedCategoryModel& loaded) {
    return library_.writeAndWait([&](storage::Connection& connection) {
        return ensureCategories(connection, loaded.model->labels());
    });
}

Status ModelService::makeLabelsKnown(const LoadedTopicModel& loaded) {
    return library_.writeAndWait([&, now = clock_.now()](storage::Connection& connection) {
        return ensureTopics(connection, loaded.model->topics(), now);
    });
}

Status ModelService::makeLabelsKnown(const LoadedTagModel& loaded) {
    return library_.writeAndWait([&, now = clock_.now()](storage::Connection& connection) {
        return ensureTopics(connection, loaded.model->trained()->names(), now);
    });
}

Status ModelService::promote(const QString& name) {
    const auto version = find(name);
    if (!version.ok()) {
        return version.error();
    }
    // Whatever goes into service can be loaded: its files are checked against the manifest.
    const auto check = [this](const auto& loaded) {
        return loaded.ok() ? makeLabelsKnown(*loaded) : Status(loaded.error());
    };
    const Status fits = version->task == ModelTask::Category ? check(loadCategoryModel(*version))
                        : version->task == ModelTask::Topics ? check(loadTopicModel(*version))
                        : version->task == ModelTask::Tags   ? check(loadTagModel(*version))
                                                             : check(loadQualityModel(*version));
    if (!fits.ok()) {
        return fits;
    }
    const Status promoted = library_.writeAndWait([&, now = clock_.now()](storage::Connection& connection) {
        return storage::ModelRepository(connection).promote(version->id, now);
    });
    if (promoted.ok()) {
        forgetLoaded(version->task);
        Q_EMIT changed(version->task);
    }
    return promoted;
}

Result<ModelVersion> ModelService::rollBack(ModelTask task) {
    auto version = library_.writeAndWait([task, now = clock_.now()](storage::Connection& connection) {
        return storage::ModelRepository(connection).rollBack(task, now);
    });
    if (version.ok()) {
        forgetLoaded(task);
        Q_EMIT changed(task);
    }
    return version;
}

void ModelService::forgetLoaded(ModelTask task) {
    const std::lock_guard lock(mutex_);
    switch (task) {
    case ModelTask::Category:
        return loaded_->category.reset();
    case ModelTask::Topics:
        return loaded_->topics.reset();
    case ModelTask::Tags:
        loaded_->tags.reset();
        return loaded_->tagLibrary.reset();
    case ModelTask::Quality:
        return loaded_->quality.reset();
    case ModelTask::LowQuality:
        return loaded_->lowQuality.reset();
    }
}

Result<ModelVersion> ModelService::serving(ModelTask task) const {
    const auto version = inService(task);
    if (!version.ok()) {
        return version.error();
    }
    if (!*version) {
        return Error::notFound(
            task == ModelTask::Category
                ? Text::tr("No category model is in service; train one or promote a version.")
            : task == ModelTask::Topics
                ? Text::tr("No topic model is in service; train one or promote a version.")
            : task == ModelTask::Tags
                ? Text::tr("No tag model for videos is in service; train one or promote a version.")
            : task == ModelTask::Quality
                ? Text::tr("No quality model is in service; train one or promote a version.")
                : Text::tr("No model for low quality is in service; train one or promote a version."));
    }
    return **version;
}

Result<ModelService::LoadedCategoryModel> ModelService::categoryModel() {
    const auto version = serving(ModelTask::Category);
    if (!version.ok()) {
        return version.error();
    }
    const std::lock_guard lock(mutex_);
    if (!loaded_->category || loaded_->category->version.id != version->id) {
        auto loaded = loadCategoryModel(*version);
        if (!loaded.ok()) {
            return loaded;
        }
        loaded_->category = *loaded;
    }
    return *loaded_->category;
}

Result<ModelService::LoadedTopicModel> ModelService::topicModel() {
    const auto version = serving(ModelTask::Topics);
    if (!version.ok()) {
        return version.error();
    }
    const std::lock_guard lock(mutex_);
    if (!loaded_->topics || loaded_->topics->version.id != version->id) {
        auto loaded = loadTopicModel(*version);
        if (!loaded.ok()) {
            return loaded;
        }
        loaded_->topics = *loaded;
    }
    return *loaded_->topics;
}

Result<ModelService::LoadedTagModel> ModelService::tagModel() {
    const auto version = serving(ModelTask::Tags);
    if (!version.ok()) {
        return version.error();
    }
    const std::lock_guard lock(mutex_);
    if (!loaded_->tags || loaded_->tags->version.id != version->id) {
        auto loaded = loadTagModel(*version);
        if (!loaded.ok()) {
            return loaded;
        }
        loaded_->tags = *loaded;
        loaded_->tagLibrary.reset();
    }
    return *loaded_->tags;
}

Result<ModelService::LoadedQualityModel> ModelService::qualityModel(ModelTask task) {
    const auto version = serving(task);
    if (!version.ok()) {
        return version.error();
    }
    const std::lock_guard lock(mutex_);
    std::optional<LoadedQualityModel>& kept =
        task == ModelTask::Quality ? loaded_->quality : loaded_->lowQuality;
    if (!kept || kept->version.id != version->id) {
        auto loaded = loadQualityModel(*version);
        if (!loaded.ok()) {
            return loaded;
        }
        kept = *loaded;
    }
    return *kept;
}

} // namespace moderato::usecases
