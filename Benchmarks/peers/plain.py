#!/usr/bin/env python3
"""Section 3 of every report with Python's own `re` and `csv`: plain.py FOLDER OUT.csv [JOBS]"""

import csv
import io
import os
import re
import sys
from multiprocessing import Pool

from section3 import COLUMNS, END, FORMS, ROWS, RUN, START

end = re.compile(END)
run = re.compile(RUN)
number = re.compile(r"\d+")


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    start = text.find(START)
    if start < 0:
        return "", 0
    stop = end.search(text, start)
    runs = run.findall(text, start, stop.start() if stop else len(text))
    names = ROWS.get(len(runs))
    if names is None:
        return "", 0
    form = FORMS[len(runs)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    total = 0
    for row, values in zip(names, runs):
        for column, value in zip(COLUMNS, number.findall(values)):
            writer.writerow((path, form, row, column, value))
            total += int(value)
    return out.getvalue(), total


def main():
    folder, output = sys.argv[1:3]
    jobs = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    paths = [os.path.join(where, name) for where, _, names in os.walk(folder) for name in names]
    paths.sort()
    total = 0
    with open(output, "w", encoding="utf-8", newline="") as file:
        file.write("path,form,outcome,applicant,value\n")
        with Pool(jobs) as pool:
            for rows, part in pool.imap(read, paths, chunksize=64):
                file.write(rows)
                total += part
    print(total)


if __name__ == "__main__":
    main()
