"""An office at work: makes what a test needs (meetings, documents in any state, links, files), by the API."""

import contextlib
import itertools
import sqlite3

from service import BEDZIN, KNUROW, PASSWORD, sample

A = "/api/v1"
PDF = "application/pdf"
# The smallest files that are what they say by their first octets; nobody decodes photographs.
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
TEMPLATE = """<?xml version="1.0" encoding="UTF-8"?>
<template title="Przykład">
  <heading level="1">PRZYKŁAD</heading>
  <p>{{ team.name }}</p>
</template>
"""


class Office:
    """`client` may do everything; `number` counts what must not come twice."""

    def __init__(self, client):
        self.client = client
        self.number = itertools.count(1)
        self.office = sample(f"{KNUROW}-office.json")
        self.good(client.change(f"{A}/office", lambda _: self.office))

    def good(self, answer, *statuses):
        assert answer.status in (statuses or (200, 201, 202, 204)), answer
        return answer

    def post(self, path, body=None, kind=None, **fields):
        return self.good(self.client.post(A + path, body, kind, **fields))

    def get(self, path):
        return self.good(self.client.get(A + path)).json

    def import_sample(self, name=KNUROW):
        return self.post("/meetings", sample(f"{name}.json")).json["id"]

    def meeting(self):
        """A small one of its own, with a partner that nobody refers to."""
        name = f"spotkanie-{next(self.number)}"
        people = [{"order": 1, "institution_ref": "mops", "roles": ["partner"]}]
        houses = [{"id": "mops", "name": "Ośrodek Pomocy"}, {"id": "inna", "name": f"Instytucja {name}"}]
        team = {"name": f"Zespół {name}", "name_gen": f"Zespołu {name}"}
        project = {"title": f"Projekt {name}"}
        body = {"schema": "meeting/1", "id": name, "institutions": houses, "participants": people}
        return self.post("/meetings", {**body, "team": team, "project": project}).json["id"]

    def photo(self, meeting):
        file = JPEG + str(next(self.number)).encode()
        return self.post(f"/meetings/{meeting}/photos", file, "image/jpeg").json["id"]

    def late_joiner(self):
        return {
            "team": {"name": "Zespół Kooperacyjny w Knurowie", "name_gen": "Zespołu Kooperacyjnego w Knurowie"},
            "project": {"title": "Kooperacje 3D"},
            "leader": {"id": "mops-knurow", "name": "Miejski Ośrodek Pomocy Społecznej w Knurowie"},
            "institution": {"id": "biblioteka", "name": f"Biblioteka nr {next(self.number)}"},
            "function": "Dyrektor",
        }

    def draft(self):
        return self.post("/late-joiners", self.late_joiner()).json["id"]

    def issued(self):
        document = self.draft()
        self.post(f"/documents/{document}/issue")
        return document

    def document(self, document):
        return self.get(f"/documents/{document}")

    def signer(self, document, field="Partner-1"):
        signers = self.document(document)["signers"]
        return next((one["id"] for one in signers if one["field"] == field), signers[0]["id"])

    def link(self, signer):
        """The secret of a new link."""
        return self.post(f"/signers/{signer}/link").json["api"].rsplit("/", 1)[1]

    def linked(self):
        """An issued document's partner with a link: document, signer, secret."""
        document = self.issued()
        signer = self.signer(document)
        return document, signer, self.link(signer)

    def signed_here(self):
        document, _, secret = self.linked()
        self.post(f"/links/{secret}/signing", {"name": "Jan Przykładowy", "consent": True})
        return document

    def accepted(self):
        document = self.signed_here()
        self.post(f"/documents/{document}/acceptance", {})
        return document

    def scan(self, document=None):
        """One that waits for the clerk."""
        document = document or self.issued()
        return self.post(f"/documents/{document}/scans?name=skan.jpg", JPEG, "image/jpeg").json["upload"]["id"]

    def joint(self):
        """A joint declaration of which one has signed."""
        number = next(self.number)  # in the data too: the same ones in the same second are the same document
        name = f"wspolna-{number}"
        meeting = {**sample(f"{BEDZIN}.json"), "id": name}
        self.post("/meetings", meeting)
        office = {**sample(f"{BEDZIN}-office.json"), "case": {"mark": f"PRÓBA.{number}"}}
        wish = {"office": office, "templates": ["deklaracja-wspolna"]}
        document = self.post(f"/meetings/{name}/documents", wish).json["data"][0]["id"]
        self.post(f"/documents/{document}/issue")
        secret = self.link(self.document(document)["signers"][0]["id"])
        self.post(f"/links/{secret}/signing", {"name": "Jan Przykładowy", "consent": True})
        return document

    def user(self, *roles):
        name = f"osoba-{next(self.number)}"
        made = self.post("/users", {"name": name, "password": PASSWORD, "roles": list(roles)})
        return made.json["id"], name

    def session(self, client, *roles):
        """`client` logged in as somebody new."""
        _, name = self.user(*roles)
        self.good(client.log_in(name, PASSWORD))
        return client

    def token(self, *scopes, client=None):
        wish = {"label": "program", "scopes": list(scopes), "expires_at": "2027-06-30T00:00:00Z"}
        made = self.good((client or self.client).post(f"{A}/tokens", wish)).json
        return made["id"], made["token"]


@contextlib.contextmanager
def rows(service):
    """The service's own database, for what no request can bring about."""
    with contextlib.closing(sqlite3.connect(service.data / "akces.sqlite", timeout=10)) as connection:
        yield connection
        connection.commit()
