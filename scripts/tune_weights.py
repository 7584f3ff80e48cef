#!/usr/bin/env python3
"""Judges the weights of the signs (data/affinity/weights.toml) on whole networks left out, and can improve them.

    cargo build -p fe2i && python3 scripts/tune_weights.py BENCHMARK_FOLDER [--write]

Each weight is tried higher and lower, all else equal. The best of these settings on all networks but one answers for that one: that is the
leave-one-network-out score of the tuning. With --write, the setting that wins is kept and the search goes on from there, as long as it
helps the benchmark's networks and does not harm the textbook exchanges. Standard library only; the same run gives the same file.
"""
import collections, json, pathlib, random, re, sys, tempfile

import match_quality as quality

WEIGHTS = quality.ROOT / "data" / "affinity" / "weights.toml"
# Wordings (D) hang on none of these weights.
TUNED = ("A", "B", "C", "E")
STEPS = 6
GAIN = 0.002
HARM = 0.002


def read(text):
    return {name: float(value) for name, value in re.findall(r"^(\w+) = ([0-9.]+)", text, re.M)}


def written(text, name, value):
    return re.sub(rf"(?m)^{name} = [0-9.]+", f"{name} = {value:g}", text)


def settings(text, only=None):
    """The weights as they are, then each (or only some) higher and lower."""
    found = {"tels quels": text}
    for name, value in read(text).items():
        if only and name not in only:
            continue
        for factor in (0.6, 1.6):
            other = round(value * factor, 2)
            other = other if name == "sharpness" else min(other, 1.0)
            if other != value:
                found[f"{name} {value:g} → {other:g}"] = written(text, name, other)
    return found


def fill(copy, text):
    """Makes a data folder like the project's, with these weights."""
    (copy / "affinity").mkdir()
    source = quality.ROOT / "data"
    for entry in list(source.iterdir()) + list((source / "affinity").iterdir()):
        if entry.name not in ("affinity", "weights.toml"):
            (copy / entry.relative_to(source)).symlink_to(entry)
    (copy / "affinity" / "weights.toml").write_text(text, encoding="utf-8")


def textbook(bench):
    """The textbook exchanges as questions of task B."""
    lines = (quality.ROOT / "scripts" / "textbook_exchanges.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("|") for line in lines if line and not line.startswith("#")]
    candidates = sorted({r["receiver_nace"] for r in bench.X if r["receiver_nace"]} | {c for _, _, takers in rows for c in takers.split()})
    ask = lambda wording, donor: {"resource": wording, "donor_nace": donor, "low_codes": "", "kind": "", "donor_industry": ""}
    return [
        {"q": f"{n}|{wording}", "group": "textbook", "input": ask(wording, donor), "candidates": candidates, "relevant": takers.split()}
        for n, (wording, donor, takers) in enumerate(rows)
    ]


def by_network(bench, task, questions, answers):
    """Sum and count of the task's first figure, network by network: question by question, or for E one AUC a site."""
    groups = collections.defaultdict(list)
    for question in questions:
        groups[question["group"]].append(question)
    found = {}
    for name, asked in groups.items():
        try:
            value = quality.figures(bench, task, asked, answers)[quality.TASKS[task][1][0]]
        except ZeroDivisionError:
            continue
        found[name] = (value * len(asked), len(asked)) if task != "E" else (value, 1)
    return found


def with_weights(text, use):
    """What `use` gives on a data folder like the project's with these weights; on the program's own data when there are none."""
    if text is None:
        return use(None)
    with tempfile.TemporaryDirectory(prefix="fe2i-weights-") as data:
        fill(pathlib.Path(data), text)
        return use(pathlib.Path(data))


def measure(bench, binary, asked, text):
    """Answers and sums of one setting."""
    book = textbook(bench)
    answers = with_weights(text, lambda data: quality.ask(binary, {**asked, "book": book}, data=data))
    sums = {task: by_network(bench, task, asked[task], answers[task]) for task in TUNED}
    return answers, sums, quality.figures(bench, "B", book, answers["book"])["mrr"]


def objective(sums, networks):
    """Mean over tasks of the mean figure on some networks."""
    means = []
    for task in sums.values():
        parts = [task[name] for name in networks if name in task]
        if parts:
            means.append(sum(total for total, _ in parts) / sum(count for _, count in parts))
    return sum(means) / len(means)


def names(measured):
    base = next(iter(measured.values()))[1]
    return sorted({name for task in base.values() for name in task})


def choose(measured, networks):
    return max(measured, key=lambda setting: objective(measured[setting][1], networks))


def left_out(bench, asked, measured):
    """Figures when each network is answered with the setting chosen on the others."""
    every = names(measured)
    chosen = {name: choose(measured, [n for n in every if n != name]) for name in every}
    result = {}
    for task in quality.TASKS:
        answers = {}
        for question in asked[task]:
            setting = chosen.get(question["group"], "tels quels")
            answers[question["q"]] = measured[setting][0][task][question["q"]]
        result[task] = quality.figures(bench, task, asked[task], answers)
    return result, chosen


def curve(measured, sizes=(1, 2, 4, 8, 16), draws=60):
    """Mean objective on the other networks when the setting is chosen on only so many of them."""
    every, draw = names(measured), random.Random(1)
    rows = []
    for size in (size for size in sizes if size < len(every)):
        found = []
        for _ in range(draws):
            seen = draw.sample(every, size)
            rest = [name for name in every if name not in seen]
            found.append(objective(measured[choose(measured, seen)][1], rest) - objective(measured["tels quels"][1], rest))
        rows.append((size, sum(found) / draws))
    return rows


def improve(bench, binary, asked):
    for step in range(STEPS):
        text = WEIGHTS.read_text(encoding="utf-8")
        tried = settings(text)
        measured = quality.at_once(lambda setting: measure(bench, binary, asked, tried[setting]), tried)
        every, (_, sums, book) = names(measured), measured["tels quels"]
        gain = {s: objective(m[1], every) - objective(sums, every) for s, m in measured.items() if m[2] >= book - HARM}
        best = max(gain, key=gain.get)
        print(f"{step + 1}: {best} {gain[best]:+.4f} (manuel {book:.3f} → {measured[best][2]:.3f})", flush=True)
        if gain[best] < GAIN:
            return
        WEIGHTS.write_text(tried[best], encoding="utf-8")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    bench = quality.load(sys.argv[1])
    binary = quality.BINARY
    asked = {task: bench.queries(task, "open") for task in quality.TASKS}
    if "--write" in sys.argv:
        improve(bench, binary, asked)
    tried = settings(WEIGHTS.read_text(encoding="utf-8"))
    measured = quality.at_once(lambda setting: measure(bench, binary, asked, tried[setting]), tried)
    figures, chosen = left_out(bench, asked, measured)
    print(json.dumps({"left out": figures, "chosen": collections.Counter(chosen.values()), "curve": curve(measured)}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
