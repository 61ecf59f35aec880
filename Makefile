# What the README and CI call. `make help` lists the targets.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help install install-dev run test lint translate terms words copies vectors bench bench-quick calibration load fuzz clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: .venv/installed ## install the product into .venv

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Muvofiq needs Python 3.11 or newer; name it with make PYTHON=...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

install-dev: .venv/installed-dev

.venv/installed-dev: .venv/installed
	$(PIP) install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: install ## serve the workbench on http://localhost:8000/ (another port: make run PORT=8080)
	$(BIN)/muvofiq run --port $(PORT)

test: install-dev lint ## lint, types, import contracts, all tests, the records on PostgreSQL again, the browser
	$(BIN)/python -m pytest --numprocesses auto --ignore tests/browser
	$(BIN)/python -m tests.on_postgres
	$(BIN)/python -m pytest --numprocesses auto tests/browser

lint: install-dev ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

translate: install-dev ## gather the sentences of the interface, list those without translation, compile
	$(BIN)/python -m translations

terms: install-dev ## list where a translated requirement uses other words than the thesaurus
	$(BIN)/python -m translations.terms

words: install-dev ## harvest the words of our own Tajik texts, by which spoilt letters are recognised
	$(BIN)/python -m translations.word_list

copies: install-dev ## make the damaged copies of the workshop's law book anew (Word, PDF, web page)
	$(BIN)/python -m copies

vectors: install-dev ## read changed requirements by meaning, for the file that comes with the product (minutes)
	$(BIN)/python -m benchmarks vectors

bench: install-dev ## measure all gold sets and write docs/benchmarks.md (over an hour when nothing is cached)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks report

bench-quick: install-dev ## measure the most telling sets and print them (minutes)
	$(BIN)/python -m benchmarks report --quick --out out/benchmarks-quick.md
	@cat out/benchmarks-quick.md

calibration: install-dev ## learn anew how far candidates can be trusted, from the gold sets (minutes)
	$(BIN)/python -m benchmarks calibration

load: install-dev ## 20 people save verdicts at once: how long it takes, that nothing is lost (make load PEOPLE=20 SECONDS=20 KEEP=yes)
	$(BIN)/python -m benchmarks saving $(if $(PEOPLE),--people $(PEOPLE)) $(if $(SECONDS),--seconds $(SECONDS)) $(if $(KEEP),--keep)

fuzz: install-dev ## open 10,000 spoilt files, none may crash or hang; send 20,000 edits to a clause and back (make fuzz N=500 EDITS=500 SEED=3)
	$(BIN)/python -m tests.fuzz --cases $(or $(N),10000) --edits $(or $(EDITS),20000) $(if $(SEED),--seed $(SEED))

clean: ## remove the environment and everything that was made
	rm -rf .venv out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
