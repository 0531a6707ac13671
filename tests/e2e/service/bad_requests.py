"""Rows 1 to 11 of the table of bad input: what the gate refuses before any handler sees it."""

import socket
import ssl
import threading
import time

from context import expect_problem, problem_faults
from wire import Answer, Broken, exchange, read_answer

LIMIT = 26214400
LATEST_S = 3  # what a deadline may be late

# Behind nginx: its own refusal, ours, or a request that it put in order.
PUT_IN_ORDER = "put in order"


def head(place, method="GET", path="/health/live", *lines, host=True, version="HTTP/1.1"):
    first = f"{method} {path} {version}"
    hosts = [f"Host: {place.authority}"] if host else []
    return "\r\n".join([first, *hosts, "Connection: close", *lines]).encode("latin-1") + b"\r\n\r\n"


def cases(place):
    """Row, name, octets, (status, type) alone, (status, type) behind nginx."""

    def post(*lines, body=b""):
        return head(place, "POST", "/api/v1/verify", "Content-Type: application/pdf", *lines) + body

    hidden = b"GET /hidden HTTP/1.1\r\nHost: " + place.authority.encode() + b"\r\n\r\n"
    framing, coding, header = (400, "http-framing"), (501, "http-coding"), (400, "http-header")
    by_nginx = (400, "http-header")
    yield (
        1,
        "length and coding",
        post("Content-Length: 3", "Transfer-Encoding: chunked", body=b"0\r\n\r\n" + hidden),
        framing,
        by_nginx,
    )
    yield (
        1,
        "coding and length",
        post("Transfer-Encoding: chunked", "Content-Length: 0", body=b"0\r\n\r\n" + hidden),
        framing,
        by_nginx,
    )
    yield 2, "two lengths", post("Content-Length: 3", "Content-Length: 3", body=b"abc"), framing, by_nginx
    yield (
        2,
        "two unequal lengths",
        post("Content-Length: 3", "Content-Length: 30", body=b"abc" + hidden),
        framing,
        by_nginx,
    )
    for length in ("+5", "-1", "5x", "100000000000000000000", "0x5", "5 5", ""):
        yield 2, f"length {length!r}", post(f"Content-Length: {length}", body=b"abcde"), framing, by_nginx
    for other in ("gzip", "chunked, chunked", "gzip, chunked", "=?utf-8?q?chunked?=", "chunked;q=1"):
        yield 3, f"coding {other!r}", post(f"Transfer-Encoding: {other}", body=b"0\r\n\r\n"), coding, coding
    yield (
        3,
        "coding twice",
        post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body=b"0\r\n\r\n"),
        coding,
        by_nginx,
    )
    yield 4, "space before the colon", head(place, "GET", "/health/live", "X-One : two"), header, by_nginx
    yield 4, "coding with a space", post("Transfer-Encoding : chunked", body=b"0\r\n\r\n"), header, by_nginx
    yield 4, "bare line feeds", head(place).replace(b"\r\n", b"\n"), header, PUT_IN_ORDER
    yield 4, "one bare line feed", head(place, "GET", "/health/live", "X-One: a\nX-Two: b"), header, PUT_IN_ORDER
    yield 4, "folding", head(place, "GET", "/health/live", "X-One: a", " b"), header, by_nginx
    for octet in (0, 1, 8, 27, 127):
        octets = head(place, "GET", "/health/live", f"X-One: a{chr(octet)}b")
        yield 4, f"control octet {octet}", octets, header, by_nginx if octet in (0, 127) else header
    yield 4, "a line without a colon", head(place, "GET", "/health/live", "X-One"), header, PUT_IN_ORDER
    yield 4, "an encoded word", head(place, "GET", "/health/live", "X-One: =?utf-8?q?=0D=0AX-Two:_b?="), header, header
    many = [f"X-{number}: a" for number in range(70)]
    yield (
        5,
        "70 fields",
        head(place, "GET", "/health/live", *many),
        (431, "http-head-too-large"),
        (431, "http-head-too-large"),
    )
    long = [f"X-{number}: {'a' * 3800}" for number in range(9)]
    yield (
        5,
        "a head of 34 KB",
        head(place, "GET", "/health/live", *long),
        (431, "http-head-too-large"),
        (431, "http-head-too-large"),
    )
    yield (
        5,
        "a target of 5 KB",
        head(place, "GET", "/" + "a" * 5000),
        (414, "http-target-too-long"),
        (414, "http-target-too-long"),
    )
    yield (
        5,
        "a target of 9 KB",
        head(place, "GET", "/" + "a" * 9000),
        (414, "http-target-too-long"),
        (414, "http-target-too-long"),
    )
    yield 6, "no host", head(place, host=False), (400, "host"), by_nginx
    yield 6, "two hosts", head(place, "GET", "/health/live", f"Host: {place.authority}"), (400, "host"), by_nginx
    yield (
        6,
        "a foreign host",
        head(place, "GET", "/health/live", "Host: evil.example", host=False),
        (400, "host"),
        (400, "host"),
    )
    yield 7, "HTTP/9.9", head(place, version="HTTP/9.9"), (505, "http-version"), (505, "http-version")
    yield 7, "TRACE", head(place, "TRACE"), (405, "http-method-unknown"), (405, "http-method-unknown")
    yield 7, "an unknown method", head(place, "BREW"), (405, "http-method-unknown"), (405, "http-method-unknown")
    yield 8, "POST without a length", post(), (411, "http-length-missing"), (411, "http-length-missing")
    yield 10, "announced over the limit", post(f"Content-Length: {LIMIT + 1}"), (413, "too-large"), (413, "too-large")


def finding_of(kind):
    return kind.replace("-", ".")


def refused_by_gate(c, answer):
    """A line in the service's log with the finding, and one more in the counters: what the gate refuses leaves those."""
    line = c.log_line(answer)
    return line is not None and line["status"] == answer.status and line.get("finding") and "path" not in line


def one(c, row, name, octets, expected):
    before = c.service.metrics()
    raw = exchange(c.place, octets, timeout=20, to_end=c.front is None)
    try:
        answer = Answer(raw)
    except Broken as problem:
        c.suite.check(c.name(f"row {row}: {name}"), False, problem)
        return None
    if expected == PUT_IN_ORDER:
        c.suite.equal(c.name(f"row {row}: {name}"), answer.status, 200, answer)
        return answer
    status, kind = expected
    expect_problem(c.suite, c.name(f"row {row}: {name}"), answer, status, kind)
    if raw.count(b"HTTP/1.1 ") != 1:
        c.suite.check(c.name(f"row {row}: {name}: one answer"), False, raw)
    if answer.field("x-request-id"):  # it was the service that refused
        label = f'akces_http_refusals_total{{type="{answer.json["type"]}"}}'
        counted = c.service.metrics().get(label, 0) == before.get(label, 0) + 1
        told = refused_by_gate(c, answer)
        c.suite.check(c.name(f"row {row}: {name}: logged and counted"), told and counted, f"{told} {counted}")
    return answer


def controls(c):
    """A good request and a refusal of another kind must not pass for what is expected."""
    good = Answer(exchange(c.place, head(c.place)))
    c.suite.control("an accepted request", lambda inner: expect_problem(inner, "x", good, 400, "http-framing"))
    bad = Answer(exchange(c.place, head(c.place, "TRACE")))
    c.suite.control("another refusal", lambda inner: expect_problem(inner, "x", bad, 400, "http-framing"))
    bare = Answer(bad.octets.replace(b"application/problem+json", b"application/json"))
    c.suite.control("no problem", lambda inner: expect_problem(inner, "x", bare, 405, "http-method-unknown"))
    c.suite.check("the judge takes the right one", not problem_faults(bad, 405, "http-method-unknown"), bad)


def malformed(c):
    """Rows 1 to 8 and the first half of 10; gives how many there were."""
    counts = c.counts()
    looked = 0
    for row, name, octets, alone, front in cases(c.place):
        one(c, row, name, octets, front if c.front else alone)
        looked += 1
    c.suite.equal(c.name("nothing was stored"), c.counts(), counts)
    c.suite.check(c.name("no hidden request was seen"), "/hidden" not in c.service.log.read_text("utf-8"))
    c.suite.check(c.name("the service lives"), c.service.is_alive())
    return looked


def closed_early(place, octets):
    """Sends, says that nothing more comes, and reads on."""
    with place.connect(20) as connection:
        connection.sendall(octets)
        raw = connection.unwrap() if place.tls else connection
        raw.shutdown(socket.SHUT_WR)
        return read_answer(raw, to_end=True)


def cut(c):
    """Row 9: bodies that end before they should, at many places; alone the answer says so."""
    body = b"%PDF-1.7\n" + b"x" * 200
    line = ["Content-Type: application/pdf"]
    counted = head(c.place, "POST", "/api/v1/verify", *line, f"Content-Length: {len(body)}") + body
    chunks = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
    chunked = head(c.place, "POST", "/api/v1/verify", *line, "Transfer-Encoding: chunked") + chunks
    looked = 0
    for kind, octets, most in (("counted", counted, len(body)), ("chunked", chunked, len(chunks))):
        for missing in (1, 2, 3, 5, 7, most // 2, most - 1):
            looked += 1
            try:
                raw = closed_early(c.place, octets[:-missing])
            except (OSError, ssl.SSLError, ValueError):
                raw = b""
            what = c.name(f"row 9: {kind}, {missing} octets missing")
            if c.front:  # nginx gives up on such a client without a word
                c.suite.check(what, not raw.startswith(b"HTTP/1.1 2"), raw)
            else:
                expect_problem(c.suite, what, Answer(raw), 400, "body-truncated")
    whole = Answer(exchange(c.place, counted))
    c.suite.check(c.name("row 9: the whole one comes in"), whole.problem != "body-truncated", whole)
    return looked


def discovered(c):
    """Row 10: a body whose length nobody announced runs over the limit."""
    before = head(c.place, "POST", "/api/v1/verify", "Content-Type: application/pdf", "Transfer-Encoding: chunked")
    piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    answer = Answer(exchange(c.place, before + piece * 26 + b"0\r\n\r\n", timeout=60))
    stated = lambda body: str(LIMIT) in body["detail"]
    expect_problem(c.suite, c.name("row 10: found over the limit"), answer, 413, "too-large", stated)
    announced = Answer(exchange(c.place, before.replace(b"Transfer-Encoding: chunked", b"Content-Length: 99999999")))
    expect_problem(c.suite, c.name("row 10: the limit is stated"), announced, 413, "too-large", stated)
    return 2


class Slow(threading.Thread):
    """Row 11: an octet a second, until somebody has enough of it."""

    def __init__(self, c, what, first, rest, deadline):
        super().__init__(daemon=True)
        self.c, self.what, self.first, self.rest, self.deadline = c, what, first, rest, deadline
        self.octets, self.took = b"", None

    def run(self):
        with self.c.place.connect(self.deadline + 30) as connection:
            began = time.monotonic()
            connection.sendall(self.first)
            connection.settimeout(1)
            for octet in self.rest:
                try:
                    connection.sendall(bytes([octet]))
                    self.octets += connection.recv(65536)
                    break
                except TimeoutError:
                    continue
                except (OSError, ssl.SSLError):
                    break
            self.took = time.monotonic() - began

    def judge(self):
        self.join(self.deadline + 30)
        what = self.c.name(f"row 11: {self.what}")
        in_time = self.took is not None and self.deadline - 1 <= self.took <= self.deadline + LATEST_S
        self.c.suite.check(f"{what} is cut at its deadline", in_time, f"after {self.took} s")
        if self.octets or not self.c.front:
            expect_problem(self.c.suite, f"{what} gets 408", Answer(self.octets), 408, None)
        else:
            self.c.suite.check(f"{what} gets nothing", True)  # nginx closes such a connection without a word


def slow(c):
    """Started early, judged late."""
    drip = b"a" * 90
    body = head(c.place, "POST", "/api/v1/verify", "Content-Type: application/pdf", "Content-Length: 80")
    attackers = [
        Slow(c, "a head", f"GET / HTTP/1.1\r\nHost: {c.place.authority}\r\nX: ".encode(), drip, 10),
        Slow(c, "a body", body, drip, 30),
    ]
    for attacker in attackers:
        attacker.start()
    return attackers
