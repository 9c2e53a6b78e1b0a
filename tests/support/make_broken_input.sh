#!/usr/bin/env bash
# Fills a folder with broken and hostile input to import by hand: media, records, articles, and with `--huge` a line of 1 GB.
#   make_broken_input.sh FOLDER [--huge]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
mkdir -p "$folder"
"$here/make_clips.sh" "$folder"
cp "$here/../data/html/hostile.html" "$folder/"
cd "$folder"

printf '%s\n' '{"id":"good-1","title":"A good line"}' 'not json at all' '{"id":"no-content"}' '{"id":"type","title":5}' \
    '{"title":"twice","title":"twice"}' '{"title":"escape","media":"../../../../../../etc/passwd"}' \
    '{"title":"remote","media":"http://127.0.0.1/x.mp4"}' '{"title":"missing","media":"nowhere.mp4"}' \
    '{"id":"kind","kind":"poem","title":"x"}' '["a","list"]' '{"title":"cut' '{"id":"good-2","title":"Another good line"}' >lines.jsonl
printf '{"title":"bad \xff\xfe utf-8"}\n{"id":"good-3","title":"after bad utf-8"}\n' >utf8.jsonl
printf '\xff\xfe{\0}\0' >utf16.jsonl
printf 'PK\003\004\000\000' >zip.jsonl
printf 'id,title,body\n1,"good"\n2,"never closed\n3,"after",x\n4,a,b,c\n' >broken.csv
printf 'a;b;c\n1;2;3\n' >other.csv
printf 'title,body\n=HYPERLINK("http://127.0.0.1"),formula\n' >formula.csv
printf '\x7fELF\000\000' >binary.txt
: >empty.html
python3 - <<'PY'
with open("nested.html", "w") as page:
    page.write("<title>Nested</title>" + "<table><tr><td>" * 100000 + "deep words")
with open("nested.jsonl", "w") as lines:
    lines.write('{"title":"nested","x":' + "[" * 100000 + "]" * 100000 + "}\n")
PY
if [[ ${2:-} == --huge ]]; then
    { printf '{"title":"'; head -c 1073741824 /dev/zero | tr '\0' 'x'; printf '"}\n{"id":"after-huge","title":"After the huge line"}\n'; } >huge.jsonl
fi
