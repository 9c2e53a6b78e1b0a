#include "core/usecases/ConsumptionImport.h"

#include "core/interchange/ConsumptionReader.h"
#include "core/storage/ContentRepository.h"
#include "core/storage/Library.h"

#include <QCoreApplication>

namespace moderato::usecases {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ConsumptionImport)
};

constexpr std::size_t linesAtOnce = 2000, mostProblems = 100;

class Import {
public:
    Import(storage::Library& library, const QString& path)
        : library_(library)
        , path_(path) {}

    void take(const interchange::ConsumptionLine& line) {
        if (!failed_.ok()) {
            return;
        }
        if (!line.problem.isEmpty()) {
            return refuse(line.line, line.problem);
        }
        waiting_.push_back(line);
        if (waiting_.size() >= linesAtOnce) {
            failed_ = write();
        }
    }

    /// What waits is written, unless something failed before.
    Status finish() { return failed_.ok() ? write() : failed_; }

    ConsumptionReport report;

private:
    void refuse(qint64 line, const QString& reason) {
        ++report.unusable;
        if (report.problems.size() < mostProblems) {
            report.problems.push_back({path_, line, reason});
        }
    }

    /// All that waits in one transaction.
    Status write() {
        std::vector<const interchange::ConsumptionLine*> unknown;
        const Status written = library_.writeAndWait(
            [&](storage::Connection& connection) -> Status {
                storage::ContentRepository content(connection);
                for (const interchange::ConsumptionLine& line : waiting_) {
                    const auto id = content.idByExternalId(line.externalId);
                    if (!id.ok()) {
                        return id.error();
                    }
                    if (!*id) {
                        unknown.push_back(&line);
                    } else if (Status set = content.setConsumption(**id, line.figures); !set.ok()) {
                        return set;
                    }
                }
                return {};
            },
            storage::Durability::Normal);
        if (!written.ok()) {
            return written;
        }
        report.imported += qint64(waiting_.size() - unknown.size());
        for (const interchange::ConsumptionLine* line : unknown) {
            refuse(line->line, Text::tr("There is no item “%1” in the library; import the content first.")
                                   .arg(line->externalId.left(100)));
        }
        waiting_.clear();
        return {};
    }

    storage::Library& library_;
    const QString& path_;
    std::vector<interchange::ConsumptionLine> waiting_;
    Status failed_;
};

} // namespace

Result<ConsumptionReport> importConsumption(storage::Library& library, const QString& path,
                                            const JobContext& context) {
    Import import(library, path);
    const Status read = interchange::readConsumption(
        path, [&import](const interchange::ConsumptionLine& line) { import.take(line); }, context);
    const Status finished = import.finish();
    if (!read.ok() || !finished.ok()) {
        return !read.ok() ? read.error() : finished.error();
    }
    return std::move(import.report);
}

} // namespace moderato::usecases
