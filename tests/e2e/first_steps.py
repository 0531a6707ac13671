#!/usr/bin/env python3
"""Runs the commands of docs/first-steps.md one block after another, as a reader does, in a folder of its own; holds each
block to its exit code and to the files that the text promises. usage: first_steps.py PATH/TO/akces"""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from command import ROOT, SAMPLES, sentence_faults

BLOCK = re.compile(r"^```sh(?: exit=(\d+))?\n(.*?)^```\n", re.M | re.S)
MAKES = re.compile(r"^Makes: (.*)$", re.M)
STEPS = [
    "meeting check",
    "meeting import",
    "meeting export",
    "generate",
    "template check",
    "template fields",
    "sign",
    "verify",
    "archive add",
    "archive list",
    "archive check",
    "archive export",
    "archive restore",
    "report --format csv",
    "report --format zip",
]
EXPECTED_BLOCKS = 18
failures = []
checks = 0


def check(what, holds, detail=""):
    global checks
    checks += 1
    print("." if holds else "F", end="", flush=True)
    if not holds:
        failures.append(f"{what} {detail}")


def run_blocks(text, folder, binary):
    """All blocks in one shell each, with the variables that the blocks before have set."""
    state = folder / "state"
    state.write_text(f'export PATH="{binary.parent}:$PATH"\n')
    blocks = list(BLOCK.finditer(text))
    for block in blocks:
        commands = block.group(2)
        script = f"set -e\n. {state}\n{{\n{commands}}}\n{{ declare -x; declare -p declaration; }} >{state} 2>/dev/null || true\n"
        done = subprocess.run(
            ["bash", "-c", script], cwd=folder, capture_output=True, text=True, timeout=300, check=False
        )
        expected = int(block.group(1) or 0)
        first = commands.split("\n", 1)[0]
        check(
            f"„{first}”",
            done.returncode == expected,
            f"ended with {done.returncode}, expected {expected}\n{done.stdout}{done.stderr}",
        )
        if expected in (65, 66):
            told = done.stderr.splitlines()
            check(f"„{first}” tells why", told and not any(sentence_faults(line) for line in told), done.stderr)
    return blocks


def look(folder):
    """What the text says about the results."""
    steps = folder / "first-steps"
    exported = json.loads((steps / "meeting.json").read_text("utf-8"))
    check(
        "the exported meeting is the sample",
        exported == json.loads((SAMPLES / "knurow-2019-11-13.json").read_text("utf-8")),
    )
    check("13 documents were issued", len(list((steps / "issued").glob("*.pdf"))) == 13)
    issued, once, signed = (
        (steps / name).read_bytes()
        for name in ("issued/deklaracja-01-powiatowe-centrum-pomocy-rodzinie.pdf", "once.pdf", "signed.pdf")
    )
    check("what was there before stays as it was", once.startswith(issued) and signed.startswith(once))
    told = subprocess.run(["pdfsig", steps / "signed.pdf"], capture_output=True, text=True, check=False).stdout
    check("pdfsig finds both signatures valid", told.count("Signature is Valid") == 2, told)
    verdict = json.loads((steps / "verdict.json").read_text("utf-8"))
    check(
        "both signatures passed",
        [one["indication"] for one in verdict["signatures"]] == ["TOTAL-PASSED"] * 2,
        str(verdict),
    )
    check(
        "the names are the certificates'",
        [one["signer"]["name"] for one in verdict["signatures"]] == ["Olga Próbna", "Łukasz Przykład"],
    )
    for name in ("nothing", "again.pdf"):
        check(f"{name} was not made", not (steps / name).exists())
    objects = lambda data: {
        path.name: path.read_bytes() for path in (steps / data / "archive").rglob("*") if path.is_file()
    }
    check(
        "the restored archive equals the first",
        objects("data") == objects("restored") and len(objects("data")) == 7,
        str(sorted(objects("data"))),
    )
    with open(steps / "report.csv", encoding="utf-8-sig", newline="") as file:
        rows = {(row[0], row[2], row[3]): row[4] for row in csv.reader(file, delimiter=";")}
    for name, grade, count in (
        ("Partnerzy wymienieni jako przystępujący", "wzmianka w pliku spotkania", "12"),
        ("w tym Partnerzy Strategiczni", "wzmianka w pliku spotkania", "1"),
        ("Partnerzy z podpisem zweryfikowanym", "podpisy prawdziwe", "1"),
        ("Partnerzy z podpisem zweryfikowanym", "podpisy pokazowe (POKAZ)", "0"),
        ("Deklaracje przyjęte przez Lidera (podpis zweryfikowany)", "podpisy prawdziwe", "1"),
        ("Dokumenty z uwagą (podpis nieprawidłowy albo nierozstrzygnięty, plik nieczytelny)", "archiwum", "1"),
    ):
        check(f"{name}, {grade}: {count}", rows.get(("knurow-2019-11-13", name, grade)) == count, str(rows))
    summed = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", "manifest-sha256.txt"], cwd=steps / "report", check=False
    )
    check("the report's manifest is right", summed.returncode == 0)


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    text = (ROOT / "docs" / "first-steps.md").read_text("utf-8")
    with tempfile.TemporaryDirectory(prefix="akces-first-steps-") as name:
        folder = pathlib.Path(name)
        os.symlink(ROOT / "config", folder / "config")
        blocks = run_blocks(text, folder, binary)
        check(f"{EXPECTED_BLOCKS} blocks ran", len(blocks) == EXPECTED_BLOCKS, f"{len(blocks)}")
        commands = "\n".join(block.group(2) for block in blocks)
        for step in STEPS:
            check(f"the text shows akces {step}", f"akces {step}" in commands)
        for made in re.findall("`([^`]+)`", "\n".join(MAKES.findall(text))):
            check(f"{made} was made", (folder / made).is_file() and (folder / made).stat().st_size > 0)
        if not failures:
            look(folder)
    print()
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{checks - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
