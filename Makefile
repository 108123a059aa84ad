# What a developer does here. Each works on a fresh clone.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help

.PHONY: help run test lint format types check bench relevance translate migrate lock clean

help: ## Say what can be done
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: .venv/run.done node_modules/.done ## Install, prepare and serve on http://127.0.0.1:8000
	@$(BIN)/gafolup serve

test: .venv/test.done node_modules/.done ## Install what the tests need and run everything
	@tools/needs-for-tests
	@tools/run-tests

lint: .venv/test.done ## Style and floors
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

format: .venv/test.done ## Put the code in order
	$(BIN)/ruff check --fix . && $(BIN)/ruff format .

types: .venv/test.done ## Check types
	$(BIN)/mypy

bench: .venv/test.done node_modules/.done ## Measure speed: ratios within one run
	@for one in climate places detection engine search pages routing; do echo "== $$one"; $(BIN)/python -m bench.$$one || exit 1; done

relevance: .venv/test.done ## Judge the search by queries with known answers
	@$(BIN)/python -m bench.relevance

translate: .venv/test.done ## Collect the messages into every language's catalog
	@tools/collect-messages

migrate: .venv/run.done ## Bring the database to the newest shape: make migrate, or M="what changed" to write one
	@if [ -n "$(M)" ]; then $(BIN)/gafolup migration "$(M)"; else $(BIN)/gafolup init; fi

lock: .venv/test.done ## Renew the lock files
	@tools/lock

clean: ## Remove what was installed and built (not the data in var/)
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis build *.egg-info

.venv/run.done: requirements/run.lock pyproject.toml
	@tools/install $(PYTHON) run
	@touch $@

.venv/test.done: requirements/test.lock requirements/run.lock pyproject.toml
	@tools/install $(PYTHON) test
	@touch $@ .venv/run.done

node_modules/.done: package.json package-lock.json
	@tools/install-browser-code
	@touch $@
