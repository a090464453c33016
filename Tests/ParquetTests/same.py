"""Holds the Parquet tables of an output against its CSV, cell by cell, as pyarrow, DuckDB and polars read them.

usage: same.py DIR READER [partitioned]
"""
import csv
import datetime
import decimal
import json
import os
import sys

folder, reader = sys.argv[1], sys.argv[2]
is_parted = len(sys.argv) > 3
csv.field_size_limit(1 << 30)
description = json.load(open(os.path.join(folder, "datapackage.json")))
tables = [r for r in description["resources"] if r["path"].endswith(".csv")]


def rows_of(path, columns):
    if reader == "pyarrow":
        import pyarrow.parquet as pq
        file = pq.ParquetFile(path)
        assert file.schema_arrow.names == columns, file.schema_arrow.names
        for batch in file.iter_batches(batch_size=10_000):
            yield from zip(*[batch.column(i).to_pylist() for i in range(len(columns))])
    elif reader == "duckdb":
        import duckdb
        found = duckdb.connect().execute(f"select * from read_parquet('{path}', hive_partitioning=false)")
        assert [column[0] for column in found.description] == columns, found.description
        while True:
            rows = found.fetchmany(10_000)
            if not rows:
                break
            yield from rows
    else:
        import polars as pl
        frame = pl.read_parquet(path, hive_partitioning=False)
        assert frame.columns == columns, frame.columns
        yield from frame.iter_rows()


def value(text, kind):
    """What a field of CSV stands for."""
    if text == "":
        return None
    if kind == "integer":
        return int(text)
    if kind == "number":
        return decimal.Decimal(text)
    if kind == "boolean":
        return {"true": True, "false": False}[text]
    if kind == "date":
        return datetime.date.fromisoformat(text)
    return text


years = {}
cells = 0
for table in tables:
    name = table["name"]
    fields = table["schema"]["fields"]
    columns = [field["name"] for field in fields]
    kinds = [field["type"] for field in fields]
    with open(os.path.join(folder, table["path"]), encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        assert next(lines) == columns
        expected = ([value(text, kind) for text, kind in zip(line, kinds)] for line in lines)
        if os.path.isdir(os.path.join(folder, name)):
            assert is_parted
            parts = {}
            if name == "reports":
                expected = list(expected)
                years = {row[0]: row[columns.index("year")] for row in expected}
            kept = [i for i, column in enumerate(columns) if column != "year"]
            for row in expected:
                parts.setdefault(years[row[0]], []).append([row[i] for i in kept])
            found = {entry for entry in os.listdir(os.path.join(folder, name))}
            named = {f"year={'__HIVE_DEFAULT_PARTITION__' if year is None else year}": rows for year, rows in parts.items()}
            if not named:
                named = {"year=__HIVE_DEFAULT_PARTITION__": []}
            assert found == set(named), (found, set(named))
            work = [
                (os.path.join(folder, name, part, "part-0.parquet"), [columns[i] for i in kept], rows)
                for part, rows in named.items()
            ]
        else:
            work = [(os.path.join(folder, f"{name}.parquet"), columns, expected)]
        for path, names, rows in work:
            count = 0
            got = rows_of(path, names)
            for left, right in zip(rows, got, strict=True):
                count += 1
                for column, a, b in zip(names, left, right):
                    if isinstance(b, float):
                        a = float(a)
                    assert type(a) is type(b) and a == b, f"{path} row {count} {column}: {a!r} in CSV, {b!r}"
                    cells += 1

if is_parted:
    # The readers find the years in the paths.
    counts = {}
    for year in years.values():
        counts[year] = counts.get(year, 0) + 1
    glob = os.path.join(folder, "reports", "*", "*.parquet")
    if reader == "pyarrow":
        import pyarrow as pa
        import pyarrow.dataset as ds
        years_in_paths = ds.partitioning(pa.schema([("year", pa.int64())]), flavor="hive")
        table = ds.dataset(os.path.join(folder, "reports"), partitioning=years_in_paths).to_table()
        found = {}
        for year in table.column("year").to_pylist():
            found[year] = found.get(year, 0) + 1
    elif reader == "duckdb":
        import duckdb
        found = dict(duckdb.sql(f"select year, count(*) from read_parquet('{glob}', hive_partitioning=true) group by 1").fetchall())
    else:
        import polars as pl
        found = dict(pl.scan_parquet(glob, hive_partitioning=True).group_by("year").len().collect().iter_rows())
    found = {None if year is None or year == "__HIVE_DEFAULT_PARTITION__" else int(year): n for year, n in found.items()}
    assert found == counts, (found, counts)

print(f"{cells} cells agree")
