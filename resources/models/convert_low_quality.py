#!/usr/bin/env python3
"""Examples of low quality (S1.13) out of public sets, as JSONL with labels: what is learned from, and a fifth that is only asked.

    convert_low_quality.py DATA_FOLDER WORK_FOLDER

clickbait   text/clickbait: headlines
vulgar      text/hate: posts of "offensive language" against those of neither kind
offensive   text/hate: hateful or offensive against neither; text/cold: Chinese posts
mature      text/reddit_top/over18_train: titles of posts

A set says nothing of the others' marks, with two exceptions: headlines of the news count as none of them, and one in four of the titles of posts
that are not mature counts as no clickbait, so that the mark is not given to whatever is no headline.
"""
import csv
import json
import os
import random
import subprocess
import sys


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t", 1) for line in file if "\t" in line]


def examples(data):
    for label, title in lines_of(f"{data}/text/clickbait/clickbait_en.tsv"):
        clickbait = label == "clickbait"
        yield "clickbait", title, {"clickbait": True} if clickbait else {
            "clickbait": False, "vulgar": False, "offensive": False, "mature": False}
    for label, title in lines_of(f"{data}/text/hate/davidson3_en.tsv"):
        labels = {"offensive": label != "2"}
        if label != "0":
            labels["vulgar"] = label == "1"
        yield "hate", title, labels
    for part in ("train", "dev"):
        with open(f"{data}/text/cold/{part}.csv", encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                yield "cold", row["TEXT"], {"offensive": row["label"] == "1"}
    plain = 0
    text = subprocess.run(["zstd", "-dc", f"{data}/text/reddit_top/over18_train.tsv.zst"], capture_output=True, check=True).stdout
    for line in text.decode("utf-8", "replace").split("\n")[1:]:
        if line.count("\t") == 6:
            cells = line.split("\t")
            labels = {"mature": cells[3] == "1"}
            plain += not labels["mature"]
            if not labels["mature"] and plain % 4 == 0:
                labels["clickbait"] = False
            yield "mature", cells[6], labels


def main():
    data, work = sys.argv[1:3]
    os.makedirs(work, exist_ok=True)
    rows = list(examples(data))
    random.Random(20).shuffle(rows)
    cut = len(rows) // 5
    files = {"train": rows[cut:], "all": rows}
    for name in ("clickbait", "hate", "cold", "mature"):
        files[f"test_{name}"] = [row for row in rows[:cut] if row[0] == name]
    for name, some in files.items():
        with open(f"{work}/{name}.jsonl", "w", encoding="utf-8") as file:
            for number, (source, title, labels) in enumerate(some):
                file.write(json.dumps({"id": f"{source}-{number}", "title": title, "labels": labels}, ensure_ascii=False) + "\n")


main()
