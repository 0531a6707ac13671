"""Rows 12 to 14, 40 and 43: bodies of the wrong kind, JSON and lists that are faulty. Nothing of them is stored."""

from context import expect_problem
from office import JPEG, PDF, A, Office
from service import KNUROW, PASSWORD, sample

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
USER = {"name": "ktos", "password": PASSWORD, "roles": ["reader"]}


def kinds(c, office):
    """Row 12: another media type than the route reads, or another content than it says."""
    user = b'{"name": "ktos", "password": "dwanascie-znakow", "roles": ["reader"]}'
    meeting = office.meeting()
    document = office.issued()
    yield "JSON called text", f"{A}/users", user, "text/plain"
    yield "JSON without a type", f"{A}/users", user, None
    yield "JSON called XML", f"{A}/meetings", user, "application/xml"
    yield "a list called JSON", f"{A}/meetings/{meeting}/partners", b"Rola\nPartner\n", "application/json"
    yield "a PDF called text", f"{A}/verify", b"%PDF-1.7", "text/plain"
    yield "a template called JSON", f"{A}/templates/check", b"<template/>", "application/json"
    yield "a PNG called JPEG", f"{A}/meetings/{meeting}/photos", PNG, "image/jpeg"
    yield "a GIF as photograph", f"{A}/meetings/{meeting}/photos", b"GIF89a" + bytes(20), "image/gif"
    yield "text called PDF as scan", f"{A}/documents/{document}/scans", b"tekst", PDF
    yield "a JPEG called PNG as scan", f"{A}/documents/{document}/scans", JPEG, "image/png"


def forms(c):
    """Row 13: forms that are none. Routes that take files read them; for the others they are of the wrong kind."""
    body = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
    for length in (0, 1, 70, 71, 1017, 1018, 2000):
        yield f"a boundary of {length}", body, f"multipart/form-data; boundary={'x' * length}"
    yield "no boundary", body, "multipart/form-data"
    yield "no end", body, "multipart/form-data; boundary=x"
    yield "1,000 parts", body * 1000 + b"--x--\r\n", "multipart/form-data; boundary=x"


def texts():
    """Row 14: what, text of JSON, the pointer that must be named (None: there is no place)."""
    deep = '{"name": ' + "[" * 33 + "]" * 33 + "}"
    yield "nothing", "", None
    yield "no JSON", "{name: 1}", None
    yield "an end in the middle", '{"name": "a', None
    yield "text behind it", '{"name": "a"} {}', None
    yield "a key twice", '{"name": "a", "name": "b"}', "/name"
    yield "a NUL", '{"name": "a\\u0000b", "password": "dwanascie-znakow", "roles": ["reader"]}', "/name"
    yield "1e999", '{"name": 1e999}', None
    yield "33 levels", deep, "/name" + "/0" * 31
    yield (
        "an unknown member",
        '{"name": "ktos", "password": "dwanascie-znakow", "roles": ["reader"], "admin": true}',
        "/admin",
    )
    yield "a text as truth", None, "/disabled"
    yield "a list", "[]", ""
    yield "no UTF-8", b'{"name": "\xff"}', ""
    yield "a lone surrogate", '{"name": "\\ud800", "password": "dwanascie-znakow", "roles": ["reader"]}', None


def json_rows(c, office):
    looked = 0
    user, _ = office.user("reader")
    for name, text, pointer in texts():
        looked += 1
        body = text if isinstance(text, bytes) else (text or "").encode()
        if name == "a text as truth":
            answer = c.client.put(f"{A}/users/{user}/disabled", {"disabled": "true"})
        else:
            answer = c.client.post(f"{A}/users", body, "application/json")
        wanted = (lambda one, pointer=pointer: one.get("pointer") == pointer) if pointer is not None else None
        expect_problem(c.suite, c.name(f"row 14: {name}"), answer, 400, "json", wanted)
    return looked


def lists():
    """Row 40: what, octets, the line of a fault (None: it is the whole file's)."""
    head = "Lp.;Nazwa instytucji;Rola\n"
    yield "an open quote", (head + '1;"Sąd;Partner\n').encode(), 2
    yield "a NUL", (head + "1;S\0d;Partner\n").encode(), 2
    yield "a PDF", b"%PDF-1.7\n%\xb5\xe3\xcf\xd3\n" + head.encode(), 1
    yield "a row twice", (head + "1;Sąd;Partner\n2;Sąd;Partner\n").encode(), 3
    yield "a NIP that is none", "Nazwa instytucji;NIP\nSąd;5250008199\n".encode(), 2
    yield "no encoding", head.encode() + b"1;\x81\x8d\x8f\x90;Partner\n", None
    rows = "".join(f"{number};Szkoła nr {number};Partner\n" for number in range(1, 10001))
    yield (
        "one bad row of 10,000",
        (head + rows.replace("7000;Szkoła nr 7000;Partner", "7000;Szkoła nr 7000;widz")).encode(),
        7001,
    )
    yield "an unknown column", "Nazwa instytucji;Rola;Kolor\nSąd;Partner;zielony\n".encode(), 1
    yield "an unknown role", (head + "1;Sąd;widz\n").encode(), 2
    yield "a row that is too long", (head + "1;Sąd;Partner;coś;jeszcze\n").encode(), 2
    yield "a number twice", (head + "1;Sąd;Partner\n1;Szkoła;Partner\n").encode(), 3
    yield "one line of 20 MB", head.encode() + b"1;" + b"a" * 20_000_000 + b";Partner\n", None


def list_rows(c, office):
    meeting = office.meeting()
    before = c.client.get(f"{A}/meetings/{meeting}").json
    looked = 0
    for name, octets, line in lists():
        looked += 1
        answer = c.client.post(f"{A}/meetings/{meeting}/partners", octets, "text/csv")
        wanted = (lambda one, line=line: one.get("line") == line) if line else None
        expect_problem(c.suite, c.name(f"row 40: {name}"), answer, 422, "csv", wanted)
    c.suite.equal(c.name("row 40: none of it was imported"), c.client.get(f"{A}/meetings/{meeting}").json, before)
    return looked


def meetings():
    """Row 43: what, how a meeting is changed, the pointer."""

    def put(path, value):
        def change(meeting):
            node = meeting
            for key in path[:-1]:
                node = node[key]
            node[path[-1]] = value
            return meeting

        return change

    yield "31 February", put(["meeting", "date"], "2019-02-31"), "/meeting/date"
    yield "a name of 1 MB", put(["institutions", 0, "name"], "a" * (1 << 20)), "/institutions/0/name"
    yield "a right-to-left override", put(["institutions", 0, "name"], "Sąd \u202erejonowy"), "/institutions/0/name"
    yield "a control character", put(["institutions", 0, "name"], "Sąd\u0007"), "/institutions/0/name"
    yield "a place that is no number", put(["participants", 0, "order"], "pierwszy"), "/participants/0/order"
    yield "a place of 1e30", put(["participants", 0, "order"], 1e30), "/participants/0/order"
    yield "half a place", put(["participants", 0, "order"], 1.5), "/participants/0/order"
    yield (
        "a reference to nobody",
        put(["participants", 0, "institution_ref"], "nikt"),
        "/participants/0/institution_ref",
    )


def meeting_rows(c):
    looked = 0
    for name, change, pointer in meetings():
        looked += 1
        number = f"zle-{looked}"
        answer = c.client.post(f"{A}/meetings", change({**sample(f"{KNUROW}.json"), "id": number}))
        wanted = lambda one, pointer=pointer: one.get("pointer") == pointer
        status = 400 if answer.status == 400 else 422  # JSON of the wrong type is a fault of JSON
        expect_problem(c.suite, c.name(f"row 43: {name}"), answer, status, None, wanted)
        c.suite.equal(c.name(f"row 43: {name}: nothing came in"), c.client.get(f"{A}/meetings/{number}").status, 404)
    for word in ("NaN", "Infinity", "-Infinity"):
        looked += 1
        text = f'{{"schema": "meeting/1", "id": "x", "participants": [{{"order": {word}}}]}}'
        answer = c.client.post(f"{A}/meetings", text.encode(), "application/json")
        expect_problem(c.suite, c.name(f"row 43: {word}"), answer, 400, "json")
    return looked


def all_rows(c):
    office = Office(c.client)
    looked = 0
    for name, path, body, kind in kinds(c, office):
        before = c.counts()
        answer = c.client.post(path, body, kind)
        expect_problem(c.suite, c.name(f"row 12: {name}"), answer, 415, "media-type")
        c.suite.equal(c.name(f"row 12: {name}: nothing is stored"), c.counts(), before)
        looked += 1
    document = office.issued()
    before = c.counts()
    for name, body, kind in forms(c):
        answer = c.client.post(f"{A}/documents/{document}/scans", body, kind)
        expect_problem(c.suite, c.name(f"row 13: {name} as scan"), answer, 400, "multipart")
        for path in (f"{A}/verify", f"{A}/users"):
            expect_problem(
                c.suite, c.name(f"row 13: {name} to {path}"), c.client.post(path, body, kind), 415, "media-type"
            )
            looked += 1
    c.suite.equal(c.name("row 13: nothing is stored"), c.counts(), before)
    looked += json_rows(c, office)
    looked += list_rows(c, office)
    looked += meeting_rows(c)
    made = c.client.post(f"{A}/users", {**USER, "name": "dobra"})
    c.suite.equal(c.name("row 14: a good one is taken"), made.status, 201, made)
    c.suite.control(c.name("a good body"), lambda inner: expect_problem(inner, "x", made, 400, "json"))
    taken = c.client.post(f"{A}/meetings", sample(f"{KNUROW}.json"))
    c.suite.equal(c.name("row 43: the sample itself is taken"), taken.status, 201, taken)
    return looked
