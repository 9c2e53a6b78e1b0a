#!/usr/bin/env python3
"""kill -9 during updates of a quality model (S1.12): whatever is killed, the model in service keeps serving and is intact.

    kill_updates.py PROGRAM WORK [--kills 100]

Makes a small library, trains a quality model, and starts `moderato update` again and again; each time the program and its training are
killed after a time drawn from the length of an undisturbed update. After each kill the version in service must say exactly what it said
before (its predictions of a file, byte by byte) and its files must be those of its manifest; at the end an undisturbed update must succeed.
"""
import argparse
import datetime
import json
import os
import random
import signal
import subprocess
import sys
import time


def items(first, last, turned):
    for i in range(first * 20, last * 20):
        soup = i % 2 == 0
        liked = soup == (i // 20 < turned)
        yield {"id": str(i), "title": f"{'Garlic soup' if soup else 'Taxes rise'} {i}", "body": "One sentence. Another one.",
               "published_at": (datetime.date(2026, 1, 1) + datetime.timedelta(days=i // 20)).isoformat() + "T00:00:00Z",
               "consumption": {"impressions": 1000, "likes": (300 if liked else 20) + i % 7, "comments": 10 + i % 11}}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("work")
    parser.add_argument("--kills", type=int, default=100)
    options = parser.parse_args()
    os.makedirs(options.work, exist_ok=True)
    library, file = os.path.join(options.work, "library"), os.path.join(options.work, "items.jsonl")

    def run(*arguments):
        done = subprocess.run([options.program, *arguments, "--library", library, "--json"], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{arguments}: {done.stderr}")
        return done.stdout

    def write(first, last, turned):
        with open(file, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(item) + "\n" for item in items(first, last, turned))

    write(0, 12, 1000)
    run("import", file)
    run("train", "quality", "--promote", "--threads", "1")
    write(12, 36, 12)
    run("import", file)
    served = run("predict", "--data", file)
    update = [options.program, "update", "quality", "--library", library, "--json"]
    # How long an update takes, seen on a copy of the library.
    copy = os.path.join(options.work, "copy")
    subprocess.run(["cp", "-r", library, copy], check=True)
    begin = time.time()
    subprocess.run([*update[:-2], copy, "--json"], check=True, capture_output=True)
    length = time.time() - begin
    first = json.loads(served.split("\n")[0])["version"]["quality"]
    chance, killed, ended, promoted = random.Random(9), 0, 0, 0
    while killed < options.kills:
        process = subprocess.Popen(update, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            process.wait(timeout=chance.uniform(0, length))
            ended += 1
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed += 1
        said = run("predict", "--data", file)
        if json.loads(said.split("\n")[0])["version"]["quality"] != first:  # It came as far as its promotion.
            promoted += 1
            run("models", "rollback", "quality")
            said = run("predict", "--data", file)
        if said != served:
            sys.exit(f"after kill {killed} the model in service says something else")
        if killed % 10 == 0:
            run("verify")
            print(f"{killed} killed, {ended} ended, {promoted} promoted and rolled back", flush=True)
    outcome = json.loads(run("update", "quality"))
    print(f"{killed} kills within {length:.1f} s each, {ended} updates ended before, {promoted} came as far as a promotion: the model in service said the same each time; then "
          f"{outcome['version']} was trained, promoted: {outcome['promoted']}")


if __name__ == "__main__":
    main()
