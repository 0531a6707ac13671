#!/usr/bin/env python3
"""Fails akces at each of its writing steps in turn and looks at what a restart finds.

usage: sweep.py BUILD [--long]

For each scenario and each step: kill -9, a torn write, a short write, EIO, ENOSPC, a power cut on two kinds of file
system. Afterwards what was acknowledged is there with its hash, nothing half-made is listed, the same command can be
given again and succeeds, and a failure had the right exit code and one sentence. The shim's step count must equal
strace's. Controls: an archive that writes its row before its files, and one that never syncs, must both be found.
A sample of the steps by default, each with some of the faults; with --long every step with all of them.
"""
import argparse
import concurrent.futures
import math
import os
import pathlib
import re
import shutil
import sys
import tempfile
import threading

import administration
import power_cut
import scenarios
from counting import Counting
from scenarios import call

CUTS = {"power": False, "names": True}  # whether names outlive a cut without fsync
MODES = ["kill", "torn", "short", "eio", "enospc", *CUTS]
UNKNOWN = "można tu tylko czytać|proszę sprawdzić wolne miejsce, dysk i uprawnienia"  # SQLite does not always tell
REASONS = {"eio": f"(błąd urządzenia|{UNKNOWN})", "enospc": f"(brak miejsca na dysku|{UNKNOWN})"}
CANNOT_WRITE = 73
BY_DESCRIPTOR = {"write", "pwrite64", "writev", "pwritev", "pwritev2", "ftruncate", "fallocate", "fsync", "fdatasync"}
BY_PATH = {"rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "rmdir",
           "mkdir", "mkdirat", "truncate", "creat"}
OPENING = {"open", "openat"}


def traced_steps(log, folder):
    """How many of strace's lines change something below the folder."""
    below = re.compile(re.escape(str(folder)) + r'(?=[/">])')
    steps = 0
    for line in log.splitlines():
        name, _, rest = re.sub(r"^\d+\s+", "", line).partition("(")
        if name in BY_DESCRIPTOR:
            steps += bool(below.search(rest.split(",")[0].split(")")[0]))
        elif name == "copy_file_range":
            steps += bool(below.search(rest.split(",")[2]))
        elif name in BY_PATH or (name in OPENING and re.search("O_CREAT|O_TRUNC", rest)):
            steps += bool(below.search(rest))
    return steps


class Sweep(Counting):
    def __init__(self, tools, work, every_step):
        super().__init__()
        self.tools, self.work, self.every_step = tools, work, every_step
        self.local = threading.local()
        self.pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2)

    def fresh(self, base):
        """This thread's copy of the state before."""
        if not hasattr(self.local, "folder"):
            self.local.folder = pathlib.Path(tempfile.mkdtemp(dir=self.work))
        state = self.local.folder / "state"
        shutil.rmtree(state, ignore_errors=True)
        shutil.copytree(base, state)
        return state

    def run(self, scenario, base, step=0, mode="kill", syncs=True):
        """One run with a fault at `step` (0: none). Returns (result, steps counted, state)."""
        state = self.fresh(base)
        shadow, count = state.parent / "shadow", state.parent / "count"
        count.unlink(missing_ok=True)
        if mode in CUTS:
            power_cut.start(str(state), str(shadow))
        shim_mode = mode if mode not in CUTS else "power" if syncs else "nosync"
        result = call(scenario.command(state), {
            "LD_PRELOAD": str(self.tools.shim), "FAULT_DIR": str(state), "FAULT_STEP": str(step),
            "FAULT_MODE": shim_mode, "FAULT_SHADOW": str(shadow), "FAULT_COUNT": str(count)})
        if mode in CUTS:
            power_cut.after_cut(str(state), str(shadow), CUTS[mode])
        return result, int(count.read_text()) if count.exists() else 0, state

    def strace(self, scenario, base):
        state = self.fresh(base)
        log = state.parent / "strace"
        calls = ",".join(sorted(BY_DESCRIPTOR | BY_PATH | OPENING | {"copy_file_range"}))
        call(["strace", "-f", "-y", "-qq", "-s", "300", "-o", log, "-e", "trace=" + calls] + scenario.command(state))
        return traced_steps(log.read_text(errors="replace"), state)

    @staticmethod
    def manners(result, mode, last, state):
        """What is wrong with how the command ended."""
        if mode in REASONS and result.code == CANNOT_WRITE:
            sentence = (result.err.strip().splitlines() or [""])[-1]
            wrong = [] if re.fullmatch(rf"[A-ZĄĆĘŁŃÓŚŹŻ].*{REASONS[mode]}\.", sentence) else [f"it says: {result.err}"]
            left = [str(path) for path in state.rglob(".*.part")]
            return wrong + [f"left behind: {path}" for path in left]
        expected = {0} if mode == "short" or last or mode in REASONS else {0, -9}
        return [] if result.code in expected else [f"exit {result.code}: {result.err.strip()[:200]}"]

    def fault(self, scenario, base, mode, step, last, syncs=True):
        """Every finding of one fault."""
        result, _, state = self.run(scenario, base, step, mode, syncs)
        found = self.manners(result, mode, last, state)
        found += scenario.check(state, result.code == 0)
        command = scenario.again(state)
        if command is None:
            return found
        again = call(command)
        if again.code != 0:
            return found + [f"not again: exit {again.code}: {again.err.strip()[:200]}"]
        return found + [f"again: {wrong}" for wrong in scenario.check(state, True)]

    def chosen(self, total, modes):
        """(mode, step) pairs: all, or a sample that goes through the steps and takes the modes in turn. One step more
        than there are: a cut right after the acknowledgement."""
        pairs = [(mode, step) for step in range(1, total + 2) for mode in modes]
        if self.every_step:
            return pairs
        stride = max(1, round(len(pairs) / 60))
        while math.gcd(stride, len(modes)) > 1:
            stride += 1
        return pairs[::stride] + [(mode, total + 1) for mode in modes if (mode, total + 1) not in pairs[::stride]]

    def base_of(self, scenario):
        base = pathlib.Path(tempfile.mkdtemp(dir=self.work, prefix="base-"))
        scenario.prepare(base)
        return base

    def without_fault(self, scenario, base):
        """The number of steps, 0 when the command does not work even so."""
        result, total, state = self.run(scenario, base)
        wrong = scenario.check(state, True) if result.code == 0 else [result.err.strip()]
        self.note(wrong, f"{scenario.name}, no fault")
        return 0 if wrong else total

    def sweep(self, scenario):
        base = self.base_of(scenario)
        total = self.without_fault(scenario, base)
        seen = self.strace(scenario, base)
        self.note([] if seen == total > 0 else [f"the shim counts {total} steps, strace {seen}"], scenario.name)
        pairs = self.chosen(total, MODES)
        tried = self.pool.map(lambda pair: self.fault(scenario, base, *pair, pair[1] > total), pairs)
        for (mode, step), found in zip(pairs, tried):
            self.note(found, f"{scenario.name}, {mode} at step {step}")
        print(f"{scenario.name}: {total} steps, {len(pairs)} faults", flush=True)
        return len(pairs)

    def control(self, scenario, modes, syncs, symptom):
        """A wrong variant must be found, by what is wrong with it."""
        base = self.base_of(scenario)
        total = self.without_fault(scenario, base)
        pairs = self.chosen(total, modes)
        tried = self.pool.map(lambda pair: self.fault(scenario, base, *pair, pair[1] > total, syncs), pairs)
        findings = sum(any(symptom in finding for finding in found) for found in tried)
        name = f"control, {scenario.name}{'' if syncs else ', never synced'}"
        self.note([] if findings else ["not found"], name)
        print(f"{name}: found by {findings} of {len(pairs)} faults", flush=True)


def quick_folder():
    """Memory where there is some to spare: what really reaches a disk does not matter here, and fsync is slow."""
    memory = "/dev/shm"
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 200 << 20:
        return memory
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="akces-fault-", dir=quick_folder()) as folder:
        work = pathlib.Path(folder).resolve()
        tools = scenarios.Tools(given.build.resolve(), work)
        sweep = Sweep(tools, work, given.long)
        faults = sum(sweep.sweep(scenario(tools)) for scenario in scenarios.ALL + administration.ALL)
        damaged = "a listed document is damaged or missing"
        sweep.control(scenarios.ArchiveRowFirst(tools), ["kill"], True, damaged)
        sweep.control(scenarios.ArchiveAdd(tools), ["power"], False, "not what was acknowledged")
        sweep.control(scenarios.ArchiveAdd(tools), ["names"], False, damaged)
        sweep.note([] if faults >= 200 else [f"only {faults} faults were tried"], "all")
    print(f"{sweep.passed} passed, {sweep.failed} failed")
    return 1 if sweep.failed else 0


if __name__ == "__main__":
    sys.exit(main())
