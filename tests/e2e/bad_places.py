"""Data folders, packages and outputs that cannot be used."""

import fcntl
import os
import shutil
import sqlite3

from cases import MEETING
from command import NOBODY, SAMPLES, sentence_faults


def stores(c, pdf):
    data = c.work / "store"
    touching = {
        "meeting import": ["meeting", "import", MEETING],
        "meeting export": ["meeting", "export", "m", "--out", "m"],
        "archive add": ["archive", "add", pdf, "--meeting", "knurow-2019-11-13"],
        "archive list": ["archive", "list"],
        "archive check": ["archive", "check"],
        "archive export": ["archive", "export", "--out", "p"],
        "archive restore": ["archive", "restore", "p"],
        "report": ["report", "--format", "csv", "--out", "r.csv"],
        "user add": ["user", "add", "olga", "--role", "clerk", "--password-file", "haslo"],
        "user list": ["user", "list"],
        "user roles": ["user", "roles", "olga", "clerk"],
        "user disable": ["user", "disable", "olga"],
        "user enable": ["user", "enable", "olga"],
        "user password": ["user", "password", "olga", "--password-file", "haslo"],
        "token make": ["token", "make", "--user", "olga", "--label", "l", "--scope", "read", "--days", "1"],
        "token list": ["token", "list", "--user", "olga"],
        "token revoke": ["token", "revoke", "x", "--user", "olga"],
    }
    with open(data / "akces.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for name, words in touching.items():
            c.bad(f"{name}: data folder locked", 75, [*words, "--data", data], says=[str(data)])
    newer = c.work / "nowszy"
    shutil.copytree(data, newer)
    database = sqlite3.connect(newer / "akces.sqlite")
    database.execute("PRAGMA user_version = 99")
    database.close()
    for name, words in touching.items():
        c.bad(f"{name}: newer schema", 65, [*words, "--data", newer], says=["99"])
    create = ["backup", "create", "--out", "k", "--data", newer]
    c.run(*create)  # a reader leaves SQLite's own files beside the database
    c.bad("backup create: newer schema", 65, create, says=["99"])
    c.put("zepsuty/akces.sqlite", b"x" * 8192)
    c.put("zepsuty/akces.lock", b"")
    for name, words in {**touching, "backup create": ["backup", "create", "--out", "k"]}.items():
        c.bad(f"{name}: no database", 4, [*words, "--data", c.work / "zepsuty"])
    c.bad(
        "a document of no meeting",
        65,
        ["archive", "add", pdf, "--meeting", "nie-ma", "--data", data],
        says=["„nie-ma”"],
    )
    c.bad(
        "a document that is not there",
        4,
        ["archive", "add", "nie-ma.pdf", "--meeting", "m", "--data", data],
        says=["nie-ma.pdf"],
    )


def packages(c, pdf):
    data = c.work / "store"
    c.good("archive add", ["archive", "add", pdf, "--meeting", "knurow-2019-11-13", "--data", data])
    c.good("archive export", ["archive", "export", "--out", "paczka", "--data", data])
    c.good("archive restore", ["archive", "restore", "paczka", "--data", "kopia"])
    same = [c.run("archive", "list", "--json", "--data", folder) for folder in (data, "kopia")]
    c.holds("a restored archive equals the first", same[0].out and same[0].out == same[1].out, same[1])
    objects = [
        {path.name for path in (c.work / folder / "archive").rglob("*") if path.is_file()} for folder in (data, "kopia")
    ]
    c.holds("a restored archive has the same objects", objects[0] == objects[1] and len(objects[0]) == 3, same[1])
    c.good("archive check of the restored archive", ["archive", "check", "--data", "kopia"])
    c.good("another meeting", ["meeting", "import", SAMPLES / "bedzin-2019-11-27.json", "--data", "inne"])
    c.bad("restore where something else is", 65, ["archive", "restore", "paczka", "--data", "inne"])
    c.run("archive", "restore", "nie-ma", "--data", "puste-dane")  # makes the folder

    def spoiled(name, change):
        package = c.work / "zepsuta" / name
        shutil.copytree(c.work / "paczka", package)
        change(package)
        return ["archive", "restore", package, "--data", "puste-dane"]

    an_object = next((c.work / "paczka/data/objects").iterdir()).name
    c.bad(
        "a package with a changed file",
        4,
        spoiled("zmiana", lambda p: (p / "data/objects" / an_object).write_bytes(b"x")),
        says=[an_object],
    )
    c.bad(
        "a package with a missing file",
        4,
        spoiled("brak", lambda p: (p / "data/objects" / an_object).unlink()),
        says=[an_object],
    )
    c.bad(
        "a package with a foreign file",
        4,
        spoiled("obcy", lambda p: (p / "data/obcy").write_bytes(b"x")),
        says=["data/obcy"],
    )
    c.bad("a package without data", 4, spoiled("puste", lambda p: shutil.rmtree(p / "data")), lines=None)
    c.bad(
        "a manifest with a path outside",
        65,
        spoiled("droga", lambda p: (p / "manifest-sha256.txt").write_text("a" * 64 + "  ../../etc/passwd\n")),
    )
    c.bad("a package that is not there", 4, ["archive", "restore", "nie-ma", "--data", "puste-dane"])
    damaged = next(path for path in (c.work / "kopia/archive").rglob("*") if path.is_file())
    damaged.chmod(0o600)
    damaged.write_bytes(b"x")
    c.bad(
        "archive check of a damaged archive",
        1,
        ["archive", "check", "--data", "kopia"],
        lines=0,
        stdout=True,
        says=[damaged.name],
    )


def places(c, pdf):
    """Outputs that cannot be written: another file stands in the way, or it is somebody else's folder."""
    c.put("plik", "x")
    locked = c.work / "cudzy"
    locked.mkdir()
    locked.chmod(0o755)
    data = c.work / "store"

    def outputs(folder):
        return {
            "generate": c.generate(MEETING, f"{folder}/out"),
            "sign": c.sign(pdf, "--field", "Lider", out=f"{folder}/a.pdf"),
            "meeting export": ["meeting", "export", "knurow-2019-11-13", "--out", f"{folder}/m.json", "--data", data],
            "meeting import": ["meeting", "import", MEETING, "--data", f"{folder}/data"],
            "template preview": [
                "template",
                "preview",
                "lista-obecnosci",
                "--data",
                c.work / "lista.json",
                "--out",
                f"{folder}/p",
            ],
            "archive export": ["archive", "export", "--out", f"{folder}/paczka", "--data", data],
            "backup create": ["backup", "create", "--out", f"{folder}/kopia", "--data", data],
            "backup restore": ["backup", "restore", c.work / "kopia-zapasowa", "--data", f"{folder}/nowe"],
            "user add": [
                "user",
                "add",
                "olga",
                "--role",
                "clerk",
                "--password-file",
                c.work / "haslo",
                "--data",
                f"{folder}/data",
            ],
            "report csv": ["report", "--format", "csv", "--out", f"{folder}/r.csv", "--data", data],
            "report zip": ["report", "--format", "zip", "--out", f"{folder}/r.zip", "--data", data],
            "demo": ["demo", "--out", f"{folder}/demo"],
        }

    for name, words in outputs(c.work / "plik").items():
        c.bad(f"{name}: a file in the folder's place", 73, words)
    if os.geteuid() == 0:
        for path in [c.work, *c.work.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)
    if os.geteuid() == 0:
        os.chown(locked, 0, 0)
    else:
        locked.chmod(0o555)
    for name, words in outputs(locked).items():
        c.bad(f"{name}: a folder that is not ours", 73, words, as_nobody=True)
    for folder in (c.work / "store", locked):
        c.bad(
            f"demo in the place of a foreign folder ({folder.name})", 73, ["demo", "--out", folder], says=[str(folder)]
        )
    c.bad("a package that is there already", 73, ["archive", "export", "--out", locked, "--data", data])
    with open("/dev/full", "wb") as full:
        result = c.run("verify", "--json", pdf, stdout=full)
        c.holds("stdout that is full", result.code == 73 and not sentence_faults(result.err.rstrip("\n")), result)
