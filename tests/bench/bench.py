#!/usr/bin/env python3
"""Measures akces beside its peers in one run; prints JSON and the table of docs/performance.md.

usage: bench.py BUILD [--venv DIR] [--documents 1000] [--json FILE]

compose   one page with two signature fields for many partners, in memory, one core: akces, Typst, WeasyPrint
verify    `akces verify` of one signed file as a process, paired with `pdfsig` on the same file
demo      `akces demo`
generate  `akces generate` of a list of 1,000 partners, to disk
Peers come from PyPI (peers/requirements.txt) into a virtual environment, Typst with its compiler inside the package;
pdfsig is Debian's poppler-utils. The bars: compose at least 400 documents a second and at most 30 KB each; verify at most twice pdfsig; demo at most 3 s.
Exit 1 when one is missed.
"""
import argparse
import csv
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE / "peers"))
import declaration  # noqa: E402
from table import bar, missed, told  # noqa: E402

PEER_REQUIREMENTS = HERE / "peers" / "requirements.txt"
KEYS = ["name", "function", "person", "address", "nip", "regon", "basis", "status", "number", "mark", "docid"]


def peers_python(venv):
    if not (venv / "bin" / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    subprocess.run([venv / "bin" / "pip", "install", "-q", "--disable-pip-version-check", "-r", PEER_REQUIREMENTS],
                   check=True)
    return venv / "bin" / "python"


def same_words(pdf):
    """Whether the page has the peers' text, whatever its lines; the footer and a lone page number apart."""
    words = lambda text: " ".join(text.replace(declaration.NBSP, " ").split())
    text = words(subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout)
    return [line for line in declaration.plain(declaration.partner(0)) if words(line) not in text]


def compose_akces(build, work, documents):
    table = work / "partners.tsv"
    with open(table, "w", encoding="utf-8") as file:
        file.write("\t".join(KEYS) + "\n")
        for i in range(documents):
            partner = declaration.partner(i)
            file.write("\t".join(partner[key] for key in KEYS) + "\n")
    first = work / "first.pdf"
    done = subprocess.run(["taskset", "-c", "0", build / "compose_bench", HERE / "one-page.xml", table, first],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout), first


def compose_peer(python, peer, documents):
    code = f"""
import json, sys, time
sys.path.insert(0, {str(HERE / 'peers')!r})
import declaration, peer_{peer} as peer
for i in range(5): peer.make(declaration.partner(100000 + i))
start, largest = time.process_time(), 0
for i in range({documents}): largest = max(largest, len(peer.make(declaration.partner(i))))
print(json.dumps({{"documents": {documents}, "cpu_seconds": time.process_time() - start, "largest": largest}}))
"""
    done = subprocess.run(["taskset", "-c", "0", python, "-c", code], capture_output=True, text=True, check=True)
    result = json.loads(done.stdout.splitlines()[-1])
    result["per_second"] = result["documents"] / result["cpu_seconds"]
    return result


def timed(command):
    start = time.perf_counter()
    done = subprocess.run([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.perf_counter() - start, done


def paired(first, second, rounds):
    """Medians of two commands that take turns."""
    one, other = [], []
    for _ in range(rounds):
        one.append(timed(first)[0])
        other.append(timed(second)[0])
    return statistics.median(one), statistics.median(other)


def list_of_partners(file, rows):
    with open(ROOT / "config/samples/knurow-2019-11-13-partnerzy.csv", encoding="utf-8-sig", newline="") as source:
        sample = list(csv.DictReader(source, delimiter=";"))
    with open(file, "w", encoding="utf-8-sig", newline="") as target:
        writer = csv.DictWriter(target, sample[0].keys(), delimiter=";", lineterminator="\r\n")
        writer.writeheader()
        for i in range(rows):
            row = dict(sample[i % len(sample)])
            row["Lp."] = str(i + 1)
            suffix = f" – oddział {i // len(sample) + 1}"
            row["Nazwa instytucji"] = (row["Nazwa instytucji"] or "Urząd Miasta Knurów") + suffix
            row["Skrót"] = ""
            row["Uwagi"] = ""
            writer.writerow(row)


def compose(build, work, python, documents, report):
    ours, first = compose_akces(build, work, documents)
    typst = compose_peer(python, "typst", documents)
    weasyprint = compose_peer(python, "weasyprint", max(documents // 10, 20))
    again, _ = compose_akces(build, work, documents)  # before and after the peers; the slower one counts
    report["compose"] = {"akces": ours, "akces again": again, "typst": typst, "weasyprint": weasyprint}
    pages = subprocess.run(["pdfinfo", first], capture_output=True, text=True, check=True).stdout
    if not re.search(r"^Pages: +1$", pages, re.MULTILINE):
        missed.append("the page of the benchmark is not one page")
    if different := same_words(first):
        missed.append(f"the text is not the peers': {different[:3]}")
    rate = min(ours["per_second"], again["per_second"])
    largest = ours["largest"]
    return [("compose, documents a second on one core", f"{rate:.0f}",
             f"{rate / typst['per_second']:.1f} × Typst ({typst['per_second']:.0f}), "
             f"{rate / weasyprint['per_second']:.0f} × WeasyPrint ({weasyprint['per_second']:.1f})",
             "≥ 400", bar(rate >= 400, "compose")),
            ("compose, largest document", f"{largest / 1000:.1f} KB",
             f"Typst {typst['largest'] / 1000:.1f} KB, WeasyPrint {weasyprint['largest'] / 1000:.1f} KB", "≤ 30 KB",
             bar(largest <= 30_000, "size"))]


def demonstration(akces, work, report):
    demo, times = work / "demo", []
    for _ in range(5):
        seconds, done = timed([akces, "demo", "--out", demo])
        if done.returncode != 0:
            raise SystemExit(done.stderr.decode())
        times.append(seconds)
    report["demo"] = times
    median = statistics.median(times)
    return demo, ("demo", f"{median:.2f} s", "35 signatures, 15 documents", "≤ 3 s", bar(median <= 3, "demo"))


def verify(akces, demo, report):
    signed = sorted((demo / "knurow" / "podpisane").glob("deklaracja-*.pdf"))[0]
    joint = demo / "bedzin" / "podpisane" / "deklaracja-wspolna.pdf"
    for label, file in (("verify, 2 signatures", signed), ("verify, 11 signatures", joint)):
        command = [akces, "verify", "--trust", demo / "trust", file]
        if timed(command)[1].returncode != 0:
            raise SystemExit(f"{file} is not verified")
        mine, theirs = paired(command, ["pdfsig", file], 31)
        report[label] = {"akces": mine, "pdfsig": theirs}
        yield (f"{label}, one process", f"{mine * 1e3:.1f} ms", f"{mine / theirs:.2f} × pdfsig ({theirs * 1e3:.1f} ms)",
               "≤ 2 × pdfsig", bar(mine <= 2 * theirs, label))


def generate(akces, work, report):
    partners = work / "partners.csv"
    list_of_partners(partners, 1000)
    sample = ROOT / "config/samples/knurow-2019-11-13"
    seconds, done = timed([akces, "generate", "--meeting", f"{sample}.json", "--office", f"{sample}-office.json",
                           "--partners", partners, "--out", work / "thousand"])
    made = len(list((work / "thousand").glob("deklaracja-*.pdf")))
    if done.returncode != 0 or made < 1000:
        raise SystemExit(f"generate made {made}: {done.stderr.decode()[:500]}")
    report["generate"] = {"documents": made, "seconds": seconds}
    return ("generate, 1,000 rows to disk, each synced (3 pages)", f"{seconds:.2f} s", f"{made / seconds:.0f} a second",
            "", "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--venv", type=pathlib.Path, default=ROOT / "build" / "venv-bench")
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--json", type=pathlib.Path)
    given = parser.parse_args()
    build = given.build.resolve()
    akces = build / "akces"
    python = peers_python(given.venv.resolve())
    report = {"cores": os.cpu_count(), "load": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory(prefix="akces-bench-") as folder:
        work = pathlib.Path(folder)
        rows = compose(build, work, python, given.documents, report)
        demo, row = demonstration(akces, work, report)
        rows += [row, *verify(akces, demo, report), generate(akces, work, report)]
    return told(report, rows, given.json)


if __name__ == "__main__":
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    sys.exit(main())
