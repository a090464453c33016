# Everything a new checkout needs: `make run`, `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKED = --explicit-target-dependency-import-check error

.PHONY: accuracy dictionary run build test install uninstall clean dependencies fuzz

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

# Looks for inputs that break a rule: make fuzz SECONDS=3600
SECONDS ?= 300
fuzz: dependencies
	@SWIFT="$(SWIFT)" Scripts/fuzz "$(SECONDS)"

# A program with the Swift runtime linked in, for machines without Swift.
install: dependencies
	$(SWIFT) build -c release --static-swift-stdlib --scratch-path .build/static --product gongkai
	install -D -m 755 "$$($(SWIFT) build -c release --static-swift-stdlib --scratch-path .build/static --show-bin-path)/gongkai" \
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

clean:
	rm -rf .build out

dependencies:
	@Scripts/install-dependencies
