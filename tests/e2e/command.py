"""Runs the program as a user does and holds it to its contract: exit code, sentences on stderr, what it left on disk."""

import hashlib
import os
import pathlib
import re
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "config" / "samples"
DATA = ROOT / "tests" / "data"
NOBODY = 65534

# Words that a Polish sentence does not have: a library's or the system's own message got through.
ENGLISH = re.compile(
    r"\b(error|failed|failure|cannot|can't|invalid|unknown|missing|expected|unexpected|file|directory|exception|not|"
    r"the|is|of|denied|such|null|range|bad|parse|what|terminate|abort(ed)?|std|basic_string|assertion|runtime)\b",
    re.I,
)
QUOTED = re.compile("„[^”]*”")
PATH = re.compile(r"\S*/\S*")
PLACE = re.compile(r"^[^„:]*(?:wiersz \d+|kolumna \d+|[^„\s]/[^„\s]|\.json|\.csv|\.xml|\.crt|\.sqlite|\.txt)[^„:]*: ")


class Result:
    def __init__(self, words, finished):
        self.words = words
        self.code = finished.returncode
        self.out = finished.stdout.decode("utf-8")
        self.err = finished.stderr.decode("utf-8")

    def __str__(self):
        return f"akces {' '.join(map(str, self.words))}\n  exit {self.code}\n  stdout: {self.out!r}\n  stderr: {self.err!r}"


def snapshot(folder):
    """What is there: path, kind and bytes."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink() or not path.is_file():
            found[name] = "folder or link"
        elif path.stat().st_size > 1 << 25:
            found[name] = f"{path.stat().st_size} bytes"
        else:
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def sentence_faults(line):
    """What is wrong with a line of stderr as one clear Polish sentence."""
    faults = []
    bare = PATH.sub("", PLACE.sub("", QUOTED.sub("„”", line)))
    if not line.endswith("."):
        faults.append("does not end with a full stop")
    if re.search(r"\.\.|\s\.|,\.|:\.|\{\d\}|„”(?=„)", bare):
        faults.append("has a gap or a doubled stop")
    if any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in line):
        faults.append("has a control character")
    if word := ENGLISH.search(bare):
        faults.append(f"has the English word {word.group()!r}")
    if not (bare[:1].isupper() or bare[:1] in "„-"):
        faults.append("does not begin with a capital letter")
    return faults


class Program:
    """The akces binary, copied to where other users can run it too."""

    def __init__(self, binary):
        self.folder = tempfile.TemporaryDirectory(prefix="akces-e2e-bin-")
        os.chmod(self.folder.name, 0o755)
        self.path = pathlib.Path(self.folder.name) / "akces"
        self.path.write_bytes(pathlib.Path(binary).read_bytes())
        self.path.chmod(0o755)

    def run(self, *words, cwd=None, env=None, stdin=b"", stdout=subprocess.PIPE, as_nobody=False, pass_fds=()):
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **(env or {})}
        drop = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if as_nobody and os.geteuid() == 0 else {}
        finished = subprocess.run(
            [self.path, *map(str, words)],
            cwd=cwd,
            env=environment,
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=120,
            pass_fds=pass_fds,
            **drop,
        )
        finished.stdout = finished.stdout or b""
        return Result(words, finished)
