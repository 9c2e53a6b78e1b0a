#!/usr/bin/env python3
"""Real consumption, ordered by time (S1.12): models learn from the earlier part and are judged on the later one.

    consumption.py PROGRAM DATA WORK figures|decay|low-quality|speed [reddit|youtube …] [--seeds 3] [--posts 40000] [--set NAME=VALUE …]

figures       AUC and accuracy a task on the later part: MMoE, single-task twins, and MMoE without each sub-network
decay         accuracy 5, 7 and 10 days after the data end, and what an update (`moderato update`) wins back
low-quality   clickbait, cold, hate and mature titles: accuracy and macro-F1 beside fastText's best of three settings

speed         items a second of a quality model: posts, and the clips of video/fights before and after their features are kept

reddit        text/reddit_top: the posts of the last four months; score above the median of its subreddit, comments likewise, share of ups
              above the median. Each part has its own medians; subreddits with fewer than ten posts in a part get no label there.
youtube       consumption/youtube_trending_*.csv: videos on their first day in the list; likes, dislikes and comments on views become labels in
              the program (`consumption label`). An item stands in one part only. Dates lost a zero (9.1 is the 9th of October).
"""
import argparse
import csv
import datetime
import json
import math
import os
import random
import re
import statistics
import subprocess
import sys
import time

T = [math.nan, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262]
NETWORKS = {"mmoe": [], "twins": ["network=twins"], "shared": ["network=shared"], "without text": ["text=0"],
            "without attributes": ["attributes=0"], "without image-text": ["image_text=0"],
            "without layout": ["layout=0"]}


def program(options, library, *arguments):
    command = [options.program, *arguments, "--library", library, "--json"]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(" ".join(command) + "\n" + run.stderr)
    return json.loads(run.stdout.strip().split("\n")[-1])


def write(path, items):
    with open(path, "w", encoding="utf-8") as file:
        for item in items:
            file.write(json.dumps(item, ensure_ascii=False) + "\n")


def iso(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def posts(options):
    """Posts of the last four months, by time, as items of an import."""
    path = os.path.join(options.data, "text/reddit_top/train.tsv.zst")
    text = subprocess.run(["zstd", "-dc", path], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    rows = [line.split("\t") for line in text.split("\n")[1:] if line.count("\t") == 12]
    rows.sort(key=lambda row: int(row[2]))
    begin = int(rows[-1][2]) - 122 * 86400
    return [row for row in rows if int(row[2]) >= begin]


def post_item(row):
    return {"id": row[1], "title": row[11], "body": row[12], "published_at": iso(int(row[2])), "topics": [row[10]] if row[10] else [],
            "author": {"id": row[0]}, "source_url": f"http://{row[9]}/", "category": "self" if row[7] == "1" else "link"}


def post_labels(rows):
    """Labels of these posts among themselves."""
    by_place = {}
    for row in rows:
        by_place.setdefault(row[0], []).append(row)
    share = {row[1]: int(row[4]) / max(1, int(row[4]) + int(row[5])) for row in rows}
    middle_share = statistics.median(share.values())
    labels = {}
    for place in by_place.values():
        if len(place) < 10:
            continue
        score = statistics.median(int(row[3]) for row in place)
        comments = statistics.median(int(row[6]) for row in place)
        for row in place:
            found = {}
            for name, value, middle in (("score", int(row[3]), score), ("comments", int(row[6]), comments),
                                        ("ups", share[row[1]], middle_share)):
                if value != middle:
                    found[name] = value > middle
            labels[row[1]] = found
    return labels


def labelled_posts(rows):
    labels = post_labels(rows)
    return [dict(post_item(row), labels=labels[row[1]]) for row in rows if labels.get(row[1])]


def youtube_date(text):
    day, month = text[:5].split(".")
    month = {"09": 9, "9": 9, "1": 10, "10": 10}[month]
    return datetime.datetime(2017, month, int(day), tzinfo=datetime.timezone.utc)


def videos(options):
    """Each video on its first day in one of the lists, by day."""
    first = {}
    for country in ("us", "gb"):
        path = os.path.join(options.data, f"consumption/youtube_trending_{country}.csv")
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                try:
                    row["at"] = youtube_date(row["date"])
                    figures = {name: int(row[column]) for name, column in (
                        ("views", "views"), ("likes", "likes"), ("dislikes", "dislikes"), ("comments", "comment_total"))}
                except (KeyError, ValueError):
                    continue
                if row["video_id"] not in first or row["at"] < first[row["video_id"]]["at"]:
                    row["figures"] = figures
                    first[row["video_id"]] = row
    rows = sorted(first.values(), key=lambda row: (row["at"], row["video_id"]))
    return [{"id": row["video_id"], "title": row["title"], "published_at": row["at"].strftime("%Y-%m-%dT00:00:00Z"),
             "topics": [tag for tag in row["tags"].split("|") if tag != "[none]"][:20], "author": {"id": row["channel_title"]},
             "category": row["category_id"], "consumption": dict(row["figures"], window="first day")} for row in rows]


def parts(options, name):
    """The earlier and the later part; the earlier one is cut to --posts by chance."""
    if name == "youtube":
        items = videos(options)
        cut = len(items) * 7 // 10
        day = items[cut]["published_at"]
        return [item for item in items if item["published_at"] < day], [item for item in items if item["published_at"] >= day]
    rows = posts(options)
    cut = len(rows) * 8 // 10
    earlier, later = rows[:cut], rows[cut:]
    chosen = random.Random(7)
    earlier = labelled_posts(earlier)
    later = labelled_posts(later)
    if len(earlier) > options.posts:
        earlier = chosen.sample(earlier, options.posts)
    if len(later) > options.posts // 3:
        later = chosen.sample(later, options.posts // 3)
    return earlier, later


def interval(values):
    if len(values) < 2:
        return f"{values[0]:.4f}"
    return f"{statistics.mean(values):.4f} ±{T[len(values) - 1] * statistics.stdev(values) / math.sqrt(len(values)):.4f}"


def settings(options, extra=()):
    given = []
    for setting in [*options.set, *extra]:
        given += ["--set", setting]
    return given


def train_and_score(options, library, train, test, seed, extra, task="quality"):
    outcome = program(options, library, "train", task, "--data", train, "--seed", str(seed), "--threads", "2", *settings(options, extra))
    scores = program(options, library, "evaluate", task, "--data", test, "--version", outcome["version"])
    return scores["tasks"], outcome["seconds"]


def figures(options, name):
    earlier, later = parts(options, name)
    assert not {item["id"] for item in earlier} & {item["id"] for item in later}
    train, test, library = (os.path.join(options.work, f"{name}.{part}") for part in ("train.jsonl", "test.jsonl", "library"))
    write(train, earlier)
    write(test, later)
    program(options, library, "consumption", "label", "--reference", "median", "--minimum-impressions", "10")
    print(f"{name}: {len(earlier)} items until {earlier[-1]['published_at']}, {len(later)} later")
    for network, extra in NETWORKS.items():
        if options.networks and network not in options.networks:
            continue
        runs = [train_and_score(options, library, train, test, seed, extra) for seed in range(1, options.seeds + 1)]
        for task in sorted(runs[0][0]):
            found = [run[0][task] for run in runs]
            print(f"{name:8} {network:20} {task:10} AUC {interval([one['auc'] for one in found]):18} "
                  f"accuracy {interval([one['accuracy'] for one in found]):18} {found[0]['examples']} examples, "
                  f"{statistics.mean(run[1] for run in runs):.0f} s", flush=True)


def consumption_of(rows):
    """Posts as consumption: the votes are the views, ups the likes; comments on votes. The program makes the labels."""
    return [dict(post_item(row), consumption={"views": int(row[4]) + int(row[5]), "likes": int(row[4]), "comments": int(row[6]),
                                              "window": "all"}) for row in rows]


def decay(options, name):
    """A model of the data until 21 days before the end; then what 5, 7 and 10 days later shows, and what an update regains."""
    if name == "youtube":
        items, days = videos(options), 14
    else:
        items, days = consumption_of(posts(options)), 31
        items = sorted(random.Random(7).sample(items, min(len(items), 2 * options.posts)), key=lambda item: item["published_at"])
    end = datetime.datetime.fromisoformat(items[-1]["published_at"].replace("Z", "+00:00"))
    moment = lambda ago: (end - datetime.timedelta(days=ago)).strftime("%Y-%m-%dT%H:%M:%SZ")
    data, library = os.path.join(options.work, f"{name}.all.jsonl"), os.path.join(options.work, f"{name}.decay")
    write(data, items)
    program(options, library, "import", data)
    program(options, library, "consumption", "label", "--reference", "median", "--minimum-impressions", "10")
    trained = program(options, library, "train", "quality", "--before", moment(days), "--from-scratch", "--promote", "--threads", "2",
                      *settings(options))
    first = program(options, library, "verify-model", "quality", "--from", moment(days), "--before", moment(days - 10), "--drift", "adwin")
    print(f"{name}: {trained['examples']} items until {moment(days)}; later {first['items']}, accuracy {first['accuracy']:.4f}")
    for age in first["decay"]:
        print(f"{name:8} up to {age['days']:2} days after: {age['items']} items, accuracy {age['accuracy'] or math.nan:.4f}")
    print(f"{name:8} drift alarms: {first['drifts']}")
    updated = program(options, library, "update", "quality", "--from", moment(days), "--before", moment(days - 10))
    print(f"{name:8} update of {updated['examples']} items in {updated['seconds']:.0f} s, promoted: {updated['promoted']}, seesaw: {updated['seesaw']}")
    for task, one in updated["tasks"].items():
        print(f"{name:8} {task:10} on the latest third {one['before']:.4f} → {one['after']:.4f} ({one['examples']} examples, p {one['p']:.4f})")
    for version in (trained["version"], updated["version"]):
        after = program(options, library, "verify-model", "quality", "--version", version, "--from", moment(days - 10))
        print(f"{name:8} {version} on the days after that: accuracy {after['accuracy']:.4f} on {after['items']} items")


def low_quality_sets(options):
    text = lambda *path: os.path.join(options.data, "text", *path)
    tsv = lambda path: [line.rstrip("\n").split("\t", 1) for line in open(path, encoding="utf-8") if "\t" in line]
    yield "clickbait", [(label, title) for label, title in tsv(text("clickbait/clickbait_en.tsv"))], None
    yield "hate", [({"0": "hate", "1": "offensive", "2": "neither"}[label], title) for label, title in tsv(text("hate/davidson3_en.tsv"))], None
    cold = {part: [("offensive" if row["label"] == "1" else "not", row["TEXT"])
                   for row in csv.DictReader(open(text(f"cold/{part}.csv"), encoding="utf-8-sig"))] for part in ("train", "dev")}
    yield "cold", cold["train"], cold["dev"]
    rows = subprocess.run(["zstd", "-dc", text("reddit_top/over18_train.tsv.zst")], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    rows = [line.split("\t") for line in rows.split("\n")[1:] if line.count("\t") == 6]
    yield "mature", [("mature" if row[3] == "1" else "not", row[6]) for row in rows], None


def macro_f1(truth, guessed):
    scores = []
    for name in set(truth) | set(guessed):
        right = sum(a == b == name for a, b in zip(truth, guessed))
        scores.append(2 * right / (truth.count(name) + guessed.count(name)))
    return statistics.mean(scores)


def normal(text):
    """As in fastText's tutorial: lower case, punctuation split off; Chinese by characters."""
    text = re.sub(r"([.!?,'/()\"#:;])", r" \1 ", text.lower())
    return " ".join(re.sub(r"([一-鿿])", r" \1 ", text).split())


def fasttext(options, name, train, test, seed):
    """The best by macro-F1 of three settings of its tutorial, chosen on a tenth of what is learned from."""
    def run(learned, asked, setting):
        base = os.path.join(options.work, f"{name}.ft")
        with open(base, "w", encoding="utf-8") as file:
            file.writelines(f"__label__{label} {normal(text)}\n" for label, text in learned)
        subprocess.run(["fasttext", "supervised", "-input", base, "-output", base, "-thread", "2", "-seed", str(seed), "-verbose", "0",
                        *setting], check=True, capture_output=True)
        answers = subprocess.run(["fasttext", "predict", base + ".bin", "-"], input="".join(normal(text) + "\n" for _, text in asked),
                                 capture_output=True, text=True, check=True).stdout.split("\n")
        return [answer[len("__label__"):] for answer in answers[:len(asked)]]
    choices = [["-epoch", "5", "-lr", ".3", "-wordNgrams", "2"], ["-epoch", "25", "-lr", ".5", "-wordNgrams", "2"],
               ["-epoch", "10", "-lr", ".3", "-wordNgrams", "3", "-minn", "2", "-maxn", "5"]]
    cut = len(train) // 10
    best = max(choices, key=lambda setting: macro_f1([label for label, _ in train[:cut]], run(train[cut:], train[:cut], setting)))
    return run(train, test, best), " ".join(best)


def ours(options, name, train, test, seed):
    """One task a class, or one where there are two; the likeliest class is the answer."""
    classes = sorted({label for label, _ in train}, key=lambda label: (label == "not" or label == "news", label))
    tasks = classes[:1] if len(classes) == 2 else classes
    paths = [os.path.join(options.work, f"{name}.{part}.jsonl") for part in ("train", "test")]
    for path, rows in zip(paths, (train, test)):
        write(path, [{"id": str(i), "title": text, "labels": {task: label == task for task in tasks}} for i, (label, text) in enumerate(rows)])
    library = os.path.join(options.work, f"{name}.library")
    outcome = program(options, library, "train", "low_quality", "--data", paths[0], "--seed", str(seed), "--threads", "2", "--promote",
                      *settings(options))
    command = [options.program, "predict", "--data", paths[1], "--library", library]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().split("\n")
    answers = []
    for line in lines:
        scores = json.loads(line)["scores"]["low_quality"]
        if len(tasks) == 1:
            answers.append(classes[0] if scores[tasks[0]] > .5 else classes[1])
        else:
            answers.append(max(scores, key=scores.get))
    return answers, outcome["seconds"]


def low_quality(options, names):
    for name, rows, kept in low_quality_sets(options):
        if names and name not in names:
            continue
        if kept is None:
            random.Random(20).shuffle(rows)
            cut = len(rows) // 5
            kept, rows = rows[:cut], rows[cut:]
        else:
            random.Random(20).shuffle(rows)
        truth = [label for label, _ in kept]
        rights = {"moderato": [], "fasttext": []}
        for seed in range(1, options.seeds + 1):
            guessed, seconds = ours(options, name, rows, kept, seed)
            peer, chosen = fasttext(options, name, rows, kept, seed)
            for who, answers in (("moderato", guessed), ("fasttext", peer)):
                rights[who].append((sum(a == b for a, b in zip(truth, answers)) / len(truth), macro_f1(truth, answers)))
        for who, found in rights.items():
            print(f"{name:10} {who:9} accuracy {interval([one[0] for one in found]):18} macro-F1 {interval([one[1] for one in found]):18} "
                  f"({len(rows)} learned, {len(kept)} asked; {'%.0f s' % seconds if who == 'moderato' else chosen})", flush=True)


def speed(options):
    """Labels of the clips are drawn: only the time counts."""
    posts_file, clips_file = (os.path.join(options.work, name) for name in ("speed.posts.jsonl", "speed.clips.jsonl"))
    write(posts_file, consumption_of(posts(options)[:4000]))
    folder = os.path.join(options.data, "video/fights")
    clips = sorted(os.path.join(base, name) for base, _, names in os.walk(folder) for name in names if name.endswith((".mp4", ".mpg", ".avi")))
    chance = random.Random(3)
    write(clips_file, [{"id": os.path.basename(clip), "title": "clip", "media": clip, "published_at": iso(1.7e9 + i),
                        "consumption": {"views": 1000, "likes": chance.randrange(1000)}} for i, clip in enumerate(clips)])
    for name, file in (("posts", posts_file), ("clips", clips_file)):
        library = os.path.join(options.work, f"speed.{name}")
        program(options, library, "import", file)
        count = sum(1 for _ in open(file, encoding="utf-8"))
        for version in ("first", "again"):
            program(options, library, "train", "quality", "--seed", "1" if version == "first" else "2", "--threads", "2", "--from-scratch",
                    "--set", "rounds=2")
            if name == "clips" and version == "first":
                subprocess.run(["rm", "-rf", os.path.join(library, "cache", "features")], check=True)
            begin = time.time()
            program(options, library, "models", "promote", "quality-1" if version == "first" else "quality-2")
            seconds = time.time() - begin
            print(f"{name}: {count / seconds:.1f} items a second ({count} in {seconds:.1f} s{', features kept' if version == 'again' else ''})", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "data", "work", "what"):
        parser.add_argument(name)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--posts", type=int, default=40000)
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--networks", action="append", default=[])
    options = parser.parse_intermixed_args()
    os.makedirs(options.work, exist_ok=True)
    if options.what == "speed":
        return speed(options)
    if options.what == "low-quality":
        return low_quality(options, options.names)
    for name in options.names or ["reddit", "youtube"]:
        {"figures": figures, "decay": decay}[options.what](options, name)


if __name__ == "__main__":
    main()
