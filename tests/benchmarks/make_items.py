#!/usr/bin/env python3
"""Writes items to import.

    make_items.py invented N OUT.jsonl          N invented articles, English and Chinese, seeded
    make_items.py reddit N OUT.jsonl TRAIN.tsv  N real posts, drawn evenly (seeded) from `zstdcat train.tsv.zst`
"""
import json
import random
import sys

EN = ("market river cook engine player minister storm recipe guitar planet doctor screen bridge summer school ticket "
      "harvest camera debate garden signal winter museum coach battery island village pattern").split()
ZH = "市场 河流 厨师 发动机 球员 部长 暴雨 菜谱 吉他 行星 医生 屏幕 大桥 夏天 学校 门票 丰收 相机 辩论 花园".split()


def invented(count, out):
    rng = random.Random(1)
    for number in range(count):
        chinese = number % 2 == 1
        words = ZH if chinese else EN
        gap = "" if chinese else " "
        pick = lambda n: gap.join(rng.choice(words) for _ in range(n))
        item = {
            "id": f"invented-{number}",
            "kind": "article",
            "title": pick(6) + f" {number}",
            "body": pick(60),
            "topics": rng.sample(words, 2),
            "language": "zh" if chinese else "en",
        }
        out.write(json.dumps(item, ensure_ascii=False) + "\n")


def reddit(count, out, table):
    rng = random.Random(1)
    with open(table, encoding="utf-8", errors="replace") as rows:
        names = next(rows).rstrip("\n").split("\t")
        kept = []
        for number, row in enumerate(rows):  # reservoir sampling
            if len(kept) < count:
                kept.append(row)
            else:
                place = rng.randrange(number + 1)
                if place < count:
                    kept[place] = row
    for row in kept:
        post = dict(zip(names, row.rstrip("\n").split("\t")))
        item = {
            "id": "reddit-" + post["id"],
            "kind": "article",
            "title": post["title"],
            "body": post.get("selftext400", ""),
            "topics": [post["subreddit"]],
            "published_at": int(post["created_utc"]),
            "language": "en",
            "consumption": {"window": "all", "likes": int(post["ups"]), "dislikes": int(post["downs"]),
                            "comments": int(post["num_comments"])},
        }
        out.write(json.dumps(item, ensure_ascii=False) + "\n")


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("invented", "reddit"):
        sys.exit(__doc__)
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        if sys.argv[1] == "invented":
            invented(int(sys.argv[2]), out)
        else:
            reddit(int(sys.argv[2]), out, sys.argv[4])


if __name__ == "__main__":
    main()
