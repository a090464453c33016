#!/usr/bin/env python3
"""Section 3 of every report with DuckDB: duckdb_section3.py FOLDER OUT.csv"""

import sys

import duckdb

from section3 import COLUMNS, END, FORMS, ROWS, RUN, START


def main():
    folder, output = sys.argv[1:3]
    connection = duckdb.connect()
    connection.execute("SET threads = 2; SET preserve_insertion_order = true")
    connection.execute("CREATE TABLE form_row (count INTEGER, form VARCHAR, place INTEGER, outcome VARCHAR)")
    connection.executemany(
        "INSERT INTO form_row VALUES (?, ?, ?, ?)",
        [(count, FORMS[count], place, name) for count, names in ROWS.items() for place, name in enumerate(names)])
    connection.execute("CREATE TABLE applicant (column_place INTEGER, applicant VARCHAR)")
    connection.executemany("INSERT INTO applicant VALUES (?, ?)", list(enumerate(COLUMNS)))
    connection.execute(
        """
        CREATE TABLE result AS
        WITH section AS (
            SELECT filename AS path, regexp_extract(content, $pattern, 1, 's') AS text FROM read_text($files)
        ), found AS (
            SELECT path, regexp_extract_all(text, $run) AS runs FROM section
        ), placed AS (
            SELECT path, len(runs) AS count, unnest(runs) AS run, unnest(range(len(runs))) AS place FROM found
        ), named AS (
            SELECT path, form, place, outcome, regexp_extract_all(run, '[0-9]+') AS numbers
            FROM placed JOIN form_row USING (count, place)
        ), value AS (
            SELECT path, form, place, outcome, unnest(numbers) AS value, unnest(range(len(numbers))) AS column_place
            FROM named
        )
        SELECT path, form, place, outcome, column_place, applicant, CAST(value AS BIGINT) AS value
        FROM value JOIN applicant USING (column_place)
        """,
        {"pattern": START + "(.*?)" + END, "run": RUN.replace(r"\d", "[0-9]"), "files": folder + "/*/*"})
    connection.execute(
        f"COPY (SELECT path, form, outcome, applicant, value FROM result ORDER BY path, place, column_place) "
        f"TO '{output}' (FORMAT csv, HEADER)")
    print(connection.execute("SELECT sum(value) FROM result").fetchone()[0])


if __name__ == "__main__":
    main()
