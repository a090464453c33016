"""run_examples.py FILE FOLDER [--write]: runs the examples of a Markdown file in a folder that holds `out`, and holds what they print
against what the file says they print; --write puts in what they print.

An example is a block whose info string has a program behind its language (`sql sqlite`); the block behind it is what it prints. Lines are
held to each other word by word. An example whose program is not there is passed over, with a word."""
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

BLOCK = re.compile(r"^```(\w+ [\w ]+)\n(.*?)^```\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}


def command(words, body):
    """-> what to run, and what it reads; None where something is missing."""
    if words[0] == "python":
        return ([sys.executable, "-"], body) if all(importlib.util.find_spec(word) for word in words[1:]) else None
    if words[1] == "sqlite":
        return (["sqlite3", "-header", "out/gongkai.sqlite"], body) if shutil.which("sqlite3") else None
    if words[1] == "R":
        return (["Rscript", "-"], body) if shutil.which("Rscript") else None
    if words[1] == "formulas":
        return (["soffice"], body) if shutil.which("soffice") and importlib.util.find_spec("openpyxl") else None
    raise SystemExit(f"no program {words[1]}")


def formulas(body, folder):
    """What LibreOffice makes of formulas on a sheet of their own behind those of the workbook."""
    import openpyxl

    book = openpyxl.load_workbook(folder / "out" / "gongkai.xlsx")
    sheet = book.create_sheet("formulas")
    for number, formula in enumerate(body.splitlines(), start=1):
        sheet.cell(number, 1).value = formula
    book.save(folder / "formulas.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder.resolve()}/profile", "--headless", "--convert-to",
         f"csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,{len(book.sheetnames)}", "formulas.xlsx"],
        cwd=folder, check=True, capture_output=True)
    return next(folder.glob("formulas*.csv")).read_text(encoding="utf-8-sig")


def main():
    file, folder = Path(sys.argv[1]), Path(sys.argv[2])
    text = file.read_text(encoding="utf-8")
    ran, passed_over, wrong = 0, [], []

    def run(match):
        nonlocal ran
        words = match[1].split()
        call = command(words, match[2])
        if call is None:
            passed_over.append(" ".join(words[1:]))
            return match[0]
        if call[0] == ["soffice"]:
            printed = formulas(match[2], folder)
        else:
            done = subprocess.run(call[0], input=call[1], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, encoding="utf-8")
            printed = done.stdout if done.returncode == 0 else done.stdout + done.stderr
        ran += 1
        if [line.split() for line in printed.splitlines()] != [line.split() for line in match[3].splitlines()]:
            wrong.append(f"{match[2]}prints\n{printed}instead of\n{match[3]}")
        return match[0].replace(f"```text\n{match[3]}```", f"```text\n{printed}```")

    written = BLOCK.sub(run, text)
    if "--write" in sys.argv:
        file.write_text(written, encoding="utf-8")
    elif wrong:
        raise SystemExit("\n".join(wrong))
    print(f"{ran} examples" + (f"; not there: {', '.join(passed_over)}" if passed_over else ""))


main()
