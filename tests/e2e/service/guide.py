#!/usr/bin/env python3
"""Runs docs/api.md as a reader does: its commands one block after another against a fresh service; what they print must
be what the page shows. usage: guide.py PATH/TO/akces [--all]     --all: go on behind a block that failed"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

from service import ROOT, Service
from suite import Suite

PAGE = ROOT / "docs" / "api.md"
BLOCK = re.compile(r"^```sh\n(.*?)^```\n(?:\n^```text\n(.*?)^```\n)?", re.M | re.S)
LEAST_BLOCKS = 25
SHOWN = ["setup", "session", "tokens", "meetings", "partners", "office", "dry_run", "issue", "link", "opening"]
SHOWN += ["signature", "quarantine", "signing", "refusal", "acceptance", "board", "verify", "archive", "reports/zip"]
SHOWN += ["late-joiners", "void", "audit"]
# Everything that the blocks before have set, but not what the shell sets itself.
SAVE = "declare -p | grep -vE '^declare -[a-zA-Z]*r|^declare -[-a-zA-Z]+ (BASH|DIRSTACK|FUNCNAME|GROUPS|PIPESTATUS|_=)'"


def is_as_shown(printed, shown):
    pattern = "".join(".*" if part == "…" else re.escape(part) for part in re.split("(…)", shown.strip()))
    return re.fullmatch(pattern, printed.strip(), re.S) is not None


class Shell:
    """Blocks of one session, each in a process of its own."""

    def __init__(self, folder, environment):
        self.folder, self.environment = folder, environment
        self.state = folder / "state"
        self.state.write_text("")

    def run(self, commands):
        script = f"set -euo pipefail\n. {self.state}\n{commands}\n{{ {SAVE}; declare -f; }} >{self.state}\n"
        return subprocess.run(
            ["bash", "-c", script], cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=240
        )


def judge(suite, commands, shown, done):
    first = commands.strip().splitlines()[0][:70]
    suite.check(f"„{first}” ends well", done.returncode == 0, f"{done.returncode}\n{done.stdout}\n{done.stderr}")
    if shown is not None:
        suite.check(f"„{first}” prints what is shown", is_as_shown(done.stdout, shown), f"{done.stdout}\n{done.stderr}")


def controls(suite, shell):
    failed = shell.run("curl -sS --fail-with-body $AKCES_ADDRESS/api/v1/nowhere | jq -c .status")
    suite.control("a command that fails", lambda inner: judge(inner, "x", None, failed))
    printed = shell.run("echo '[1,2]'")
    suite.control("another output", lambda inner: judge(inner, "x", "[1,3]\n", printed))
    suite.check("… stands for anything", is_as_shown("[1,2]", "[1,…]") and not is_as_shown("[2,2]", "[1,…]"))


def run(suite, binary, goes_on):
    blocks = BLOCK.findall(PAGE.read_text("utf-8"))
    suite.check(f"{len(blocks)} blocks of commands", len(blocks) >= LEAST_BLOCKS)
    text = "\n".join(commands for commands, _ in blocks)
    for word in SHOWN:
        suite.check(f"the page shows {word}", word in text)
    with tempfile.TemporaryDirectory(prefix="akces-guide-") as name, Service(binary) as service:
        folder = pathlib.Path(name)
        os.symlink(ROOT / "config", folder / "config")
        venv = pathlib.Path(sys.executable).parent
        environment = {
            "PATH": f"{venv}:{os.environ['PATH']}",
            "HOME": name,
            "LC_ALL": "C.UTF-8",
            "AKCES_ADDRESS": f"http://127.0.0.1:{service.port}",
            "AKCES_DATA": str(service.data),
        }
        controls(suite, Shell(folder, environment))
        shell = Shell(folder, environment)
        for commands, shown in blocks:
            before = len(suite.failures)
            judge(suite, commands, shown or None, shell.run(commands))
            if len(suite.failures) > before and not goes_on:
                break
        found = service.failures()
        suite.check("no answer of 500 or above", not found, found)


def main():
    suite = Suite("docs/api.md")
    suite.part(run, suite, sys.argv[1], "--all" in sys.argv)
    return suite.finish(70)


if __name__ == "__main__":
    sys.exit(main())
