#include "widgets/player/private/MpvCore.h"

#include "core/base/Log.h"
#include "widgets/player/private/MpvOptions.h"

#include <QFileInfo>
#include <QOpenGLContext>
#include <QPainter>
#include <QTransform>

#include <clocale>
#include <cmath>

namespace moderato::widgets {
namespace {

/// Tags of commands: the file's generation in the upper half, so that they never meet.
constexpr quint64 seekTags = quint64(1) << 62;

void* procAddress(void*, const char* name) {
    QOpenGLContext* context = QOpenGLContext::currentContext();
    return context ? reinterpret_cast<void*>(context->getProcAddress(name)) : nullptr;
}

QByteArray number(double value) {
    return QByteArray::number(value, 'f', 6);
}

} // namespace

MpvCore::MpvCore(QObject* parent)
    : QObject(parent)
    , seekTag_(seekTags) {
    std::setlocale(LC_NUMERIC, "C"); // mpv reads and writes numbers with it
    mpv_ = mpv_create();
    if (!mpv_) {
        report_.problem = tr("The video player could not start. Restart the program.");
        return;
    }
    setMpvOptions(mpv_);
    if (const int error = mpv_initialize(mpv_); error < 0) {
        qCWarning(log) << "mpv_initialize:" << mpv_error_string(error);
        mpv_terminate_destroy(mpv_);
        mpv_ = nullptr;
        report_.problem = tr("The video player could not start. Restart the program.");
        return;
    }
    mpv_request_log_messages(mpv_, "error");
    mpv_hook_add(mpv_, 0, "on_preloaded", 0); // tracks are known, none is chosen
    mpv_set_wakeup_callback(
        mpv_,
        [](void* self) {
            auto* core = static_cast<MpvCore*>(self);
            if (!core->wakeupQueued_.exchange(true)) {
                QMetaObject::invokeMethod(core, &MpvCore::drainEvents, Qt::QueuedConnection);
            }
        },
        this);
}

MpvCore::~MpvCore() {
    if (render_) {
        qCWarning(log) << "MpvCore: render context outlived its GL context";
        closeRender();
    }
    if (mpv_) {
        mpv_set_wakeup_callback(mpv_, nullptr, nullptr);
        mpv_terminate_destroy(mpv_);
    }
}

void MpvCore::openRender(Renderer renderer) {
    if (!mpv_ || render_) {
        return;
    }
    const bool isOpenGl = renderer == Renderer::OpenGl;
    if (!isOpenGl) {
        setText("video-rotate", "no"); // mpv's drawing into memory does not turn pictures
    }
    mpv_opengl_init_params init{procAddress, nullptr};
    mpv_render_param params[] = {
        {MPV_RENDER_PARAM_API_TYPE,
         const_cast<char*>(isOpenGl ? MPV_RENDER_API_TYPE_OPENGL : MPV_RENDER_API_TYPE_SW)},
        {isOpenGl ? MPV_RENDER_PARAM_OPENGL_INIT_PARAMS : MPV_RENDER_PARAM_INVALID, &init},
        {MPV_RENDER_PARAM_INVALID, nullptr}};
    if (const int error = mpv_render_context_create(&render_, mpv_, params); error < 0) {
        qCWarning(log) << "mpv_render_context_create:" << mpv_error_string(error);
        render_ = nullptr;
        return;
    }
    mpv_render_context_set_update_callback(
        render_,
        [](void* self) {
            auto* core = static_cast<MpvCore*>(self);
            if (!core->updateQueued_.exchange(true)) {
                QMetaObject::invokeMethod(core, &MpvCore::onFrame, Qt::QueuedConnection);
            }
        },
        this);
}

void MpvCore::closeRender() {
    if (render_) {
        mpv_render_context_set_update_callback(render_, nullptr, nullptr);
        mpv_render_context_free(render_);
        render_ = nullptr;
    }
}

/// Whether the frame that waits to be drawn was not drawn before.
bool MpvCore::isFreshFrameWaiting() const {
    mpv_render_frame_info next{};
    mpv_render_param info{MPV_RENDER_PARAM_NEXT_FRAME_INFO, &next};
    return mpv_render_context_get_info(render_, info) >= 0 && (next.flags & MPV_RENDER_FRAME_INFO_PRESENT) &&
           !(next.flags & (MPV_RENDER_FRAME_INFO_REDRAW | MPV_RENDER_FRAME_INFO_REPEAT));
}

void MpvCore::onFrame() {
    updateQueued_ = false;
    if (!render_ || !(mpv_render_context_update(render_) & MPV_RENDER_UPDATE_FRAME)) {
        return;
    }
    drainEvents(); // what was said before it came
    hasFrame_ = hasFrame_ || started_;
    frameWaiting_ = true;
    noteStep();
    Q_EMIT frameReady();
}

/// Before the frame that waits is taken, also by a paint that comes before it is announced.
void MpvCore::noteStep() {
    if (seek_ == Seek::Stepping && !stepHasFrame_ && isFreshFrameWaiting()) {
        stepHasFrame_ = true;
        askTime();
    }
}

void MpvCore::render(int framebuffer, QSize pixels, bool flip) {
    mpv_opengl_fbo target{framebuffer, pixels.width(), pixels.height(), 0};
    int flipY = flip ? 1 : 0;
    int wait = 0; // never holds the GUI thread until the frame's time
    mpv_render_param params[] = {{MPV_RENDER_PARAM_OPENGL_FBO, &target},
                                 {MPV_RENDER_PARAM_FLIP_Y, &flipY},
                                 {MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &wait},
                                 {MPV_RENDER_PARAM_INVALID, nullptr}};
    draw(params);
}

void MpvCore::render(QImage& into) {
    const bool lies = rotation_ % 180 != 0;
    QImage upright;
    if (rotation_ != 0) {
        upright = QImage(lies ? into.size().transposed() : into.size(), QImage::Format_RGB32);
        upright.fill(Qt::black);
    }
    QImage& target = rotation_ != 0 ? upright : into;
    int size[] = {target.width(), target.height()};
    size_t line = size_t(target.bytesPerLine());
    int wait = 0;
    mpv_render_param params[] = {{MPV_RENDER_PARAM_SW_SIZE, size},
                                 {MPV_RENDER_PARAM_SW_FORMAT, const_cast<char*>("bgr0")},
                                 {MPV_RENDER_PARAM_SW_STRIDE, &line},
                                 {MPV_RENDER_PARAM_SW_POINTER, target.bits()},
                                 {MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &wait},
                                 {MPV_RENDER_PARAM_INVALID, nullptr}};
    draw(params);
    if (rotation_ != 0) {
        QPainter painter(&into);
        painter.drawImage(0, 0, upright.transformed(QTransform().rotate(rotation_)));
    }
}

void MpvCore::draw(mpv_render_param* params) {
    if (render_) {
        noteStep();
        frameWaiting_ = false;
        mpv_render_context_render(render_, params);
    }
}

void MpvCore::takeFrame() {
    if (!render_ || !frameWaiting_) {
        return;
    }
    frameWaiting_ = false;
    int skip = 1, wait = 0;
    mpv_render_param params[] = {{MPV_RENDER_PARAM_SKIP_RENDERING, &skip},
                                 {MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &wait},
                                 {MPV_RENDER_PARAM_INVALID, nullptr}};
    mpv_render_context_render(render_, params);
    reportSwap();
}

void MpvCore::reportSwap() {
    if (render_) {
        mpv_render_context_report_swap(render_);
    }
}

/// Whatever is open is nobody's business any more; speed and volume stay as the person set them.
void MpvCore::forget() {
    MpvReport fresh;
    fresh.speed = report_.speed;
    fresh.volume = report_.volume;
    report_ = fresh;
    path_.clear();
    subtitleIds_.clear();
    displaySize_ = {};
    rotation_ = 0;
    hasFrame_ = frameWaiting_ = stepping_ = loading_ = accepted_ = started_ = false;
    seek_ = Seek::None;
    if (mpv_) {
        mpv_unobserve_property(mpv_, generation_);
    }
    ++generation_;
}

void MpvCore::open(const QString& path, bool paused, bool muted) {
    forget();
    path_ = path;
    const QFileInfo file(path);
    if (!mpv_ || !render_) {
        report_.problem = tr("The video player could not start. Restart the program.");
    } else if (!file.isFile()) {
        report_.problem =
            tr("The video file is not there any more: %1. Put it back or import it again.").arg(path);
    } else if (!file.isReadable()) {
        report_.problem = tr("The video file may not be read: %1. Change its permissions.").arg(path);
    }
    if (!report_.problem.isEmpty()) {
        if (mpv_) {
            command({"stop"});
        }
        Q_EMIT changed();
        return;
    }
    loading_ = true;
    setFlag("pause", paused);
    setFlag("mute", muted); // taken before the file is, so that no sample is heard
    setText("sid", "no");
    setText("ab-loop-a", "no");
    setText("ab-loop-b", "no");
    setNumber("hr-seek-demuxer-offset", 0.5);
    report_.paused = paused;
    report_.muted = muted;
    const QByteArray name = file.absoluteFilePath().toUtf8();
    command({"loadfile", name.constData(), "replace"}, generation_);
    Q_EMIT changed();
}

void MpvCore::stop() {
    if (mpv_ && !path_.isEmpty()) {
        command({"stop"});
    }
    forget();
    Q_EMIT changed();
}

void MpvCore::setPaused(bool paused) {
    stepping_ = false;
    setFlag("pause", paused);
}

void MpvCore::setMuted(bool muted) {
    setFlag("mute", muted);
}

void MpvCore::setSpeed(double speed) {
    setNumber("speed", speed);
}

void MpvCore::setVolume(double volume) {
    setNumber("volume", volume);
}

void MpvCore::setSubtitle(int track) {
    const bool known = track > 0 && size_t(track) <= subtitleIds_.size();
    setText("sid", known ? QByteArray::number(qint64(subtitleIds_[size_t(track) - 1])).constData() : "no");
}

void MpvCore::setLoopFile(bool loop) {
    setText("loop-file", loop ? "inf" : "no");
}

void MpvCore::setLoopSegment(std::optional<std::pair<SeekOrder, double>> fromTo) {
    if (fromTo) {
        setNumber("hr-seek-demuxer-offset", fromTo->first.leadIn);
        setText("ab-loop-a", number(fromTo->first.time).constData());
        setText("ab-loop-b", number(fromTo->second).constData());
    } else {
        setText("ab-loop-a", "no");
        setText("ab-loop-b", "no");
    }
}

void MpvCore::seek(const SeekOrder& order) {
    if (!mpv_ || path_.isEmpty() || !report_.problem.isEmpty() || !report_.seekable) {
        return;
    }
    seek_ = Seek::Sent;
    setNumber("hr-seek-demuxer-offset", order.leadIn);
    const QByteArray time = number(order.time);
    if (order.time < 0) { // as a seek it would count from the end
        command({"set", "time-pos", time.constData()}, ++seekTag_);
    } else {
        command({"seek", time.constData(), "absolute+exact"}, ++seekTag_);
    }
}

void MpvCore::divertSeek(double time) {
    if (mpv_ && isSeeking() && time >= 0) {
        seek_ = Seek::Sent;
        command({"seek", number(time).constData(), "absolute+keyframes"}, ++seekTag_);
    }
}

void MpvCore::stepForward() {
    if (mpv_ && !path_.isEmpty()) {
        stepping_ = true;
        stepHasFrame_ = false;
        seek_ = Seek::Stepping;
        ++seekTag_; // answers to questions from before are overtaken
        command({"frame-step"});
    }
}

void MpvCore::stepBack() {
    if (mpv_ && !path_.isEmpty()) {
        seek_ = Seek::Sent;
        command({"frame-back-step"}, ++seekTag_);
    }
}

void MpvCore::setFlag(const char* name, bool value) {
    if (mpv_) {
        int flag = value ? 1 : 0;
        mpv_set_property_async(mpv_, 0, name, MPV_FORMAT_FLAG, &flag);
    }
}

void MpvCore::setNumber(const char* name, double value) {
    if (mpv_) {
        mpv_set_property_async(mpv_, 0, name, MPV_FORMAT_DOUBLE, &value);
    }
}

void MpvCore::setText(const char* name, const char* value) {
    if (mpv_) {
        mpv_set_property_async(mpv_, 0, name, MPV_FORMAT_STRING, &value);
    }
}

void MpvCore::command(std::initializer_list<const char*> words, quint64 tag) {
    std::vector<const char*> argv(words);
    argv.push_back(nullptr);
    mpv_command_async(mpv_, tag, argv.data());
}

} // namespace moderato::widgets
