# The flow: texts -> kb.db -> questions, triples, Datasette.
# `make serve` and `make test` do all the set-up; they need Python 3.11+ and make, nothing else. Articles as HTML, PDF and DOCX and the
# parser of English are part of it where wheels fit the machine; nothing is compiled, and where none fit, the rest works without.

PYTHON ?= python3
PORT ?= 8001
VENV := .venv
BIN := $(VENV)/bin
KB_DB ?= kb.db
export KB_DB
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
WHEELS := $(PIP) --only-binary :all:
LOG := $(VENV)/setup.log

.PHONY: all build serve test thorough explore load hashes verify prerelease versions installs check lint docs bench bench-text engines browser screenshots format clean light help
.DEFAULT_GOAL := all

all: build ## set up and build: both texts -> kb.db
	@$(BIN)/kb check --quiet
	@echo "Try next:"
	@echo "  make serve                                          the base in Datasette"
	@echo "  $(BIN)/kb query                                    the questions it answers"
	@echo "  $(BIN)/kb query where-texts-disagree"
	@echo "  $(BIN)/kb trace clm-china-russia-formal-alliance   a claim back to its words"

build: $(VENV)/run
	@$(BIN)/python -m ingest || test $$? -eq 3 # what people took back is told, and stays so

serve: $(VENV)/run ## the same, then the site on http://localhost:8001 (PORT=)
	@$(BIN)/python -m ingest || test -f $(KB_DB) # a conflict is told, and keeps nobody from reading
	@$(BIN)/kb serve --port $(PORT)

test: $(VENV)/test ## set up and run the tests
	@$(BIN)/python -m pytest -n auto --dist loadfile

thorough: $(VENV)/test ## the tests that walk everything, search long or wait for limits of time, which make test leaves out
	@$(BIN)/python -m pytest -n auto --dist loadfile -m thorough

explore: $(VENV)/test ## the searching tests with examples that no run has seen yet, from a random seed (SEED= to repeat, KB_EXAMPLES= for more)
	@seed=$${SEED:-$$($(BIN)/python -c 'import secrets; print(secrets.randbelow(2**31))')}; \
	echo "to repeat this search: make explore SEED=$$seed"; \
	$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile=explore --hypothesis-seed=$$seed

load: $(VENV)/test ## fifty readers and four writers for a minute, then each route abused by one client; prints figures (KB_PATIENCE=1 on an idle machine)
	@$(BIN)/python -m tests.load

versions: ## the tests that depend on Python's version, on each version that this machine has (PYTHONS= names them)
	@$(PYTHON) -m tests.versions

hashes: ## write the digests of all files of the pinned versions anew (hashes.txt), as the package index tells them; Spark has no wheel
	@$(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv
	@build/uv/bin/uv pip compile constraints.txt --no-deps --generate-hashes --universal --python-version 3.11 --no-header --no-annotate --no-emit-package pyspark --quiet -o hashes.txt
	@$(BIN)/python -m tests.supply.licences

verify: ## download what is pinned for this machine, and compare each file with its digest; nothing is installed
	@$(PYTHON) -m venv build/verify
	@build/verify/bin/python -m pip install --quiet --dry-run --ignore-installed --no-deps --only-binary :all: --require-hashes -r hashes.txt

prerelease: $(VENV)/test ## the site's tests with the newest pre-release of Datasette, in an environment of its own under build/prerelease
	@$(PYTHON) -m tests.supply.prerelease

installs: ## every install line of the documents, each in an empty environment, from the checkout and from a wheel
	@$(PYTHON) -m tests.installs

check: lint test ## formatter, linter, types, import rules, tests, generated docs up to date

lint: $(VENV)/check
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

docs: $(VENV)/test ## write what is generated in README and docs anew: outputs of commands, figures, the reference
	@$(BIN)/python -m tests.docs

bench: $(VENV)/test ## the benchmarks: ratios against peers, in one run
	@mkdir -p build
	@$(BIN)/python -m tests.bench

bench-text: $(VENV)/test ## how well texts are read, against labelled corpora in ../shared/corpora; frozen in tests/bench_text/scores.json
	@$(BIN)/python -m tests.bench_text --freeze

engines: $(VENV)/test ## engines of others judge the base: each in an environment of its own under build/engines
	@$(BIN)/python -m tests.engines
	@$(BIN)/python -m pytest -n auto -rs -m '' tests/base/test_laws.py tests/rdf/test_shapes.py tests/engines/test_*.py

browser: $(VENV)/browser ## the site in a real Chromium, which must be installed: journeys, axe-core, phones, paper, without scripts
	@KB_BROWSER=required $(BIN)/python -m pytest -n auto --dist worksteal -rs tests/browser

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
	@$(WHEELS) --editable '.[read,nlp]' 2>$(LOG) || $(MAKE) --no-print-directory light
	@touch $@

$(VENV)/test: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "setting up $(VENV) for the tests …"
	@$(WHEELS) --editable '.[test,read,nlp]' 2>$(LOG) || { $(MAKE) --no-print-directory light && $(PIP) --editable '.[test]'; }
	@touch $@ $(VENV)/run

light: # the program by itself, then each extra that there are wheels of
	@$(PIP) --editable .
	@$(WHEELS) --editable '.[read]' 2>>$(LOG) || echo "HTML, PDF and DOCX are not read on this machine: no wheels fit it (see $(LOG))"
	@$(WHEELS) --editable '.[nlp]' 2>>$(LOG) || echo "English is read without a parser on this machine: no wheels fit it (see $(LOG))"

$(VENV)/browser: $(VENV)/test
	@$(PIP) --editable '.[browser]'
	@touch $@

$(VENV)/check: $(VENV)/run
	@$(PIP) --editable '.[check]'
	@touch $@
