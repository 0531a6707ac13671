#!/usr/bin/env python3
"""config/akces.service: systemd reads it without complaint and finds little exposed, and the program serves under the
same restrictions as far as a machine without systemd has them. usage: unit_file.py PATH/TO/akces"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from service import KNUROW, ROOT, Service, sample
from suite import Suite

UNIT = ROOT / "config" / "akces.service"
MOST_EXPOSED = 15  # tenths, of 100
SHUT_IN = pathlib.Path(__file__).with_name("shut_in.py")
NOBODY = 65534


def run(*words):
    return subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False, timeout=60)


def verified(suite, text, binary):
    """systemd says nothing against it; the program's place is changed to where it is here."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "akces.service"
        path.write_text(text.replace("/usr/local/bin/akces", str(binary)), "utf-8")
        told = run("systemd-analyze", "verify", "--man=no", path)
        suite.check("systemd-analyze verify", told.returncode == 0 and not told.stderr.strip(), told.stderr)
        told = run("systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}", path)
        suite.check("systemd-analyze security", told.returncode == 0, told.stdout[-600:] + told.stderr)


def analysed(suite, binary):
    if shutil.which("systemd-analyze") is None:
        print("unit_file: no systemd-analyze here: the file was not analysed", file=sys.stderr)
        return
    text = UNIT.read_text("utf-8")
    verified(suite, text, binary)
    suite.control("an unknown directive", lambda inner: verified(inner, text + "Nonsense\n", binary))
    open_one = text.replace("ProtectSystem=strict\n", "").replace("NoNewPrivileges=yes\n", "")
    suite.control("a file with less sandboxing", lambda inner: verified(inner, open_one, binary))


def shut_in(data, *words):
    return [sys.executable, SHUT_IN, UNIT, data, *words]


def served(suite, binary):
    """Under the restrictions: import, generate, issue, verify; and what they forbid is forbidden."""
    with tempfile.TemporaryDirectory(prefix="akces-unit-") as folder:
        work = pathlib.Path(folder)
        work.chmod(0o755)
        program = work / "akces"
        shutil.copy(binary, program)
        program.chmod(0o755)
        data = work / "data"
        data.mkdir(mode=0o700)
        os.chown(data, NOBODY, NOBODY)
        for what, words in (
            ("write elsewhere", ["/usr/bin/touch", work / "elsewhere"]),
            ("make a namespace", ["/usr/bin/unshare", "-U", "true"]),
            ("open a packet socket", [sys.executable, "-c", "import socket; socket.socket(17, 3)"]),
            ("map writable code", [sys.executable, "-c", "import mmap; mmap.mmap(-1, 4096, prot=7)"]),
        ):
            suite.check(f"cannot {what}", run(*shut_in(data, *words)).returncode != 0)
        suite.check("can write its own", run(*shut_in(data, "/usr/bin/touch", data / "own")).returncode == 0)
        (data / "own").unlink()
        service = Service(program, data=data, wrap=shut_in(data), log=str(data / "service.log"))
        with service:
            client = service.set_up()
            for number in service.processes():
                status = pathlib.Path(f"/proc/{number}/status").read_text()
                suite.check(f"process {number} has a filter", "Seccomp:\t2" in status, status)
            made = client.post("/api/v1/meetings", sample(f"{KNUROW}.json"))
            suite.equal("a meeting comes in", made.status, 201, made)
            office = sample(f"{KNUROW}-office.json")
            drafts = client.post(f"/api/v1/meetings/{KNUROW}/documents", {"office": office})
            suite.equal("documents are made", drafts.status, 201, drafts)
            issued = client.post(f"/api/v1/meetings/{KNUROW}/issue")
            suite.equal("they are issued", issued.status, 200, issued)
            pdf = client.get(f"/api/v1/documents/{drafts.json['data'][0]['id']}/head").body
            verdict = client.post("/api/v1/verify", pdf, "application/pdf")
            suite.equal("one is read", (verdict.status, verdict.json.get("verdict")), (200, "NO-SIGNATURE"), verdict)
        mode = (data / "akces.sqlite").stat().st_mode & 0o777
        suite.equal("the database is its owner's alone", mode, 0o600)


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    suite = Suite("unit file")
    suite.part(analysed, suite, binary)
    if os.geteuid() == 0:
        suite.part(served, suite, binary)
    else:
        print("unit_file: only root can shut the program in: it was not run", file=sys.stderr)
    return suite.finish(4)


if __name__ == "__main__":
    sys.exit(main())
