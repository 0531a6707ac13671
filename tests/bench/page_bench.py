#!/usr/bin/env python3
"""How long pages take: each page of tests/data/pages.csv for 32 clients (wrk), over a meeting of 20 partners.

usage: page_bench.py BUILD [--seconds 5] [--json FILE] [--only TEXT] [--cost] [--partners 200]

p99 of each page, beside what one request costs the processor; the bar: 50 ms. Exit 1 when a page misses it.
--cost measures the cost alone, which a busy machine changes little. 20 partners are the most that a meeting has had;
--partners takes another number, to see what a crowd costs: then nothing is held to the bar.
"""

import argparse
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "e2e" / "service")]
from forms import Visitor  # noqa: E402
from front import reachable  # noqa: E402
from office import Office  # noqa: E402
from page_places import Places  # noqa: E402
from page_roles import ROLES, table  # noqa: E402
from service import KNUROW, PASSWORD, sample  # noqa: E402
from service_bench import processor_seconds, wrk  # noqa: E402
from table import bar, told  # noqa: E402

PARTNERS, SIGNED = 20, 0.2  # institutions of a large meeting, and the part of them that has signed
CLIENTS, BAR_MS = 32, 50
REQUESTS = 50  # for the cost of one
LARGE = "duze"


class Large(Places):
    """Whatever a page shows of a meeting is the large one."""

    def __init__(self, office, service, partners):
        super().__init__(office, service)
        meeting = {**sample(f"{KNUROW}.json"), "id": LARGE}
        more = range(partners - len(meeting["participants"]))
        meeting["institutions"] += [
            {"id": f"p{n}", "name": f"Szkoła Podstawowa nr {n} w Knurowie", "name_gen": f"Szkoły Podstawowej nr {n} w Knurowie"}
            for n in more
        ]
        meeting["participants"] += [
            {"order": 100 + n, "institution_ref": f"p{n}", "function": "Dyrektor", "roles": ["partner"],
             "person": {"first_name": "Anna", "last_name": f"Nowak-{n}"}}
            for n in more
        ]  # fmt: skip
        office.post("/meetings", meeting)
        mark = {**office.office, "case": {"mark": "PRÓBA.1"}}
        office.post(f"/meetings/{LARGE}/documents", {"templates": ["deklaracja"], "office": mark})
        self.documents = [one["id"] for one in office.post(f"/meetings/{LARGE}/issue").json["data"]]
        signed = round(partners * SIGNED)
        for document in self.documents[:signed]:
            secret = office.link(office.signer(document))
            office.post(f"/links/{secret}/signing", {"name": "Anna Nowak", "consent": True})
        for document in self.documents[: signed // 2]:
            office.post(f"/documents/{document}/acceptance", {})
        self.document = self.documents[signed]
        self.scan = office.scan(self.document)
        self.opened = office.linked()[2]
        office.post(f"/links/{self.opened}/opening")

    def path(self, pattern):
        if pattern.startswith("/podpis/"):
            return pattern.replace("{secret}", self.opened)
        path = super().path(pattern)
        return path if "/zdjecia" in pattern else path.replace(f"/spotkania/{KNUROW}", f"/spotkania/{LARGE}")


def pages(places, visitor):
    """(pattern, path) of all that answers with HTML."""
    for row in table():
        if row["method"] == "GET" and row["clerk"] != "303":
            path = places.path(row["path"])
            answer = visitor.look(path)
            assert answer.status == 200, f"{path}: {answer}"
            if answer.type == "text/html":
                yield row["path"], path, len(answer.body)


def cost(service, visitor, path):
    """Processor time of one request, in seconds."""
    before = processor_seconds(service)
    for _ in range(REQUESTS):
        visitor.look(path)
    return (processor_seconds(service) - before) / REQUESTS


def measured(service, visitor, path, given):
    one = {"cost": cost(service, visitor, path)}
    if not given.cost:
        origin = f"http://127.0.0.1:{service.port}"
        rate, slowest = wrk(origin + path, CLIENTS, given.seconds, "-H", f"Cookie: {visitor.cookie}")
        one |= {"a second": rate, "p99": slowest}
    return one


def row_of(pattern, size, one, is_held):
    price = f"{one['cost'] * 1e3:.1f} ms"
    if "p99" not in one:
        return (f"`{pattern}`", price, f"{size / 1000:.0f} KB", "", "")
    slowest = one["p99"] * 1e3
    return (f"`{pattern}`, p99", f"{slowest:.1f} ms ({one['a second']:.0f} a second)", f"{price} of a core, {size / 1000:.0f} KB",
            *((f"≤ {BAR_MS} ms", bar(slowest <= BAR_MS, pattern)) if is_held else ("", "")))  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--cost", action="store_true")
    parser.add_argument("--partners", type=int, default=PARTNERS)
    given = parser.parse_args()
    report, rows = {"cores": os.cpu_count(), "load": os.getloadavg()[0]}, []
    with reachable(given.build.resolve() / "akces") as service:
        office = Office(service.set_up())
        places, visitor = Large(office, service, given.partners), Visitor(service.place)
        _, name = office.user(*ROLES)
        office.good(visitor.log_in(name, PASSWORD))
        for pattern, path, size in list(pages(places, visitor)):
            if given.only in pattern:
                report[pattern] = measured(service, visitor, path, given)
                rows.append(row_of(pattern, size, report[pattern], given.partners == PARTNERS))
    report["load at the end"] = os.getloadavg()[0]
    assert given.only or len(rows) >= 40, len(rows)
    return told(report, rows, given.json)


if __name__ == "__main__":
    sys.exit(main())
