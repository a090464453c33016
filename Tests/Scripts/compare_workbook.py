"""compare_workbook.py OUT: holds OUT/gongkai.xlsx, as openpyxl reads it, against the CSV beside it, cell by cell.

Sheets in the arguments behind OUT are expected to be left out."""
import datetime
import sys
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.utils.escape import unescape

import tables

LIMIT = 32_767
MARK = "…〔截断 truncated〕"

folder = Path(sys.argv[1])
left_out = sys.argv[2:]
book = openpyxl.load_workbook(folder / "gongkai.xlsx")
expected_tables = tables.load(folder)
assert book.sheetnames == ["说明"] + [name for name in expected_tables if name not in left_out], book.sheetnames
cells = 0
links = 0
for table, (fields, rows) in expected_tables.items():
    if table in left_out:
        continue
    sheet = book[table]
    assert [cell.value for cell in sheet[1]] == [field["title"] for field in fields], table
    assert [cell.value for cell in sheet[2]] == [field["name"] for field in fields], table
    assert sheet.freeze_panes == "B3", sheet.freeze_panes
    if rows:
        assert sheet.auto_filter.ref == f"A2:{openpyxl.utils.get_column_letter(len(fields))}{len(rows) + 2}"
    assert sheet.max_row == len(rows) + 2, (table, sheet.max_row)
    for number, (row, expected) in enumerate(zip(sheet.iter_rows(min_row=3), rows), start=1):
        for field, cell, theirs in zip(fields, row, expected, strict=True):
            mine = cell.value
            assert cell.data_type != "f", (table, field["name"], mine)
            if cell.hyperlink is not None:
                assert cell.hyperlink.target is None and cell.hyperlink.location, (table, cell.coordinate)
                links += 1
            if theirs is not None and field["type"] in ("integer", "number"):
                if tables.digits(theirs) > 15:
                    theirs = str(theirs)
                else:
                    assert isinstance(mine, (int, float)), (table, field["name"], mine)
                    mine = Decimal(repr(mine))
            elif theirs is not None and field["type"] == "date" and theirs >= "1900-03-01":
                assert isinstance(mine, datetime.datetime), (table, field["name"], mine)
                mine = mine.date().isoformat()
            elif isinstance(theirs, str):
                # As spreadsheet programs do: openpyxl leaves characters that XML cannot hold in their written form.
                mine = unescape(mine)
                units = len(theirs.encode("utf-16-le")) // 2
                if units > LIMIT:
                    assert mine.endswith(MARK) and theirs.startswith(mine[: -len(MARK)]), (table, number)
                    assert len(mine.encode("utf-16-le")) // 2 > LIMIT - 2
                    cells += 1
                    continue
                theirs = theirs.replace("\0", "\ufffd").replace("\uffff", "\ufffd").replace("\ufffe", "\ufffd")
            tables.compare(table, field["name"], number, mine, theirs)
            cells += 1
print(f"{cells} cells equal, {links} links")
