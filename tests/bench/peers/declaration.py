"""Shared text and data for the peer benchmark: one Polish one-page accession declaration.

Every peer renders exactly these strings; hard spaces are put in here (nbsp), hyphenation is the peer's own work.
"""
import csv
import functools
import os
import re
from html import escape

FONTS = os.environ.get("FONT_DIR", "/usr/share/fonts/truetype/liberation")
CSV = os.environ.get("PARTNERS_CSV", os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../config/samples/knurow-2019-11-13-partnerzy.csv"))
NBSP = "\u00a0"

TITLE = "Deklaracja przystąpienia nr {number}"
LETTERHEAD = ["Miejski Ośrodek Pomocy Społecznej w Knurowie",
              "ul. Ks. Alojzego Koziełka 2, 44-190 Knurów"]
META = ["Znak sprawy: {mark}", "Nr deklaracji: {number}", "Knurów, 13 listopada 2019 r."]
H1 = "DEKLARACJA PRZYSTĄPIENIA"
SUB = ("do Partnerskiego Zespołu Kooperacyjnego w Knurowie w ramach projektu „Kooperacje 3D – model "
       "wielosektorowej współpracy na rzecz wsparcia osób i rodzin”")
# ("h", text) heading level 2, ("p", text) justified paragraph, ("ol", [items]) numbered list
BODY = [
    ("h", "§ 1. Podmiot przystępujący"),
    ("p", "1. Podmiot: {name}, zwany dalej „Partnerem”."),
    ("p", "2. Siedziba: {address}, NIP: {nip}, REGON: {regon}."),
    ("p", "3. Reprezentacja: {person} – {function}. Podstawa umocowania: {basis}."),
    ("h", "§ 2. Oświadczenie o przystąpieniu"),
    ("p", "1. Działając w imieniu Partnera, oświadczam, że z dniem 13 listopada 2019 r. Partner przystępuje do "
          "Partnerskiego Zespołu Kooperacyjnego w Knurowie, zwanego dalej „Zespołem”. Status Partnera w Zespole: {status}."),
    ("p", "2. Podmiot kierujący pracami Zespołu i koordynujący je: Miejski Ośrodek Pomocy Społecznej w Knurowie, "
          "ul. Ks. Alojzego Koziełka 2, 44-190 Knurów, zwany dalej „Liderem”."),
    ("p", "3. Oświadczam, że przysługuje mi umocowanie do złożenia niniejszej deklaracji oraz że cele i zasady "
          "działania Zespołu są Partnerowi znane i przez niego akceptowane."),
    ("h", "§ 3. Cel współpracy"),
    ("p", "Celem współpracy jest skoordynowane wspieranie osób i rodzin, które znalazły się w trudnej sytuacji "
          "życiowej, w szczególności przez: szybsze i pełniejsze rozpoznawanie ich potrzeb; wzajemne wsparcie "
          "instytucji w wykonywaniu zadań; uproszczenie procedur i sprawniejszy przepływ informacji; lepsze "
          "wykorzystanie zasobów dostępnych lokalnie."),
    ("h", "§ 4. Zakres współpracy"),
    ("p", "W granicach swoich zadań i kompetencji Partner deklaruje:"),
    ("ol", ["udział przedstawicieli w spotkaniach i pracach Zespołu;",
            "dzielenie się wiedzą, doświadczeniem oraz informacją o dostępnych formach pomocy;",
            "współdziałanie przy planowaniu i realizacji wsparcia;",
            "informowanie Lidera o zmianie danych kontaktowych i o okolicznościach istotnych dla współpracy."]),
    ("h", "§ 5. Charakter współpracy"),
    ("p", "1. Współpraca jest dobrowolna i nieodpłatna. Deklaracja nie tworzy zobowiązań finansowych i nie narusza "
          "ustawowych zadań ani kompetencji Partnera."),
    ("p", "2. Deklaracja nie stanowi podstawy do przekazywania danych osobowych osób i rodzin objętych wsparciem; "
          "wymaga to odrębnej podstawy prawnej."),
    ("p", "3. Deklaracja obowiązuje przez czas trwania projektu. Partner może w każdym czasie wystąpić z Zespołu, "
          "składając Liderowi oświadczenie w formie pisemnej albo elektronicznej."),
    ("h", "§ 6. Postanowienia końcowe"),
    ("p", "1. Informacja o przetwarzaniu danych osobowych stanowi załącznik nr 1."),
    ("p", "2. Deklarację sporządzono w postaci elektronicznej i opatrzono podpisem elektronicznym. Wydruk ma "
          "charakter informacyjny."),
]
SIGN = [("W imieniu Partnera:", "{person}", "{function}"),
        ("Przyjęcie deklaracji przez Lidera:", "Małgorzata Cisek-Sopel", "Dyrektor Miejskiego Ośrodka Pomocy Społecznej w Knurowie")]
FOOT = ("Identyfikator dokumentu: {docid}", "strona %s z %s")

_RULES = [(re.compile(r"(?<!\w)([aiouwzAIOUWZ]) "), "\\1" + NBSP), (re.compile(r"(§|nr|Nr|ul\.|Ks\.|ds\.) "), "\\1" + NBSP),
          (re.compile(r"(\d) (r\.)"), "\\1" + NBSP + "\\2"), (re.compile(r" –"), NBSP + "–"),
          (re.compile(r"^(\d\.) "), "\\1" + NBSP)]
HARD = os.environ.get("NO_NBSP") is None


def nbsp(s):
    """Polish hard spaces; applied twice for "i w trudnej". NO_NBSP=1 leaves the peer to its own devices."""
    if HARD:
        for _ in range(2):
            for rx, to in _RULES:
                s = rx.sub(to, s)
    return s


@functools.lru_cache(None)
def _rows():
    with open(CSV, encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f, delimiter=";"))


def partner(i):
    """The i-th invented partner record: names and functions from the CSV, the rest made up and different for every i."""
    r = _rows()[i % len(_rows())]
    fn = r["Funkcja"]
    first = ["Anna", "Grażyna", "Łukasz", "Żaneta", "Józef", "Świętosława", "Krzysztof"][i % 7]
    last = ["Wiśniewska-Błąd", "Źdźbło", "Kowalczyk", "Ćwiąkała", "Gęsiorek"][i % 5]
    return {"name": r["Nazwa instytucji"] or fn, "function": fn, "person": f"{first} {last}",
            "address": f"ul. Przykładowa {i % 300 + 1}, 44-1{i % 90 + 10:02d} {r['Miejscowość'] or 'Knurów'}",
            "nip": f"{9690000000 + i * 7919 % 9999999}", "regon": f"{270000000 + i * 104729 % 9999999}",
            "basis": f"pełnomocnictwo nr {i + 1}/2019", "status": r["Rola"].lower() or "partner",
            "number": f"{i + 1}/2019", "mark": f"DPS.071.{i + 1}.2019", "docid": f"knu-2019-{i + 1:06d}"}


def fill(s, p):
    return nbsp(s.format_map(p))


def plain(p):
    """The whole text in reading order, spaces folded: to compare with what a text extractor gives."""
    out = LETTERHEAD + [fill(m, p) for m in META] + [H1, fill(SUB, p)]
    for kind, v in BODY:
        out += [f"{k}) " + fill(x, p) for k, x in enumerate(v, 1)] if kind == "ol" else [fill(v, p)]
    return [" ".join(x.replace(NBSP, " ").split()) for x in out]


def html(p):
    """The HTML that WeasyPrint reads."""
    e = lambda s: escape(fill(s, p))
    plainfill = lambda s: escape(fill(s, p))
    b = [f"<header><p class=lh><b>{plainfill(LETTERHEAD[0])}</b></p><p class=lh>{plainfill(LETTERHEAD[1])}</p></header>",
         "<div class=meta>" + "".join(f"<p>{plainfill(m)}</p>" for m in META) + "</div>",
         f"<h1>{plainfill(H1)}</h1><p class=sub>{e(SUB)}</p>"]
    for kind, v in BODY:
        if kind == "h":
            b.append(f"<h2>{plainfill(v)}</h2>")
        elif kind == "p":
            b.append(f"<p>{e(v)}</p>")
        else:
            b.append("<ol>" + "".join(f"<li>{e(x)}</li>" for x in v) + "</ol>")
    b.append("<div class=sign>" + "".join(
        f"<div><p>{e(a)}</p><p class=gap>{plainfill(n)}</p><p>{e(f)}</p></div>" for a, n, f in SIGN) + "</div>")
    return b
