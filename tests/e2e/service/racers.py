#!/usr/bin/env python3
"""Fifty racers for what only one can get: a signature, an acceptance, a change, a link, a request's key. One wins, nothing
that came is lost, nothing stands twice, and the audit trail tells what the state shows.
usage: racers.py PATH/TO/akces [--long]     200 rounds for one signature instead of 20, 40 of each other kind instead of 4"""

import copy
import collections
import hashlib
import json
import sys
import tempfile

from context import Context
from office import A, PDF, Office
from racer_judges import SIGNS, change_faults, key_faults, link_faults, signature_faults
from rounds import all_of, asking, new_key, race
from signed import Person, signed
from suite import Suite
from wire import Client

RACERS = 50
RESERVED = 8192  # octets: small files, so that all fifty have a worker or a place in the queue


class Field:
    """Where the racers meet: an office, people who sign, and what happened since the round began."""

    def __init__(self, c, folder):
        self.c, self.office, self.folder = c, Office(c.client), folder
        self.people = [Person(folder, f"Olga Próbna {number}") for number in range(2)]
        self.looked = self.intents = self.seals = self.counterparts = 0
        self.last = 0

    def begin(self):
        self.last = max([one["sequence"] for one in all_of(self.c.client, f"/audit?after={self.last}")], default=self.last)

    def race(self, wishes):
        racers = race(self.c.place, wishes)
        self.looked += len(racers)
        return racers

    def events(self):
        return all_of(self.c.client, f"/audit?after={self.last}")

    def signers(self, document, *fields):
        """Each with a link."""
        found = [one for one in self.office.document(document)["signers"] if one["state"] == "invited"]
        found = [one for one in found if not fields or one["field"] in fields]
        kept = ("id", "field", "expected_name")
        return [{**{key: one[key] for key in kept}, "secret": self.office.link(one["id"])} for one in found]

    def person(self, signer):
        return Person(self.folder, signer["expected_name"] or "Olga Próbna")

    def stranger(self, number):
        """Somebody from elsewhere: wrong links are counted by address."""
        return Client(self.c.place.seen_from(f"127.0.1.{number // 10 + 1 + 10 * (self.looked // RACERS % 20)}"))

    def issued_file(self, signer):
        return self.c.anybody().get(f"{A}/links/{signer['secret']}/document").body

    def here(self, signer):
        body = b'{"name": "Jan Racer", "consent": true}'
        wish = {"signer": signer["id"], "field": signer["field"]}
        return asking(self.c.anybody(), "POST", f"/links/{signer['secret']}/signing", body, "application/json", wish)

    def upload(self, signer, octets):
        wish = {"signer": signer["id"], "field": signer["field"], "sha256": hashlib.sha256(octets).hexdigest()}
        return asking(self.c.anybody(), "POST", f"/links/{signer['secret']}/signature?name=p.pdf", octets, PDF, wish)

    def found(self, document):
        """What the service says of a document: itself, its files, what is in them, and the trail."""
        uploads = all_of(self.c.client, f"/uploads?document={document}")
        accepted = [one for one in uploads if one["state"] == "accepted"]
        events = self.events()
        actions = collections.Counter(one["action"] for one in events)
        self.intents += actions["seal.intent"]
        self.seals += actions["seal.done"]
        self.counterparts += sum(one["kind"] == "counterpart" for one in accepted)
        files = [(one, self.c.client.get(f"{A}/uploads/{one['id']}/file").body) for one in accepted]
        return {
            "document": self.office.document(document),
            "accepted": accepted,
            "kept": [one for one in uploads if one["kind"] == "quarantine"],
            "intact": {field for one, octets in files for field in self.intact(one, octets)},
            "events": events,
        }

    def intact(self, upload, octets):
        """The fields whose signature is whole in this file, if it is the one that came."""
        if hashlib.sha256(octets).hexdigest() != upload["sha256"]:
            return []
        verdict = self.office.post("/verify", octets, PDF).json
        return [one["field"] for one in verdict["signatures"] if one["integrity"] == "intact"]


# ---- rounds: each returns its judge with what that looked at


def one_signature(field):
    """Twenty sign here, thirty return what two programs made of the same file."""
    document = field.office.issued()
    (signer,) = field.signers(document, "Partner-1")
    file = field.issued_file(signer)
    ours = [signed(file, person, signer["field"], reserved=RESERVED) for person in field.people]
    field.begin()
    mixed = [field.here(signer) if n % 5 < 2 else field.upload(signer, ours[n % 2]) for n in range(RACERS)]
    return signature_faults, field.race(mixed), field.found(document)


def two_signers(field):
    """Both return what they signed of one revision: one extends the head, the other is a counterpart."""
    document = field.office.issued()
    both = field.signers(document)
    file = field.issued_file(both[0])
    ours = [signed(file, field.people[n], one["field"], reserved=RESERVED) for n, one in enumerate(both)]
    field.begin()
    mixed = [field.upload(both[n % 2], ours[n % 2]) for n in range(RACERS)]
    return signature_faults, field.race(mixed), field.found(document)


def ten_signers(field):
    """A joint declaration: three return files of revision 0, the others sign here, several times each."""
    document = field.office.joint()
    signers = field.signers(document)  # ten: one has signed
    file = field.c.client.get(f"{A}/documents/{document}/issued").body
    uploads = {n: signed(file, field.person(one), one["field"], reserved=RESERVED) for n, one in enumerate(signers[:3])}
    field.begin()
    turns = [n % len(signers) for n in range(RACERS)]
    mixed = [field.upload(signers[n], uploads[n]) if n in uploads else field.here(signers[n]) for n in turns]
    return signature_faults, field.race(mixed), field.found(document)


def confirmation(field):
    """Two files by another name than the expected one wait for the clerk, who says yes to all of them, many times."""
    signer = next(one for one in field.signers(field.office.joint()) if one["expected_name"])
    file = field.issued_file(signer)
    waiting = []
    for person in field.people:
        octets = signed(file, person, signer["field"], reserved=RESERVED)
        path = f"{A}/links/{signer['secret']}/signature?name=p.pdf"
        waiting.append(field.office.good(field.c.anybody().post(path, octets, PDF)).json["upload"])
    wish = {"signer": signer["id"], "field": signer["field"]}
    field.begin()
    paths = [f"/uploads/{one['id']}/confirmation" for one in waiting]
    asked = [asking(field.c.client, "POST", paths[n % 2], None, None, wish) for n in range(RACERS)]
    return signature_faults, field.race(asked), field.found(waiting[0]["document_id"])


def acceptance(field):
    document = field.office.signed_here()
    wish = {"signer": field.office.signer(document, "Lider"), "field": "Lider"}
    path = f"/documents/{document}/acceptance"
    field.begin()
    asked = [asking(field.c.client, "POST", path, b"{}", "application/json", wish) for _ in range(RACERS)]
    return signature_faults, field.race(asked), field.found(document)


def change(field):
    """All of them saw the same meeting."""
    meeting = field.office.meeting()
    before = field.c.client.get(f"{A}/meetings/{meeting}")
    field.begin()
    asked = []
    for number in range(RACERS):
        name = f"Zespół {meeting} racera {number}"
        body = {**before.json, "team": {**before.json["team"], "name": name}}
        octets = json.dumps(body).encode()
        tag = before.field("etag")
        asked.append(
            asking(field.c.client, "PUT", f"/meetings/{meeting}", octets, "application/json", name, if_match=tag)
        )
    racers = field.race(asked)
    events = [one["action"] for one in field.events() if one["subject"]["id"] == meeting]
    return change_faults, racers, field.office.get(f"/meetings/{meeting}")["team"]["name"], events


def one_key(field):
    body, key = json.dumps(field.office.late_joiner()).encode(), new_key()
    before = field.c.counts()["document"]
    words = ("POST", "/late-joiners", body, "application/json", None)
    racers = field.race([asking(field.c.client, *words, idempotency_key=key) for _ in range(RACERS)])
    again = field.c.client.post(f"{A}/late-joiners", body, "application/json", idempotency_key=key).body
    return key_faults, racers, field.c.counts()["document"] - before, again


def link(field):
    """Each of fifty new links ends the one before."""
    signer = field.office.signer(field.office.issued())
    field.begin()
    racers = field.race([asking(field.c.client, "POST", f"/signers/{signer}/link", None, None, None)] * RACERS)
    paths = [one.answer.json["api"].partition(A)[2] for one in racers if one.has_won]
    opening = sum(field.stranger(n).get(A + path).status == 200 for n, path in enumerate(paths))
    made = sum(one["action"] == "link.make" and one["subject"]["id"] == signer for one in field.events())
    return link_faults, racers, opening, made


# ---- the judges can say no


def controls(suite, last):
    """What each judge must find in a round that was good."""
    _, racers, found = last["one_signature"]
    lost = {**found, "accepted": []}
    untold = {**found, "events": [one for one in found["events"] if one["action"] not in SIGNS]}
    twice = {**found, "accepted": found["accepted"] * 2}
    dropped = {**found, "kept": found["kept"][1:]}
    unsigned = {**found, "intact": set()}
    names = {"lost": lost, "untold": untold, "there twice": twice, "in no file": unsigned}
    for name, wrong in {**names, "of a loser dropped": dropped}.items():
        suite.control(f"a signature {name}", lambda inner, wrong=wrong: judge(inner, signature_faults, racers, wrong))
    winner = next(one for one in racers if one.has_won)
    second = copy.copy(winner)  # with a file of their own: the same file twice is one upload
    second.wish = {**winner.wish, "sha256": "of another file"}
    suite.control("two winners", lambda inner: judge(inner, signature_faults, [*racers, second], found))
    _, racers, stands, events = last["change"]
    suite.control("another change stands", lambda inner: judge(inner, change_faults, racers, stands + "x", events))
    winner.answer.status = 500
    suite.control("an answer of 500", lambda inner: judge(inner, change_faults, [*racers, winner], stands, events))
    _, racers, made, again = last["one_key"]
    suite.control("two made under one key", lambda inner: judge(inner, key_faults, racers, made + 1, again))
    _, racers, _, made = last["link"]
    suite.control("two links that open", lambda inner: judge(inner, link_faults, racers, 2, made))


def judge(suite, faults_of, *found, what="x"):
    faults = faults_of(*found)
    suite.check(what, not faults, "; ".join(faults))


KINDS = [one_signature, two_signers, ten_signers, confirmation, acceptance, change, one_key, link]


def run(suite, binary, rounds):
    last = {}
    with tempfile.TemporaryDirectory(prefix="akces-racers-") as folder, Context(suite, binary, "alone") as c:
        field = Field(c, folder)
        for kind in KINDS:
            for number in range(rounds if kind is one_signature else rounds // 5):
                last[kind.__name__] = found = kind(field)
                judge(suite, *found, what=f"{kind.__name__}, round {number}")
        failed = c.service.failures()
        suite.check("no answer of 500 or above", not failed, failed[:5])
        later = [one["sequence"] for one in all_of(c.client, "/audit?after=7")]
        whole = len(later) > 400 and later == list(range(8, later[-1] + 1))
        suite.check("a list is read to its end from any place", whole, f"{len(later)} from {later[:3]}")
        suite.check("the audit trail is whole", field.office.get("/audit/check")["intact"])
        suite.part(controls, suite, last)
        least = RACERS * (rounds + (len(KINDS) - 1) * (rounds // 5))
        suite.equal("so many racers were looked at", field.looked, least)
        print(f"\n{field.looked} racers, {field.intents} seals begun, {field.seals} kept, {field.counterparts} counterparts")
        suite.check("the races were real: seals were begun in vain", field.intents > field.seals)
        suite.check("… and counterparts came of one revision", field.counterparts > rounds // 5)


def main():
    suite = Suite("racers")
    rounds = 200 if "--long" in sys.argv else 20
    suite.part(run, suite, sys.argv[1], rounds)
    return suite.finish(rounds)


if __name__ == "__main__":
    sys.exit(main())
