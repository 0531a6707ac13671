#!/usr/bin/env python3
"""Measures the service, its helper and its signer in one run; prints JSON and the table of docs/performance.md.

usage: service_bench.py BUILD [--seconds 10] [--json FILE]

verify    a signed file in the confined helper, beside the same in one process; the same by POST /api/v1/verify (wrk)
seal      prepared by the helper, signed by the signer's P-256 key, put together; beside `openssl speed ecdsap256`
meeting   GET /api/v1/meetings/{id} for 32 clients (wrk), beside GET /health/live
memory    of all its processes (PSS): at its start, and a minute after all of that and files of 20 MB
start     the second one of a data folder, until it is ready
links     whether time tells a link that expired from one that never was (row 44 of the table of bad input)
The bars: verify 200 and seal 500 a second on one core; p99 50 ms; 40 MB; 2 s; 50 ± 9 %. Exit 1 when one is missed.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "e2e" / "service"))
import link_times  # noqa: E402
from measure import MEGABYTE, TICKS, proportional  # noqa: E402
from office import A, PDF, Office  # noqa: E402
from service import DATA, KNUROW, PASSWORD, Service  # noqa: E402
from table import bar, told  # noqa: E402

FIELD = "Partner-1"
LARGE = 20_000_000
REST_S = 65  # idle helpers end within a minute
UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0}
POST = 'local file = io.open("{file}", "rb")\nwrk.method = "POST"\nwrk.body = file:read("*a")\nwrk.headers["Content-Type"] = "{kind}"\n'


def output(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


def wrk(url, clients, seconds, *words):
    """Answers a second, and the time that 99 of 100 answers need at most. Each must be a good one."""
    said = output("wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--latency", *words, url)
    if "Non-2xx" in said or re.search(r"Socket errors: (?!connect 0, read 0, write 0, timeout 0)", said):
        raise SystemExit(f"{url}: {said}")
    slowest = re.search(r"99% +([\d.]+)(us|ms|s)\b", said)
    rate = float(re.search(r"Requests/sec: +([\d.]+)", said).group(1))
    return rate, float(slowest.group(1)) * UNITS[slowest.group(2)]


def processor_seconds(service):
    """Of all its processes, those that have ended with it."""
    total = 0
    for pid in service.processes():
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        total += sum(int(field) for field in fields[11:15])
    return total / TICKS


def openssl_signatures():
    said = output("taskset", "-c", "0", "openssl", "speed", "-seconds", "3", "ecdsap256")
    return float(said.splitlines()[-1].split()[-2])


def helper_and_signer(build, files, report):
    """Both without HTTP, on one core, by their processor time."""
    costs = json.loads(output("taskset", "-c", "0", build / "confine_bench", *files, FIELD))
    limit = openssl_signatures()
    report["helper and signer, microseconds"], report["openssl, signatures a second"] = costs, limit
    a_second = {name: 1e6 / cost for name, cost in costs.items()}
    verify, here, seal = (a_second[name] for name in ("validate", "validate_here", "seal"))
    size = files[0].stat().st_size / 1000
    return [(f"verify in the helper, files a second on one core ({size:.0f} KB)", f"{verify:.0f}",
             f"{verify / here:.2f} × in one process ({here:.0f})", "≥ 200", bar(verify >= 200, "verify")),
            ("seal by helper and signer, documents a second on one core", f"{seal:.0f}",
             f"{seal / limit:.3f} × `openssl speed ecdsap256` ({limit:.0f} signatures)", "≥ 500",
             bar(seal >= 500, "seal"))]  # fmt: skip


def post(service, file, clients, seconds):
    script = service.work / "verify.lua"
    script.write_text(POST.format(file=file, kind=PDF))
    return wrk(f"http://127.0.0.1:{service.port}{A}/verify", clients, seconds, "-s", script)


def post_large(service, file, seconds):
    """What the helpers grow by."""
    large = service.work / "large.pdf"
    large.write_bytes(file.read_bytes() + b"\n%" + LARGE * b"x")
    post(service, large, 2, seconds)


def verify_by_http(service, file, seconds, report):
    size = f"{file.stat().st_size / 1000:.0f} KB"
    before = processor_seconds(service)
    began = time.monotonic()
    rate, slowest = post(service, file, 8, seconds)
    cores = (processor_seconds(service) - before) / (time.monotonic() - began)
    report[f"POST verify, {size}"] = {"a second": rate, "p99": slowest, "cores": cores}
    return (f"POST /api/v1/verify, 8 clients ({size}), a second of a core", f"{rate / cores:.0f}",
            f"{rate:.0f} a second, p99 {slowest * 1e3:.0f} ms", "≥ 200", bar(rate / cores >= 200, "POST verify"))  # fmt: skip


def meeting(service, office, seconds, report):
    read = office.token("read")[1]
    origin = f"http://127.0.0.1:{service.port}"
    rate, slowest = wrk(f"{origin}{A}/meetings/{KNUROW}", 32, seconds, "-H", f"Authorization: Bearer {read}")
    idle_rate, idle = wrk(f"{origin}/health/live", 32, seconds)
    report["meeting"] = {"a second": rate, "p99": slowest, "live, a second": idle_rate, "live, p99": idle}
    return ("GET /api/v1/meetings/{id}, 32 clients, p99", f"{slowest * 1e3:.1f} ms ({rate:.0f} a second)",
            f"{slowest / idle:.1f} × GET /health/live ({idle * 1e3:.1f} ms)", "≤ 50 ms", bar(slowest <= 0.05, "p99"))  # fmt: skip


def memory(service, when, report):
    pids = service.processes()
    found = proportional(pids) / MEGABYTE
    report[f"memory {when}"] = found
    return f"memory {when}, all processes", f"{found:.1f} MB", f"{len(pids)} processes", "< 40 MB", bar(found < 40, when)


def start(service, report):
    service.stop()
    began = time.monotonic()
    service.start()
    took = report["second start"] = time.monotonic() - began
    return "second start, until it is ready", f"{took:.2f} s", "", "< 2 s", bar(took < 2, "start")


def links(service, office, report):
    for what, share in link_times.shares(service, office):
        report[f"links, {what}"] = share
        is_told = not 0.41 <= share <= 0.59
        holds = is_told if what == "control" else not is_told
        yield (f"a link that opens nothing ({what}), told by its time from an unknown one", f"{share:.0%} of pairs",
               f"{link_times.PAIRS} pairs", "> 59 %" if what == "control" else "50 ± 9 %", bar(holds, what))  # fmt: skip


def files_of(service, office, akces):
    """Each with one signature: a small file, a declaration; and a declaration that is to be signed."""
    small, signed, unsigned = (service.work / name for name in ("small.pdf", "signed.pdf", "unsigned.pdf"))
    password = service.work / "password"
    password.write_text(PASSWORD)
    output(akces, "sign", DATA / "pdf" / "three-fields.pdf", "--out", small, "--field", FIELD,
           "--p12", DATA / "keys" / "ec.p12", "--password-file", password)  # fmt: skip
    for file, document in ((signed, office.signed_here()), (unsigned, office.issued())):
        file.write_bytes(office.client.get(f"{A}/documents/{document}/head").body)
    return small, signed, unsigned


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--json", type=pathlib.Path)
    given = parser.parse_args()
    build = given.build.resolve()
    report = {"cores": os.cpu_count(), "load": os.getloadavg()[0]}
    with Service(build / "akces", samples="yes") as service:
        rows = [start(service, report)]
        rows.append(memory(service, "at rest", report))
        office = Office(service.set_up())
        small, signed, unsigned = files_of(service, office, build / "akces")
        rows += helper_and_signer(build, (small, unsigned), report)
        rows += [verify_by_http(service, file, given.seconds, report) for file in (small, signed)]
        post_large(service, signed, given.seconds)
        rows.append(meeting(service, office, given.seconds, report))
        time.sleep(REST_S)
        rows.append(memory(service, "a minute after load", report))
        rows += links(service, office, report)
    report["load at the end"] = os.getloadavg()[0]
    return told(report, rows, given.json)


if __name__ == "__main__":
    sys.exit(main())
