# `make serve` opens the app, `make test` proves it. Both first bring what the machine lacks; the second run finds it there.

.DEFAULT_GOAL := help
.NOTPARALLEL:
SHELL := /bin/sh

# The clone's own tools come first; whatever else is on PATH in the right version is used as it is.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/.tools/cargo/bin:$(CURDIR)/tests/e2e/node_modules/.bin:$(PATH)
export TRUNK_SKIP_VERSION_CHECK := true
export PORT ?= 8080

BUILT_FROM := .cargo/config.toml Cargo.toml Cargo.lock build.rs index.html $(shell find src style public -type f)

.PHONY: help serve watch build test bench fuzz lighthouse picture shell editor fmt facts-check clean

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | while IFS='	' read -r name what; do printf '  make %-12s %s\n' "$$name" "$$what"; done

serve: build ## the app on http://127.0.0.1:8080 (PORT=… for another port)
	@node tests/e2e/serve.mjs

watch: ## the app, rebuilt at every change (unoptimized: a slow download)
	@sh tests/tools/setup.sh serve
	trunk serve --offline --port $(PORT)

build: ## the app in dist, for any static host, and what it weighs
	@sh tests/tools/setup.sh serve
	@$(MAKE) --no-print-directory dist/index.html
	@node tests/e2e/size.mjs

dist/index.html: $(BUILT_FROM)
	@echo "build: the app and its worker, for the browser (five to eight minutes on two cores)"
	@trunk build --release --offline

test: ## every test, the quickest first (STEPS="native web" for some of them)
	@sh tests/tools/setup.sh test
	@python3 tests/tools/test.py $(STEPS)

bench: ## how long the answers take, natively and in the browser
	@sh tests/tools/setup.sh test
	@echo "bench: all answers of one design, native"
	@cargo bench --locked
	@$(MAKE) --no-print-directory build
	@echo "bench: from navigation to the app in place, and from edit to painted panels, in the browser"
	@node tests/e2e/bench.mjs
	@echo "bench: a drag, frame by frame, in the browser"
	@node tests/e2e/drag.mjs
	@echo "bench: a long session, in the browser"
	@node tests/e2e/endurance.mjs
	@echo "bench: loads played and sized by the worker"
	@node tests/e2e/worker.mjs
	@echo "bench: a large state and a folder of Terraform, imported in the browser"
	@node tests/e2e/imports.mjs

fuzz: ## every reader over spoiled files (RUNS=1000000 SEED=7 READER=terraform for other runs)
	@FUZZ_RUNS=$${RUNS:-20000} FUZZ_SEED=$${SEED:-20261128} cargo test --release --locked --test fuzz -- --nocapture $(READER)

lighthouse: build ## what Lighthouse says of the app: the medians of five runs, on a phone and on a desktop
	@sh tests/tools/setup.sh test
	@node tests/e2e/lighthouse.mjs

picture: build ## the README's picture and the kept screens anew
	@sh tests/tools/setup.sh test
	@node tests/e2e/picture.mjs

shell: ## the first paint in index.html, printed anew from the core
	@UPDATE_GOLDEN=1 cargo test --quiet --locked --test shell

editor: ## the YAML panel's text editor, bundled anew from public/yaml-editor
	@sh tests/tools/editor.sh

fmt: ## the code as rustfmt writes it
	@cargo fmt

facts-check: ## the fact tables are what the data prints, and the prices are no older than 120 days
	@python3 tests/data/print_tables.py
	@git diff --exit-code --stat -- src/facts
	@python3 tests/data/price_age.py

clean: ## all that was built; the tools stay
	@cargo clean
	@rm -rf dist
