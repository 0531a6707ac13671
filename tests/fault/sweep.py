#!/usr/bin/env python3
"""Fails akces at each of its writing steps in turn and looks at what a restart finds.

usage: sweep.py --build DIR --work DIR [--long]

For each scenario (import, generate, sign, archive) and each step: kill -9, a torn write, EIO, ENOSPC, a power cut.
Afterwards: what was acknowledged is there with its hash, nothing half-made is listed, and the same command can be
given again and succeeds. The shim's step count must equal strace's. Controls: an archive that writes its row before
its file, and one that never syncs, must both be found. A sample of the steps by default, all of them with --long.
"""
import argparse
import collections
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import power_cut

HERE = pathlib.Path(__file__).resolve().parent
SAMPLES = HERE.parent.parent / "config" / "samples"
MODES = ["kill", "torn", "eio", "enospc", "power"]
MEETING = "knurow-2019-11-13"
CHANGING = {"write", "pwrite64", "writev", "pwritev", "copy_file_range", "ftruncate", "fsync", "fdatasync", "rename",
            "renameat", "renameat2", "linkat", "link", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat"}
failures = []


def fail(what):
    failures.append(what)
    print(f"  ŹLE: {what}", file=sys.stderr)


class Run(collections.namedtuple("Run", "code out err")):
    """One finished process."""


def call(command, environment=None, cwd=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, cwd=cwd, timeout=120,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1574847000", **(environment or {})})
    return Run(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))


def digests(folder, suffix):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(pathlib.Path(folder).glob("*" + suffix))}


class Scenario:
    """`base` is the state before; command(state) is what is run; check(state, acknowledged) lists what is wrong."""

    def __init__(self, tools):
        self.tools = tools
        self.akces = tools.akces


class Import(Scenario):
    name = "import"

    def prepare(self, state):
        (state / "data").mkdir(parents=True)

    def command(self, state):
        return [self.akces, "meeting", "import", SAMPLES / f"{MEETING}.json", "--data", state / "data"]

    def check(self, state, acknowledged):
        out = state.parent / "export.json"
        out.unlink(missing_ok=True)
        exported = call([self.akces, "meeting", "export", MEETING, "--out", out, "--data", state / "data"])
        if exported.code != 0:
            return ["an acknowledged meeting is gone: " + exported.err.strip()] if acknowledged else []
        same = json.loads(out.read_text()) == json.loads((SAMPLES / f"{MEETING}.json").read_text())
        return [] if same else ["a meeting is there by halves"]


class Generate(Scenario):
    name = "generate"

    def prepare(self, state):
        (state / "out").mkdir(parents=True)

    def command(self, state):
        return [self.akces, "generate", "--meeting", SAMPLES / f"{MEETING}.json", "--office",
                SAMPLES / f"{MEETING}-office.json", "--out", state / "out"]

    def check(self, state, acknowledged):
        want, have = self.tools.generated, digests(state / "out", ".pdf")
        wrong = [f"half a file under its own name: {name}" for name in have if have[name] != want.get(name)]
        if acknowledged and set(have) != set(want):
            wrong.append(f"acknowledged, and {len(want) - len(have)} files missing")
        return wrong


class Sign(Scenario):
    name = "sign"

    def prepare(self, state):
        (state / "out").mkdir(parents=True)

    def command(self, state):
        return [self.akces, "sign", self.tools.unsigned, "--out", state / "out" / "signed.pdf", "--p12", self.tools.p12,
                "--password-file", self.tools.password, "--field", "Partner-1"]

    def check(self, state, acknowledged):
        signed = state / "out" / "signed.pdf"
        if not signed.exists():
            return ["acknowledged, and no file"] if acknowledged else []
        verdict = call([self.akces, "verify", "--json", signed])
        signatures = json.loads(verdict.out or "{}").get("signatures", [])
        return [] if len(signatures) == 1 and signatures[0]["integrity"] == "intact" else ["half a signed file"]


class ArchiveAdd(Scenario):
    name = "archive"

    def prepare(self, state):
        (state / "data").mkdir(parents=True)
        done = call([self.akces, "meeting", "import", SAMPLES / f"{MEETING}.json", "--data", state / "data"])
        assert done.code == 0, done.err

    def command(self, state):
        return [self.akces, "archive", "add", self.tools.signed, "--meeting", MEETING, "--data", state / "data"]

    def check(self, state, acknowledged):
        listed = call([self.akces, "archive", "list", "--json", "--data", state / "data"])
        if listed.code != 0:
            return ["the archive cannot be listed: " + listed.err.strip()]
        hashes = re.findall(r'"sha256":"([0-9a-f]{64})"', listed.out)
        want = hashlib.sha256(pathlib.Path(self.tools.signed).read_bytes()).hexdigest()
        wrong = []
        if acknowledged and hashes != [want]:
            wrong.append("an acknowledged document is not listed")
        checked = call([self.akces, "archive", "check", "--data", state / "data"])
        if hashes and checked.code != 0:
            wrong.append("a listed document is damaged or missing: " + checked.out.strip()[:200])
        return wrong


class ArchiveRowFirst(ArchiveAdd):
    """The control: the row is written before the file."""
    name = "archive, row first"

    def command(self, state):
        return [self.tools.row_first, self.tools.signed, MEETING, state / "data"]


class Sweep:
    def __init__(self, tools, work, long):
        self.tools, self.work, self.long = tools, work, long

    def fresh(self, base):
        state = self.work / "state"
        shutil.rmtree(state, ignore_errors=True)
        shutil.copytree(base, state)
        return state

    def run(self, scenario, base, step, mode):
        """One run with a fault at `step` (0: none). Returns (result, steps counted, state)."""
        state, shadow, count = self.fresh(base), self.work / "shadow", self.work / "count"
        count.unlink(missing_ok=True)
        if mode in ("power", "nosync"):
            power_cut.start(str(state), str(shadow))
        result = call(scenario.command(state), {
            "LD_PRELOAD": self.tools.shim, "FAULT_DIR": str(state), "FAULT_STEP": str(step), "FAULT_MODE": mode,
            "FAULT_SHADOW": str(shadow), "FAULT_COUNT": str(count)})
        if mode in ("power", "nosync"):
            power_cut.after_cut(str(state), str(shadow))
        return result, int(count.read_text()) if count.exists() else 0, state

    def strace_count(self, scenario, base):
        state, log = self.fresh(base), self.work / "strace"
        call(["strace", "-f", "-y", "-qq", "-o", log, "-e", "trace=" + ",".join(sorted(CHANGING | {"open", "openat"}))]
             + scenario.command(state))
        return sum(self.changes(line, state) for line in log.read_text(errors="replace").splitlines())

    @staticmethod
    def changes(line, state):
        found = re.match(r"\d+\s+(\w+)\((.*)", line)
        if not found or str(state) not in found[2]:
            return False
        if found[1] in ("open", "openat"):
            return "O_CREAT" in found[2] or "O_TRUNC" in found[2]
        return found[1] in CHANGING

    def faults(self, scenario, base, mode, steps):
        """Every finding of one mode over the given steps."""
        found = []
        for step in steps:
            result, _, state = self.run(scenario, base, step, mode)
            killed = result.code == -9
            acknowledged = result.code == 0
            if not killed and result.code not in (0, 70, 73, 75, 4, 65):
                found.append(f"{mode} {step}: exit {result.code}: {result.err.strip()[:200]}")
            found += [f"{mode} {step}: {wrong}" for wrong in scenario.check(state, acknowledged)]
            again = call(scenario.command(state))
            if again.code != 0:
                found.append(f"{mode} {step}: not again: exit {again.code}: {again.err.strip()[:200]}")
            else:
                found += [f"{mode} {step}, again: {wrong}" for wrong in scenario.check(state, True)]
        return found

    def base_of(self, scenario):
        base = self.work / "base"
        shutil.rmtree(base, ignore_errors=True)
        base.mkdir(parents=True)
        scenario.prepare(base)
        return base

    def steps_to_try(self, total):
        every = list(range(1, total + 2))  # one behind the last: a cut after the acknowledgement
        if self.long or len(every) <= 12:
            return every
        return sorted({every[round(i * (len(every) - 1) / 11)] for i in range(12)})

    def sweep(self, scenario):
        base = self.base_of(scenario)
        result, total, state = self.run(scenario, base, 0, "kill")
        if result.code != 0 or scenario.check(state, True):
            return fail(f"{scenario.name}: fails without a fault: {result.err.strip()} {scenario.check(state, True)}")
        seen = self.strace_count(scenario, base)
        if seen != total or total == 0:
            fail(f"{scenario.name}: the shim counts {total} steps, strace {seen}")
        steps = self.steps_to_try(total)
        for mode in MODES:
            for wrong in self.faults(scenario, base, mode, steps):
                fail(f"{scenario.name}: {wrong}")
        print(f"{scenario.name}: {total} steps, {len(steps) * len(MODES)} faults")
        return len(steps) * len(MODES)

    def control(self, scenario, mode):
        """A wrong variant must be found."""
        base = self.base_of(scenario)
        _, total, _ = self.run(scenario, base, 0, "kill")
        found = self.faults(scenario, base, mode, range(1, total + 2))
        if not found:
            fail(f"control: {scenario.name} under {mode} is not found")
        print(f"control: {scenario.name} under {mode}: {len(found)} findings, as it must")


class Tools:
    def __init__(self, build, work):
        self.akces = build / "akces"
        self.shim = str(build / "fault_shim.so")
        self.row_first = build / "archive_row_first"
        self.password = work / "password"
        self.password.write_text("zażółć")
        self.p12 = self.key(work)
        out = work / "generated"
        done = call(Generate(self).command(out))
        assert done.code == 0, done.err
        self.generated = digests(out / "out", ".pdf")
        self.unsigned = next((out / "out").glob("deklaracja-01*.pdf"))
        self.signed = work / "signed.pdf"
        done = call([self.akces, "sign", self.unsigned, "--out", self.signed, "--p12", self.p12, "--password-file",
                     self.password, "--field", "Partner-1"])
        assert done.code == 0, done.err

    def key(self, work):
        key, certificate, p12 = work / "key.pem", work / "certificate.pem", work / "key.p12"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                        "-keyout", key, "-out", certificate, "-days", "30", "-utf8", "-subj", "/CN=Próba zapisu",
                        "-addext", "keyUsage=critical,digitalSignature,nonRepudiation"], check=True, capture_output=True)
        subprocess.run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", p12, "-passout",
                        f"file:{self.password}"], check=True, capture_output=True)
        return p12


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    work = given.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    tools = Tools(given.build.resolve(), work)
    sweep = Sweep(tools, work, given.long)
    faults = sum(sweep.sweep(scenario(tools)) or 0 for scenario in (Import, Generate, Sign, ArchiveAdd))
    sweep.control(ArchiveRowFirst(tools), "kill")
    sweep.control(ArchiveAdd(tools), "nosync")
    if faults < 200:
        fail(f"only {faults} faults were tried")
    print(f"faults tried: {faults}, findings: {len(failures)}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
