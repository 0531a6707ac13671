#!/usr/bin/env python3
"""No flipped bit passes `akces verify`: neither TOTAL-PASSED, nor all signatures intact with nothing disallowed after them.

usage: build/conformance/venv/bin/python bit_flips.py AKCES DEMO [--count N] [--seed S]
Three files of DEMO, with one, two and eleven signatures. In each N random bits outside of the /Contents of the signature with
the farthest /ByteRange, and N/4 inside of it where they change the signature value, the signed attributes or the signer's
certificate. Flips elsewhere in that string (the zeros behind the CMS, unsigned parts, the case of a digit) may pass; they are
counted apart and must only not crash. Exit 0 when all holds; the last line counts.
"""
import argparse
import collections
import dataclasses
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from asn1crypto import cms

import demo_folder
import pdf_signatures

FILES_A_CALL = 50
SECONDS_A_CALL = 300
# Over several files the exit code is the first of these that occurs.
EXITS = {"UNREADABLE": 4, "TOTAL-FAILED": 1, "INDETERMINATE": 2, "NO-SIGNATURE": 3, "TOTAL-PASSED": 0}
PASSING_CHANGES = ("none", "allowed")
HEX = b"0123456789abcdefABCDEF"


@dataclasses.dataclass
class Flip:
    offset: int
    bit: int
    part: str    # outside, value, attributes, certificate, or ignored

    def applied(self, data):
        flipped = bytearray(data)
        flipped[self.offset] ^= 1 << self.bit
        return bytes(flipped)


class Subject:
    """A signed file and where its bits lie."""

    def __init__(self, name, data):
        self.name, self.data = name, data
        self.last = pdf_signatures.signatures_of(data)[-1]
        self.regions = self.find_regions()

    def find_regions(self):
        """part → (begin, end) in the CMS: whole elements, header and all."""
        der = self.last.cms()
        signed = cms.ContentInfo.load(der)["content"]
        signer = signed["signer_infos"][0]
        serial = signer["sid"].chosen["serial_number"].native
        own = next(one.chosen for one in signed["certificates"] if one.chosen.serial_number == serial)
        parts = {"value": signer["signature"], "attributes": signer["signed_attrs"], "certificate": own}
        regions = {}
        for part, element in parts.items():
            encoded = element.dump()
            if der.count(encoded) != 1:
                raise ValueError(f"{self.name}: the {part} is not found once in the CMS")
            begin = der.index(encoded)
            regions[part] = (begin, begin + len(encoded))
        return regions

    def inside(self, offset):
        """Whether the offset is a digit of the last signature's /Contents."""
        return self.last.hole_begin < offset < self.last.hole_end - 1

    def changes_digit(self, flip):
        """A flip may only change the case of a hexadecimal digit."""
        flipped = self.data[flip.offset] ^ (1 << flip.bit)
        return flipped not in HEX or int(chr(flipped), 16) != int(chr(self.data[flip.offset]), 16)

    def outside_flip(self, dice):
        while self.inside(offset := dice.randrange(len(self.data))):
            pass
        return Flip(offset, dice.randrange(8), "outside")

    def region_flip(self, dice, part):
        begin, end = self.regions[part]
        flip = Flip(self.last.hole_begin + 1 + dice.randrange(2 * begin, 2 * end), dice.randrange(8), part)
        return flip if self.changes_digit(flip) else dataclasses.replace(flip, part="ignored")

    def ignored_flip(self, dice):
        """In the zeros behind the CMS."""
        digits = self.last.hole_end - self.last.hole_begin - 2
        return Flip(self.last.hole_begin + 1 + dice.randrange(2 * len(self.last.cms()), digits), dice.randrange(8), "ignored")

    def flips(self, dice, count):
        made = [self.outside_flip(dice) for _ in range(count)]
        # The edges of the string too: what the gap rule is about.
        made += [Flip(offset, dice.randrange(8), "outside") for offset in (self.last.hole_begin, self.last.hole_end - 1)]
        made += [self.region_flip(dice, part) for part in self.regions for _ in range(max(count // 12, 1))]
        return made + [self.ignored_flip(dice) for _ in range(max(count // 50, 1))]


def passes(answer):
    """Why the answer lets its file pass, or None."""
    if answer["verdict"] == "TOTAL-PASSED":
        return "TOTAL-PASSED"
    found = answer["signatures"]
    if found and all(one["integrity"] == "intact" and one["changesAfter"] in PASSING_CHANGES for one in found):
        return "all intact, changes " + ", ".join(sorted({one["changesAfter"] for one in found}))
    return None


class Verifier:
    def __init__(self, akces, trust):
        self.command = [str(akces), "verify", "--json", "--offline", "--trust", str(trust)]

    def answers(self, paths):
        """(answers, problem): fewer answers than paths only with a problem."""
        try:
            done = subprocess.run([*self.command, *map(str, paths)], capture_output=True, timeout=SECONDS_A_CALL, check=False)
        except subprocess.TimeoutExpired:
            return [], f"did not end within {SECONDS_A_CALL} s"
        try:
            answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        except ValueError as fault:
            return [], f"exit {done.returncode}, no JSON Lines: {fault}"
        if [answer["file"] for answer in answers] != [str(path) for path in paths]:
            return answers, f"exit {done.returncode} after {len(answers)} of {len(paths)} files: {done.stderr[-300:]!r}"
        occurring = {EXITS[answer["verdict"]] for answer in answers}
        wanted = next(code for code in EXITS.values() if code in occurring)
        return answers, None if done.returncode == wanted else f"exit {done.returncode} instead of {wanted}"


class Sweep:
    def __init__(self, verifier, folder):
        self.verifier, self.folder = verifier, pathlib.Path(folder)
        self.problems, self.counts, self.verdicts = [], collections.Counter(), collections.Counter()

    def problem(self, sentence):
        self.problems.append(sentence)
        print(f"FAILED: {sentence}", file=sys.stderr, flush=True)

    def control(self, subject):
        """The unflipped file passes, and the check would say so of a flipped one."""
        path = self.folder / "unflipped.pdf"
        path.write_bytes(subject.data)
        answers, problem = self.verifier.answers([path])
        if problem or passes(answers[0]) != "TOTAL-PASSED":
            self.problem(f"control: {subject.name} unflipped: {problem or answers[0]}")
        self.counts["unflipped"] += 1

    def run(self, subject, flips):
        for begin in range(0, len(flips), FILES_A_CALL):
            batch = flips[begin:begin + FILES_A_CALL]
            paths = [self.folder / f"{number}.pdf" for number in range(len(batch))]
            for path, flip in zip(paths, batch, strict=True):
                path.write_bytes(flip.applied(subject.data))
            answers, problem = self.verifier.answers(paths)
            if problem:
                first = batch[min(len(answers), len(batch) - 1)]
                self.problem(f"{subject.name}: {problem}; perhaps by offset {first.offset} bit {first.bit}")
            for flip, answer in zip(batch, answers, strict=False):
                self.judge(subject, flip, answer)

    def judge(self, subject, flip, answer):
        self.counts[flip.part] += 1
        self.verdicts[answer["verdict"]] += 1
        why = passes(answer)
        if why and flip.part != "ignored":
            self.problem(f"{subject.name}: offset {flip.offset} bit {flip.bit} ({flip.part}) passes: {why}")
        elif why:
            self.counts["ignored, passed"] += 1


def subjects_of(demo):
    """One, two and eleven signatures. The first is an individual declaration before its acceptance."""
    two = next(path for path, signatures in demo.signed.items() if signatures == 2)
    eleven = next(path for path, signatures in demo.signed.items() if signatures == 11)
    data = two.read_bytes()
    first = pdf_signatures.signatures_of(data)[0]
    return [Subject("one signature", data[:first.end]), Subject("two signatures", data),
            Subject("eleven signatures", eleven.read_bytes())]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("akces", type=pathlib.Path), parser.add_argument("demo", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=50), parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    faults = []
    demo = demo_folder.find(options.demo, lambda condition, sentence: condition or faults.append(sentence))
    if faults:
        print("\n".join(faults), file=sys.stderr)
        return 1
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        sweep = Sweep(Verifier(options.akces.resolve(), demo.trust), folder)
        for subject in subjects_of(demo):
            sweep.control(subject)
            sweep.run(subject, subject.flips(dice, options.count))
    if sweep.counts["outside"] < 3 * options.count and not sweep.problems:
        sweep.problem(f"only {sweep.counts['outside']} flips outside")
    print(f"bit flips (seed {options.seed}): {dict(sweep.counts)}; {dict(sweep.verdicts)}; {len(sweep.problems)} problems")
    return 1 if sweep.problems else 0


if __name__ == "__main__":
    sys.exit(main())
