#!/usr/bin/env python3
"""No one-letter word (a, i, o, u, w, z) ends a line or a line of a table cell, by `pdftotext -bbox-layout`.

usage: one_letter.py FILE.pdf...
A word ends a line when nothing follows on it, or what follows is as far away as the next cell. A word that is alone does
not end a line.
Exit 0 when none does; the last line counts the one-letter words that were looked at.
"""
import pathlib
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

import plain_pdf

LETTERS = set("aiouwz")
OPENING = "„(–"
SAME_SPACE = 1.6    # in a justified line all spaces are equal; over the rule between two cells it is three times as far
NAMESPACE = "{http://www.w3.org/1999/xhtml}"


class Word:
    def __init__(self, element):
        self.text = element.text or ""
        self.left, self.right = float(element.get("xMin")), float(element.get("xMax"))
        self.top, self.bottom = float(element.get("yMin")), float(element.get("yMax"))

    def is_one_letter(self):
        return self.text.lstrip(OPENING).lower() in LETTERS

    def shares_line(self, other):
        return min(self.bottom, other.bottom) - max(self.top, other.top) > (self.bottom - self.top) / 2

    def gap_to(self, other):
        return other.left - self.right


def pages_of(path):
    done = subprocess.run(["pdftotext", "-bbox-layout", str(path), "-"], capture_output=True, check=True)
    for page in ElementTree.fromstring(done.stdout).iter(f"{NAMESPACE}page"):
        yield [Word(word) for word in page.iter(f"{NAMESPACE}word")]


def ends_line(word, words):
    """Nothing to the right at all, or only much farther away than the word on the left: over a table's rule."""
    beside = [other for other in words if other is not word and word.shares_line(other)]
    before = min((other.gap_to(word) for other in beside if other.left < word.left), default=None)
    behind = min((word.gap_to(other) for other in beside if other.left > word.left), default=None)
    if before is None or before > word.bottom - word.top:
        return False    # alone in its line or cell
    return behind is None or behind > SAME_SPACE * max(before, 0) + 1


def look(path):
    """(how many one-letter words, those at a line's end with the words of their line)."""
    count, found = 0, []
    for number, words in enumerate(pages_of(path), 1):
        for word in words:
            if word.is_one_letter():
                count += 1
                if ends_line(word, words):
                    line = sorted((other for other in words if word.shares_line(other)), key=lambda other: other.left)
                    found.append(f"page {number}: „{' '.join(other.text for other in line)}” ends with „{word.text}”")
    return count, found


def control_faults():
    """Whether the check sees a line, and a table cell's line, that end with „w”, and lets good ones pass."""
    lines = [(72, 700, "Ala idzie w"), (72, 686, "las i pole")]
    cells = [(72, 700, "Dom w"), (114, 700, "Szko\\314a"), (72, 686, "mie\\234cie"), (114, 686, "nr 1")]
    good = [(72, 700, "Ala idzie"), (72, 686, "w las i pole"), (300, 686, "a")]
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "control.pdf"
        for name, texts, wanted in (("line", lines, 1), ("cell", cells, 1), ("good", good, 0)):
            path.write_bytes(plain_pdf.plain_pdf(texts))
            if len(look(path)[1]) != wanted:
                faults.append(f"control: {name}: {len(look(path)[1])} found instead of {wanted}")
    return faults


def check(paths, report):
    """How many one-letter words were looked at."""
    for fault in control_faults():
        report(fault)
    total = 0
    for path in paths:
        count, found = look(path)
        total += count
        for one in found:
            report(f"{path}: {one}")
    if total == 0:
        report("no one-letter word was looked at")
    return total


def main():
    paths = [pathlib.Path(name) for name in sys.argv[1:]]
    problems = []
    total = check(paths, problems.append)
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    print(f"one-letter words: {total} in {len(paths)} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
