"""Compare duikou with other graph libraries on one file, in one run.

usage: compare-graphs.py BENCHMARK PYTHON FOLDER [EDGES [TOOL...]]

BENCHMARK is the built graph-benchmark, PYTHON an interpreter that has the libraries. The file is made in FOLDER
when it is not there. The floor (bare libxml2 SAX2) and duikou run three times, taking turns, and the medians count;
every other tool runs once, none beside another. Ends with 1 when two tools give different answers.
"""
import pathlib
import statistics
import subprocess
import sys

ROUNDS = 3
MEASURES = ["load", "1 hop", "2 hops", "matrix"]
benchmark, python, folder = sys.argv[1:4]
edge_count = int(sys.argv[4]) if len(sys.argv) > 4 else 1_000_000
others = sys.argv[5:] or ["igraph", "rustworkx", "networkx"]
here = pathlib.Path(__file__).parent
data = pathlib.Path(folder) / str(edge_count)
graphml, json_lines = data / "synthetic.graphml", data / "synthetic.jsonl"


def run(*command):
    """The lines of a program: name -> (seconds, peak in MB, note)."""
    with open(command[-1], "rb") as file:  # Nobody shall pay for fetching the file into memory.
        while file.read(1 << 20):
            pass
    text = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout
    lines = {}
    for line in text.splitlines():
        name, seconds, peak, note = line.split("\t")
        lines[name] = float(seconds.split()[0]), int(peak.split()[1]), note
    print(f"  {' '.join(map(str, command[-2:]))}: {lines['load'][0]:.2f} s", file=sys.stderr)
    return lines


def median(runs):
    """The runs in one: medians of seconds, the highest peak, and notes that have to agree."""
    merged = {}
    for name in runs[0]:
        values = [lines[name] for lines in runs]
        if len({note for _, _, note in values}) > 1:
            sys.exit(f"{name}: the same program gave different answers: {values}")
        seconds = statistics.median(seconds for seconds, _, _ in values)
        merged[name] = seconds, max(peak for _, peak, _ in values), values[0][2]
    return merged


def row(name, lines, floor):
    load = lines["load"][0]
    cells = [name, f"{load:.2f} s", f"{load / floor:.2f}", f"{max(peak for _, peak, _ in lines.values())} MB"]
    if "1 hop" in lines:
        cells += [f"{lines[hop][0] * 1e6:.1f} µs" for hop in ("1 hop", "2 hops")]
        cells.append(f"{lines['matrix'][0]:.2f} s")
    return "| " + " | ".join(cells + [""] * (7 - len(cells))) + " |"


if not json_lines.exists():
    data.mkdir(parents=True, exist_ok=True)
    subprocess.run([benchmark, "generate", str(edge_count), str(data)], check=True)
runs = {"floor": [], "duikou, GraphML": [], "duikou, JSON Lines": []}
for _ in range(ROUNDS):
    runs["floor"].append(run(benchmark, "sax", graphml))
    runs["duikou, GraphML"].append(run(benchmark, "load", graphml))
    runs["duikou, JSON Lines"].append(run(benchmark, "load", json_lines))
results = {name: median(lines) for name, lines in runs.items()}
floor = results.pop("floor")
for tool in others:
    results[f"{tool}, GraphML"] = run(python, here / "other-tools.py", tool, graphml)

size = results["duikou, GraphML"]["load"][2]
print(f"| {size} | load | times bare SAX2 | peak memory | 1 hop | 2 hops | matrix |")
print("|---|---|---|---|---|---|---|")
print(row("bare libxml2 SAX2", floor, floor["load"][0]))
for name, lines in results.items():
    print(row(name, lines, floor["load"][0]))
for name, lines in runs.items():
    seconds = ", ".join(f"{line['load'][0]:.2f}" for line in lines)
    print(f"\n{name}, load of each round: {seconds} s", end="")

wrong = 0
for measure in MEASURES:
    answers = {name: lines[measure][2] for name, lines in results.items()}
    if len(set(answers.values())) > 1:
        wrong += 1
        print(f"{measure}: the tools disagree: {answers}", file=sys.stderr)
    else:
        print(f"\n{measure}: all give {next(iter(answers.values()))}", end="")
print()
sys.exit(1 if wrong else 0)
