#include "core/interchange/private/ExpressionColumns.h"

#include "core/interchange/private/Import.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace moderato::interchange {

namespace {

constexpr double milli = 1e-3;
constexpr qsizetype fewestBlendshapes = 10, fewestMetrics = 3;

struct FormatNames {
    ExpressionFormat format;
    const char* code;
    const char* name;
    const char* columns; ///< An example, for sentences.
};

constexpr std::array formats{
    FormatNames{ExpressionFormat::OpenFace, "openface", "OpenFace", "frame, timestamp, AU12_r"},
    FormatNames{ExpressionFormat::PyFeat, "pyfeat", "Py-Feat", "frame, FaceScore, AU12"},
    FormatNames{ExpressionFormat::MediaPipe, "mediapipe", "MediaPipe", "time, mouthSmileLeft"},
    FormatNames{ExpressionFormat::Affdex, "affdex", "AFFDEX", "Timestamp, Brow Furrow, Smile"},
    FormatNames{ExpressionFormat::Facet, "facet", "FACET", "Timestamp, AU12 Evidence"},
    FormatNames{ExpressionFormat::Aggregates, "series", "Aggregates", "time, signal, value, n"},
};

const FormatNames& namesOf(ExpressionFormat format) {
    return *std::ranges::find(formats, format, &FormatNames::format);
}

QStringList words(const char* text) {
    return QString::fromLatin1(text).split(u' ');
}

QStringList openFaceSignals() {
    QStringList list;
    const QStringList units = words("01 02 04 05 06 07 09 10 12 14 15 17 20 23 25 26 45");
    for (const QString& unit : units) {
        list << "AU" + unit + "_r";
    }
    for (const QString& unit : units + QStringList{"28"}) {
        list << "AU" + unit + "_c";
    }
    return list;
}

QStringList unitSignals(const char* units) {
    QStringList list = words(units);
    for (QString& unit : list) {
        unit.prepend("AU");
    }
    return list;
}

const QStringList& blendshapes() {
    static const QStringList names = words(
        "_neutral browDownLeft browDownRight browInnerUp browOuterUpLeft browOuterUpRight cheekPuff "
        "cheekSquintLeft cheekSquintRight eyeBlinkLeft eyeBlinkRight eyeLookDownLeft eyeLookDownRight "
        "eyeLookInLeft eyeLookInRight eyeLookOutLeft eyeLookOutRight eyeLookUpLeft eyeLookUpRight "
        "eyeSquintLeft eyeSquintRight eyeWideLeft eyeWideRight jawForward jawLeft jawOpen jawRight "
        "mouthClose mouthDimpleLeft mouthDimpleRight mouthFrownLeft mouthFrownRight mouthFunnel mouthLeft "
        "mouthLowerDownLeft mouthLowerDownRight mouthPressLeft mouthPressRight mouthPucker mouthRight "
        "mouthRollLower mouthRollUpper mouthShrugLower mouthShrugUpper mouthSmileLeft mouthSmileRight "
        "mouthStretchLeft mouthStretchRight mouthUpperUpLeft mouthUpperUpRight noseSneerLeft "
        "noseSneerRight");
    return names;
}

/// Without spaces, hyphens and underscores, in lower case.
QString folded(const QString& name) {
    QString result;
    for (const QChar c : name) {
        if (c.isLetterOrNumber()) {
            result += c.toLower();
        }
    }
    return result;
}

QHash<QString, QString> foldedNames(ExpressionFormat format) {
    QHash<QString, QString> names;
    for (const QString& name : signalsOf(format)) {
        names.insert(folded(name), name);
    }
    return names;
}

/// "AU1 Evidence" → "AU01"
QString facetSignal(const QString& name) {
    const QString plain = folded(name);
    if (!plain.startsWith("au") || !plain.endsWith("evidence")) {
        return {};
    }
    const QString code = "AU" + plain.mid(2, plain.size() - 10).rightJustified(2, u'0');
    return signalsOf(ExpressionFormat::Facet).contains(code) ? code : QString();
}

/// The column of the first of these names that is there, in whatever case.
int columnNamed(const QStringList& names, std::initializer_list<const char*> wanted) {
    for (const char* name : wanted) {
        for (int i = 0; i < int(names.size()); ++i) {
            if (names[i].compare(QLatin1String(name), Qt::CaseInsensitive) == 0) {
                return i;
            }
        }
    }
    return -1;
}

qsizetype countOf(ExpressionFormat format, const QStringList& names) {
    return std::ranges::count_if(
        names, [format](const QString& name) { return !signalNamed(format, name).isEmpty(); });
}

void setTime(ExpressionColumns& columns, const QStringList& names) {
    columns.time = columnNamed(names, {"timestamp", "time", "time_s", "time_ms", "timestamp_ms"});
    if (columns.time >= 0) {
        columns.secondsPerUnit = secondsPerUnitOf(names[columns.time].toLower()).value_or(1);
    }
}

void setOpenFace(ExpressionColumns& columns, const QStringList& names) {
    columns.layout.firstFrame = 1;
    columns.time = columnNamed(names, {"timestamp"});
    columns.frame = columnNamed(names, {"frame"});
    columns.face = columnNamed(names, {"face_id", "face"});
    columns.confidence = columnNamed(names, {"confidence"});
    columns.success = columnNamed(names, {"success"});
}

void setPyFeat(ExpressionColumns& columns, const QStringList& names) {
    columns.time = columnNamed(names, {"approx_time"});
    columns.isClock = true;
    columns.frame = columnNamed(names, {"frame"});
    columns.face = columnNamed(names, {"Identity"});
    columns.confidence = columnNamed(names, {"FaceScore"});
}

void setMediaPipe(ExpressionColumns& columns, const QStringList& names) {
    setTime(columns, names);
    columns.frame = columnNamed(names, {"frame"});
    columns.face = columnNamed(names, {"face", "face_id"});
}

void setImotions(ExpressionColumns& columns, const QStringList& names) {
    columns.time = columnNamed(names, {"Timestamp"});
    columns.secondsPerUnit = milli;
    columns.frame = columnNamed(names, {"FrameNo", "SampleNumber"});
    columns.faceCount = columnNamed(names, {"NoOfFaces", "Number of Faces", "NumberOfFaces"});
    columns.source = columnNamed(names, {"EventSource"});
    columns.stimulus = columnNamed(names, {"SourceStimuliName", "StimulusName"});
}

/// Fails where a signal stands in two columns: nobody can tell which one counts.
Status setSignals(ExpressionColumns& columns, const QStringList& names) {
    QHash<QString, int> places;
    for (int i = 0; i < int(names.size()); ++i) {
        const QString name = signalNamed(columns.layout.format, names[i]);
        if (name.isEmpty()) {
            continue;
        }
        if (places.contains(name)) {
            return Error::invalid(
                Import::tr("The column “%1” stands twice in the header. Rename one.").arg(names[i]));
        }
        places.insert(name, i);
    }
    for (const QString& name : signalsOf(columns.layout.format)) {
        if (const auto place = places.constFind(name); place != places.cend()) {
            columns.layout.signalNames << name;
            columns.signalColumns.push_back(*place);
        }
    }
    return {};
}

} // namespace

QString formatCode(ExpressionFormat format) {
    return QString::fromLatin1(namesOf(format).code);
}

QString formatName(ExpressionFormat format) {
    return QString::fromLatin1(namesOf(format).name);
}

std::optional<ExpressionFormat> formatOf(const QString& code) {
    for (const FormatNames& names : formats) {
        if (code.trimmed().compare(QLatin1String(names.code), Qt::CaseInsensitive) == 0) {
            return names.format;
        }
    }
    return std::nullopt;
}

const QStringList& signalsOf(ExpressionFormat format) {
    static const QStringList openFace = openFaceSignals();
    static const QStringList pyFeat =
        unitSignals("01 02 04 05 06 07 09 10 11 12 14 15 17 20 23 24 25 26 28 43") + blendshapes();
    static const QStringList facet =
        unitSignals("01 02 04 05 06 07 09 10 12 14 15 17 18 20 23 24 25 26 28 43");
    static const QStringList affdex =
        words("browFurrow browRaise cheekRaise chinRaise dimpler eyeClosure eyeWiden innerBrowRaise jawDrop "
              "lidTighten lipCornerDepressor lipPress lipPucker lipStretch lipSuck mouthOpen noseWrinkle "
              "smile smirk upperLipRaise");
    static const QStringList none;
    switch (format) {
    case ExpressionFormat::OpenFace:
        return openFace;
    case ExpressionFormat::PyFeat:
        return pyFeat;
    case ExpressionFormat::MediaPipe:
        return blendshapes();
    case ExpressionFormat::Affdex:
        return affdex;
    case ExpressionFormat::Facet:
        return facet;
    case ExpressionFormat::Aggregates:
        break;
    }
    return none;
}

SignalRange rangeOf(ExpressionFormat format, const QString& signalName) {
    constexpr double strongestIntensity = 5, fullScore = 100, strongestEvidence = 40;
    if (format == ExpressionFormat::OpenFace && signalName.endsWith("_r")) {
        return {0, strongestIntensity};
    }
    if (format == ExpressionFormat::Affdex) {
        return {0, fullScore};
    }
    if (format == ExpressionFormat::Facet) {
        return {-strongestEvidence, strongestEvidence};
    }
    return {0, 1};
}

std::vector<bool> ExpressionColumns::kept() const {
    std::vector<bool> result(std::size_t(columns) + 1, false);
    result.back() = true;
    for (const int column : signalColumns) {
        result[std::size_t(column)] = true;
    }
    for (const int column : {time, frame, face, confidence, success, faceCount, source, stimulus}) {
        if (column >= 0) {
            result[std::size_t(column)] = true;
        }
    }
    return result;
}

QString signalNamed(ExpressionFormat format, const QString& name) {
    static const QHash<QString, QString> affdex = foldedNames(ExpressionFormat::Affdex);
    switch (format) {
    case ExpressionFormat::Affdex:
        return affdex.value(folded(name));
    case ExpressionFormat::Facet:
        return facetSignal(name);
    default:
        return signalsOf(format).contains(name) ? name : QString();
    }
}

std::optional<double> secondsPerUnitOf(const QString& timeName) {
    if (QStringList{"time", "time_s", "timestamp"}.contains(timeName)) {
        return 1;
    }
    if (QStringList{"time_ms", "timestamp_ms", "timestampMs"}.contains(timeName)) {
        return milli;
    }
    return std::nullopt;
}

std::optional<ExpressionFormat> formatWithColumns(const QStringList& names) {
    if (columnNamed(names, {"time"}) >= 0 && columnNamed(names, {"signal"}) >= 0 &&
        columnNamed(names, {"value"}) >= 0) {
        return ExpressionFormat::Aggregates;
    }
    if (countOf(ExpressionFormat::OpenFace, names) > 0) {
        return ExpressionFormat::OpenFace;
    }
    const bool hasUnits = std::ranges::any_of(names, [](const QString& name) {
        return name.startsWith("AU") && !signalNamed(ExpressionFormat::PyFeat, name).isEmpty();
    });
    if (hasUnits && columnNamed(names, {"FaceScore", "FaceRectX", "frame", "input"}) >= 0) {
        return ExpressionFormat::PyFeat;
    }
    if (countOf(ExpressionFormat::MediaPipe, names) >= fewestBlendshapes) {
        return ExpressionFormat::MediaPipe;
    }
    if (countOf(ExpressionFormat::Facet, names) > 0) {
        return ExpressionFormat::Facet;
    }
    if (countOf(ExpressionFormat::Affdex, names) >= fewestMetrics) {
        return ExpressionFormat::Affdex;
    }
    return std::nullopt;
}

Result<ExpressionColumns> columnsOf(ExpressionFormat format, const QStringList& names) {
    ExpressionColumns columns;
    columns.layout.format = format;
    columns.columns = int(names.size());
    switch (format) {
    case ExpressionFormat::OpenFace:
        setOpenFace(columns, names);
        break;
    case ExpressionFormat::PyFeat:
        setPyFeat(columns, names);
        break;
    case ExpressionFormat::MediaPipe:
        setMediaPipe(columns, names);
        break;
    default:
        setImotions(columns, names);
    }
    if (const Status status = setSignals(columns, names); !status) {
        return status.error();
    }
    if (columns.layout.signalNames.isEmpty()) {
        return Error::invalid(Import::tr("The header names no column of %1, such as: %2. Choose the format "
                                         "that the file has, or let it be recognised.")
                                  .arg(formatName(format), QString::fromLatin1(namesOf(format).columns)));
    }
    return columns;
}

} // namespace moderato::interchange
