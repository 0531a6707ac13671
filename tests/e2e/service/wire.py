"""Requests and answers as octets, so that a test sends exactly what it means and sees exactly what comes back."""

import dataclasses
import json
import re
import socket
import ssl
import urllib.parse

WAIT_S = 60


@dataclasses.dataclass(frozen=True)
class Place:
    """Where requests go: the service itself, or the front proxy with its TLS."""

    port: int
    authority: str
    tls: ssl.SSLContext | None = None
    source: str = "127.0.0.1"  # who asks; all of 127.0.0.0/8 is this machine

    def seen_from(self, source):
        return dataclasses.replace(self, source=source)

    @property
    def scheme(self):
        return "https" if self.tls else "http"

    def connect(self, timeout=WAIT_S):
        raw = socket.create_connection(("127.0.0.1", self.port), timeout, (self.source, 0))
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.tls is None:
            return raw
        return self.tls.wrap_socket(raw, server_hostname=self.authority.rsplit(":", 1)[0])


class Broken(Exception):
    """What came back is no whole HTTP answer."""


class Answer:
    """One answer: status, fields (names in lower case, in their order) and body."""

    def __init__(self, octets):
        self.octets = octets
        head, divided, rest = octets.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        words = lines[0].split(" ", 2)
        if not divided or len(words) < 2 or not words[0].startswith("HTTP/1.") or not words[1].isdigit():
            raise Broken(f"no answer in {octets[:200]!r}")
        self.status = int(words[1])
        self.fields = [(name.lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])]
        if self.status == 100:  # the interim answer to Expect
            self.__init__(rest)
            return
        self.body = unchunked(rest) if self.field("transfer-encoding") == "chunked" else rest
        length = self.field("content-length")
        if length is not None and len(self.body) < int(length) and rest:
            raise Broken(f"{len(self.body)} octets of {length}")

    def field(self, name):
        return next((value for one, value in self.fields if one == name), None)

    @property
    def type(self):
        return (self.field("content-type") or "").partition(";")[0]

    @property
    def json(self):
        return json.loads(self.body.decode("utf-8"))

    @property
    def problem(self):
        """The problem's type where the answer is one, else nothing."""
        return self.json.get("type") if self.type == "application/problem+json" else None

    def __str__(self):
        return f"{self.status} {self.fields} {self.body[:600]!r}"


def unchunked(octets):
    body = b""
    while True:
        size, _, octets = octets.partition(b"\r\n")
        length = int(size.partition(b";")[0], 16)
        if length == 0:
            return body
        if len(octets) < length + 2:
            raise Broken("a cut chunk")
        body, octets = body + octets[:length], octets[length + 2 :]


def _is_whole(octets, is_head):
    head, divided, body = octets.partition(b"\r\n\r\n")
    if not divided or head.startswith(b"HTTP/1.1 100 "):
        return False
    length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.I)
    return is_head or (length is not None and len(body) >= int(length.group(1)))


def read_answer(connection, is_head=False, to_end=False):
    """One answer's octets; with `to_end` everything until the connection is closed."""
    octets = b""
    while to_end or not _is_whole(octets, is_head):
        try:
            more = connection.recv(1 << 18)
        except (ConnectionResetError, ssl.SSLEOFError, BrokenPipeError):
            break
        if not more:
            break
        octets += more
    return octets


def exchange(place, octets, timeout=WAIT_S, to_end=False):
    """Sends these octets as they are and reads the answer; nothing where the connection was closed without a word."""
    with place.connect(timeout) as connection:
        try:
            connection.sendall(octets)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass  # refused before all of it was sent: the answer may be there all the same
        return read_answer(connection, octets.startswith(b"HEAD "), to_end)


def request(place, method, path, fields=(), body=None):
    """A request's octets: Host, Connection and Content-Length are added."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {place.authority}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in fields]
    if body is not None:
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + (body or b"")


class Client:
    """Somebody who asks: nobody, a person with a session, or a program with a token."""

    def __init__(self, place, token=None, fields=()):
        self.place, self.token, self.fields = place, token, list(fields)
        self.cookie = self.csrf = None
        self.asked = []  # (method, path, status) of each request

    def ask(self, method, path, body=None, kind=None, **fields):
        """`body`: octets with their media type `kind`, or what becomes JSON. Further fields by name (if_match="…")."""
        if body is not None and not isinstance(body, bytes):
            body, kind = json.dumps(body, ensure_ascii=False).encode("utf-8"), kind or "application/json"
        if body is None and method in ("POST", "PUT"):
            body = b""
        sent = list(self.fields)
        if kind:
            sent.append(("Content-Type", kind))
        if self.token:
            sent.append(("Authorization", f"Bearer {self.token}"))
        if self.cookie:
            sent.append(("Cookie", self.cookie))
            if self.csrf and method not in ("GET", "HEAD"):
                sent.append(("X-CSRF-Token", self.csrf))
        sent += [(name.replace("_", "-").title(), value) for name, value in fields.items()]
        answer = Answer(exchange(self.place, request(self.place, method, path, sent, body)))
        self.asked.append((method, path, answer.status))
        return answer

    def get(self, path, **fields):
        return self.ask("GET", path, **fields)

    def post(self, path, body=None, kind=None, **fields):
        return self.ask("POST", path, body, kind, **fields)

    def put(self, path, body=None, kind=None, **fields):
        return self.ask("PUT", path, body, kind, **fields)

    def delete(self, path, **fields):
        return self.ask("DELETE", path, **fields)

    def change(self, path, change, method="PUT", kind=None):
        """PUT of what `change` makes of the resource, under its ETag."""
        before = self.get(path)
        assert before.status == 200, f"{path}: {before}"
        body = change(before.json)
        return self.ask(method, path, body, kind, if_match=before.field("etag") or "*")

    def log_in(self, name, password):
        answer = self.post("/api/v1/session", {"name": name, "password": password})
        if answer.status == 201:
            self.cookie = answer.field("set-cookie").partition(";")[0]
            self.csrf = answer.json["csrf_token"]
        return answer


def quoted(text):
    return urllib.parse.quote(text, safe="")
