#!/usr/bin/env python3
"""Section 3 of every report with polars: polars_section3.py FOLDER OUT.csv"""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import polars as pl

from section3 import COLUMNS, END, FORMS, ROWS, RUN, START


def content(path):
    with open(path, "rb") as file:
        return file.read().decode("utf-8")


def main():
    folder, output = sys.argv[1:3]
    paths = sorted(os.path.join(where, name) for where, _, names in os.walk(folder) for name in names)
    with ThreadPoolExecutor(2) as pool:
        texts = list(pool.map(content, paths, chunksize=256))
    rows = pl.concat([
        pl.DataFrame({"outcome": names}).with_row_index("place").with_columns(
            count=pl.lit(count, dtype=pl.UInt32), form=pl.lit(FORMS[count]))
        for count, names in ROWS.items()
    ])
    applicants = pl.DataFrame({"applicant": COLUMNS}).with_row_index("column")
    table = (
        pl.LazyFrame({"path": paths, "text": texts})
        .select(
            "path",
            runs=pl.col("text").str.extract("(?s)" + START + "(.*?)" + END, 1).str.extract_all(RUN),
        )
        .with_columns(count=pl.col("runs").list.len(), place=pl.int_ranges(0, pl.col("runs").list.len(), dtype=pl.UInt32))
        .explode("runs", "place")
        .join(rows.lazy(), on=["count", "place"], how="inner", maintain_order="left")
        .select(
            "path", "form", "outcome",
            value=pl.col("runs").str.extract_all(r"\d+"),
        )
        .with_columns(column=pl.int_ranges(0, pl.col("value").list.len(), dtype=pl.UInt32))
        .explode("value", "column")
        .join(applicants.lazy(), on="column", how="inner", maintain_order="left")
        .select("path", "form", "outcome", "applicant", pl.col("value").cast(pl.Int64))
        .collect()
    )
    table.write_csv(output)
    print(table["value"].sum())


if __name__ == "__main__":
    main()
