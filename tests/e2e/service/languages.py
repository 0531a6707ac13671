#!/usr/bin/env python3
"""An English page is English: no sentence of the Polish catalogue stands on any page that can be reached from the first
one, on a link's pages, in a check of a signature or in a refusal. What people wrote, documents and the archive's findings stay as they are.
usage: languages.py PATH/TO/akces"""

import html
import re
import sys

from office import A, Office
from routes import Fixtures
from service import DATA, ROOT, Service
from suite import Suite

LEAST_PAGES = 60
OF_A_KIND = 2  # pages of one pattern that are looked at
SHORTEST = 12  # letters of several words, which are told apart from a name
WORD = re.compile(r'\{\s*"([^"\s]+)"\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\}')
SLOT = re.compile(r"\{\d(?:\|[^}]*)?\}")
OFFICE = "Pieczęć urzędu (własna) – Akces"  # a name in certificates, which stays as it is


def catalogue(language):
    """Key → sentence."""
    found = {}
    for path in sorted((ROOT / "base").glob(f"words_{language}_*.cpp")):
        for key, literals in WORD.findall(path.read_text("utf-8")):
            found[key] = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literals))
    return found


def fragments():
    """What only a Polish sentence has: its pieces between the values, key → pieces."""
    english = " ".join(catalogue("en").values())
    pieces = {}
    for key, sentence in catalogue("pl").items():
        whole = [piece.strip(" .,:;()–") for piece in SLOT.split(sentence)]
        own = [piece for piece in whole if len(piece) >= SHORTEST and " " in piece and piece not in english + OFFICE]
        if own:
            pieces[key] = own
    return pieces


def shown(body):
    """What people read or hear of a page."""
    text = re.sub(r'(?s)<div class="paper">.*?</section>|<ul lang="pl">.*?</ul>|<(textarea|pre)\b.*?</\1>', " ", body)  # said to be Polish
    attributes = re.findall(r'(?:title|alt|aria-label|placeholder|data-label|data-done)="([^"]*)"', text)
    text = re.sub(r"<[^>]*>", " ", text) + " " + " ".join(attributes)
    return " ".join(html.unescape(text).replace("\u00a0", " ").split())


def polish(body, pieces):
    text = shown(body)
    return [f"{key}: {piece}" for key, all_of_it in pieces.items() for piece in all_of_it if piece in text]


def judge(suite, what, answer, pieces):
    found = polish(answer.body.decode("utf-8"), pieces)
    suite.check(f"{what} is English", answer.type == "text/html" and not found, f"{answer.status} {found[:5]}")


def kind_of(path):
    """The path without what tells two pages of one kind apart."""
    return re.sub(r"/(?=[^/]*[\d-])[^/]+|/[A-Z2-7]{16}", "/*", path.partition("?")[0])


def pages(client, first):
    """Every page that links lead to, a few of each kind: (path, answer)."""
    to_do, known, kinds = [first], {first}, {}
    while to_do:
        path = to_do.pop(0)
        kinds[kind_of(path)] = kinds.get(kind_of(path), 0) + 1
        if kinds[kind_of(path)] > OF_A_KIND:
            continue
        answer = client.get(path)
        if answer.type != "text/html":
            continue
        yield path, answer
        for link in re.findall(r'href="(/[^"#]*)', answer.body.decode("utf-8")):
            link = html.unescape(link)
            if link not in known and not link.startswith("/api/"):
                known.add(link)
                to_do.append(link)


def speaking(client, language):
    client.cookie = "; ".join(filter(None, [client.cookie, f"language={language}"]))
    return client


def crawl(suite, service, office, pieces, language="en"):
    looked = 0
    for who in (office.session(service.client(), "clerk", "archivist", "administrator"), service.client()):
        for path, answer in pages(speaking(who, language), "/"):
            looked += 1
            judge(suite, f"{path} ({answer.status})", answer, pieces)
    suite.check(f"{looked} pages were looked at", looked >= LEAST_PAGES)


def of_links(suite, service, office, pieces):
    """A link's pages in each state, and what a refusal or a returned file is answered."""
    somebody = speaking(service.client(), "en")
    joined, _, secret = office.linked()
    judge(suite, "a link's cover", somebody.get(f"/podpis/{secret}"), pieces)
    office.post(f"/links/{secret}/opening")
    judge(suite, "a link's page", somebody.get(f"/podpis/{secret}"), pieces)
    judge(suite, "a form with faults", form(somebody, f"/podpis/{secret}/podpisanie", b"name="), pieces)
    wrong = upload(somebody, f"/podpis/{secret}/plik", "file", (DATA / "pdf" / "three-fields.pdf").read_bytes())
    judge(suite, "another file than the document", wrong, pieces)
    judge(suite, "no PDF", upload(somebody, f"/podpis/{secret}/plik", "file", b"junk"), pieces)
    office.post(f"/links/{secret}/refusal", {"reason": "No."})
    judge(suite, "a declined one", somebody.get(f"/podpis/{secret}"), pieces)
    judge(suite, "signing a declined one", form(somebody, f"/podpis/{secret}/podpisanie", b"name=A&consent=yes"), pieces)
    judge(suite, "no link", somebody.get("/podpis/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), pieces)
    clerk = speaking(office.session(service.client(), "clerk", "archivist", "administrator"), "en")
    judge(suite, "its document", clerk.get(f"/dokumenty/{joined}"), pieces)


def of_checks(suite, service, office, pieces):
    somebody = speaking(service.client(), "en")
    for what, path in (("the head", f"/documents/{office.accepted()}/head"), ("as issued", f"/documents/{office.issued()}/issued")):
        file = office.good(office.client.get(A + path)).body
        judge(suite, f"a check of {what}", upload(somebody, "/sprawdz-podpis", "file", file), pieces)
        broken = file.replace(b"/MediaBox", b"/MediaBax")
        judge(suite, f"a check of {what}, broken", upload(somebody, "/sprawdz-podpis", "file", broken), pieces)
        judge(suite, f"a check of {what}, longer", upload(somebody, "/sprawdz-podpis", "file", file + b"\n1 0 obj\n"), pieces)


def form(client, path, body):
    return client.ask("POST", path, body, "application/x-www-form-urlencoded")


def upload(client, path, field, content):
    head = f'--x\r\nContent-Disposition: form-data; name="{field}"; filename="a.pdf"\r\n\r\n'
    return client.ask("POST", path, head.encode() + content + b"\r\n--x--\r\n", "multipart/form-data; boundary=x")


def programs(suite, service, office):
    """The API speaks the language that is asked for."""
    document, client = office.issued(), office.client
    for language, state, waits in (("en", "issued", "waiting"), ("pl", "wydany", "oczekuje")):
        answer = client.get(f"{A}/documents/{document}", accept_language=language).json
        suite.equal(f"state in {language}", (answer["state_text"], answer["signers"][0]["state_text"]), (state, waits))
    stopped = client.post(f"{A}/documents/{document}/issue", accept_language="en").json["detail"]
    suite.check("a refusal in English", "wydany" not in stopped and "issued" in stopped, stopped)


def main():
    suite, pieces = Suite("languages"), fragments()
    suite.check("the Polish catalogue was read", len(pieces) > 900, len(pieces))
    with Service(sys.argv[1]) as service:
        office = Office(service.set_up())
        Fixtures(office, service)
        suite.part(crawl, suite, service, office, pieces)
        suite.part(of_links, suite, service, office, pieces)
        suite.part(of_checks, suite, service, office, pieces)
        suite.part(programs, suite, service, office)
        suite.control("Polish pages", lambda inner: crawl(inner, service, office, pieces, "pl"))
    return suite.finish(LEAST_PAGES)


if __name__ == "__main__":
    sys.exit(main())
