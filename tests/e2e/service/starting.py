#!/usr/bin/env python3
"""How these tests start the service: on a loaded machine it may take longer, and one that has died is not waited for.
usage: starting.py"""

import os
import pathlib
import sys
import tempfile
import time

import measure
import service
from suite import Suite

PROGRAM = """#!/usr/bin/env python3
import http.server, os, sys, time

class Ready(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if time.monotonic() > ready else 503)
        self.send_header("Content-Length", "0")
        self.end_headers()
    def log_message(self, *words):
        pass

time.sleep(float(os.environ["SILENT_S"]))
if "DIES" in os.environ:
    sys.exit("no more")
ready = time.monotonic() + float(os.environ["BUSY_S"])
server = http.server.HTTPServer(("127.0.0.1", int(os.environ["AKCES_PORT"])), Ready)
print(f"http://127.0.0.1:{server.server_port}/", flush=True)
server.serve_forever()
"""
IDLE, LOADED = 0.0, 40.0 * os.cpu_count()  # forty wait for each core
START_S = 0.5
LATE_S = 1.5  # no limit of an idle machine, and soon for a loaded one


def started(program, load, silent=0.0, busy=0.0, dies=False, **settings):
    """What went wrong, and how long it took."""
    measure.os.getloadavg = lambda: (load, load, load)
    variables = {"SILENT_S": str(silent), "BUSY_S": str(busy), **({"DIES": "1"} if dies else {})}
    one, began, fault = service.Service(program, environment=variables, **settings), time.monotonic(), ""
    try:
        with one:
            pass
    except RuntimeError as error:
        fault = str(error)
    return fault, time.monotonic() - began, one.process


def run(suite, program):
    service.START_S = START_S
    for name, late in {"its address": {"silent": LATE_S}, "being ready": {"busy": LATE_S}}.items():
        fault, took, _ = started(program, LOADED, **late)
        suite.check(f"loaded: late with {name}", fault == "" and took >= LATE_S, f"{fault} after {took:.1f} s")
        fault, took, left = started(program, IDLE, **late)
        suite.check(f"idle: too late with {name}", fault != "" and took < LATE_S, f"{fault} after {took:.1f} s")
        suite.check("… and it is gone", left is None, left)
    for name, settings in {"of a port of its own": {}, "of one it was given": {"public_url": "http://a.example"}}.items():
        fault, took, _ = started(program, LOADED, dies=True, **settings)
        suite.check(f"dead, {name}: told at once", "no more" in fault and took < LATE_S * 5, f"{fault} after {took:.1f} s")


def main():
    suite, asked = Suite("starting"), os.getloadavg
    with tempfile.TemporaryDirectory(prefix="akces-starting-") as folder:
        program = pathlib.Path(folder) / "akces"
        program.write_text(PROGRAM, "utf-8")
        program.chmod(0o755)
        suite.part(run, suite, program)
    os.getloadavg = asked
    return suite.finish(8)


if __name__ == "__main__":
    sys.exit(main())
