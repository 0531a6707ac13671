"""Meetings, office data, lists of partners and templates with faults."""

import json
import os

from cases import MEETING, SHIPPED


def meetings(c):
    not_json = c.put("zly.json", "To nie jest JSON\n")
    windows = c.put("windows.json", MEETING.read_text("utf-8").encode("cp1250"))
    wrong_schema = c.changed_meeting(lambda m: m.update(schema="meeting/2"), "schemat.json")
    many = c.put("wiele.json", json.dumps({"schema": "meeting/1", "id": "", "photos": [{"order": "1"}], "kolor": 1}))
    lost = c.changed_meeting(lambda m: m["participants"][3].update(institution_ref="brak"), "odwolanie.json")
    for verb in (["meeting", "check"], ["meeting", "import"], ["generate", "--out", "out", "--meeting"]):
        name = " ".join(verb[:2])
        c.bad(f"{name}: not JSON", 65, [*verb, not_json], says=["zly.json, wiersz 1, kolumna"])
        c.bad(f"{name}: Windows-1250", 65, [*verb, windows], says=["UTF-8"])
        c.bad(f"{name}: wrong schema", 65, [*verb, wrong_schema], says=["meeting/2", "/schema"])
        c.bad(
            f"{name}: every fault at its pointer",
            65,
            [*verb, many],
            lines=4,
            says=["/id", "/photos/0/order", "/photos/0/id", "/kolor"],
        )
        c.bad(f"{name}: a reference that leads nowhere", 65, [*verb, lost], says=["/participants/3/institution_ref"])
        c.bad(f"{name}: no such file", 4, [*verb, "nie-ma.json"], says=["nie-ma.json"])
        c.bad(f"{name}: a folder", 4, [*verb, c.work], says=[str(c.work)])
    large = c.work / "duzy.json"
    with open(large, "wb") as file:
        file.truncate((16 << 20) + 1)
    c.bad("a meeting over the limit", 4, ["meeting", "check", large], says=["duzy.json"])
    os.remove(large)
    c.bad("office data that are no JSON", 65, c.generate(MEETING, "out", office=not_json), says=["zly.json"])
    c.bad(
        "office data of another schema", 65, c.generate(MEETING, "out", office=MEETING), lines=None, says=["meeting/1"]
    )
    office = json.loads(c.office.read_text("utf-8"))
    office["leader_rep"]["participant_order"] = 99
    nobody = c.put("nikt.json", json.dumps(office, ensure_ascii=False))
    pointer = "/leader_rep/participant_order"
    c.bad("office data that name nobody", 65, c.generate(MEETING, "out", office=nobody), says=[pointer, "„99”"])
    c.bad("no office data", 65, ["generate", "--meeting", MEETING, "--out", "out"], lines=None, says=["leader.name", "--office"])
    c.bad(
        "a meeting that is not in the data folder",
        65,
        ["meeting", "export", "nie-ma", "--out", "x", "--data", "store"],
        says=["„nie-ma”"],
    )


def lists(c):
    def refuse(name, content, lines, says):
        file = c.put("lista.csv", content)
        words = ["--partners", file, "--data", "nowe-dane"]
        c.bad(f"list: {name}", 65, ["meeting", "import", MEETING, *words], lines=lines, says=says)

    refuse(
        "a broken row among good ones", "Lp.;Nazwa;Rola\n1;Sąd;Partner\n2;Szkoła\n3;Policja;Partner\n", 1, ["wiersz 3"]
    )
    refuse("an unknown role", "Nazwa;Rola\nSąd;Partner\nSzkoła;widz\n", 1, ["wiersz 3, kolumna 8", "„widz”"])
    refuse(
        "all faults at once",
        'Lp.;Nazwa;Rola;Kolor\n1;"Sąd"x;Partner;\nx;Szkoła;widz;\n1;Policja;Partner;\n',
        5,
        ["wiersz 1, kolumna 16", "wiersz 2, kolumna 3", "wiersz 3, kolumna 1", "wiersz 4, kolumna 1"],
    )
    refuse("an octet of no encoding", b"Nazwa;Rola\nS\xb9d;Partner\n\x81;Partner\n", 1, ["wiersz 3", "Windows-1250"])
    refuse("UTF-16", "Nazwa;Rola\nSąd;Partner\n".encode("utf-16"), None, ["UTF-8"])
    refuse("an open quote", 'Nazwa;Rola\n"Sąd;Partner\n', None, ["wiersz 2, kolumna 1"])
    refuse("nothing", "", 1, ["lista.csv"])
    refuse("headings alone", "Nazwa;Rola\n", 1, ["lista.csv"])
    refuse("no institution", "Nazwisko;Rola\nNowak;Partner\n", None, ["lista.csv"])
    c.bad("list: no such file", 4, ["meeting", "check", MEETING, "--partners", "nie-ma.csv"], says=["nie-ma.csv"])


def templates(c):
    good_start = '<template title="T"><heading level="1">{{ team.name }}</heading>'
    unknown = c.put("pole.xml", good_start + "\n<p>{{ nieznane.pole }}</p></template>")
    c.bad(
        "an unknown field", 65, c.generate(MEETING, "out", "--template", unknown), says=["wiersz 2", "„nieznane.pole”"]
    )
    broken = c.put("wzor.xml", '<template title="T">\n<p>{{ a | nic }}</p>\n<blink/>\n</template>')
    c.bad(
        "a template with faults",
        65,
        ["template", "check", broken],
        lines=2,
        says=["wiersz 2, kolumna", "wiersz 3, kolumna 1"],
    )
    c.bad("a template that is no XML", 65, ["template", "check", c.put("nie.xml", "<template title='T'>")], lines=None)
    c.bad(
        "a template with a DOCTYPE",
        65,
        ["template", "check", c.put("d.xml", "<!DOCTYPE template>\n" + good_start + "</template>")],
        lines=None,
    )
    c.bad("a template that is not there", 4, ["template", "check", "nie-ma"], says=["nie-ma", "deklaracja"])
    c.bad(
        "data that lack a field",
        65,
        ["template", "check", "lista-obecnosci", "--data", c.put("d.json", "{}")],
        lines=None,
    )
    c.bad(
        "data that are no JSON",
        65,
        ["template", "preview", "lista-obecnosci", "--data", c.work / "zly.json", "--out", "out"],
    )

    def strange(meeting):
        meeting["institutions"][2]["name"] = "Urząd 京"

    one = c.changed_meeting(strange, "znak.json")
    words = c.generate(one, "out", "--template", "deklaracja", "--all-or-nothing")
    c.bad("a missing glyph", 65, words, lines=None, says=["U+4EAC"])
    result = c.run(*c.generate(one, "out-znak", "--template", "deklaracja"))
    made = sorted(path.name for path in (c.work / "out-znak").iterdir())
    holds = result.code == 65 and len(made) == 11 and not any("-02-" in name for name in made)
    c.holds("the others are made when one cannot be composed", holds, result)
    for name in SHIPPED:
        c.good(f"template check {name}", ["template", "check", name])
