#!/usr/bin/env bash
# The real window on many items: import, opening, decision to next item, search as one types.
#   window.sh BUILD_FOLDER [ITEMS] [WORK_FOLDER]     (a build with -DMODERATO_BENCHMARKS=ON)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "$1" && pwd)/bin items=${2:-100000} work=${3:-$(mktemp -d)}
mkdir -p "$work"
if [[ ! -d $work/library ]]; then
    python3 "$here/make_items.py" invented "$items" "$work/items.jsonl"
    echo "== import of $items items, with predictions of both models"
    time "$bin/moderato" import --library "$work/library" --json "$work/items.jsonl" 2>/dev/null
fi
export MODERATO_WORKER=$bin/moderato MODERATO_NO_SOUND=1
for run in 1 2 3; do
    echo "== window, run $run"
    xvfb-run -a -s "-screen 0 1600x1000x24" "$bin/bench_window" "$work/library" 200 market guitar 发动机 丰收 "garden wint" 2>/dev/null
done
