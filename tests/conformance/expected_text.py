#!/usr/bin/env python3
"""The text on paper equals the text that template and data say, by pdftotext and a second reading of both.

usage: expected_text.py DEMO [--akces BINARY]
DEMO is what `akces demo --out DEMO` left. With --akces the RODO notice is also generated and compared by itself.
Exit 0 when every document has exactly its text; the last line counts them.
"""
import argparse
import base64
import collections
import pathlib
import re
import subprocess
import sys
import tempfile

import template_data
import template_language

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIBRARY = ROOT / "templates/library"
SAMPLES = {"bedzin": "bedzin-2019-11-27", "knurow": "knurow-2019-11-13"}
NOTICE = "PRZYKŁAD – podpisy pokazowe"


def source_of(town):
    folder, name = ROOT / "config/samples", SAMPLES[town]
    return template_data.Source(template_data.load(folder / f"{name}.json"), template_data.load(folder / f"{name}-office.json"))


def lines_of(template, data):
    return template_language.Binder(LIBRARY, data).bind(template)


def expected_documents():
    """(town, file name pattern, lines) of all that a demonstration issues."""
    for town in SAMPLES:
        source = source_of(town)
        if source.is_joint():
            yield town, "deklaracja-wspolna.pdf", lines_of("deklaracja-wspolna", source.joint())
        else:
            for one in source.parties():
                yield town, f"deklaracja-{one['order']:02}-*.pdf", lines_of("deklaracja", source.individual(one))
        yield town, "lista-obecnosci.pdf", lines_of("lista-obecnosci", source.attendance())


# --- what the file says

def pages_of(path, *options):
    """The words of each page."""
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    pages = done.stdout.decode("utf-8").split("\f")
    return [page.split() for page in pages[:-1]]


def identifier_of(path):
    """The document's identifier, as the file's /ID has it: its first 80 bits in Base32."""
    found = re.search(rb"/ID\s*\[\s*<([0-9A-Fa-f]{32})>", path.read_bytes())
    return base64.b32encode(bytes.fromhex(found[1].decode())[:10]).decode() if found else "no /ID"


# --- the comparison

class Expected:
    """Words in reading order, each with its line."""

    def __init__(self, lines):
        self.lines = lines
        self.words = [(word, line) for line in lines for word in line.text.split()]
        self.head = " ".join(line.text for line in lines if line.kind == "head").split()
        self.at = 0

    def take_page(self, words, number):
        """Compares one page's words; the first difference, or None."""
        if self.at and self.at < len(self.words) and self.words[self.at][1].kind == "cell":
            if words[:len(self.head)] != self.head:
                return f"page {number}: the table goes on without its header"
            words = words[len(self.head):]
        for i, word in enumerate(words):
            if self.at == len(self.words):
                return f"page {number}: more text than expected: {' '.join(words[i:i + 8])}"
            expected, line = self.words[self.at]
            begins = self.at == 0 or self.words[self.at - 1][1] is not line
            if word != expected:
                return f"page {number}: „{' '.join(words[max(0, i - 3):i + 5])}” instead of „{expected}” in „{line.text[:60]}”"
            if begins and line.starts_page and i > 0:
                return f"page {number}: „{line.text[:40]}” does not begin a page"
            self.at += 1
        return None

    def missing(self):
        rest = [word for word, _ in self.words[self.at:]]
        return f"missing at the end: {' '.join(rest[:8])}" if rest else None


def disorder(path, pages):
    """pdftotext orders columns and cells by their places, but must see the same words as in the order of the content."""
    for number, (raw, placed) in enumerate(zip(pages, pages_of(path), strict=True), 1):
        if collections.Counter(raw) != collections.Counter(placed):
            return f"page {number}: pdftotext has other words than pdftotext -raw"
    return None


def difference(pages, lines, notice, identifier):
    """How the pages' text differs from the expected one, or None."""
    expected = Expected(lines)
    for number, page in enumerate(pages, 1):
        footer = f"Identyfikator dokumentu: {identifier} strona {number} z {len(pages)}".split()
        if page[-len(footer):] != footer:
            return f"page {number}: no footer „{' '.join(footer)}” but „{' '.join(page[-len(footer):])}”"
        head = notice.split() if number == 1 else []
        if page[:len(head)] != head:
            return f"page 1: no notice „{notice}”"
        if found := expected.take_page(page[len(head):-len(footer)], number):
            return found
    return expected.missing()


def without_actual_text(path, folder):
    """A copy whose broken words are broken for pdftotext too, and how many fragments were broken."""
    plain = folder / "qdf.pdf"
    subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(path), str(plain)], check=True, capture_output=True)
    data = plain.read_bytes()
    plain.write_bytes(data.replace(b"/ActualText", b"/XctualText"))
    return plain, data.count(b"/ActualText")


def check(demo, report):
    """Compares all issued documents. Returns how many were equal."""
    equal, broken_words, caught = 0, 0, 0
    documents = list(expected_documents())
    with tempfile.TemporaryDirectory() as temporary:
        for town, pattern, lines in documents:
            found = sorted((demo / town / "wydane").glob(pattern))
            if len(found) != 1:
                report(f"{town}/{pattern}: {len(found)} files instead of 1")
                continue
            path = found[0]
            identifier, pages = identifier_of(path), pages_of(path, "-raw")
            problem = difference(pages, lines, NOTICE, identifier) or disorder(path, pages)
            if problem:
                report(f"{town}/{path.name}: {problem}")
            equal += not problem
            plain, fragments = without_actual_text(path, pathlib.Path(temporary))
            broken_words += fragments
            caught += bool(fragments) and difference(pages_of(plain, "-raw"), lines, NOTICE, identifier) is not None
            for wrong in (lines[:-1], lines + lines[-1:]):
                if difference(pages, wrong, NOTICE, identifier) is None:
                    report(f"{path.name}: control: a line more or less was not noticed")
    if broken_words == 0 or caught == 0:
        report("control: no broken word in any document, so nothing says that they are read whole")
    return equal, len(documents), broken_words


def check_notice(akces, report):
    """The RODO notice as a document of its own."""
    equal = 0
    for town, name in SAMPLES.items():
        with tempfile.TemporaryDirectory() as temporary:
            samples = ROOT / "config/samples"
            command = [akces, "generate", "--meeting", str(samples / f"{name}.json"), "--office",
                       str(samples / f"{name}-office.json"), "--template", "informacja-rodo", "--out", temporary]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            made = sorted(pathlib.Path(temporary).rglob("*.pdf"))
            if done.returncode != 0 or len(made) != 1:
                report(f"generate --template informacja-rodo: exit {done.returncode}, {len(made)} files: {done.stderr[:200]}")
                continue
            source = source_of(town)
            data = template_data.compact(source.common() | {"joint": source.is_joint() or None})
            problem = difference(pages_of(made[0], "-raw"), lines_of("informacja-rodo", data), "", identifier_of(made[0]))
            if problem:
                report(f"{made[0].name} ({town}): {problem}")
            equal += not problem
    return equal


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demo", type=pathlib.Path)
    parser.add_argument("--akces", type=pathlib.Path, help="the program, to make the RODO notice alone")
    options = parser.parse_args()
    problems = []
    equal, documents, fragments = check(options.demo, problems.append)
    notices = check_notice(options.akces.resolve(), problems.append) if options.akces else 0
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    print(f"text: {equal} of {documents} documents and {notices} notices have exactly their text; {fragments} fragments of broken words")
    return 1 if problems or documents < 15 else 0


if __name__ == "__main__":
    sys.exit(main())
