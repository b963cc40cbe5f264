PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
unexport PYTHONDONTWRITEBYTECODE # the tests start the bot two hundred times: it is compiled once

.PHONY: help run test test-long check secure docs format lock clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(VENV)/.installed ## start the bot; without BOT_TOKEN in .env, in local mode with the samples
	$(BIN)/python -m bot run --samples samples

test: $(VENV)/.installed-dev ## everything that needs nothing but Python
	$(BIN)/pytest -m "not long" -n 2 --dist loadfile

test-long: $(VENV)/.installed-dev ## browser, kills and PostgreSQL
	$(BIN)/pytest -m long -n 3 --dist loadfile # most of them wait for time to pass

check: $(VENV)/.installed-dev ## lint, format, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

secure: $(VENV)/.installed-dev ## holes in our code, secrets in our files, holes in what we depend on
	$(BIN)/bandit --quiet --recursive --severity-level medium bot briefings db
	$(BIN)/python .ci/secrets
	$(BIN)/python .ci/audit

docs: $(VENV)/.installed-dev ## renew the table of settings
	$(BIN)/python docs/operations/make_settings.py

format: $(VENV)/.installed-dev ## mend what ruff can mend, and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: ## renew the lock files after a change in pyproject.toml
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra postgres --generate-hashes --upgrade -o requirements.lock
	uv pip compile pyproject.toml --universal --python-version 3.11 --extra postgres --group dev --generate-hashes --upgrade -o requirements-dev.lock

clean: ## remove the environment
	rm -rf $(VENV)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	touch $@

$(VENV)/.installed-dev: requirements-dev.lock | $(VENV)/bin/python
	$(BIN)/pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@ $(VENV)/.installed
