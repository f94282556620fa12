"""What compare-locales and moz.l10n say of each mistake in this folder, as the table `others.csv`.

Started by the part `translators` of `cargo xtask test` in an environment that has both. With the folder of the shop's own texts as an
argument, it reads those first, and ends with an error when one of them cannot be read.
"""

import csv
import io
import logging
import re
import shutil
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from compare_locales.commands import CompareLocales
from moz.l10n.resource import parse_resource

HERE = Path(__file__).parent
LANGUAGES = ["ug", "zh-Hans", "es"]
PROJECT = """basepath = "."
locales = ["{language}"]
[[paths]]
reference = "en/*.ftl"
l10n = "{{locale}}/*.ftl"
"""


def compared(folder):
    """The findings of compare-locales, in a word or two each. Its command is called here: starting it anew takes half a second."""
    printed, failed = io.StringIO(), False
    with redirect_stdout(printed):
        try:
            failed = bool(CompareLocales().handle(config_paths=[str(folder / "l10n.toml")], l10n_base_dir=str(folder)))
        except (Exception, SystemExit):  # Whatever would end the command.
            failed = True
    said = []
    for line in map(str.strip, printed.getvalue().splitlines()):
        if line.startswith(("ERROR", "WARNING")):
            said.append(line.split(": ", 1)[-1])
        elif re.fullmatch(r"\+\S+", line):
            said.append("missing")
        elif re.fullmatch(r"-\S+", line):
            said.append("not in English")
        elif line.startswith("// add and localize"):
            said.append("file is missing")
        elif line.startswith("// remove"):
            said.append("file not in English")
    if not said and failed:
        return "ends with an error of its own"
    said = [re.sub(r"Unparsed content.*", "lines it cannot read", line, flags=re.S) for line in said]
    said = [re.sub(r" at line \d+, column \d+ for .*", "", line).replace('"', "") for line in said]
    said = [re.sub("\ufffd in: .*", "a sign that is no letter", line) for line in said]
    return "; ".join(dict.fromkeys(said))


def read(folder):
    """Whether moz.l10n reads the files."""
    said = ""
    for file in sorted(folder.glob("*.ftl")):
        try:
            parse_resource(str(file))
        except RecursionError:
            said = "ends with an error of its own"
        except Exception:  # Each kind of file has its own.
            said = "cannot be read"
    return said


def row(job):
    mistake, language = job
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "l10n.toml").write_text(PROJECT.format(language=language))
        (folder / "en").mkdir()
        shutil.copy(mistake / "en.ftl", folder / "en/shop.ftl")
        if not (mistake / f"{language}.no-folder").exists():
            (folder / language).mkdir()
        for ending, name in (("ftl", "shop.ftl"), ("copy.ftl", "shop (1).ftl")):
            file = mistake / f"{language}.{ending}"
            if file.exists():
                shutil.copy(file, folder / language / name)
        return [mistake.name, language, compared(folder), read(folder / language)]


def main():
    for folder in sys.argv[1:]:
        for language in ["en", *LANGUAGES]:
            if said := read(Path(folder) / language):
                sys.exit(f"moz.l10n: {folder}/{language} {said}")
    mistakes = sorted(path for path in HERE.iterdir() if path.is_dir())
    endings = ["ftl", "no-file", "no-folder"]
    jobs = [
        (mistake, language)
        for mistake in mistakes
        for language in LANGUAGES
        if any((mistake / f"{language}.{ending}").exists() for ending in endings)
    ]
    # What it would say of its own mistakes is no finding.
    logging.disable(logging.CRITICAL)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["mistake", "language", "compare-locales", "moz.l10n"])
    table.writerows(map(row, jobs))


if __name__ == "__main__":
    main()
