"""Load a GraphML file with one library and ask it what graph-benchmark asks.

usage: other-tools.py networkx|igraph|rustworkx FILE.graphml
Prints processor seconds, peak memory and answers, in the form of graph-benchmark.
"""
import resource
import sys
import time
from collections import Counter

library, path = sys.argv[1:3]
ROUNDS = 5


def report(name, seconds, note=""):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{name}\t{seconds:.7f} s\tpeak {peak} MB\t{note}", flush=True)


def wanted(data):
    return "education" in (data.get("fields") or "").split("; ")


# Each branch gives: helpers, the hits of one hop, every edge as a pair of entity ids, and two counts.
if library == "networkx":
    import networkx

    start = time.process_time()
    graph = networkx.read_graphml(path, force_multigraph=True)
    seconds = time.process_time() - start
    size = graph.number_of_nodes(), graph.number_of_edges()
    helpers = [n for n, d in graph.nodes(data=True) if d["type"] == "Institution"]

    def out(node):
        return [t for _, t, d in graph.out_edges(node, data=True) if wanted(d)]

    def pairs():
        entity = dict(graph.nodes(data="entity_id"))
        return ((entity[s], entity[t]) for s, t in graph.edges())

elif library == "igraph":
    import igraph

    start = time.process_time()
    graph = igraph.Graph.Read_GraphML(path)
    seconds = time.process_time() - start
    size = graph.vcount(), graph.ecount()
    helpers = [v.index for v in graph.vs if v["type"] == "Institution"]
    edges = graph.es

    def out(node):
        found = (edges[i] for i in graph.incident(node, mode="out"))
        return [e.target for e in found if wanted({"fields": e["fields"]})]

    def pairs():
        entity = graph.vs["entity_id"]
        return ((entity[s], entity[t]) for s, t in graph.get_edgelist())

else:
    import rustworkx

    start = time.process_time()
    graph = rustworkx.read_graphml(path)[0]
    seconds = time.process_time() - start
    size = graph.num_nodes(), graph.num_edges()
    helpers = [i for i in graph.node_indices() if graph[i]["type"] == "Institution"]

    def out(node):
        return [t for _, t, d in graph.out_edges(node) if wanted(d)]

    def pairs():
        entity = [graph[i]["entity_id"] for i in graph.node_indices()]
        return ((entity[s], entity[t]) for s, t in graph.edge_list())


def column(entity):
    """The prefecture of a place, and anything else itself."""
    return entity[:10] + "00" if entity.startswith("place:53") else entity


report("load", seconds, f"{size[0]} nodes, {size[1]} edges")
# The helpers in the order of their ids, as graph-benchmark has them.
chosen = [helpers[i * 7919 % len(helpers)] for i in range(1000)]
hits = 0
start = time.process_time()
for _ in range(ROUNDS):
    hits += sum(len(out(n)) for n in chosen)
report("1 hop", (time.process_time() - start) / 1000 / ROUNDS, f"{hits // ROUNDS} hits")
hits = 0
start = time.process_time()
for _ in range(ROUNDS):
    for n in chosen:
        for other in set(out(n)):
            hits += len(out(other))
report("2 hops", (time.process_time() - start) / 1000 / ROUNDS, f"{hits // ROUNDS} hits")
start = time.process_time()
cells = Counter((source, column(target)) for source, target in pairs())
rows = {source for source, _ in cells}
columns = {target for _, target in cells}
seconds = time.process_time() - start
inside = sum(n for (_, target), n in cells.items() if target.startswith("place:53"))
report("matrix", seconds, f"{len(rows)} x {len(columns)}, {inside} to prefectures")
