# The flow: texts -> kb.db -> questions, triples, Datasette.
# `make serve` and `make test` do all the set-up; they need Python 3.11+ and make, nothing else.

PYTHON ?= python3
PORT ?= 8001
VENV := .venv
BIN := $(VENV)/bin
KB_DB ?= kb.db
export KB_DB
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: all build serve test check lint bench bench-text engines browser articles screenshots format clean help
.DEFAULT_GOAL := all

all: build ## set up and build: both texts -> kb.db
	@$(BIN)/kb check --quiet
	@echo "Try next:"
	@echo "  make serve                                          the base in Datasette"
	@echo "  $(BIN)/kb query                                    the questions it answers"
	@echo "  $(BIN)/kb query where-texts-disagree"
	@echo "  $(BIN)/kb trace clm-china-russia-formal-alliance   a claim back to its words"

build: $(VENV)/run
	@$(BIN)/python -m ingest

serve: $(VENV)/run ## the same, then the site on http://localhost:8001 (PORT=)
	@$(BIN)/python -m ingest || test -f $(KB_DB) # a conflict is told, and keeps nobody from reading
	@$(BIN)/kb serve --port $(PORT)

test: $(VENV)/test ## set up and run the tests
	@$(BIN)/python -m pytest -n auto

check: lint test ## formatter, linter, types, import rules, tests, generated docs up to date

lint: $(VENV)/check
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/test ## the benchmarks: ratios against peers, in one run
	@mkdir -p build
	@$(BIN)/python -m tests.bench

bench-text: $(VENV)/nlp ## how well texts are read, against labelled corpora in ../shared/corpora; frozen in tests/bench_text/scores.json
	@$(BIN)/python -m tests.bench_text --freeze

engines: $(VENV)/test ## engines of others judge the base: each in an environment of its own under build/engines
	@$(BIN)/python -m tests.engines
	@ALL_ENGINES=1 EACH_FAULT=1 $(BIN)/python -m pytest -n auto -rs tests/test_laws.py tests/test_rdf_shapes.py tests/test_engines_*.py

browser: $(VENV)/browser ## the site in a real Chromium, which must be installed: journeys, axe-core, phones, paper, without scripts
	@KB_BROWSER=required $(BIN)/python -m pytest -rs tests/browser

articles: $(VENV)/articles ## the tests of reading articles and proposing claims, with every optional library
	@$(BIN)/python -m pytest -n auto -rs tests/articles tests/test_propose_*.py tests/test_review*.py tests/test_batch.py tests/site/test_review*.py

screenshots: $(VENV)/browser ## make the pictures of docs/screenshots anew
	@$(BIN)/python -m tests.browser.screenshots

format: $(VENV)/check ## lay the code out
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean: ## remove the virtual environment and what was built; never kb.db
	rm -rf $(VENV) build dist

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 12

$(VENV)/bin/python:
	@$(PYTHON) kb/setup_check.py
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "setting up $(VENV) …"
	@$(PIP) --editable .
	@touch $@

$(VENV)/test: $(VENV)/run
	@$(PIP) --editable '.[test]'
	@touch $@

$(VENV)/browser: $(VENV)/test
	@$(PIP) --editable '.[browser]'
	@touch $@

$(VENV)/nlp: $(VENV)/test
	@$(PIP) --editable '.[nlp]'
	@touch $@

$(VENV)/articles: $(VENV)/nlp
	@$(PIP) --editable '.[read]'
	@touch $@

$(VENV)/check: $(VENV)/run
	@$(PIP) --editable '.[check]'
	@touch $@
