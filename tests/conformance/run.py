#!/usr/bin/env python3
"""Judges what `akces demo --out DEMO` left with independent programs, and each program with a control it must refuse.

usage: run.py DEMO [--akces BINARY] [--sample | --long] [--seed N]
pdfsig, pyHanko, EU DSS and openssl judge the signatures; veraPDF (PDF/A-2a, PDF/UA-1) and qpdf the files, before and after
signing; pdftotext gives the text that is compared with a second reading of templates and data. With --akces also:
`akces verify` must agree, and no flipped bit may pass it (bit_flips.py; about 150 positions, 1,000 a file with --long).
Exit 0 when all holds; the last line counts.
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import time

import controls
import demo_folder
import expected_text
import judging
import one_letter
import pdf_signatures


class Report:
    def __init__(self):
        self.passed, self.failed = 0, 0
        self.begun = time.monotonic()

    def check(self, condition, sentence):
        if condition:
            self.passed += 1
        else:
            self.problem(sentence)

    def problem(self, sentence):
        self.failed += 1
        print(f"FAILED: {sentence}", file=sys.stderr, flush=True)

    def part(self, name):
        print(f"[{time.monotonic() - self.begun:6.1f} s] {name}", file=sys.stderr, flush=True)


def name_of(path):
    return f"{path.parent.parent.name}/{path.parent.name}/{path.name}"


def check_pdfsig(demo, control, report):
    report.part("pdfsig")
    total = 0
    for path, wanted in demo.signed.items():
        count, valid = judging.pdfsig(path)
        report.check((count, valid) == (wanted, wanted), f"pdfsig: {name_of(path)}: {valid} of {count} valid, {wanted} wanted")
        total += valid
    report.check(total == 35, f"pdfsig: 35 valid signatures (found {total})")
    for path in demo.issued:
        report.check(judging.pdfsig(path)[0] == 0, f"pdfsig: {name_of(path)} is not signed yet")
    for path in (control.tampered, control.cut_signed):
        report.check(judging.pdfsig(path)[1] == 0, f"control: pdfsig refuses {path.name}")


def pyhanko_agrees(one, is_last):
    return (one["integrity"] == "intact" and one["trusted"] and one["level"] == "B-B" and not one["errors"]
            and one["coverage"] == ("whole-file" if is_last else "revision")
            and one["changesAfter"] == ("none" if is_last else "allowed"))


def check_pyhanko(demo, control, report):
    report.part("pyHanko")
    answers = judging.pyhanko([*demo.signed, control.tampered, control.changed, control.cut_signed], demo.trust)
    agreed = 0
    for path, wanted in demo.signed.items():
        error, found = answers[path]
        good = [pyhanko_agrees(one, one is found[-1]) for one in found]
        agreed += sum(good)
        report.check(error is None and len(good) == wanted and all(good), f"pyHanko: {name_of(path)}: {error or found}")
    report.check(agreed == 35, f"pyHanko: 35 signatures (agreed on {agreed})")
    error, found = answers[control.tampered]
    report.check(error or all(one["integrity"] == "broken" for one in found), "control: pyHanko sees the flipped bit")
    error, found = answers[control.changed]
    report.check(error or any(one["changesAfter"] == "disallowed" for one in found), "control: pyHanko sees the later drawing")
    error, found = answers[control.cut_signed]
    report.check(error or not any(one["integrity"] == "intact" for one in found), "control: pyHanko refuses the cut file")
    first = next(iter(demo.signed))
    found = judging.pyhanko([first], control.foreign_trust)[first][1]
    report.check(found and not any(one["trusted"] for one in found), "control: pyHanko does not trust by a foreign root")


def dss_agrees(one):
    return (one["indication"] == "TOTAL_PASSED" and one["integrity"] == "intact" and one["changesAfter"] in ("none", "allowed")
            and one["level"] == "PAdES_BASELINE_B" and not one["errors"])


def check_dss(demo, control, report):
    report.part("EU DSS")
    answers = judging.eu_dss([*demo.signed, control.tampered, control.changed, control.cut_signed], demo.trust)
    agreed = 0
    for path, wanted in demo.signed.items():
        error, found = answers[path]
        good = [dss_agrees(one) for one in found]
        agreed += sum(good)
        report.check(error is None and len(good) == wanted and all(good),
                     f"EU DSS: {name_of(path)}: {error or [one for one in found if not dss_agrees(one)]}")
    report.check(agreed == 35, f"EU DSS: 35 signatures (agreed on {agreed})")
    for path in (control.tampered, control.changed, control.cut_signed):
        error, found = answers[path]
        report.check(error or not any(map(dss_agrees, found)), f"control: EU DSS refuses {path.name}: {found}")
    report.check(any(one["integrity"] == "broken" for one in answers[control.tampered][1]), "control: EU DSS sees the flipped bit")
    first = next(iter(demo.signed))
    found = judging.eu_dss([first], control.foreign_trust)[first][1]
    report.check(found and not any(map(dss_agrees, found)), "control: EU DSS does not trust by a foreign root")


def check_openssl(demo, control, report):
    report.part("openssl cms -verify -cades")
    accepted = 0
    for path in demo.signed:
        for one in pdf_signatures.signatures_of(path.read_bytes()):
            accepted += judging.openssl_accepts(one.cms(), one.signed_bytes(), demo.root)
    report.check(accepted == 35, f"openssl accepts 35 signatures (accepted {accepted})")
    one = pdf_signatures.signatures_of(control.tampered.read_bytes())[0]
    report.check(not judging.openssl_accepts(one.cms(), one.signed_bytes(), demo.root), "control: openssl sees the flipped bit")
    one = pdf_signatures.signatures_of(next(iter(demo.signed)).read_bytes())[0]
    foreign = control.foreign_trust / "foreign.crt"
    report.check(not judging.openssl_accepts(one.cms(), one.signed_bytes(), foreign), "control: openssl refuses a foreign root")


def check_files(demo, control, report):
    report.part("veraPDF and qpdf")
    files = [*demo.issued, *demo.signed]
    wrong = [control.untagged, control.without_intent, control.plain, control.cut_issued]
    verdicts = judging.verapdf(files + wrong)
    for path in files:
        for flavour in ("2a", "ua1"):
            compliant, rules = verdicts[path][flavour]
            report.check(compliant, f"veraPDF {flavour}: {name_of(path)}: {rules}")
        report.check(judging.qpdf_is_clean(path), f"qpdf --check: {name_of(path)}")
    report.check(len(files) == 28, f"veraPDF and qpdf saw 28 files (saw {len(files)})")
    for path, flavours in zip(wrong, (("2a", "ua1"), ("2a",), ("2a", "ua1"), ("2a", "ua1")), strict=True):
        for flavour in flavours:
            report.check(not verdicts[path][flavour][0], f"control: veraPDF {flavour} refuses {path.name}")
    report.check(not judging.qpdf_is_clean(control.cut_issued), "control: qpdf refuses the cut file")


def check_revisions(demo, report):
    report.part("revisions and appearances")
    for path, wanted in demo.signed.items():
        issued = demo.issued_of(path)
        grown = issued.is_file() and path.read_bytes().startswith(issued.read_bytes())
        report.check(grown, f"{name_of(path)} begins with the bytes that were issued")
        shown = judging.text_of(path).count("POKAZ")
        report.check(shown >= wanted, f"{name_of(path)}: {wanted} appearances that say POKAZ (found {shown})")


def check_text(demo, akces, report):
    report.part("text")
    before = report.failed
    equal, documents, _ = expected_text.check(demo.folder, report.problem)
    report.passed += equal
    report.check(documents == 15, f"15 documents have a text to compare (found {documents})")
    if akces:
        report.passed += expected_text.check_notice(akces, report.problem)
    looked = one_letter.check([*demo.issued, *demo.signed], report.problem)
    report.check(report.failed == before or looked > 0, "the text is as expected")


def check_product(demo, akces, long, seed, report):
    report.part("akces verify and flipped bits")
    command = [akces, "verify", "--json", "--trust", demo.trust, *demo.signed]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    passed = done.stdout.count('"verdict":"TOTAL-PASSED"')
    report.check(done.returncode == 0 and passed == 13, f"akces verify: 13 files TOTAL-PASSED (exit {done.returncode}, {passed})")
    command = [judging.VENV_PYTHON, judging.HERE / "bit_flips.py", akces, demo.folder, "--count", "1000" if long else "50"]
    flips = subprocess.run([*command, "--seed", str(seed)], check=False)
    report.check(flips.returncode == 0, "no flipped bit passes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("demo", type=pathlib.Path)
    parser.add_argument("--akces", type=pathlib.Path, metavar="BINARY")
    parser.add_argument("--sample", action="store_true", help="the default"), parser.add_argument("--long", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    akces = options.akces.resolve() if options.akces else None
    if akces and not akces.is_file():
        parser.error(f"{akces} is not there")
    subprocess.run([judging.HERE / "prepare"], check=True)
    report = Report()
    demo = demo_folder.find(options.demo, report.check)
    if report.failed == 0:
        with tempfile.TemporaryDirectory() as folder:
            signed = next(path for path in demo.signed if path.name.startswith("deklaracja-0"))
            control = controls.make(signed, demo.issued_of(signed), pathlib.Path(folder))
            for part in (check_pdfsig, check_openssl, check_pyhanko, check_dss, check_files):
                part(demo, control, report)
        check_revisions(demo, report)
        check_text(demo, akces, report)
        if akces:
            check_product(demo, akces, options.long, options.seed, report)
    report.part("done")
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed or report.passed < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
