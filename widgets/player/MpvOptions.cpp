#include "widgets/player/private/MpvOptions.h"

#include "core/base/Log.h"

#include <QtGlobal>

#include <string>

namespace moderato::widgets {
namespace {

/// Demuxers of libavformat that may open a file; none of them opens another one.
constexpr const char* formats =
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,asf,flv,live_flv,mpeg,mpegvideo,mpegts,"
    "mpegtsraw,ogg,mxf,dv,rm,nut,ivf,yuv4mpegpipe,h264,hevc,av1,obu,m4v,mp3,aac,ac3,"
    "eac3,flac,wav,w64,aiff,au,amr,amrnb,amrwb,caf,ape,tta,wv,dts,truehd,gif,apng,swf,"
    "dirac,vc1,wtv,bink,smk,avs,r3d,gxf";

void set(mpv_handle* mpv, const char* name, const char* value) {
    if (const int error = mpv_set_option_string(mpv, name, value); error < 0) {
        qCDebug(log) << "mpv option" << name << mpv_error_string(error);
    }
}

void confine(mpv_handle* mpv) {
    for (const char* off : {"config",
                            "load-scripts",
                            "ytdl",
                            "osc",
                            "input-default-bindings",
                            "input-builtin-bindings",
                            "input-vo-keyboard",
                            "input-cursor",
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
                            "save-position-on-quit",
                            "hwdec",
                            "audio-display",
                            "input-media-keys",
                            "stop-screensaver",
                            "embeddedfonts",
                            "sub-clear-on-seek",
                            "cache",
                            "gpu-hwdec-interop"}) {
        set(mpv, off, "no");
    }
    set(mpv, "demuxer", "lavf"); // no playlists, no EDL
    set(mpv, "demuxer-lavf-o-append", "protocol_whitelist=file");
    set(mpv, "demuxer-lavf-o-append", (std::string("format_whitelist=") + formats).c_str());
    set(mpv, "stream-lavf-o", "protocol_whitelist=file");
    set(mpv, "screenshot-directory", "/nonexistent");
}

/// The picture's time is the one that the container states, and nothing between demuxer and screen changes
/// it.
void keepTime(mpv_handle* mpv) {
    set(mpv, "rebase-start-time", "no");
    set(mpv, "demuxer-lavf-o-append",
        "advanced_editlist=1"); // as libavformat does by itself; mpv turns it off
    set(mpv, "demuxer-lavf-linearize-timestamps", "no");
    set(mpv, "correct-pts", "yes");
    set(mpv, "deinterlace", "no");
    set(mpv, "interpolation", "no");
    set(mpv, "video-sync", "audio");
    set(mpv, "hr-seek", "yes");
    set(mpv, "hr-seek-framedrop", "yes"); // skips frames before the target that nothing refers to
}

} // namespace

void setMpvOptions(mpv_handle* mpv) {
    confine(mpv);
    keepTime(mpv);
    set(mpv, "vo", "libmpv");
    set(mpv, "keep-open", "yes");
    set(mpv, "idle", "yes");
    set(mpv, "sid", "no");
    set(mpv, "audio-fallback-to-null", "yes");
    if (qEnvironmentVariableIsSet("MODERATO_NO_SOUND")) {
        set(mpv, "ao", "null");
    }
    set(mpv, "osd-level", "0");
    set(mpv, "scale", "bilinear"); // smooth enough, and cheap
    set(mpv, "dscale", "bilinear");
    set(mpv, "sws-scaler", "bilinear");
    set(mpv, "zimg-scaler", "bilinear");
    set(mpv, "zimg-scaler-chroma", "bilinear");
    set(mpv, "zimg-dither", "no");
    set(mpv, "dither-depth", "no");
    set(mpv, "pause", "yes");
}

} // namespace moderato::widgets
