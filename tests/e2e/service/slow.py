#!/usr/bin/env python3
"""A thousand slow connections (heads and bodies an octet a second, silent ones, answers read an octet a second) beside
somebody who works: they are answered as ever, the loop is idle, the slow are cut, and nothing of them is left.
usage: slow.py PATH/TO/akces [--long]     45 s instead of 12: then bodies reach their deadline, too"""

import os
import sys
import threading
import time

from attackers import Attack
from context import Context
from measure import MEGABYTE, descriptors, percentile, proportional, stretched, thread_seconds
from office import A, Office
from suite import Suite
from wire import request

COUNT = 1000
MOST_S = 0.1  # 99 of 100 normal requests
MOST_OF_A_CORE = 0.1
LARGE = 6 * MEGABYTE  # an answer that no socket's buffers take
BUDGET = (256 + 40) * MEGABYTE  # what the gate may hold, and the service at rest
LEFT = 12 * MEGABYTE  # that the allocator may keep for the next time
DEADLINES = {"head": (10, 408), "silent": (10, 0), "body": (30, 408)}  # seconds, status
LATEST_S = 4
PAUSE_S = 0.01  # of who works


class Normal:
    """Somebody who works: pages, a probe, a signature now and then, an upload of a megabyte."""

    def __init__(self, c, office, pause=0.0):
        self.c, self.office, self.pause = c, office, pause
        self.took, self.statuses, self.uploads = [], [], []
        self.document = office.issued()
        self.meeting = office.meeting()

    def ask(self, path):
        began = time.monotonic()
        time.sleep(self.pause)
        self.statuses.append(self.c.client.get(path).status)
        self.took.append(time.monotonic() - began)

    def work(self, until):
        paths = ["/health/live", f"{A}/documents/{self.document}", f"{A}/meetings/{self.meeting}", f"{A}/documents", "/"]
        number = 0
        while time.monotonic() < until:
            number += 1
            self.ask(paths[number % len(paths)])
            if number % 100 == 0:
                self.upload(number)
            time.sleep(PAUSE_S)

    def upload(self, number):
        octets = os.urandom(MEGABYTE - 9) + b"%9d" % number
        path = f"{A}/archive/records?meeting={self.meeting}"
        self.uploads.append(self.c.client.post(path, octets, "application/octet-stream").status)


class Watch(threading.Thread):
    """The most memory that the service had."""

    def __init__(self, service):
        super().__init__(daemon=True)
        self.service, self.most, self.ends = service, 0, threading.Event()

    def run(self):
        while not self.ends.wait(0.25):
            self.most = max(self.most, proportional(self.service.processes()))


def answered(suite, normal, most):
    """Every request has its answer, 99 of 100 in time."""
    slowest = percentile(normal.took, 0.99)
    suite.equal("every normal request is answered well", set(normal.statuses), {200})
    return suite.check("99 of 100 in time", slowest <= most, f"{slowest * 1000:.0f} ms, {most * 1000:.0f} allowed")


def cut(suite, attack, seconds):
    """Who is too slow is cut at the deadline, in words where they had begun."""
    for kind, (deadline, status) in DEADLINES.items():
        if seconds < deadline + LATEST_S / 2:
            continue
        ended = [(took, said) for one, took, said in attack.ended if one == kind]
        suite.check(f"{kind}: cut", len(ended) >= attack.count // 4, f"{len(ended)} were")
        wrong = [one for one in ended if not (deadline - 1 <= one[0] <= stretched(deadline + LATEST_S))]
        suite.check(f"{kind}: at the deadline", not wrong, wrong[:5])
        suite.equal(f"{kind}: in these words", {said for _, said in ended}, {status})


def settled(c, before):
    """Once no connection but the asking one is open."""
    end = time.monotonic() + 40
    while time.monotonic() < end and c.service.metrics()["akces_http_connections"] > 1:
        time.sleep(0.1)
    now = c.service.metrics()
    time.sleep(0.3)
    return now["akces_http_connections"] > 1, descriptors(c.service.process.pid) - before


def attacked(c, normal, reading, seconds):
    """What the loop used of a core, the most memory, and the attack."""
    pid = c.service.process.pid
    watch = Watch(c.service)
    with Attack(c.place, COUNT, reading) as attack:
        watch.start()
        began, used = time.monotonic(), thread_seconds(pid, pid)
        normal.work(began + seconds)
        loop = (thread_seconds(pid, pid) - used) / (time.monotonic() - began)
        held = c.service.metrics()["akces_http_connections"]
        watch.ends.set()
    watch.join()
    return loop, held, watch.most, attack


def prepared(c):
    """Somebody who works, and what the readers ask for: an answer of some megabytes."""
    office = Office(c.client)
    path = f"/archive/records?meeting={office.import_sample()}"
    record = office.post(path, os.urandom(LARGE), "application/octet-stream").json["id"]
    token = office.token("read")[1]
    words = [("Authorization", f"Bearer {token}")]
    return office, request(c.place, "GET", f"{A}/archive/records/{record}/document", words).decode()


def run(suite, binary, seconds):
    with Context(suite, binary, "alone") as c:
        office, reading = prepared(c)
        attacked(c, Normal(c, office), reading, 1)  # what the first one costs once
        settled(c, 0)
        files, memory = descriptors(c.service.process.pid), proportional(c.service.processes())
        normal = Normal(c, office)
        loop, held, most, attack = attacked(c, normal, reading, seconds)
        suite.check("a thousand slow connections were there", attack.count == COUNT and held > COUNT * 0.7, held)
        suite.check(f"{len(normal.took)} normal requests were looked at", len(normal.took) >= 20 * seconds)
        answered(suite, normal, stretched(MOST_S))
        suite.check("megabytes were uploaded", normal.uploads and set(normal.uploads) == {201}, normal.uploads)
        suite.check("the loop is idle", loop < MOST_OF_A_CORE, f"{loop:.3f} of a core")
        suite.check("memory stays under its budget", most < BUDGET, f"{most / MEGABYTE:.0f} MB")
        cut(suite, attack, seconds)
        connections, more = settled(c, files)
        left = proportional(c.service.processes()) - memory
        suite.equal("no connection and no descriptor is left", (connections, more), (False, 0))
        suite.check("no memory is left", left < LEFT, f"{left / MEGABYTE:.1f} MB more")
        took = percentile(normal.took, 0.99)
        print(f"\n{len(normal.took)} requests, p99 {took * 1000:.1f} ms, loop {loop:.3f} of a core, {held:.0f} connections,"
              f" most {most / MEGABYTE:.0f} MB, {left / MEGABYTE:.1f} MB left, ended {dict(attack.kinds)}")  # fmt: skip
        controls(suite, c, office, attack)


def controls(suite, c, office, attack):
    """A client that is slow itself, one that is refused, an attacker that is cut late, a descriptor that stays."""
    slow = Normal(c, office, pause=stretched(MOST_S) * 1.2)
    for _ in range(5):
        slow.ask("/health/live")
    suite.control("a slow client", lambda inner: answered(inner, slow, stretched(MOST_S)))
    wrong = Normal(c, office)
    wrong.ask("/nowhere")
    suite.control("a refused client", lambda inner: answered(inner, wrong, stretched(MOST_S)))
    late = [(kind, took + 100, said) for kind, took, said in attack.ended]
    attack.ended = late
    suite.control("a late cut", lambda inner: cut(inner, attack, 45))
    files = descriptors(c.service.process.pid)
    with c.place.connect():
        time.sleep(0.2)
        suite.check("control: a connection is a descriptor", descriptors(c.service.process.pid) > files)


def main():
    suite = Suite("slow")
    suite.part(run, suite, sys.argv[1], 45 if "--long" in sys.argv else 12)
    return suite.finish(15)


if __name__ == "__main__":
    sys.exit(main())
