#pragma once

#include "core/base/JobContext.h"
#include "core/base/Result.h"
#include "core/usecases/NearDuplicates.h"

#include <QStringList>

#include <vector>

namespace moderato::media {
class DecoderProcess;
}

namespace moderato::usecases {

struct FileProblem {
    QString file;
    QString reason;
};

/// Files that are near duplicates of the first of them.
struct FileGroup {
    struct Member {
        QString file;
        double similarity = 1; ///< To the first, as in NearDuplicate.
        int distance = -1;
    };
    NearDuplicate::Medium medium = NearDuplicate::Medium::Picture;
    std::vector<Member> members; ///< Two and more; the first one has distance 0.
};

struct FileGroups {
    qint64 compared = 0;
    std::vector<FileGroup> groups;
    std::vector<FileProblem> problems;
};

/// The near duplicates among files (videos, pictures, texts), in memory and without a library. Each joins the
/// group whose first file it is most like, in the order given. Fails only when cancelled.
Result<FileGroups> groupFiles(media::DecoderProcess& decoder, const QStringList& files,
                              const JobContext& context);

struct KnownFile {
    QString file;
    QString label;
    int distance = 0;
    double share = 0; ///< Of the file's good frames that match; 1 for a picture.
};

struct KnownFiles {
    qint64 compared = 0;
    std::vector<KnownFile> matches;
    QStringList listProblems;
    std::vector<FileProblem> problems;
};

/// Which files match a list of known hashes, without a library.
Result<KnownFiles> matchFiles(media::DecoderProcess& decoder, const QStringList& files, const QString& list,
                              const JobContext& context);

} // namespace moderato::usecases
