#!/usr/bin/env bash
# Fusion of frames and sound on the labelled clips (S2.4), for the figures in the report. Wants MODERATO_DATA, the folder of the real content,
# and the folder with the programs:   tests/benchmarks/tags.sh build/bench/bin OUT
set -eu
: "${MODERATO_DATA:?names the folder with the real content}"
bin=$1 out=$2
mkdir -p "$out"
"$bin/bench_tags" fights "$MODERATO_DATA/video/fights" "$out/cache" | tee "$out/fights.jsonl"
"$bin/bench_tags" signs "$MODERATO_DATA/video/clips/intel/asl_gestures" "$out/cache" | tee "$out/signs.jsonl"
if [ ! -d "$out/cifar10" ]; then
    mkdir -p "$out/cifar10"
    tar --use-compress-program=zstd -xf "$MODERATO_DATA/images/cifar10_images.tar.zst" -C "$out/cifar10"
fi
train=$(find "$out/cifar10" -type d -name train | head -1)
test=$(find "$out/cifar10" -type d -name test | head -1)
"$bin/bench_tags" pictures "$train" "$test" limit=500 test_limit=200 rounds=8 threads=2 | tee "$out/pictures.jsonl"
