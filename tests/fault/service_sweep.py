#!/usr/bin/env python3
"""Ends the service at each of the writing steps of a request, starts it again, and looks at what it shows.

usage: service_sweep.py BUILD [--long]       (with the Python of build/e2e/venv)

Issuing, signing here, the upload of a PDF that pyHanko signed, archiving; each asked over HTTP. At each step: kill -9, a
write torn in its middle and kill -9, a power cut that loses what was not fsynced. After the next start the document is
as before or as after, and as after when there was an answer; the audit trail has the events of what it shows; the files
are there and intact; the same request with the same Idempotency-Key leads to the same end once: by its answer, or, where the end came
between the change and the keeping of its answer, by 409 with the state that the document has. Control: a service
whose fsyncs do nothing loses what it acknowledged, and that must be found. A sample of the steps by default.
"""
import argparse
import concurrent.futures
import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import power_cut
import served
from counting import Counting, need
from service import Service
from wire import Broken

MODES = ["kill", "torn", "power"]
SAMPLE = 8  # steps of each request
FEWEST = 32


class Interrupted:
    """A service over a copy of `base`, with the shim loaded; counts and fails steps between arm() and the end."""

    def __init__(self, tools, base, mode="kill", step=0):
        self.folder = tempfile.TemporaryDirectory(prefix="run-", dir=tools.work)
        self.work, self.is_cut = pathlib.Path(self.folder.name), mode in ("power", "nosync")
        self.state, self.shadow, self.count = self.work / "state", self.work / "shadow", self.work / "count"
        shutil.copytree(base, self.state / "data")
        if self.is_cut:
            power_cut.start(str(self.state), str(self.shadow))
        self.armed = self.work / "armed"
        variables = {"LD_PRELOAD": tools.shim, "FAULT_DIR": self.state, "FAULT_STEP": step, "FAULT_MODE": mode,
                     "FAULT_SHADOW": self.shadow, "FAULT_COUNT": self.count, "FAULT_ARMED": self.armed}
        self.service = Service(tools.akces, self.state / "data", {name: str(value) for name, value in variables.items()})

    def ask(self, tools, wish):
        """The request's answer; nothing when the connection ended without one."""
        self.service.start()
        self.armed.touch()
        try:
            return wish.ask(tools.client(self.service))
        except (OSError, Broken):
            return None
        finally:
            self.armed.unlink()

    def end(self):
        """What a cut of power or a kill leaves."""
        self.service.process.kill()
        self.service.stop()
        if self.is_cut:
            power_cut.after_cut(str(self.state), str(self.shadow), False)
        return self.state / "data"


class Sweep(Counting):
    def __init__(self, build, work, every_step):
        super().__init__()
        self.akces, self.shim = build / "akces", build / "fault_shim.so"
        need(self.akces, self.shim)
        self.work, self.every_step = work, every_step
        self.pool = concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2)
        self.base, self.session, self.wishes = self.prepared()

    def prepared(self):
        """A data folder with a document for each request, and the administrator's session in it."""
        with Service(self.akces) as service:
            client = service.set_up()
            wishes = served.wishes(client, self.work)
            service.stop()
            base = self.work / "base"
            shutil.copytree(service.data, base)
        return base, (client.cookie, client.csrf), wishes

    def client(self, service):
        client = service.client()
        client.cookie, client.csrf = self.session
        return client

    def shown(self, data, wish, again=False):
        """(picture, events, answer to the same request) of a service that starts over `data`."""
        with Service(self.akces, data) as service:
            client = self.client(service)
            answer = wish.ask(client) if again else None
            check = client.get(f"{served.A}/audit/check").json
            return served.picture(client, wish.document), served.events(client), answer, check

    def without_fault(self, wish):
        """Before, after, the events in between, the number of steps."""
        before, first, _, _ = self.shown(self.copied(), wish)
        run = Interrupted(self, self.base)
        answer = run.ask(self, wish)
        run.service.stop()
        after, last, _, _ = self.shown(run.state / "data", wish)
        total = int(run.count.read_text())
        wrong = [] if answer is not None and answer.status in (200, 201) else [f"not answered: {answer}"]
        if before == after or total < 5:
            wrong.append(f"nothing happened: {total} steps, {after}")
        self.note(wrong, f"{wish.name}, no fault")
        return before, after, last[len(first):], total

    def copied(self):
        return shutil.copytree(self.base, pathlib.Path(tempfile.mkdtemp(dir=self.work)) / "data")

    def fault(self, wish, known, mode, step):
        """Every finding of one fault."""
        before, after, events, _ = known
        run = Interrupted(self, self.base, mode, step)
        with run.folder:
            answer = run.ask(self, wish)
            data = run.end()
            try:
                return list(self.findings(data, wish, answer, before, after, events))
            except (RuntimeError, AssertionError, TypeError, KeyError) as error:
                return [f"the next start: {error}"[:500]]

    def findings(self, data, wish, answer, before, after, events):
        now, trail, *_ = self.shown(data, wish)
        if answer is not None and answer.status in (200, 201) and now != after:
            yield f"acknowledged, and not there: {now}"
        if now not in (before, after):
            yield f"neither before nor after: {now}"
        has = trail[-len(events):] == events
        if has != (now == after):
            yield f"the audit trail does not fit: {trail[-3:]}"
        last, trail, again, check = self.shown(data, wish, again=True)
        found_done = now == after and again.status == 409 and again.json["type"].startswith("state-")
        if again.status not in (200, 201) and not found_done:
            yield f"not again: {again}"
        if last != after:
            yield f"again, and not once: {last}"
        if sum(trail[at:at + len(events)] == events for at in range(len(trail))) != 1:
            yield f"again, the audit trail: {trail[-4:]}"
        if check.get("faults"):
            yield f"the audit trail is damaged: {check}"
        archive = subprocess.run([self.akces, "archive", "check", "--data", data], capture_output=True, text=True)
        if archive.returncode != 0:
            yield f"archive check: {archive.returncode} {archive.stdout}{archive.stderr}"[:300]

    def steps(self, total):
        """All, or so many; the last is one more than there are: an end right after the answer."""
        every = range(1, total + 2)
        stride = 1 if self.every_step else max(1, total // SAMPLE)
        return sorted({*every[::stride], total + 1})

    def sweep(self, wish):
        known = self.without_fault(wish)
        total = known[3]
        modes = itertools.cycle(MODES)
        pairs = [(mode, step) for step in self.steps(total)
                 for mode in (MODES if self.every_step else [next(modes)])]
        for pair, found in zip(pairs, self.pool.map(lambda pair: self.fault(wish, known, *pair), pairs)):
            self.note(found, f"{wish.name}, {pair[0]} at step {pair[1]}")
        print(f"{wish.name} over HTTP: {total} steps, {len(pairs)} faults", flush=True)
        return len(pairs), known

    def control(self, wish, known):
        found = self.fault(wish, known, "nosync", known[3] + 1)
        lost = any("acknowledged, and not there" in one for one in found)
        self.note([] if lost else [f"not found: {found}"], "control, never synced")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--long", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="akces-fault-") as folder:
        sweep = Sweep(given.build.resolve(), pathlib.Path(folder).resolve(), given.long)
        results = [sweep.sweep(wish) for wish in sweep.wishes]
        sweep.control(sweep.wishes[0], results[0][1])
        faults = sum(count for count, _ in results)
        sweep.note([] if faults >= FEWEST else [f"only {faults} faults were tried"], "all")
    print(f"{sweep.passed} passed, {sweep.failed} failed")
    return 1 if sweep.failed else 0


if __name__ == "__main__":
    sys.exit(main())
