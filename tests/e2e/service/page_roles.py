#!/usr/bin/env python3
"""Who sees what: every page and every form of the running program for every kind of visitor, as tests/data/pages.csv
says; ids that nobody has; forms without their token; what is offered and would be refused.
usage: page_roles.py PATH/TO/akces"""

import collections
import csv
import itertools
import re
import sys

from authorization import pages_of
from forms import File, Page, Visitor, page_of
from front import reachable
from office import A, Office
from page_places import WAYS, Places
from routes import NOBODYS
from service import DATA, PASSWORD
from suite import Suite

ROLES = ["clerk", "reader", "archivist", "administrator"]
LEAST_CELLS = 160 * 7
OF_A_KIND = 3  # pages that are looked at where many have the same template
ADDRESSES = itertools.count(1)
# What takes no session's token, because it asks for none: nobody is logged in, or a link's secret stands for it.
FREE = {"/logowanie", "/pierwsze-konto", "/jezyk", "/sprawdz-podpis"}
ENDS = {"/wylogowanie", "/konto/haslo"}  # the session of who sends it


def table():
    with open(DATA / "pages.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compare(suite, pages, lines):
    """Each page has its row, and each row its page; each form a way to it."""
    listed = {(row["method"], row["path"]) for row in lines}
    for one in pages:
        suite.check(f"{one} has a row", one in listed)
        suite.check(f"{one} can be reached", one[0] == "GET" or one[1] in WAYS)
    for one in listed:
        suite.check(f"{one} is a page", one in pages)


class Visitors:
    """Each kind of visitor. Nobody's address comes twice: wrong links of one are counted, and then answered by 429."""

    def __init__(self, service, office):
        self.service, self.office = service, office
        self.all = {"nobody": self.new(), "ended": self.ended()}
        self.all |= {role: self.somebody(role) for role in ROLES}
        self.all["link"] = self.new([("Authorization", f"Link {office.linked()[2]}")])

    def new(self, fields=()):
        number = next(ADDRESSES)
        address = f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"
        return Visitor(self.service.place, [("X-Forwarded-For", address), *fields])

    def somebody(self, *roles):
        visitor = self.new()
        _, name = self.office.user(*roles)
        self.office.good(visitor.log_in(name, PASSWORD))
        return visitor

    def ended(self):
        """A browser that still has the cookie of a session that has ended."""
        visitor = self.somebody(*ROLES)
        self.office.good(visitor.program().delete(f"{A}/session"))
        return visitor

    def other_address(self, visitor):
        number = next(ADDRESSES)
        visitor.fields[0] = ("X-Forwarded-For", f"11.{number >> 16}.{number >> 8 & 255}.{number & 255}")


def expected_of(row, actor):
    return int(row["nobody" if actor == "ended" else actor])


def is_link(row):
    return row["path"].startswith("/podpis/")


def secret_for(actor, path):
    """Only who holds the link has its secret."""
    return path if actor == "link" else re.sub(r"/podpis/[^/]+", f"/podpis/{NOBODYS}", path)


def judged(answer, expected):
    """The status; a page has its frame, so that nobody sees a bare problem."""
    if answer.status != expected:
        return False
    if answer.status == 303:
        return (answer.field("location") or "").startswith("/")
    return answer.status < 300 or (answer.type == "text/html" and "main" in dict(page_of(answer).elements))


def looks(suite, row, places, visitors):
    """A page by GET; how many cells were looked at."""
    path = places.path(row["path"])
    for actor, visitor in visitors.all.items():
        visitors.other_address(visitor)
        answer = visitor.look(secret_for(actor, path) if is_link(row) else path)
        expected = expected_of(row, actor)
        suite.check(f"GET {row['path']} as {actor}: {expected}", judged(answer, expected), f"{path} {answer}")
    if "{" in row["path"] and row["clerk"] != "303":
        for foreign in foreign_paths(row["path"], path):
            answer = visitors.all[first_allowed(row)].look(foreign)
            suite.check(f"GET {row['path']} with ids of nobody", judged(answer, 404), f"{foreign} {answer}")
    return len(visitors.all)


def foreign_paths(pattern, path):
    """The path with each of its ids in turn as one that nobody has."""
    parts = path.split("/")
    places = [at for at, one in enumerate(pattern.split("/")) if one.startswith("{")]
    return ["/".join([*parts[:at], NOBODYS, *parts[at + 1 :]]) for at in places]


def first_allowed(row):
    return next(one for one in ("clerk", "archivist", "administrator", "link", "nobody") if row[one] in ("200", "303"))


def own_token(form, visitor):
    """The form with the token of the visitor's own session, as if they had come by it."""
    return {"csrf_token": visitor.csrf or "x"} if any(one.name == "csrf_token" for one in form.fields) else {}


def sends(suite, row, places, visitors):
    """A form: first who may not, then its token and ids, then who may, each with a thing of their own."""
    path, all_of = row["path"], visitors.all
    allowed = [actor for actor in all_of if row["nobody" if actor == "ended" else actor] in ("200", "303")]
    form, changes = places.form(path, all_of[first_allowed(row)] if allowed else all_of["nobody"])
    for actor, visitor in all_of.items():
        if actor in allowed:
            continue
        visitors.other_address(visitor)
        action = secret_for(actor, form.action) if is_link(row) else form.action
        answer = visitor.send(form, {**changes, **own_token(form, visitor)}, action)
        expected = expected_of(row, actor)
        suite.check(f"POST {path} as {actor}: {expected}", judged(answer, expected), f"{form.action} {answer}")
    if allowed and path not in FREE and not is_link(row):
        without_token(suite, path, form, changes, all_of[first_allowed(row)])
    if "{" in path:
        for foreign in foreign_paths(path, form.action):
            answer = all_of[first_allowed(row)].send(form, changes, foreign)
            suite.check(f"POST {path} with ids of nobody", judged(answer, 404), f"{foreign} {answer}")
    for actor in allowed:
        visitor = visitors.somebody(actor) if actor in ROLES and path in ENDS else all_of[actor]
        visitors.other_address(visitor)
        if actor in ("nobody", "ended", "link") and path == "/wylogowanie":
            answer = visitor.send(form, changes)  # a page that is still open from before
        else:
            form, changes = places.form(path, visitor)
            answer = visitor.send(form, changes)
        suite.check(f"POST {path} as {actor}: {row[actor] if actor in row else row['nobody']}",
                    judged(answer, expected_of(row, actor)), f"{form.action} {answer}")  # fmt: skip
    return len(all_of)


def without_token(suite, path, form, changes, visitor):
    for what, token in (("no token", None), ("a wrong token", "A" * 43), ("an empty token", "")):
        answer = visitor.send(form, {**changes, "csrf_token": token})
        suite.check(f"POST {path} with {what}", judged(answer, 403), f"{form.action} {answer}")


def offers(suite, lines, visitors):
    """What a person finds by following links from the first page: every link opens, and every form is for them."""
    patterns = [(row, re.compile(re.sub(r"\{\w+\}", "[^/]+", row["path"]) + "$")) for row in lines]

    def row_of(method, path):
        return next((row for row, pattern in patterns if row["method"] == method and pattern.match(path)), None)

    looked = 0
    for role in ROLES:
        visitor, seen, kinds, left = visitors.somebody(role), set(), collections.Counter(), ["/"]
        while left:
            path = left.pop()
            kind = (row_of("GET", path.partition("?")[0]) or {}).get("path"), "?" in path
            if path in seen or kinds[kind] == OF_A_KIND:
                continue
            seen.add(path)
            kinds[kind] += 1
            answer = visitor.look(path)
            suite.equal(f"{role} follows a link to {path}", answer.status, 200)
            if answer.type != "text/html":
                continue
            page = Page(answer.body.decode("utf-8"))
            for form in page.forms:
                row = row_of(form.method.upper(), form.action)
                is_theirs = row and row[role] in ("200", "303")
                suite.check(f"{role} is offered {form.action} on {path}", is_theirs or not form.has_button)
                looked += form.has_button
            for tag, attributes in page.elements:
                href = dict(attributes).get("href", "")
                if tag == "a" and href.startswith("/"):
                    left.append(href.partition("#")[0])
    suite.check(f"{looked} forms were looked at", looked >= 200, looked)


def controls(suite, lines, visitors):
    nobody, clerk = visitors.all["nobody"], visitors.all["clerk"]
    good, refused = nobody.look("/logowanie"), clerk.look("/konta")
    for expected in (401, 403, 404, 303):
        suite.control(f"a page where {expected} is expected", lambda s, e=expected: s.check("x", judged(good, e)))
    suite.control("a refusal where a page is expected", lambda s: s.check("x", judged(refused, 200)))
    suite.control("a problem that is no page", lambda s: s.check("x", judged(clerk.look(f"{A}/users"), 403)))
    suite.control("a page without a row", lambda s: compare(s, [("GET", "/nowa")], lines))
    form = clerk.page("/spotkania/nowe").form("/spotkania/plik")
    taken = {"plik": File("a.json", b'{"schema":"meeting/1","id":"kontrola"}')}
    suite.control("a form whose token is right",
                  lambda s: s.check("x", judged(clerk.send(form, taken), 403)))  # fmt: skip


def main():
    suite = Suite("page roles")
    lines = table()
    suite.part(compare, suite, pages_of(sys.argv[1]), lines)

    def run():
        with reachable(sys.argv[1]) as service:
            office = Office(service.set_up())
            places, visitors, cells = Places(office, service), Visitors(service, office), 0
            for row in lines:
                work = looks if row["method"] == "GET" else sends
                cells += suite.part(work, suite, row, places, visitors) or 0
            suite.check(f"{cells} cells were looked at", cells >= LEAST_CELLS, cells)
            suite.part(offers, suite, lines, visitors)
            suite.part(controls, suite, lines, visitors)
            failed = service.failures()
            suite.check("no answer of 500 or above", not failed, failed[:5])

    suite.part(run)
    return suite.finish(LEAST_CELLS)


if __name__ == "__main__":
    sys.exit(main())
