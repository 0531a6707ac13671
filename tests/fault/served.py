"""What is asked of the service while it is interrupted, and what it shows afterwards."""
import dataclasses
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "e2e" / "service"))
from office import PDF, A, Office  # noqa: E402
from rounds import all_of  # noqa: E402
from signed import Person, signed  # noqa: E402


@dataclasses.dataclass
class Wish:
    """One request, and the document that it changes."""
    name: str
    document: str
    path: str
    body: object = None
    kind: str | None = None

    def ask(self, client):
        return client.post(A + self.path, self.body, self.kind, idempotency_key=f"fault-{self.name}")


def wishes(client, folder):
    """A document for each, one step before the request."""
    office = Office(client)
    draft, accepted = office.draft(), office.accepted()
    sealed, _, seal_secret = office.linked()
    sent, _, upload_secret = office.linked()
    pdf = office.good(client.get(f"{A}/documents/{sent}/head")).body
    consent = {"name": "Jan Przykładowy", "consent": True}
    returned = signed(pdf, Person(folder, "Olga Próbna"))
    return [Wish("issue", draft, f"/documents/{draft}/issue"),
            Wish("sign", sealed, f"/links/{seal_secret}/signing", consent),
            Wish("upload", sent, f"/links/{upload_secret}/signature?name=podpisany.pdf", returned, PDF),
            Wish("archive", accepted, f"/documents/{accepted}/archive")]


def picture(client, document):
    """What the service lists of the document, without what differs from run to run."""
    shown = client.get(f"{A}/documents/{document}").json
    signers = [(one["field"], one["state"], one["method"], one["grade"]) for one in shown["signers"]]
    uploads = [(one["kind"], one["state"]) for one in all_of(client, f"/uploads?document={document}")]
    records = len(all_of(client, "/archive/records"))
    return {"state": shown["state"], "version": shown["version"], "signers": signers, "uploads": uploads,
            "records": records, "signatures": signatures(client, document)}


def signatures(client, document):
    """The indication of each signature in the files; none while there is no file yet."""
    answer = client.get(f"{A}/documents/{document}/head")
    if answer.status == 409:
        return []
    assert answer.status == 200, answer
    verdict = client.post(f"{A}/verify", answer.body, PDF).json
    return [one["integrity"] for one in verdict["signatures"]]


def events(client):
    """The audit trail's actions, in their order; logging in is not looked at."""
    return [(one["action"], one["subject"]["id"]) for one in all_of(client, "/audit")
            if one["action"] != "session.begin"]
