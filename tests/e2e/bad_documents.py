"""Keys and PDFs that cannot be signed or verified."""

import json
import os

from cases import KEYS, PASSWORD
from command import DATA, sentence_faults


def keys(c, pdf):
    c.bad("wrong password", 77, c.sign(pdf, "--field", "Lider", password="zle-haslo"))
    c.bad("wrong password for RC2", 77, c.sign(pdf, "--field", "Lider", password="zle-haslo", key=KEYS / "rc2.p12"))
    c.bad("no password", 77, ["sign", pdf, "--out", "podpisany.pdf", "--p12", c.work / "keys/good.p12"])
    c.bad("a password file that is not there", 77, c.sign(pdf, password="nie-ma"))
    c.bad("a password that is no UTF-8", 77, c.sign(pdf, password="latin"))
    c.bad("a PKCS#12 that is none", 4, c.sign(pdf, key=c.put("smieci.p12", b"\x30\x82" + b"x" * 500)))
    c.bad("which PKCS#12 is none", 4, c.sign(pdf, key=c.put("inny.p12", b"x")), says=["inny.p12"])
    c.bad("a PKCS#12 that is empty", 4, c.sign(pdf, key=c.put("pusty.p12", b"")))
    whole = (c.work / "keys/good.p12").read_bytes()
    c.bad("a PKCS#12 that is cut", 4, c.sign(pdf, key=c.put("uciety.p12", whole[: len(whole) // 2])))
    c.bad("a PKCS#12 that is not there", 4, c.sign(pdf, key="nie-ma.p12"), says=["nie-ma.p12"])
    c.bad("a PKCS#12 without a key", 66, c.sign(pdf, "--field", "Lider", key=KEYS / "no-key.p12"))
    c.bad(
        "an expired certificate", 66, c.sign(pdf, "--field", "Lider", key=c.work / "keys/expired.p12"), says=["wygasł"]
    )
    c.bad("a certificate for something else", 66, c.sign(pdf, "--field", "Lider", key=KEYS / "key-usage.p12"))
    c.bad("a weak key", 66, c.sign(pdf, "--field", "Lider", key=KEYS / "weak.p12"))
    for name in ("rc2", "3des", "rsa"):
        c.good(
            f"a PKCS#12 with {name}",
            c.sign(pdf, "--field", "Lider", out=f"{name}.pdf", key=KEYS / f"{name}.p12"),
            check=lambda r, n=name: (c.work / f"{n}.pdf").read_bytes().startswith(pdf.read_bytes()),
        )
    reader, writer = os.pipe()
    os.write(writer, (PASSWORD + "\n").encode("utf-8"))
    os.close(writer)
    words = [
        "sign",
        pdf,
        "--out",
        "fd.pdf",
        "--p12",
        c.work / "keys/good.p12",
        "--password-fd",
        str(reader),
        "--field",
        "Lider",
    ]
    c.good("a password with Polish letters from a descriptor", words, pass_fds=(reader,))
    os.close(reader)


def documents(c, pdf):
    c.bad("a field that is not there", 66, c.sign(pdf, "--field", "Partner-99"), says=["„Partner-99”", "Lider"])
    c.bad("several fields and none named", 66, c.sign(pdf), says=["Lider"])
    signed = c.work / "podpis.pdf"
    c.good("signing", c.sign(pdf, "--field", "Lider", out=signed))
    c.bad("a field that is signed already", 66, c.sign(signed, "--field", "Lider"), says=["„Lider”"])
    c.bad("a document without fields", 66, c.sign(c.work / "out/lista-obecnosci.pdf"))
    c.bad("the same file as output", 64, c.sign(pdf, "--field", "Lider", out=pdf))
    cut = c.put("uciety.pdf", pdf.read_bytes()[:3000])
    encrypted = DATA / "pdf/encrypted.pdf"
    text = c.put("tekst.pdf", "To nie jest PDF\n")
    empty = c.put("pusty.pdf", b"")
    large = c.work / "duzy.pdf"
    with open(large, "wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate((64 << 20) + 1)
    for name, file in (
        ("truncated", cut),
        ("encrypted", encrypted),
        ("no PDF", text),
        ("empty", empty),
        ("over the limit", large),
        ("missing", c.work / "nie-ma.pdf"),
        ("a folder", c.work),
    ):
        c.bad(f"sign: {name}", 4, c.sign(file, "--field", "Lider"))
        c.bad(f"verify: {name}", 4, ["verify", file], lines=0, stdout=True)
        line = c.bad(f"verify --json: {name}", 4, ["verify", "--json", file], lines=0, stdout=True)
        answer = json.loads(line.out)
        c.holds(f"verify --json tells why: {name}", not sentence_faults(answer["error"]), line)
        c.holds(f"verify --json: {name}", (answer["verdict"], answer["signatures"]) == ("UNREADABLE", []), line)
    os.remove(large)
    c.bad("a PDF without signatures", 3, ["verify", pdf], lines=0, stdout=True)
    c.bad("a signature of nobody who is trusted", 2, ["verify", signed], lines=0, stdout=True)
    broken = bytearray(signed.read_bytes())
    broken[broken.index(b"/MediaBox")] ^= 1
    c.bad("a signature that is broken", 1, ["verify", c.put("zmieniony.pdf", bytes(broken))], lines=0, stdout=True)
    other_version = c.put("inna-wersja.pdf", signed.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6", 1))
    on_top = c.run(*c.sign(other_version, out="na-zmienionym.pdf"))
    c.holds("a signature on top of a broken one is made", on_top.code == 0, on_top)
    c.holds("a signature on top of a broken one is warned of", "„Lider”" in on_top.err, on_top)
    c.bad("the worst of several files", 4, ["verify", "--json", signed, pdf, "nie-ma.pdf"], lines=0, stdout=True)
    c.bad("no trust folder", 4, ["verify", signed, "--trust", "nie-ma"], says=["nie-ma"])
    (c.work / "puste").mkdir()
    c.bad("an empty trust folder", 4, ["verify", signed, "--trust", "puste"], says=["puste"])
    c.put("smieci/a.crt", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")
    c.bad("a trust folder with rubbish", 4, ["verify", signed, "--trust", "smieci"], says=["a.crt"])
