#include "core/usecases/DataSetBuilder.h"

#include "core/interchange/ContentReader.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/storage/TrainingRepository.h"
#include "core/usecases/CategorySpellings.h"
#include "core/usecases/ModelText.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace moderato::usecases {

using domain::ModelTask;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(DataSetBuilder)
};

constexpr int batchSize = 1000;

bool hasAnswer(const TrainingLine& line, ModelTask task) {
    return task == ModelTask::Category ? !line.category.isEmpty() : !line.topics.isEmpty();
}

Status freezeBatch(storage::Connection& reader, const std::vector<domain::TrainingRecord>& records,
                   double heldOutShare, const std::function<Status(const TrainingLine&)>& onLine) {
    std::vector<domain::ContentId> ids;
    QHash<domain::ContentId, const domain::TrainingRecord*> byContent;
    for (const domain::TrainingRecord& record : records) {
        ids.push_back(record.content);
        byContent.insert(record.content, &record);
    }
    const auto contents = storage::ContentRepository(reader).findAll(ids);
    if (!contents.ok()) {
        return contents.error();
    }
    for (const domain::Content& content : *contents) {
        const domain::TrainingRecord& record = *byContent.value(content.id);
        TrainingLine line = lineOf(content);
        line.category = record.category;
        line.topics = record.topics;
        line.heldOut = isHeldOut(content.fingerprint, heldOutShare);
        if (Status taken = onLine(line); !taken.ok()) {
            return taken;
        }
    }
    return {};
}

} // namespace

TrainingLine lineOf(const domain::Content& content) {
    const ItemText text = textOf(content);
    TrainingLine line;
    line.content = content.id;
    line.title = text.title;
    line.body = text.body;
    line.media = featureSourcesOf(content);
    return line;
}

QString dataSetFolder(const storage::Library& library) {
    return library.folder() + QStringLiteral("/datasets");
}

Status readDecisions(storage::Library& library, ModelTask task, double heldOutShare,
                     const std::function<Status(const TrainingLine&)>& onLine, const JobContext& context) {
    storage::TrainingRepository training(library.reader());
    for (domain::ContentId after;;) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        const auto records = training.current(task, after, batchSize);
        if (!records.ok()) {
            return records.error();
        }
        if (records->empty()) {
            return {};
        }
        after = records->back().content;
        if (Status frozen = freezeBatch(library.reader(), *records, heldOutShare, onLine); !frozen.ok()) {
            return frozen;
        }
    }
}

Result<FrozenDataSet> freezeDecisions(storage::Library& library, ModelTask task, double heldOutShare,
                                      const JobContext& context) {
    const auto summary = storage::TrainingRepository(library.reader()).summary(task, {});
    if (!summary.ok()) {
        return summary.error();
    }
    if (summary->records == 0) {
        return Error::invalid(task == ModelTask::Category
                                  ? Text::tr("There is nothing to learn from yet: confirm or correct some "
                                             "items first, or name a file.")
                                  : Text::tr("There is nothing to learn from yet: give some items their "
                                             "topics first, or name a file."));
    }
    auto writer = TrainingFileWriter::open(dataSetFolder(library));
    if (!writer.ok()) {
        return writer.error();
    }
    const double share = summary->records < fewestToHoldOut ? 0 : heldOutShare;
    const Status read = readDecisions(
        library, task, share,
        [&](TrainingLine line) {
            line.media.clear(); // Models of text do not read them.
            return (*writer)->add(line);
        },
        context);
    return read.ok() ? (*writer)->finish() : Result<FrozenDataSet>(read.error());
}

Status readDataFile(storage::Library& library, const QString& path, std::vector<IngestProblem>& problems,
                    const std::function<bool(DataFileItem)>& onItem, const JobContext& context) {
    const auto spellings = CategorySpellings::read(library.reader());
    if (!spellings.ok()) {
        return spellings.error();
    }
    qint64 number = 0;
    QStringList mediaProblems;
    const auto read = interchange::readContent(
        {path}, {},
        [&](interchange::ReadItem item) {
            if (const auto* problem = std::get_if<interchange::ReadProblem>(&item)) {
                problems.push_back({problem->file, problem->line, problem->reason});
                return true;
            }
            const auto& content = std::get<domain::Content>(item);
            if (!content.mediaProblem.isEmpty()) {
                mediaProblems << content.mediaProblem;
            }
            TrainingLine line = lineOf(content);
            line.topics = content.givenTopics;
            line.category = spellings->codeOf(content.givenCategory);
            if (line.category.isEmpty()) {
                line.category = domain::categoryCode(content.givenCategory);
            }
            return onItem({content.externalId, ++number, std::move(line),
                           content.kind != domain::ContentKind::Article, &content, content.mediaProblem});
        },
        context);
    // Models of text do not miss the media.
    std::erase_if(problems, [&](const IngestProblem& problem) {
        return std::any_of(mediaProblems.begin(), mediaProblems.end(),
                           [&](const QString& media) { return problem.reason.contains(media); });
    });
    return read.ok() ? Status() : Status(read.error());
}

Result<FrozenDataSet> freezeFile(storage::Library& library, ModelTask task, const QString& path,
                                 std::vector<IngestProblem>& problems, const JobContext& context) {
    auto writer = TrainingFileWriter::open(dataSetFolder(library));
    if (!writer.ok()) {
        return writer.error();
    }
    Status written;
    qint64 without = 0;
    const Status read = readDataFile(
        library, path, problems,
        [&](DataFileItem item) {
            if (!hasAnswer(item.line, task)) {
                ++without;
                return true;
            }
            item.line.media.clear();
            written = (*writer)->add(item.line);
            return written.ok();
        },
        context);
    if (!read.ok() || !written.ok()) {
        return read.ok() ? written.error() : read.error();
    }
    auto frozen = (*writer)->finish();
    if (frozen.ok() && frozen->examples == 0) {
        return Error::invalid(
            task == ModelTask::Category
                ? Text::tr("No item of %1 has a category, so there is nothing to learn.").arg(path)
                : Text::tr("No item of %1 has topics, so there is nothing to learn.").arg(path));
    }
    if (without > 0) {
        problems.push_back({path, 0,
                            Text::tr("%n item(s) do not say what is to be learned and were left out.",
                                     nullptr, int(without))});
    }
    return frozen;
}

} // namespace moderato::usecases
