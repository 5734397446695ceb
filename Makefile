# Sourceline. The environment is made from the hashed locks, in .venv, and made again only when they or pyproject.toml change.

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv)
SUPPORTED := import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 15) else \
  "Sourceline runs on Python 3.11 to 3.14, and this is %d.%d; name another: make ... PYTHON=python3.12" % sys.version_info[:2])

# The locked packages have no wheels for later Pythons. `make run PYTHON=python3.12` (or a path) takes that one.
ifdef UV
  PYTHON ?= >=3.11,<3.15
  CREATE := $(UV) venv --quiet --allow-existing --python '$(PYTHON)' $(VENV)
  INSTALL := $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python
else
  PYTHON ?= python3
  CHECK := $(PYTHON) -c '$(SUPPORTED)'
  CREATE := $(PYTHON) -m venv $(VENV)
  INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
endif

.DEFAULT_GOAL := help
.PHONY: help run report test soak faults lint format bench lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp ## Read raw/ into the warehouse, check it, publish it and write the report
	$(BIN)/sourceline run

report: $(VENV)/run.stamp ## Write the quality report of the published warehouse again
	$(BIN)/sourceline report

test: $(VENV)/dev.stamp ## Run the tests
	$(BIN)/pytest -n auto --dist worksteal

soak: $(VENV)/dev.stamp ## Run the tests that take minutes
	$(BIN)/pytest -m slow

faults: $(VENV)/dev.stamp ## Kill, fill, damage and crowd the warehouse a thousand times; takes the better part of an hour
	$(BIN)/pytest -m 'slow or not slow' tests/faults

lint: $(VENV)/dev.stamp ## Check style, types and which package may import which
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev.stamp ## Put every file into the project's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/run.stamp ## Measure what the commands take
	$(BIN)/python benchmarks/commands.py

lock: ## Resolve the dependencies anew
	uv pip compile pyproject.toml --extra build $(LOCKED) -o requirements.lock
	uv pip compile pyproject.toml --all-extras $(LOCKED) -o requirements-dev.lock

LOCKED := --quiet --upgrade --generate-hashes --universal --no-header --no-annotate --python-version 3.11

clean: ## Remove the environment, caches and the warehouse; raw/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -rf warehouse/*.duckdb* warehouse/*.stage warehouse/*.parts warehouse/report.html
	find . -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/run.stamp: requirements.lock
$(VENV)/dev.stamp: requirements-dev.lock
$(VENV)/%.stamp: pyproject.toml
	@$(CHECK)
	$(CREATE)
	$(INSTALL) --require-hashes -r $(filter %.lock,$^)
	$(INSTALL) --no-build-isolation --no-deps --editable .
	$(BIN)/python -m compileall -q flows schemas warehouse
	touch $@
