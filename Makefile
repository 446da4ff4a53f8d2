# Everything a newcomer needs is `make demo` and `make test`. CONTRIBUTING.md says what the rest is for.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help demo demo-captures interop test bench bench-quick fuzz lint format embedded core sanitize docs clean ci dependencies

# How long each fuzz target runs.
SECONDS := 60
captures := Tests/Corpora/captures
demo_captures := \
	$(captures)/prosody/full-session.jsonl \
	$(captures)/ejabberd/full-session.jsonl \
	$(captures)/jabberd2/full-session.jsonl \
	$(captures)/s2s/prosody-ejabberd-dialback-01-out.jsonl \
	$(captures)/prosody/websocket.jsonl \
	$(captures)/ejabberd/bosh.jsonl

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: dependencies ## a server and two clients talk over TCP and TLS; each step is printed and explained
	swift build -c release --product xmpp
	"$$(swift build -c release --show-bin-path)/xmpp" demo

demo-captures: dependencies ## read recorded conversations of real servers, stanza by stanza
	swift build -c release --product xmpp
	"$$(swift build -c release --show-bin-path)/xmpp" inspect $(demo_captures)

interop: dependencies ## talk to real servers and clients, which are installed where they may be
	Tests/Interop/run

# Optimised, as the corpora are cut at very many places, but with all assertions.
checked := --scratch-path .build-test -Xswiftc -O -Xswiftc -assert-config -Xswiftc Debug

test: dependencies ## build and run all tests
	swift build --build-tests $(checked)
	swift test --skip-build --disable-xctest $(checked)

bench: dependencies ## measure everything against libexpat (minutes)
	swift run -c release bench

bench-quick: dependencies ## the same in under a minute
	swift run -c release bench --quick

fuzz: dependencies ## run each fuzz target for SECONDS=60
	Fuzz/run.sh $(SECONDS)

lint: ## check the format and the rules of the house
	scripts/lint

format: ## format every Swift file in place
	git ls-files -z -co --exclude-standard -- '*.swift' | grep -zv '/Generated/' | \
		xargs -0 -r swift format --in-place --parallel --configuration .swift-format

embedded: ## compile XMLStream, UnicodeProfiles and XMPPAddress as Embedded Swift for WebAssembly
	scripts/embedded

core: ## build XMLStream, XMPPStanza, XMPPSASL, XMPPNegotiation, XMPPEngine, XMPPTransports and XMPPTestKit without any package
	scripts/core

sanitize: dependencies ## run all tests under AddressSanitizer, and those of XMPPNIO under ThreadSanitizer
	ASAN_OPTIONS=detect_leaks=0 swift test --disable-xctest --sanitize=address --scratch-path .build-asan
	TSAN_OPTIONS=halt_on_error=1:suppressions=scripts/thread-sanitizer.txt swift test --disable-xctest --sanitize=thread \
		--scratch-path .build-tsan --filter XMPPNIOTests

docs: ## check links and doc comments
	scripts/docs

ci: ## what continuous integration runs
	.ci/run

clean: ## remove everything that was built
	rm -rf .build .build-core .build-asan .build-tsan .build-test Fuzz/.build

dependencies:
	@scripts/ensure-dependencies
