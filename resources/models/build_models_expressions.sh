#!/usr/bin/env bash
# Builds the models of facial expressions that are shipped: for developers; users get the result in resources/models/expressions.
#   build_models_expressions.sh FACEXMODEL_FOLDER BENCH_EXPRESSIONS_PROGRAM [WORK_FOLDER]
# FACEXMODEL_FOLDER is that of ICT FaceKit. JOBS (1 by default) pieces run side by side, each on one thread, so that it changes
# nothing in the result; a picture takes 20 to 60 ms to render and 1 to 2 ms a round and model; 4 GB on disk. RESULT is where the models
# go instead of the folder beside this script. SHARDS, PEOPLE and ROUNDS make it smaller, to try it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
face=${1:?folder FaceXModel}
program=${2:?path of bench_expressions}
work=${3:-$(mktemp -d)}
result=${RESULT:-$here/expressions}
jobs=${JOBS:-1} shards=${SHARDS:-14} people=${PEOPLE:-500}
rounds=${ROUNDS:-4} point_rounds=${POINT_ROUNDS:-6}

mkdir -p "$work/train" "$result"
# One command a line, JOBS of them at a time; fails when one does.
side_by_side() {
    xargs -P "$jobs" -I {} bash -c 'set -o pipefail; {}'
}
{
    for ((i = 0; i < shards; ++i)); do
        echo "'$program' render '$face' '$work/train/$(printf %02d "$i").bin' people=$people each=7 seed=$((101 + i))"
    done
    echo "'$program' render '$face' '$work/valid.bin' people=250 each=7 seed=202"
    echo "'$program' render '$face' '$work/test.bin' people=300 each=7 seed=303"
} | side_by_side
mkdir -p "$work/first"
for part in 00 01 02 03; do
    [ ! -f "$work/train/$part.bin" ] || ln -sf "$work/train/$part.bin" "$work/first/"
done
{
    for closer in 0 1; do
        echo "'$program' landmarks '$work/train' '$work' closer=$closer rounds=$point_rounds rate=3e-3 2> '$work/points$closer.log'"
    done
    for model in M001 M002 M003 M005; do
        echo "'$program' train '$work/train' '$work' only=$model rounds=$rounds rate=3e-3 batch=32 2> '$work/$model.log'"
    done
    # The nose has been trained on the first parts only, and three times as often.
    echo "'$program' train '$work/first' '$work' only=M004 rounds=$((3 * rounds)) rate=3e-3 batch=32 2> '$work/M004.log'"
} | side_by_side
"$program" thresholds "$work/valid.bin" "$work"
"$program" test "$work/test.bin" "$work" | tee "$work/test.jsonl"
for model in landmarks landmarks_close M001 M002 M003 M004 M005; do
    cp -r "$work/models/expressions/$model" "$result/"
done
