# Everything begins here. Each target sets the checkout up first; where that is done, at once.
.DEFAULT_GOAL := help
.PHONY: help run test check bench echo room bundle bundle-smoke bundle-test bundle-again soak flatpak wheel words pins \
	clean sheet approve gl
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
# More for a target's command, as in `make test ARGS="-k turn -x"` or `make run ARGS="chat"`.
ARGS ?=

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile | expand -t 16

run: ## Set up what is missing and open Rotom
	@PYTHON="$(PYTHON)" packaging/setup run
	@$(BIN)/rotom $(ARGS)

test: ## Set up what is missing and run the whole test suite, on all cores
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal --timeout 300 $(ARGS)

check: ## Format, lint, types, import contracts and QML
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	find app/rotom/ui/qml -name '*.qml' -exec $(BIN)/pyside6-qmllint --max-warnings 0 {} +

bench: ## Measure speed and memory
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m tests.bench $(ARGS)

echo: ## Measure that Rotom does not hear itself, and hears who talks over it
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m tests.bench.talking_over $(ARGS)

room: ## Measure the same in real time, on a real sound server; on a quiet machine
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m tests.bench.real_room

bundle-test: ## Try the bundle in bare systems (debootstrap; takes an administrator)
	PYTHONPATH=packaging $(BIN)/python -m bundling.trial $(ARGS)

bundle-smoke: ## Install the bundle of dist/ into a home of its own here, and try it
	PYTHONPATH=packaging $(BIN)/python -m bundling.smoke

bundle-again: ## Make the bundle of this commit elsewhere and compare every file
	PYTHONPATH=packaging $(BIN)/python -m bundling.again

bundle: ## Make the folder that runs without anything installed, and its installer, into dist/
	@PYTHON="$(PYTHON)" packaging/setup test
	PYTHONPATH=packaging $(BIN)/python -m bundling

soak: ## Talk for a day of 5,000 turns (ARGS=play: play for two hours) and watch what is left
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m tests.bench.soak $(ARGS)

flatpak: ## Lay what the Flatpak is built from into dist/flatpak
	@PYTHON="$(PYTHON)" packaging/setup test
	PYTHONPATH=packaging $(BIN)/python -m flatpaking $(ARGS)

wheel: ## Build the sdist and the wheel into dist/
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m hatchling build

words: ## Bring the translations up to date (assets/translations)
	@PYTHON="$(PYTHON)" packaging/setup test
	PYTHONPATH=packaging $(BIN)/python -m translating

sheet: ## Draw contact sheets of the body and the window into build/sheets, to look at
	@PYTHON="$(PYTHON)" packaging/setup test
	mkdir -p build/sheets
	$(BIN)/python -m tests.ui.body_sheet build/sheets/body.png
	$(BIN)/python -m tests.ui.window_sheet build/sheets

approve: ## Make what is drawn now the approved pictures; look at the sheets first
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m tests.ui.body_sheet --approve
	$(BIN)/python -m tests.ui.window_sheet --approve

gl: ## Compare the window on real OpenGL (Xvfb, llvmpipe) with the approved pictures
	@PYTHON="$(PYTHON)" packaging/setup test
	$(BIN)/python -m tests.ui.window_gl

pins: ## Resolve the pinned packages anew (packaging/requirements)
	@PYTHON="$(PYTHON)" packaging/setup pins

clean: ## Remove what was made here, the virtual environment too
	rm -rf .venv .cache build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache \
		.hypothesis .coverage .coverage.*
