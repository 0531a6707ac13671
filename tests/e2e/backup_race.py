#!/usr/bin/env python3
"""Backs up at random moments while another process imports and archives, restores each backup, and looks whether all that
was acknowledged before the backup began is in it, whole. usage: backup_race.py PATH/TO/akces [--long]

Each document is a text of its own, and each round's meeting has a title of its own, so that what a restored folder holds
can be told from what came later. The writer holds the data folder's lock nearly all the time, as the service does.
"""

import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from command import SAMPLES, Program

MEETING = "knurow-2019-11-13"
SAMPLE, LONG = 20, 200
ROUNDS_A_FOLDER = 20  # then a new data folder, so that copying does not become all that happens
FILES_A_CALL = 2
PAUSE = 0.01


class Writer(threading.Thread):
    """Archives documents and imports the meeting anew, call after call, and notes what was acknowledged."""

    def __init__(self, program, work):
        super().__init__()
        self.program, self.work = program, work
        self.lock = threading.Lock()
        self.acknowledged, self.title, self.calls = set(), "", 0
        self.is_over, self.failure = threading.Event(), ""
        self.meeting = json.loads((SAMPLES / f"{MEETING}.json").read_text("utf-8"))

    def call(self, *words):
        done = self.program.run(*words, "--data", self.work / "data")
        if done.code:
            self.failure = str(done)
            self.is_over.set()
        return done.code == 0

    def write(self, number):
        self.meeting["meeting"]["title"] = title = f"Spotkanie {number}"
        file = self.work / "meeting.json"
        file.write_text(json.dumps(self.meeting, ensure_ascii=False), "utf-8")
        if self.call("meeting", "import", file):
            with self.lock:
                self.title = title
        texts = [f"dokument {number}.{part} " * 200 for part in range(FILES_A_CALL)]
        files = [self.work / f"{part}.pdf" for part in range(FILES_A_CALL)]
        for text, path in zip(texts, files):
            path.write_text(text)
        if self.call("archive", "add", *files, "--meeting", MEETING):
            with self.lock:
                self.acknowledged |= {hashlib.sha256(text.encode()).hexdigest() for text in texts}
        self.calls += 1
        time.sleep(PAUSE)

    def run(self):
        number = 0
        while not self.is_over.is_set():
            number += 1
            self.write(number)

    def mark(self):
        with self.lock:
            return set(self.acknowledged), self.title


def titled(program, data, work):
    out = work / "exported.json"
    out.unlink(missing_ok=True)
    program.run("meeting", "export", MEETING, "--out", out, "--data", data)
    return json.loads(out.read_text("utf-8"))["meeting"]["title"] if out.exists() else ""


def number_of(title):
    return int(title.split()[-1]) if title else 0


def round_faults(program, writer, work, name, loses=False):
    """One backup at a random moment: what is wrong with it. With `loses` an object is taken out of it, a control."""
    backup, restored = work / f"backup-{name}", work / f"restored-{name}"
    time.sleep(random.random() * 0.1)
    before, title = writer.mark()
    created = program.run("backup", "create", "--out", backup, "--data", work / "data")
    after = writer.mark()
    faults = [f"create: {created}"] if created.code or created.err else []
    if loses:
        next(path for path in (backup / "archive").rglob("*") if path.is_file()).unlink()
    for words in (["backup", "check", backup], ["backup", "restore", backup, "--data", restored],
                  ["archive", "check", "--data", restored]):
        done = program.run(*words)
        faults += [str(done)] if done.code or done.err else []
    listed = program.run("archive", "list", "--json", "--data", restored).out
    found = {json.loads(line)["sha256"] for line in listed.splitlines()}
    if missing := before - found:
        faults.append(f"{len(missing)} of {len(before)} acknowledged documents are missing")
    has = titled(program, restored, work)
    if number_of(has) < number_of(title):
        faults.append(f"the meeting is older than acknowledged: {has!r}, {title!r}")
    shutil.rmtree(backup, ignore_errors=True)
    shutil.rmtree(restored, ignore_errors=True)
    return faults, len(found - before) > 0 or after != (before, title)


def folder_rounds(program, work, numbers):
    """What each round found, and the writer; a control, which must find something, is the last."""
    writer = Writer(program, work)
    writer.write(0)
    writer.start()
    try:
        results = {number: round_faults(program, writer, work, number) for number in numbers}
        found, _ = round_faults(program, writer, work, "control", loses=True)
        results["control"] = ([] if found else ["a lost object was not found"], False)
        return results, writer
    finally:
        writer.is_over.set()
        writer.join()


def quick_folder():
    """Memory where there is some to spare: this is about who sees what, and fsync is slow."""
    memory = "/dev/shm"
    is_large = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 500 << 20
    return memory if is_large else None


def main():
    program = Program(sys.argv[1])
    rounds = LONG if "--long" in sys.argv else SAMPLE
    passed = failed = busy = calls = 0
    for first in range(0, rounds, ROUNDS_A_FOLDER):
        with tempfile.TemporaryDirectory(prefix="akces-backup-race-", dir=quick_folder()) as folder:
            results, writer = folder_rounds(program, pathlib.Path(folder), range(first, first + ROUNDS_A_FOLDER))
        calls += writer.calls
        failed += bool(writer.failure)
        print(writer.failure, end="", file=sys.stderr)
        for number, (faults, was_busy) in results.items():
            busy += was_busy
            passed, failed = passed + (not faults), failed + bool(faults)
            for fault in faults:
                print(f"round {number}: {fault}", file=sys.stderr)
    if busy < rounds // 2:
        failed += 1
        print(f"the writer wrote during {busy} of {rounds} backups alone", file=sys.stderr)
    print(f"{rounds} backups, {busy} of them while something was acknowledged or written; {calls} rounds of writing")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
