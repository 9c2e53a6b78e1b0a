#!/usr/bin/env bash
# Makes clips whose frames carry their number, one of each kind of timing.   make_timed_clips.sh FOLDER
#
# How a number is painted: the top quarter of the upright picture is 16 equal columns, black or white. Columns
# 0 to 11 (from the left) are the bits of the number, the lowest first; columns 12 to 15 are the exclusive or
# of its three nibbles, the lowest bit first, so that a wrong reading is noticed. Look at the middle of each
# column at one eighth of the picture's height: brighter than half is 1. Survives lossy coding and scaling to
# about 64 pixels. C++: tests/support/PaintedNumber.h.
#
# The number is the frame's place in order of showing. Each clip has 100 frames of 320 × 240, 25 a second where
# nothing else is said; after cutting (edit_list.*) the first frame shown carries a higher number than 0.
set -euo pipefail
cd "$1"
ff() { ffmpeg -v error -nostdin -y "$@"; }

bit='st(0,floor(X*16/W)); if(lt(ld(0),12), mod(floor(N/pow(2,ld(0))),2),
     mod(floor(N/pow(2,ld(0)-12))+floor(N/pow(2,ld(0)-8))+floor(N/pow(2,ld(0)-4)),2))'
paint="geq=lum='if(lt(Y,H/4), 16+219*($bit), lum(X,Y))':cb='if(lt(Y,H/4),128,cb(X,Y))':cr='if(lt(Y,H/4),128,cr(X,Y))'"
paint="${paint//$'\n'/}"
ff -f lavfi -i "testsrc2=s=320x240:r=25:d=4" -vf "format=yuv420p,$paint" -c:v ffv1 painted.nut
in=(-i painted.nut)
tone=(-f lavfi -i "sine=440:d=4:r=48000")
x264=(-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p)
x264_nob=("${x264[@]}" -bf 0 -g 25)
x264_b=("${x264[@]}" -bf 3 -x264-params keyint=40:min-keyint=40:scenecut=0:b-pyramid=normal:b-adapt=0)

# MP4 and MOV
ff "${in[@]}" "${tone[@]}" "${x264_nob[@]}" -c:a aac constant.mp4
ff "${in[@]}" "${tone[@]}" "${x264_b[@]}" -c:a aac b_frames.mp4
ff "${in[@]}" "${x264[@]}" -bf 3 -x264-params open-gop=1:keyint=20:min-keyint=20:scenecut=0:bframes=3:b-adapt=0 open_gop.mp4
ff "${in[@]}" -vf "settb=1/1000,setpts='40*N+15*mod(N,3)+300*floor(N/30)'" -vsync passthrough -enc_time_base 1/1000 "${x264_b[@]}" variable.mp4
ff -ss 1.3 -i b_frames.mp4 -c copy edit_list.mp4
ff -ss 1.3 -i open_gop.mp4 -c copy edit_list_open_gop.mp4
ff -i b_frames.mp4 -c copy -use_editlist 0 -avoid_negative_ts disabled no_edit_list.mp4
ff -itsoffset 1.5 "${in[@]}" "${tone[@]}" -vsync passthrough "${x264_b[@]}" -c:a aac delayed_start.mp4
ff "${in[@]}" -vf transpose=cclock "${x264_b[@]}" turned.mp4
ff -i turned.mp4 -c copy -metadata:s:v:0 rotate=270 rotated.mp4
ff "${in[@]}" -vf setfield=tff -flags +ildct+ilme "${x264_b[@]}" -x264opts tff=1 interlaced.mp4
ff "${in[@]}" -vf setsar=4/3 "${x264_b[@]}" wide_pixels.mp4
ff -i b_frames.mp4 -c copy -movflags frag_keyframe+empty_moov+default_base_moof fragmented.mp4
ff -i b_frames.mp4 -c copy clip.mov
ff "${in[@]}" -c:v mjpeg -q:v 3 mjpeg.mov
ff "${in[@]}" -c:v libx265 -preset ultrafast -x265-params log-level=none:keyint=40:bframes=3 hevc.mp4

# Matroska and WebM
ff -i b_frames.mp4 -c copy clip.mkv
ff -ss 1.3 -i b_frames.mp4 -c copy cut.mkv
ff -i variable.mp4 -c copy variable.mkv
ff "${in[@]}" -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 16 -g 40 -b:v 800k vp9.webm
ff "${in[@]}" -c:v libvpx -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 16 -g 40 -b:v 800k vp8.webm

# Others
ff "${in[@]}" -c:v mpeg4 -bf 2 -g 30 -q:v 3 b_frames.avi
ff "${in[@]}" -c:v mjpeg -q:v 3 mjpeg.avi
ff -i b_frames.mp4 -c copy clip.ts
ff "${in[@]}" -c:v mpeg2video -bf 2 -g 15 -q:v 3 clip.mpg
ff -i b_frames.mp4 -an -c copy -bsf:v h264_mp4toannexb raw.h264
ff -i b_frames.mp4 -an -c copy -output_ts_offset -0.5 -avoid_negative_ts disabled negative_start.asf
ff "${in[@]}" -c:v wmv2 -g 40 -b:v 3M clip.wmv
ff "${in[@]}" -c:v flv -g 25 -q:v 3 clip.flv
ff "${in[@]}" animated.gif
rm turned.mp4
