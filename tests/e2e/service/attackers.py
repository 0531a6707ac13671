"""Clients that hold a connection as long as they can, in a process of their own so that they slow nobody's clock."""

import collections
import multiprocessing
import selectors
import socket
import time

import wire

KINDS = ("head", "body", "silent", "reader")
PACE_S = 1.0  # an octet each
COMING_S = 2.0  # until all are there
SOURCES = {"reader": "127.0.0.3"}  # all others 127.0.0.2: no share of memory is the normal user's or another kind's
SMALL_BUFFER = 4096


class Attacker:
    """One connection; made anew whenever it is cut."""

    def __init__(self, place, kind, reading):
        self.place, self.kind, self.reading = place, kind, reading
        self.connection, self.got, self.began, self.sent = None, b"", 0.0, 0

    def connect(self, selector):
        self.connection = socket.socket()
        if self.kind == "reader":
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
        self.connection.bind((SOURCES.get(self.kind, "127.0.0.2"), 0))
        self.connection.connect(("127.0.0.1", self.place.port))
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.connection.setblocking(False)
        self.got, self.began, self.sent = b"", time.monotonic(), 0
        self.connection.send(self.first())
        if self.kind != "reader":  # who reads slowly looks at its own pace
            selector.register(self.connection, selectors.EVENT_READ, self)

    def first(self):
        host = f"Host: {self.place.authority}\r\n"
        return {
            "head": f"GET / HTTP/1.1\r\n{host}X-Slow: ",
            "body": f"POST /api/v1/verify HTTP/1.1\r\n{host}Content-Type: application/pdf\r\nContent-Length: 3000\r\n\r\n",
            "silent": "",
            "reader": self.reading,
        }[self.kind].encode()

    def step(self):
        """Its next octet; false once the connection is over."""
        try:
            if self.kind in ("head", "body"):
                self.connection.send(b"x")
                self.sent += 1
            elif self.kind == "reader":
                octets = self.connection.recv(1 if self.got else SMALL_BUFFER)
                self.got += octets[: SMALL_BUFFER - len(self.got)]
                return octets != b""
        except BlockingIOError:
            pass
        except OSError:
            return False
        return True

    def hear(self):
        """What came; false at its end."""
        try:
            octets = self.connection.recv(SMALL_BUFFER)
        except OSError:
            octets = b""
        self.got += octets
        return octets != b""

    def end(self):
        """Kind, seconds, status (0: no word)."""
        line = self.got.split(b" ", 2)
        status = int(line[1]) if len(line) > 1 and line[1].isdigit() else 0
        self.connection.close()
        return self.kind, time.monotonic() - self.began, status


def attack(place, count, reading, stop, report):
    """Runs until `stop`; tells what became of every connection that the service ended."""
    selector, ended = selectors.DefaultSelector(), []
    attackers = [Attacker(place, KINDS[n % len(KINDS)], reading) for n in range(count)]
    for one in attackers:
        one.connect(selector)
        time.sleep(COMING_S / count)
    report.put(len(attackers))

    def again(one):
        if one.kind != "reader":
            selector.unregister(one.connection)
        ended.append(one.end())
        one.connect(selector)

    while not stop.is_set():
        turn_ends = time.monotonic() + PACE_S
        for number, one in enumerate(attackers):
            due = turn_ends - PACE_S + PACE_S * number / count  # spread over the turn
            for key, _ in selector.select(max(0.0, due - time.monotonic())):
                if not key.data.hear():
                    again(key.data)
            if not one.step():
                again(one)
            if stop.is_set():
                break
    for one in attackers:
        one.connection.close()
    report.put((len(ended), collections.Counter(ended_kind for ended_kind, *_ in ended), ended))


class Attack:
    """So many of them, from the beginning of the block to its end; `ended` then has what became of them."""

    def __init__(self, place, count, reading):
        self.stop, self.report, self.ended = multiprocessing.Event(), multiprocessing.Queue(), []
        words = (place, count, reading, self.stop, self.report)
        self.process = multiprocessing.Process(target=attack, args=words)

    def __enter__(self):
        self.process.start()
        self.count = self.report.get(timeout=wire.WAIT_S)
        return self

    def __exit__(self, *_):
        self.stop.set()
        _, self.kinds, self.ended = self.report.get(timeout=wire.WAIT_S)
        self.process.join()
