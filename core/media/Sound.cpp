#include "core/media/Sound.h"

#include "core/media/InputFile.h"
#include "core/media/private/FfmpegFile.h"
#include "core/media/private/Media.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libswresample/swresample.h>
}

namespace moderato::media {

namespace {

constexpr int maxBadPackets = 2000;
constexpr int lowestRate = 1000;
constexpr int highestRate = 384000;
constexpr int maxChannels = 64;

struct ResamplerFreer {
    void operator()(SwrContext* context) const { swr_free(&context); }
};
using ResamplerPtr = std::unique_ptr<SwrContext, ResamplerFreer>;

int soundStreamOf(const AVFormatContext& format) {
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        if (format.streams[i]->codecpar->codec_type == AVMEDIA_TYPE_AUDIO) {
            return int(i);
        }
    }
    return -1;
}

/// Mixes whatever the frames are like, and follows when that changes.
class Mixer {
public:
    Mixer(int rate, size_t maxSamples)
        : rate_(rate)
        , maxSamples_(maxSamples) {}

    bool add(const AVFrame& frame, std::vector<float>& samples) {
        if (frame.nb_samples <= 0 || frame.sample_rate <= 0 || frame.ch_layout.nb_channels <= 0 ||
            frame.ch_layout.nb_channels > maxChannels || !follow(frame, samples)) {
            return false;
        }
        return convert(const_cast<const uint8_t**>(frame.extended_data), frame.nb_samples, samples);
    }

    void finish(std::vector<float>& samples) {
        if (resampler_) {
            convert(nullptr, 0, samples);
        }
        resampler_.reset();
    }

    bool isFull(const std::vector<float>& samples) const { return samples.size() >= maxSamples_; }

private:
    bool follow(const AVFrame& frame, std::vector<float>& samples) {
        const bool isSame = resampler_ && frame.format == sampleFormat_ && frame.sample_rate == frameRate_ &&
                            frame.ch_layout.nb_channels == channels_;
        if (isSame) {
            return true;
        }
        finish(samples);
        AVChannelLayout from{};
        if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(&from, frame.ch_layout.nb_channels);
        } else {
            av_channel_layout_copy(&from, &frame.ch_layout);
        }
        AVChannelLayout mono = AV_CHANNEL_LAYOUT_MONO;
        SwrContext* raw = nullptr;
        const int code = swr_alloc_set_opts2(&raw, &mono, AV_SAMPLE_FMT_FLT, rate_, &from,
                                             AVSampleFormat(frame.format), frame.sample_rate, 0, nullptr);
        av_channel_layout_uninit(&from);
        resampler_.reset(raw);
        sampleFormat_ = frame.format;
        frameRate_ = frame.sample_rate;
        channels_ = frame.ch_layout.nb_channels;
        if (code < 0 || swr_init(resampler_.get()) < 0) {
            resampler_.reset();
        }
        return resampler_ != nullptr;
    }

    bool convert(const uint8_t** data, int count, std::vector<float>& samples) {
        const int room = swr_get_out_samples(resampler_.get(), count);
        if (room <= 0) {
            return room == 0;
        }
        const size_t before = samples.size();
        samples.resize(before + size_t(room));
        auto* out = reinterpret_cast<uint8_t*>(samples.data() + before);
        const int got = swr_convert(resampler_.get(), &out, room, data, count);
        samples.resize(std::min(before + size_t(std::max(got, 0)), maxSamples_));
        return got >= 0;
    }

    int rate_;
    size_t maxSamples_;
    ResamplerPtr resampler_;
    int sampleFormat_ = -1;
    int frameRate_ = 0;
    int channels_ = 0;
};

class SoundReader {
public:
    SoundReader(FormatPtr format, CodecPtr codec, int stream)
        : format_(std::move(format))
        , codec_(std::move(codec))
        , packet_(av_packet_alloc())
        , frame_(av_frame_alloc())
        , stream_(stream) {}

    void read(Sound& sound, double maxSeconds) {
        Mixer mixer(sound.sampleRate, size_t(maxSeconds * sound.sampleRate));
        bool atEnd = false;
        while (!atEnd && bad_ < maxBadPackets && !mixer.isFull(sound.samples)) {
            atEnd = !sendNext();
            take(mixer, sound);
        }
        const bool wasCut = mixer.isFull(sound.samples) && !atEnd;
        mixer.finish(sound.samples);
        sound.complete = bad_ == 0 && !wasCut;
        for (float& sample : sound.samples) {
            sample = std::isfinite(sample) ? std::clamp(sample, -1.0F, 1.0F) : 0.0F;
        }
    }

private:
    bool sendNext() {
        while (true) {
            av_packet_unref(packet_.get());
            const int code = av_read_frame(format_.get(), packet_.get());
            if (code < 0) {
                bad_ += code == AVERROR_EOF ? 0 : 1;
                avcodec_send_packet(codec_.get(), nullptr);
                return false;
            }
            if (packet_->stream_index == stream_) {
                bad_ += avcodec_send_packet(codec_.get(), packet_.get()) < 0 ? 1 : 0;
                return true;
            }
        }
    }

    void take(Mixer& mixer, Sound& sound) {
        int code = avcodec_receive_frame(codec_.get(), frame_.get());
        while (code != AVERROR(EAGAIN) && code != AVERROR_EOF && bad_ < maxBadPackets &&
               !mixer.isFull(sound.samples)) {
            if (code < 0) {
                ++bad_;
            } else {
                if (sound.samples.empty() && frame_->best_effort_timestamp != AV_NOPTS_VALUE) {
                    sound.startSeconds =
                        double(frame_->best_effort_timestamp) * av_q2d(format_->streams[stream_]->time_base);
                }
                bad_ += mixer.add(*frame_, sound.samples) ? 0 : 1;
            }
            code = avcodec_receive_frame(codec_.get(), frame_.get());
        }
    }

    FormatPtr format_;
    CodecPtr codec_;
    PacketPtr packet_;
    FramePtr frame_;
    int stream_;
    int bad_ = 0;
};

} // namespace

Result<std::optional<Sound>> decodeSound(const InputFile& file, int sampleRate, double maxSeconds) {
    Result<FormatPtr> format = openMedia(file);
    if (!format) {
        return format.error();
    }
    const int stream = soundStreamOf(**format);
    if (stream < 0) {
        return std::optional<Sound>();
    }
    Result<CodecPtr> codec = openDecoder(*(*format)->streams[stream], {.threads = 1});
    if (!codec) {
        return codec.error();
    }
    for (unsigned i = 0; i < (*format)->nb_streams; ++i) {
        (*format)->streams[i]->discard = int(i) == stream ? AVDISCARD_DEFAULT : AVDISCARD_ALL;
    }
    Sound sound;
    sound.sampleRate = std::clamp(sampleRate, lowestRate, highestRate);
    SoundReader(*std::move(format), *std::move(codec), stream)
        .read(sound, std::clamp(maxSeconds, 0.0, 24 * 3600.0));
    if (sound.samples.empty()) {
        return Error::invalid(Media::tr("The sound could not be decoded: the file is damaged."));
    }
    return std::optional(std::move(sound));
}

} // namespace moderato::media
