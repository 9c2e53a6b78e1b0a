#include "core/usecases/ItemAnalysis.h"

#include "core/base/Hash.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/DuplicateRepository.h"
#include "core/storage/Library.h"
#include "core/storage/MediaFileRepository.h"
#include "core/usecases/ItemTraits.h"
#include "core/usecases/MediaExtractor.h"
#include "core/usecases/ModelText.h"
#include "core/usecases/TimelineCache.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace moderato::usecases {

using domain::Content;
using domain::ContentId;
using storage::AnalysisRepository;
using storage::Connection;
using storage::Durability;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ItemAnalysis)
};

/// What an article says, as it is compared.
features::MinHash sketchOf(const Content& content) {
    const ItemText text = textOf(content);
    return features::minHash(text.title + QLatin1Char('\n') + text.body);
}

/// What the item was compared by before is gone: it is compared anew.
Status saveSketch(Connection& connection, ContentId id, const features::MinHash& sketch) {
    storage::DuplicateRepository duplicates(connection);
    const auto old = duplicates.sketch(id);
    if (!old.ok()) {
        return old.error();
    }
    if (*old) {
        if (const auto known = sketchFrom(**old)) {
            if (Status removed = duplicates.removeBands(id, features::bands(*known)); !removed.ok()) {
                return removed;
            }
        }
    }
    return duplicates.saveSketch(id, toStored(sketch));
}

} // namespace

Status ItemAnalysis::analyze(const std::vector<AnalysisRepository::Job>& jobs, const JobContext& context) {
    if (jobs.front().hasMedia) {
        return analyzeItem(jobs.front().content, context);
    }
    return sketchTexts(jobs, context);
}

Status ItemAnalysis::sketchTexts(const std::vector<AnalysisRepository::Job>& jobs,
                                 const JobContext& context) {
    std::vector<ContentId> ids;
    for (const AnalysisRepository::Job& job : jobs) {
        ids.push_back(job.content);
    }
    const auto contents = storage::ContentRepository(library_.reader()).findAll(ids);
    if (!contents.ok()) {
        return contents.error();
    }
    std::vector<std::pair<ContentId, features::MinHash>> sketches;
    for (const Content& content : *contents) {
        if (context.isCancelled()) {
            return Error::cancelled();
        }
        sketches.emplace_back(content.id, sketchOf(content));
    }
    return library_.writeAndWait(
        [&](Connection& connection) -> Status {
            for (const auto& [id, sketch] : sketches) {
                if (Status saved = saveSketch(connection, id, sketch); !saved.ok()) {
                    return saved;
                }
                if (Status forgotten = storage::DuplicateRepository(connection).forget(id); !forgotten.ok()) {
                    return forgotten;
                }
                if (Status done = AnalysisRepository(connection).finish(id, {}, clock_.now()); !done.ok()) {
                    return done;
                }
            }
            return {};
        },
        Durability::Normal);
}

Result<qint64> ItemAnalysis::analyzeFile(domain::MediaFile file, QStringList& problems,
                                         const JobContext& context) {
    if (!QFileInfo::exists(file.path)) {
        return Error::notFound(Text::tr("The file “%1” is not there any more. Bring it back, or import the "
                                        "item again.")
                                   .arg(file.path));
    }
    if (file.sha256.isEmpty()) {
        const auto sum = sha256OfFile(file.path);
        if (!sum.ok()) {
            return sum.error();
        }
        file.sha256 = *sum;
    } else if (QFileInfo(file.path).size() != file.bytes) {
        return Error::invalid(
            Text::tr("The file “%1” was changed since it was imported. Import it again.").arg(file.path));
    }
    const auto known = storage::MediaFileRepository(library_.reader()).find(file.sha256, extractorVersion);
    if (!known.ok()) {
        return known.error();
    }
    if (*known && ((*known)->medium == QLatin1String("picture") || cache_.has(file.sha256))) {
        if (!(*known)->problem.isEmpty()) {
            problems << (*known)->problem;
        }
        return (*known)->id;
    }
    auto extracted = MediaExtractor(decoder_, cache_, clock_).extract(file, context);
    if (!extracted.ok()) {
        return extracted.error();
    }
    if (!extracted->file.problem.isEmpty()) {
        problems << extracted->file.problem;
    }
    return library_.writeAndWait(
        [&](Connection& connection) {
            return storage::MediaFileRepository(connection)
                .save(extracted->file, extracted->frames, extracted->picture);
        },
        Durability::Normal);
}

Status ItemAnalysis::analyzeItem(ContentId id, const JobContext& context) {
    const auto content = storage::ContentRepository(library_.reader()).find(id);
    if (!content.ok()) {
        return content.error();
    }
    std::vector<domain::MediaFile> files = content->images;
    files.insert(files.begin(), content->media.value_or(domain::MediaFile{}));
    std::vector<FileResult> results;
    QStringList problems;
    for (std::size_t position = 0; position < files.size(); ++position) {
        if (files[position].path.isEmpty()) {
            continue;
        }
        const auto file = analyzeFile(files[position], problems, context);
        if (file.ok()) {
            results.push_back({int(position), *file});
        } else if (file.error().isCancelled() || file.error().kind == Error::Kind::Storage) {
            return file.error();
        } else {
            problems << file.error().message;
        }
    }
    if (!content->media && content->images.empty() && content->kind != domain::ContentKind::Article) {
        problems << (content->mediaProblem.isEmpty() ? Text::tr("The item has no file.")
                                                     : content->mediaProblem);
    }
    problems.removeDuplicates();
    const bool isArticle = content->kind == domain::ContentKind::Article;
    const features::MinHash sketch = isArticle ? sketchOf(*content) : features::MinHash();
    return library_.writeAndWait(
        [&](Connection& connection) -> Status {
            storage::MediaFileRepository media(connection);
            if (Status unlinked = media.unlink(id); !unlinked.ok()) {
                return unlinked;
            }
            for (const FileResult& result : results) {
                if (Status linked = media.link(id, result.position, result.file); !linked.ok()) {
                    return linked;
                }
            }
            if (isArticle) {
                if (Status saved = saveSketch(connection, id, sketch); !saved.ok()) {
                    return saved;
                }
            }
            if (Status forgotten = storage::DuplicateRepository(connection).forget(id); !forgotten.ok()) {
                return forgotten;
            }
            const QString problem = problems.join(QLatin1Char(' '));
            return results.empty() && !isArticle && !problem.isEmpty()
                       ? AnalysisRepository(connection).fail(id, problem, clock_.now())
                       : AnalysisRepository(connection).finish(id, problem, clock_.now());
        },
        Durability::Normal);
}

} // namespace moderato::usecases
