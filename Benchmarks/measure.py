"""Runs programs and says what they took: wall time, processor time, memory, instructions."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Run:
    """One run of a program. Seconds and bytes."""

    wall: float
    user: float
    system: float
    memory: int
    output: str
    status: int


def run(command, environment=None):
    """Runs a program to its end. Memory is the peak of the program or of the largest of its children."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=errors, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        output = out.read().decode("utf-8", "replace")
        if process.returncode != 0:
            errors.seek(0)
            output += errors.read().decode("utf-8", "replace")
    return Run(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss * 1024, output, process.returncode)


@dataclass
class Result:
    """Several runs of one program, taken in turns with those of the others."""

    name: str
    runs: list
    #: What is wrong with its answer; empty where it is right.
    fault: str = ""

    @property
    def wall(self):
        return statistics.median(one.wall for one in self.runs)

    @property
    def processor(self):
        return statistics.median(one.user + one.system for one in self.runs)

    @property
    def memory(self):
        return max(one.memory for one in self.runs)


def in_turns(programs, rounds):
    """Runs every program once a round, so that what else the machine does meets all of them alike.

    programs: (name, command, check) each; `check` takes a Run and gives what is wrong with it, or "".
    """
    results = [Result(name, []) for name, _, _ in programs]
    for _ in range(rounds):
        for result, (_, command, check) in zip(results, programs):
            one = run(command)
            result.runs.append(one)
            result.fault = result.fault or check(one)
    return results


#: The stages, by the function whose calls they are; `Emit.render` is what the workers do, `Emit.write` what follows.
STAGES = (
    ("Discover", r"Discover\d*\w*10DiscovererV8discover|8Discover10DiscovererV8discover"),
    ("Decode: read", r"6Decode0A6WorkerC4load"),
    ("Decode: text", r"6Decode14DocumentReaderC4read"),
    ("SHA-256", r"5Bytes12SHA256HasherV6update"),
    ("Segment", r"7Segment9SegmenterV7segment"),
    ("Extract", r"7Extract9ExtractorV7extract"),
    ("Normalize", r"9Normalize10NormalizerV9normalize"),
    ("Narrative: facts", r"9Narrative10FactFinderV5facts"),
    ("Narrative: metadata", r"9Narrative14MetadataReaderV8complete"),
    ("Narrative: checks", r"9Narrative10PartChecksV6checks"),
    ("Emit: render", r"4Emit8RendererV6render"),
    ("Emit: write", r"4Emit12OutputFolderC6append"),
    ("Emit: finish", r"4Emit12OutputFolderC6finish"),
)


class Instructions:
    """What callgrind counted of one run: all instructions, those of each object file, and of functions with what they call."""

    #: What depends on the machine more than on this program: hashing by the processor's own instructions, loading.
    FOREIGN = ("libcrypto", "ld-linux")

    def __init__(self, command):
        if shutil.which("valgrind") is None:
            sys.exit("valgrind is needed: apt-get install valgrind")
        with tempfile.TemporaryDirectory() as folder:
            # Valgrind cannot read the newest debugging information.
            program = os.path.join(folder, "program")
            subprocess.run(["objcopy", "--strip-debug", command[0], program], check=True)
            path = os.path.join(folder, "callgrind")
            done = subprocess.run(
                ["valgrind", "--tool=callgrind", "--callgrind-out-file=" + path, program] + command[1:],
                capture_output=True, text=True, env=os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"})
            if done.returncode != 0:
                sys.exit(f"valgrind failed:\n{done.stderr}")
            self.objects, self.functions = _read(path)

    @property
    def own(self):
        """All instructions but foreign ones."""
        return sum(
            count for name, count in self.objects.items()
            if not any(os.path.basename(name).startswith(foreign) for foreign in self.FOREIGN))

    def stage(self, pattern):
        """Of the costliest function whose mangled name matches, with all that it calls."""
        found = [count for name, count in self.functions.items() if re.search(pattern, name)]
        return max(found, default=0)


def _read(path):
    objects, functions, names, files = {}, {}, {}, {}
    here, function, calls = "", "", False

    def name(table, text):
        number, _, rest = text.partition(" ")
        if rest:
            table[number] = rest
        return table.get(number, number)

    with open(path) as lines:
        for line in lines:
            if line.startswith("ob="):
                here = name(files, line[3:].strip())
            elif line.startswith("fn="):
                function = name(names, line[3:].strip())
            elif line.startswith("cfn="):
                name(names, line[4:].strip())
            elif line.startswith("cob="):
                name(files, line[4:].strip())
            elif line.startswith("calls="):
                calls = True
            elif line[:1] in "0123456789+-*":
                cost = int(line.split()[1])
                functions[function] = functions.get(function, 0) + cost
                if not calls:
                    objects[here] = objects.get(here, 0) + cost
                calls = False
    return objects, functions
