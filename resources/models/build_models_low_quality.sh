#!/usr/bin/env bash
# Builds the shipped model for low quality, from the public data sets: for developers; users get the result in resources/models.
#   build_models_low_quality.sh DATA_FOLDER MODERATO_PROGRAM [WORK_FOLDER]
set -euo pipefail
export OMP_WAIT_POLICY=passive # Threads that wait by spinning are ten times slower on a busy machine.
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?data folder}
program=${2:?path of moderato}
work=${3:-$(mktemp -d)}
settings=(--set features=60000 --set text_size=32 --set image_text=0 --set layout=0 --set attributes=0)

python3 "$here/convert_low_quality.py" "$data" "$work"
rm -rf "$work/library"
train() { "$program" train low_quality --library "$work/library" --threads 2 --data "$work/$1.jsonl" "${settings[@]}" --json | tail -1; }
train train > "$work/first.json"
for set in clickbait hate cold mature; do
    "$program" evaluate low_quality --library "$work/library" --version low_quality-1 --data "$work/test_$set.jsonl" --json > "$work/$set.json"
done
train all > "$work/second.json"
rm -rf "$here/low_quality-default"
cp -r "$work/library/models/low_quality-2" "$here/low_quality-default"
python3 - "$here" "$work" <<'PYTHON'
import json, sys
here, work = sys.argv[1:3]
rows = ["| texts | mark | number | accuracy | macro-F1 | AUC |", "|---|---|---|---|---|---|"]
for name in ("clickbait", "hate", "cold", "mature"):
    for task, one in json.load(open(f"{work}/{name}.json"))["tasks"].items():
        if one["examples"] and one["auc"] is not None:
            rows.append(f"| {name} | {task} | {one['examples']} | {one['accuracy']:.3f} | {one['macro_f1']:.3f} | {one['auc']:.3f} |")
plain = json.load(open(f"{work}/mature.json"))["tasks"]["clickbait"]
card = open(f"{here}/low_quality-card.md", encoding="utf-8").read().replace("SCORES_TABLE", "\n".join(rows))
card = card.replace("PLAIN_NUMBER", f"{plain['examples']:,}").replace("PLAIN_SHARE", f"{1 - plain['accuracy']:.1%}")
open(f"{here}/low_quality-default/card.md", "w", encoding="utf-8").write(card)
path = f"{here}/low_quality-default/manifest.json"
manifest = json.load(open(path))
manifest.update(name="Default low quality", languages=["en", "zh"],
                licence="data: MIT (clickbait, hate), Apache-2.0 (COLD), PDDL-1.0 (reddit_top)")
json.dump(manifest, open(path, "w"), indent=4, sort_keys=True, ensure_ascii=False)
PYTHON
du -sh "$here/low_quality-default"
