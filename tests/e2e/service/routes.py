"""For each route a request that must succeed for whoever may: path, body, media type, further fields."""

import re

from office import JPEG, PDF, TEMPLATE, A, rows
from service import KNUROW, PASSWORD

NOBODYS = "AAAAAAAAAAAAAAAA"
REASON = {"reason": "Próba."}


class Fixtures:
    """Made once: what reading needs. Made anew for each request: what a change uses up."""

    def __init__(self, office, service):
        self.o, self.service = office, service
        office.import_sample()
        office.post(f"/meetings/{KNUROW}/documents", {"templates": ["deklaracja"]})
        self.of_meeting = [one["id"] for one in office.post(f"/meetings/{KNUROW}/issue").json["data"]]
        self.document = office.accepted()
        self.scan = office.scan(self.document)
        office.post("/templates/check", TEMPLATE.encode(), "application/xml")
        self.photo_meeting = office.meeting()
        self.photo = office.photo(self.photo_meeting)
        archived = office.accepted()
        self.record = office.post(f"/documents/{archived}/archive").json["records"][0]["id"]
        self.user, _ = office.user("reader")
        self.job = office.post("/rejudgements").json["id"]
        self.project = office.get("/projects")["data"][0]["id"]
        self.team = office.get("/teams")["data"][0]["id"]
        self.signer = office.signer(self.document)
        self.upload = office.get("/uploads")["data"][0]["id"]

    def known(self, pattern):
        """The pattern with ids that are there."""
        by_collection = {
            "meetings": KNUROW, "documents": self.document, "signers": self.signer, "uploads": self.upload,
            "users": self.user, "jobs": self.job, "projects": self.project, "teams": self.team, "records": self.record,
        }  # fmt: skip
        if "/photos" in pattern:
            by_collection["meetings"] = self.photo_meeting
        path = re.sub(r"(\w+)/\{id\}", lambda found: f"{found[1]}/{by_collection.get(found[1], NOBODYS)}", pattern)
        others = {"order": "1", "institution": "mops-knurow", "photo": self.photo, "name": "deklaracja"}
        return re.sub(r"\{(\w+)\}", lambda found: others.get(found[1], NOBODYS), path)

    def etag(self, path):
        return self.o.good(self.o.client.get(path)).field("etag")

    def changed(self, path, change):
        """PUT of the resource at `path` as `change` makes it."""
        found = self.o.good(self.o.client.get(path))
        return path, change(found.json), None, {"if_match": found.field("etag")}

    def removed(self, path):
        return path, None, None, {"if_match": self.etag(path)}

    def failed_seal(self):
        """A document whose seal failed, which only a broken key brings about: its rows as the service leaves them."""
        document, signer, _ = self.o.linked()
        with rows(self.service) as database:
            database.execute("UPDATE document SET state = 'sealing-failed' WHERE id = ?", (document,))
            database.execute("UPDATE signer SET method = 'here', signed_name = 'Jan' WHERE id = ?", (signer,))
        return document, signer

    def request(self, method, pattern, actor):
        """`actor`: who will ask, for what they may only do to their own."""
        make = SPECIAL.get(f"{method} {pattern.removeprefix(A)}")
        if make is None:
            assert method == "GET", f"no fixture for {method} {pattern}"
            return self.known(pattern), None, None, {}
        made = make(self, actor)
        return (*made, *[None, None, {}][len(made) - 1 :])


def _on_document(state, name, body=None):
    return lambda f, _: (f"{A}/documents/{getattr(f.o, state)()}/{name}", body, None, {})


def _on_link(name, body=None, kind=None):
    return lambda f, _: (f"{A}/links/{f.o.linked()[2]}{name}", body, kind, {})


def _signed(f, _):
    """A PDF without a signature is no signature: an attachment in another format is taken."""
    return (
        f"{A}/links/{f.o.linked()[2]}/signature?name=podpis.xml",
        b"<?xml version='1.0'?><Signature/>",
        "text/xml",
        {},
    )


def _own_template(f):
    name = f"wlasny-{next(f.o.number)}"
    f.o.good(f.o.client.put(f"{A}/templates/{name}", TEMPLATE.encode(), "application/xml"))
    return f"{A}/templates/{name}"


def _participant(f):
    path = f"{A}/meetings/{f.o.meeting()}/participants"
    return path, {"order": 7, "institution_ref": "inna", "roles": ["partner"]}


def _token_of(f, actor):
    """A token of whoever asks, where that is a person."""
    return f.o.token("read", client=actor if actor is not None and actor.cookie else None)[0]


def _someones_token(f):
    other = f.o.session(f.o.client.__class__(f.o.client.place), "clerk")
    made = f.o.token("read", client=other)[0]
    return f"{A}/users/{other.get(f'{A}/session').json['user']['id']}/tokens/{made}"


def _retried(f, _):
    return (f"{A}/documents/{f.failed_seal()[0]}/sealing-retry",)


SPECIAL = {
    "POST /setup": lambda f, _: (f"{A}/setup", {"secret": "A" * 43, "name": "nikt", "password": PASSWORD}),
    "POST /session": lambda f, _: (f"{A}/session", {"name": f.o.user("reader")[1], "password": PASSWORD}),
    "DELETE /session": lambda f, _: (f"{A}/session",),
    "PUT /session/password": lambda f, _: (f"{A}/session/password", {"current": PASSWORD, "new": PASSWORD}),
    "POST /users": lambda f, _: (
        f"{A}/users",
        {"name": f"nowa-{next(f.o.number)}", "password": PASSWORD, "roles": ["reader"]},
    ),
    "PUT /users/{id}/roles": lambda f, _: (f"{A}/users/{f.user}/roles", {"roles": ["reader"]}),
    "PUT /users/{id}/disabled": lambda f, _: (f"{A}/users/{f.user}/disabled", {"disabled": False}),
    "PUT /users/{id}/password": lambda f, _: (f"{A}/users/{f.user}/password", {"password": PASSWORD}),
    "DELETE /users/{id}/tokens/{token}": lambda f, _: (_someones_token(f),),
    "POST /tokens": lambda f, _: (
        f"{A}/tokens",
        {"label": "x", "scopes": ["read"], "expires_at": "2027-06-30T00:00:00Z"},
    ),
    "DELETE /tokens/{id}": lambda f, actor: (f"{A}/tokens/{_token_of(f, actor)}",),
    "POST /meetings": lambda f, _: (f"{A}/meetings", {"schema": "meeting/1", "id": f"nowe-{next(f.o.number)}"}),
    "PUT /meetings/{id}": lambda f, _: f.changed(
        f"{A}/meetings/{f.o.meeting()}", lambda one: {**one, "language": "pl"}
    ),
    "DELETE /meetings/{id}": lambda f, _: f.removed(f"{A}/meetings/{f.o.meeting()}"),
    "POST /meetings/{id}/partners": lambda f, _: (
        f"{A}/meetings/{f.o.meeting()}/partners",
        "Nazwa instytucji;Rola\nSąd Rejonowy;Partner\n".encode(),
        "text/csv",
    ),
    "POST /meetings/{id}/participants": lambda f, _: _participant(f),
    "PUT /meetings/{id}/participants/{order}": lambda f, _: f.changed(
        f"{A}/meetings/{f.o.meeting()}/participants/1", lambda one: {**one, "function": "dyrektor"}
    ),
    "DELETE /meetings/{id}/participants/{order}": lambda f, _: f.removed(
        f"{A}/meetings/{f.o.meeting()}/participants/1"
    ),
    "POST /meetings/{id}/institutions": lambda f, _: (
        f"{A}/meetings/{f.o.meeting()}/institutions",
        {"id": "nowa", "name": "Nowa Instytucja"},
    ),
    "PUT /meetings/{id}/institutions/{institution}": lambda f, _: f.changed(
        f"{A}/meetings/{f.o.meeting()}/institutions/inna", lambda one: {**one, "address": "ul. Prosta 1"}
    ),
    "DELETE /meetings/{id}/institutions/{institution}": lambda f, _: f.removed(
        f"{A}/meetings/{f.o.meeting()}/institutions/inna"
    ),
    "PUT /projects/{id}": lambda f, _: f.changed(f"{A}/projects/{f.project}", lambda one: one["project"]),
    "PUT /teams/{id}": lambda f, _: f.changed(f"{A}/teams/{f.team}", lambda one: one["team"]),
    "POST /meetings/{id}/photos": lambda f, _: (
        f"{A}/meetings/{f.photo_meeting}/photos",
        JPEG + str(next(f.o.number)).encode(),
        "image/jpeg",
    ),
    "PUT /meetings/{id}/photos/{photo}": lambda f, _: (
        f"{A}/meetings/{f.photo_meeting}/photos/{f.photo}",
        {"caption": "Podpisanie deklaracji"},
    ),
    "DELETE /meetings/{id}/photos/{photo}": lambda f, _: (
        f"{A}/meetings/{f.photo_meeting}/photos/{f.o.photo(f.photo_meeting)}",
    ),
    "PUT /office": lambda f, _: f.changed(f"{A}/office", lambda one: one),
    "PUT /templates/{name}": lambda f, _: (
        f"{A}/templates/nowy-{next(f.o.number)}",
        TEMPLATE.encode(),
        "application/xml",
    ),
    "DELETE /templates/{name}": lambda f, _: f.removed(_own_template(f)),
    "POST /templates/check": lambda f, _: (f"{A}/templates/check", TEMPLATE.encode(), "application/xml"),
    "POST /archive/records": lambda f, _: (
        f"{A}/archive/records?meeting={KNUROW}",
        b"cokolwiek %d" % next(f.o.number),
        "application/octet-stream",
    ),
    "POST /meetings/{id}/documents": lambda f, _: (f"{A}/meetings/{KNUROW}/documents?dry_run=true", {}),
    "POST /meetings/{id}/issue": lambda f, _: (f"{A}/meetings/{KNUROW}/issue",),
    "POST /late-joiners": lambda f, _: (f"{A}/late-joiners", f.o.late_joiner()),
    "POST /documents/{id}/issue": _on_document("draft", "issue"),
    "POST /documents/{id}/send": _on_document("issued", "send"),
    "POST /documents/{id}/expire": _on_document("issued", "expire"),
    "POST /documents/{id}/void": _on_document("issued", "void", REASON),
    "POST /documents/{id}/close": _on_document("joint", "close", REASON),
    "POST /documents/{id}/reissue": lambda f, _: (f"{A}/documents/{f.of_meeting.pop()}/reissue", REASON),
    "POST /documents/{id}/acceptance": _on_document("signed_here", "acceptance", {}),
    "POST /documents/{id}/sealing-retry": _retried,
    "POST /documents/{id}/archive": _on_document("accepted", "archive"),
    "POST /documents/{id}/scans": lambda f, _: (f"{A}/documents/{f.o.issued()}/scans", JPEG, "image/jpeg"),
    "POST /uploads/{id}/confirmation": lambda f, _: _confirmed(f),
    "POST /uploads/{id}/refusal": lambda f, _: (f"{A}/uploads/{f.o.scan()}/refusal",),
    "PUT /signers/{id}/certificate": lambda f, _: (
        f"{A}/signers/{f.o.signer(f.o.issued())}/certificate",
        {"sha256": "0" * 64},
    ),
    "DELETE /signers/{id}/certificate": lambda f, _: (f"{A}/signers/{f.o.signer(f.o.issued())}/certificate",),
    "POST /signers/{id}/sealing-given-up": lambda f, _: (f"{A}/signers/{f.failed_seal()[1]}/sealing-given-up",),
    "POST /signers/{id}/signature": lambda f, _: (
        f"{A}/signers/{f.o.signer(f.o.issued())}/signature?name=podpis.xml",
        b"<?xml version='1.0'?><Signature/>",
        "text/xml",
    ),
    "POST /signers/{id}/link": lambda f, _: (f"{A}/signers/{f.o.signer(f.o.issued())}/link",),
    "DELETE /signers/{id}/link": lambda f, _: (f"{A}/signers/{f.o.linked()[1]}/link",),
    "GET /links/{secret}": _on_link(""),
    "POST /links/{secret}/opening": _on_link("/opening"),
    "GET /links/{secret}/document": _on_link("/document"),
    "GET /links/{secret}/text": _on_link("/text"),
    "GET /links/{secret}/preview": _on_link("/preview"),
    "POST /links/{secret}/signature": _signed,
    "POST /links/{secret}/signing": _on_link("/signing", {"name": "Jan Przykładowy", "consent": True}),
    "POST /links/{secret}/refusal": _on_link("/refusal", REASON),
    "POST /links/{secret}/notice": _on_link("/notice"),
    "POST /links/{secret}/attachments": _on_link("/attachments?name=pelnomocnictwo.jpg", JPEG, "image/jpeg"),
    "POST /verify": lambda f, _: (f"{A}/verify", f.pdf(), PDF),
    "POST /archive/checks": lambda f, _: (f"{A}/archive/checks",),
    "POST /rejudgements": lambda f, _: (f"{A}/rejudgements",),
}


def _confirmed(f):
    document = f.o.issued()
    return f"{A}/uploads/{f.o.scan(document)}/confirmation", {"signers": [f.o.signer(document)]}


def _pdf(self):
    if not hasattr(self, "_file"):
        self._file = self.o.client.get(f"{A}/documents/{self.document}/head").body
    return self._file


Fixtures.pdf = _pdf
