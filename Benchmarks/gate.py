#!/usr/bin/env python3
"""Holds the instructions that gongkai takes for the committed sample against the committed figures.

    gate.py PROGRAM             fails where a figure is more than ten per cent above the committed one
    gate.py PROGRAM --record    writes down what it takes now

Counted are all instructions but those of the loader and of libcrypto, which depend on the machine. Two runs, over one layout and
over all of them, part what a report takes from what is done once a run.
"""

import json
import os
import sys
import tempfile

import corpora
import measure

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURES = os.path.join(HERE, "instructions.json")
ALLOWED = 1.10


def count(program, reports, output):
    command = [program, "run", "--input", reports, "--output", output, "--jobs", "1", "--quiet"]
    return measure.Instructions(command).own


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--record"]):
        sys.exit(__doc__)
    program = sys.argv[1]
    sample = corpora.Corpus(os.path.join(HERE, "sample"))
    first = os.path.join(sample.reports, "tabs")
    few = len(os.listdir(first))
    with tempfile.TemporaryDirectory() as folder:
        output = os.path.join(folder, "out")
        small = count(program, first, output)
        all_ = count(program, sample.reports, output)
        found = corpora.section3_of(output)
    if found != sample.section3:
        sys.exit(f"the sample's section 3 adds up to {found}, not {sample.section3}: nothing is compared")
    report = (all_ - small) // (sample.files - few)
    now = {"report": report, "start": small - report * few}
    if sys.argv[2:]:
        with open(FIGURES, "w", encoding="utf-8") as file:
            json.dump(now, file, indent=2)
            file.write("\n")
        print(f"recorded: {now['report']:,} instructions a report, {now['start']:,} for the start of a run")
        return
    if not os.path.exists(FIGURES):
        print(f"{now['report']:,} instructions a report, {now['start']:,} for the start of a run")
        print("no figures are committed to hold these against: make bench-record")
        return
    with open(FIGURES, encoding="utf-8") as file:
        before = json.load(file)
    failed = False
    for name, what in (("report", "a report"), ("start", "the start of a run")):
        share = now[name] / before[name]
        print(f"{what}: {now[name]:,} instructions, committed {before[name]:,} ({(share - 1) * 100:+.1f} %)")
        failed = failed or share > ALLOWED
    if failed:
        sys.exit("more than 10 % above the committed figure; make it faster, or say why not and record it: make bench-record")


if __name__ == "__main__":
    main()
