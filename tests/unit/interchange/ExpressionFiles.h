#pragma once

#include "Reading.h"
#include "core/interchange/ExpressionFile.h"

#include <cmath>

namespace moderato::test {

/// What a reading of one file about a face gives.
struct FaceReading {
    QTemporaryDir folder;
    interchange::ExpressionOptions options;
    interchange::ExpressionLayout layout;
    std::vector<interchange::ExpressionSample> samples;
    std::vector<interchange::ReadProblem> problems;
    interchange::ExpressionSummary summary;
    QString error;

    void read(const QString& path) {
        samples.clear();
        problems.clear();
        error.clear();
        const auto result = interchange::readExpressions(
            path, options,
            [this](const interchange::ExpressionLayout& of, const interchange::ExpressionSample& sample) {
                layout = of;
                samples.push_back(sample);
                return true;
            },
            [this](const interchange::ReadProblem& problem) { problems.push_back(problem); }, JobContext());
        if (result) {
            summary = *result;
        } else {
            error = result.error().message;
        }
    }

    void readText(const QByteArray& text) {
        const QString path = folder.filePath("file");
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        read(path);
    }

    double value(std::size_t sample, const char* signal) const {
        const auto place = layout.signalNames.indexOf(QLatin1String(signal));
        return place < 0 ? -1e9 : double(samples.at(sample).values.at(std::size_t(place)));
    }
    qint64 microseconds(std::size_t sample) const {
        return samples.at(sample).time ? samples.at(sample).time->count() : -1;
    }
};

} // namespace moderato::test
