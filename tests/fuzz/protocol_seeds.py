#!/usr/bin/env python3
"""Writes messages of server/confine/protocol.h into a folder, by hand. usage: protocol_seeds.py FOLDER"""
import pathlib
import struct
import sys


def number(value):
    return struct.pack("<q", value)


def text(value):
    return number(len(value)) + value


def many(*items):
    return number(len(items)) + b"".join(items)


def message(key, *values):
    return text(key) + many(*map(text, values))


REQUEST = text(b"Lider") + text(b"Olga") + number(1) + b"\1" + number(8192)
SIGNATURE = (text(b"Lider") + b"\1" + text(b"ETSI.CAdES.detached") + b"\0" + text(b"") + b"\0\1\1"
             + many(message(b"changes.signed", b"a")) + text(b"B-B") + text(b"Olga") + text(b"CN=Olga")
             + b"\1" + number(-5) + b"\0" + text(b"unknown") + b"\1" + many(message(b"path.no_anchors")))
FIELD = (text(b"Lider") + text(b"") * 3 + number(5) + number(0) * 4 + struct.pack("<dd", 180.0, 50.0) + b"\0")
SEEDS = {
    "question": b"\2" + many(text(b"\x30\0")) + number(7) + REQUEST + b"%PDF-1.7",
    "verdict": b"\0" + text(b"x" * 32) + b"\1" + message(b"pdf.damaged") + many(SIGNATURE, SIGNATURE),
    "inspection": many(FIELD) + text(b"id") + text(b"title") + number(1) + many(text(b"XFA")) + b"\0",
    "prepared": number(9) + number(12) + text(b"d" * 32) + text(b"revision"),
    "error": b"E\3" + message(b"sign.no_fields") + many(text(b"") + number(1) * 2 + text(b"/a") + message(b"b")),
    "result": b"Rx",
}

for name, octets in SEEDS.items():
    (pathlib.Path(sys.argv[1]) / name).write_bytes(octets)
