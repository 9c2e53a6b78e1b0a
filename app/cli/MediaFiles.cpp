#include "app/cli/MediaFiles.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace moderato::cli {

Result<QStringList> filesIn(const Call& call, const QStringList& arguments) {
    QStringList files;
    for (const QString& given : arguments) {
        const QString path = call.path(given);
        const QFileInfo info(path);
        if (!info.exists()) {
            return Error::notFound(
                QCoreApplication::translate("MediaFiles", "There is no file or folder “%1”.").arg(given));
        }
        if (!info.isDir()) {
            files << path;
            continue;
        }
        QStringList found;
        QDirIterator entries(path, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            found << entries.next();
        }
        std::sort(found.begin(), found.end());
        files << found;
    }
    files.removeDuplicates();
    return files;
}

} // namespace moderato::cli
