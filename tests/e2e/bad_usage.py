"""Words that the command line refuses, what is not there yet, and help."""

from cases import MEETING, VERBS
from command import sentence_faults


def controls(c):
    """Lines that the judge of sentences must find fault with."""
    for line in (
        "Nie można zapisać „a”: Permission denied.",
        "Nie znaleziono pliku „a”",
        "m.json: plik jest pusty.",
        "terminate called after throwing an instance of 'std::exception'.",
        "Brakuje pola „{0}”, {1}.",
        "",
    ):
        c.holds(f"control, no good sentence: {line}", sentence_faults(line), line)


def usage(c):
    result = c.run()
    c.holds("no verb: help on stderr", result.code == 64 and "POLECENIE" in result.err and not result.out, result)
    c.bad("unknown verb", 64, ["zniszcz"], says=["„zniszcz”"])
    for verb in VERBS:
        c.bad(f"{verb}: unknown option", 64, [verb, "--nieznana"], says=["„--nieznana”"])
        c.good(f"{verb} --help", [verb, "--help"], check=lambda r, v=verb: r.out.startswith(f"Użycie: akces {v}"))
    c.good("--help", ["--help"], check=lambda r: all(f"\n  {verb} " in r.out for verb in VERBS))
    c.good("--version", ["--version"], check=lambda r: r.out.startswith("akces "))
    for verb in ["meeting", "template", "archive", "sign", "verify", "generate", "report", "backup", "user", "token"]:
        c.bad(f"{verb} without anything", 64, [verb])
    for verb in ["meeting", "template", "archive", "backup", "user", "token"]:
        c.bad(f"{verb}: unknown action", 64, [verb, "spal", "x"], says=["„spal”"])
    c.bad("an option twice", 64, ["demo", "--out", "a", "--out", "b"], says=["„--out”"])
    c.bad("an option without its value", 64, ["demo", "--out"], says=["„--out”"])
    c.bad("a value that is none", 64, ["report", "--format", "docx", "--out", "r"], says=["„docx”"])
    c.bad("a time that is none", 64, ["verify", "a.pdf", "--at", "jutro"], says=["„jutro”"])
    c.bad("an issue time that is none", 64, c.generate(MEETING, "out"), env={"SOURCE_DATE_EPOCH": "wczoraj"})
    c.bad("too many words", 64, ["meeting", "check", "a", "b"], says=["„b”"])


def not_yet(c):
    later = [
        ["extend", "a.pdf"],
        ["report", "--format", "xlsx", "--out", "r.xlsx"],
        ["report", "--format", "pdf", "--out", "r.pdf"],
        ["sign", "a.pdf", "--out", "b.pdf", "--pkcs11", "pkcs11:token=a"],
        c.sign("a.pdf", "--tsa", "http://tsa.example"),
        c.sign("a.pdf", "--level", "B-T"),
        c.sign("a.pdf", "--level", "B-LT"),
        c.sign("a.pdf", "--level", "B-LTA"),
        ["verify", "a.pdf", "--trusted-list", "a.xml"],
        ["template", "import", "a.docx"],
        ["meeting", "check", MEETING, "--partners", "a.xlsx"],
    ]
    for words in later:
        c.bad(f"not there yet: {' '.join(map(str, words[:4]))}", 64, words, says=["jeszcze niedostępne"])
    for verb in VERBS:
        c.good(
            f"{verb} --help hides what is not there",
            [verb, "--help"],
            check=lambda r: not any(
                word in r.out for word in ("pkcs11", "--tsa", "xlsx", "docx", "trusted-list", "B-T")
            ),
        )
