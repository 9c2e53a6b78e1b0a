#pragma once

#include "core/interchange/ContentReader.h"

#include <QSet>

namespace moderato::interchange {

/// What the readers of one import share: where values go, what was counted, which media is spoken for. One
/// thread.
class Sink {
public:
    Sink(const ReadOptions& options, const ReadSink& sink, const JobContext& context)
        : options(options)
        , context(context)
        , sink_(sink) {}

    /// Both say whether to go on.
    bool item(domain::Content content);
    bool problem(const QString& file, qint64 line, const QString& reason);
    /// An item whose media cannot be used is given, and then the reason, with its line.
    bool itemAt(const QString& file, qint64 line, domain::Content content);
    /// Problems are counted afresh and, where there were too many, the rest is told.
    bool endFile(const QString& file);

    bool goesOn() const { return !summary.stopped && !context.isCancelled(); }
    /// Tells how many bytes of the whole import are read.
    void reportProgress(qint64 bytesOfThisFile) const {
        context.report(doneBytes + bytesOfThisFile, totalBytes, step);
    }

    const ReadOptions& options;
    const JobContext& context;
    ReadSummary summary;
    QSet<QString> usedMedia; ///< Canonical paths.
    qint64 doneBytes = 0;
    qint64 totalBytes = 0;
    QString step;

private:
    bool give(ReadItem item);

    const ReadSink& sink_;
    qint64 problemsOfFile_ = 0;
};

} // namespace moderato::interchange
