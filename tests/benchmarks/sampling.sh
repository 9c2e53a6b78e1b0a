#!/usr/bin/env bash
# Sampling 8 frames of 1080p clips of 10 s, 2 min and 20 min beside FFmpeg, in processor seconds (user + system) of whole
# processes; medians of RUNS runs in turn. Every returned time stamp is looked up in `ffprobe -show_frames`.
#   sampling.sh [BENCH_SAMPLING_PROGRAM] [FOLDER_FOR_CLIPS]
# Environment: RUNS (default 5), SOUND=1 gives the clips a sound stream, which `ffmpeg -i` then decodes as well.
set -euo pipefail
program=${1:-build/release/bin/bench_sampling}
folder=${2:-}
runs=${RUNS:-5}
if [[ -z $folder ]]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
fi
ff() { ffmpeg -v error -nostdin "$@"; }
sound=()
[[ ${SOUND:-0} == 1 ]] && sound=(-f lavfi -i "sine=440:r=48000" -c:a aac)
make() { [[ -f $folder/$1.mp4 ]] || ff -f lavfi -i "testsrc2=s=1920x1080:r=30" "${sound[@]}" -t "$2" -c:v libx264 -preset veryfast -pix_fmt yuv420p "$folder/$1.mp4"; }
make 10s 10
make 2min 120
[[ -f $folder/20min.mp4 ]] || ff -stream_loop 9 -i "$folder/2min.mp4" -c copy "$folder/20min.mp4"

cpu() { # COMMAND… → user + system seconds
    local TIMEFORMAT='%U %S'
    { time "$@" > /dev/null 2>&1; } 2>&1 | awk '{ print $1 + $2 }'
}
median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

status=0
printf '%-6s %10s %10s %10s\n' clip ours keyframes "fps filter"
for clip in 10s:10 2min:120 20min:1200; do
    name=${clip%:*}
    seconds=${clip#*:}
    file=$folder/$name.mp4
    ours=() keys=() all=()
    for ((run = 0; run < runs; run++)); do
        ours+=("$(cpu "$program" sample "$file" 8)")
        keys+=("$(cpu ffmpeg -nostdin -skip_frame nokey -i "$file" -f null -)")
        ((run > 0 && seconds > 1000)) || all+=("$(cpu ffmpeg -nostdin -i "$file" -vf "fps=8/$seconds" -f null -)")
    done
    printf '%-6s %10.2f %10.2f %10.2f\n' "$name" "$(printf '%s\n' "${ours[@]}" | median)" \
        "$(printf '%s\n' "${keys[@]}" | median)" "$(printf '%s\n' "${all[@]}" | median)"
    ffprobe -v error -select_streams v:0 -show_frames -show_entries frame=best_effort_timestamp -of default=nw=1:nk=1 "$file" | sort -u > "$folder/times"
    for arguments in "8" "8 1" "8 2"; do
        # shellcheck disable=SC2086 # Two arguments.
        strange=$("$program" sample "$file" $arguments | awk 'NF == 4 { print $1 }' | sort -u | comm -23 - "$folder/times" | wc -l)
        if ((strange > 0)); then
            echo "$name: $strange time stamps ($arguments) that ffprobe does not list"
            status=1
        fi
    done
done
exit $status
