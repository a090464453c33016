"""Holds the statistics of every column chunk against its values. usage: statistics.py FILE..."""
import sys

import pyarrow.parquet as pq

chunks = 0
for path in sys.argv[1:]:
    file = pq.ParquetFile(path)
    for group in range(file.num_row_groups):
        table = file.read_row_group(group)
        for index, name in enumerate(table.column_names):
            chunks += 1
            told = file.metadata.row_group(group).column(index).statistics
            values = [value for value in table.column(name).to_pylist() if value is not None]
            assert told is not None and told.null_count == table.num_rows - len(values), (path, name, told)
            # No text is above one of the last character of all.
            if not any(isinstance(value, str) and value.startswith("\U0010ffff" * 16) for value in values):
                assert told.has_min_max == bool(values), (path, name, told)
            if not told.has_min_max:
                continue
            if values:
                key = (lambda v: v.encode()) if isinstance(values[0], str) else (lambda v: v)
                low, high = key(told.min), key(told.max)
                least, greatest = min(map(key, values)), max(map(key, values))
                assert low <= least and greatest <= high, (path, name, low, least, greatest, high)
                if not isinstance(values[0], str) or len(least) <= 64:
                    assert low == least, (path, name, low, least)
                if not isinstance(values[0], str) or len(greatest) <= 64:
                    assert high == greatest, (path, name, high, greatest)
print(f"{chunks} chunks agree")
