"""The cases of a run: each is one command, judged, and counted."""

import json
import subprocess
import sys

from command import DATA, SAMPLES, sentence_faults, snapshot

PASSWORD = "zażółć gęślą jaźń"
KEYS = DATA / "keys"
MEETING = SAMPLES / "knurow-2019-11-13.json"
SHIPPED = ["deklaracja", "deklaracja-wspolna", "informacja-rodo", "lista-obecnosci"]
VERBS = ["demo", "meeting", "generate", "template", "sign", "verify", "archive", "report", "backup", "user", "token"]


def openssl(*words):
    subprocess.run(["openssl", *map(str, words)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Cases:
    def __init__(self, program, work):
        self.program, self.work = program, work
        self.count, self.failures = 0, []
        # The address as the meeting has it, so that no notice about a replaced value is told.
        office = json.loads((SAMPLES / "knurow-2019-11-13-office.json").read_text("utf-8"))
        office["leader"]["address"] = "ul. Ks. Alojzego Koziełka 2"
        self.office = self.put("urzad.json", json.dumps(office, ensure_ascii=False))

    def put(self, name, content):
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def run(self, *words, **more):
        return self.program.run(*words, cwd=self.work, **more)

    def judge(self, name, problems, result):
        self.count += 1
        print("F" if problems else ".", end="", flush=True)
        if problems:
            self.failures.append(f"{name}: {'; '.join(problems)}\n  {result}")

    def holds(self, name, is_so, result):
        """What must be so after `result`."""
        self.judge(name, [] if is_so else ["is not so"], result)

    def bad(self, name, code, words, lines=1, says=(), stdout=False, **more):
        """A command that must be refused: nothing written, `lines` sentences on stderr (None: at least one)."""
        before = snapshot(self.work)
        result = self.run(*words, **more)
        problems = [] if result.code == code else [f"exit {result.code}, expected {code}"]
        told = result.err.splitlines()
        if not told if lines is None else len(told) != lines:
            problems.append(f"{len(told)} lines on stderr, expected {lines}")
        problems += [f"{line!r} {fault}" for line in told for fault in sentence_faults(line)]
        problems += [f"does not say {part!r}" for part in says if part not in result.err + result.out]
        if bool(result.out) != stdout:
            problems.append("stdout is not as expected")
        if changes := set(snapshot(self.work).items()) ^ set(before.items()):
            problems.append(f"wrote {sorted(changes)}")
        self.judge(name, problems, result)
        return result

    def good(self, name, words, check=lambda result: True, notice="", **more):
        """A command that must work, and say nothing on stderr but a notice with these words."""
        result = self.run(*words, **more)
        problems = [] if result.code == 0 else [f"exit {result.code}, expected 0"]
        if bool(result.err) != bool(notice) or notice not in result.err:
            problems.append(f"its stderr is not {notice!r}")
        try:
            if not check(result):
                problems.append("its result is not as expected")
        except (OSError, LookupError, ValueError) as problem:
            problems.append(f"its result cannot be checked ({problem})")
        self.judge(name, problems, result)
        return result

    def generate(self, meeting, out, *more, office=None):
        return ["generate", "--meeting", meeting, "--office", office or self.office, "--out", out, *more]

    def sign(self, pdf, *more, out="podpisany.pdf", key=None, password="haslo"):
        return [
            "sign",
            pdf,
            "--out",
            out,
            "--p12",
            key or self.work / "keys/good.p12",
            "--password-file",
            self.work / password,
            *more,
        ]

    def changed_meeting(self, change, name="m.json"):
        meeting = json.loads(MEETING.read_text("utf-8"))
        change(meeting)
        return self.put(name, json.dumps(meeting, ensure_ascii=False))

    def made_key(self, name, *validity):
        """A PKCS#12 of a certificate of its own, with PASSWORD."""
        key, request, certificate, packed = (
            self.work / "keys" / f"{name}.{end}" for end in ("key", "csr", "crt", "p12")
        )
        key.parent.mkdir(exist_ok=True)
        openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", key)
        openssl("req", "-new", "-utf8", "-key", key, "-subj", "/C=PL/GN=Żaneta/SN=Łoś/CN=Żaneta Łoś", "-out", request)
        openssl("x509", "-req", "-in", request, "-signkey", key, "-sha256", *validity, "-out", certificate)
        openssl("pkcs12", "-export", "-inkey", key, "-in", certificate, "-passout", f"pass:{PASSWORD}", "-out", packed)

    def finish(self, expected):
        """Tells the failures and the counts; the exit code. A case that did not run is a failure."""
        print()
        if self.count != expected:
            self.failures.append(f"{self.count} cases ran, expected {expected}")
        for failure in self.failures:
            print(failure, file=sys.stderr)
        print(f"{max(self.count - len(self.failures), 0)} passed, {len(self.failures)} failed")
        return 1 if self.failures else 0
