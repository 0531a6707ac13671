"""What is interrupted, and what must hold afterwards.

A scenario prepares a folder, names the command, and lists what is wrong after it: `acknowledged` says whether the
command ended with 0. Looking is done by fresh processes, as after a restart.
"""
import collections
import hashlib
import json
import os
import pathlib
import shutil
import subprocess

from counting import need

SAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "config" / "samples"
MEETING = "knurow-2019-11-13"
MEETING_FILE = SAMPLES / f"{MEETING}.json"
OFFICE_FILE = SAMPLES / f"{MEETING}-office.json"

Run = collections.namedtuple("Run", "code out err")


def call(command, environment=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, timeout=120,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1574847000", **(environment or {})})
    return Run(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def must(command):
    done = call(command)
    if done.code != 0:
        raise SystemExit(f"{command} ended with {done.code}: {done.err}")
    return done


def digest(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def digests(folder):
    return {path.name: digest(path) for path in pathlib.Path(folder).glob("*.pdf")}


class Tools:
    """The program, the shim, and a signed document to work with."""

    def __init__(self, build, work):
        self.akces = build / "akces"
        self.shim = build / "fault_shim.so"
        self.row_first = build / "archive_row_first"
        need(self.akces, self.shim, self.row_first)
        self.password = work / "password"
        self.password.write_text("zażółć", encoding="utf-8")
        self.p12 = self.key(work)
        must(Generate(self).command(work))
        self.generated = digests(work / "out")
        self.unsigned = min((work / "out").glob("deklaracja-*.pdf"))
        self.signed = work / "signed.pdf"
        must(self.sign(self.unsigned, self.signed, "Partner-1"))

    def sign(self, pdf, out, field):
        return [self.akces, "sign", pdf, "--out", out, "--p12", self.p12, "--password-file", self.password, "--field",
                field]

    def key(self, work):
        key, certificate, p12 = work / "key.pem", work / "certificate.pem", work / "key.p12"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", key, "-out", certificate, "-days", "30", "-utf8", "-subj", "/CN=Próba zapisu",
                        "-addext", "keyUsage=critical,digitalSignature,nonRepudiation"], check=True,
                       capture_output=True)
        subprocess.run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", p12, "-passout",
                        f"file:{self.password}"], check=True, capture_output=True)
        return p12


class Scenario:
    name = ""

    def __init__(self, tools):
        self.tools = tools
        self.akces = tools.akces

    def prepare(self, state):
        """The state before."""

    def command(self, state):
        raise NotImplementedError

    def again(self, state):
        """What is given after the fault; None where the first one got so far that there is nothing to repeat."""
        return self.command(state)

    def check(self, state, acknowledged):
        raise NotImplementedError

    def exported(self, state):
        """The meeting in the store, or what kept it from coming out."""
        out = state.parent / (state.name + "-export.json")
        out.unlink(missing_ok=True)
        done = call([self.akces, "meeting", "export", MEETING, "--out", out, "--data", state / "data"])
        if done.code != 0:
            return None, done.err.strip()
        return json.loads(out.read_text(encoding="utf-8")), ""

    def archived(self, state, data="data"):
        """The records in the archive, and what is wrong with them. A data folder that was never made holds none."""
        if not (state / data).exists():
            return [], []
        listed = call([self.akces, "archive", "list", "--json", "--data", state / data])
        if listed.code != 0:
            return [], ["the archive cannot be listed: " + listed.err.strip()]
        checked = call([self.akces, "archive", "check", "--data", state / data])
        wrong = [] if checked.code == 0 else ["a listed document is damaged or missing: " + checked.out.strip()[:200]]
        return [json.loads(line) for line in listed.out.splitlines()], wrong


class Import(Scenario):
    """Into a data folder that is not there yet."""
    name = "import"

    def command(self, state):
        return [self.akces, "meeting", "import", MEETING_FILE, "--data", state / "data"]

    def check(self, state, acknowledged):
        found, why = self.exported(state)
        if found is None:
            return ["an acknowledged meeting is gone: " + why] if acknowledged else []
        return [] if found == json.loads(MEETING_FILE.read_text(encoding="utf-8")) else ["a meeting is there by halves"]


class ImportOver(Import):
    """Over an older version of the meeting, which stays until the new one is whole."""
    name = "import over an older one"

    def older(self):
        meeting = json.loads(MEETING_FILE.read_text(encoding="utf-8"))
        meeting["participants"].pop()
        return meeting

    def prepare(self, state):
        older = state / "older.json"
        older.write_text(json.dumps(self.older(), ensure_ascii=False), encoding="utf-8")
        must([self.akces, "meeting", "import", older, "--data", state / "data"])

    def check(self, state, acknowledged):
        found, why = self.exported(state)
        if found is None:
            return ["the meeting is gone: " + why]
        if not acknowledged and found == self.older():
            return []
        return [] if found == json.loads(MEETING_FILE.read_text(encoding="utf-8")) else ["the meeting is a mixture"]


class Generate(Scenario):
    name = "generate"

    def command(self, state):
        return [self.akces, "generate", "--meeting", MEETING_FILE, "--office", OFFICE_FILE, "--out", state / "out"]

    def check(self, state, acknowledged):
        want, have = self.tools.generated, digests(state / "out")
        wrong = [f"half a file under its own name: {name}" for name in have if have[name] != want.get(name)]
        if acknowledged and set(have) != set(want):
            wrong.append(f"acknowledged, and {len(want) - len(have)} files missing")
        return wrong


class Sign(Scenario):
    name = "sign"

    def prepare(self, state):
        (state / "out").mkdir()

    def command(self, state):
        return self.tools.sign(self.tools.unsigned, state / "out" / "signed.pdf", "Partner-1")

    def again(self, state):
        """What is signed is never replaced."""
        return None if (state / "out" / "signed.pdf").exists() else self.command(state)

    def check(self, state, acknowledged):
        signed = state / "out" / "signed.pdf"
        if not signed.exists():
            return ["acknowledged, and no file"] if acknowledged else []
        verdict = json.loads(call([self.akces, "verify", "--json", signed]).out or "{}")
        intact = [one["integrity"] for one in verdict.get("signatures", [])] == ["intact"]
        return [] if intact and signed.read_bytes().startswith(self.tools.unsigned.read_bytes()) else ["half a file"]


class ArchiveAdd(Scenario):
    """Beside a document that was acknowledged before."""
    name = "archive add"

    def prepare(self, state):
        must([self.akces, "meeting", "import", MEETING_FILE, "--data", state / "data"])
        must([self.akces, "archive", "add", self.tools.unsigned, "--meeting", MEETING, "--data", state / "data"])

    def command(self, state):
        return [self.akces, "archive", "add", self.tools.signed, "--meeting", MEETING, "--data", state / "data"]

    def check(self, state, acknowledged):
        records, wrong = self.archived(state)
        hashes = sorted(record["sha256"] for record in records)
        before, added = digest(self.tools.unsigned), digest(self.tools.signed)
        allowed = [sorted([before, added])] if acknowledged else [[before], sorted([before, added])]
        return wrong + ([] if hashes in allowed else [f"listed are {len(hashes)} documents, not what was acknowledged"])


class ArchiveExport(ArchiveAdd):
    name = "archive export"

    def prepare(self, state):
        super().prepare(state)
        must(super().command(state))

    def command(self, state):
        return [self.akces, "archive", "export", "--out", state / "package", "--data", state / "data"]

    def again(self, state):
        return None if (state / "package").exists() else self.command(state)

    def check(self, state, acknowledged):
        wrong = super().check(state, True)
        package = state / "package"
        if not package.exists():
            return wrong + (["acknowledged, and no package"] if acknowledged else [])
        copy = state.parent / (state.name + "-restored")
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        done = call([self.akces, "archive", "restore", package, "--data", copy / "data"])
        if done.code != 0:
            return wrong + ["half a package under its own name: " + done.err.strip()[:200]]
        records, damaged = self.archived(copy)
        return wrong + damaged + ([] if records == self.archived(state)[0] else ["the package is not the archive"])


class ArchiveRestore(ArchiveAdd):
    """Into a data folder that is not there yet."""
    name = "archive restore"

    def prepare(self, state):
        source = state.parent / "restore-source"
        shutil.rmtree(source, ignore_errors=True)
        source.mkdir()
        super().prepare(source)
        must(super().command(source))
        must([self.akces, "archive", "export", "--out", state / "package", "--data", source / "data"])

    def command(self, state):
        return [self.akces, "archive", "restore", state / "package", "--data", state / "data"]

    def check(self, state, acknowledged):
        if acknowledged:
            return super().check(state, True)
        return self.archived(state)[1]


class ArchiveRowFirst(ArchiveAdd):
    """The control: the row is written before the files."""
    name = "archive add, row before file"

    def command(self, state):
        return [self.tools.row_first, self.tools.signed, MEETING, state / "data"]


ALL = [Import, ImportOver, Generate, Sign, ArchiveAdd, ArchiveExport, ArchiveRestore]
