#!/usr/bin/env bash
# Shows, sentence by sentence, what happens to broken and hostile input.
#   broken_input.sh PROGRAM [FOLDER]
set -euo pipefail
program=$1
work=${2:-$(mktemp -d)}
mkdir -p "$work/in"
cd "$work/in"

ffmpeg -v error -y -f lavfi -i testsrc2=d=2:s=320x180 -f lavfi -i sine=d=2 -shortest ok.mp4
head -c 3000 ok.mp4 >truncated.mp4
: >empty.mp4
head -c 200000 /dev/urandom >random.mp4
cp ok.mp4 renamed.jpg
printf '#!/bin/sh\necho hello\n' >script.mp4
printf '#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1/x.ts\n' >playlist.m3u8
printf '%s\n' '{"id":"good-1","title":"A good line"}' 'not json at all' '{"id":"no-content"}' \
    '{"id":"type","title":5}' '{"title":"escape","media":"../../../../etc/passwd"}' \
    '{"title":"remote","media":"http://127.0.0.1/x.mp4"}' '{"title":"missing","media":"nowhere.mp4"}' \
    '{"id":"kind","kind":"poem","title":"x"}' '["a","list"]' '{"title":"cut' '{"id":"good-2","title":"Another good line"}' >lines.jsonl
printf '{"title":"bad \xff\xfe utf-8"}\n{"id":"good-3","title":"after bad utf-8"}\n' >utf8.jsonl
printf 'id,title,body\n1,"good"\n2,"never closed\n' >broken.csv
printf 'a;b;c\n1;2;3\n' >other.csv
cat >hostile.html <<'HTML'
<html><head><title>Hostile</title><base href="http://127.0.0.1/"><meta http-equiv="refresh" content="0;url=http://127.0.0.1/">
<script>alert(1)</script><link rel="stylesheet" href="http://127.0.0.1/x.css"></head>
<body onload="alert(2)"><h1>Hostile</h1><p onclick="x()">Text <a href="javascript:alert(3)">link</a>
<img src="http://127.0.0.1/pixel.gif" width=1 height=1><img src="../../../../etc/passwd"><img src="data:image/png;base64,AAAA">
<iframe src="http://127.0.0.1/"></iframe><span style="display:none">secret words</span><object data="x.swf"></object></p></body></html>
HTML
if [[ ! -f huge.jsonl ]]; then
    { printf '{"title":"'; head -c 1073741824 /dev/zero | tr '\0' 'x'; printf '"}\n{"id":"after-huge","title":"After the huge line"}\n'; } >huge.jsonl
fi

echo "== import"
/usr/bin/env time -f '%e s, %M KiB at most' "$program" import --library "$work/library" --json "$work/in" >"$work/report.json"
python3 - "$work/report.json" <<'PY'
import json, os, sys
report = json.load(open(sys.argv[1]))
print(f"imported {report['imported']}, skipped {report['skipped']}, problems {len(report['errors'])}")
for e in report["errors"]:
    print(f"{os.path.basename(e['file'])}:{e['line']}: {e['reason']}")
PY
echo "== again (nothing may change)"
"$program" import --library "$work/library" --json "$work/in" 2>/dev/null |
    python3 -c 'import json,sys; r = json.load(sys.stdin); print("imported", r["imported"], "skipped", r["skipped"])'
"$program" verify --library "$work/library" --json
