#!/usr/bin/env bash
# Text models beside fastText in the same run: topics on cooking.stackexchange, categories on vsq (Chinese) and hate
# (English), articles scored a second. Means and ranges over seeds.
#   ml_models.sh [BENCH_MODELS_PROGRAM] [DATA_FOLDER]     (or MODERATO_DATA)
# Environment: SEEDS (default "1 2 3"), THREADS (default 2).
set -euo pipefail
program=${1:-build/bin/bench_models}
data=${2:-${MODERATO_DATA:-}}
if [[ -z $data || ! -d $data/text ]]; then
    echo "SKIPPED: the data sets are not here. Give their folder as second argument or in MODERATO_DATA."
    exit 0
fi
command -v fasttext > /dev/null || { echo "SKIPPED: fasttext is not installed (package fasttext)."; exit 0; }
seeds=${SEEDS:-1 2 3}
threads=${THREADS:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OMP_WAIT_POLICY=passive # Other programs may be running.

# Data as `labels <tab> title` for bench_models and as fastText's documentation prepares it: punctuation split off, lower case.
for part in train valid; do
    sed -E 's/__label__([^ ]+) /\1|/g; s/\|([^|]*)$/\t\1/' "$data/text/cooking.stackexchange/cooking.$part" > "$work/cooking.$part.tsv"
done
cp "$data/text/vsq/train.txt" "$work/vsq.train.tsv"
cp "$data/text/vsq/dev.txt" "$work/vsq.valid.tsv"
grep -P '^[012]\t' "$data/text/hate/davidson3_en.tsv" > "$work/hate.tsv"
split_hate() { # SEED: one in five for the test
    awk -v seed="$1" 'BEGIN { srand(seed) } { print rand() "\t" $0 }' "$work/hate.tsv" | LC_ALL=C sort -k1,1 | cut -f2- > "$work/hate.shuffled"
    local test=$(($(wc -l < "$work/hate.shuffled") / 5))
    head -n "$test" "$work/hate.shuffled" > "$work/hate.valid.tsv"
    tail -n "+$((test + 1))" "$work/hate.shuffled" > "$work/hate.train.tsv"
}
for_fasttext() { # NAME
    for part in train valid; do
        awk -F'\t' '{ n = split($1, labels, "|"); s = ""; for (i = 1; i <= n; ++i) s = s "__label__" labels[i] " "; print s $2 }' "$work/$1.$part.tsv" |
            sed -E "s/([.!?,'\/()\":;#@&])/ \1 /g" | tr '[:upper:]' '[:lower:]' > "$work/$1.$part.ft"
    done
}

# Lines "set system figure value seed" gather here.
results=$work/results
: > "$results"
ours() { # SET SEED TASK [key=value…]
    local line
    line=$("$program" "$3" "$work/$1.train.tsv" "$work/$1.valid.tsv" threads="$threads" seed="$2" "${@:4}" 2> "$work/log")
    for figure in accuracy macro_f1 p1 p5 items_per_second; do
        echo "$1 moderato $figure $(sed -E "s/.*\"$figure\":([^,}]*).*/\1/" <<< "$line") $2"
    done >> "$results"
    echo "$1 moderato training_seconds $(tail -1 "$work/log" | cut -d' ' -f1) $2" >> "$results"
}
peer() { # SET SEED SYSTEM options…
    local begin=$EPOCHREALTIME
    fasttext supervised -input "$work/$1.train.ft" -output "$work/model" -thread "$threads" -seed "$2" -verbose 0 "${@:4}" > "$work/log" 2>&1
    echo "$1 $3 training_seconds $(awk -v a="$begin" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }') $2" >> "$results"
    fasttext predict "$work/model.bin" "$work/$1.valid.ft" 5 > "$work/predicted"
    awk -v data="$1" -v peer="$3" -v seed="$2" '
        NR == FNR { predicted[FNR] = $0; next }
        { n = split(predicted[FNR], p, " "); delete mine; m = 0
          for (i = 1; i <= NF && $i ~ /^__label__/; ++i) { mine[$i] = 1; ++m; first = $i }
          if (m == 0) next
          ++examples; if (p[1] in mine) ++one
          for (i = 1; i <= n && i <= 5; ++i) { ++given; if (p[i] in mine) ++five }
          ++truth[first]; ++said[p[1]]; if (p[1] == first) ++hit[first] }
        END { for (c in truth) if (truth[c]) all[c]; for (c in said) if (said[c]) all[c]
              for (c in all) { f += 2 * hit[c] / (truth[c] + said[c]); ++classes }
              print data, peer, "p1", one / examples, seed; print data, peer, "accuracy", one / examples, seed
              print data, peer, "p5", five / given, seed; print data, peer, "macro_f1", f / classes, seed }' \
        "$work/predicted" "$work/$1.valid.ft" >> "$results"
    rm -f "$work/model.bin" "$work/model.vec"
}

for_fasttext cooking
for_fasttext vsq
for seed in $seeds; do
    ours cooking "$seed" topics
    peer cooking "$seed" fasttext-softmax -lr 0.5 -epoch 25 -wordNgrams 2 -loss softmax
    peer cooking "$seed" fasttext-ova -lr 0.5 -epoch 25 -wordNgrams 2 -loss ova
    ours vsq "$seed" category
    peer vsq "$seed" fasttext-trigrams -lr 0.3 -epoch 5 -minn 1 -maxn 3
    split_hate "$seed"
    for_fasttext hate
    ours hate "$seed" category
    peer hate "$seed" fasttext-bigrams -lr 0.3 -epoch 10 -wordNgrams 2
    peer hate "$seed" fasttext-subwords -lr 0.1 -epoch 10 -wordNgrams 2 -minn 3 -maxn 5
done

echo "$(nproc) cores, $threads threads, seeds $seeds: mean (least to largest)"
awk '{ key = $1 " " $2 " " $3; if (!(key in n)) { order[++keys] = key; low[key] = high[key] = $4 }
       sum[key] += $4; ++n[key]; if ($4 < low[key]) low[key] = $4; if ($4 > high[key]) high[key] = $4 }
     END { for (i = 1; i <= keys; ++i) { k = order[i]; split(k, part, " ")
           if (part[1] == "cooking" && part[3] ~ /accuracy|macro_f1/) continue
           if (part[1] != "cooking" && part[3] ~ /^p[15]$/) continue
           format = part[3] ~ /second/ ? "%-8s %-18s %-17s %.1f (%.1f to %.1f)\n" : "%-8s %-18s %-17s %.4f (%.4f to %.4f)\n"
           printf format, part[1], part[2], part[3], sum[k] / n[k], low[k], high[k] } }' "$results" | sort -k1,1 -k3,3 -s
