"""Rows 44 to 46: links that open nothing, requests that come twice, and what the state forbids."""

import re
import secrets
import threading

from context import expect_problem
from office import A, Office, rows
from wire import Client, quoted

REASON = {"reason": "Próba."}


def timeless(answer):
    """What must be the same for every link that opens nothing: all but the request's id."""
    return answer.status, answer.type, {key: value for key, value in answer.json.items() if key != "instance"}


def dead_links(c, office):
    """Row 44. What, secret: wrong in every way, ended by a new one, withdrawn, expired."""
    _, signer, ended = office.linked()
    office.link(signer)
    _, withdrawn_signer, withdrawn = office.linked()
    office.good(office.client.delete(f"{A}/signers/{withdrawn_signer}/link"))
    _, expired_signer, expired = office.linked()
    with rows(c.service) as database:
        database.execute("UPDATE signer_link SET expires_at = 1 WHERE signer = ?", (expired_signer,))
    yield "a made-up one", secrets.token_urlsafe(32)
    yield "none at all", "x"
    yield "one with other letters", "é" * 43
    yield "one cut short", ended[:-1]
    yield "ended by a new one", ended
    yield "withdrawn", withdrawn
    yield "expired", expired


def link_rows(c, office):
    shown = None
    looked = 0
    for name, secret in dead_links(c, office):
        for method, end in (("GET", ""), ("GET", "/document"), ("POST", "/opening"), ("POST", "/refusal")):
            body = REASON if end == "/refusal" else None
            answer = c.anybody().ask(method, f"{A}/links/{quoted(secret)}{end}", body)
            what = c.name(f"row 44: {name}: {method} {end}")
            expect_problem(c.suite, what, answer, 404, "account-no-link")
            shown = shown or timeless(answer)
            c.suite.equal(f"{what}: the same answer", timeless(answer), shown)
            looked += 1
    return looked


def pages(c, office):
    """The page behind a link: looking opens nothing, and every dead link gets the same words."""
    document, signer, good = office.linked()
    shown = c.anybody().get(f"/podpis/{good}")
    c.suite.equal(c.name("row 44: a link's page"), (shown.status, shown.type), (200, "text/html"), shown)
    words = None
    elsewhere = Client((c.front or c.service).place.seen_from("127.0.3.1"))  # wrong links are counted by address
    for name, secret in dead_links(c, office):
        answer = elsewhere.get(f"/podpis/{quoted(secret)}")
        words = words or (404, timeless_page(answer))
        c.suite.equal(c.name(f"row 44: {name}: the same page"), (answer.status, timeless_page(answer)), words, answer)
    states = {one["id"]: one["state"] for one in office.get(f"/documents/{document}")["signers"]}
    c.suite.equal(c.name("row 44: nobody opened it"), states[signer], "invited")
    return 9


def timeless_page(answer):
    """Without the number of the request."""
    return re.sub(r"<code>[A-Z0-9]{26}</code>", "", answer.body.decode())


def used(c, office):
    """A link that was used shows its holder what happened; what cannot be done again is 409 or 410, to them alone."""
    _, _, secret = office.linked()
    here = f"{A}/links/{secret}"
    office.good(c.anybody().post(f"{here}/signing", {"name": "Jan Przykładowy", "consent": True}))
    view = c.anybody().get(here)
    c.suite.equal(c.name("row 44: a used link still shows"), view.json["signer"]["state"], "signed", view)
    for end, body in (("/signing", {"name": "Jan", "consent": True}), ("/refusal", REASON)):
        answer = c.anybody().post(here + end, body)
        c.suite.check(c.name(f"row 44: {end} by a used link"), answer.status in (409, 410) and answer.problem, answer)
    return 3


def guesses(c, office):
    """Wrong links are counted: thirty of one address, then 429. Last: who asks from there must wait."""
    statuses = [c.anybody().get(f"{A}/links/{secrets.token_urlsafe(32)}").status for _ in range(40)]
    c.suite.check(c.name("row 44: guessing ends"), statuses[-1] == 429 and set(statuses) <= {404, 429}, statuses)


def repeated(c, office):
    """Row 45: the same key with the same body gets the same answer, with another body 409; many at once make one."""
    key = secrets.token_hex(8)
    wish = {"name": f"raz-{key}", "password": "dwanaście-znaków", "roles": ["reader"]}
    first = c.client.post(f"{A}/users", wish, idempotency_key=key)
    c.suite.equal(c.name("row 45: the first"), first.status, 201, first)
    count = c.counts()["user"]
    second = c.client.post(f"{A}/users", wish, idempotency_key=key)
    same = (second.status, second.body, second.field("location")) == (201, first.body, first.field("location"))
    c.suite.check(c.name("row 45: the same answer"), same, second)
    other = c.client.post(f"{A}/users", {**wish, "roles": ["clerk"]}, idempotency_key=key)
    expect_problem(c.suite, c.name("row 45: another body"), other, 409, None)
    elsewhere = c.client.post(f"{A}/late-joiners", office.late_joiner(), idempotency_key=key)
    expect_problem(c.suite, c.name("row 45: another path"), elsewhere, 409, None)
    c.suite.equal(c.name("row 45: one was made"), c.counts()["user"], count)
    without = c.client.post(f"{A}/users", wish)
    expect_problem(c.suite, c.name("row 45: without a key it is another request"), without, 409, None)
    for bad in ("", "a" * 256, "zażółć"):
        answer = c.client.post(f"{A}/users", wish, idempotency_key=bad)
        c.suite.check(c.name(f"row 45: the key {bad[:8]!r}"), answer.status == 400 and answer.problem, answer)
    at_once(c, office)
    return 9


def at_once(c, office):
    """Eight of one key at the same time: one document is made; the others get its answer or are told to wait."""
    joiner, key, answers = office.late_joiner(), secrets.token_hex(8), []
    before = c.counts()["document"]

    def ask():
        client = c.anybody()
        client.cookie, client.csrf = c.client.cookie, c.client.csrf
        answers.append(client.post(f"{A}/late-joiners", joiner, idempotency_key=key))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = {answer.json["id"] for answer in answers if answer.status == 201}
    c.suite.check(
        c.name("row 45: at once"), {answer.status for answer in answers} <= {201, 409} and len(made) == 1, answers
    )
    c.suite.equal(c.name("row 45: at once, one was made"), c.counts()["document"] - before, 1)


def states(office):
    """Row 46: what, method, path, body; all forbidden by the state, which the answer names."""
    draft = office.draft()
    yield "send a draft", f"{A}/documents/{draft}/send", None, "draft"
    yield "archive a draft", f"{A}/documents/{draft}/archive", None, "draft"
    yield "expire a draft", f"{A}/documents/{draft}/expire", None, "draft"
    issued = office.issued()
    yield "issue twice", f"{A}/documents/{issued}/issue", None, "issued"
    yield "archive what nobody signed", f"{A}/documents/{issued}/archive", None, "issued"
    yield "close what nobody signed", f"{A}/documents/{issued}/close", REASON, "issued"
    yield "retry what did not fail", f"{A}/documents/{issued}/sealing-retry", None, "issued"
    document, _, secret = office.linked()
    office.post(f"/documents/{document}/void", REASON)
    here = f"{A}/links/{secret}"
    yield "sign a void one", f"{here}/signing", {"name": "Jan", "consent": True}, "voided"
    yield "decline a void one", f"{here}/refusal", REASON, "voided"
    yield "void twice", f"{A}/documents/{document}/void", REASON, "voided"
    document, _, secret = office.linked()
    here = f"{A}/links/{secret}"
    office.post(f"/links/{secret}/refusal", REASON)
    yield "sign what was declined", f"{here}/signing", {"name": "Jan", "consent": True}, "declined"
    yield "accept what was declined", f"{A}/documents/{document}/acceptance", {}, "declined"
    accepted = office.accepted()
    office.post(f"/documents/{accepted}/archive")
    yield "void what is archived", f"{A}/documents/{accepted}/void", REASON, "archived"
    yield "archive twice", f"{A}/documents/{accepted}/archive", None, "archived"


def state_rows(c, office):
    looked = 0
    for name, path, body, state in states(office):
        looked += 1
        answer = c.client.post(path, body)
        what = c.name(f"row 46: {name}")
        expect_problem(c.suite, what, answer, 409, None)
        named = answer.problem and answer.problem.startswith(("state-", "document-", "public-url"))
        c.suite.check(f"{what}: it is the state, and named", named and len(answer.json["detail"]) > 20, answer)
    return looked


def all_rows(c):
    office = Office(c.client)
    _good(c, office)
    looked = link_rows(c, office) + pages(c, office) + used(c, office) + repeated(c, office) + state_rows(c, office)
    c.suite.part(guesses, c, office)
    return looked


def _good(c, office):
    good = c.anybody().get(f"{A}/links/{office.linked()[2]}")
    c.suite.equal(c.name("row 44: a good link opens"), good.status, 200, good)
    c.suite.control(c.name("a good link"), lambda inner: expect_problem(inner, "x", good, 404, None))
