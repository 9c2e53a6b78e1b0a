#pragma once

#include "MediaMutator.h"

#include "core/base/JobContext.h"
#include "core/media/DecoderProcess.h"

#include <QMap>

#include <chrono>

namespace moderato::test {

/// What came of opening mutated files through the decoder process.
struct MutantReport {
    qint64 files = 0;
    qint64 requests = 0;
    qint64 answered = 0;
    QMap<QString, qint64> errors; ///< By sentence; numbers in it are replaced by #.
    int workersReplaced = 0;
    qint64 unclear = 0; ///< Answers that were neither a value nor a sentence, or that made no sense.
    std::chrono::milliseconds longest{0};
    quint64 longestSeed = 0;
    QStringList broke; ///< Seed, source and damage of what the worker broke down or hung over.
    bool intactStayedTheSame = true;
};

/// Makes the mutants `first`…`first + count` − 1 one after the other as a file in `folder`, asks for probe,
/// two sampled frames, sound and picture, and removes the file. The intact file is asked for at the
/// beginning, after every hundredth mutant and at the end.
MutantReport runMutants(media::DecoderProcess& decoder, const MediaMutator& mutator, quint64 first,
                        qint64 count, const QString& folder, const QString& intact,
                        const JobContext& context = {});

} // namespace moderato::test
