"""compare_converted.py OUT SHEETS: holds what LibreOffice made of OUT/gongkai.xlsx, a CSV a sheet with texts in quotes and
formulas as their values, against the CSV of the run, cell by cell."""
import sys
from decimal import Decimal
from pathlib import Path

import tables


def records(text):
    """-> the fields of each record as (value, stood in quotes)."""
    row, position = [], 0
    while position < len(text):
        if text[position] == '"':
            value = ""
            while True:
                end = text.index('"', position + 1)
                value += text[position + 1 : end]
                position = end + 1
                if text[position] != '"':
                    break
                value += '"'
            row.append((value, True))
        else:
            start = position
            while text[position] not in ",\n":
                position += 1
            row.append((text[start:position], False))
        if text[position] == "\n":
            yield row
            row = []
        position += 1


folder, converted = Path(sys.argv[1]), Path(sys.argv[2])
cells = 0
for table, (fields, rows) in tables.load(folder).items():
    text = (converted / f"gongkai-{table}.csv").read_text(encoding="utf-8-sig")
    found = list(records(text))
    assert [value for value, _ in found[0]] == [field["title"] for field in fields], table
    assert [value for value, _ in found[1]] == [field["name"] for field in fields], table
    assert len(found) == len(rows) + 2, (table, len(found), len(rows))
    for number, (row, expected) in enumerate(zip(found[2:], rows), start=1):
        for field, (mine, is_text), theirs in zip(fields, row, expected, strict=True):
            if theirs is None:
                assert mine == "", (table, field["name"], number, mine)
            elif field["type"] in ("integer", "number") and tables.digits(theirs) <= 15:
                assert not is_text and Decimal(mine) == theirs, (table, field["name"], number, mine, theirs)
            elif field["type"] == "boolean":
                assert not is_text and mine == str(theirs).upper(), (table, field["name"], number, mine, theirs)
            elif field["type"] == "date" and theirs >= "1900-03-01":
                assert not is_text and mine == theirs, (table, field["name"], number, mine, theirs)
            else:
                assert is_text and mine == str(theirs), (table, field["name"], number, mine, theirs)
            cells += 1
print(f"{cells} cells equal")
