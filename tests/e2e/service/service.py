"""Starts the service as people do, on a data folder of its own and a free port, and stops it again."""

import json
import os
import pathlib
import re
import select
import signal
import socket
import subprocess
import tempfile
import time

from measure import moments
from wire import Broken, Client, Place

ROOT = pathlib.Path(__file__).resolve().parents[3]
SAMPLES = ROOT / "config" / "samples"
DATA = ROOT / "tests" / "data"
PASSWORD = "zażółć gęślą jaźń"
ADMINISTRATOR = "olga"
START_S = 20  # on a machine that has nothing else to do


class Service:
    """The program as a child. Settings as keywords: public_url="https://akces.example" is AKCES_PUBLIC_URL."""

    def __init__(self, binary, data=None, environment=None, wrap=(), **settings):
        self.folder = tempfile.TemporaryDirectory(prefix="akces-service-")
        self.work = pathlib.Path(self.folder.name)
        self.data = pathlib.Path(data) if data else self.work / "data"
        self.log, self.binary, self.wrap = self.work / "service.log", pathlib.Path(binary).resolve(), list(wrap)
        self.settings = {"data": str(self.data), "port": "0", "log": str(self.log), **settings}
        if "public_url" in settings:  # then that is what it prints
            self.settings["port"] = str(free_port())
        self.environment = environment or {}
        self.process = self.port = None
        self.said = ""

    def start(self):
        variables = {f"AKCES_{name.upper()}": str(value) for name, value in self.settings.items()}
        base = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(
            [*self.wrap, self.binary, "serve"],
            cwd=self.work,
            env={**base, **variables, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=open(self.work / "stderr", "ab"),
        )
        try:
            self._wait_for_address()
            self._wait_until_ready()
        except RuntimeError:
            self.process.kill()
            self.stop()
            raise
        return self

    def _wait_for_address(self):
        if self.settings["port"] != "0":
            self.port = int(self.settings["port"])
        for _ in moments(START_S):
            if self.port is not None:
                return
            self._expect_alive()
            if select.select([self.process.stdout], [], [], 0.1)[0]:
                self.said += os.read(self.process.stdout.fileno(), 4096).decode("utf-8")
            if found := re.search(r"http://127\.0\.0\.1:(\d+)/", self.said):
                self.port = int(found.group(1))
        raise RuntimeError(f"the service says no address: {self.said}{self.errors()}")

    def _expect_alive(self):
        if not self.is_alive():
            raise RuntimeError(f"the service did not start: {self.said}{self.errors()}")

    def _wait_until_ready(self):
        answer = None
        for _ in moments(START_S):
            self._expect_alive()
            try:
                answer = self.client().get("/health/ready")
                if answer.status == 200:
                    return
            except (OSError, Broken):
                pass
            time.sleep(0.05)
        raise RuntimeError(f"the service is not ready: {answer} {self.errors()}")

    @property
    def place(self):
        return Place(self.port, f"127.0.0.1:{self.port}")

    def client(self, token=None, fields=()):
        return Client(self.place, token, fields)

    def errors(self):
        return (self.work / "stderr").read_text("utf-8", "replace") if (self.work / "stderr").exists() else ""

    def log_lines(self):
        """The log as its JSON lines."""
        text = self.log.read_text("utf-8") if self.log.exists() else ""
        return [json.loads(line) for line in text.splitlines()]

    def failures(self):
        """Its log's lines of answers of 500 or above."""
        return [line for line in self.log_lines() if line.get("status", 0) >= 500]

    def metrics(self):
        """Name with labels → value."""
        lines = self.client().get("/metrics").body.decode("utf-8").splitlines()
        return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines if line and line[0] != "#"}

    def setup_secret(self):
        text = (self.data / "setup-link.txt").read_text("utf-8")
        return re.search(r"setup=([A-Za-z0-9_-]+)", text).group(1)

    def set_up(self, client=None):
        """The first administrator; gives a client with their session."""
        client = client or self.client()
        wish = {"secret": self.setup_secret(), "name": ADMINISTRATOR, "password": PASSWORD}
        made = client.post("/api/v1/setup", wish)
        assert made.status == 201, made
        begun = client.log_in(ADMINISTRATOR, PASSWORD)
        assert begun.status == 201, begun
        return client

    def processes(self):
        """The service's process and all its children."""
        found, left = [], [self.process.pid]
        while left:
            pid = left.pop()
            found.append(pid)
            for path in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
                try:
                    left += [int(child) for child in path.read_text().split()]
                except OSError:
                    continue
        return found

    def is_alive(self):
        return self.process.poll() is None

    def stop(self):
        """By SIGTERM; the exit code."""
        if self.process is None:
            return None
        if self.is_alive():
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(timeout=40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait()
        self.process.stdout.close()
        self.process = self.port = None
        self.said = ""
        return code

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
        self.folder.cleanup()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def sample(name):
    return json.loads((SAMPLES / name).read_text("utf-8"))


KNUROW = "knurow-2019-11-13"
BEDZIN = "bedzin-2019-11-27"
