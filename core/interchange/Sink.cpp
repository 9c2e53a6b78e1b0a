#include "core/interchange/private/Sink.h"

#include "core/interchange/private/Import.h"

namespace moderato::interchange {

bool Sink::give(ReadItem item) {
    if (!sink_(std::move(item))) {
        summary.stopped = true;
    }
    return goesOn();
}

bool Sink::item(domain::Content content) {
    ++summary.items;
    return give(std::move(content));
}

bool Sink::problem(const QString& file, qint64 line, const QString& reason) {
    ++summary.problems;
    if (++problemsOfFile_ > options.maxProblemsAFile) {
        return goesOn();
    }
    return give(ReadProblem{file, line, reason});
}

bool Sink::itemAt(const QString& file, qint64 line, domain::Content content) {
    const QString mediaProblem = content.mediaProblem;
    if (!item(std::move(content)) || mediaProblem.isEmpty()) {
        return goesOn();
    }
    return problem(file, line, Import::tr("Imported, but its media cannot be used: %1").arg(mediaProblem));
}

bool Sink::endFile(const QString& file) {
    const qint64 untold = problemsOfFile_ - options.maxProblemsAFile;
    problemsOfFile_ = 0;
    if (untold <= 0) {
        return goesOn();
    }
    return give(ReadProblem{
        file, 0, Import::tr("More lines of this file have problems: %1. They are not listed.").arg(untold)});
}

} // namespace moderato::interchange
