#!/usr/bin/env python3
"""Hostile texts in every field of every form: each comes back as text and nothing else, or its field is named as wrong
and the rest of the form stays as it was typed. usage: hostile_pages.py PATH/TO/akces"""

import sys

from forms import Page, page_of
from front import reachable
from hostile_fill import FILE_MARKUP, MARK, MARKUP, all_pages, fill, named, numbers, spaced, typed_fields
from office import A
from page_places import WAYS
from suite import Suite
from wire import Broken, quoted

# One field each: what no page can show, or what turns the order of writing round.
ODD = {
    "U+202E": "gepój\u202e fdp.exe",
    "NUL": "przed\0po",
    "vertical tab": "przed\vpo",
    "a lone surrogate": b"przed\xed\xa0\x80po",
    "no UTF-8": b"przed\xff\xfepo",
    "a megabyte": "x" * 1_000_000,
}
MAY_BE_TAKEN = {"U+202E"}
QUERIES = {
    "/spotkania": ["szukaj", "strona", "zrobiono", "n"], "/dokumenty": ["spotkanie", "stan", "po"],
    "/archiwum": ["q"], "/dziennik": ["q", "czego", "przed"], "/konta": ["zrobiono"], "/logowanie": ["next"],
    "/spotkania/knurow-2019-11-13": ["krok", "zrobiono"], "/ustawienia/urzad": ["zrobiono"],
}  # fmt: skip
# Browsers write a file's name with %22 for its quotation marks (HTML, "multipart form data").
EXPECTED = {spaced(MARKUP), spaced(FILE_MARKUP[:60].replace('"', "%22"))}
# Kept, and to be seen in documents or in the meeting's file alone; names of files that are not kept.
ELSEWHERE = {
    "/spotkania/nowe localities__0__name", "/spotkania/plik plik", "/spotkania/{id}/plik plik",
    "/spotkania/{id}/zdjecia plik", "/ustawienia/wzory/{name} file", "/ustawienia/wzory file",
}  # fmt: skip
# Answers that another page has, so that nothing typed is on it: a session that is to begin, one button without fields.
WITHOUT_FORM = {"/logowanie", "/pierwsze-konto", "/sprawdz-podpis"}


def harmless(page):
    """What is wrong with a page: elements or attributes that no page of ours has, texts that are not as written."""
    faults = []
    for tag, attributes in page.elements:
        names = [name for name, _ in attributes]
        source = dict(attributes).get("src") or ""
        is_ours = source == "/akces.js" if tag == "script" else source.endswith("/podglad.png")
        if tag == "zle" or (tag in ("img", "script") and not is_ours):
            faults.append(f"<{tag} {attributes}>")
        faults += [f"<{tag} {name}>" for name in names if name.startswith("on") or "zle" in name or name == "style"]
    shown = [page.text, *(value or "" for _, attributes in page.elements for _, value in attributes)]
    for text in shown:
        faults += [f"changed: {found}" for _, found in MARK.findall(text) if spaced(found) not in EXPECTED]
    return faults


def numbers_on(page):
    texts = [page.text, *(value or "" for _, attributes in page.elements for _, value in attributes)]
    return {int(number) for text in texts for number, _ in MARK.findall(text)}


class Judge:
    """Of each answer to a form: no 5xx, nothing but text, what is wrong by name, the rest as it was typed."""

    def __init__(self, suite):
        self.suite, self.looked, self.seen = suite, 0, set()

    def __call__(self, pattern, form, sent, hostile, answer):
        self.looked += 1
        self.suite.check(f"{pattern}: no 5xx", answer.status < 500, answer)
        if answer.type != "text/html":
            return
        page = page_of(answer)
        if answer.status < 400:
            self.seen |= numbers_on(page)
        self.suite.check(f"{pattern}: only text", not harmless(page), harmless(page))
        if answer.status in (400, 409, 413, 422) and hostile:
            self.suite.check(f"{pattern}: what is wrong is named", named(page), f"{answer.status} {page.text}")
            self.kept(pattern, form, hostile, page)

    def kept(self, pattern, form, hostile, page):
        again = [one for one in page.forms if one.action == form.action]
        if not self.suite.check(f"{pattern}: the form is there again", again, page.text[-1500:]):
            return
        shown = {one.name: one.value for one in again[0].fields}
        lost = {
            name: shown.get(name)
            for name, text in hostile.items()
            if isinstance(text, str) and spaced(shown.get(name, "")).strip() != spaced(text).strip()
        }
        self.suite.check(f"{pattern}: nothing typed is lost", not lost, lost)


def everything_is_text(suite, filled_in, seen):
    """Every page; each text that was taken is on one of them, or on the form's own answer (`seen`)."""
    looked = 0
    for path, answer in all_pages(filled_in):
        is_there = answer.status == 200 or (path in filled_in.paths and answer.status in (303, 404))  # gone by now
        suite.check(f"GET {path}: an answer", is_there, answer)
        if answer.type != "text/html":
            continue
        page = page_of(answer)
        looked += 1
        seen |= numbers_on(page)
        suite.check(f"GET {path}: only text", not harmless(page), harmless(page))
    for number, where in filled_in.kept.items():
        suite.check(f"{where}: what was taken is shown", number in seen or where in ELSEWHERE, number)
    suite.check(f"{looked} pages were walked", looked >= 150, looked)
    suite.check(f"{len(seen)} texts were seen", len(seen) >= 60, len(seen))


def odd(suite, filled_in):
    """Each field alone with each odd text; everything else as it should be."""
    looked, office = 0, filled_in.office
    office.good(office.client.change(f"{A}/office", lambda _: office.office))  # as it should be: documents need it
    for pattern in WAYS:
        who = filled_in.everybody if pattern not in WITHOUT_FORM else filled_in.visitors.new()
        if pattern == "/wylogowanie":
            continue
        form, changes = filled_in.places.form(pattern, who)
        for field in typed_fields(form):
            for what, text in ODD.items():
                key = {"idempotency_key": f"proba-{next(numbers)}"} if "idempotency_key" in dict(form.values()) else {}
                try:
                    answer = who.send(form, {**changes, field.name: text, **key})
                except (OSError, Broken) as fault:
                    suite.check(f"{pattern} {field.name} with {what}: an answer", False, fault)
                    continue
                looked += 1
                judge_odd(suite, f"{pattern} {field.name} with {what}", what, field, answer)
                if answer.status < 400:
                    form, changes = filled_in.places.form(pattern, who)
    suite.check(f"{looked} odd texts were sent", looked >= 500, looked)


def judge_odd(suite, name, what, field, answer):
    if answer.status < 400:
        return suite.check(f"{name}: may be taken", what in MAY_BE_TAKEN, answer.status)
    if answer.status in (400, 409, 413, 422) and answer.type == "text/html":
        page = page_of(answer)
        suite.check(f"{name}: only text", not harmless(page), harmless(page))
        found = named(page)
        is_named = any(one == field.name or one.endswith(f"__{field.name}") for one in found)
        is_named = is_named or f"„{field.name}”" in page.text or "secret" in found  # before the rest is looked at
        return suite.check(f"{name}: refused by name", is_named or answer.status == 413, f"{answer.status} {page.text[-900:]}")
    return suite.check(f"{name}: 400, 409, 413 or 422", answer.status in (401, 429) and "logowanie" in name, answer)


def queries(suite, filled_in):
    """What is written behind a page's question mark: searches, choices, the next page."""
    looked = 0
    texts = {**{what: text for what, text in ODD.items() if what != "a megabyte"}, "markup": MARKUP, "long": "x" * 3500}
    for path, names in QUERIES.items():
        for name in names:
            for what, text in texts.items():
                value = quoted(text) if isinstance(text, str) else "".join(f"%{octet:02X}" for octet in text)
                answer = filled_in.everybody.look(f"{path}?{name}={value}")
                looked += 1
                is_good = answer.status in (200, 400, 404, 422) and answer.type == "text/html"
                if suite.check(f"{path}?{name} with {what}", is_good, answer):
                    faults = harmless(page_of(answer))
                    suite.check(f"{path}?{name} with {what}: only text", not faults, faults)
    suite.check(f"{looked} queries were sent", looked >= 100, looked)


def controls(suite):
    for planted in (
        "<script>zle()</script>", "<img src=zle onerror=zle()>", '<p onfocus="zle()">', "<zle zle=1>", '<p style="x">',
        "<script src='/akces.js?'></script>", "M7x&amp;lt;script&gt;x7M", "M7xAkcesx7M", '<p title="M7x&quot;x7M">',
        "M7x" + "x7M",
    ):  # fmt: skip
        suite.control(planted, lambda s, p=planted: s.check("x", not harmless(Page(f"<main>{p}</main>"))))
    good = Page('<script src="/akces.js"></script><p>M7x' + escaped(MARKUP) + "x7M</p>")
    suite.check("a text as text is harmless", not harmless(good) and numbers_on(good) == {7}, harmless(good))


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def main():
    suite = Suite("hostile pages")

    def run():
        with reachable(sys.argv[1]) as service:
            judge = Judge(suite)
            filled_in = fill(service, judge)
            suite.check(f"{judge.looked} forms were sent", judge.looked >= 70, judge.looked)
            suite.part(everything_is_text, suite, filled_in, judge.seen)
            suite.part(queries, suite, filled_in)
            suite.part(odd, suite, filled_in)
            failed = service.failures()
            suite.check("no answer of 500 or above", not failed, failed[:5])
            suite.check("it still runs", service.is_alive())

    suite.part(run)
    suite.part(controls, suite)
    return suite.finish(1500)


if __name__ == "__main__":
    sys.exit(main())
