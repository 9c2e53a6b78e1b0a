#!/usr/bin/env bash
# Real posts and all real clips: imported, predicted, and reviewed through the window by keys until the queue is empty.
#   real_content.sh BUILD_FOLDER DATA_FOLDER [POSTS] [WORK_FOLDER]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "$1" && pwd)/bin data=${2:-} posts=${3:-1000} work=${4:-$(mktemp -d)}
if [[ ! -f $data/text/reddit_top/train.tsv.zst ]]; then
    echo "SKIPPED: the real content is not at “$data”."
    exit 0
fi
mkdir -p "$work"
zstdcat "$data/text/reddit_top/train.tsv.zst" >"$work/train.tsv"
python3 "$here/make_items.py" reddit "$posts" "$work/posts.jsonl" "$work/train.tsv"
echo "== import"
time "$bin/moderato" import --library "$work/library" --json "$work/posts.jsonl" "$data/video" "$data/hashes/videos" "$data/faces/pyfeat" \
    >"$work/report.json" 2>/dev/null
python3 - "$work/report.json" <<'PY'
import json, os, sys
report = json.load(open(sys.argv[1]))
print(f"imported {report['imported']}, skipped {report['skipped']}, problems {len(report['errors'])}")
for e in report["errors"]:
    print(f"  {os.path.basename(e['file'])}:{e['line']}: {e['reason']}")
PY
echo "== predictions"
"$bin/moderato" predict --library "$work/library" 2>/dev/null | python3 -c '
import json, sys
rows = [json.loads(line) for line in sys.stdin]
print(len(rows), "items predicted; the first:", json.dumps(rows[0], ensure_ascii=False)[:300])'
echo "== review through the window"
export MODERATO_WORKER=$bin/moderato MODERATO_NO_SOUND=1
xvfb-run -a -s "-screen 0 1600x1000x24" "$bin/bench_window" "$work/library" 100000 2>/dev/null
"$bin/moderato" verify --library "$work/library"
