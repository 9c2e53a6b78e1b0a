#!/usr/bin/env bash
# Makes the complete sample folder, ready to be imported:
#
#   make.sh OUTDIR
#   moderato import OUTDIR
#
# OUTDIR then holds articles.jsonl, clips.jsonl, expression_sessions.jsonl, clips/ and images/. Running it again makes only what is missing.

set -euo pipefail

if [ $# -ne 1 ] || [ -z "$1" ] || [ "${1#-}" != "$1" ]; then
  echo "usage: ${0##*/} OUTDIR" >&2
  exit 2
fi

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
bash "$here/make_clips.sh" "$1"
for name in articles.jsonl clips.jsonl expression_sessions.jsonl; do
  if cmp -s -- "$here/$name" "$1/$name"; then echo "kept $name"; continue; fi
  cp -- "$here/$name" "$1/.part-$name"
  mv -f -- "$1/.part-$name" "$1/$name"
  echo "made $name"
done
