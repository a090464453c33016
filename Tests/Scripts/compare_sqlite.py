"""compare_sqlite.py OUT: holds OUT/gongkai.sqlite against the CSV beside it, cell by cell and row by row."""
import sqlite3
import sys
from decimal import Decimal
from pathlib import Path

import tables

AFFINITIES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "NUMERIC"}

folder = Path(sys.argv[1])
database = sqlite3.connect(f"file:{folder / 'gongkai.sqlite'}?mode=ro", uri=True)
cells = 0
for table, (fields, rows) in tables.load(folder).items():
    columns = database.execute(f'PRAGMA table_info("{table}")').fetchall()
    assert [column[1] for column in columns] == [field["name"] for field in fields], table
    assert [column[2] for column in columns] == [AFFINITIES[field["type"]] for field in fields], table
    count = 0
    for found, expected in zip(database.execute(f'SELECT * FROM "{table}" ORDER BY rowid'), rows, strict=True):
        for field, mine, theirs in zip(fields, found, expected, strict=True):
            if field["type"] == "boolean" and mine is not None:
                mine = bool(mine)
            elif field["type"] in ("integer", "number") and mine is not None:
                # More digits than a real has stand as their digits.
                assert isinstance(mine, bytes) == (theirs % 1 != 0 and tables.digits(theirs) > 15), (table, theirs)
                mine = Decimal(mine.decode() if isinstance(mine, bytes) else repr(mine))
            tables.compare(table, field["name"], count + 1, mine, theirs)
            cells += 1
        count += 1
assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
assert database.execute("PRAGMA foreign_key_check").fetchall() == []
views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
for view in views:
    database.execute(f'SELECT * FROM "{view}"').fetchall()
print(f"{cells} cells equal, {len(views)} views")
