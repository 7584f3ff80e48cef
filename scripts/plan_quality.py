#!/usr/bin/env python3
"""Plans of `fe2i plan` against the plain formulation given to HiGHS, both in the same run on the same machine.

    pip install highspy
    cargo build --release -p fe2i
    python3 scripts/plan_quality.py FOLDER_OF_INSTANCES > docs/plan-quality.md

The folder holds instances in the format fe2i-plan-instance/1 and, if there is one, optimum.json with the published values.
HiGHS's time is that of run(); fe2i's is the `seconds` it prints. HiGHS gets at most LIMIT seconds, which then count as its time.
"""
import json
import math
import pathlib
import subprocess
import sys
import time

import highspy

LIMIT = 300.0


def highs(instance):
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 1e-6)
    solver.setOptionValue("time_limit", LIMIT)
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
    start = time.time()
    solver.run()
    return solver.getInfo().objective_function_value, time.time() - start


def own(path):
    line = subprocess.run(
        ["target/release/fe2i", "plan", "--instance", str(path), "--json", "--time-limit", str(LIMIT)],
        capture_output=True, text=True, check=True,
    ).stdout
    return json.loads(line)


def main():
    folder = pathlib.Path(sys.argv[1])
    known = folder / "optimum.json"
    optimum = json.loads(known.read_text()) if known.exists() else {}
    print("# Plans against a general solver\n")
    print("Written by `scripts/plan_quality.py`: every line is one run of both, one after the other, gap 1e-6.\n")
    print("| instance | published | fe2i | gap | fe2i s | HiGHS | HiGHS s | ratio |")
    print("|---|---|---|---|---|---|---|---|")
    ratios = []
    for path in sorted(folder.glob("*.json")):
        if path == known:
            continue
        answer = own(path)
        value, seconds = highs(json.loads(path.read_text()))
        ratio = max(answer["seconds"], 1e-3) / max(seconds, 1e-3)
        ratios.append(ratio)
        published = optimum.get(path.stem)
        print(f"| {path.stem} | {published} | {answer['objective']:.3f} {answer['status']} | {answer['gap']:.1e} "
              f"| {answer['seconds']:.3f} | {value:.3f} | {seconds:.3f} | {ratio:.2f} |", flush=True)
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    print(f"\nGeometric mean of the ratios: **{mean:.2f}** ({len(ratios)} instances).")


main()
