#!/usr/bin/env python3
"""Who may what over HTTP: every route of the running program, every kind of actor, as tests/data/routes.csv says; and
unknown ids, which are 404 for whoever may. usage: authorization.py PATH/TO/akces"""

import csv
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile

from front import reachable
from office import A, Office
from routes import NOBODYS, Fixtures
from service import DATA
from suite import Suite

LEAST_CELLS = 800
SCOPES = ["read", "meetings", "documents", "links", "archive", "reports", "audit"]
ROLES = ["clerk", "reader", "archivist", "administrator"]


def table():
    with open(DATA / "routes.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def routes_of(binary, **environment):
    """What the program itself says of its API: (method, pattern, action, parameters where it takes any)."""
    return [one for one in told_by(binary, **environment) if one[2] != "page"]


def pages_of(binary):
    """Its pages: (method, pattern)."""
    return [one[:2] for one in told_by(binary) if one[2] == "page"]


def told_by(binary, **environment):
    environment = {"PATH": os.environ["PATH"], **environment}
    with tempfile.TemporaryDirectory() as folder:
        told = subprocess.run(
            [pathlib.Path(binary).resolve(), "serve", "--routes"],
            capture_output=True, text=True, check=True, env=environment, cwd=folder,
        )  # fmt: skip
        assert not os.listdir(folder) and not told.stderr, (os.listdir(folder), told.stderr)
    return [tuple(line.split(" ")) for line in told.stdout.splitlines()]


def compare(suite, routes, lines):
    """Each route has its row, and each row its route."""
    listed = {(row["method"], row["path"]): row["action"] for row in lines}
    for method, pattern, action, *_ in routes:
        suite.equal(f"{method} {pattern} has a row", listed.get((method, pattern)), action)
    for method, pattern in listed:
        suite.check(f"{method} {pattern} is a route", any(one[:2] == (method, pattern) for one in routes))


class Actors:
    """Each kind of actor as a client; `link` and `revoked_link` come by Authorization."""

    def __init__(self, service, office):
        self.clients = {"anonymous": service.client()}
        for role in ROLES:
            self.clients[role] = office.session(service.client(), role)
        self.link = office.linked()[2]
        self.clients["link"] = service.client(fields=[("Authorization", f"Link {self.link}")])
        _, signer, secret = office.linked()
        office.good(office.client.delete(f"{A}/signers/{signer}/link"))
        self.clients["revoked_link"] = service.client(fields=[("Authorization", f"Link {secret}")])
        for scope in SCOPES:
            self.clients[f"token_{scope}"] = service.client(office.token(scope)[1])
        for role in ("reader", "clerk"):
            owner = office.session(service.client(), role)
            self.clients[f"token_of_{role}"] = service.client(office.token(*SCOPES, client=owner)[1])
        number, text = office.token(*SCOPES)
        office.good(office.client.delete(f"{A}/tokens/{number}"))
        self.clients["revoked_token"] = service.client(text)
        self.clients["ended_session"] = self._ended(service, office)
        self.clients["disabled_user"], self.clients["disabled_owner"] = self._disabled(service, office)
        careless = office.session(service.client(), "clerk")
        careless.csrf = None
        self.clients["clerk_without_csrf"] = careless

    def _ended(self, service, office):
        client = office.session(service.client(), *ROLES)
        office.good(client.delete(f"{A}/session"))
        return client

    def _disabled(self, service, office):
        client = office.session(service.client(), *ROLES)
        user = client.get(f"{A}/session").json["user"]["id"]
        owner = service.client(office.token(*SCOPES, client=client)[1])
        office.good(office.client.put(f"{A}/users/{user}/disabled", {"disabled": True}))
        return client, owner


# What ends or changes the session of who asks: they get a new one for it.
ADDRESSES = itertools.count(1)
USES_UP = {("DELETE", f"{A}/session"), ("PUT", f"{A}/session/password")}


def judged(answer, expected, method, pattern):
    """„yes” is a 2xx; a setup or log-in that is let through and then fails for its own reasons was allowed too."""
    if expected != "yes":
        return str(answer.status) == expected and answer.problem is not None
    if pattern == f"{A}/setup":
        return answer.status == 401 and answer.problem == "account-setup-wrong"
    return 200 <= answer.status < 300


def ask(client, request, method):
    """Each from an address of its own: wrong links of one are counted, and then answered by 429."""
    path, body, kind, fields = request
    number = next(ADDRESSES)
    address = f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
    return client.ask(method, path, body, kind, x_forwarded_for=address, **fields)


def cells(suite, lines, fixtures, actors, service, office):
    looked = 0
    for row in lines:
        method, pattern = row["method"], row["path"]
        refused = None
        for actor in list(row)[3:]:
            client, expected = actors.clients[actor], row[actor]
            if expected == "yes":
                if (method, pattern) in USES_UP:
                    client = office.session(service.client(), actor)
                request = fixtures.request(method, pattern, client)
            else:
                refused = refused or denied(fixtures, method, pattern)
                request = refused
            answer = ask(client, request, method)
            looked += 1
            what = f"{method} {pattern} as {actor}: {expected}"
            suite.check(what, judged(answer, expected, method, pattern), f"{request} {answer}")
    suite.check(f"{looked} cells were looked at", looked >= LEAST_CELLS)


def denied(fixtures, method, pattern):
    """With ids that are there, but for a link's secret; the body does not matter."""
    path = fixtures.known(pattern)
    return path, {} if method in ("POST", "PUT") else None, None, {}


def unknown(suite, lines, fixtures, office):
    """Ids that nobody has are 404 for whoever may; the secrets of links as well."""
    looked = 0
    for row in lines:
        method, pattern = row["method"], row["path"]
        if "{" not in pattern or method != "GET":
            continue
        last = pattern.rindex("{")
        path = fixtures.known(pattern[:last]) + NOBODYS + pattern[pattern.index("}", last) + 1 :]
        client = office.client
        if "/photos" in path:
            path = path.replace(fixtures.photo, NOBODYS)
        suite.equal(f"GET {path}", ask(client, (path, None, None, {}), "GET").status, 404)
        looked += 1
    suite.check(f"{looked} unknown ids were asked for", looked >= 15)


def controls(suite, lines, actors):
    good = actors.clients["anonymous"].get("/health/live")
    for expected in ("401", "403", "404"):
        suite.control(
            f"an allowed answer where {expected} is expected",
            lambda inner, expected=expected: inner.check("x", judged(good, expected, "GET", "/health/live")),
        )
    bad = actors.clients["anonymous"].get(f"{A}/users")
    suite.control("a refusal where yes is expected", lambda inner: inner.check("x", judged(bad, "yes", "GET", "/x")))
    suite.control("a route without a row", lambda inner: compare(inner, [("GET", "/new", "readPublic")], lines))


def main():
    suite = Suite("authorization")
    lines = table()
    suite.part(compare, suite, routes_of(sys.argv[1]), lines)

    def run():
        with reachable(sys.argv[1]) as service:
            office = Office(service.set_up())
            fixtures = Fixtures(office, service)
            actors = Actors(service, office)
            suite.part(cells, suite, lines, fixtures, actors, service, office)
            suite.part(unknown, suite, lines, fixtures, office)
            suite.part(controls, suite, lines, actors)
            failed = service.failures()
            suite.check("no answer of 500 or above", not failed, failed[:5])

    suite.part(run)
    return suite.finish(LEAST_CELLS)


if __name__ == "__main__":
    sys.exit(main())
