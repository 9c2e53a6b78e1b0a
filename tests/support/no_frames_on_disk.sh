#!/usr/bin/env bash
# no_frames_on_disk.sh READER_CAPTURE DECODER [none|raw|png|deleted|mapped] [CLIP]: looks for frames of a capture in all that it writes
# (see no_frames_on_disk.py). Without a clip a real face where MODERATO_DATA has one, else a clip that ffmpeg paints.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
capture=$1 decoder=$2 leak=${3:-none} clip=${4:-}
face=${MODERATO_DATA:-}/faces/pyfeat/single_face.mp4
if [[ -z $clip && -r $face ]]; then
    clip=$face
fi
if [[ -z $clip ]]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    clip=$folder/clip.mp4
    ffmpeg -v error -f lavfi -i "testsrc2=s=640x360:r=25:d=2,noise=alls=30" -pix_fmt yuv420p "$clip"
fi
options=()
if [[ $leak != none ]]; then
    options=(--leak "$leak")
fi
python3 "$here/no_frames_on_disk.py" "$capture" "$clip" "$here/../../resources" "$decoder" "${options[@]}"
