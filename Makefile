# Two commands: `make run` starts the product, `make test` proves it. The rest serves those two.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$one" -c '$(NEW_ENOUGH)' 2>/dev/null && echo "$$one" && break; done)
VENV := .venv
BIN := $(VENV)/bin
# What was compiled once is kept, also where the surroundings say otherwise: the proof starts some hundred processes.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run fast names whole reader test check warm texts lock clean

run: $(VENV)/run.done
	$(BIN)/rodedraad run

fast: $(VENV)/run.done ## the accelerator of the matching: the same answers, sooner
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fast.lock
	$(BIN)/python -c "from matching.warming import warm_up; warm_up()"

names: $(VENV)/run.done ## a second reader for names in stories, for the moderator; takes some minutes once
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-names.lock
	$(MAKE) --no-print-directory reader

reader: ## read the lists of the second reader once, so that it begins in seconds
	echo '[]' | $(BIN)/python -m domain.stories.second_reading.program 2> /dev/null

test: $(VENV)/test.done
	$(BIN)/python tests/house/browser_present.py
	$(MAKE) --no-print-directory -j2 check warm
	$(BIN)/python -m pytest

whole: $(VENV)/test.done names ## what `test` leaves out for time: the second reader itself, and every page in all four looks
	EVERY_LOOK=1 $(BIN)/python -m pytest tests/browser tests/dashboard tests/domain/stories tests/automations

check: $(VENV)/test.done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

warm: $(VENV)/test.done ## compile the accelerator once, before the tests all want it at the same moment
	$(BIN)/python -c "from matching.warming import warm_up; warm_up()"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Rode Draad needs Python 3.11 or newer: install it and run this again."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.done: $(BIN)/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/test.done: $(VENV)/run.done requirements-test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	touch $@

texts: $(VENV)/run.done ## collect the texts of the screens into the catalogues
	$(BIN)/python -m i18n.collect

lock: ## pin every dependency with its hashes; needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q requirements.in -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q requirements-fast.in -o requirements-fast.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q requirements-names.in -o requirements-names.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q requirements-test.in -o requirements-test.lock

clean:
	rm -rf $(VENV) var build *.egg-info
