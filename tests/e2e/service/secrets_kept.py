#!/usr/bin/env python3
"""Secrets stay secret: passwords, the key's passphrase, the setup secret, sessions, CSRF and API tokens and links are in no
log (nginx's included), no refusal, no process's words, no stored file and no column. The same search finds a planted one.
usage: secrets_kept.py PATH/TO/akces"""

import base64
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

from context import Context
from office import A, Office
from suite import Suite
from wire import exchange, quoted

PASSPHRASE = "KANAREK-haslo-klucza-8Zq"
WRONG_PASSWORD = "KANAREK-zle-haslo-4Xw"
NEW_PASSWORD = "KANAREK-nowe-haslo-7Rt"
LEAST_SECRETS, LEAST_REFUSALS = 10, 40


def forms(secret):
    """The secret as it may stand somewhere: plain, escaped, in base64."""
    octets = secret.encode("utf-8")
    yield octets
    yield urllib.parse.quote(secret, safe="").encode()
    for shift in range(3):  # the middle of its base64, wherever it begins
        whole = base64.b64encode(b"x" * shift + octets)
        yield whole[4:-4]


def holds(octets, secrets):
    """Names of the secrets that stand in there."""
    return [name for name, secret in secrets.items() if any(form in octets for form in forms(secret))]


def columns(path):
    """Every value of every column, and the names of all."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in connection.execute(f"SELECT * FROM {table}"):
            for value in row:
                if value is not None:
                    yield table, value if isinstance(value, bytes) else str(value).encode("utf-8")
    connection.close()


def files(folder):
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and path.name != "setup-link.txt":  # the one place that is meant to have it
            yield path.name, path.read_bytes()


def processes(service):
    """What others see of the processes, and their environment."""
    for number in service.processes():
        for name in ("cmdline", "environ", "comm"):
            yield f"{number}/{name}", pathlib.Path(f"/proc/{number}/{name}").read_bytes()


def search(suite, what, places, secrets):
    looked = 0
    for name, octets in places:
        looked += 1
        found = holds(octets, secrets)
        if found:
            suite.check(f"{what}: {name} holds {found}", False)
    suite.check(f"{what}: {looked} places hold none", looked > 0)
    return looked


class Refusals:
    """Everything that goes wrong with a secret in hand; keeps each refusal's octets."""

    def __init__(self, c, secrets):
        self.c, self.secrets, self.kept = c, secrets, []

    def ask(self, client, *words, **more):
        answer = client.ask(*words, **more)
        if answer.status >= 400:
            self.kept.append((f"{words[0]} {words[1][:30]}", answer.octets))
        return answer

    def provoke(self):
        for name, secret in self.secrets.items():
            self._in_paths(name, secret)
            self._in_bodies(secret)
            self._in_fields(secret)

    def _in_paths(self, name, secret):
        nobody, escaped = self.c.anybody(), quoted(secret)
        for path in (f"{A}/links/{escaped}/nowhere", f"/podpis/{escaped}/x", f"{A}/users/{escaped}", f"/{escaped}"):
            self.ask(nobody, "GET", path)
        self.ask(nobody, "GET", f"{A}/meetings?{escaped}={escaped}")
        self.ask(nobody, "PATCH", f"{A}/links/{escaped}")
        self.ask(self.c.client, "GET", f"{A}/users?after={escaped}&limit=0")
        self.ask(self.c.client, "GET", f"{A}/meetings/{escaped}")

    def _in_bodies(self, secret):
        client = self.c.client
        for body in ({"name": "ktoś", "password": secret, "roles": ["reader"]}, {"password": secret}, [secret]):
            self.ask(client, "POST", f"{A}/users", body)
        self.ask(client, "POST", f"{A}/users", b'{"password": "' + secret.encode(), "application/json")
        self.ask(client, "POST", f"{A}/setup", {"secret": secret, "name": "ktos", "password": "x" * 20})
        self.ask(client, "POST", f"{A}/setup", {"secret": "A" * 43, "name": "ktos", "password": secret})
        self.ask(client, "PUT", f"{A}/session/password", {"current": secret, "new": "krótkie"})
        self.ask(client, "POST", f"{A}/verify?name={quoted(secret)}", secret.encode(), "application/pdf")

    def _in_fields(self, secret):
        nobody, escaped = self.c.anybody(), quoted(secret)
        for value in (f"Bearer {escaped}x", f"Basic {escaped}", escaped):
            self.ask(nobody, "GET", f"{A}/meetings", authorization=value)
        self.ask(nobody, "GET", f"{A}/session", cookie=f"akces={escaped}x")
        for octets in (f"GET /podpis/{escaped} HTTP/9.9\r\nHost: {self.c.place.authority}\r\nConnection: close\r\n\r\n",
                       f"GET /podpis/{escaped} HTTP/1.1\r\nHost: {self.c.place.authority}\r\nX-Bad : {escaped}\r\n\r\n"):  # fmt: skip
            answer = exchange(self.c.place, octets.encode())
            self.kept.append(("malformed", answer))


def collect(c, office):
    """Secrets of every kind, all of them used."""
    secrets = {"password": "zażółć gęślą jaźń", "passphrase": PASSPHRASE, "wrong password": WRONG_PASSWORD}
    secrets["new password"] = NEW_PASSWORD
    client = c.client
    secrets["session"] = client.cookie.partition("=")[2]
    secrets["csrf"] = client.csrf
    _, token = office.token("read", "documents")
    secrets["token"] = token.partition("_")[2]
    c.anybody(token).get(f"{A}/documents")
    _, name = office.user("reader")
    other = c.anybody()
    office.good(other.log_in(name, secrets["password"]))
    secrets["other session"] = other.cookie.partition("=")[2]
    office.good(other.put(f"{A}/session/password", {"current": secrets["password"], "new": NEW_PASSWORD}))
    office.good(other.delete(f"{A}/session"))
    c.anybody().post(f"{A}/session", {"name": name, "password": WRONG_PASSWORD})
    for kind in ("link", "ended link"):
        _, signer, secrets[kind] = office.linked()
        c.anybody().get(f"{A}/links/{secrets[kind]}")
        c.anybody().post(f"{A}/links/{secrets[kind]}/opening")
        c.anybody().get(f"{A}/links/{secrets[kind]}/document")
    office.post(f"/signers/{signer}/link")  # ends the one before
    c.anybody().get(f"{A}/links/{secrets['ended link']}")
    c.anybody(fields=[("Authorization", f"Link {secrets['link']}")]).get("/health/live")
    return secrets


def planted(suite, c, secrets):
    """What the searches must find."""
    one = {"link": secrets["link"]}
    text = secrets["link"].encode()
    for name, place in (
        ("a log line", b'{"path":"/podpis/' + text + b'"}'),
        ("an escaped one", urllib.parse.quote(secrets["password"]).encode()),
        ("base64", base64.b64encode(b"olga:" + secrets["password"].encode())),
    ):
        suite.control(f"planted in {name}", lambda inner, place=place: search(inner, "x", [("x", place)], secrets))
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(c.service.data / "akces.sqlite", folder)
        connection = sqlite3.connect(copy)
        connection.execute("CREATE TABLE kanarek (id TEXT)")
        connection.execute("INSERT INTO kanarek VALUES (?)", (secrets["link"],))
        connection.commit()
        connection.close()
        suite.control("planted in a column", lambda inner: search(inner, "x", columns(copy), one))
        suite.control("planted in a file", lambda inner: search(inner, "x", files(folder), one))
    child = subprocess.Popen(["env", f"KANAREK={secrets['token']}", "sleep", "20"])
    time.sleep(0.2)
    octets = pathlib.Path(f"/proc/{child.pid}/environ").read_bytes()
    child.kill()
    child.wait()
    suite.control("planted in a process", lambda inner: search(inner, "x", [("x", octets)], secrets))


def look(suite, c, secrets, refusals):
    """After the service has stopped its files are complete; its processes are looked at before."""
    search(suite, c.name("processes"), list(processes(c.service)), secrets)
    count = search(suite, c.name("refusals"), refusals.kept, secrets)
    suite.check(c.name(f"{count} refusals were looked at"), count >= LEAST_REFUSALS)
    search(suite, c.name("database"), columns(c.service.data / "akces.sqlite"), secrets)
    lines = c.service.log.read_text("utf-8")
    suite.check(c.name("the log has the requests of links"), f"{A}/links/{{secret}}" in lines)
    places = [("log", lines.encode()), ("stderr", c.service.errors().encode())]
    if c.front:
        logs = c.front.logs()
        suite.check("nginx's log has them too, masked", f"{A}/links/***" in logs and "/podpis/***" in logs, logs[-300:])
        places.append(("nginx", logs.encode()))
    search(suite, c.name("logs"), places, secrets)
    search(suite, c.name("stored files"), files(c.service.data), secrets)


def way(suite, binary, name, folder):
    passphrase = pathlib.Path(folder) / "passphrase"
    passphrase.write_text(PASSPHRASE + "\n", "utf-8")
    passphrase.chmod(0o600)
    with Context(suite, binary, name, key_passphrase_file=str(passphrase)) as c:
        secrets = {"setup": c.setup_secret}
        office = Office(c.client)
        secrets.update(collect(c, office))
        suite.check(c.name(f"{len(secrets)} secrets"), len(secrets) >= LEAST_SECRETS)
        refusals = Refusals(c, secrets)
        refusals.provoke()
        look(suite, c, secrets, refusals)
        if name == "alone":
            suite.part(planted, suite, c, secrets)
            key = (c.service.data / "keys" / "office.pem").read_text()
            suite.check("the office key's file is encrypted", "ENCRYPTED" in key)


def main():
    suite = Suite("secrets")
    with tempfile.TemporaryDirectory(prefix="akces-secrets-") as folder:
        for name in ("alone", "front"):
            suite.part(way, suite, sys.argv[1], name, folder)
    return suite.finish(20)


if __name__ == "__main__":
    sys.exit(main())
