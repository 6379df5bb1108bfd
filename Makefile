# `make` alone lists the verbs. Nothing is installed outside this folder.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PORT ?= 8000
export PORT
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
STAMPS := $(VENV)/stamps
SRC := src tests conftest.py
PYTEST := $(PY) -m pytest

help: ## list the verbs
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- a virtualenv: pip installs only a pinned uv, uv does the rest --------------------------------------------------

$(STAMPS)/uv: requirements/uv.txt
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Shubbak needs Python 3.11 or newer")'
	@test -x $(PY) || python3 -m venv $(VENV)
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: requirements/run.txt pyproject.toml $(STAMPS)/uv
	@$(BIN)/uv pip install -q -p $(PY) --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install -q -p $(PY) --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/run
	@$(BIN)/uv pip install -q -p $(PY) --require-hashes -r requirements/dev.txt
	@touch $@

# The reader of BPMN editors, by which exported flows are proved; Node comes with the wheels of dev.txt.
$(STAMPS)/bpmn: tests/bpmn/package-lock.json tests/bpmn/reader.py $(STAMPS)/dev
	@$(PY) -m tests.bpmn.reader
	@touch $@

# --- third-party assets: npm of this machine, else Node from a pinned wheel in a virtualenv thrown away -------------

ASSETS := src/shubbak/design/assets
$(STAMPS)/assets: $(ASSETS)/package-lock.json $(ASSETS)/build.mjs requirements/node.txt $(STAMPS)/uv
	@BIN=$(CURDIR)/$(BIN) sh requirements/assets.sh
	@touch $@

.PHONY: install assets messages demo up check test units journeys crash walk tamper bench pictures map reactions clean help tools

tools: $(STAMPS)/uv
	@$(MAKE) -s --no-print-directory -j2 $(STAMPS)/run $(STAMPS)/assets

install: tools ## install what running needs, build the assets, compile the words
	@$(PY) -m shubbak.config.messages --compile

assets: $(STAMPS)/assets ## fetch and lay out fonts, style sheets and scripts

messages: tools ## list words without Arabic and add them to their slice's catalogue
	@$(PY) -m shubbak.config.messages --add

demo: install ## open a living centre in a browser: http://127.0.0.1:$PORT
	@exec $(PY) -m shubbak.config up --demo --port $(PORT)

up: install ## start without invented people (see docs/operate.md)
	@exec $(PY) -m shubbak.config up --port $(PORT)

# --- proof ----------------------------------------------------------------------------------------------------------

check: install $(STAMPS)/dev ## lint, types, floors
	$(BIN)/ruff check $(SRC)
	$(BIN)/ruff format --check $(SRC)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# A seal waits for every transaction under way on the server, so these want it to themselves.
ALONE := src/shubbak/trail/tests/test_seal.py tests/tamper

test: check $(STAMPS)/bpmn ## check, then units, doors, house, ten journeys, five kills
	@sh tests/browser.sh
	$(PYTEST) $(ALONE)
	$(PYTEST) -n 2 --dist loadgroup $(ALONE:%=--ignore=%)

journeys: install $(STAMPS)/dev ## every story in Chromium, with axe
	@sh tests/browser.sh
	$(PYTEST) tests/journeys --all-journeys

walk: install $(STAMPS)/dev ## every service over the API, from submission to every end (KEY=kiosk for some)
	$(PYTEST) tests/walker --whole-catalogue -n 2 -q $(if $(KEY),-k $(KEY))

crash: install $(STAMPS)/dev ## kill -9 at random moments, N times (N=50)
	$(PYTEST) tests/crash --kills $(or $(N),50) -s

tamper: install $(STAMPS)/dev ## 200 tamperings by the database's superuser, each to be found
	$(PYTEST) tests/tamper -s

bench: install $(STAMPS)/dev ## a million cases, speeds beside the limits of this machine
	$(PY) -m bench

pictures: install $(STAMPS)/dev ## docs/pictures: each main page, Arabic and English, phone and desktop
	@sh tests/browser.sh
	$(PY) -m tests.journeys.pictures

map: install $(STAMPS)/dev ## print the floors from the contract
	@$(PY) tests/house/map.py

reactions: install ## print which slice reacts to which news
	@$(PY) -m shubbak.config reactions

clean: ## remove what was built here; the state folder stays
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis $(ASSETS)/node_modules
	rm -rf src/shubbak/design/static/vendor src/shubbak/documents/fonts
	find src -name '*.mo' -delete
