#include "core/usecases/TagDataSet.h"

#include "core/ml/TrainingSettings.h"
#include "core/ml/tags/TitleTags.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/TopicRepository.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/DataSetBuilder.h"
#include "core/usecases/ModelFigures.h"
#include "core/usecases/ModelText.h"

#include <QCoreApplication>
#include <QSet>

#include <optional>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TagDataSet)
};

constexpr double earlyStopShare = 0.1;
constexpr int titledAtOnce = 500;

Error nothingToLearn() {
    return Error::invalid(
        Text::tr("There is no video or picture with topics to learn from yet: give some of them "
                 "their topics first, or name a file."));
}

/// The library's topics that a title names (S2.8).
class TopicsOfTitles {
public:
    static Result<TopicsOfTitles> read(storage::Library& library) {
        const auto topics = storage::TopicRepository(library.reader()).all();
        if (!topics.ok()) {
            return topics.error();
        }
        std::vector<std::string> names;
        for (const domain::Topic& topic : *topics) {
            names.push_back(topic.name.toStdString());
        }
        return TopicsOfTitles(std::move(names));
    }

    QStringList of(const QString& title) const {
        QStringList result;
        for (const int tag : titles_.in(title.toStdString())) {
            result << QString::fromStdString(names_[std::size_t(tag)]);
        }
        return result;
    }

private:
    explicit TopicsOfTitles(std::vector<std::string> names)
        : names_(std::move(names))
        , titles_(names_) {}

    std::vector<std::string> names_;
    ml::TitleTags titles_;
};

/// The items that are not among `decided`, with the topics of their titles.
Status addTitled(storage::Library& library, const TagFeatures& features,
                 const QSet<domain::ContentId>& decided, std::vector<IngestProblem>& problems,
                 TrainingFileWriter& writer, const JobContext& context) {
    const auto topics = TopicsOfTitles::read(library);
    if (!topics.ok()) {
        return topics.error();
    }
    storage::ContentRepository contents(library.reader());
    const auto count = contents.count();
    if (!count.ok()) {
        return count.error();
    }
    qint64 done = 0;
    for (domain::ContentId after;;) {
        const auto ids = contents.idsAfter(after, titledAtOnce);
        if (!ids.ok() || ids->empty()) {
            return ids.ok() ? Status() : Status(ids.error());
        }
        after = ids->back();
        const auto batch = contents.findAll(*ids);
        if (!batch.ok()) {
            return batch.error();
        }
        for (const domain::Content& content : *batch) {
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            context.report(done++, *count, Text::tr("Reading topics from titles"));
            TrainingLine line = lineOf(content);
            if (decided.contains(content.id) || line.media.empty() ||
                (line.topics = topics->of(line.title)).isEmpty()) {
                continue;
            }
            Status added = readMediaOf(line, features, TagFeatures::For::Training, problems, context);
            if (added.ok()) {
                added = writer.add(line);
            }
            if (!added.ok()) {
                return added;
            }
        }
    }
}

} // namespace

Status readMediaOf(TrainingLine& line, const TagFeatures& features, TagFeatures::For purpose,
                   std::vector<IngestProblem>& problems, const JobContext& context) {
    std::vector<FeatureSource> read;
    for (FeatureSource& source : line.media) {
        const Status ensured = features.ensure(source, purpose, context);
        if (ensured.ok()) {
            read.push_back(std::move(source));
        } else if (ensured.error().isCancelled()) {
            return ensured;
        } else {
            problems.push_back({source.path, 0, ensured.error().message});
        }
    }
    line.media = std::move(read);
    return {};
}

Result<FrozenDataSet> freezeTagDecisions(storage::Library& library, const TagFeatures& features,
                                         double heldOutShare, bool fromTitles,
                                         std::vector<IngestProblem>& problems, const JobContext& context) {
    const auto summary = storage::TrainingRepository(library.reader()).summary(domain::ModelTask::Tags, {});
    if (!summary.ok()) {
        return summary.error();
    }
    auto writer = TrainingFileWriter::open(dataSetFolder(library));
    if (!writer.ok()) {
        return writer.error();
    }
    const double share = summary->records < fewestToHoldOut ? 0 : heldOutShare;
    qint64 done = 0;
    QSet<domain::ContentId> decided;
    Status read = readDecisions(
        library, domain::ModelTask::Tags, share,
        [&](const TrainingLine& given) -> Status {
            context.report(done++, summary->records, Text::tr("Reading frames and sound"));
            TrainingLine line = given;
            decided.insert(line.content);
            if (context.isCancelled()) {
                return Error::cancelled();
            }
            if (line.topics.isEmpty() || line.media.empty()) {
                return {};
            }
            const Status seen = readMediaOf(line, features, TagFeatures::For::Training, problems, context);
            return seen.ok() ? (*writer)->add(line) : seen;
        },
        context);
    if (read.ok() && fromTitles) {
        read = addTitled(library, features, decided, problems, **writer, context);
    }
    if (!read.ok()) {
        return read.error();
    }
    auto frozen = (*writer)->finish();
    return frozen.ok() && frozen->examples == 0 ? nothingToLearn() : frozen;
}

Result<FrozenDataSet> freezeTagFile(storage::Library& library, const TagFeatures& features,
                                    const QString& path, bool fromTitles,
                                    std::vector<IngestProblem>& problems, const JobContext& context) {
    std::optional<TopicsOfTitles> titles;
    if (fromTitles) {
        auto topics = TopicsOfTitles::read(library);
        if (!topics.ok()) {
            return topics.error();
        }
        titles = std::move(*topics);
    }
    auto writer = TrainingFileWriter::open(dataSetFolder(library));
    if (!writer.ok()) {
        return writer.error();
    }
    Status written;
    std::vector<IngestProblem> unread; // Apart: those of reading the file leave the media out.
    const Status read = readDataFile(
        library, path, problems,
        [&](DataFileItem item) {
            context.report(item.number, 0, Text::tr("Reading frames and sound"));
            if (item.line.topics.isEmpty() && titles) {
                item.line.topics = titles->of(item.line.title);
            }
            if (item.line.topics.isEmpty()) {
                return true;
            }
            if (!item.mediaProblem.isEmpty()) {
                unread.push_back({path, item.number, item.mediaProblem});
            }
            written = readMediaOf(item.line, features, TagFeatures::For::Training, unread, context);
            if (written.ok()) {
                written = (*writer)->add(item.line);
            }
            return written.ok();
        },
        context);
    if (!read.ok() || !written.ok()) {
        return read.ok() ? written.error() : read.error();
    }
    problems.insert(problems.end(), unread.begin(), unread.end());
    auto frozen = (*writer)->finish();
    return frozen.ok() && frozen->examples == 0
               ? Error::invalid(Text::tr("No item of %1 has topics, so there is nothing to learn.").arg(path))
               : frozen;
}

ml::TagItem tagItemOf(const TrainingLine& line, const TagFeatures& features, TagFeatures::For purpose) {
    ml::TagItem item;
    item.text = modelText(line);
    for (const FeatureSource& source : line.media) {
        if (auto kept = features.kept(source.sha256, purpose)) {
            TagFeatures::add(std::move(*kept), item);
        }
    }
    return item;
}

ml::TagExample tagExampleOf(const TrainingLine& line, const TagFeatures& features, TagFeatures::For purpose) {
    ml::TagExample example{.item = tagItemOf(line, features, purpose), .tags = {}};
    for (const QString& topic : line.topics) {
        example.tags.push_back(topic.toStdString());
    }
    return example;
}

Result<TrainingResult> trainTagModel(const TrainingJob& job, const std::vector<TrainingLine>& lines,
                                     const JobContext& context, const TrainRun::OnRound& onRound) {
    const TagFeatures features(job.cacheFolder, nullptr);
    std::vector<ml::TagExample> learned, heldOut;
    for (const TrainingLine& line : lines) {
        (line.heldOut ? heldOut : learned)
            .push_back(tagExampleOf(
                line, features, line.heldOut ? TagFeatures::For::Prediction : TagFeatures::For::Training));
    }
    ml::TagTrainingOptions options;
    options.heldOutShare = earlyStopShare;
    if (const Status set = ml::TrainingSettings(options).apply(settingsOf(job)); !set.ok()) {
        return set.error();
    }
    options.seed = job.seed;
    options.imageFolder = job.imageFolder.toStdString();
    if (!job.startFrom.isEmpty()) {
        auto model = ml::TagModel::load(job.startFrom);
        if (!model.ok()) {
            return model.error();
        }
        options.startFrom = std::move(*model);
    }
    const auto trained = ml::trainTags(learned, options, context, relay(onRound));
    if (!trained.ok()) {
        return trained.error();
    }
    if (const Status saved = trained->save(job.outputFolder, manifestExtras(job)); !saved.ok()) {
        return saved.error();
    }
    TrainingResult result;
    result.examples = qint64(learned.size());
    result.metrics =
        toJson(heldOut.empty() ? trained->report.metrics
                               : ml::evaluateTags(*trained->model, *trained->model->trained(), heldOut));
    return result;
}

} // namespace moderato::usecases
