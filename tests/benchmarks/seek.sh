#!/usr/bin/env bash
# Seeks and steps of the player beside mpv's, and how soon the next video of the queue is on the screen.
#   seek.sh BUILD_FOLDER [WORK_FOLDER] [SEEKS]     (a build with -DMODERATO_BENCHMARKS=ON)
set -euo pipefail
bin=$(cd "$1" && pwd)/bin work=${2:-$(mktemp -d)} seeks=${3:-20}
mkdir -p "$work"
ff() { ffmpeg -v error -nostdin -y "$@"; }
x264=(-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 250)

# Ten seconds with a clock and noise, then the same over and over: 1080p, ordinary groups of pictures.
[[ -f $work/10s.mp4 ]] || ff -f lavfi -i "testsrc2=s=1920x1080:r=30:d=10,noise=alls=6" -f lavfi -i "sine=440:d=10" \
    "${x264[@]}" -preset veryfast -bf 2 -c:a aac -shortest "$work/10s.mp4"
for clip in "2min 11" "20min 119"; do
    read -r name again <<<"$clip"
    [[ -f $work/$name.mp4 ]] || ff -stream_loop "$again" -i "$work/10s.mp4" -c copy "$work/$name.mp4"
done
export MODERATO_NO_SOUND=1
for vo in gpu null; do
    echo "== mpv with --vo=$vo"
    xvfb-run -a -s "-screen 0 1600x1000x24" "$bin/bench_player" --vo "$vo" --seeks "$seeks" "$work"/{10s,2min,20min}.mp4 2>/dev/null
done

echo "== next item: from the key N to the first frame of a 1080p clip"
if [[ ! -d $work/library ]]; then
    mkdir -p "$work/clips"
    for i in $(seq -w 1 30); do
        ff -f lavfi -i "testsrc2=s=1920x1080:r=30:d=3,hue=h=$((10#$i * 12))" "${x264[@]}" -g 60 "$work/clips/$i.mp4"
    done
    "$bin/moderato" import --library "$work/library" "$work/clips" >/dev/null 2>&1
fi
MODERATO_WORKER=$bin/moderato xvfb-run -a -s "-screen 0 1600x1000x24" "$bin/bench_window" "$work/library" next 30 2>/dev/null
