"""Requests that begin at the same moment: each waits, whole but for its last octet, until all are there."""

import secrets
import urllib.parse

from office import A
from wire import Answer, Broken, read_answer, request

LOST = 0  # instead of a status: no whole answer came


class Racer:
    """One request of many. `wish` is what a judge needs to know of it."""

    def __init__(self, place, octets, wish):
        self.wish, self.octets, self.answer, self.fault = wish, octets, None, ""
        self.connection = place.connect()
        self.connection.sendall(octets[:-1])

    def start(self):
        self.connection.sendall(self.octets[-1:])

    def finish(self):
        try:
            self.answer = Answer(read_answer(self.connection))
        except (OSError, Broken) as fault:
            self.fault = str(fault)
        self.connection.close()

    @property
    def status(self):
        return self.answer.status if self.answer else LOST

    @property
    def has_won(self):
        return self.status in (200, 201)


def asking(client, method, path, body, kind, wish, **fields):
    """What a racer of this client says."""
    sent = [("Content-Type", kind)] if kind else []
    if client.cookie:
        sent += [("Cookie", client.cookie), ("X-CSRF-Token", client.csrf)]
    sent += [(name.replace("_", "-").title(), value) for name, value in fields.items()]
    return request(client.place, method, A + path, sent, body or b""), wish


def race(place, wishes):
    racers = [Racer(place, octets, wish) for octets, wish in wishes]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.finish()
    return racers


def all_of(client, path):
    """Every page of a list, from where the path begins."""
    path, _, query = path.partition("?")
    wish, found = {**dict(urllib.parse.parse_qsl(query)), "limit": 200}, []
    while True:
        answer = client.get(f"{A}{path}?{urllib.parse.urlencode(wish)}")
        assert answer.status == 200, answer
        found += answer.json["data"]
        wish["after"] = answer.json["pagination"]["next"]
        if wish["after"] is None:
            return found


def new_key():
    return secrets.token_hex(8)
