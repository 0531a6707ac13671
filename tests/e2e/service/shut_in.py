#!/usr/bin/env python3
"""Runs a program under what config/akces.service says, as far as a machine without systemd can: mounts, rights, calls,
families of addresses, limits. usage: shut_in.py UNIT WRITABLE-FOLDER PROGRAM WORDS...     Root only; it gives that up."""

import ctypes
import errno
import os
import pathlib
import re
import resource
import subprocess
import sys

LIBC = ctypes.CDLL(None, use_errno=True)
NOBODY = 65534
MS_RDONLY, MS_NOSUID, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 2, 32, 4096, 16384, 1 << 18
PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 24, 38
CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWUTS = 0x20000, 0x8000000, 0x4000000
NEW_NAMESPACES = 0x7E020000
ALLOW, REFUSE, UNKNOWN = 0x7FFF0000, 0x00050000 | errno.EPERM, 0x00050000 | errno.ENOSYS
EQUAL, MASKED_EQUAL = 4, 7
FAMILIES = {"AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10}
UNITS = {"G": 1 << 30, "M": 1 << 20}


def settings(unit):
    """Each directive of [Service] with its value."""
    section = unit.partition("[Service]")[2].partition("\n[")[0]
    return dict(line.split("=", 1) for line in section.splitlines() if re.match(r"[A-Za-z]+=", line))


def need(result, what):
    if result != 0:
        raise OSError(ctypes.get_errno(), what)


def mounts(writable):
    """ProtectSystem=strict with its StateDirectory, ProtectHome, PrivateTmp, ProtectHostname, RemoveIPC."""
    need(LIBC.unshare(CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWUTS), "unshare")
    need(LIBC.mount(b"none", b"/", None, MS_REC | MS_PRIVATE, None), "private mounts")
    folder = str(writable).encode()
    need(LIBC.mount(folder, folder, None, MS_BIND, None), "bind the data folder")
    for line in pathlib.Path("/proc/self/mounts").read_text().splitlines():
        place = line.split(" ")[1].encode().decode("unicode_escape")
        if place != str(writable) and not place.startswith(("/proc", "/dev")):
            LIBC.mount(None, place.encode(), None, MS_BIND | MS_REMOUNT | MS_RDONLY | MS_NOSUID, None)


def limits(unit):
    number = int(unit["LimitNOFILE"])
    resource.setrlimit(resource.RLIMIT_NOFILE, (number, number))
    resource.setrlimit(resource.RLIMIT_CORE, (int(unit["LimitCORE"]),) * 2)
    size = int(unit["MemoryMax"][:-1]) * UNITS[unit["MemoryMax"][-1]]
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    os.umask(int(unit["UMask"], 8))


def rights(owner):
    """An ordinary user, without capabilities and without a way back."""
    for capability in range(64):
        LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    os.setgroups([])
    os.setgid(owner)
    os.setuid(owner)
    need(LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")


class Comparison(ctypes.Structure):
    _fields_ = [("argument", ctypes.c_uint), ("kind", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64)]


class Filter:
    def __init__(self):
        self.library = ctypes.CDLL("libseccomp.so.2")
        self.library.seccomp_init.restype = ctypes.c_void_p
        self.library.seccomp_syscall_resolve_name.argtypes = [ctypes.c_char_p]
        for name in ("seccomp_rule_add_array", "seccomp_load"):
            getattr(self.library, name).restype = ctypes.c_int
        self.filter = ctypes.c_void_p(self.library.seccomp_init(ctypes.c_uint32(REFUSE)))
        self.count = 0

    def allow(self, name, *conditions, answer=ALLOW):
        number = self.library.seccomp_syscall_resolve_name(name.encode())
        if number < 0:  # another machine's
            return
        array = (Comparison * max(len(conditions), 1))(*conditions)
        size, answer = ctypes.c_uint(len(conditions)), ctypes.c_uint32(answer)
        code = self.library.seccomp_rule_add_array(self.filter, answer, number, size, array)
        if code != 0:
            raise OSError(-code, name)
        self.count += 1

    def load(self):
        code = self.library.seccomp_load(self.filter)
        if code != 0:
            raise OSError(-code, "seccomp_load")


def calls_of(words):
    """Groups like @system-service, written out by systemd-analyze."""
    calls = set()
    for word in words:
        if not word.startswith("@"):
            calls.add(word)
            continue
        told = subprocess.run(["systemd-analyze", "syscall-filter", word], capture_output=True, text=True, check=True)
        lines = [line.strip() for line in told.stdout.splitlines()[1:]]
        calls |= calls_of([line for line in lines if line and line[0] != "#"])
    return calls


def calls(unit):
    """SystemCallFilter, RestrictAddressFamilies, RestrictNamespaces, MemoryDenyWriteExecute."""
    names = calls_of(unit["SystemCallFilter"].split())
    rules = Filter()
    for name in sorted(names - {"socket", "clone", "clone3", "unshare", "setns", "mmap", "mprotect", "pkey_mprotect"}):
        rules.allow(name)
    for family in unit["RestrictAddressFamilies"].split():
        rules.allow("socket", Comparison(0, EQUAL, FAMILIES[family], 0))
    rules.allow("clone", Comparison(0, MASKED_EQUAL, NEW_NAMESPACES, 0))
    rules.allow("clone3", answer=UNKNOWN)  # its flags lie in memory: systemd answers so too
    write_and_execute = 6
    for kinds in (0, 2, 4):
        rules.allow("mmap", Comparison(2, MASKED_EQUAL, write_and_execute, kinds))
    rules.allow("mprotect", Comparison(2, MASKED_EQUAL, 4, 0))
    return rules


def main():
    unit, writable, *words = sys.argv[1:]
    told = settings(pathlib.Path(unit).read_text("utf-8"))
    owner = os.stat(writable).st_uid or NOBODY
    rules = calls(told)
    if rules.count < 200:
        raise SystemExit(f"only {rules.count} calls are in the filter")
    mounts(pathlib.Path(writable).resolve())
    limits(told)
    rights(owner)
    rules.load()
    os.execv(words[0], words)


if __name__ == "__main__":
    main()
