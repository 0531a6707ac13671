#!/usr/bin/env python3
"""What pages cost: the first page with all that it loads weighs less than 100 kB, and no page asks another host for
anything. A plain link (<a href>) may lead elsewhere, because a person decides to follow it.
usage: page_weight.py PATH/TO/akces"""

import re
import sys

from forms import Page, page_of
from front import reachable
from office import Office
from page_places import Places
from page_roles import ROLES, Visitors, table
from routes import NOBODYS
from suite import Suite

FIRST_PAGE = 100_000  # octets, heads too
ICON = "/favicon.ico"  # what browsers ask for where a page names none
# What a browser fetches, or sends a form to, by itself or by a button.
LOADING = {
    "src", "srcset", "href", "action", "formaction", "poster", "data", "background", "manifest", "ping", "cite",
    "xlink:href", "style", "content", "longdesc", "archive", "codebase", "profile", "usemap",
}  # fmt: skip
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\", re.I)
IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]*)|@import\s+[\"']([^\"']*)|image-set\(\s*[\"']([^\"']*)", re.I)
IN_SCRIPT = re.compile(
    r"(?:https?|wss?):|[\"'`]//|XMLHttpRequest|fetch\s*\(|WebSocket|EventSource|sendBeacon|import\s*\(|importScripts"
)
LEAST_PAGES = 60


def is_elsewhere(address):
    """Of another origin; fragments, paths and queries are ours."""
    return ADDRESS.match(address.strip()) is not None


def addresses_of_style(text):
    return ["".join(found) for found in IN_STYLE.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.S))]


def addresses_of_element(tag, attributes):
    told = {name: value or "" for name, value in attributes}
    for name in LOADING & told.keys():
        value = told[name]
        if name == "style":
            yield from addresses_of_style(value)
        elif name == "srcset":
            yield from (one.split()[0] for one in value.split(",") if one.strip())
        elif name == "content":  # <meta http-equiv=refresh>
            yield from re.findall(r"url\s*=\s*['\"]?([^'\"]+)", value, re.I)
        elif not (tag == "a" and name == "href"):
            yield value


def foreign(page):
    """The addresses of other hosts that a page would fetch."""
    found = [one for tag, attributes in page.elements for one in addresses_of_element(tag, attributes)]
    style = "".join(page.texts_of("style"))
    return [one for one in [*found, *addresses_of_style(style)] if is_elsewhere(one)]


def loads_of(page):
    """What the browser fetches beside the page."""
    found, icons = [], []
    for tag, attributes in page.elements:
        told = dict(attributes)
        if tag == "link" and "icon" in told.get("rel", ""):
            icons.append(told["href"])
        elif tag == "link" and "stylesheet" in told.get("rel", "") or tag in ("script", "img", "iframe", "source"):
            found.append(told.get("href") or told.get("src") or "")
    return found + (icons or [ICON])


def weight(suite, who, visitor):
    """The first page as this visitor gets it, by an empty cache."""
    answer = visitor.look("/")
    sizes = {"/": len(answer.octets)}
    for path in loads_of(page_of(answer)):
        loaded = visitor.look(path)
        suite.equal(f"first page {who}: {path}", loaded.status, 200)
        sizes[path] = len(loaded.octets)
        if loaded.type == "text/css":
            wanted = addresses_of_style(loaded.body.decode("utf-8"))
            sizes |= {one: len(visitor.look(one).octets) for one in wanted}
    total = sum(sizes.values())
    print(f" first page {who}: {total} octets {sizes} ", end="")
    suite.check(f"first page {who}: four things are weighed", len(sizes) >= 4, sizes)
    return suite.check(f"first page {who} weighs {total}", total < FIRST_PAGE, sizes)


def stays_at_home(suite, what, answer):
    """No address of another host in a page, style sheet or script; the answer's own rule says so too."""
    rule = answer.field("content-security-policy") or ""
    suite.check(f"{what}: its rule names no other host", rule.startswith("default-src 'self'") and ":" not in rule, rule)
    text = answer.body.decode("utf-8", "replace")
    if answer.type == "text/html":
        found = foreign(Page(text))
    elif answer.type == "text/css":
        found = [one for one in addresses_of_style(text) if is_elsewhere(one)]
    elif answer.type == "text/javascript":
        found = IN_SCRIPT.findall(re.sub(r"^\s*//.*$", "", text, flags=re.M))
    else:
        return False
    return suite.check(f"{what}: asks no other host", not found, found)


def walk(suite, places, visitors):
    """Every page: those that are opened, those that a form answers with, and refusals."""
    lines, everybody, looked = table(), visitors.somebody(*ROLES), 0
    for row in lines:
        if row["method"] == "GET" and row["clerk"] != "303":
            answer = everybody.look(places.path(row["path"]))
            suite.check(f"GET {row['path']} is there", answer.status == 200, answer)
            looked += stays_at_home(suite, f"GET {row['path']}", answer)
        elif row["method"] == "POST" and "200" in row.values():
            form, changes = places.form(row["path"], everybody)
            looked += stays_at_home(suite, f"POST {row['path']}", everybody.send(form, changes))
    for path in ("/", "/konta", "/spotkania/" + NOBODYS, "/podpis/" + NOBODYS, "/nie-ma", "/logowanie"):
        for who in ("nobody", "reader"):
            looked += stays_at_home(suite, f"GET {path} as {who}", visitors.all[who].look(path))
    suite.check(f"{looked} pages were walked", looked >= LEAST_PAGES, looked)


def controls(suite):
    planted = [
        '<link rel="stylesheet" href="https://fonts.example/a.css">', '<script src="//cdn.example/a.js"></script>',
        '<img src="http://a.example/pixel.gif">', '<img srcset="/a.png 1x, https://a.example/b.png 2x">',
        '<form action="https://a.example/x"></form>', '<button formaction="https://a.example/x"></button>',
        '<div style="background:url(https://a.example/x)"></div>', "<style>@import 'https://a.example/x.css';</style>",
        "<svg><use href='https://a.example/x#a'/></svg>", '<meta http-equiv="refresh" content="0;url=https://a.example">',
        '<a href="/x" ping="https://a.example/x">', '<img src="data:image/gif;base64,AAAA">', '<img src="\\\\a.example/x">',
    ]  # fmt: skip
    for one in planted:
        page = Page(f"<html><body><main>{one}</main></body></html>")
        suite.control(one, lambda s, p=page: s.check("x", not foreign(p)))
    plain = Page('<a href="https://www.gov.pl/">x</a><a href="#y"></a><form action="/z"></form><img src="/a.png">')
    suite.check("a plain link may lead elsewhere", not foreign(plain), foreign(plain))
    for one in ("fetch('/x')", "location = 'https://a.example'", "new WebSocket(x)"):
        suite.control(f"a script: {one}", lambda s, t=one: s.check("x", not IN_SCRIPT.findall(t)))


def main():
    suite = Suite("page weight")

    def run():
        with reachable(sys.argv[1]) as one:
            office = Office(one.set_up())
            places, visitors = Places(office, one), Visitors(one, office)
            suite.part(walk, suite, places, visitors)
            suite.part(weight, suite, "before the log-in", visitors.new())
            suite.part(weight, suite, "behind the log-in", visitors.somebody(*ROLES))

    suite.part(run)
    suite.part(controls, suite)
    return suite.finish(200)


if __name__ == "__main__":
    sys.exit(main())
