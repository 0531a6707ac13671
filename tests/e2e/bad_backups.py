"""Backups: whole ones, and what must not be taken for one."""

import fcntl
import shutil
import subprocess

from command import snapshot


def backups(c):
    data, backup = c.work / "store", c.work / "kopia-zapasowa"
    create = ["backup", "create", "--out", backup, "--data", data]
    c.put("store/keys/office.pem", "klucz")
    (data / "keys/office.pem").chmod(0o600)
    c.put("store/trust/urząd.crt", "certyfikat")
    c.put("store/setup-link", "tajne")
    with open(data / "akces.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        c.good("backup create beside a running service", create)
    told = subprocess.run(
        ["sha256sum", "--check", "--quiet", "--strict", "manifest-sha256.txt"], cwd=backup, check=False
    )
    c.holds("sha256sum reads the manifest", told.returncode == 0, told)
    summed = set(snapshot(backup)) - {"manifest-sha256.txt"}
    lines = {line[66:] for line in (backup / "manifest-sha256.txt").read_text("utf-8").splitlines()}
    c.holds("the manifest names every file", {name for name in summed if (backup / name).is_file()} == lines, lines)
    c.holds("a backup holds no setup link and no lock", not any("setup" in name or "lock" in name for name in lines), lines)
    modes = [path.stat().st_mode & 0o777 for path in (backup, backup / "keys/office.pem", backup / "akces.sqlite")]
    c.holds("a backup is its owner's alone", modes == [0o700, 0o600, 0o600], modes)
    c.good("backup check", ["backup", "check", backup], check=lambda r: "liczba uszkodzeń: 0." in r.out)
    before = snapshot(backup)
    c.good("backup restore", ["backup", "restore", backup, "--data", "odtworzone"])
    c.holds("check and restore change nothing in a backup", snapshot(backup) == before, before)
    same = [c.run("archive", "list", "--json", "--data", folder) for folder in (data, "odtworzone")]
    c.holds("the restored folder equals the first", same[0].out and same[0].out == same[1].out, same[1])
    for name in ("keys/office.pem", "trust/urząd.crt"):
        c.holds(f"{name} is restored", (c.work / "odtworzone" / name).read_bytes() == (data / name).read_bytes(), name)
    c.good("archive check of the restored folder", ["archive", "check", "--data", "odtworzone"])
    refused(c, backup, data, create)
    damaged(c, backup)


def refused(c, backup, data, create):
    c.bad("a backup where something is already", 73, create, says=[str(backup)])
    c.bad("a backup in the data folder", 64, ["backup", "create", "--out", data / "kopia", "--data", data])
    c.bad("a backup of no data folder", 4, ["backup", "create", "--out", "k", "--data", "nie-ma-danych"])
    c.bad("a restore over data", 65, ["backup", "restore", backup, "--data", data], says=[str(data)])
    with open(data / "akces.lock", "r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        c.bad("a restore over data in use", 75, ["backup", "restore", backup, "--data", data], says=[str(data)])
    c.bad("a backup that is not there", 4, ["backup", "check", "nie-ma-kopii"])
    c.bad("a folder that is no backup", 4, ["backup", "check", data], says=["nie jest kopią zapasową"])
    c.bad("an archive package that is no backup", 4, ["backup", "restore", "paczka", "--data", "nowe-dane"])


def damaged(c, backup):
    an_object = next(path for path in (backup / "archive").rglob("*") if path.is_file()).relative_to(backup)
    changes = {
        "a changed object": (lambda b: (b / an_object).write_bytes(b"x"), str(an_object)),
        "a missing object": (lambda b: (b / an_object).unlink(), str(an_object)),
        "a changed key": (lambda b: (b / "keys/office.pem").write_bytes(b"x"), "keys/office.pem"),
        "a database that was cut": (lambda b: cut(b / "akces.sqlite"), "akces.sqlite"),
        "a missing declaration": (lambda b: (b / "backup.txt").unlink(), "backup.txt"),
        "a foreign file": (lambda b: (b / "keys/obcy.pem").write_bytes(b"x"), "keys/obcy.pem"),
    }
    for number, (name, (change, says)) in enumerate(changes.items()):
        spoiled = c.work / "zepsute-kopie" / str(number)
        shutil.copytree(backup, spoiled)
        change(spoiled)
        c.bad(f"backup check finds {name}", 1, ["backup", "check", spoiled], lines=0, stdout=True, says=[says])
        c.bad(f"backup restore refuses {name}", 4, ["backup", "restore", spoiled, "--data", "nowe-dane"], says=[says])
    leading_out = c.work / "zepsute-kopie" / "droga"
    shutil.copytree(backup, leading_out)
    with open(leading_out / "manifest-sha256.txt", "a", encoding="utf-8") as manifest:
        manifest.write("a" * 64 + "  ../../etc/passwd\n")
    for words in (["check", leading_out], ["restore", leading_out, "--data", "nowe-dane"]):
        c.bad(f"backup {words[0]}: a manifest with a path outside", 65, ["backup", *words])


def cut(file):
    file.write_bytes(file.read_bytes()[:-4096])
