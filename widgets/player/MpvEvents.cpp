// What mpv says: the second half of MpvCore.
#include "widgets/player/private/MpvCore.h"

#include "core/base/Log.h"

#include <QFileInfo>

#include <algorithm>

namespace moderato::widgets {
namespace {

constexpr quint64 timeTag = quint64(1) << 61; ///< Of questions for the picture's time, plus the seek's tag.

/// A property that mpv answers at once, as it does while a hook holds it.
template <class T> std::optional<T> ask(mpv_handle* mpv, const QByteArray& name, mpv_format format) {
    T value{};
    return mpv_get_property(mpv, name.constData(), format, &value) >= 0 ? std::optional<T>(value)
                                                                        : std::nullopt;
}

QString askText(mpv_handle* mpv, const QByteArray& name) {
    char* text = mpv_get_property_string(mpv, name.constData());
    const QString answer = QString::fromUtf8(text).left(80);
    mpv_free(text);
    return answer;
}

} // namespace

void MpvCore::observe() {
    for (const char* number : {"time-pos", "duration", "speed", "volume", "container-fps"}) {
        mpv_observe_property(mpv_, generation_, number, MPV_FORMAT_DOUBLE);
    }
    for (const char* count : {"dwidth", "dheight", "current-tracks/video/demux-rotation"}) {
        mpv_observe_property(mpv_, generation_, count, MPV_FORMAT_INT64);
    }
    for (const char* flag : {"pause", "mute", "eof-reached"}) {
        mpv_observe_property(mpv_, generation_, flag, MPV_FORMAT_FLAG);
    }
    for (const char* text : {"aid", "vid"}) {
        mpv_observe_property(mpv_, generation_, text, MPV_FORMAT_STRING);
    }
}

/// Before mpv chooses: the picture is that of the first track that is no cover, as for the decoder.
void MpvCore::readTracks() {
    const auto count = ask<int64_t>(mpv_, "track-list/count", MPV_FORMAT_INT64).value_or(0);
    int videos = 0;
    std::optional<int64_t> first;
    for (int64_t i = 0; i < std::min<int64_t>(count, 200); ++i) {
        const QByteArray track = "track-list/" + QByteArray::number(qint64(i)) + '/';
        const QString type = askText(mpv_, track + "type");
        const auto id = ask<int64_t>(mpv_, track + "id", MPV_FORMAT_INT64);
        if (type == QLatin1String("video") && id &&
            ask<int>(mpv_, track + "albumart", MPV_FORMAT_FLAG).value_or(0) == 0) {
            ++videos;
            first = first ? first : id;
        } else if (type == QLatin1String("sub") && id) {
            const QString language = askText(mpv_, track + "lang");
            const QString title = askText(mpv_, track + "title");
            const QString name = title.isEmpty()      ? language
                                 : language.isEmpty() ? title
                                                      : QStringLiteral("%1 (%2)").arg(title, language);
            subtitleIds_.push_back(*id);
            report_.subtitles << (name.isEmpty() ? tr("Track %1").arg(subtitleIds_.size()) : name);
        }
    }
    if (videos > 1) {
        setText("file-local-options/vid", QByteArray::number(qint64(*first)).constData());
    }
    report_.fileStart = ask<double>(mpv_, "demuxer-start-time", MPV_FORMAT_DOUBLE).value_or(0);
    report_.seekable = ask<int>(mpv_, "seekable", MPV_FORMAT_FLAG).value_or(1) != 0;
    // Packets before the beginning of an edit list come with times below 0 and are not to be seen.
    report_.format = askText(mpv_, "file-format");
    if (report_.format.contains(QLatin1String("mp4"))) {
        setText("file-local-options/start", "0");
    }
    dirty_ = true;
}

void MpvCore::drainEvents() {
    wakeupQueued_ = false;
    while (mpv_) {
        const mpv_event* event = mpv_wait_event(mpv_, 0);
        if (event->event_id == MPV_EVENT_NONE) {
            break;
        }
        onEvent(*event);
    }
    if (std::exchange(dirty_, false)) {
        Q_EMIT changed();
    }
}

void MpvCore::onEvent(const mpv_event& event) {
    switch (event.event_id) {
    case MPV_EVENT_PROPERTY_CHANGE:
        if (event.reply_userdata == generation_) {
            onProperty(*static_cast<mpv_event_property*>(event.data));
            dirty_ = true;
        }
        break;
    case MPV_EVENT_HOOK:
        if (started_) {
            readTracks();
        }
        mpv_hook_continue(mpv_, static_cast<mpv_event_hook*>(event.data)->id);
        break;
    case MPV_EVENT_START_FILE:
        if (accepted_ && !started_) {
            started_ = true;
            observe();
        }
        break;
    case MPV_EVENT_END_FILE:
        onEndFile(*static_cast<mpv_event_end_file*>(event.data));
        break;
    case MPV_EVENT_SEEK:
        if (seek_ == Seek::Taken || (seek_ == Seek::None && started_)) {
            seek_ = Seek::Running; // the latter: mpv's own, when it begins a loop anew
        }
        break;
    case MPV_EVENT_PLAYBACK_RESTART: // said when the first frame after a seek was taken, not before
        if (started_ && (loading_ || seek_ == Seek::Running)) {
            askTime();
        }
        break;
    case MPV_EVENT_GET_PROPERTY_REPLY:
        onTime(event);
        break;
    case MPV_EVENT_COMMAND_REPLY:
        onReply(event);
        break;
    case MPV_EVENT_LOG_MESSAGE: {
        const auto* message = static_cast<mpv_event_log_message*>(event.data);
        qCDebug(log) << "mpv" << message->prefix << QByteArray(message->text).trimmed();
        break;
    }
    default:
        break;
    }
}

/// mpv's observed time may be late: where a picture stands, it is asked for.
void MpvCore::askTime() {
    mpv_get_property_async(mpv_, timeTag + seekTag_ % timeTag, "time-pos", MPV_FORMAT_DOUBLE);
}

void MpvCore::onReply(const mpv_event& event) {
    if (event.reply_userdata == generation_) {
        accepted_ = true;
    } else if (event.reply_userdata == seekTag_ && seek_ == Seek::Sent) {
        if (event.error < 0) { // refused: nothing will come of it
            seek_ = Seek::None;
            Q_EMIT arrived(report_.time);
        } else {
            seek_ = Seek::Taken;
        }
    }
}

/// The time of the first frame after a seek or an opening.
void MpvCore::onTime(const mpv_event& event) {
    if (event.reply_userdata != timeTag + seekTag_ % timeTag || !started_) {
        return; // overtaken
    }
    if (seek_ == Seek::Sent || seek_ == Seek::Taken) {
        return;
    }
    const double before = report_.time;
    if (event.error >= 0) {
        report_.time = *static_cast<double*>(static_cast<mpv_event_property*>(event.data)->data);
        report_.hasTime = true;
    }
    dirty_ = true;
    if (seek_ == Seek::Stepping && !stepHasFrame_ && report_.time != before) {
        return; // its frame is on the way
    }
    loading_ = false;
    seek_ = Seek::None;
    Q_EMIT arrived(event.error >= 0 ? report_.time : -1e9);
}

void MpvCore::onProperty(const mpv_event_property& property) {
    const QByteArrayView name(property.name);
    if (property.format == MPV_FORMAT_DOUBLE) {
        onNumber(name, *static_cast<double*>(property.data));
    } else if (property.format == MPV_FORMAT_FLAG) {
        onFlag(name, *static_cast<int*>(property.data) != 0);
    } else if (property.format == MPV_FORMAT_INT64) {
        const int value = int(std::clamp<int64_t>(*static_cast<int64_t*>(property.data), 0, 1 << 20));
        if (name == "dwidth") {
            displaySize_.setWidth(value);
        } else if (name == "dheight") {
            displaySize_.setHeight(value);
        } else {
            rotation_ = value;
        }
        report_.size = rotation_ % 180 == 90 ? displaySize_.transposed() : displaySize_;
    } else if (property.format == MPV_FORMAT_STRING) {
        const QByteArrayView value(*static_cast<char**>(property.data));
        const bool chosen = value != "no" && value != "auto";
        if (name == "aid") {
            report_.hasSound = chosen;
        } else if (name == "vid") {
            report_.hasPicture = chosen;
        }
    } else if (property.format == MPV_FORMAT_NONE && name == "eof-reached") {
        report_.ended = false;
    }
}

void MpvCore::onNumber(QByteArrayView name, double value) {
    if (name == "time-pos") {
        if (!report_.paused) {
            report_.time = value;
            report_.hasTime = true;
        }
    } else if (name == "duration") {
        report_.duration = value;
    } else if (name == "speed") {
        report_.speed = value;
    } else if (name == "volume") {
        report_.volume = value;
    } else if (name == "container-fps") {
        report_.fps = value;
    }
}

void MpvCore::onFlag(QByteArrayView name, bool value) {
    if (name == "pause") {
        const bool stood = !report_.paused && !isSeeking();
        if (value && started_ && (stood || seek_ == Seek::Stepping)) {
            askTime();
        }
        report_.paused = value || stepping_;
        stepping_ = stepping_ && !value;
    } else if (name == "mute") {
        report_.muted = value;
    } else if (name == "eof-reached") {
        report_.ended = value;
    }
}

void MpvCore::onEndFile(const mpv_event_end_file& end) {
    if (end.reason != MPV_END_FILE_REASON_ERROR || !started_) {
        return;
    }
    loading_ = false;
    seek_ = Seek::None;
    dirty_ = true;
    qCInfo(log) << "mpv could not play" << path_ << mpv_error_string(end.error);
    const QString name = QFileInfo(path_).fileName();
    report_.problem =
        end.error == MPV_ERROR_NOTHING_TO_PLAY
            ? tr("%1 has neither picture nor sound in it. Skip it, or decide by its title.").arg(name)
            : tr("%1 cannot be played: it is damaged or not a video. Skip it, or decide by its title.")
                  .arg(name);
}

} // namespace moderato::widgets
