"""Load a GraphML file with one library and ask it what graph-benchmark asks.

usage: other-tools.py networkx|igraph|rustworkx FILE.graphml
Prints processor seconds, peak memory and microseconds a query, in the form of graph-benchmark.
"""
import resource
import sys
import time

library, path = sys.argv[1:3]


def report(name, seconds, note=""):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}\t{seconds:.7f} s\tpeak {peak} MB\t{note}", flush=True)


def wanted(data):
    return "education" in (data.get("fields") or "").split("; ")


start = time.process_time()
if library == "networkx":
    import networkx

    start = time.process_time()
    graph = networkx.read_graphml(path, force_multigraph=True)
    helpers = [n for n, d in graph.nodes(data=True) if d["type"] == "Institution"]
    out = lambda n: [t for _, t, d in graph.out_edges(n, data=True) if wanted(d)]
elif library == "igraph":
    import igraph

    start = time.process_time()
    graph = igraph.Graph.Read_GraphML(path)
    helpers = [v.index for v in graph.vs if v["type"] == "Institution"]
    edges = graph.es
    out = lambda n: [e.target for e in (edges[i] for i in graph.incident(n, mode="out")) if wanted({"fields": e["fields"]})]
else:
    import rustworkx

    start = time.process_time()
    graph = rustworkx.read_graphml(path)[0]
    helpers = [i for i in graph.node_indices() if graph[i]["type"] == "Institution"]
    out = lambda n: [t for _, t, d in graph.out_edges(n) if wanted(d)]
report(f"{library} load", time.process_time() - start)

chosen = [helpers[i * 7919 % len(helpers)] for i in range(1000)]
start = time.process_time()
hits = sum(len(out(n)) for n in chosen)
report(f"{library} 1 hop", (time.process_time() - start) / 1000, f"{hits} hits")
start = time.process_time()
hits = 0
for n in chosen:
    for other in set(out(n)):
        hits += len(out(other))
report(f"{library} 2 hops", (time.process_time() - start) / 1000, f"{hits} hits")
