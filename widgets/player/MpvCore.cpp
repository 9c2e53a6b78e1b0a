#include "widgets/player/private/MpvCore.h"

#include "core/base/Log.h"

#include <QFileInfo>
#include <QOpenGLContext>

#include <clocale>
#include <cmath>
#include <vector>

namespace moderato::widgets {
namespace {

void* procAddress(void*, const char* name) {
    QOpenGLContext* context = QOpenGLContext::currentContext();
    return context ? reinterpret_cast<void*>(context->getProcAddress(name)) : nullptr;
}

bool soundIsOff() {
    return qEnvironmentVariableIsSet("MODERATO_NO_SOUND");
}

} // namespace

MpvCore::MpvCore(QObject* parent)
    : QObject(parent) {
    std::setlocale(LC_NUMERIC, "C"); // mpv reads and writes numbers with it
    mpv_ = mpv_create();
    if (!mpv_) {
        state_.problem = tr("The video player could not start. Restart the program.");
        return;
    }
    // The files are strangers': nothing but the one file is read, and nothing of this machine's mpv set-up.
    for (const char* off : {"config",
                            "load-scripts",
                            "ytdl",
                            "osc",
                            "input-default-bindings",
                            "input-vo-keyboard",
                            "terminal",
                            "load-stats-overlay",
                            "load-osd-console",
                            "load-auto-profiles",
                            "sub-auto",
                            "audio-file-auto",
                            "cover-art-auto",
                            "autoload-files",
                            "load-unsafe-playlists",
                            "access-references",
                            "ordered-chapters",
                            "resume-playback",
                            "hwdec",
                            "audio-display",
                            "input-media-keys",
                            "stop-screensaver",
                            "gpu-hwdec-interop"}) {
        setOption(off, "no");
    }
    setOption("vo", "libmpv");
    setOption("demuxer", "lavf"); // no playlists, no EDL
    setOption("demuxer-lavf-o", "protocol_whitelist=file");
    setOption("stream-lavf-o", "protocol_whitelist=file");
    setOption("hr-seek", "yes");
    setOption("hr-seek-framedrop", "no");
    setOption("keep-open", "yes");
    setOption("idle", "yes");
    setOption("audio-fallback-to-null", "yes");
    if (soundIsOff()) {
        setOption("ao", "null");
    }
    setOption("osd-level", "0");
    setOption("scale", "bilinear"); // smooth enough, and cheap where OpenGL runs on the processor
    setOption("dscale", "bilinear");
    setOption("dither-depth", "no");
    setOption("pause", "yes");
    if (const int error = mpv_initialize(mpv_); error < 0) {
        qCWarning(log) << "mpv_initialize:" << mpv_error_string(error);
        mpv_terminate_destroy(mpv_);
        mpv_ = nullptr;
        state_.problem = tr("The video player could not start. Restart the program.");
        return;
    }
    mpv_request_log_messages(mpv_, "error");
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
        mpv_render_context_set_update_callback(render_, nullptr, nullptr);
        mpv_render_context_free(render_);
    }
    if (mpv_) {
        mpv_set_wakeup_callback(mpv_, nullptr, nullptr);
        mpv_terminate_destroy(mpv_);
    }
}

bool MpvCore::openRender() {
    if (!mpv_ || render_) {
        return render_ != nullptr;
    }
    mpv_opengl_init_params init{procAddress, nullptr};
    mpv_render_param params[] = {{MPV_RENDER_PARAM_API_TYPE, const_cast<char*>(MPV_RENDER_API_TYPE_OPENGL)},
                                 {MPV_RENDER_PARAM_OPENGL_INIT_PARAMS, &init},
                                 {MPV_RENDER_PARAM_INVALID, nullptr}};
    if (const int error = mpv_render_context_create(&render_, mpv_, params); error < 0) {
        qCWarning(log) << "mpv_render_context_create:" << mpv_error_string(error);
        render_ = nullptr;
        return false;
    }
    mpv_render_context_set_update_callback(
        render_,
        [](void* self) {
            auto* core = static_cast<MpvCore*>(self);
            if (!core->updateQueued_.exchange(true)) {
                QMetaObject::invokeMethod(
                    core,
                    [core] {
                        core->updateQueued_ = false;
                        if (core->render_ &&
                            (mpv_render_context_update(core->render_) & MPV_RENDER_UPDATE_FRAME)) {
                            core->hasFrame_ = core->hasFrame_ || core->started_;
                            Q_EMIT core->frameReady();
                        }
                    },
                    Qt::QueuedConnection);
            }
        },
        this);
    return true;
}

void MpvCore::closeRender() {
    if (render_) {
        mpv_render_context_set_update_callback(render_, nullptr, nullptr);
        mpv_render_context_free(render_);
        render_ = nullptr;
    }
}

void MpvCore::render(int framebuffer, QSize pixels, bool flip) {
    if (!render_) {
        return;
    }
    mpv_opengl_fbo target{framebuffer, pixels.width(), pixels.height(), 0};
    int flipY = flip ? 1 : 0;
    int wait = 0; // never holds the GUI thread until the frame's time
    mpv_render_param params[] = {{MPV_RENDER_PARAM_OPENGL_FBO, &target},
                                 {MPV_RENDER_PARAM_FLIP_Y, &flipY},
                                 {MPV_RENDER_PARAM_BLOCK_FOR_TARGET_TIME, &wait},
                                 {MPV_RENDER_PARAM_INVALID, nullptr}};
    mpv_render_context_render(render_, params);
}

void MpvCore::reportSwap() {
    if (render_) {
        mpv_render_context_report_swap(render_);
    }
}

void MpvCore::observe() {
    for (const char* number : {"time-pos", "duration", "speed", "volume", "container-fps"}) {
        mpv_observe_property(mpv_, generation_, number, MPV_FORMAT_DOUBLE);
    }
    for (const char* count : {"dwidth", "dheight"}) {
        mpv_observe_property(mpv_, generation_, count, MPV_FORMAT_INT64);
    }
    for (const char* flag : {"pause", "mute", "eof-reached"}) {
        mpv_observe_property(mpv_, generation_, flag, MPV_FORMAT_FLAG);
    }
    for (const char* text : {"loop-file", "aid", "vid"}) {
        mpv_observe_property(mpv_, generation_, text, MPV_FORMAT_STRING);
    }
}

/// Whatever is open is nobody's business any more; speed, volume and loop stay as the person set them.
void MpvCore::forget() {
    PlayerState fresh;
    fresh.loop = state_.loop;
    fresh.speed = state_.speed;
    fresh.volume = state_.volume;
    state_ = fresh;
    hasFrame_ = seeking_ = loading_ = accepted_ = started_ = false;
    wantedSeek_.reset();
    wantedSteps_ = 0;
    if (mpv_) {
        mpv_unobserve_property(mpv_, generation_);
    }
    ++generation_;
}

void MpvCore::open(const QString& path, bool paused, bool muted) {
    forget();
    state_.path = path;
    const QFileInfo file(path);
    if (!mpv_ || !render_) {
        state_.problem = tr("Video cannot be shown here: OpenGL is missing. Install the Mesa drivers.");
    } else if (!file.isFile()) {
        state_.problem =
            tr("The video file is not there any more: %1. Put it back or import it again.").arg(path);
    } else if (!file.isReadable()) {
        state_.problem = tr("The video file may not be read: %1. Change its permissions.").arg(path);
    }
    if (!state_.problem.isEmpty()) {
        if (mpv_) {
            command({"stop"});
        }
        Q_EMIT changed();
        return;
    }
    loading_ = true;
    setFlag("pause", paused);
    setFlag("mute", muted);
    state_.paused = paused;
    state_.muted = muted;
    const QByteArray name = file.absoluteFilePath().toUtf8();
    command({"loadfile", name.constData(), "replace"}, generation_);
    Q_EMIT changed();
}

void MpvCore::stop() {
    if (mpv_ && state_.isOpen()) {
        command({"stop"});
    }
    forget();
    Q_EMIT changed();
}

void MpvCore::setPaused(bool paused) {
    if (!paused && state_.ended) {
        seek(0); // play after the end starts again
    }
    setFlag("pause", paused);
}

void MpvCore::setMuted(bool muted) {
    setFlag("mute", muted);
}

void MpvCore::setLoop(bool loop) {
    if (mpv_) {
        mpv_set_property_string(mpv_, "loop-file", loop ? "inf" : "no");
    }
}

void MpvCore::setSpeed(double speed) {
    setNumber("speed", speed);
}

void MpvCore::setVolume(double volume) {
    setNumber("volume", volume);
}

void MpvCore::seek(double seconds) {
    if (!mpv_ || !state_.isOpen() || !state_.problem.isEmpty()) {
        return;
    }
    wantedSteps_ = 0;
    wantedSeek_ = std::max(0.0, state_.duration > 0 ? std::min(seconds, state_.duration) : seconds);
    flushSeek();
}

void MpvCore::flushSeek() {
    if (seeking_ || loading_) {
        return;
    }
    if (wantedSeek_) {
        seeking_ = true;
        const QByteArray target = QByteArray::number(*wantedSeek_, 'f', 6);
        wantedSeek_.reset();
        command({"seek", target.constData(), "absolute+exact"});
    } else if (wantedSteps_ < 0) {
        ++wantedSteps_;
        seeking_ = true;
        command({"frame-back-step"});
    } else {
        for (; wantedSteps_ > 0; --wantedSteps_) {
            command({"frame-step"});
        }
    }
}

/// mpv drops a step back that comes while it still seeks for the one before: they wait here instead.
void MpvCore::stepFrame(int direction) {
    if (state_.isOpen() && state_.problem.isEmpty()) {
        wantedSteps_ += direction < 0 ? -1 : 1;
        flushSeek();
    }
}

void MpvCore::setOption(const char* name, const char* value) {
    if (const int error = mpv_set_option_string(mpv_, name, value); error < 0) {
        qCDebug(log) << "mpv option" << name << mpv_error_string(error);
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

void MpvCore::command(std::initializer_list<const char*> words, quint64 tag) {
    std::vector<const char*> argv(words);
    argv.push_back(nullptr);
    mpv_command_async(mpv_, tag, argv.data());
}

void MpvCore::drainEvents() {
    wakeupQueued_ = false;
    const PlayerState before = state_;
    while (mpv_) {
        const mpv_event* event = mpv_wait_event(mpv_, 0);
        if (event->event_id == MPV_EVENT_NONE) {
            break;
        }
        switch (event->event_id) {
        case MPV_EVENT_PROPERTY_CHANGE:
            if (event->reply_userdata == generation_) {
                onProperty(*static_cast<mpv_event_property*>(event->data));
            }
            break;
        case MPV_EVENT_START_FILE:
            if (accepted_ && !started_) {
                started_ = true;
                observe();
            }
            break;
        case MPV_EVENT_END_FILE:
            onEndFile(*static_cast<mpv_event_end_file*>(event->data));
            break;
        case MPV_EVENT_PLAYBACK_RESTART:
            if (started_) {
                seeking_ = loading_ = false;
                flushSeek();
            }
            break;
        case MPV_EVENT_COMMAND_REPLY:
            if (event->reply_userdata == generation_) {
                accepted_ = true;
            } else if (event->error < 0) { // a refused seek must not hold up the next one
                seeking_ = false;
                flushSeek();
            }
            break;
        case MPV_EVENT_LOG_MESSAGE: {
            const auto* message = static_cast<mpv_event_log_message*>(event->data);
            qCDebug(log) << "mpv" << message->prefix << QByteArray(message->text).trimmed();
            break;
        }
        default:
            break;
        }
    }
    // mpv's estimated-frame-number is the same sum, but it does not say when that changes.
    state_.frame = state_.fps > 0 ? std::llround(state_.position * state_.fps) : 0;
    state_.frames = state_.fps > 0 ? std::llround(state_.duration * state_.fps) : 0;
    if (!(state_ == before)) {
        Q_EMIT changed();
    }
}

void MpvCore::onProperty(const mpv_event_property& property) {
    const QByteArrayView name(property.name);
    if (property.format == MPV_FORMAT_DOUBLE) {
        const double value = *static_cast<double*>(property.data);
        if (name == "time-pos") {
            state_.position = std::max(0.0, value);
        } else if (name == "duration") {
            state_.duration = value;
        } else if (name == "speed") {
            state_.speed = value;
        } else if (name == "volume") {
            state_.volume = value;
        } else if (name == "container-fps") {
            state_.fps = value;
        }
    } else if (property.format == MPV_FORMAT_INT64) {
        const auto value = *static_cast<int64_t*>(property.data);
        if (name == "dwidth") {
            state_.size.setWidth(int(value));
        } else if (name == "dheight") {
            state_.size.setHeight(int(value));
        }
    } else if (property.format == MPV_FORMAT_FLAG) {
        const bool value = *static_cast<int*>(property.data) != 0;
        if (name == "pause") {
            state_.paused = value;
        } else if (name == "mute") {
            state_.muted = value;
        } else if (name == "eof-reached") {
            state_.ended = value;
        }
    } else if (property.format == MPV_FORMAT_STRING) {
        const QByteArrayView value(*static_cast<char**>(property.data));
        if (name == "loop-file") {
            state_.loop = value != "no";
        } else if (name == "aid") {
            state_.hasSound = value != "no" && value != "auto";
        } else if (name == "vid") {
            state_.hasPicture = value != "no" && value != "auto";
        }
    } else if (property.format == MPV_FORMAT_NONE && name == "eof-reached") {
        state_.ended = false;
    }
}

void MpvCore::onEndFile(const mpv_event_end_file& end) {
    if (end.reason != MPV_END_FILE_REASON_ERROR || !started_) {
        return;
    }
    loading_ = false;
    qCInfo(log) << "mpv could not play" << state_.path << mpv_error_string(end.error);
    const QString name = QFileInfo(state_.path).fileName();
    state_.problem =
        end.error == MPV_ERROR_NOTHING_TO_PLAY
            ? tr("%1 has neither picture nor sound in it. Skip it, or decide by its title.").arg(name)
            : tr("%1 cannot be played: it is damaged or not a video. Skip it, or decide by its title.")
                  .arg(name);
}

} // namespace moderato::widgets
