#!/usr/bin/env python3
"""With no network but this machine's own, the whole way works, and the service asks nobody outside: what it is seen to do
with sockets is looked at, call by call. usage: unplugged.py PATH/TO/akces"""

import ctypes
import fcntl
import os
import pathlib
import re
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time

from office import A, PDF, Office
from service import BEDZIN, KNUROW, Service, sample
from signed import Person, signed
from suite import Suite

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
OWN = re.compile(r"127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+")
ADDRESS = re.compile(r'inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"')
OUTGOING = re.compile(r"\b(connect|sendto|sendmsg|sendmmsg)\(")
ELSEWHERE = "192.0.2.1"  # RFC 5737: nobody's


def unplug():
    """This process and its children have a network of their own, with nothing but the loopback device in it."""
    libc = ctypes.CDLL(None, use_errno=True)
    spaces = CLONE_NEWNET if os.geteuid() == 0 else CLONE_NEWNET | CLONE_NEWUSER
    if libc.unshare(spaces) != 0:
        raise OSError(ctypes.get_errno(), "a network of one's own")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        wish = struct.pack("16sh22x", b"lo", 0)
        flags = struct.unpack("16sh22x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, wish))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", flags | IFF_UP))


def can_reach_others():
    """Whether there is any way out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        try:
            one.connect((ELSEWHERE, 53))
        except OSError:
            return False
    return True


def went_out(lines):
    """The calls that name an address of another machine."""
    return [line for line in lines if OUTGOING.search(line) and not all(OWN.fullmatch(one) for one in addresses(line))]


def addresses(line):
    return [four or six for four, six in ADDRESS.findall(line)]


def traced(file, *words):
    """By strace as a grandchild (-D): signals reach the program itself."""
    return ["strace", "-D", "-f", "-qq", "-e", "trace=%network", "-o", str(file), *words]


def written(file):
    """Its lines, once the tracer, which may outlive the program a little, writes no more."""
    size = -1
    while size != (size := file.stat().st_size):
        time.sleep(0.3)
    return file.read_text("utf-8", "replace").splitlines()


def whole_way(suite, service):
    """From the samples to the report; how many requests that were."""
    client = service.set_up()
    office = Office(client)
    suite.check("both samples were imported", {one["id"] for one in office.get("/meetings")["data"]} >= {BEDZIN, KNUROW})
    office.post("/meetings", {**sample(f"{KNUROW}.json"), "id": "bez-sieci"})
    wish = {"office": sample(f"{KNUROW}-office.json"), "templates": ["deklaracja"]}
    drafts = office.post("/meetings/bez-sieci/documents", wish).json["data"]
    suite.check("documents are made", len(drafts) > 10, len(drafts))
    office.post("/meetings/bez-sieci/issue")
    first, second = (one["id"] for one in drafts[:2])
    secret = office.link(office.signer(first))
    issued = service.client().get(f"{A}/links/{secret}/document").body
    with tempfile.TemporaryDirectory(prefix="akces-people-") as folder:
        octets = signed(issued, Person(folder, "Olga Próbna"))
    returned = service.client().post(f"{A}/links/{secret}/signature?name=podpisana.pdf", octets, PDF)
    suite.equal("a returned signature is taken", returned.status, 200, returned)
    here = {"name": "Jan Przykładowy", "consent": True}
    office.post(f"/links/{office.link(office.signer(second))}/signing", here)
    for document in (first, second):
        office.post(f"/documents/{document}/acceptance", {})
        verdict = office.post("/verify", client.get(f"{A}/documents/{document}/head").body, PDF).json
        suite.equal("two signatures are intact", [one["integrity"] for one in verdict["signatures"]], ["intact"] * 2)
        archived = office.post(f"/documents/{document}/archive").json["document"]["state"]
        suite.equal("it is archived", archived, "archived")
    report = client.get(f"{A}/reports/zip")
    suite.check("the report comes", report.status == 200 and report.body.startswith(b"PK"), report.status)
    suite.equal("the trail is whole", office.get("/audit/check")["intact"], True)
    suite.equal("it is ready", client.get("/health/ready").status, 200)
    return len(client.asked) + 2


def served(suite, binary, folder):
    suite.check("there is no way out", not can_reach_others())
    trace = pathlib.Path(folder) / "calls"
    wrap = traced(trace) if shutil.which("strace") else []
    with Service(binary, wrap=wrap, samples="yes") as service:
        asked = whole_way(suite, service)
    if not wrap:
        print("unplugged: no strace here: the calls were not looked at", file=sys.stderr)
        return
    lines = written(trace)
    accepted = sum("accept4(" in line for line in lines)
    suite.check(f"the calls of {asked} requests were seen", accepted >= asked, f"{accepted} of {len(lines)}")
    suite.equal("nobody outside was asked", went_out(lines), [])
    print(f"\n{asked} requests, {len(lines)} calls looked at, {accepted} connections accepted")
    controls(suite, folder)


def controls(suite, folder):
    """Programs that do ask outside, by each way."""
    tcp = f"import socket; socket.socket().connect_ex(('{ELSEWHERE}', 80))"
    name = f"import socket; s = socket.socket(2, 2); s.sendto(b'x', ('{ELSEWHERE}', 53))"
    six = "import socket; socket.socket(10).connect_ex(('2001:db8::1', 80))"
    own = "import socket; socket.socket().connect_ex(('127.0.0.1', 1)); socket.socket(10).connect_ex(('::1', 1))"
    for what, program in (("a connection", tcp), ("a question for a name", name), ("a connection by IPv6", six)):
        lines = calls_of(folder, program)
        suite.control(what, lambda inner, lines=lines: inner.equal("x", went_out(lines), []))
    lines = calls_of(folder, own)
    suite.check("one's own machine may be asked", not went_out(lines) and sum("connect(" in one for one in lines) >= 2)


def calls_of(folder, program):
    file = pathlib.Path(folder) / "control"
    subprocess.run(traced(file, sys.executable, "-c", program), check=False, capture_output=True, timeout=60)
    return written(file)


def main():
    suite = Suite("unplugged")
    suite.control("a network that is there", lambda inner: inner.check("x", not can_reach_others()))
    try:
        unplug()
    except OSError as fault:
        print(f"unplugged: {fault}: only a part was looked at", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="akces-unplugged-") as folder:
        suite.part(served, suite, sys.argv[1], folder)
    return suite.finish(12)


if __name__ == "__main__":
    sys.exit(main())
