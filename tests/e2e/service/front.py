"""nginx in front of the service, with the file that config/ has for people: only its places are changed."""

import pathlib
import re
import ssl
import subprocess
import tempfile
import time

from measure import moments
from service import ROOT, Service, free_port
from wire import Client, Place

NAME = "akces.example"
PUBLIC_URL = f"https://{NAME}"
START_S = 10


def reachable(binary):
    """The service at an address that others can reach, without TLS: sent documents want one; it changes nothing else."""
    return Service(binary, public_url=PUBLIC_URL.replace("https", "http"), proxies="127.0.0.1")


def placed(text, changes):
    """The text with each of these changes; one that does not fit exactly once is a fault of the test."""
    for found, replacement in changes:
        text, count = re.subn(found, replacement, text, flags=re.M)
        assert count == 1, f"{found} stands {count} times in config/nginx.conf"
    return text


class Front:
    """Real TLS on loopback, to the service at `port`."""

    def __init__(self, port, timeouts=None):
        self.folder = tempfile.TemporaryDirectory(prefix="akces-front-")
        self.work = pathlib.Path(self.folder.name)
        self.work.chmod(0o755)
        self.target, self.timeouts = port, timeouts or {}
        self.port, self.plain_port = free_port(), free_port()
        self.access_log, self.error_log = self.work / "access.log", self.work / "error.log"
        self.process = None

    def configuration(self):
        text = (ROOT / "config" / "nginx.conf").read_text("utf-8")
        places = [
            (r"^user www-data;$", ""),
            (r"/run/nginx\.pid", str(self.work / "nginx.pid")),
            (r"/var/log/nginx/akces-error\.log", str(self.error_log)),
            (r"/var/log/nginx/akces-access\.log", str(self.access_log)),
            (r"/etc/ssl/certs/akces\.pem", str(self.work / "akces.pem")),
            (r"/etc/ssl/private/akces\.key", str(self.work / "akces.key")),
            (r"server 127\.0\.0\.1:8080;", f"server 127.0.0.1:{self.target};"),
            (r"listen 80 default_server", f"listen 127.0.0.1:{self.plain_port} default_server"),
            (r"listen 443 ssl default_server", f"listen 127.0.0.1:{self.port} ssl default_server"),
            (r"^worker_processes auto;$", "worker_processes 1;"),
            (r"^http \{$", f"http {{ {self._temporary_places()}"),
        ]
        places += [(rf"\b{name} \d+s;", f"{name} {value};") for name, value in self.timeouts.items()]
        return placed(text, places)

    def _temporary_places(self):
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        return " ".join(f"{kind}_temp_path {self.work / kind};" for kind in kinds)

    def start(self):
        names = ["-addext", f"subjectAltName=DNS:{NAME}"]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days"]
            + [
                "2",
                "-subj",
                f"/CN={NAME}",
                *names,
                "-keyout",
                self.work / "akces.key",
                "-out",
                self.work / "akces.pem",
            ],
            check=True,
            capture_output=True,
        )
        (self.work / "nginx.conf").write_text(self.configuration(), "utf-8")
        self.process = subprocess.Popen(
            ["nginx", "-e", self.error_log, "-c", self.work / "nginx.conf", "-g", "daemon off;"],
            stdin=subprocess.DEVNULL,
            stderr=open(self.work / "stderr", "ab"),
        )
        for _ in moments(START_S):
            if self.process.poll() is not None:
                break
            try:
                self.place.connect(1).close()
                return self
            except OSError:
                time.sleep(0.05)
        raise RuntimeError(f"nginx did not start: {(self.work / 'stderr').read_text()}")

    @property
    def place(self):
        return Place(self.port, NAME, ssl.create_default_context(cafile=str(self.work / "akces.pem")))

    def client(self, token=None, fields=()):
        return Client(self.place, token, fields)

    def logs(self):
        return "".join(
            path.read_text("utf-8", "replace") for path in (self.access_log, self.error_log) if path.exists()
        )

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(timeout=10)
            self.process = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
        self.folder.cleanup()
