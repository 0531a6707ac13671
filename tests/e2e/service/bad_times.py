"""Row 47: the queue is full, the disk is full, the audit trail cannot be written. Refused in words, and over when it is."""

import os
import pathlib
import subprocess
import tempfile
import threading

import hostile
from context import Context, expect_problem
from office import PDF, A, Office, rows
from service import KNUROW, Service, sample

MOST_AT_ONCE = 80
DISK = "130m"  # below 100 MB the service says that it is not ready


def queue_full(c):
    """More large requests than the workers and the queue for such take; each gets its answer, or 503 and when to try."""
    slow = next(octets for row, name, octets, _ in hostile.files() if row == 17 and "page tree" in name)
    answers = []

    def ask():
        answers.append(c.anybody().post(f"{A}/verify", slow, PDF))

    threads = [threading.Thread(target=ask) for _ in range(MOST_AT_ONCE)]
    for thread in threads:
        thread.start()
    live = [c.anybody().get("/health/live").status for _ in range(5)]
    for thread in threads:
        thread.join()
    refused = [answer for answer in answers if answer.status == 503]
    c.suite.check(c.name("row 47: some were refused"), refused, f"{len(answers)} answers")
    for answer in refused[:3]:
        expect_problem(c.suite, c.name("row 47: the queue is full"), answer, 503, None)
    others = {answer.status for answer in answers} - {503}
    c.suite.equal(c.name("row 47: all others got their answer"), (len(answers), others), (MOST_AT_ONCE, {422}))
    c.suite.equal(c.name("row 47: the probe was answered meanwhile"), live, [200] * 5)
    after = c.anybody().post(f"{A}/verify", slow, PDF)
    c.suite.equal(c.name("row 47: and then it goes on"), after.status, 422, after)


def audit_down(c):
    """No audit, no change: 503, and nothing of it stands anywhere."""
    office = Office(c.client)
    document, _, secret = office.linked()
    with rows(c.service) as database:
        database.execute(
            "CREATE TRIGGER broken BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END"
        )
    before = c.counts()
    requests = [
        ("a link", f"/signers/{office.signer(document)}/link", None),
        ("a void", f"/documents/{document}/void", {"reason": "Próba."}),
        ("a seal", f"/links/{secret}/signing", {"name": "Jan Przykładowy", "consent": True}),
        ("a meeting", "/meetings", {"schema": "meeting/1", "id": "bez-dziennika"}),
        ("a user", "/users", {"name": "nikt", "password": "dwanaście-znaków", "roles": ["reader"]}),
    ]
    for name, path, body in requests:
        answer = c.client.post(A + path, body)
        expect_problem(c.suite, c.name(f"row 47: {name} without the audit trail"), answer, 503, None)
    c.suite.equal(c.name("row 47: nothing was changed without it"), c.counts(), before)
    with rows(c.service) as database:
        database.execute("DROP TRIGGER broken")
    answer = c.client.post(f"{A}/documents/{document}/void", {"reason": "Próba."})
    c.suite.equal(c.name("row 47: and then it goes on"), answer.status, 200, answer)


def disk_full(suite, binary):
    """A small disk that something else fills: 507, what was promised is there, and with room again it goes on."""
    if os.geteuid() != 0:
        return
    with tempfile.TemporaryDirectory(prefix="akces-disk-") as folder:
        if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK}", "akces", folder], check=False).returncode != 0:
            suite.check("row 47: a small disk can be had", False)
            return
        try:
            _on_disk(suite, binary, pathlib.Path(folder))
        finally:
            subprocess.run(["umount", "-l", folder], check=False)


def _on_disk(suite, binary, disk):
    with Service(binary, data=disk / "data") as service:
        client = service.set_up()
        office = Office(client)
        office.import_sample()
        document = office.issued()
        filler = disk / "filler"
        with open(filler, "wb") as file:
            try:
                while True:
                    file.write(bytes(65536))
                    file.flush()
            except OSError:
                pass
        answers = []
        for number in range(30):
            meeting = {**sample(f"{KNUROW}.json"), "id": f"pelny-{number}"}
            answers.append((meeting["id"], client.post(f"{A}/meetings", meeting)))
        refused = [answer for _, answer in answers if answer.status != 201]
        suite.check("row 47: a full disk refuses", refused)
        for answer in refused[:3]:
            expect_problem(suite, "row 47: the disk is full", answer, 507, None)
        photo = client.post(f"{A}/archive/records?meeting={KNUROW}", os.urandom(200_000), "application/octet-stream")
        expect_problem(suite, "row 47: no room for a file", photo, 507, None)
        filler.unlink()
        for name, answer in answers:
            there = client.get(f"{A}/meetings/{name}").status
            suite.equal(f"row 47: {name} is there where that was said", there, 200 if answer.status == 201 else 404)
        again = client.post(f"{A}/documents/{document}/void", {"reason": "Próba."})
        suite.equal("row 47: with room again it goes on", again.status, 200, again)
        suite.check("row 47: the audit trail is whole", client.get(f"{A}/audit/check").json["intact"])


def all_rows(suite, binary, name):
    with Context(suite, binary, name) as c:
        suite.part(queue_full, c)
        suite.part(audit_down, c)
    if name == "alone":
        suite.part(disk_full, suite, binary)
