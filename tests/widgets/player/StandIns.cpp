#include "StandIns.h"

#include "tests/support/PaintedNumber.h"

#include <QFile>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>

namespace moderato::test {

using namespace widgets;

namespace {

QByteArray output(const QString& program, const QStringList& arguments) {
    QProcess tool;
    tool.start(program, arguments);
    return tool.waitForFinished(120'000) && tool.exitCode() == 0 ? tool.readAllStandardOutput()
                                                                 : QByteArray();
}

} // namespace

bool ffmpeg(const QStringList& arguments) {
    return QProcess::execute(QStringLiteral("ffmpeg"),
                             QStringList{QStringLiteral("-v"), QStringLiteral("error"),
                                         QStringLiteral("-nostdin"), QStringLiteral("-y")} +
                                 arguments) == 0;
}

QString timedClip(const QString& name) {
    static const QTemporaryDir folder;
    if (const QString ready = qEnvironmentVariable("MODERATO_TIMED_CLIPS"); !ready.isEmpty()) {
        return ready + QLatin1Char('/') + name;
    }
    static const bool made =
        QProcess::execute(
            QStringLiteral("bash"),
            {QStringLiteral(MODERATO_SOURCE_DIR "/tests/support/make_timed_clips.sh"), folder.path()}) == 0;
    const QString path = folder.filePath(name);
    return made && QFile::exists(path) ? path : QString();
}

FrameTimes framesByFfprobe(const QString& path) {
    const QStringList base{QStringLiteral("-v"),  QStringLiteral("error"), QStringLiteral("-select_streams"),
                           QStringLiteral("v:0"), QStringLiteral("-of"),   QStringLiteral("csv=p=0")};
    const QString probe = QStringLiteral("ffprobe");
    FrameTimes times;
    const QByteArray unit = output(
        probe, base + QStringList{QStringLiteral("-show_entries"), QStringLiteral("stream=time_base"), path});
    const QList<QByteArray> parts = unit.trimmed().split('\n').value(0).replace(',', "").split('/');
    times.timeBase = {parts.value(0).toInt(), parts.value(1).toInt()};
    const QByteArray frames =
        output(probe, base + QStringList{QStringLiteral("-show_entries"),
                                         QStringLiteral("frame=key_frame,best_effort_timestamp"), path});
    for (const QByteArray& line : frames.split('\n')) {
        const QList<QByteArray> fields = line.split(',');
        bool number = false;
        const qint64 pts = fields.value(1).toLongLong(&number);
        if (number) {
            times.pts.push_back(pts);
            times.isKey.push_back(quint8(fields[0].toInt()));
        }
    }
    return times;
}

int firstNumberByFfmpeg(const QString& path) {
    const QByteArray png = output(QStringLiteral("ffmpeg"),
                                  {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-copyts"),
                                   QStringLiteral("-i"), path, QStringLiteral("-vsync"),
                                   QStringLiteral("passthrough"), QStringLiteral("-frames:v"),
                                   QStringLiteral("1"), QStringLiteral("-f"), QStringLiteral("image2pipe"),
                                   QStringLiteral("-c:v"), QStringLiteral("png"), QStringLiteral("-")});
    return paintedNumber(QImage::fromData(png));
}

QImage paintNumber(int number, QSize size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(90, 120, 150));
    QPainter painter(&image);
    const unsigned check = unsigned(number ^ (number >> 4) ^ (number >> 8)) & 15;
    const unsigned bits = unsigned(number) | check << 12;
    for (int column = 0; column < 16; ++column) {
        const double width = size.width() / 16.0;
        painter.fillRect(QRectF(column * width, 0, width, size.height() / 4.0),
                         bits >> column & 1 ? Qt::white : Qt::black);
    }
    return image;
}

PlayerServices standInServices(int first) {
    PlayerServices services;
    services.frameTimes = [](const QString& path, const JobContext&) -> Result<FrameTimes> {
        return framesByFfprobe(path);
    };
    services.keyFrameAt = [first](const QString& path, double seconds, QSize,
                                  const JobContext&) -> Result<StillFrame> {
        const FrameTimes times = framesByFfprobe(path);
        if (times.pts.empty()) {
            return Error::invalid(QStringLiteral("no frames: the file may be gone"));
        }
        const qint64 key = times.keyBefore(times.numberAt(times.start() + seconds));
        return StillFrame{times.pts[size_t(key)], times.timeBase, paintNumber(first + int(key))};
    };
    services.framesUpTo = [first](const QString& path, qint64 pts, int count, QSize,
                                  const JobContext&) -> Result<std::vector<StillFrame>> {
        const FrameTimes times = framesByFfprobe(path);
        if (times.pts.empty()) {
            return Error::invalid(QStringLiteral("no frames: the file may be gone"));
        }
        const qint64 last = times.numberOf(pts);
        std::vector<StillFrame> frames;
        for (qint64 n = std::max<qint64>(0, last - count + 1); n <= last; ++n) {
            frames.push_back({times.pts[size_t(n)], times.timeBase, paintNumber(first + int(n))});
        }
        return frames;
    };
    return services;
}

void PlayerViewTest::SetUp() {
    if (timedClip(QStringLiteral("constant.mp4")).isEmpty()) {
        GTEST_SKIP() << "no ffmpeg here: there is no clip to try";
    }
    view.resize(480, 320);
    view.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&view));
}

void PlayerViewTest::open(const QString& path, const CareEffect& care) {
    ASSERT_FALSE(path.isEmpty());
    view.open(path, true, true, care);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            return view.isPictureShown() && view.state().frames > 0 && view.state().frame >= 0 &&
                   view.state().size.isValid();
        },
        waitMs))
        << qPrintable(path) << qPrintable(view.state().problem);
}

bool PlayerViewTest::reaches(qint64 frame) {
    return QTest::qWaitFor([&] { return view.state().exact && view.state().frame == frame; }, waitMs);
}

QImage PlayerViewTest::picture() {
    const QImage screen = view.grabPicture();
    const QSize fits = view.state().size.scaled(screen.size(), Qt::KeepAspectRatio);
    return screen.copy(
        QRect(QPoint((screen.width() - fits.width()) / 2, (screen.height() - fits.height()) / 2), fits));
}

int PlayerViewTest::shownNumber() {
    return paintedNumber(picture());
}

} // namespace moderato::test
