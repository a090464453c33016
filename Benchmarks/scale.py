"""Inputs of a size that shows what grows with it: made on the fly, removed by nobody."""

import gzip
import json
import os

#: Enough of a report to be one, and no more.
SHORT = (
    "南亭县林业局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n2023年，本局主动公开政府信息{number}条。\n\n"
    "二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
    "五、存在的主要问题及改进情况\n\n六、其他需要报告的事项\n")


def inputs(work, count):
    """Gives name, path and number of documents of each input."""
    files = os.path.join(work, f"files-{count}")
    _once(files, lambda: [_write(os.path.join(files, f"{number}.txt"), number) for number in range(count)])
    yield f"{count} files in one folder", files, count
    folders = os.path.join(work, f"folders-{count}")

    def make_folders():
        for number in range(count):
            folder = os.path.join(folders, str(number))
            os.makedirs(folder, exist_ok=True)
            _write(os.path.join(folder, "report.txt"), number)
    _once(folders, make_folders)
    yield f"{count} folders of one file", folders, count
    lines = os.path.join(work, f"lines-{count}.jsonl.gz")
    if not os.path.exists(lines):
        with gzip.open(lines + ".new", "wt", compresslevel=1, encoding="utf-8") as file:
            for number in range(count):
                record = {"id": str(number), "text": SHORT.format(number=number)}
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        os.rename(lines + ".new", lines)
    yield f"a container of {count} records", lines, count


def _once(folder, make):
    if os.path.exists(folder + ".complete"):
        return
    os.makedirs(folder, exist_ok=True)
    make()
    open(folder + ".complete", "w").close()


def _write(path, number):
    with open(path, "w", encoding="utf-8") as file:
        file.write(SHORT.format(number=number))
