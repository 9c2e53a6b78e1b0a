#include "Fuzz.h"

#include "core/interchange/ExpressionSeries.h"
#include "core/interchange/FeatureMapping.h"

#include <QFile>
#include <QTemporaryDir>

#include <cmath>
#include <cstdlib>

using namespace moderato;

namespace {

void demand(bool promise) {
    if (!promise) {
        std::abort();
    }
}

bool isSound(const interchange::ExpressionLayout& layout, const interchange::ExpressionSample& sample) {
    bool sound = qsizetype(sample.values.size()) == layout.signalNames.size() && sample.line > 0;
    sound = sound && (!sample.time || *sample.time >= std::chrono::microseconds(0));
    sound = sound && (!sample.frame || *sample.frame >= 0);
    for (const float value : sample.values) {
        sound = sound && !std::isinf(value);
    }
    return sound;
}

void readSamples(const QString& path) {
    const auto onSample = [](const interchange::ExpressionLayout& layout,
                             const interchange::ExpressionSample& sample) {
        demand(isSound(layout, sample));
        return true;
    };
    const auto onProblem = [](const interchange::ReadProblem& problem) { demand(!problem.reason.isEmpty()); };
    interchange::ExpressionOptions options;
    options.maxLineBytes = 4096;
    const auto read = interchange::readExpressions(path, options, onSample, onProblem, JobContext());
    demand(read.ok() || !read.error().message.isEmpty());
}

void readSeries(const QString& path) {
    const auto onValue = [](const interchange::SeriesValue& value) {
        demand(value.n >= 1 && std::isfinite(value.value) && !value.signalName.isEmpty());
        return true;
    };
    const auto read = interchange::readExpressionSeries(path, onValue, {}, JobContext());
    demand(read.ok() || !read.error().message.isEmpty());
}

} // namespace

int fuzzExpressionFile(const std::uint8_t* data, std::size_t size) {
    static const QTemporaryDir folder;
    QFile file(folder.filePath("input"));
    if (!file.open(QIODevice::WriteOnly)) {
        return 0;
    }
    file.write(reinterpret_cast<const char*>(data), qint64(size));
    file.close();
    readSamples(file.fileName());
    readSeries(file.fileName());
    const auto mapping = interchange::readFeatureMapping(file.fileName(), {"brows_raised", "nose_wrinkled"});
    demand(mapping.ok() || !mapping.error().message.isEmpty());
    return 0;
}

#ifdef MODERATO_FUZZ_EXPRESSIONS
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzzExpressionFile(data, size);
}
#endif
