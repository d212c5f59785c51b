"""Compare duikou with other graph libraries on one file, in one run.

usage: compare-graphs.py BENCHMARK PYTHON FOLDER [EDGES [TOOL...]]

BENCHMARK is the built graph-benchmark, PYTHON an interpreter that has the libraries. The file is made in FOLDER
when it is not there. TOOL is igraph, rustworkx, networkx (all three without any) or none.

The speed of a machine may change by a third within a minute, so ratios are made of neighbours: every load of duikou
comes directly after one of the floor (bare libxml2 SAX2), and the median of the ratios of these pairs counts, beside
medians of the seconds. Every other tool runs once, none beside another, and is set against the median of the floor.
Ends with 1 when two tools give different answers.
"""
import pathlib
import statistics
import subprocess
import sys

ROUNDS = 7
MEASURES = ["load", "1 hop", "2 hops", "matrix"]
benchmark, python, folder = sys.argv[1:4]
edge_count = int(sys.argv[4]) if len(sys.argv) > 4 else 1_000_000
others = [tool for tool in sys.argv[5:] or ["igraph", "rustworkx", "networkx"] if tool != "none"]
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


def row(name, lines, times):
    cells = [name, f"{lines['load'][0]:.2f} s", f"{times:.2f}", f"{max(peak for _, peak, _ in lines.values())} MB"]
    if "1 hop" in lines:
        cells += [f"{lines[hop][0] * 1e6:.1f} µs" for hop in ("1 hop", "2 hops")]
        cells.append(f"{lines['matrix'][0]:.2f} s")
    return "| " + " | ".join(cells + [""] * (7 - len(cells))) + " |"


if not json_lines.exists():
    data.mkdir(parents=True, exist_ok=True)
    subprocess.run([benchmark, "generate", str(edge_count), str(data)], check=True)
pairs = {"duikou, GraphML": [], "duikou, JSON Lines": []}  # of the floor and the load after it
for _ in range(ROUNDS):
    for (name, rounds), file in zip(pairs.items(), (graphml, json_lines)):
        rounds.append((run(benchmark, "sax", graphml), run(benchmark, "load", file)))
ratios = {name: [load["load"][0] / floor["load"][0] for floor, load in rounds] for name, rounds in pairs.items()}
floor = median([floor for rounds in pairs.values() for floor, _ in rounds])
results = {name: median([load for _, load in rounds]) for name, rounds in pairs.items()}
times = {name: statistics.median(values) for name, values in ratios.items()}
for tool in others:
    name = f"{tool}, GraphML"
    results[name] = run(python, here / "other-tools.py", tool, graphml)
    times[name] = results[name]["load"][0] / floor["load"][0]

size = results["duikou, GraphML"]["load"][2]
print(f"| {size} | load | times bare SAX2 | peak memory | 1 hop | 2 hops | matrix |")
print("|---|---|---|---|---|---|---|")
print(row("bare libxml2 SAX2", floor, 1))
for name, lines in results.items():
    print(row(name, lines, times[name]))
for name, rounds in pairs.items():
    cells = [f"{load['load'][0]:.2f} / {floor['load'][0]:.2f} s = {ratio:.2f}"
             for (floor, load), ratio in zip(rounds, ratios[name])]
    print(f"\n{name} / bare SAX2 of each round: {', '.join(cells)}", end="")

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
