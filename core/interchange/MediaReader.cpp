#include "core/interchange/private/Files.h"
#include "core/interchange/private/Readers.h"

#include <QFileInfo>

namespace moderato::interchange {

void readMedia(const QString& path, Sink& sink) {
    const QFileInfo file(path);
    if (sink.usedMedia.contains(file.canonicalFilePath())) {
        return;
    }
    const MediaFinding finding = inspectMedia(path, sink.options);
    if (!finding.type) {
        sink.problem(path, 0, finding.problem);
        return;
    }
    domain::Content content;
    content.title = file.completeBaseName();
    content.baseFolder = file.path();
    content.mediaProblem = finding.problem;
    domain::MediaFile media{path, {}, file.size()};
    if (*finding.type == MediaType::Picture) {
        content.kind = domain::ContentKind::Pictures;
        content.images.push_back(std::move(media));
    } else {
        content.kind = domain::ContentKind::Video;
        content.media = std::move(media);
    }
    sink.itemAt(path, 0, std::move(content));
}

void noteMedia(const domain::Content& content, Sink& sink) {
    const auto note = [&](const domain::MediaFile& media) {
        if (const QString canonical = QFileInfo(media.path).canonicalFilePath(); !canonical.isEmpty()) {
            sink.usedMedia.insert(canonical);
        }
    };
    if (content.media) {
        note(*content.media);
    }
    for (const domain::MediaFile& image : content.images) {
        note(image);
    }
}

} // namespace moderato::interchange
