#!/usr/bin/env python3
"""Measures gongkai against a bare text search and against what else one might read section 3 with, all in one run.

Every program's answer is held against the truth of the corpus; one that is wrong is said to be so and has no ratio. Programs
run in turns, the median counts. Results are printed and kept in Benchmarks/runs/.
"""

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys

import corpora
import measure

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
#: 行政许可, a word of the form: every report has it.
WORD = "行政许可"


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = os.path.abspath(options.work)
        self.out = os.path.join(self.work, "out")
        os.makedirs(self.out, exist_ok=True)
        self.program = options.program or built()
        self.lines = []

    def say(self, text=""):
        print(text, flush=True)
        self.lines.append(text)

    # Programs

    def gongkai(self, reports, name, jobs, *more):
        return [
            self.program, "run", "--input", reports, "--output", os.path.join(self.out, name), "--jobs", str(jobs),
            "--full", "--quiet", *more]

    def right(self, corpus, name):
        """Holds a run's tables against the truth, the large one once."""
        seen = []

        def check(run):
            if run.status != 0:
                return f"exit code {run.status}: {run.output.strip()[-200:]}"
            folder = os.path.join(self.out, name)
            with open(os.path.join(folder, "run.json"), encoding="utf-8") as file:
                found = json.load(file)["reports"]["found"]
            if found != corpus.files:
                return f"{found} reports of {corpus.files}"
            if not seen and os.path.exists(os.path.join(folder, "applications.csv")):
                seen.append(corpora.section3_of(folder))
                if seen[0] != corpus.section3:
                    return f"section 3 adds up to {seen[0]}, not {corpus.section3}"
            return ""
        return check

    def peer(self, script, corpus, *more):
        command = [sys.executable, os.path.join(HERE, "peers", script), corpus.reports, os.path.join(self.out, script + ".csv")]

        def check(run):
            if run.status != 0:
                return f"exit code {run.status}: {run.output.strip()[-200:]}"
            answer = run.output.strip().split("\n")[-1]
            return "" if answer == str(corpus.section3) else f"section 3 adds up to {answer}, not {corpus.section3}"
        return command + list(more), check

    def search(self, corpus):
        def check(run):
            found = run.output.count("\n")
            return "" if found == corpus.files else f"the word is in {found} files of {corpus.files}"
        return ["rg", "-j2", "-c", WORD, corpus.reports], check

    # Tables

    def text(self, corpus):
        programs = [("rg -j2 -c", *self.search(corpus))]
        for name, jobs, more in (
            ("gongkai --jobs 2", 2, ()), ("gongkai --jobs 1", 1, ()),
            ("gongkai --jobs 2 --format csv,parquet", 2, ("--format", "csv,parquet")),
        ):
            folder = name.replace(" ", "").replace(",", "")
            command = self.gongkai(corpus.reports, folder, jobs, *more)
            first = measure.run(command)
            if first.status == 0:
                programs.append((name, command, self.right(corpus, folder)))
            else:
                self.say(f"left out: {name}: {first.output.strip()[-200:]}")
        for name, script, more in (
            ("polars, section 3 only", "polars_section3.py", ()), ("DuckDB, section 3 only", "duckdb_section3.py", ()),
            ("Python re and csv, 2 processes, section 3 only", "plain.py", ("2",)),
        ):
            if self.options.peers:
                programs.append((name, *self.peer(script, corpus, *more)))
        results = measure.in_turns(programs, self.options.rounds)
        base = results[0].wall
        ours = results[1].wall
        self.say(f"## {corpus.files} text reports, {corpus.bytes / 1e6:.0f} MB")
        self.say()
        self.say("| program | wall s | of rg | of gongkai, 2 jobs | processor s | reports/s | MB/s | peak MB | answer |")
        self.say("|---|---|---|---|---|---|---|---|---|")
        for one in results:
            ratio = f"{one.wall / base:.1f} | {one.wall / ours:.2f}" if not one.fault else "– | –"
            self.say(
                f"| {one.name} | {one.wall:.2f} | {ratio} | {one.processor:.2f} | {corpus.files / one.wall:,.0f} "
                f"| {corpus.bytes / one.wall / 1e6:.0f} | {one.memory / 1e6:.0f} | {one.fault or 'right'} |")
        self.say()
        return results

    def html(self, corpus):
        command = self.gongkai(corpus.reports, "html", 2)
        one, = measure.in_turns([("html", command, self.right(corpus, "html"))], self.options.rounds)
        self.say(f"## {corpus.files} web pages, {corpus.bytes / 1e6:.0f} MB, 2 jobs")
        self.say()
        self.say(
            f"{one.wall:.2f} s wall, {one.processor:.2f} s processor, {corpus.bytes / one.wall / 1e6:.1f} MB/s, "
            f"{corpus.files / one.wall:,.0f} reports/s, {one.memory / 1e6:.0f} MB; answer {one.fault or 'right'}")
        self.say()

    def pdf(self):
        sample = os.path.join(ROOT, "data", "formats", "nanting-forestry-2023.pdf")
        folder = os.path.join(self.work, "pdf")
        count = 60
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        for number in range(count):
            os.link(sample, os.path.join(folder, f"{number}.pdf")) if same_disk(sample, folder) else shutil.copy(
                sample, os.path.join(folder, f"{number}.pdf"))
        first, second = measure.in_turns(
            [("1", self.gongkai(folder, "pdf", 1), exit_code), ("2", self.gongkai(folder, "pdf", 2), exit_code)], 3)
        self.say(f"## {count} PDFs of one report")
        self.say()
        self.say(
            f"2 jobs {count / second.wall:.1f} reports/s, {second.processor / second.wall:.2f} processors busy; "
            f"1 job {count / first.wall:.1f} reports/s; {first.fault or second.fault or 'all read'}")
        self.say()

    def memory(self, corpus):
        """What a further report takes: the same reports five times over."""
        more = corpus.linked(corpus.folder + "-five", 5)
        once = measure.run(self.gongkai(corpus.reports, "memory", 2))
        often = measure.run(self.gongkai(more, "memory", 2))
        grown = (often.memory - once.memory) / (corpus.files * 4)
        self.say("## Memory")
        self.say()
        self.say(
            f"{once.memory / 1e6:.1f} MB for {corpus.files} reports, {often.memory / 1e6:.1f} MB for {corpus.files * 5}: "
            f"{grown:.0f} bytes for each further report")
        self.say()

    def instructions(self, many, few):
        """Of a report, by stage: the difference between two corpora, so that what is done once a run is left out."""
        large = measure.Instructions(self.gongkai(many.reports, "many", 1))
        small = measure.Instructions(self.gongkai(few.reports, "few", 1))
        reports = many.files - few.files
        self.say(f"## Instructions a report (callgrind, 1 job, {many.files} and {few.files} reports)")
        self.say()
        self.say("| stage | instructions |")
        self.say("|---|---|")
        for name, pattern in measure.STAGES:
            self.say(f"| {name} | {(large.stage(pattern) - small.stage(pattern)) / reports:,.0f} |")
        self.say(f"| all but SHA-256 | {(large.own - small.own) / reports:,.0f} |")
        self.say(f"| start of a run | {small.own - (large.own - small.own) / reports * few.files:,.0f} |")
        self.say()

    def stages(self, corpus):
        """Each stage alone, over documents that are in memory."""
        tool = subprocess.run(
            ["swift", "build", "--package-path", HERE, "-c", "release", "--product", "gongkai-stages"],
            capture_output=True, text=True)
        if tool.returncode != 0:
            self.say(f"left out: the stages alone: {tool.stdout[-300:]}")
            return
        shown = subprocess.run(
            ["swift", "build", "--package-path", HERE, "-c", "release", "--show-bin-path"], capture_output=True, text=True)
        program = os.path.join(shown.stdout.strip(), "gongkai-stages")
        one = measure.run([program, corpus.reports, str(self.options.rounds), str(corpus.files), str(corpus.section3)])
        self.say(f"## Each stage alone, one thread, {corpus.files} reports in memory")
        self.say()
        self.say(one.output.strip())
        self.say()

    def scale(self):
        """Listings and containers that are larger than memory should ever be."""
        import scale
        for name, path, check in scale.inputs(self.work, self.options.scale):
            one = measure.run(self.gongkai(path, "scale", 2))
            with open(os.path.join(self.out, "scale", "run.json"), encoding="utf-8") as file:
                found = json.load(file)["files"]["found"]
            verdict = "all there" if found == check else f"{found} of {check}"
            self.say(f"- {name}: {one.wall:.1f} s, {one.memory / 1e6:.0f} MB, {verdict}")
        self.say()


def exit_code(run):
    return "" if run.status == 0 else f"exit code {run.status}"


def same_disk(one, other):
    return os.stat(one).st_dev == os.stat(other).st_dev


def built():
    subprocess.run(["make", "-s", "-C", ROOT, "build"], check=True)
    shown = subprocess.run(
        ["swift", "build", "--package-path", ROOT, "-c", "release", "--show-bin-path"],
        capture_output=True, text=True, check=True)
    return os.path.join(shown.stdout.strip(), "gongkai")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20000, help="text reports")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--work", default=os.path.join(ROOT, ".build", "bench"), help="a folder for corpora and outputs")
    parser.add_argument("--program", help="a gongkai that is built already")
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    parser.add_argument("--scale", type=int, default=0, metavar="N", help="also N files, N folders and a container of N records")
    parser.add_argument("--no-keep", dest="keep", action="store_false", help="only print")
    parser.add_argument("--only", default="text,html,pdf,memory,instructions,stages")
    options = parser.parse_args()
    parts = set(options.only.split(","))
    if shutil.which("rg") is None:
        sys.exit("ripgrep is needed: apt-get install ripgrep")

    bench = Bench(options)
    commit = subprocess.run(
        ["git", "-C", ROOT, "describe", "--always", "--dirty"], capture_output=True, text=True).stdout.strip()
    today = datetime.date.today().isoformat()
    bench.say(f"# {today}, {commit}")
    bench.say()
    bench.say(f"{os.cpu_count()} processors, {processor()}; medians of {options.rounds} runs in turns, warm.")
    bench.say()
    faults = []
    if parts & {"text", "memory"}:
        text = corpora.Corpus.made(os.path.join(bench.work, f"text-{options.count}"), corpora.TEXT, options.count)
        measure.run(bench.search(text)[0])
        if "text" in parts:
            faults += [one for one in bench.text(text) if one.fault]
        if "memory" in parts:
            bench.memory(text)
    if "html" in parts:
        bench.html(corpora.Corpus.made(os.path.join(bench.work, "html-2000"), corpora.HTML, 2000))
    if "pdf" in parts:
        bench.pdf()
    if parts & {"instructions", "stages"}:
        many = corpora.Corpus.made(os.path.join(bench.work, "text-600"), corpora.TEXT, 600)
        few = corpora.Corpus.made(os.path.join(bench.work, "text-300"), corpora.TEXT, 300)
        if "instructions" in parts:
            bench.instructions(many, few)
        if "stages" in parts:
            bench.stages(many)
    if options.scale:
        bench.scale()
    if options.keep:
        os.makedirs(os.path.join(HERE, "runs"), exist_ok=True)
        path = os.path.join(HERE, "runs", f"{today}-{commit}.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(bench.lines).rstrip() + "\n")
        print(f"kept in {os.path.relpath(path, ROOT)}")
    sys.exit(1 if faults else 0)


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return "unknown"


if __name__ == "__main__":
    main()
