#!/usr/bin/env python3
"""Turns the public data sets into the simple form that bench_models reads, for the people who build the shipped models.

convert.py DATA_FOLDER OUT_FOLDER: writes NAME.train.tsv and NAME.test.tsv with the columns
labels (joined by |), title, body, tags (joined by |). Splits are by a hash of the text, so they never change.
"""
import csv
import hashlib
import json
import pathlib
import re
import subprocess
import sys

data, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
here = pathlib.Path(__file__).parent
out.mkdir(parents=True, exist_ok=True)


def clean(text):
    return re.sub(r"[\s|]+", " ", text).strip()


def share(key, salt=""):
    """A number in [0, 1) that depends on the key alone."""
    return int(hashlib.sha256((salt + key).encode()).hexdigest()[:8], 16) / 2**32


def write(name, rows):
    with open(out / name, "w", encoding="utf-8") as file:
        for labels, title, body, tags in rows:
            file.write("\t".join(["|".join(labels), clean(title), clean(body), "|".join(clean(t) for t in tags)]) + "\n")
    print(f"{name}: {len(rows)}")


def in_order(rows, salt=""):
    """Shuffled by the hash: sources are sorted by label."""
    return sorted(rows, key=lambda row: share(row[1] + "|".join(row[0]), "order" + salt))


def reddit():
    process = subprocess.Popen(["zstd", "-dcq", data / "text/reddit_top/train.tsv.zst"], stdout=subprocess.PIPE)
    lines = (line.decode("utf-8", "replace").rstrip("\n").split("\t") for line in process.stdout)
    next(lines)
    return [(row[0], row[11], row[12] if len(row) > 12 else "") for row in lines if len(row) > 11]


def topics(posts):
    rows = [([subreddit], title, body, []) for subreddit, title, body in posts]
    test = [row for row in rows if share(row[1]) < 0.05]
    train = [row for row in rows if share(row[1]) >= 0.05]
    write("topics.train.tsv", in_order(train))
    write("topics.test.tsv", in_order(test))
    write("topics_titles.test.tsv", [(labels, title, "", []) for labels, title, _, _ in in_order(test)])


def fasttext_split(name):
    for part, to in (("train", "train"), ("valid", "test")):
        rows = []
        for line in open(data / f"text/cooking.stackexchange/cooking.{part}", encoding="utf-8"):
            words = line.split()
            labels = [word[9:] for word in words if word.startswith("__label__")]
            rows.append((labels, " ".join(word for word in words if not word.startswith("__label__")), "", []))
        write(f"{name}.{to}.tsv", rows)


def vsq_rows(part):
    for line in open(data / f"text/vsq/{part}.txt", encoding="utf-8"):
        label, _, text = line.rstrip("\n").partition("\t")
        yield label, text


def vsq():
    for part, to in (("train", "train"), ("dev", "test")):
        write(f"vsq.{to}.tsv", [([label], text, "", []) for label, text in vsq_rows(part)])


def hate():
    rows = []
    for line in open(data / "text/hate/davidson3_en.tsv", encoding="utf-8"):
        label, tab, text = line.rstrip("\n").partition("\t")
        if tab and label in "012":
            rows.append(([label], text, "", []))
    for seed in (1, 2, 3):
        shuffled = in_order(rows, str(seed))
        cut = len(shuffled) // 5
        write(f"hate{seed}.test.tsv", shuffled[:cut])
        write(f"hate{seed}.train.tsv", shuffled[cut:])


def youtube():
    """Title and tags by YouTube's category id; a video that trended for days counts once."""
    videos = {}
    for name in ("us", "gb"):
        with open(data / f"consumption/youtube_trending_{name}.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                videos[row["video_id"]] = (row["category_id"], row["title"], row["tags"])
    with open(data / "consumption/youtube_meta.tsv", encoding="utf-8") as file:
        names = file.readline().rstrip("\n").split("\t")
        for line in file:
            row = dict(zip(names, line.rstrip("\n").split("\t")))
            if "title" in row:
                videos[row["video_id"]] = (row["category_id"], row["title"], row.get("tags", ""))
    for category, title, tags in videos.values():
        tags = [tag.strip().strip('"') for tag in tags.split("|")]
        yield category, title, [tag for tag in tags if tag and tag != "[none]"][:30]


def categories(posts):
    mapping = json.loads((here / "sources.json").read_text(encoding="utf-8"))
    seeds = json.loads((here / "seeds.json").read_text(encoding="utf-8"))
    scarce = {code: seeds["zh"][code] for code in
              ("politics", "disaster", "doctor_patient", "strange_events", "car_models", "food", "animals")}
    classes = (data / "text/vsq/class.txt").read_text(encoding="utf-8").split()
    rows = []
    for part in ("train", "dev"):
        for label, text in vsq_rows(part):
            code = mapping["vsq"][classes[int(label)]]
            if part == "train" and code in OPEN_CLASSES:
                code = by_words(scarce, text) or code
            rows.append(([code], text, "", [], "zh", part == "dev"))
    for post, tags in weibo():
        if code := by_words(scarce, tags):
            rows.append(([code], post, "", [], "weibo", share(post) < 0.2))
    for category, title, tags in youtube():
        if category in mapping["youtube"]:
            rows.append(([mapping["youtube"][category]], title, "", tags, "youtube", share(title) < 0.1))
    of_subreddit = {name.lower(): code for code, names in mapping["reddit"].items() for name in names}
    for subreddit, title, body in posts:
        if code := of_subreddit.get(subreddit.lower()):
            rows.append(([code], title, body, [], "reddit", share(title) < 0.1))
    write("category.train.tsv", in_order([row[:4] for row in rows if not row[5]] +
                                           seed_rows(seeds["zh"], ("", "，")) + seed_rows(seeds["en"], (" ", ", "))))
    write("category.test.tsv", in_order([row[:4] for row in rows if row[5]]))
    for source in ("zh", "weibo", "youtube", "reddit"):
        write(f"category_{source}.test.tsv", in_order([row[:4] for row in rows if row[5] and row[4] == source]))


# Chinese words are counted as evidence only in texts whose own label leaves the question open.
OPEN_CLASSES = {"lifestyle", "news", "citizen_video", "other", "documentary", "creative"}
SENTENCES_A_CATEGORY = 600


def seed_rows(seeds, joints):
    """Word lists in the place of texts that some categories have few of: made-up rows of three to fifteen of a
    category's words, the same ones every time."""
    rows = []
    for code, words in seeds.items():
        for number in range(SENTENCES_A_CATEGORY):
            ordered = sorted(words, key=lambda word: share(word, f"{code}{number}"))
            count = 3 + number % 13
            rows.append(([code], joints[number % 2].join(ordered[:count]), "", []))
    return rows


def by_words(seeds, text):
    """The category whose words, of two characters or more, the text has; None where it is none or several."""
    found = {code for code, words in seeds.items() for word in words if len(word) > 1 and word in text}
    return found.pop() if len(found) == 1 else None


def weibo():
    for part in ("valid", "test"):
        folder = data / "text/keyphrases_Weibo"
        posts = open(folder / f"{part}_src.txt", encoding="utf-8")
        tags = open(folder / f"{part}_trg.txt", encoding="utf-8")
        for post, tag in zip(posts, tags):
            yield "".join(post.split()), "".join(tag.split())


posts = reddit()
topics(posts)
fasttext_split("cooking")
vsq()
hate()
if (here / "sources.json").exists():
    categories(posts)
