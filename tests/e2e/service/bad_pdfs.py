"""Rows 15 to 31: files that come back as a signature, and files that are only to be checked."""

import tempfile
import time

import hostile
from context import expect_problem, problem_faults
from cryptography.hazmat.primitives.asymmetric import ec
from measure import stretched
from office import A, PDF, Office
from signed import (
    Person, changed_later, contents_of, crafted, openssl_cms, plain_data, ranged, resigned, rsa_key, signed, with_contents, with_launch,
    with_range, with_script,
)  # fmt: skip

LONGEST_S = 2  # on a machine that has a core to spare for it


def verified(c, row, name, octets, kind):
    """POST /verify keeps nothing and refuses only what is no readable PDF."""
    began = time.monotonic()
    answer = c.anybody().post(f"{A}/verify", octets, PDF)
    took = time.monotonic() - began
    expect_problem(c.suite, c.name(f"row {row}: {name}, to be checked"), answer, 422, kind)
    c.suite.check(c.name(f"row {row}: {name}: an answer in time"), took < stretched(LONGEST_S), f"{took:.1f} s")


class Returned:
    """A partner who returns one wrong file after the other by one link; each is kept in quarantine, nothing else changes."""

    def __init__(self, c, office):
        self.c, self.office = c, office
        self.document, self.signer, self.secret = office.linked()
        self.issued = c.anybody().get(f"{A}/links/{self.secret}/document").body

    def state(self):
        one = self.office.document(self.document)
        return one["state"], one["version"], one["head_sha256"]

    def kept(self):
        return self.office.get(f"/quarantine?document={self.document}&limit=200")["data"]

    def send(self, octets):
        return self.c.anybody().post(f"{A}/links/{self.secret}/signature?name=podpis.pdf", octets, PDF)

    def refused(self, row, name, octets, status, kind, member=None):
        before, count = self.state(), len(self.kept())
        answer = self.send(octets)
        what = self.c.name(f"row {row}: {name}, returned")
        expect_problem(self.c.suite, what, answer, status, kind, member)
        self.c.suite.equal(f"{what}: the document is as it was", self.state(), before)
        if octets == b"":  # there is nothing to keep
            return
        kept = self.kept()
        found = kept[-1]["findings"] if len(kept) == count + 1 else None
        newest = max(kept, key=lambda one: one["at"])["findings"] if kept else None
        self.c.suite.check(
            f"{what}: in quarantine with its finding", len(kept) == count + 1 and (found or newest), kept[-2:]
        )


def signatures(r, folder):
    """Row, name, octets, status, type, and what must be named."""
    issued = r.issued
    olga = Person(folder, "Olga Próbna")
    rsa = Person(folder, "Ryszard Próbny", rsa_key(2048))
    good = signed(issued, olga)
    yield (
        22,
        "a script",
        signed(issued, olga, change=with_script),
        422,
        "pdf-active-content",
        lambda one: "JavaScript" in one["detail"],
    )
    yield (
        22,
        "a program to start",
        signed(issued, olga, change=with_launch),
        422,
        "pdf-active-content",
        lambda one: "Launch" in one["detail"],
    )
    yield 23, "the issued file itself", issued, 422, "signature-missing", None
    other = r.c.anybody().get(f"{A}/links/{r.office.linked()[2]}/document").body
    yield 24, "another document, signed", signed(other, olga, "Podpis", own_field=True), 409, "document-mismatch", None
    yield (
        24,
        "a changed first revision",
        signed(issued, olga).replace(b"/MediaBox", b"/MediaBix", 1),
        409,
        "document-mismatch",
        None,
    )
    yield 25, "a short range", resigned(good, olga, lambda n: [*n[:3], n[3] - 50]), 422, "signature-range", None
    yield (
        25,
        "an overlapping range",
        resigned(good, olga, lambda n: [n[0], n[1], n[1] - 10, n[3] + n[2] - n[1] + 10]),
        422,
        "signature-range",
        None,
    )
    yield 25, "a negative range", with_range(good, lambda n: [n[0], n[1], n[2], -1]), 422, "signature-range", None
    yield (
        25,
        "a gap larger than the contents",
        resigned(good, olga, lambda n: [n[0], n[1] - 9, n[2], n[3]]),
        422,
        "signature-range",
        None,
    )
    later = lambda one: len(one.get("detail", "")) > 0 and "errors" not in one
    yield 26, "another page behind the signature", changed_later(good), 422, "changed-after-signing", later
    yield 27, "SHA-1", signed(issued, rsa, digest="sha1"), 422, "weak-algorithm", None
    yield 27, "MD5", with_contents(good, crafted(rsa, ranged(good), digest="md5")), 422, "weak-algorithm", None
    small = Person(folder, "Krótki Klucz", rsa_key(1024))
    yield 27, "RSA of 1024 bits", signed(issued, small), 422, "weak-algorithm", None
    curve = Person(folder, "Inna Krzywa", ec.generate_private_key(ec.SECP192R1()))
    yield 27, "another curve", signed(issued, curve), 422, "weak-algorithm", None
    yield (
        28,
        "octets behind the CMS",
        with_contents(good, contents_of(good).rstrip(b"\0"), b"0a"),
        422,
        "cms-malformed",
        None,
    )
    yield 28, "no SignedData", with_contents(good, plain_data()), 422, "cms-malformed", None
    twice = openssl_cms(folder, ranged(good), [olga, rsa])
    yield 28, "two signers in one", with_contents(good, twice), 422, "cms-malformed", None
    for name in ("message_digest", "signing_certificate_v2"):
        octets = with_contents(good, crafted(olga, ranged(good), leave_out=(name,)))
        yield 29, f"without {name}", octets, 422, "cms-attributes", None
    yield (
        29,
        "without any attribute",
        with_contents(good, openssl_cms(folder, ranged(good), [olga], "-noattr")),
        422,
        "cms-attributes",
        None,
    )
    old = Person(folder, "Dawny Podpis", begins=-60, ends=-30)
    yield 31, "an expired certificate", signed(issued, old), 422, "certificate-expired", None
    young = Person(folder, "Przyszły Podpis", begins=30, ends=60)
    yield 31, "a certificate that begins later", signed(issued, young), 422, "certificate-expired", None
    heavy = Person(folder, "Ciężki Certyfikat", weight=66000)
    yield 28, "more than 64 KB", signed(issued, heavy, reserved=150000), 422, "cms-malformed", None


def pinned(c, office, folder):
    """Row 30: the office takes one certificate only."""
    r = Returned(c, office)
    mine, other = Person(folder, "Anna Właściwa"), Person(folder, "Anna Inna")
    office.good(office.client.put(f"{A}/signers/{r.signer}/certificate", {"sha256": mine.sha256()}))
    r.refused(30, "another certificate than the pinned one", signed(r.issued, other), 403, "signer-mismatch")
    answer = r.send(signed(r.issued, mine))
    c.suite.equal(c.name("row 30: the pinned one is taken"), answer.status, 200, answer)


def controls(c, office, folder):
    """What is right is taken by the same way, and the judge notices."""
    r = Returned(c, office)
    person = Person(folder, "Olga Dobra")
    answer = r.send(signed(r.issued, person, "Podpis", own_field=True))
    c.suite.equal(c.name("a good signature in a field of its own is taken"), answer.status, 200, answer)
    c.suite.check(c.name("… and is no problem to the judge"), problem_faults(answer, 422, "signature-range") != [])
    c.suite.control("a good file among the bad", lambda inner: expect_problem(inner, "x", answer, 422, "pdf-damaged"))
    verdict = c.anybody().post(f"{A}/verify", signed(r.issued, person), PDF)
    whole = verdict.status == 200 and verdict.json["signatures"][0]["integrity"] == "intact"
    c.suite.check(c.name("our way to sign is a good one"), whole, verdict)
    crafted_file = with_contents(signed(r.issued, person), b"")
    again = with_contents(crafted_file, crafted(person, ranged(crafted_file)))
    verdict = c.anybody().post(f"{A}/verify", again, PDF)
    whole = verdict.status == 200 and verdict.json["signatures"][0]["integrity"] == "intact"
    c.suite.check(c.name("a CMS by hand with all attributes is a good one"), whole, verdict)


def all_rows(c):
    office = Office(c.client)
    looked = 0
    r = Returned(c, office)
    for row, name, octets, kind in hostile.files():
        verified(c, row, name, octets, kind)
        r.refused(row, name, octets, 422, kind)
        looked += 2
    with tempfile.TemporaryDirectory(prefix="akces-people-") as folder:
        for row, name, octets, status, kind, member in signatures(r, folder):
            r.refused(row, name, octets, status, kind, member)
            looked += 1
        c.suite.part(pinned, c, office, folder)
        c.suite.part(controls, c, office, folder)
    c.suite.check(c.name("the service lives"), c.service.is_alive())
    return looked
