#!/usr/bin/env bash
# Makes the clips that tests open, small and always the same.   make_clips.sh FOLDER
# Frames of counted.mp4 are one grey each (frame n is 16 + 4 n), so that a test can tell which one it got.
set -euo pipefail
cd "$1"
ff() { ffmpeg -v error -nostdin -y "$@"; }
grey="color=black:s=64x48:r=25:d=2,geq=lum='16+4*N':cb=128:cr=128"
h264=(-c:v libx264 -preset ultrafast -qp 0 -pix_fmt yuv420p)

ff -f lavfi -i "$grey" -f lavfi -i "sine=440:d=2:r=48000" "${h264[@]}" -g 10 -bf 2 -c:a aac -ac 2 -shortest counted.mp4
ff -f lavfi -i "testsrc2=s=320x180:r=25:d=2" "${h264[@]}" -c:v libx264 -qp 30 plain.mp4
ff -i plain.mp4 -c copy -metadata:s:v:0 rotate=90 rotated.mp4
ff -f lavfi -i "testsrc2=s=160x120:r=10:d=1" -vf setsar=2/1 -c:v libx264 -pix_fmt yuv420p wide_pixels.mp4
ff -f lavfi -i "testsrc2=s=160x120:r=25:d=2" -vf "select='lt(n,10)+not(mod(n,5))'" -vsync vfr -c:v libx264 -pix_fmt yuv420p varying.mp4
ff -f lavfi -i "sine=440:d=1:r=16000" -ac 1 tone.wav
ff -f lavfi -i "testsrc2=s=200x100:d=1" -frames:v 1 picture.png
ff -i picture.png picture.jpg

head -c 3000 plain.mp4 >truncated.mp4
head -c $(($(stat -c %s plain.mp4) * 2 / 3)) plain.mp4 >cut.mp4
ff -i plain.mp4 -c copy -movflags +faststart index_first.mp4
head -c $(($(stat -c %s index_first.mp4) / 2)) index_first.mp4 >cut_index_first.mp4
head -c 300 picture.png >cut.png
: >empty.mp4
cp plain.mp4 renamed.jpg
cp picture.png renamed.mp4
printf '#!/bin/sh\necho hello\n' >script.mp4
printf 'PK\003\004zip zip zip zip zip zip' >archive.mp4
head -c 100000 /dev/zero >zeros.mp4
printf '<html><body>404 Not Found</body></html>' >page.mp4
printf '#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/x.ts\n' >playlist.m3u8
cp playlist.m3u8 playlist.mp4
printf "ffconcat version 1.0\nfile '/etc/passwd'\n" >concat.mp4
printf '<?xml version="1.0"?><MPD><BaseURL>http://127.0.0.1/</BaseURL></MPD>' >manifest.mpd
printf '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>' >drawing.svg
# Random bytes, always the same.
LC_ALL=C awk 'BEGIN { srand(1); for (i = 0; i < 200000; i++) printf "%c", int(rand() * 255) + 1 }' >random.mp4
# A picture that says it has 60,000 by 60,000 pixels.
python3 - <<'PY'
import struct, zlib
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
header = struct.pack(">IIBBBBB", 60000, 60000, 8, 6, 0, 0, 0)
open("bomb.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b""))
PY
