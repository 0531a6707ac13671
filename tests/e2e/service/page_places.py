"""For each form of the pages: how a person comes to it, and what they fill in so that it is taken."""

import re

from forms import File
from office import JPEG, TEMPLATE, A, rows
from routes import NOBODYS, Fixtures
from service import KNUROW, PASSWORD, sample

CSV = "Nazwa instytucji;Rola\nSąd Rejonowy;Partner\n".encode()
FULL = {"templates": ["deklaracja"]}


class Places(Fixtures):
    """What the pages need beside what the routes do."""

    def __init__(self, office, service):
        super().__init__(office, service)
        self.template = f"wlasny-{next(office.number)}"
        office.good(office.client.put(f"{A}/templates/{self.template}", TEMPLATE.encode(), "application/xml"))
        self.token = office.token("read")[0]
        self.check = office.post("/archive/checks").json["id"]

    def path(self, pattern):
        """The page's address with ids that are there; of a link the secret of a new one."""
        ids = {
            "spotkania": self.photo_meeting if "/zdjecia" in pattern else KNUROW,
            "dokumenty": self.document, "podpis": self.o.linked()[2] if "/podpis/" in pattern else "",
            "podpisujacy": self.signer, "archiwum": self.record, "sprawdzenia": self.check, "projekty": self.project,
            "zespoly": self.team, "konta": self.user, "klucze": self.token,
        }  # fmt: skip
        path = re.sub(r"(\w+)/\{(id|secret|signer)\}", lambda found: f"{found[1]}/{ids[found[1]]}", pattern)
        others = {
            "order": "1", "institution": "mops-knurow", "photo": self.photo, "upload": self.scan,
            "name": "deklaracja", "token": self.token, "form": "plik",
        }  # fmt: skip
        return re.sub(r"\{(\w+)\}", lambda found: others.get(found[1], NOBODYS), path)

    def first(self, what):
        """One of the projects or teams; they go with the last meeting that has them."""
        return self.o.get(f"/{what}")["data"][0]["id"]

    def unplanned(self):
        """A meeting of twelve without documents."""
        name = f"pelne-{next(self.o.number)}"
        return self.o.post("/meetings", {**sample(f"{KNUROW}.json"), "id": name}).json["id"]

    def full(self, state):
        """The same with its declarations: "draft", "issued", "signed" (one of them) or "accepted"."""
        name = self.unplanned()
        office = {**self.o.office, "case": {"mark": f"PRÓBA.{name}"}}
        self.o.post(f"/meetings/{name}/documents", {**FULL, "office": office})
        if state == "draft":
            return name
        documents = self.o.post(f"/meetings/{name}/issue").json["data"]
        if state in ("signed", "accepted"):
            document = documents[0]["id"]
            secret = self.o.link(self.o.signer(document))
            self.o.post(f"/links/{secret}/signing", {"name": "Jan Przykładowy", "consent": True})
            if state == "accepted":
                self.o.post(f"/documents/{document}/acceptance", {})
        return name

    def way(self, pattern, who):
        """(page, action, changes) of a form that `who` will find and send; and where another form answers with that
        page, (action, changes) of the other one."""
        return WAYS[pattern](self, who)

    def form(self, pattern, who):
        """The form as `who` finds it, and what to change in it."""
        place, action, changes, *before = self.way(pattern, who)
        page = who.page(place)
        for earlier, filled in before:
            answer = who.send(page.form(earlier), filled)
            page = type(page)(answer.body.decode("utf-8"))
        return page.form(action), dict(changes)


def _meeting(state, action, changes=()):
    def way(f, _):
        page = f"/spotkania/{f.full(state)}"
        return page, f"{page}/{action}", changes

    return way


def _small(page, action, changes=()):
    def way(f, _):
        meeting = f"/spotkania/{f.o.meeting()}"
        return meeting + page, meeting + action, changes

    return way


def _partners_preview(f, _):
    page = f"/spotkania/{f.o.meeting()}/partnerzy"
    return page, page + "/podglad", {"plik": File("lista.csv", CSV)}


def _partners(f, _):
    page, action, chosen = _partners_preview(f, _)
    return page, page, {}, (action, chosen)


def _drafts(f, _):
    page = f"/spotkania/{f.unplanned()}"
    return page + "/generowanie", page + "/szkice", {}, (page + "/generowanie", {"template": ["deklaracja"]})


def _photo(action, changes=()):
    def way(f, _):
        page = f"/spotkania/{f.photo_meeting}/zdjecia/{f.o.photo(f.photo_meeting)}"
        return page, page + action, changes

    return way


def _document(state, action, changes=()):
    def way(f, _):
        made = getattr(f.o, state)()
        page = f"/dokumenty/{made[0] if isinstance(made, tuple) else made}"
        return page, f"{page}/{action}", changes

    return way


def _failed(action, of_signer=False):
    def way(f, _):
        document, signer = f.failed_seal()
        page = f"/dokumenty/{document}"
        return page, page + (f"/podpisujacy/{signer}" if of_signer else "") + action, {}

    return way


def _signer(action, changes=()):
    def way(f, _):
        document, signer, _ = f.o.linked()
        return f"/dokumenty/{document}", f"/dokumenty/{document}/podpisujacy/{signer}{action}", changes

    return way


def _upload(action, is_signed=False):
    def way(f, _):
        document = f.o.issued()
        page = f"/dokumenty/{document}"
        upload = f.o.scan(document)
        return page, f"{page}/pliki/{upload}/{action}", {"signers": [f.o.signer(document)]} if is_signed else {}

    return way


def _link(action, changes=(), is_opened=True):
    def way(f, _):
        secret = f.o.linked()[2]
        if is_opened:
            f.o.post(f"/links/{secret}/opening")
        return f"/podpis/{secret}", f"/podpis/{secret}/{action}", changes

    return way


def _card(f, _):
    page = f"/podpisujacy/{f.o.signer(f.o.issued())}/karta"
    return page, page, {}


def _template(action, changes=()):
    def way(f, _):
        name = f"wlasny-{next(f.o.number)}"
        f.o.good(f.o.client.put(f"{A}/templates/{name}", TEMPLATE.encode(), "application/xml"))
        return f"/ustawienia/wzory/{name}", f"/ustawienia/wzory/{name}{action}", changes

    return way


def _user(action, changes=(), with_token=False):
    def way(f, _):
        number, name = f.o.user("clerk")
        more = ""
        if with_token:
            owner = f.o.client.__class__(f.o.client.place)
            f.o.good(owner.log_in(name, PASSWORD))
            more = f.o.token("read", client=owner)[0]
        return f"/konta/{number}", f"/konta/{number}{action}{more}", changes

    return way


def _own_token(f, who):
    return "/konto", f"/konto/klucze/{f.o.token('read', client=who.program())[0]}", {}


def _fixed(page, action=None, changes=()):
    return lambda f, _: (page, action or page, changes(f) if callable(changes) else changes)


def _log_in(f):
    return {"name": f.o.user("reader")[1], "password": PASSWORD}


TEMPLATE_FILE = {"file": File("wzor.xml", TEMPLATE.encode())}
SIGNED = File("podpis.xml", b"<?xml version='1.0'?><Signature/>")
MEETING_FILE = File("spotkanie.json", b'{"schema":"meeting/1","id":"z-pliku","language":"pl"}')
TWICE = {"password": PASSWORD, "repeated": PASSWORD}
_m, _d = "/spotkania/{id}", "/dokumenty/{id}"
_s, _u, _l = _d + "/podpisujacy/{signer}", _d + "/pliki/{upload}", "/podpis/{secret}"
WAYS = {
    "/logowanie": _fixed("/logowanie", changes=_log_in),
    "/wylogowanie": _fixed("/", "/wylogowanie"),
    "/pierwsze-konto": _fixed("/pierwsze-konto", changes={"secret": "A" * 43, "name": "nikt", **TWICE}),
    "/jezyk": _fixed("/", "/jezyk", {"language": "en"}),
    "/spotkania/nowe": _fixed("/spotkania/nowe", changes={"team__name": "Zespół nowy", "meeting__date": "2026-12-01"}),
    "/spotkania/plik": _fixed("/spotkania/nowe", "/spotkania/plik", {"plik": MEETING_FILE}),
    f"{_m}/zmiana": _small("/zmiana", "/zmiana", {"meeting__title": "Nowy tytuł"}),
    f"{_m}/plik": lambda f, _: _replaced(f),
    f"{_m}/usuniecie": _small("/zmiana", "/usuniecie"),
    f"{_m}/partnerzy/podglad": _partners_preview,
    f"{_m}/partnerzy": _partners,
    f"{_m}/uczestnicy": _small("/uczestnicy/nowy", "/uczestnicy", {"institution_ref": "inna"}),
    f"{_m}/uczestnicy/{{order}}": _small("/uczestnicy/1", "/uczestnicy/1", {"function": "dyrektor"}),
    f"{_m}/uczestnicy/{{order}}/usuniecie": _small("/uczestnicy/1", "/uczestnicy/1/usuniecie"),
    f"{_m}/instytucje": _small("/instytucje/nowa", "/instytucje", {"house__name": "Nowa Instytucja"}),
    f"{_m}/instytucje/{{institution}}": _small("/instytucje/inna", "/instytucje/inna", {"house__address": "Prosta 1"}),
    f"{_m}/instytucje/{{institution}}/usuniecie": _small("/instytucje/inna", "/instytucje/inna/usuniecie"),
    f"{_m}/generowanie": lambda f, _: (
        page := f"/spotkania/{f.unplanned()}/generowanie",
        page,
        {"template": ["deklaracja"]},
    ),
    f"{_m}/szkice": _drafts,
    f"{_m}/szkice/usuniecie": _meeting("draft", "szkice/usuniecie"),
    f"{_m}/wydanie": _meeting("draft", "wydanie"),
    f"{_m}/linki": _meeting("issued", "linki"),
    f"{_m}/wyslanie": _meeting("issued", "wyslanie"),
    f"{_m}/przyjecie": _meeting("signed", "przyjecie"),
    f"{_m}/archiwizacja": _meeting("accepted", "archiwizacja"),
    f"{_m}/zdjecia": lambda f, _: (
        f"/spotkania/{f.photo_meeting}/zdjecia",
        f"/spotkania/{f.photo_meeting}/zdjecia",
        {"plik": File("a.jpg", JPEG + str(next(f.o.number)).encode()), "caption": "Podpisanie"},
    ),
    f"{_m}/zdjecia/{{photo}}": _photo("", {"caption": "Podpisanie"}),
    f"{_m}/zdjecia/{{photo}}/usuniecie": _photo("/usuniecie"),
    f"{_m}/karty": lambda f, _: (page := f"/spotkania/{f.full('issued')}/karty", page, {}),
    "/podpisujacy/{id}/karta": _card,
    f"{_d}/wydanie": _document("draft", "wydanie"),
    f"{_d}/wyslanie": _document("issued", "wyslanie"),
    f"{_d}/koniec": _document("issued", "koniec"),
    f"{_d}/anulowanie": _document("issued", "anulowanie", {"void__reason": "Próba."}),
    f"{_d}/zamkniecie": _document("joint", "zamkniecie", {"close__reason": "Próba."}),
    f"{_d}/ponowne-wydanie": lambda f, _: (
        page := f"/dokumenty/{f.of_meeting.pop()}",
        page + "/ponowne-wydanie",
        {"reissue__reason": "Próba."},
    ),
    f"{_d}/przyjecie": _document("signed_here", "przyjecie"),
    f"{_d}/pieczec": _failed("/pieczec"),
    f"{_d}/archiwizacja": _document("accepted", "archiwizacja"),
    f"{_d}/skany": _document("issued", "skany", {"plik": File("skan.jpg", JPEG)}),
    f"{_s}/link": _signer("/link", {"days": "7"}),
    f"{_s}/link/wycofanie": _signer("/link/wycofanie"),
    f"{_s}/plik": _signer("/plik", {"plik": SIGNED}),
    f"{_s}/pieczec/rezygnacja": _failed("/pieczec/rezygnacja", of_signer=True),
    f"{_u}/przyjecie": _upload("przyjecie", is_signed=True),
    f"{_u}/odrzucenie": _upload("odrzucenie"),
    f"{_l}/otwarcie": _link("otwarcie", is_opened=False),
    f"{_l}/informacja": _link("informacja"),
    f"{_l}/plik": _link("plik", {"file": SIGNED}),
    f"{_l}/podpisanie": _link("podpisanie", {"name": "Jan Przykładowy", "consent": "yes"}),
    f"{_l}/odmowa": _link("odmowa", {"reason": "Próba."}),
    f"{_l}/zalacznik": _link("zalacznik", {"attachment": File("pelnomocnictwo.jpg", JPEG)}),
    "/sprawdz-podpis": _fixed("/sprawdz-podpis", changes=lambda f: {"file": File("a.pdf", f.pdf())}),
    "/archiwum/sprawdzenia": _fixed("/archiwum", "/archiwum/sprawdzenia"),
    "/ustawienia/urzad": _fixed("/ustawienia/urzad", changes={"note": "Próba."}),
    "/ustawienia/projekty/{id}": lambda f, _: (page := f"/ustawienia/projekty/{f.first('projects')}", page, {"goal": "Cel."}),
    "/ustawienia/zespoly/{id}": lambda f, _: (page := f"/ustawienia/zespoly/{f.first('teams')}", page, {"purpose": "Cel."}),
    "/ustawienia/wzory": lambda f, _: (
        "/ustawienia/wzory",
        "/ustawienia/wzory",
        {"name": f"nowy-{next(f.o.number)}", "do": "save", **TEMPLATE_FILE},
    ),
    "/ustawienia/wzory/{name}": _template("", TEMPLATE_FILE),
    "/ustawienia/wzory/{name}/usuniecie": _template("/usuniecie"),
    "/konta": lambda f, _: (
        "/konta",
        "/konta",
        {"name": f"nowa-{next(f.o.number)}", "password": PASSWORD, "roles": ["reader"]},
    ),
    "/konta/{id}/uprawnienia": _user("/uprawnienia", {"roles": ["reader", "clerk"]}),
    "/konta/{id}/stan": _user("/stan"),
    "/konta/{id}/haslo": _user("/haslo", {"password": PASSWORD}),
    "/konta/{id}/klucze/{token}": _user("/klucze/", with_token=True),
    "/konto/haslo": _fixed("/konto", "/konto/haslo", {"current": PASSWORD, "new": PASSWORD, "repeated": PASSWORD}),
    "/konto/klucze": _fixed(
        "/konto", "/konto/klucze", {"label": "program", "scopes": ["read"], "expires_at": "2027-06-30"}
    ),
    "/konto/klucze/{id}": _own_token,
}


def _replaced(f):
    meeting = f.o.meeting()
    file = File("spotkanie.json", f.o.client.get(f"{A}/meetings/{meeting}").body)
    return f"/spotkania/{meeting}/zmiana", f"/spotkania/{meeting}/plik", {"plik": file}

