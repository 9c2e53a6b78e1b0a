#!/usr/bin/env python3
"""The text half of the topic model, beside fastText in the same run.

    topic_models.py accuracy  [cooking weibo reddit]   P@1, P@5, R@10, macro-P@1; AUTOTUNE=1: and fastText's
                                                       autotune; AUTOTUNE=only: none of its fixed settings
    topic_models.py losses                             margin, triplet and softmax at equal steps
    topic_models.py negatives                          shares of random and hard negatives, ways of choosing
    topic_models.py new_tags                           a fifth of the tags kept out of training
    topic_models.py cost                               words a second at 1,000 to 50,000 topics

Environment: MODERATO_DATA (the data sets' folder; without it everything is skipped), BENCH_MODELS (the program, default
build/release/bin/bench_models), SEEDS (default "1 2 3"), THREADS (default 2). Figures are means over the seeds with
the 95 % interval of the mean (Student); fastText's with more than one thread differ from run to run anyway. Macro-P@1
is the mean over the rarer half of the topics (by training examples) of P@1 on the test texts that carry the topic.
"""
import collections
import hashlib
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

DATA = os.environ.get("MODERATO_DATA", "")
PROGRAM = os.environ.get("BENCH_MODELS", "build/release/bin/bench_models")
SEEDS = os.environ.get("SEEDS", "1 2 3").split()
THREADS = os.environ.get("THREADS", "2")
ENVIRONMENT = dict(os.environ, OMP_WAIT_POLICY="passive")
STUDENT = [math.nan, math.nan, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262]
REDDIT_ASIDE = 20000

Example = collections.namedtuple("Example", "topics text")


def cooking(part):
    for line in open(f"{DATA}/text/cooking.stackexchange/cooking.{part}", encoding="utf-8"):
        words = line.split()
        topics = [word[len("__label__"):] for word in words if word.startswith("__label__")]
        yield Example(topics, " ".join(word for word in words if not word.startswith("__label__")))


def weibo(part):
    name = {"train": "valid", "valid": "test"}[part]  # the larger file is not there
    folder = f"{DATA}/text/keyphrases_Weibo"
    with open(f"{folder}/{name}_src.txt", encoding="utf-8") as texts, open(f"{folder}/{name}_trg.txt", encoding="utf-8") as topics:
        for text, names in zip(texts, topics):
            yield Example([" ".join(part.split()) for part in names.split(";") if part.strip()], " ".join(text.split()))


def reddit(part):
    """Titles only; the 20,000 posts whose hashed id comes first are kept aside."""
    process = subprocess.run(["zstd", "-dc", f"{DATA}/text/reddit_top/train.tsv.zst"], capture_output=True, check=True)
    rows = [line.split("\t") for line in process.stdout.decode("utf-8", "replace").split("\n")[1:] if line]
    rows.sort(key=lambda row: hashlib.sha1(row[1].encode()).digest())
    chosen = rows[:REDDIT_ASIDE] if part == "valid" else rows[REDDIT_ASIDE:]
    return [Example([row[0]], " ".join(row[11].split())) for row in chosen]


SETS = {"cooking": cooking, "weibo": weibo, "reddit": reddit}


def write(path, examples):
    """For bench_models, and as fastText's documentation prepares it: punctuation split off, lower case."""
    with open(path + ".tsv", "w", encoding="utf-8") as ours, open(path + ".ft", "w", encoding="utf-8") as theirs:
        for example in examples:
            ours.write("|".join(example.topics) + "\t" + example.text + "\n")
            labels = " ".join("__label__" + topic.replace(" ", "_") for topic in example.topics)
            theirs.write(labels + " " + re.sub(r"([.!?,'/()\":;#@&])", r" \1 ", example.text).lower() + "\n")


def figures(training, test, predicted):
    counts = collections.Counter(topic for example in training for topic in example.topics)
    rare = {topic for topic, _ in sorted(counts.items(), key=lambda item: (item[1], item[0]))[:len(counts) // 2]}
    first = fifth = tenth = wanted = 0
    by_topic = collections.defaultdict(list)
    for example, ranked in zip(test, predicted):
        right = [topic in example.topics for topic in ranked[:10]]
        first += sum(right[:1])
        fifth += sum(right[:5])
        tenth += sum(right)
        wanted += len(example.topics)
        for topic in example.topics:
            if topic in rare:
                by_topic[topic].append(bool(right and right[0]))
    macro = [sum(hits) / len(hits) for hits in by_topic.values()]
    return {"P@1": first / len(test), "P@5": fifth / len(test) / 5, "R@10": tenth / wanted,
            "macro-P@1": sum(macro) / len(macro) if macro else math.nan}


def ours(work, name, seed, *options):
    out = f"{work}/predictions"
    begin = time.time()
    run = subprocess.run([PROGRAM, "topics", f"{work}/{name}.train.tsv", f"{work}/{name}.valid.tsv", f"threads={THREADS}",
                          f"seed={seed}", f"predictions={out}", *options], capture_output=True, text=True, env=ENVIRONMENT)
    if run.returncode != 0:
        sys.exit(run.stderr)
    seconds = float(re.findall(r"^([\d.]+) s$", run.stderr, re.M)[-1])
    rate = float(re.findall(r"([\d]+) words a second", run.stderr)[-1])
    predicted = [line.rstrip("\n").split("\t") for line in open(out, encoding="utf-8")]
    return predicted, seconds, rate, run.stderr, time.time() - begin


def fasttext(work, name, seed, names, *options):
    begin = time.time()
    subprocess.run(["fasttext", "supervised", "-input", f"{work}/{name}.train.ft", "-output", f"{work}/model", "-thread",
                    THREADS, "-seed", seed, "-verbose", "0", *options], check=True, capture_output=True)
    seconds = time.time() - begin
    lines = subprocess.run(["fasttext", "predict", f"{work}/model.bin", f"{work}/{name}.valid.ft", "10"], check=True,
                           capture_output=True, text=True).stdout.split("\n")
    real = {topic.replace(" ", "_"): topic for topic in names}
    predicted = [[real.get(label[len("__label__"):], label) for label in line.split()] for line in lines]
    return predicted, seconds


def interval(values):
    values = [value for value in values if not math.isnan(value)]
    mean = sum(values) / len(values) if values else math.nan
    if len(values) < 2:
        return f"{mean:.4f}         "
    deviation = math.sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))
    return f"{mean:.4f} ±{STUDENT[min(len(values), 10)] * deviation / math.sqrt(len(values)):.4f}"


class Table:
    def __init__(self):
        self.rows = collections.defaultdict(lambda: collections.defaultdict(list))

    def add(self, row, **values):
        for key, value in values.items():
            self.rows[row][key].append(value)

    def print(self):
        for row, columns in self.rows.items():
            print(f"{row:46}" + "  ".join(f"{key} {interval(values)}" for key, values in columns.items()), flush=True)
        self.rows.clear()


def prepare(work, name):
    parts = {part: [e for e in SETS[name](part) if e.topics and e.text] for part in ("train", "valid")}
    for part, examples in parts.items():
        random.Random(1).shuffle(examples)
        write(f"{work}/{name}.{part}", examples)
    return parts["train"], parts["valid"]


def accuracy(work, names):
    peers = {
        "cooking": ["-lr", "0.5", "-epoch", "25", "-wordNgrams", "2"],
        "weibo": ["-lr", "0.5", "-epoch", "50", "-wordNgrams", "2"],
        "reddit": ["-lr", "0.5", "-epoch", "5", "-wordNgrams", "2", "-dim", "64"],
    }
    for name in names or SETS:
        training, test = prepare(work, name)
        topics = sorted({topic for example in training for topic in example.topics})
        print(f"{name}: {len(training)} texts, {len(topics)} topics; {len(test)} texts kept aside", flush=True)
        table = Table()
        for seed in SEEDS if name != "reddit" else SEEDS[:1]:
            predicted, seconds, *_ = ours(work, name, seed, "held_out=0")
            table.add(f"{name} moderato", **figures(training, test, predicted), seconds=seconds)
            for loss in ("softmax", "hs", "ova") if os.environ.get("AUTOTUNE") != "only" else ():
                if name == "reddit" and loss == "ova":
                    continue  # as slow as softmax; it takes minutes
                predicted, seconds = fasttext(work, name, seed, topics, *peers[name], "-loss", loss)
                table.add(f"{name} fasttext {loss}", **figures(training, test, predicted), seconds=seconds)
        table.print()
        if os.environ.get("AUTOTUNE"):
            # A tenth of what is trained on decides; the test set would be a look at the answers.
            write(f"{work}/tune.train", training[len(training) // 10:])
            write(f"{work}/tune.valid", training[:len(training) // 10])
            shutil.copy(f"{work}/{name}.valid.ft", f"{work}/autotuned.valid.ft")
            shutil.copy(f"{work}/tune.train.ft", f"{work}/autotuned.train.ft")
            try:
                predicted, seconds = fasttext(work, "autotuned", SEEDS[0], topics, "-autotune-validation",
                                              f"{work}/tune.valid.ft", "-autotune-duration", "300")
            except subprocess.CalledProcessError as failed:  # It may run out of memory on sets of many labels.
                print(f"{name} fasttext autotune ended with {failed.returncode}: {failed.stderr.decode().strip()[-400:]}")
                continue
            table.add(f"{name} fasttext autotune, 5 minutes", **figures(training, test, predicted), seconds=seconds)
            table.print()


def compare(work, name, rows):
    training, test = prepare(work, name)
    table = Table()
    for row, options in rows.items():
        for seed in SEEDS:
            predicted, seconds, _, log, _ = ours(work, name, seed, "held_out=0", *options)
            satisfied = re.findall(r"satisfied ([\d.]+|-?nan)", log)[-1]
            table.add(f"{name} {row}", **figures(training, test, predicted), satisfied=float(satisfied), seconds=seconds)
    table.print()


def losses(work, names):
    """The same encoder, sets of 64, passes and step sizes; what differs is the loss."""
    same = ["topic_encoder=onehot", "batch=64", "rounds=10", "patience=100", "dimensions=128", "label_smoothing=0"]
    cosine = [*same, "similarity=cosine"]
    rows = {
        "margin, cosine": [*cosine, "loss=margin"],
        "triplet, cosine, as documented": [*cosine, "loss=triplet"],
        "triplet, cosine, drawn where there is a loss": [*cosine, "loss=triplet", "mine_only_with_loss=1"],
        "softmax, cosine, in-set": [*cosine, "loss=sampled", "frequency_correction=0"],
        "softmax, cosine, in-set, log Q": [*cosine, "loss=sampled"],
        "softmax, cosine, mixed, log Q": [*cosine, "loss=sampled", "uniform_negatives=256"],
        "softmax, dot, in-set": [*same, "loss=sampled", "frequency_correction=0"],
        "softmax, dot, in-set, log Q": [*same, "loss=sampled"],
        "softmax, dot, mixed, log Q": [*same, "loss=sampled", "uniform_negatives=256"],
        "softmax, dot, all topics": [*same, "loss=softmax"],
    }
    for name in names or ["cooking"]:
        compare(work, name, rows)


def negatives(work, names):
    same = ["topic_encoder=onehot", "similarity=cosine", "loss=margin", "batch=64", "rounds=10", "patience=100", "label_smoothing=0"]
    rows = {f"margin, K = 3, {share} at random": [*same, f"random_share={share}"] for share in ("0", "0.34", "0.67", "1")}
    rows |= {
        "margin, K = 10, half at random": [*same, "negatives=10", "random_share=0.5"],
        "margin, K = 10, 0.9 at random": [*same, "negatives=10", "random_share=0.9"],
        "margin, K = 3, semi-hard": [*same, "random_share=0", "hard=semi"],
        "margin, K = 3, 1/3 at random, semi-hard": [*same, "random_share=0.34", "hard=semi"],
        "margin, K = 3, 1/3 at random, no filter": [*same, "random_share=0.34", "filter=none"],
    }
    for name in names or ["cooking"]:
        compare(work, name, rows)


def new_tags(work, names):
    for name in names or ["cooking", "weibo"]:
        training, test = prepare(work, name)
        table = Table()
        topics = sorted({topic for example in training for topic in example.topics})
        for seed in SEEDS:
            held = set(random.Random(int(seed)).sample(topics, len(topics) // 5))
            seen = [Example([t for t in e.topics if t not in held], e.text) for e in training]
            write(f"{work}/new.train", [e for e in seen if e.topics])
            write(f"{work}/new.valid", test)
            with open(f"{work}/more", "w", encoding="utf-8") as file:
                file.writelines(topic + "\n" for topic in sorted(held))
            for row, options in {"default": [], "words": ["topic_encoder=words"],
                                 "both": ["topic_encoder=both"],
                                 "both, a third of names alone": ["topic_encoder=both", "name_alone=0.33"],
                                 "both, cosine, a third of names alone": ["topic_encoder=both", "name_alone=0.33", "similarity=cosine"]}.items():
                predicted, *_ = ours(work, "new", seed, "held_out=0", f"more={work}/more", *options)
                recall = {}
                for kind, which in {"new": held, "trained": set(topics) - held}.items():
                    wanted = [(t, ranked) for e, ranked in zip(test, predicted) for t in e.topics if t in which]
                    recall[kind] = sum(t in ranked for t, ranked in wanted) / len(wanted)
                table.add(f"{name} {row}", **{"R@10 of new": recall["new"], "of trained": recall["trained"],
                                               "chance": 10 / len(topics), "P@1": figures(training, test, predicted)["P@1"]})
        table.print()


def peer_seconds(work, name, loss, passes):
    begin = time.time()
    subprocess.run(["fasttext", "supervised", "-input", f"{work}/{name}.train.ft", "-output", f"{work}/model", "-thread", THREADS,
                    "-dim", "100", "-wordNgrams", "2", "-epoch", str(passes), "-bucket", "200000", "-verbose", "0", "-loss", loss],
                   check=True, capture_output=True)
    return time.time() - begin


def cost(work, names):
    """Synthetic texts of 12 words; the same features for both (words and pairs of them), 100 dimensions, one label."""
    texts, passes, few = 60000, 3, 15000
    chooser = random.Random(1)
    for topics in [1000, 5000, 10000, 20000, 50000]:
        examples = []
        for i in range(texts):
            topic = chooser.randrange(topics)
            words = [f"w{int(chooser.paretovariate(0.6)) % 30000}" for _ in range(8)]
            words += [f"t{topic * 3 + chooser.randrange(6)}" for _ in range(4)]
            chooser.shuffle(words)
            examples.append(Example([f"topic{topic}"], " ".join(words)))
        write(f"{work}/cost.train", examples)
        write(f"{work}/cost.valid", examples[:500])
        write(f"{work}/few.train", examples[:few])
        count = 12 * texts
        line = f"{topics:6} topics:"
        for label, options in {"moderato": [], "moderato, 256 drawn": ["uniform_negatives=256"]}.items():
            *_, rate, log, _ = ours(work, "cost", "1", "loss=sampled", "char_ngrams=0", "word_ngrams=2", "dimensions=100", "refit=0", "feature_dropout=0",
                                    "topic_encoder=onehot", "held_out=0", f"rounds={passes}", "patience=100", *options)
            line += f"  {label} {rate / 1e6:.3f} M words/s"
        # The difference of two runs is training alone, without reading the dictionary and saving.
        spent = peer_seconds(work, "cost", "hs", passes) - peer_seconds(work, "cost", "hs", 1)
        line += f"  fasttext hs {12 * texts * (passes - 1) / spent / 1e6:.3f}"
        if topics <= 10000:
            spent = peer_seconds(work, "few", "softmax", 2) - peer_seconds(work, "few", "softmax", 1)
            line += f"  softmax {12 * few / spent / 1e6:.4f}"
        print(line, flush=True)


def main():
    parts = {"accuracy": accuracy, "losses": losses, "negatives": negatives, "new_tags": new_tags, "cost": cost}
    if len(sys.argv) < 2 or sys.argv[1] not in parts:
        sys.exit(__doc__)
    if sys.argv[1] != "cost" and not os.path.isdir(f"{DATA}/text"):
        print("SKIPPED: the data sets are not here. Give their folder in MODERATO_DATA.")
        return
    if sys.argv[1] in ("accuracy", "cost") and not shutil.which("fasttext"):
        print("SKIPPED: fasttext is not installed (package fasttext).")
        return
    print(f"{os.cpu_count()} cores, {THREADS} threads, seeds {' '.join(SEEDS)}", flush=True)
    with tempfile.TemporaryDirectory() as work:
        parts[sys.argv[1]](work, sys.argv[2:])


if __name__ == "__main__":
    main()
