// How fast other programs' files about a face are read, and in how much memory, on files made here:
//   bench_face_files [ROWS]            (100000; a tenth of it for the files with hundreds of columns)
#include "core/interchange/ExpressionFile.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/resource.h>

using namespace moderato;

namespace {

QByteArrayList numbered(const QByteArray& stem, int from, int to, const QByteArray& end = {}) {
    QByteArrayList names;
    for (int i = from; i <= to; ++i) {
        names << stem + QByteArray::number(i) + end;
    }
    return names;
}

QByteArrayList signalNames(interchange::ExpressionFormat format) {
    QByteArrayList names;
    for (const QString& name : interchange::signalsOf(format)) {
        names << name.toLatin1();
    }
    return names;
}

QByteArrayList openFaceColumns(bool landmarks) {
    QByteArrayList columns{"frame", "face_id", "timestamp", "confidence", "success"};
    for (const char* stem : {"x_", "y_", "X_", "Y_", "Z_"}) {
        columns += landmarks ? numbered(stem, 0, 67) : QByteArrayList();
    }
    columns += landmarks ? numbered("p_", 0, 33) : QByteArrayList();
    return columns + signalNames(interchange::ExpressionFormat::OpenFace);
}

QByteArrayList pyFeatColumns() {
    QByteArrayList columns{"FaceRectX", "FaceScore"};
    columns += signalNames(interchange::ExpressionFormat::PyFeat);
    for (const char* stem : {"mesh_x_", "mesh_y_", "mesh_z_"}) {
        columns += numbered(stem, 0, 477);
    }
    return columns + numbered("Identity_", 1, 512) +
           QByteArrayList{"input", "frame", "approx_time", "Identity"};
}

QByteArray cellOf(int row, const QByteArray& column) {
    if (column == "frame") {
        return QByteArray::number(row);
    }
    if (column == "timestamp") {
        return QByteArray::number(row * 0.04, 'f', 3);
    }
    if (column == "time_ms") {
        return QByteArray::number(row * 40);
    }
    if (column == "approx_time") {
        return QByteArray::number(row / 1500) + ":" + QByteArray::number(row / 25 % 60);
    }
    if (column == "success" || column == "face_id" || column.endsWith("_c")) {
        return "1";
    }
    return "0." + QByteArray::number(row * 2654435761U % 900 + 100);
}

void measure(const char* name, const QByteArrayList& columns, const QByteArray& separator, int rows) {
    const QTemporaryDir folder;
    QFile file(folder.filePath("file.csv"));
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    file.write(columns.join(separator) + "\n");
    for (int row = 1; row <= rows; ++row) {
        QByteArrayList cells;
        for (const QByteArray& column : columns) {
            cells << cellOf(row, column);
        }
        file.write(cells.join(separator) + "\n");
    }
    const double megabytes = double(file.pos()) / 1e6;
    file.close();
    QElapsedTimer timer;
    timer.start();
    double sum = 0;
    const auto read = interchange::readExpressions(
        file.fileName(), {},
        [&sum](const interchange::ExpressionLayout&, const interchange::ExpressionSample& sample) {
            sum += double(sample.values[0]);
            return true;
        },
        {}, JobContext());
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("{\"file\":\"%s\",\"columns\":%d,\"rows\":%lld,\"megabytes\":%.0f,\"seconds\":%.2f,"
                "\"rows_per_second\":%.0f,\"megabytes_per_second\":%.0f,\"peak_memory_megabytes\":%.0f}\n",
                name, int(columns.size()), read ? read->samples : -1LL, megabytes, seconds, rows / seconds,
                megabytes / seconds, double(usage.ru_maxrss) / 1e3);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv) {
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    measure("OpenFace, action units", openFaceColumns(false), ", ", rows);
    measure("OpenFace, everything", openFaceColumns(true), ", ", rows / 10);
    measure("Py-Feat 2", pyFeatColumns(), ",", rows / 10);
    measure("MediaPipe", QByteArrayList{"time_ms"} + signalNames(interchange::ExpressionFormat::MediaPipe),
            ",", rows);
    return 0;
}
