#include "core/usecases/Ingest.h"

#include "core/base/Hash.h"
#include "core/domain/Category.h"
#include "core/interchange/ContentReader.h"
#include "core/media/DecoderProcess.h"
#include "core/storage/CategoryRepository.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"
#include "core/usecases/CategorySpellings.h"

#include <QCoreApplication>

namespace moderato::usecases {

using domain::Content;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Ingest)
};

constexpr std::size_t batchSize = 200; // More is hardly faster, and decisions wait behind each write.

interchange::MediaType toInterchange(media::MediaKind kind) {
    switch (kind) {
    case media::MediaKind::Audio:
        return interchange::MediaType::Audio;
    case media::MediaKind::Picture:
        return interchange::MediaType::Picture;
    case media::MediaKind::Video:
        break;
    }
    return interchange::MediaType::Video;
}

interchange::MediaFinding look(media::DecoderProcess& decoder, const QString& path) {
    const auto info = decoder.probe(path);
    if (!info.ok()) {
        return {std::nullopt, info.error().message};
    }
    return {toInterchange(info->kind), info->problems.join(QLatin1Char(' '))};
}

void hash(domain::MediaFile& file, QString& problem) {
    if (!file.sha256.isEmpty()) {
        return;
    }
    const auto sum = sha256OfFile(file.path);
    if (sum.ok()) {
        file.sha256 = *sum;
    } else if (problem.isEmpty()) {
        problem = sum.error().message;
    }
}

/// Stores an item; figures of a window that came with one that is known already are kept all the same (S1.1).
Result<bool> store(storage::Connection& connection, const Content& content) {
    storage::ContentRepository repository(connection);
    const auto inserted = repository.insert(content);
    if (!inserted.ok()) {
        return inserted.error();
    }
    if (!inserted->isNew && content.consumption) {
        if (const Status set = repository.setConsumption(inserted->id, *content.consumption); !set.ok()) {
            return set.error();
        }
    }
    return inserted->isNew;
}

} // namespace

/// One import: gathers items into batches and writes each in one transaction.
class Ingest::Run {
public:
    Run(Ingest& ingest, CategorySpellings spellings, const JobContext& context)
        : ingest_(ingest)
        , context_(context)
        , spellings_(std::move(spellings)) {}

    Result<IngestReport> operator()(const QStringList& paths) {
        interchange::ReadOptions options;
        options.inspect = [this](const QString& path) { return look(ingest_.decoder_, path); };
        const auto read = interchange::readContent(
            paths, options, [this](interchange::ReadItem item) { return take(std::move(item)); }, context_);
        if (!failure_.ok() && !failure_.error().isCancelled()) {
            return failure_.error();
        }
        flush(); // Also of a cancelled import: what was read is kept.
        if (!failure_.ok()) {
            return failure_.error();
        }
        if (!read.ok()) {
            return read.error();
        }
        report_.matchResultFiles = read->matchResultFiles;
        context_.report(taken_, taken_, Text::tr("Importing"));
        return report_;
    }

private:
    bool take(interchange::ReadItem item) {
        if (context_.isCancelled()) {
            failure_ = Error::cancelled();
            return false;
        }
        context_.report(++taken_, 0, Text::tr("Importing"));
        if (auto* problem = std::get_if<interchange::ReadProblem>(&item)) {
            report_.problems.push_back({problem->file, problem->line, problem->reason});
            return true;
        }
        batch_.push_back(complete(std::move(std::get<Content>(item))));
        if (batch_.size() == batchSize) {
            flush();
        }
        return failure_.ok();
    }

    /// Adds what reading alone does not know: hashes, fingerprint, the category's code, the time.
    Content complete(Content content) {
        if (content.media) {
            hash(*content.media, content.mediaProblem);
        }
        for (domain::MediaFile& image : content.images) {
            hash(image, content.mediaProblem);
        }
        content.fingerprint = domain::fingerprintOf(content);
        content.importedAt = ingest_.clock_.now();
        const QString spelling = content.givenCategory;
        content.givenCategory = spellings_.codeOf(spelling);
        if (content.givenCategory.isEmpty() && !domain::categoryCode(spelling).isEmpty()) {
            newCategories_.push_back(spellings_.add(spelling));
            content.givenCategory = newCategories_.back().code;
        }
        return content;
    }

    void flush() {
        if (batch_.empty()) {
            return;
        }
        std::vector<Content> batch;
        batch.swap(batch_);
        if (const Status saved = saveNewCategories(); !saved.ok()) {
            failure_ = saved;
            return;
        }
        const auto added = ingest_.library_.writeAndWait(
            [&batch](storage::Connection& connection) -> Result<qint64> {
                qint64 added = 0;
                for (const Content& content : batch) {
                    const auto isNew = store(connection, content);
                    if (!isNew.ok()) {
                        return isNew.error();
                    }
                    added += qint64(*isNew);
                }
                return added;
            },
            storage::Durability::Normal);
        if (added.ok()) {
            report_.imported += *added;
            report_.skipped += qint64(batch.size()) - *added;
        } else {
            storeOneByOne(batch);
        }
    }

    Status saveNewCategories() {
        std::vector<domain::Category> categories;
        categories.swap(newCategories_);
        if (categories.empty()) {
            return {};
        }
        return ingest_.library_.writeAndWait(
            [&categories](storage::Connection& connection) -> Status {
                for (const domain::Category& category : categories) {
                    if (const auto saved = storage::CategoryRepository(connection).save(category);
                        !saved.ok()) {
                        return saved.error();
                    }
                }
                return {};
            },
            storage::Durability::Normal);
    }

    /// One item in the batch cannot be stored: find it, report it, keep the others.
    void storeOneByOne(const std::vector<Content>& batch) {
        constexpr int giveUpAfter = 20;
        int failures = 0;
        for (const Content& content : batch) {
            const auto isNew = ingest_.library_.writeAndWait(
                [&content](storage::Connection& connection) { return store(connection, content); },
                storage::Durability::Normal);
            if (isNew.ok()) {
                ++(*isNew ? report_.imported : report_.skipped);
                failures = 0;
                continue;
            }
            if (++failures == giveUpAfter) { // The database and not the items.
                failure_ = isNew.error();
                return;
            }
            report_.problems.push_back({content.externalId.isEmpty() ? content.title : content.externalId, 0,
                                        isNew.error().message});
        }
    }

    Ingest& ingest_;
    const JobContext& context_;
    CategorySpellings spellings_;
    IngestReport report_;
    std::vector<Content> batch_;
    std::vector<domain::Category> newCategories_;
    qint64 taken_ = 0;
    Status failure_;
};

Ingest::Ingest(storage::Library& library, media::DecoderProcess& decoder, const Clock& clock)
    : library_(library)
    , decoder_(decoder)
    , clock_(clock) {}

Result<IngestReport> Ingest::import(const QStringList& paths, const JobContext& context) {
    auto spellings = CategorySpellings::read(library_.reader());
    if (!spellings.ok()) {
        return spellings.error();
    }
    return Run(*this, std::move(*spellings), context)(paths);
}

} // namespace moderato::usecases
