"""What a part of the bad-input table works on: the service, alone or behind nginx, and the judge of refusals."""

import contextlib
import sqlite3
import time

from front import PUBLIC_URL, Front
from service import Service

NO_ANSWER = 0


class Context:
    """`way` is "alone" or "front"; `client` is the first administrator's, by that way."""

    def __init__(self, suite, binary, way, **settings):
        self.suite, self.way = suite, way
        if way == "front":
            settings = {"public_url": PUBLIC_URL, "proxies": "127.0.0.1", **settings}
        self.service, self.front, self.client = Service(binary, **settings), None, None

    def __enter__(self):
        self.service.start()
        if self.way == "front":
            self.front = Front(self.service.port).start()
        self.setup_secret = self.service.setup_secret()
        self.client = self.service.set_up(self.anybody())
        return self

    def __exit__(self, *_):
        if self.front:
            self.front.__exit__()
        self.service.__exit__()

    @property
    def place(self):
        return self.front.place if self.front else self.service.place

    def anybody(self, token=None, fields=()):
        return (self.front or self.service).client(token, fields)

    def name(self, what):
        return f"{self.way}: {what}"

    def counts(self):
        """Rows of each table."""
        with contextlib.closing(sqlite3.connect(f"file:{self.service.data}/akces.sqlite?mode=ro", uri=True)) as rows:
            tables = [name for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            return {table: rows.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}

    def log_line(self, answer):
        """The line that the service's log has of this answer."""
        wanted = answer.field("x-request-id")
        for _ in range(40):
            found = [line for line in self.service.log_lines() if line.get("request") == wanted]
            if wanted and found:
                return found[0]
            if not wanted:
                return None
            time.sleep(0.05)
        return None


def problem_faults(answer, status, kind):
    """What is wrong with an answer that should be this problem."""
    faults = [] if answer.status == status else [f"status {answer.status}, expected {status}"]
    if answer.type != "application/problem+json":
        return [*faults, f"is {answer.type or 'nothing'}, no problem"]
    body = answer.json
    if kind is not None and body.get("type") != kind:
        faults.append(f"type {body.get('type')}, expected {kind}")
    if body.get("status") != answer.status:
        faults.append("the status in the body is another one")
    for member in ("title", "detail"):
        if not str(body.get(member, "")).endswith("."):
            faults.append(f"{member} is no sentence: {body.get(member)!r}")
    if answer.field("x-request-id") and body.get("instance") != answer.field("x-request-id"):
        faults.append("instance is not the request's id")
    if answer.field("x-content-type-options") != "nosniff" and answer.field("x-request-id"):
        faults.append("no security headers")
    if status in (429, 503) and not (answer.field("retry-after") or "").isdigit():
        faults.append("no Retry-After")
    if status == 405 and not answer.field("allow"):
        faults.append("no Allow")
    if status == 401 and not answer.field("www-authenticate"):
        faults.append("no WWW-Authenticate")
    return faults


def expect_problem(suite, what, answer, status, kind, member=None):
    """`member`: something that one of the body's errors, or the body itself, must have."""
    faults = problem_faults(answer, status, kind)
    if member and not faults:
        body = answer.json
        if not any(member(one) for one in [body, *body.get("errors", [])]):
            faults.append("the place or value is not named")
    return suite.check(what, not faults, f"{'; '.join(faults)} in {answer}")
