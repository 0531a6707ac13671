#!/usr/bin/env python3
"""Ten times as many requests a second as the service answers: each gets its answer or 503 with Retry-After, none is lost
or hangs, memory stays under its budget, probes are answered; and when it is over all is as before.
usage: overload.py PATH/TO/akces [--long]     60 s instead of 10"""

import collections
import multiprocessing
import selectors
import socket
import sys
import threading
import time

import wire
from context import Context, problem_faults
from measure import MEGABYTE, percentile, stretched
from office import A, PDF, Office
from slow import Watch, settled
from suite import Suite
from wire import Answer, Broken, Client, request

TIMES = 10
SOURCES = [f"127.0.0.{number}" for number in range(2, 10)]
AT_ONCE = 32  # by which the capacity is measured
BUDGET = (256 + 40 + 64) * MEGABYTE  # the gate's, the service at rest, what two readers hold of such files
HANGS_S = 60  # longer than any deadline of the service
PROBE_S = 1.0
NO_PORT_YET = 24  # IP_BIND_ADDRESS_NO_PORT: the same port may serve two connections


class Asked:
    """One request that is on its way."""

    def __init__(self, place, octets, source):
        self.left, self.got, self.began = octets, b"", time.monotonic()
        self.connection = socket.socket()
        self.connection.setblocking(False)
        self.connection.setsockopt(socket.IPPROTO_IP, NO_PORT_YET, 1)
        self.connection.bind((source, 0))
        self.connection.connect_ex(("127.0.0.1", place.port))

    def go_on(self, events):
        """What it became, once it is over: the answer's octets."""
        try:
            if self.left and events & selectors.EVENT_WRITE:
                self.left = self.left[self.connection.send(self.left) :]
            if events & selectors.EVENT_READ:
                octets = self.connection.recv(1 << 18)
                self.got += octets
                if not octets:
                    return self.got
        except BlockingIOError:
            return None
        except OSError:
            return self.got
        return None


class Crowd:
    """Begins requests at a rate, whatever becomes of those before; `outcomes` has what became of each."""

    def __init__(self, place, wishes):
        self.place, self.wishes = place, wishes
        self.selector, self.outcomes, self.begun, self.going = selectors.DefaultSelector(), [], 0, 0

    def begin(self):
        one = Asked(self.place, self.wishes[self.begun % len(self.wishes)], SOURCES[self.begun % len(SOURCES)])
        self.selector.register(one.connection, selectors.EVENT_READ | selectors.EVENT_WRITE, one)
        self.begun, self.going = self.begun + 1, self.going + 1

    def look(self, most_s):
        for key, events in self.selector.select(max(0.0, most_s)):
            one = key.data
            octets = one.go_on(events)
            if octets is not None:
                self.end(one, octets)
            elif not one.left and key.events & selectors.EVENT_WRITE:
                self.selector.modify(one.connection, selectors.EVENT_READ, one)

    def end(self, one, octets):
        self.selector.unregister(one.connection)
        one.connection.close()
        self.going -= 1
        self.outcomes.append((summary(octets), time.monotonic() - one.began))

    def run(self, rate, seconds):
        began = time.monotonic()
        while (now := time.monotonic() - began) < seconds:
            while self.begun < rate * now:
                self.begin()
            self.look(1 / rate)
        return self.finish()

    def finish(self):
        end = time.monotonic() + HANGS_S
        while self.going and time.monotonic() < end:
            self.look(0.1)
        for key in list(self.selector.get_map().values()):
            self.end(key.data, None)
        return self.outcomes

    def keep(self, count, seconds):
        """So many at once, and no more: answers a second."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self.going < count:
                self.begin()
            self.look(0.1)
        good = sum(what == "good" for what, _ in self.outcomes)
        self.finish()
        return good / seconds


def summary(octets):
    """What an answer is: good, busy (503 and when to come again), or its fault."""
    if octets is None:
        return "hangs"
    try:
        answer = Answer(octets)
    except Broken:
        return "lost" if not octets else "cut"
    if 200 <= answer.status < 300:
        return "good"
    if answer.status == 503 and not problem_faults(answer, 503, None):
        return "busy"
    return f"status {answer.status}"


def crowd(place, wishes, rate, seconds, report):
    report.put(Crowd(place, wishes).run(rate, seconds))


class Probes(threading.Thread):
    """Somebody who looks whether it lives, all the time."""

    def __init__(self, place):
        super().__init__(daemon=True)
        self.place, self.took, self.statuses, self.ends = place, [], [], threading.Event()

    def run(self):
        while not self.ends.wait(0.1):
            began = time.monotonic()
            self.statuses.append(Client(self.place).get("/health/live").status)
            self.took.append(time.monotonic() - began)


def overloaded(c, wishes, rate, seconds):
    """The outcomes, the probes, and the most memory."""
    report, probes, watch = multiprocessing.Queue(), Probes(c.place), Watch(c.service)
    asking = multiprocessing.Process(target=crowd, args=(c.place, wishes, rate, seconds, report))
    asking.start()
    probes.start()
    watch.start()
    outcomes = report.get(timeout=seconds + HANGS_S + wire.WAIT_S)
    for one in (probes, watch):
        one.ends.set()
        one.join()
    asking.join()
    return outcomes, probes, watch.most


def wishes_of(c, office):
    """Large and small files to be checked, and pages: more of each than any queue takes."""
    document = office.joint()
    for one in office.document(document)["signers"]:
        if one["state"] == "invited":
            office.post(f"/links/{office.link(one['id'])}/signing", {"name": "Jan Przykładowy", "consent": True})
    large = c.client.get(f"{A}/documents/{document}/head").body
    small = c.client.get(f"{A}/documents/{office.signed_here()}/head").body
    token = [("Authorization", f"Bearer {office.token('read')[1]}")]
    verify = [request(c.place, "POST", f"{A}/verify", [("Content-Type", PDF)], octets) for octets in (large, small)]
    return [*verify, verify[1], request(c.place, "GET", f"{A}/documents/{document}", token)]


def judge(suite, outcomes, begun):
    """Every one has its answer, good or busy, and neither kind is missing."""
    found = collections.Counter(what for what, _ in outcomes)
    suite.equal("only good answers and 503", set(found), {"good", "busy"}, dict(found))
    return suite.equal("none is missing", len(outcomes), begun)


def refused(metrics):
    """Every 503, by the gate or by a handler."""
    by_gate = sum(value for name, value in metrics.items() if name.startswith("akces_http_refusals_total"))
    return by_gate + metrics.get('akces_http_answers_total{status="503"}', 0)


def afterwards(suite, c, office, before, busy):
    """As before: answers at once, ready, and it has counted what it refused."""
    began = time.monotonic()
    statuses = [c.client.get(path).status for path in (f"{A}/documents", f"{A}/meetings", "/")]
    took = time.monotonic() - began
    suite.check("answers come at once", statuses == [200] * 3 and took < stretched(0.3), f"{statuses} in {took:.2f} s")
    suite.equal("it is ready", c.client.get("/health/ready").status, 200)
    signed = office.document(office.signed_here())["state"]
    suite.equal("somebody can sign", signed, "partly-signed")
    suite.equal("it has counted what it refused", refused(c.service.metrics()) - before, busy)
    suite.equal("no connection is left", settled(c, 0)[0], False)


def run(suite, binary, seconds):
    with Context(suite, binary, "alone") as c:
        office = Office(c.client)
        wishes = wishes_of(c, office)
        Crowd(c.place, wishes).keep(AT_ONCE, 1)  # its readers have started
        capacity = Crowd(c.place, wishes).keep(AT_ONCE, 3)
        suite.check("a capacity was measured", capacity > 0, capacity)
        before, rate = refused(c.service.metrics()), TIMES * capacity
        outcomes, probes, most = overloaded(c, wishes, rate, seconds)
        judge(suite, outcomes, len(outcomes))
        suite.check("ten times the capacity was asked", len(outcomes) >= 0.95 * rate * seconds, len(outcomes))
        found = collections.Counter(what for what, _ in outcomes)
        suite.check("it went on working", found["good"] > 0.3 * capacity * seconds, f"{dict(found)}, {capacity:.0f} a second")
        suite.equal("every probe was answered", set(probes.statuses), {200})
        slowest = percentile(probes.took, 0.99)
        suite.check("… in time", slowest < stretched(PROBE_S), f"{slowest:.2f} s of {len(probes.took)}")
        suite.check("memory stays under its budget", most < BUDGET, f"{most / MEGABYTE:.0f} MB")
        longest = max(took for _, took in outcomes)
        print(f"\n{capacity:.0f} a second are answered; {len(outcomes)} asked in {seconds} s: {dict(found)}, longest"
              f" {longest:.1f} s, probes p99 {slowest * 1000:.0f} ms, most {most / MEGABYTE:.0f} MB")  # fmt: skip
        afterwards(suite, c, office, before, found["busy"])
        suite.part(controls, suite, c, wishes)


def controls(suite, c, wishes):
    """An answer that is lost, one that hangs, a refusal that does not say when, one of 500, one that is missing."""
    busy = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
    for octets in (b"", None, busy, busy.replace(b"503", b"500"), b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"):
        outcomes = [("good", 0.1), ("busy", 0.1), (summary(octets), 0.1)]
        suite.control(f"{summary(octets)}", lambda inner, outcomes=outcomes: judge(inner, outcomes, 3))
    suite.control("one that is missing", lambda inner: judge(inner, [("good", 0.1), ("busy", 0.1)], 3))
    calm = Crowd(c.place, wishes).run(2, 1)
    suite.control("no overload at all", lambda inner: judge(inner, calm, len(calm)))


def main():
    suite = Suite("overload")
    suite.part(run, suite, sys.argv[1], 60 if "--long" in sys.argv else 10)
    return suite.finish(18)


if __name__ == "__main__":
    sys.exit(main())
