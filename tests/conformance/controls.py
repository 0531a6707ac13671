"""Files that each judge must refuse, made from good ones. A judge that lets one pass proves nothing about the others."""
import dataclasses
import pathlib
import subprocess

import judging
import plain_pdf


@dataclasses.dataclass
class Controls:
    tampered: pathlib.Path       # one bit of the signed bytes, in the comment behind %PDF-: well-formed, another digest
    changed: pathlib.Path        # a later revision draws over the page
    cut_signed: pathlib.Path
    untagged: pathlib.Path       # an issued document without its structure tree
    without_intent: pathlib.Path    # … without its output intent: no PDF/A, still PDF/UA
    plain: pathlib.Path
    cut_issued: pathlib.Path
    foreign_trust: pathlib.Path  # a folder with a root that signed nothing here


def written(path, data):
    path.write_bytes(data)
    return path


def renamed(data, key):
    """`data` with all of a dictionary key hidden, at the same length."""
    if key not in data:
        raise judging.JudgeMissing(f"no {key.decode()} to hide in the control")
    return data.replace(key, b"/X" + key[2:])


def make(signed, issued, folder):
    data, original = signed.read_bytes(), issued.read_bytes()
    flipped = bytearray(data)
    flipped[data.index(b"\n%") + 3] ^= 1
    changed = folder / "changed.pdf"
    subprocess.run([judging.VENV_PYTHON, judging.HERE / "judges/append_change.py", signed, changed], check=True)
    foreign = folder / "foreign"
    foreign.mkdir()
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30",
                    "-subj", "/CN=Obcy urzad", "-keyout", folder / "foreign.key", "-out", foreign / "foreign.crt"],
                   check=True, capture_output=True)
    return Controls(
        tampered=written(folder / "tampered.pdf", bytes(flipped)),
        changed=changed,
        cut_signed=written(folder / "cut-signed.pdf", data[:len(data) * 6 // 10]),
        untagged=written(folder / "untagged.pdf", renamed(original, b"/StructTreeRoot")),
        without_intent=written(folder / "without-intent.pdf", renamed(original, b"/OutputIntents")),
        plain=written(folder / "plain.pdf", plain_pdf.plain_pdf([(72, 700, "Deklaracja")])),
        cut_issued=written(folder / "cut-issued.pdf", original[:len(original) * 6 // 10]),
        foreign_trust=foreign)
