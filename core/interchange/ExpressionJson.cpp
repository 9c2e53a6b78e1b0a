#include "core/interchange/private/ExpressionColumns.h"
#include "core/interchange/private/ExpressionReaders.h"
#include "core/interchange/private/Import.h"
#include "core/interchange/private/JsonStream.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>

namespace moderato::interchange {

namespace {

QString categoryName(const QJsonObject& category) {
    const QJsonValue name = category.value("categoryName");
    return (name.isString() ? name : category.value("category_name")).toString();
}

bool isCategory(const QJsonValue& value) {
    return !categoryName(value.toObject()).isEmpty() && value.toObject().contains("score");
}

/// Under whichever name the result's faces stand: JavaScript or Python.
QJsonValue facesOf(const QJsonObject& object) {
    const QJsonValue faces = object.value("faceBlendshapes");
    return faces.isUndefined() ? object.value("face_blendshapes") : faces;
}

/// What of the object may hold values by name.
QJsonObject metricsOf(const QJsonObject& object) {
    return object.value("expressions").isObject() ? object.value("expressions").toObject() : object;
}

std::optional<ExpressionFormat> formatOfObject(const QJsonObject& object) {
    const bool ofMediaPipe =
        object.contains("categories") || !facesOf(object).isUndefined() || isCategory(object);
    if (ofMediaPipe) {
        return ExpressionFormat::MediaPipe;
    }
    const auto format = formatWithColumns(metricsOf(object).keys());
    const bool readable = format == ExpressionFormat::MediaPipe || format == ExpressionFormat::Affdex;
    return readable ? format : std::nullopt;
}

std::optional<ExpressionFormat> formatOfValue(const QJsonValue& value) {
    if (value.isArray()) {
        const QJsonArray list = value.toArray();
        return list.isEmpty() ? std::nullopt : formatOfObject(list[0].toObject());
    }
    const QJsonValue frames = value.toObject().value("frames");
    return frames.isArray() ? formatOfValue(frames.toArray()) : formatOfObject(value.toObject());
}

QJsonValue parsed(const JsonStream::Value& value, QString& error) {
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(value.bytes, &fault);
    if (fault.error != QJsonParseError::NoError) {
        error = Import::tr("What begins here is not valid JSON: %1. It was passed over.")
                    .arg(fault.errorString());
        return {};
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

/// Turns one object after the other into samples.
class Objects {
public:
    Objects(ExpressionFormat format, const ExpressionOptions& options, ExpressionOutput& output)
        : format_(format)
        , output_(output) {
        ExpressionLayout layout;
        layout.format = format;
        layout.signalNames = signalsOf(format);
        layout.hasTimes = layout.hasFrames = true;
        const bool fromFrames = options.framesPerSecond > 0;
        framesPerSecond_ = fromFrames ? options.framesPerSecond : 0;
        timesFromFrames_ = fromFrames && options.timesFromFrames;
        for (int i = 0; i < int(layout.signalNames.size()); ++i) {
            places_.insert(layout.signalNames[i], i);
        }
        const SignalRange range = rangeOf(format, {});
        const double slack = rangeTolerance * (range.high - range.low);
        range_ = {range.low - slack, range.high + slack};
        output.setLayout(layout);
    }

    void take(const QJsonValue& value, qint64 line, qint64 list) {
        if (list != list_) {
            endCategories();
            list_ = list;
        }
        if (isCategory(value)) { // The categories of one frame, not in an object of their own.
            looseLine_ = loose_.isEmpty() ? line : looseLine_;
            if (loose_.size() < places_.size() + 1) {
                loose_ << value;
            }
            return;
        }
        endCategories();
        takeValue(value, line);
    }

    void endCategories() {
        if (!loose_.isEmpty()) {
            begin({}, looseLine_);
            giveCategories(loose_, {});
            loose_ = {};
        }
    }

private:
    void takeValue(const QJsonValue& value, qint64 line) {
        if (value.isArray()) {
            begin({}, line);
            giveCategories(value.toArray(), {});
            return;
        }
        const QJsonObject object = value.toObject();
        if (object.value("frames").isArray()) {
            for (const QJsonValue& frame : object.value("frames").toArray()) {
                if (output_.goesOn() && !frame.toObject().contains("frames")) {
                    takeValue(frame, line);
                }
            }
            return;
        }
        if (!begin(object, line)) {
            return;
        }
        if (object.value("categories").isArray()) {
            giveCategories(object.value("categories").toArray(), {});
        } else if (facesOf(object).isArray()) {
            giveFaces(facesOf(object).toArray());
        } else {
            giveMetrics(metricsOf(object));
        }
    }

    void fail(const QString& reason) { output_.problem(sample_.line, reason); }

    /// Time and frame; false where they make no sense.
    bool begin(const QJsonObject& object, qint64 line) {
        sample_ = {};
        sample_.line = line;
        const QJsonValue frame = object.value("frame");
        if (frame.isDouble()) {
            const double number = frame.toDouble();
            if (!(number >= 0 && number <= largestFrame && std::floor(number) == number)) {
                fail(Import::tr("“frame” holds no number of a frame here. It was passed over."));
                return false;
            }
            sample_.frame = qint64(number);
        }
        for (const char* name : {"time", "time_s", "time_ms", "timestamp", "timestamp_ms", "timestampMs"}) {
            if (object.value(QLatin1String(name)).isDouble()) {
                return setTime(object.value(QLatin1String(name)).toDouble() * *secondsPerUnitOf(name));
            }
        }
        if (format_ == ExpressionFormat::Affdex && object.value("Timestamp").isDouble()) {
            return setTime(object.value("Timestamp").toDouble());
        }
        return setTime(std::nullopt);
    }

    bool setTime(std::optional<double> seconds) {
        if (framesPerSecond_ > 0 && sample_.frame && (timesFromFrames_ || !seconds)) {
            seconds = double(*sample_.frame) / framesPerSecond_;
        }
        if (seconds) {
            sample_.time = timeOf(*seconds);
        }
        if (seconds && !sample_.time) {
            fail(Import::tr("The time here is no time in a clip. It was passed over."));
            return false;
        }
        return true;
    }

    void clearValues() { sample_.values.assign(places_.size(), std::numeric_limits<float>::quiet_NaN()); }

    /// False, with a problem, where the value is no score.
    bool setValue(const QString& name, const QJsonValue& value) {
        const auto place = places_.constFind(name);
        if (place == places_.cend() || value.isNull()) {
            return true;
        }
        const double number = value.toDouble(std::numeric_limits<double>::quiet_NaN());
        if (!(number >= range_.low && number <= range_.high)) {
            fail(Import::tr("The score of “%1” is none that this program writes. The frame was passed over.")
                     .arg(name));
            return false;
        }
        sample_.values[std::size_t(*place)] = float(number);
        return true;
    }

    void give() {
        sample_.faceFound =
            std::ranges::any_of(sample_.values, [](float value) { return !std::isnan(value); });
        if (output_.goesOn()) {
            output_.sample(sample_);
        }
    }

    void giveCategories(const QJsonArray& categories, const QString& face) {
        clearValues();
        sample_.face = face;
        for (const QJsonValue& category : categories) {
            if (!isCategory(category)) {
                fail(Import::tr("A frame's list must hold categories with a name and a score. The frame was "
                                "passed over."));
                return;
            }
            if (!setValue(categoryName(category.toObject()), category.toObject().value("score"))) {
                return;
            }
        }
        give();
    }

    void giveFaces(const QJsonArray& faces) {
        if (faces.isEmpty()) {
            giveCategories({}, {});
            return;
        }
        for (qsizetype i = 0; i < faces.size() && output_.goesOn(); ++i) {
            const QJsonValue face = faces[i];
            giveCategories(face.isArray() ? face.toArray() : face.toObject().value("categories").toArray(),
                           QString::number(i));
        }
    }

    void giveMetrics(const QJsonObject& object) {
        clearValues();
        bool known = false;
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString name = signalNamed(format_, entry.key());
            known = known || !name.isEmpty();
            if (!name.isEmpty() && !setValue(name, entry.value())) {
                return;
            }
        }
        if (!known && !sample_.frame && !sample_.time) {
            fail(Import::tr("What begins here holds nothing about a face. It was passed over."));
            return;
        }
        give();
    }

    const ExpressionFormat format_;
    ExpressionOutput& output_;
    double framesPerSecond_ = 0;
    bool timesFromFrames_ = false;
    QHash<QString, int> places_;
    SignalRange range_;
    ExpressionSample sample_;
    QJsonArray loose_;
    qint64 looseLine_ = 0;
    qint64 list_ = 0;
};

Error unknownJson() {
    return Error::invalid(
        Import::tr("No object in the file holds blendshapes of MediaPipe or metrics of AFFDEX. Check that "
                   "the right file was chosen."));
}

bool canBeJson(const std::optional<ExpressionFormat>& format) {
    return !format || *format == ExpressionFormat::MediaPipe || *format == ExpressionFormat::Affdex;
}

QString tooLongSentence() {
    return Import::tr("What begins here is too long for one frame and was passed over. Write one object a "
                      "frame.");
}

} // namespace

Status readExpressionJson(QFile& device, ExpressionOutput& output) {
    if (!canBeJson(output.options.format)) {
        return Error::invalid(
            Import::tr("%1 writes no JSON, but this file is JSON. Let the format be recognised.")
                .arg(formatName(*output.options.format)));
    }
    JsonStream stream(device, output.options.maxLineBytes);
    JsonStream::Value value;
    std::optional<Objects> objects;
    while (output.goesOn() && stream.next(value)) {
        output.reportProgress(stream.bytesRead(), device.size());
        QString error = value.tooLong ? tooLongSentence() : QString();
        const QJsonValue json = value.tooLong ? QJsonValue() : parsed(value, error);
        if (!error.isEmpty()) {
            output.problem(value.line, error);
            continue;
        }
        if (!objects) {
            const auto format = output.options.format ? output.options.format : formatOfValue(json);
            if (!format) {
                output.problem(value.line, unknownJson().message);
                continue;
            }
            objects.emplace(*format, output.options, output);
        }
        objects->take(json, value.line, value.list);
    }
    if (objects && output.goesOn()) {
        objects->endCategories();
    }
    return objects || output.summary.stopped ? Status() : unknownJson();
}

Result<ExpressionFormat> recognizeExpressionJson(QFile& device) {
    constexpr qint64 maxValueBytes = qint64(4) << 20;
    constexpr int valuesTried = 100;
    JsonStream stream(device, maxValueBytes);
    JsonStream::Value value;
    for (int tried = 0; tried < valuesTried && stream.next(value); ++tried) {
        QString error;
        if (const auto format = formatOfValue(parsed(value, error))) {
            return *format;
        }
    }
    return unknownJson();
}

} // namespace moderato::interchange
