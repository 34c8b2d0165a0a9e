# Kindline's commands. Everything that they install lives in .venv; `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help install demo demo-teams test check bench lock sweep

# `make test ARGS="tests/house -k lock"` runs a part, `make demo FRESH=1` forgets what the last demo remembered,
# `make install PYTHON=/path/to/python` chooses the interpreter.
ARGS ?=
FRESH ?=
PYTHON ?=

VENV := .venv
IN_VENV := $(VENV)/bin/python
# Stamps: an empty file in .venv says which lock file is already installed, so the second time costs nothing.
MADE := $(VENV)/.made
RUN_PARTS := $(VENV)/.run-parts
DEV_PARTS := $(VENV)/.dev-parts
PIP_INSTALL := $(IN_VENV) -m pip install --disable-pip-version-check -qq --require-hashes

help: ## Show this list.
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 18

install: $(RUN_PARTS) ## Make .venv and install what Kindline runs with.
	@echo "Kindline is installed in .venv. Next: make demo"

demo: $(RUN_PARTS) ## Start the demo: a pretend Slack with Kindline in it, in your browser.
	@$(IN_VENV) app.py demo $(if $(FRESH),--fresh)

demo-teams: $(DEV_PARTS) ## Start Kindline beside Microsoft's Agents Playground, which draws as Teams does; needs Node.js.
	@$(IN_VENV) -m tests.agents_playground $(if $(FRESH),--fresh)

test: $(DEV_PARTS) ## Run the tests; Chromium, PostgreSQL and Node.js are installed where that is possible.
	@$(IN_VENV) -m tests.parts
	@$(IN_VENV) -m pytest -n 3 --dist loadfile $(ARGS)

check: $(DEV_PARTS) ## Style, types, import contracts and the house rules.
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(IN_VENV) -m pytest tests/house --durations=0 --durations-min=5

bench: $(DEV_PARTS) ## Measure the figures that the documents name.
	@$(IN_VENV) app.py bench

sweep: $(DEV_PARTS) ## What `make test` only samples: killing the bot at every point of every flow, every zone's mornings.
	@$(IN_VENV) -m tests.parts
	@$(IN_VENV) -m pytest -m sweep $(ARGS)

LOCK := $(VENV)/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --system-certs --custom-compile-command 'make lock'

lock: $(DEV_PARTS) ## Write both lock files anew from pyproject.toml (UPGRADE=1 takes newer versions).
	@$(LOCK) $(if $(UPGRADE),--upgrade) --output-file requirements.lock
	@$(LOCK) $(if $(UPGRADE),--upgrade) --group dev --constraints requirements.lock --output-file requirements-dev.lock
	@echo "requirements.lock and requirements-dev.lock are in step with pyproject.toml."

$(RUN_PARTS): $(MADE) requirements.lock
	@echo "Installing what Kindline runs with (once) ..."
	@$(PIP_INSTALL) -r requirements.lock
	@touch $@

# The second lock holds the first one with the same versions, so both stamps are true afterwards.
$(DEV_PARTS): $(MADE) requirements-dev.lock
	@echo "Installing what the tests and checks need (once) ..."
	@$(PIP_INSTALL) -r requirements-dev.lock
	@touch $@ $(RUN_PARTS)

# Takes the first Python that is new enough and can make a virtual environment; says so in one line where it can't.
$(MADE):
	@if $(IN_VENV) -m pip --version >/dev/null 2>&1; then touch $@; exit 0; fi; \
	new='import sys; sys.exit(sys.version_info < (3, 11))'; too_bare=; \
	for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
		"$$python" -c "$$new" >/dev/null 2>&1 || continue; \
		if "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then found=$$python; break; fi; \
		too_bare=$${too_bare:-$$python}; \
	done; \
	if [ -n "$${found:-}" ]; then \
		[ "$$found" = "$(or $(PYTHON),python3)" ] || echo "python3 is older than 3.11 or cannot make a virtual environment: using $$found."; \
		"$$found" -m venv --clear $(VENV) && touch $@; \
	elif [ -n "$$too_bare" ]; then \
		echo "$$too_bare cannot make a virtual environment. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; \
	else \
		echo "Kindline needs Python 3.11 or newer, and none was found. With one elsewhere: make install PYTHON=/path/to/python" >&2; exit 1; \
	fi
