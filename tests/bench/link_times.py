"""Row 44 of the table of bad input by the clock: whether the time of an answer tells links that open nothing apart.

Pairs of requests, in random order, each from an address of its own (wrong links are counted by address): one by a link
that never was, one by another kind of dead link. Who says of each pair that the slower one is the other kind is right in
half of them where time tells nothing; of 300 pairs 9 % to either side is what chance does once in 500 runs.
"""

import hashlib
import itertools
import random
import secrets
import time

from office import A, rows
from wire import Answer, read_answer, request

PAIRS = 300
ADDRESSES = (f"127.{a}.{b}.{c}" for a in range(1, 255) for b in range(1, 255) for c in range(1, 255))


def asked(service, secret, address):
    """The answer, and how long it took from the last octet sent."""
    place = service.place.seen_from(address)
    octets = request(place, "GET", f"{A}/links/{secret}/document")
    with place.connect() as connection:
        began = time.perf_counter()
        connection.sendall(octets)
        answer = Answer(read_answer(connection))
        return answer, time.perf_counter() - began


def timeless(answer):
    """All of an answer but the request's id."""
    return answer.status, answer.type, {name: value for name, value in answer.json.items() if name != "instance"}


def told_apart(service, dead, addresses):
    """Of PAIRS pairs the share in which `dead` was slower than an unknown link. Each answer must be the same."""
    slower, shown = 0, set()
    for _ in range(PAIRS):
        wishes = [(False, secrets.token_urlsafe(32)), (True, dead)]
        random.shuffle(wishes)
        took = {}
        for is_dead, secret in wishes:
            answer, took[is_dead] = asked(service, secret, next(addresses[is_dead]))
            shown.add(repr(timeless(answer)))
        slower += took[True] > took[False]
    if len(shown) != 1 or not next(iter(shown)).startswith("(404, "):
        raise SystemExit(f"links that open nothing have different answers: {shown}")
    return slower / PAIRS


def expired(service, office):
    """A link whose time is over, of a signer who never signed."""
    _, signer, secret = office.linked()
    with rows(service) as database:
        database.execute("UPDATE signer_link SET expires_at = 1 WHERE signer = ?", (signer,))
    return secret


def expired_copy(service, office):
    """A link of somebody who signed so long ago that it does not even give the signed copy any more."""
    _, signer, secret = office.linked()
    office.post(f"/links/{secret}/signing", {"name": "Jan Przykładowy", "consent": True})
    with rows(service) as database:
        database.execute("UPDATE signer_link SET expires_at = 1 WHERE signer = ?", (signer,))
        database.execute("UPDATE signer SET ended_at = 1 WHERE id = ?", (signer,))
    return secret


def slowed(service, addresses):
    """Makes what asks from these addresses slower on its way through the database: about a millisecond."""
    marks = [(hashlib.sha256(one.encode()).hexdigest(),) for one in addresses]
    with rows(service) as database:
        database.execute("CREATE TABLE slow (who TEXT PRIMARY KEY)")
        database.executemany("INSERT INTO slow VALUES (?)", marks)
        database.execute(
            "CREATE TRIGGER slower BEFORE INSERT ON attempt WHEN NEW.who IN (SELECT who FROM slow)"
            " BEGIN SELECT count(*) FROM slow a, slow b WHERE a.who < b.who; END"
        )


def shares(service, office):
    """What is told apart: a link that expired, that of a signed copy, and a path that was made slower."""
    both = {False: ADDRESSES, True: ADDRESSES}
    yield "expired", told_apart(service, expired(service, office), both)
    yield "expired, of a signed copy", told_apart(service, expired_copy(service, office), both)
    slow = list(itertools.islice(ADDRESSES, PAIRS))
    slowed(service, slow)
    yield "control", told_apart(service, expired(service, office), {False: ADDRESSES, True: iter(slow)})
