#!/usr/bin/env bash
# Builds the models of facial expressions that are shipped: for developers; users get the result in resources/models/expressions.
#   build_models_expressions.sh FACEXMODEL_FOLDER BENCH_EXPRESSIONS_PROGRAM [WORK_FOLDER]
# FACEXMODEL_FOLDER is that of ICT FaceKit. About half an hour on one core.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
face=${1:?folder FaceXModel}
program=${2:?path of bench_expressions}
work=${3:-$(mktemp -d)}

"$program" render "$face" "$work/train.bin" people=900 each=7 size=144 seed=101
"$program" render "$face" "$work/valid.bin" people=120 each=7 size=144 seed=202
"$program" render "$face" "$work/test.bin" people=200 each=7 size=144 seed=303
"$program" landmarks "$work/train.bin" "$work" rounds=24 rate=4e-3
"$program" train "$work/train.bin" "$work/valid.bin" "$work" rounds=9 rate=3e-3 batch=32
"$program" test "$work/test.bin" "$work"
for model in landmarks M001 M002 M003 M004 M005; do
    cp -r "$work/models/expressions/$model" "$here/expressions/"
done
