"""What looks odd and must work."""

from cases import MEETING
from command import SAMPLES, snapshot


def odd_but_good(c):
    def long_names(meeting):
        name = "Środowiskowe Centrum Wsparcia " * 7
        meeting["institutions"][1]["name"] = name[:200].strip() + "y" * (200 - len(name[:200].strip()))
        meeting["participants"][1]["function"] = "Zastępca Dyrektora do spraw Wychowania " * 5 + "i Opieki"
        meeting["participants"][0]["person"]["last_name"] = "Brzęczyszczykiewicz-" * 10

    def anonymous(meeting):
        for one in meeting["participants"]:
            one.pop("person", None)

    count = lambda folder: len(list((c.work / folder).iterdir()))
    c.good(
        "names of 200 characters",
        c.generate(c.changed_meeting(long_names, "dlugie.json"), "dlugie"),
        check=lambda r: count("dlugie") == 13,
    )
    c.good(
        "a meeting without any named person",
        c.generate(c.changed_meeting(anonymous, "bez.json"), "bez"),
        check=lambda r: count("bez") == 13,
    )
    for folder in ("raz", "dwa"):
        c.good(f"the same issue time, {folder}", c.generate(MEETING, folder), env={"SOURCE_DATE_EPOCH": "1573635600"})
    same = snapshot(c.work / "raz") == snapshot(c.work / "dwa") and count("raz") == 13
    c.holds("the same bytes at the same issue time", same, "raz, dwa")
    c.good(
        "another issue time",
        c.generate(MEETING, "trzy"),
        env={"SOURCE_DATE_EPOCH": "1573635601"},
        check=lambda r: not set(snapshot(c.work / "raz").values()) & set(snapshot(c.work / "trzy").values()),
    )
    for name in ("bedzin-2019-11-27", "knurow-2019-11-13"):
        c.good(
            f"list of {name}",
            ["meeting", "check", SAMPLES / f"{name}.json", "--partners", SAMPLES / f"{name}-partnerzy.csv"],
        )
    text = (SAMPLES / "knurow-2019-11-13-partnerzy.csv").read_text("utf-8-sig")
    for name, content, notice in (
        ("Windows-1250", text.encode("cp1250"), "odczytano ją jako Windows-1250"),
        ("commas", text.replace(";", ",").encode("utf-8"), ""),
        ("tabs and CRLF", text.replace(";", "\t").replace("\n", "\r\n").encode("utf-8"), ""),
    ):
        words = ["meeting", "check", MEETING, "--partners", c.put("lista.csv", content)]
        c.good(f"a list with {name}", words, notice=notice)
    c.good(
        "a file name with spaces and Polish letters",
        c.generate(MEETING, "wyjście ze spacją ż"),
        check=lambda r: count("wyjście ze spacją ż") == 13,
    )
