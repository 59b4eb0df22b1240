# Every command of the project; `make` alone lists them.

PYTHON ?= python3
VERSION ?= $(error which VERSION is released?)
HOST ?= 127.0.0.1
PORT ?= 8000
ARGS ?=

bin := .venv/bin
code := cms vision_pages graphql_api tests hatch_build.py manage.py
grapple := benchmarks/contenders/grapple/.venv
postgraphile := benchmarks/contenders/postgraphile/node_modules/.package-lock.json

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

.PHONY: help
help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: packages-dev ## Make the environment for development

.PHONY: demo
demo: packages-demo ## Serve the site with its demo content on http://HOST:PORT
	@WAGTAILADMIN_BASE_URL=http://$(HOST):$(PORT) \
		exec $(bin)/python manage.py demo --host $(HOST) --port $(PORT)

.PHONY: test
test: packages-dev ## Run the tests, on all cores; ARGS="tests/site -n 0" chooses some, on one
	@$(bin)/python -m pytest -n auto $(ARGS)

.PHONY: test-conformance
test-conformance: packages-dev tests/conformance/node_modules/.package-lock.json ## Test the API with the tools and clients of frontends; needs Node and npm
	@$(bin)/python -m pytest -m conformance tests/conformance $(ARGS)

tests/conformance/node_modules/.package-lock.json: tests/conformance/package-lock.json
	@command -v npm > /dev/null || { echo "Node and npm are needed: apt install nodejs npm" >&2; exit 1; }
	@cd tests/conformance && npm ci --no-progress

.PHONY: coverage
coverage: packages-dev ## Run the tests and show which lines and branches none of them reaches
	@$(bin)/python -m pytest --cov --cov-report=term $(ARGS)

.PHONY: lint
lint: packages-dev ## Check style and formatting
	@$(bin)/ruff check
	@$(bin)/ruff format --check
	@git ls-files '*.html' | xargs --no-run-if-empty $(bin)/djhtml --check --tabwidth 2

.PHONY: format
format: packages-dev ## Repair style and formatting where that needs no thought
	@$(bin)/ruff check --fix
	@$(bin)/ruff format
	@git ls-files '*.html' | xargs --no-run-if-empty $(bin)/djhtml --tabwidth 2

.PHONY: types
types: packages-dev ## Check the types
	@$(bin)/mypy

.PHONY: contracts
contracts: packages-dev ## Check which module imports which
	@$(bin)/lint-imports

.PHONY: schema
schema: packages-dev ## Write graphql_api/schema.graphql anew, and what changed in it
	@$(bin)/python manage.py export_schema graphql_api/schema.graphql
	@$(bin)/python -m tests.schema_changes

.PHONY: release-schema
release-schema: schema ## Keep the schema as the one that VERSION released
	@$(bin)/python -m tests.schema_changes $(VERSION)

.PHONY: graphiql
graphiql: ## Bundle GraphiQL anew from graphiql/; needs Node and npm
	@cd graphiql && npm ci && node build.js

.PHONY: messages
messages: packages-dev ## Bring the catalogues in locale/ up to date; needs GNU gettext
	@$(bin)/python manage.py makemessages --all --no-location --no-wrap --no-obsolete --ignore .venv --ignore cms --ignore tests
	@sed -i '/^"POT-Creation-Date:/d' locale/*/LC_MESSAGES/django.po # else every run changes the file

.PHONY: bench
bench: packages-dev $(grapple)/requirements.txt $(postgraphile) ## Compare the API with others on 5,000 pages; ARGS="--help" tells how
	@DJANGO_SETTINGS_MODULE=cms.settings.test $(bin)/python -m benchmarks.api $(ARGS)

$(grapple)/requirements.txt: benchmarks/contenders/grapple/requirements.txt
	@$(PYTHON) -m venv --clear $(@D)
	@$(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@cp $< $@

# Where there is no npm it is left out, and the run says so.
$(postgraphile): benchmarks/contenders/postgraphile/package-lock.json
	@! command -v npm > /dev/null || (cd benchmarks/contenders/postgraphile && npm ci --no-progress)

.PHONY: wheel
wheel: packages-dev ## Build the wheel in dist/
	@$(bin)/python -m build --wheel --no-isolation

.PHONY: locks
locks: packages-dev ## Resolve the dependencies anew
	@.ci/lock

.PHONY: check
check: lint types contracts test ## Check everything

# A copy of the lock in the environment says that the environment holds what the lock lists.
.PHONY: packages-demo packages-dev
packages-demo packages-dev: packages-%:
	@cmp -s requirements/$*.txt .venv/$*.txt && $(bin)/python -c '' || PYTHON=$(PYTHON) .ci/install $*
