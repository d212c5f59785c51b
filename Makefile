# What people run. `make run` is the main job; `make test` is what .ci/run calls.

SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
# Where the main job writes.
OUT ?= Exports
SECONDS_PER_FUZZER ?= 60
BUILD_FLAGS ?=
# Of the synthetic graph; networkx needs 12 GB for a million.
EDGES ?= 1000000
# To compare with; "none" measures duikou alone.
TOOLS ?= igraph rustworkx networkx

PACKAGES := libxml2-dev pkg-config graphviz fonts-noto-cjk
PYTHON_PACKAGES := networkx python-igraph rustworkx rdflib lxml

.PHONY: help run build test lint format install uninstall fuzz bench benchmark-graph sanitize setup venv check-ontology clean

help:
	@echo "make run              read Examples/, write Exports/ (GraphML, DOT, JSON Lines, SVG)"
	@echo "make test             set up what the tests need, and run all of them"
	@echo "make lint             check the form of the sources"
	@echo "make install          install to PREFIX ($(PREFIX))"
	@echo "make sanitize         run the tests of the XML and graph modules under AddressSanitizer"
	@echo "make fuzz             run each fuzzer for SECONDS_PER_FUZZER ($(SECONDS_PER_FUZZER)) seconds"
	@echo "make bench            run the benchmarks"
	@echo "make benchmark-graph  compare with networkx, igraph and rustworkx on one graph of EDGES ($(EDGES)) edges"

## Installs what is missing, or says which command does.
setup:
	@Scripts/setup $(PACKAGES)

build: setup
	$(SWIFT) build -c release --product duikou $(BUILD_FLAGS)

run: build
	@"$$($(SWIFT) build -c release --show-bin-path $(BUILD_FLAGS))/duikou" build Examples/reports \
	  --metadata Examples/metadata.csv -o $(OUT) --name assistance --format graphml,dot,jsonl,svg
	@echo
	@echo "Open $(OUT)/assistance.svg in a browser (the sentence is in the tooltip of every edge),"
	@echo "$(OUT)/assistance.graphml in Gephi, networkx or Cytoscape, or ask:"
	@echo "  $$($(SWIFT) build -c release --show-bin-path $(BUILD_FLAGS))/duikou helpers 会泽县"

## Graph readers written in Python, in an environment of their own; the tests ask them for a second opinion.
venv: .venv/ready

.venv/ready: Makefile
	@Scripts/setup --python
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check $(PYTHON_PACKAGES)
	@touch $@

test: setup venv
	$(SWIFT) test $(BUILD_FLAGS)

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

format:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

check-ontology: build
	"$$($(SWIFT) build -c release --show-bin-path $(BUILD_FLAGS))/duikou" ontology check

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/duikou"
	install -m 755 "$$($(SWIFT) build -c release --show-bin-path $(BUILD_FLAGS))/duikou" "$(DESTDIR)$(PREFIX)/bin/duikou"
	rm -rf "$(DESTDIR)$(PREFIX)/share/duikou/Ontology"
	cp -R Ontology "$(DESTDIR)$(PREFIX)/share/duikou/Ontology"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/duikou"
	rm -rf "$(DESTDIR)$(PREFIX)/share/duikou"

sanitize: setup
	SWIFT_BACKTRACE=enable=no LSAN_OPTIONS=suppressions=$(CURDIR)/Scripts/leaks-of-others.txt \
	  $(SWIFT) test --sanitize=address --scratch-path .build-address \
	  --filter 'XMLStreamTests|GraphFormatsTests|DocumentReadingTests' $(BUILD_FLAGS)

fuzz: setup
	@if [ -f Tests/Fuzz/Makefile ]; then $(MAKE) -C Tests/Fuzz run SECONDS_PER_FUZZER=$(SECONDS_PER_FUZZER); \
	else echo "there are no fuzzers in Tests/Fuzz yet" >&2; exit 1; fi

bench: setup
	@if [ -f Benchmarks/Makefile ]; then $(MAKE) -C Benchmarks run; \
	elif [ -f Benchmarks/Package.swift ]; then $(SWIFT) package --package-path Benchmarks benchmark; \
	else echo "there are no benchmarks in Benchmarks yet" >&2; exit 1; fi

benchmark-graph: setup venv
	$(SWIFT) build -c release --package-path Benchmarks $(BUILD_FLAGS)
	.venv/bin/python Benchmarks/compare-graphs.py \
	  "$$($(SWIFT) build -c release --package-path Benchmarks --show-bin-path $(BUILD_FLAGS))/graph-benchmark" \
	  .venv/bin/python Benchmarks/.build/graphs $(EDGES) $(TOOLS)

clean:
	rm -rf .build .build-address .venv Benchmarks/.build
