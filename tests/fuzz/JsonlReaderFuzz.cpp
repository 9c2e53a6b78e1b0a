#include "Fuzz.h"

#include "core/interchange/ContentReader.h"

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace moderato;

int fuzzJsonlReader(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir folder;
    const bool csv = size > 0 && data[0] % 2 == 1;
    QFile file(folder.filePath(csv ? "input.csv" : "input.jsonl"));
    if (!file.open(QIODevice::WriteOnly)) {
        return 0;
    }
    file.write(reinterpret_cast<const char*>(data) + (size > 0 ? 1 : 0), qint64(size > 0 ? size - 1 : 0));
    file.close();
    const auto sink = [](interchange::ReadItem item) {
        if (const auto* content = std::get_if<domain::Content>(&item)) {
            const bool empty = content->title.isEmpty() && content->body.trimmed().isEmpty() &&
                               !content->media && content->images.empty();
            if (empty || content->title.contains(QChar(0)) || !content->title.isValidUtf16()) {
                std::abort();
            }
        } else if (std::get<interchange::ReadProblem>(item).reason.isEmpty()) {
            std::abort();
        }
        return true;
    };
    interchange::ReadOptions options;
    options.maxLineBytes = 4096;
    if (!interchange::readContent({file.fileName()}, options, sink, JobContext())) {
        std::abort();
    }
    return 0;
}

#ifdef MODERATO_FUZZ_JSONL
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzJsonlReader(data, size);
}
#endif
