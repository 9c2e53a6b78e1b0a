#include "widgets/expressions/CameraFeed.h"

#include <QCamera>
#include <QCameraDevice>
#include <QCoreApplication>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include <mutex>

namespace moderato::widgets {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(moderato::widgets::CameraFeed)
};

constexpr int wantedPixels = 640 * 480; ///< What the models see is smaller still.
constexpr float wantedRate = 15;

/// The smallest format that has enough pixels and frames; a null one: the camera chooses.
QCameraFormat formatOf(const QCameraDevice& device) {
    QCameraFormat best;
    const auto pixels = [](const QCameraFormat& format) {
        return format.resolution().width() * format.resolution().height();
    };
    for (const QCameraFormat& format : device.videoFormats()) {
        const bool isEnough = pixels(format) >= wantedPixels && format.maxFrameRate() >= wantedRate;
        if (isEnough && (best.isNull() || pixels(format) < pixels(best))) {
            best = format;
        }
    }
    return best;
}

QString withoutIt() {
    return Text::tr("You can read on without it; then nothing is measured and nothing is stored.");
}

} // namespace

struct CameraFeed::State {
    QMediaCaptureSession session;
    QVideoSink sink;
    std::unique_ptr<QCamera> camera;
    std::mutex mutex; ///< Held while a frame is handed on, so that none comes after a stop.
    bool runs = false;
    Events events;
};

CameraFeed::CameraFeed() = default;

CameraFeed::~CameraFeed() {
    stop();
}

void CameraFeed::start(Events events) {
    stop();
    const QCameraDevice device = QMediaDevices::defaultVideoInput();
    if (device.isNull()) {
        events.failed(Error::notFound(
            Text::tr("No camera is connected, or this account may not use it. Connect one and start again.") +
            QLatin1Char(' ') + withoutIt()));
        return;
    }
    if (!state_) {
        state_ = std::make_unique<State>();
        QObject::connect(
            &state_->sink, &QVideoSink::videoFrameChanged, &state_->sink,
            [state = state_.get()](const QVideoFrame& frame) {
                const std::lock_guard lock(state->mutex);
                if (state->runs) {
                    state->events.frame(frame.toImage());
                }
            },
            Qt::DirectConnection);
        state_->session.setVideoSink(&state_->sink);
    }
    state_->camera = std::make_unique<QCamera>(device);
    if (const QCameraFormat format = formatOf(device); !format.isNull()) {
        state_->camera->setCameraFormat(format);
    }
    QObject::connect(state_->camera.get(), &QCamera::errorOccurred, state_->camera.get(),
                     [state = state_.get()](QCamera::Error error, const QString& detail) {
                         if (error != QCamera::NoError && state->runs) {
                             state->events.failed(
                                 Error::io(Text::tr("The camera failed; another program may be using it. "
                                                    "Close that one and start again.") +
                                               QLatin1Char(' ') + withoutIt(),
                                           detail));
                         }
                     });
    state_->events = std::move(events);
    state_->runs = true;
    state_->session.setCamera(state_->camera.get());
    state_->camera->start();
}

void CameraFeed::stop() {
    if (!state_ || !state_->camera) {
        return;
    }
    {
        const std::lock_guard lock(state_->mutex);
        state_->runs = false;
    }
    state_->camera->stop();
    state_->session.setCamera(nullptr);
    state_->camera.reset();
    state_->sink.setVideoFrame({}); // The last picture goes with it.
}

} // namespace moderato::widgets
