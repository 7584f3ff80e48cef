#!/usr/bin/env python3
"""Plans of `fe2i plan` against the plain formulation given to HiGHS, one after the other in the same run on the same machine.

    pip install highspy
    cargo build --release -p fe2i
    python3 scripts/plan_quality.py FOLDER_OF_INSTANCES > docs/plan-quality.md

The folder holds instances in the format fe2i-plan-instance/1 and, if there is one, optimum.json with the published values.
Look-alikes are made from them with a fixed seed: the same places with other capacities and fixed costs.
HiGHS's time is that of run(); fe2i's is the `seconds` it prints. HiGHS gets at most `--limit` seconds, which then count as its time: a line that it alone does not prove flatters it, one that neither proves counts 1.
`--fe2i PROGRAM` names another build; `--growth FILE` adds the table of `cargo bench -p planning --bench growth`, kept in FILE;
`--rounds FOLDER` adds the table of the collection rounds of its .vrp files (TSPLIB), whose COMMENT tells the best known length.
On a machine shared with others say `--cpu`: both get the processor time they used, all threads together, fe2i's with its start.
"""
import argparse
import copy
import json
import math
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

import highspy

SEED = 20261122


def clock(cpu):
    """Seconds: of the wall, or of the processor that this process and its children used."""
    if not cpu:
        return time.time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def highs(instance, limit, cpu):
    """Objective, seconds and whether HiGHS proved it."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 1e-6)
    solver.setOptionValue("time_limit", limit)
    sources, options, free = instance["sources"], instance["options"], highspy.kHighsInf
    whole = instance["single_site"]
    opens = [solver.addVariable(0, 1, o["fixed_eur"], type=highspy.HighsVarType.kInteger) for o in options]
    kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
    shares = []
    for i, source in enumerate(sources):
        tonnes = source["supply_t"]
        unit = [instance["haul_eur_t"][i][j] + o["variable_eur_t"] for j, o in enumerate(options)]
        row = [solver.addVariable(0, 1, tonnes * u, type=kind) for u in unit]
        shares.append(row)
        solver.addRow(1, 1, len(row), [x.index for x in row], [1.0] * len(row))
        for x, y in zip(row, opens):
            solver.addRow(-free, 0, 2, [x.index, y.index], [1.0, -1.0])
    for j, option in enumerate(options):
        if option["capacity_t"] is None:
            continue
        index = [row[j].index for row in shares] + [opens[j].index]
        value = [float(s["supply_t"]) for s in sources] + [-float(option["capacity_t"])]
        solver.addRow(-free, 0, len(index), index, value)
    start = clock(cpu)
    solver.run()
    proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return solver.getInfo().objective_function_value, clock(cpu) - start, proved


def own(program, path, limit, cpu):
    start = clock(cpu)
    line = subprocess.run(
        [program, "plan", "--instance", str(path), "--json", "--time-limit", str(limit)],
        capture_output=True, text=True, check=True,
    ).stdout
    answer = json.loads(line)
    if cpu:
        answer["seconds"] = clock(cpu) - start
    return answer


def look_alikes(known):
    """The capacitated ones keep their supplies and haulage; capacity, fixed cost or both change."""
    chance = random.Random(SEED)
    for name, instance in sorted(known.items()):
        options = instance["options"]
        supply = sum(s["supply_t"] for s in instance["sources"])
        limited = options[0]["capacity_t"] is not None
        for kind in ("tight", "loose") if limited else ("limited",):
            made = copy.deepcopy(instance)
            factor = {"tight": 1.5, "loose": 5.0, "limited": 10.0}[kind]
            for option in made["options"]:
                capacity = factor * supply / len(options) * chance.uniform(0.7, 1.3)
                option["capacity_t"] = math.ceil(capacity)
                if limited:
                    option["fixed_eur"] = round(option["fixed_eur"] * chance.uniform(0.6, 1.6))
            made["name"] = f"{name}-{kind}"
            yield made


def line(program, path, instance, published, limit, cpu):
    answer = own(program, path, limit, cpu)
    value, seconds, proved = highs(instance, limit, cpu)
    neither = answer["status"] != "optimal" and not proved
    ratio = 1.0 if neither else max(answer["seconds"], 1e-3) / max(seconds, 1e-3)
    best = published if published is not None else value
    above = (answer["objective"] - best) / abs(best)
    print(
        f"| {path.stem} | {'' if published is None else published} | {answer['objective']:.3f} {answer['status']} "
        f"| {answer['gap']:.1e} | {above:+.1e} | {answer['seconds']:.3f} "
        f"| {value:.3f}{'' if proved else ' not proved'} | {seconds:.3f} | {ratio:.3f} |", flush=True)
    return ratio


def table(program, paths, optimum, limit, cpu):
    print("| instance | published | fe2i | gap | above the published value (or HiGHS's) | fe2i s | HiGHS | HiGHS s | ratio |")
    print("|---|---|---|---|---|---|---|---|---|")
    ratios = [line(program, p, json.loads(p.read_text()), optimum.get(p.stem), limit, cpu) for p in paths]
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    print(f"\nGeometric mean of the ratios: **{mean:.3f}** ({len(ratios)} instances).\n")


def rounds(program, folder, cpu):
    """Published collection rounds: length against the best known, distances rounded to whole numbers."""
    print("## Collection rounds\n\n`fe2i plan --rounds FILE.vrp`, distances rounded to whole numbers.\n")
    print("| instance | best known | fe2i | above | s |\n|---|---|---|---|---|")
    near = []
    for path in sorted(folder.glob("*.vrp")):
        told = re.search(r"(?:Optimal|Best) value: *(\d+)", path.read_text(), re.IGNORECASE)
        if not told:
            continue
        start = clock(cpu)
        line = subprocess.run([program, "plan", "--rounds", str(path)], capture_output=True, text=True, check=True).stdout
        seconds, best = clock(cpu) - start, float(told[1])
        answer = json.loads(line)
        above = answer["km"] / best - 1
        near.append(above <= 0.03 and not answer["unserved"])
        print(f"| {path.stem} | {best:.0f} | {answer['km']:.0f} | {above:.1%} | {seconds:.2f} |", flush=True)
    print(f"\n{sum(near)} of {len(near)} within 3 %.\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--limit", type=float, default=60.0)
    parser.add_argument("--fe2i", default="target/release/fe2i")
    parser.add_argument("--growth", type=pathlib.Path)
    parser.add_argument("--rounds", type=pathlib.Path)
    parser.add_argument("--cpu", action="store_true")
    asked = parser.parse_args()
    known = asked.folder / "optimum.json"
    optimum = json.loads(known.read_text()) if known.exists() else {}
    paths = [path for path in sorted(asked.folder.glob("*.json")) if path != known]
    print("# Plans against a general solver\n")
    print("Written by `python3 scripts/plan_quality.py FOLDER --limit 20 --cpu --rounds FOLDER --growth FILE > docs/plan-quality.md`: every line is one run of each, "
          f"one after the other, gap 1e-6, at most {asked.limit:.0f} s. HiGHS is `highspy` {highspy.Highs().version()} with the plain "
          "formulation (strong links) and its default threads. Seconds are of the " + ("processor" if asked.cpu else "wall") + ".\n\n## Published instances\n")
    table(asked.fe2i, paths, optimum, asked.limit, asked.cpu)
    print(f"## Look-alikes (seed {SEED})\n\nTight: capacities together 1.5 times the supply; loose: 5 times; limited: the uncapacitated "
          "ones with capacities, 10 times.\n")
    with tempfile.TemporaryDirectory() as folder:
        made = []
        for instance in look_alikes({path.stem: json.loads(path.read_text()) for path in paths}):
            made.append(pathlib.Path(folder) / f"{instance['name']}.json")
            made[-1].write_text(json.dumps(instance))
        table(asked.fe2i, made, {}, asked.limit, asked.cpu)
    if asked.rounds:
        rounds(asked.fe2i, asked.rounds, asked.cpu)
    if asked.growth:
        print("## Growth\n\n`cargo bench -p planning --bench growth -- --sample-count 1` (wall clock, two cores with little beside it; sources × sites, each in three sizes; « by month »: twelve):\n\n```\n" + asked.growth.read_text().strip() + "\n```")


sys.exit(main())
