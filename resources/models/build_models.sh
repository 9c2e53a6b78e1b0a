#!/usr/bin/env bash
# Builds the models that are shipped, from the public data sets: for developers; users get the result in resources/models.
#   build_models.sh DATA_FOLDER BENCH_MODELS_PROGRAM [WORK_FOLDER] [category|topics]
# DATA_FOLDER holds text/vsq, text/reddit_top and consumption/. About a quarter of an hour on two cores.
set -euo pipefail
export OMP_WAIT_POLICY=passive # Threads that wait by spinning are ten times slower on a busy machine.
here=$(cd "$(dirname "$0")" && pwd)
data=${1:?data folder}
program=${2:?path of bench_models}
work=${3:-$(mktemp -d)}
only=${4:-category topics}
created=$(date -u +%Y-%m-%dT%H:%M:%SZ)

python3 "$here/convert.py" "$data" "$work"

# A card is its template with the scores of the model as it was saved.
card() { # NAME
    {
        sed '/^SCORES_TABLE$/,$d; s/ (figures in SCORES)//' "$here/$1-card.md"
        echo "| texts | number | accuracy (P@1) | macro-F1 | among the first 5 | calibration error |"
        echo "|---|---|---|---|---|---|"
        sed -E 's/.*"file":"[^"]*\/([^"\/]*)\.test\.tsv","examples":([^,]*),"accuracy":([^,]*),"macro_f1":([^,]*),"ece":([^,]*),.*"r5":([^,]*),.*/| \1 | \2 | \3 | \4 | \6 | \5 |/; s/nan/–/g' "$work/$1.scores"
        sed '1,/^SCORES_TABLE$/d' "$here/$1-card.md"
    } > "$here/$1-default/card.md"
}

sha() { sha256sum "$1" | cut -d' ' -f1; }

if [[ $only == *category* ]]; then
    "$program" category "$work/category.train.tsv" "$work"/category{,_zh,_weibo,_youtube,_reddit}.test.tsv features=300000 idf=0.5 \
        save="$here/category-default" name="Default categories" created="$created" languages=zh,en \
        licence="data: Apache-2.0/MIT (vsq), CC0 (YouTube trending), PDDL-1.0 (reddit_top)" \
        data="$(sha "$work/category.train.tsv")" > "$work/category.scores"
    card category
fi

if [[ $only == *topics* ]]; then
    "$program" topics "$work/topics.train.tsv" "$work"/topics{,_titles}.test.tsv dimensions=112 features=120000 char_ngrams=0 rounds=8 learning_rate=0.1 \
        batch=256 label_smoothing=0.1 held_out=0.02 refit=0 save="$here/topics-default" name="Default topics" created="$created" \
        languages=en licence="data: PDDL-1.0 (reddit_top)" data="$(sha "$work/topics.train.tsv")" > "$work/topics.scores"
    card topics
fi
