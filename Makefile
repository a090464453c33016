# Everything a new checkout needs: `make run`, `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKED = --explicit-target-dependency-import-check error

.PHONY: accuracy dictionary run build test kills install uninstall clean dependencies fuzz bench bench-gate bench-record

run: build
	@$$($(SWIFT) build -c release --show-bin-path)/gongkai run; status=$$?; \
	if [ $$status -le 1 ]; then \
		echo "Open out/reports.csv and out/applications.csv in a spreadsheet; out/errors.csv says what went wrong where."; \
	fi; \
	[ $$status -le 1 ]

build: dependencies
	$(SWIFT) build -c release $(CHECKED) --product gongkai

test: dependencies
	$(SWIFT) build --build-tests $(CHECKED)
	@SWIFT="$(SWIFT)" Scripts/run-tests

# Runs of the release build that are killed at any moment: `make kills COUNT=1000`.
COUNT = 1000
kills: build
	$(SWIFT) build --build-tests $(CHECKED)
	KILLS=$(COUNT) PROGRAM="$$($(SWIFT) build -c release --show-bin-path)/gongkai" $(SWIFT) test --skip-build --filter KillTests

# Looks for inputs that break a rule: make fuzz SECONDS=3600
SECONDS ?= 300
fuzz: dependencies
	@SWIFT="$(SWIFT)" Scripts/fuzz "$(SECONDS)"

# A program with the Swift runtime linked in, for machines without Swift. A third of what is linked is symbols and notes for debuggers.
install: dependencies
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build/static --product gongkai
	install -D -s -m 755 "$$($(SWIFT) build -c release --static-swift-stdlib --scratch-path .build/static --show-bin-path)/gongkai" \
		"$(DESTDIR)$(PREFIX)/bin/gongkai"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/gongkai"

# How the cells of synthetic reports come out, layout by irregularity.
accuracy: dependencies
	$(SWIFT) run -c release gongkai-accuracy table --count 20 --seed 1 --clauses Tests/NarrativeTests/Fixtures > docs/ACCURACY.md

# The dictionary of the tables, as the program prints it.
dictionary: build
	$$($(SWIFT) build -c release --show-bin-path)/gongkai schema > docs/SCHEMA.md
	$$($(SWIFT) build -c release --show-bin-path)/gongkai schema --language zh > docs/DICTIONARY.zh.md

# What it costs, against a bare text search and against other ways to read section 3: Benchmarks/runs/. BENCH="--count 2000" and the like.
bench: build
	@Scripts/install-dependencies ripgrep valgrind binutils python3 python3-venv
	@[ -x .build/venv/bin/python3 ] || python3 -m venv .build/venv
	@.build/venv/bin/pip install -q -r Scripts/requirements.txt
	.build/venv/bin/python3 Benchmarks/bench.py --program "$$($(SWIFT) build -c release --show-bin-path)/gongkai" $(BENCH)

# The instructions for the committed sample against the committed figures; bench-record writes them anew.
bench-gate: build
	@Scripts/install-dependencies valgrind binutils python3
	python3 Benchmarks/gate.py "$$($(SWIFT) build -c release --show-bin-path)/gongkai"

bench-record: build
	@Scripts/install-dependencies valgrind binutils python3
	python3 Benchmarks/gate.py "$$($(SWIFT) build -c release --show-bin-path)/gongkai" --record

clean:
	rm -rf .build out

dependencies:
	@Scripts/install-dependencies
