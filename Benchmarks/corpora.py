"""The corpora of the benchmarks, made anew where they are missing, and what is known of them."""

import json
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

#: Another generator of the same kinds of reports, taken where there is one.
GENERATOR = os.environ.get("BENCH_GENERATOR") or os.path.join(
    os.path.dirname(ROOT), "shared", "corpus", "make_corpus.py")


class Corpus:
    """A folder of synthetic reports with the truth about their cells."""

    def __init__(self, folder):
        self.folder = folder
        self.reports = os.path.join(folder, "reports")
        self.files, self.bytes = 0, 0
        for where, _, names in os.walk(self.reports):
            self.files += len(names)
            self.bytes += sum(os.path.getsize(os.path.join(where, name)) for name in names)
        self.section3 = 0
        with open(os.path.join(folder, "truth.jsonl"), encoding="utf-8") as lines:
            for line in lines:
                for row, values in json.loads(line)["rows"].items():
                    if row.startswith("applications/"):
                        self.section3 += sum(value for value in values if value is not None)

    @classmethod
    def made(cls, folder, layouts, count, seed=1):
        """Makes it, unless it is there."""
        mark = os.path.join(folder, "complete")
        if not os.path.exists(mark):
            shutil.rmtree(folder, ignore_errors=True)
            _make(folder, layouts, count, seed)
            open(mark, "w").close()
        return cls(folder)

    def linked(self, folder, times):
        """The same reports `times` over, as hard links under other names."""
        if not os.path.exists(os.path.join(folder, "complete")):
            shutil.rmtree(folder, ignore_errors=True)
            for turn in range(times):
                shutil.copytree(
                    self.reports, os.path.join(folder, "reports", str(turn)), copy_function=os.link)
            open(os.path.join(folder, "complete"), "w").close()
        return os.path.join(folder, "reports")


def _make(folder, layouts, count, seed):
    layout_names, families = layouts
    if os.path.exists(GENERATOR):
        command = [sys.executable, GENERATOR, folder, "--plain", "--layouts", layout_names]
    else:
        tool = ["swift", "run", "--package-path", ROOT, "-c", "release", "gongkai-accuracy"]
        command = tool + ["corpus", folder, "--irregularity", "none", "--family", families]
    subprocess.run(command + ["--count", str(count), "--seed", str(seed)], check=True, stdout=subprocess.DEVNULL)


#: The layouts by the names that the two generators have for them.
TEXT = ("tab,pipe,ocr,pdftext", "tabs,trailing_pipes,cell_lines,markdown_table")
HTML = ("html", "html")


def section3_of(output):
    """The sum of all values in a run's table of section 3."""
    import csv
    with open(os.path.join(output, "applications.csv"), encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        value = next(rows).index("value")
        return sum(int(row[value]) for row in rows if row[value])
