# Doors for people: `make demo` and `make test` need python3 (3.11 or newer) and nothing else.
# Everything is installed into .venv from hash-locked lists, again only when a list has changed.

PORT ?= 8000
VENV := .venv
IN := $(VENV)/bin
SOURCES := claims claims_tracker events sources tests manage.py
TEMPLATES := $(shell find templates claims claims_tracker events sources -name '*.html' 2>/dev/null)
# Two at a time: the tests that start servers of their own wait more than they compute.
TESTS ?= -n 2
REPORT := --junit-xml=.pytest_cache/junit.xml
PIP := $(IN)/python -m pip --disable-pip-version-check --no-input

.PHONY: help demo demo-clean test train-reader check format lint types imports migrations fix lock
.DEFAULT_GOAL := help

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/requirements.lock  ## a running site with a demonstration event (PORT=8000); Ctrl-C stops it
	@exec $(IN)/python -m claims_tracker.servers demo --port $(PORT)

demo-clean: $(VENV)/requirements.lock  ## remove the demonstration's data
	@$(IN)/python -m claims_tracker.servers clean

test: $(VENV)/requirements-dev.lock  ## all tests, on PostgreSQL and Valkey started for them
	@$(IN)/python -m claims_tracker.servers exec --test -- $(IN)/python -m pytest -rs $(REPORT) $(TESTS)

train-reader: $(VENV)/requirements-dev.lock  ## fit the reader's weights to labelled articles (DATA=FOLDER)
	@$(IN)/python -m claims.reading.tagging.training $(or $(DATA),$(error DATA=FOLDER says where quotes/train.jsonl.gz is))

check: format lint types imports migrations test  ## what CI runs

format: $(VENV)/requirements-dev.lock  ## is everything laid out as the formatters would?
	$(IN)/ruff format --check .
	$(if $(TEMPLATES),$(IN)/djade --target-version 5.2 --check $(TEMPLATES))

lint: $(VENV)/requirements-dev.lock  ## mistakes and bad habits in code and templates
	$(IN)/ruff check .
	$(if $(TEMPLATES),$(IN)/djlint --profile django --lint --quiet $(TEMPLATES))

types: $(VENV)/requirements-dev.lock  ## every annotation holds
	$(IN)/mypy $(SOURCES)

imports: $(VENV)/requirements-dev.lock  ## events <- sources <- claims <- claims_tracker
	$(IN)/lint-imports

migrations: $(VENV)/requirements-dev.lock  ## the models need no new migration
	$(IN)/python -m claims_tracker.servers exec --test -- $(IN)/python manage.py makemigrations --check --dry-run

fix: $(VENV)/requirements-dev.lock  ## lay out and repair what can be repaired alone
	$(IN)/ruff check --fix .
	$(IN)/ruff format .
	$(if $(TEMPLATES),$(IN)/djade --target-version 5.2 $(TEMPLATES))

lock:  ## choose the newest packages pyproject.toml allows (needs uv)
	uv pip compile pyproject.toml --extra embedded -o requirements.lock $(COMPILE)
	uv pip compile pyproject.toml --extra embedded --group dev -o requirements-dev.lock $(COMPILE)

COMPILE := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --upgrade --quiet \
	--custom-compile-command "make lock"

# A list is installed when its copy in .venv differs. pip says what it does on a terminal only.
$(VENV)/%.lock: %.lock $(IN)/python
	@if ! cmp -s $< $@; then \
		echo "Installing the packages of $< into $(VENV) ..."; \
		$(PIP) --version >/dev/null 2>&1 || $(IN)/python -m ensurepip >/dev/null || exit 1; \
		$(PIP) install --require-hashes --no-deps -r $< $$(test -t 1 || echo --quiet) || exit 1; \
	fi
	@cp $< $@

# The newest of the usual names that is new enough and can make environments.
$(IN)/python:
	@for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			"$$python" -m venv --clear $(VENV) && exit 0; \
			rm -rf $(VENV); echo "$$python cannot make an environment; on Debian: apt install python3-venv"; exit 1; \
		fi; \
	done; \
	echo "Claims Tracker needs Python 3.11 or newer; python3 is $$(python3 --version 2>&1)."; exit 1
