#!/usr/bin/env python3
"""Census-Income (KDD) by the task networks of S1.9: income above 50,000 and never married, with what they share and
without (twins).

    census.py PROGRAM DATA WORK [--seeds 3] [--networks shared,one-gate,mmoe,ple,twins] [--set NAME=VALUE …]
                                [--networkset NETWORK:NAME=VALUE …] [--validate]

DATA holds consumption/census_kdd.csv.zst: half of UCI's training file and no test file. The rows are shuffled with a fixed seed; two
thirds are learned from and one third is only scored. The marital column (a task is made of it) and the
instance weight are left out. --validate splits the learned part once more in the same way and scores there: settings are chosen by
that and never by the test. Prints each run, then mean and 95 % interval (Student's t) a network and task, and paired
differences to the shared bottom and to the twins.
"""
import argparse
import csv
import json
import math
import os
import random
import subprocess
import sys

NAMES = """age|class_of_worker|industry_code|occupation_code|education|wage_per_hour|enrolled_in_education|marital_status|
major_industry|major_occupation|race|hispanic_origin|sex|labor_union|reason_for_unemployment|full_or_part_time|
capital_gains|capital_losses|dividends|tax_filer|region_of_previous_residence|state_of_previous_residence|
household_and_family|household_summary|instance_weight|migration_msa|migration_region|migration_within_region|
same_house_a_year_ago|previous_residence_in_sunbelt|persons_worked_for_employer|family_members_under_18|
father_born_in|mother_born_in|born_in|citizenship|own_business|veterans_questionnaire|veterans_benefits|
weeks_worked|year|income_bracket""".replace("\n", "").split("|")
LEFT_OUT = {"marital_status", "instance_weight", "income_bracket"}
TASKS = ["income", "never_married"]
# Two-sided 95 % quantiles of Student's t by degrees of freedom.
T = [math.nan, 12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145]


def rows_of(path):
    text = subprocess.run(["zstd", "-dc", path], check=True, capture_output=True, text=True).stdout
    for cells in csv.reader(text.splitlines(), skipinitialspace=True):
        row = dict(zip(NAMES, (cell.strip() for cell in cells), strict=True))
        yield [row[name] for name in NAMES if name not in LEFT_OUT] + [
            int(row["income_bracket"].startswith("50000")), int(row["marital_status"] == "Never married")]


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow([name for name in NAMES if name not in LEFT_OUT] + TASKS)
        out.writerows(rows)


def split(rows):
    cut = len(rows) * 2 // 3
    return rows[:cut], rows[cut:]


def prepare(options):
    rows = list(rows_of(os.path.join(options.data, "consumption", "census_kdd.csv.zst")))
    random.Random(20_17).shuffle(rows)
    learned, scored = split(rows)
    if options.validate:
        learned, scored = split(learned)
    os.makedirs(options.work, exist_ok=True)
    train, test = (os.path.join(options.work, name) for name in ("train.csv", "test.csv"))
    write(train, learned)
    write(test, scored)
    positives = [sum(row[-2 + i] for row in scored) / len(scored) for i in range(2)]
    print(f"{len(learned)} rows learned, {len(scored)} scored; of these income {positives[0]:.3f}, "
          f"never married {positives[1]:.3f}", flush=True)
    return train, test


def run(options, train, test, network, seed):
    command = [options.program, "train", "quality", "--library", os.path.join(options.work, "library"), "--json",
               "--table", train, "--test", test, "--tasks", ",".join(TASKS), "--network", network, "--seed", str(seed)]
    settings = list(options.set)
    settings += [given.split(":", 1)[1] for given in options.networkset if given.startswith(network + ":")]
    for setting in settings:
        command += ["--set", setting]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    answer = json.loads(done.stdout)
    aucs = [answer["tasks"][task]["auc"] for task in TASKS]
    print(f"{network:9} seed {seed:2}: income {aucs[0]:.5f}, never married {aucs[1]:.5f}; "
          f"accuracy {answer['tasks'][TASKS[0]]['accuracy']:.4f}, {answer['tasks'][TASKS[1]]['accuracy']:.4f}; "
          f"{answer['seconds']:.0f} s", flush=True)
    return aucs


def interval(values):
    mean = sum(values) / len(values)
    if len(values) < 2:
        return f"{mean:+.5f}"
    deviation = math.sqrt(sum((v - mean) ** 2 for v in values) / (len(values) - 1))
    freedom = len(values) - 1
    return f"{mean:+.5f} ± {(T[freedom] if freedom < len(T) else 2.1) * deviation / math.sqrt(len(values)):.5f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("data")
    parser.add_argument("work")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--networks", default="shared,one-gate,mmoe,ple,twins")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--networkset", action="append", default=[])
    parser.add_argument("--validate", action="store_true")
    options = parser.parse_args()
    train, test = prepare(options)
    networks = options.networks.split(",")
    results = {network: [] for network in networks}
    for seed in range(options.first_seed, options.first_seed + options.seeds):
        for network in networks:
            results[network].append(run(options, train, test, network, seed))
    for i, task in enumerate(TASKS):
        print(f"\n{task}: AUC, mean and 95 % interval over {options.seeds} seeds")
        for network in networks:
            line = f"  {network:9} {interval([r[i] for r in results[network]])}"
            for other in ("shared", "twins"):
                if other in results and network != other:
                    paired = [a[i] - b[i] for a, b in zip(results[network], results[other])]
                    line += f"   − {other}: {interval(paired)}"
            print(line)


if __name__ == "__main__":
    main()
