"""What the readers of this folder share: the CSV of an output as typed values."""
import csv
import json
from decimal import Decimal
from pathlib import Path

csv.field_size_limit(1 << 30)


def load(folder):
    """-> {table: (fields of the schema, rows of values)}: None, str, Decimal, bool. Dates are str."""
    folder = Path(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    tables = {}
    for resource in package["resources"]:
        if not resource["path"].endswith(".csv"):
            continue
        fields = resource["schema"]["fields"]
        with open(folder / resource["path"], encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            assert next(reader) == [field["name"] for field in fields], resource["path"]
            rows = [[value(text, field["type"]) for text, field in zip(row, fields)] for row in reader]
        tables[resource["name"]] = (fields, rows)
    return tables


def value(text, kind):
    if text == "":
        return None
    if kind in ("integer", "number"):
        return Decimal(text)
    if kind == "boolean":
        return text == "true"
    return text


def compare(table, column, row, found, expected):
    if found != expected or type(found) is not type(expected):
        raise SystemExit(f"{table}.{column}, row {row}: {found!r} instead of {expected!r}")


def digits(number):
    return len(number.as_tuple().digits)
