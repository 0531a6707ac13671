#!/usr/bin/env python3
"""Writes the small PDFs with signature fields in tests/data/pdf, object by object, and their qpdf variants.

usage: make_pdfs.py    (from tests/data; needs qpdf)
"""
import pathlib
import subprocess

OUT = pathlib.Path(__file__).parent / "pdf"
CONTENT = "BT /F1 12 Tf 72 780 Td (Deklaracja) Tj ET\n"
CONTENT_STREAM = f"<< /Length {len(CONTENT)} >>\nstream\n{CONTENT}endstream"
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
EMPTY_FORM = ("<< /Type /XObject /Subtype /Form /BBox [0 0 180 50] /Resources << >> /Filter /ASCIIHexDecode"
              " /Length 2 >>\nstream\n>\n\nendstream")


def text(value):
    return f"<feff{value.encode('utf-16-be').hex()}>"


def page(annotations):
    return (f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            f" /Resources << /Font << /F1 {FONT} >> >> /Annots [{annotations}] >>")


def field(name, rect, form, extra=""):
    return (f"<< /Type /Annot /Subtype /Widget /FT /Sig /T ({name}) /F 132 /P 3 0 R /Rect [{rect}]"
            f" /AP << /N {form} 0 R >> {extra} >>")


def write(name, bodies, generations={}):
    out = bytearray(b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n")
    rows = [b"0000000000 65535 f \n"]
    for number, body in enumerate(bodies, 1):
        rows.append(b"%010d %05d n \n" % (len(out), generations.get(number, 0)))
        out += f"{number} {generations.get(number, 0)} obj\n{body}\nendobj\n".encode()
    xref = len(out)
    out += b"xref\n0 %d\n" % len(rows) + b"".join(rows)
    out += (f"trailer\n<< /Size {len(rows)} /Root 1 0 R /Info {len(bodies)} 0 R"
            f" /ID [<{'0123456789abcdef' * 2}> <{'0123456789abcdef' * 2}>] >>\nstartxref\n{xref}\n%%EOF\n").encode()
    (OUT / name).write_bytes(out)


def three_fields(extra=""):
    """As the product prepares them: field and widget are one object, its form draws nothing."""
    return [f"<< /Type /Catalog /Pages 2 0 R /AcroForm 5 0 R {extra} >>", PAGES, page("6 0 R 7 0 R 8 0 R"), CONTENT_STREAM,
            "<< /Fields [6 0 R 7 0 R 8 0 R] /SigFlags 3 >>",
            field("Partner-1", "72 600 252 650", 9,
                  f"/TU {text('Podpis: Zespół Szkół')} /XXAkcesFunction {text('zastępca dyrektora Zespołu Szkół')}"
                  f" /XXAkcesInstitution {text('Zespół Szkół w Będzinie')}"),
            field("Partner-2", "300 600 480 650", 10), field("Lider", "72 500 252 550", 11),
            EMPTY_FORM, EMPTY_FORM, EMPTY_FORM, f"<< /Title {text('Deklaracja przystąpienia')} >>"]


def foreign_field(widget=""):
    """Names in two parts, /FT inherited, a widget of its own without /AP, a direct /AcroForm without /SigFlags."""
    return ["<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R 8 0 R] >> >>", PAGES,
            page("7 0 R 9 0 R 10 0 R"), CONTENT_STREAM,
            "<< /T (podpisy) /FT /Sig /Kids [6 0 R] >>", "<< /T (osoba) /Parent 5 0 R /Kids [7 0 R] >>",
            f"<< /Type /Annot /Subtype /Widget /Parent 6 0 R /F 132 /P 3 0 R /Rect [72 600 252 650] {widget} >>",
            "<< /T (imie) /FT /Tx /Kids [9 0 R 10 0 R] >>",
            "<< /Type /Annot /Subtype /Widget /Parent 8 0 R /F 4 /P 3 0 R /Rect [72 500 252 520] >>",
            "<< /Type /Annot /Subtype /Widget /Parent 8 0 R /F 4 /P 3 0 R /Rect [72 400 252 420] >>",
            "<< /Title (Obcy) >>"]


def shared_form():
    bodies = three_fields()
    for at in (6, 7):
        bodies[at] = bodies[at].replace("/N 10 0 R", "/N 9 0 R").replace("/N 11 0 R", "/N 9 0 R")
    return bodies


def deep_fields():
    levels = 100
    bodies = ["<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>", PAGES, page(""), CONTENT_STREAM]
    bodies += [f"<< /T (a) /FT /Sig /Kids [{at + 6} 0 R] >>" for at in range(levels)]
    return bodies + ["<< /T (b) >>", "<< /Title (x) >>"]


def cyclic_fields():
    return ["<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>", PAGES, page(""), CONTENT_STREAM,
            "<< /T (a) /FT /Sig /Kids [6 0 R] >>", "<< /T (b) /Kids [5 0 R] >>", "<< /Title (x) >>"]


def main():
    OUT.mkdir(exist_ok=True)
    write("three-fields.pdf", three_fields())
    write("foreign-field.pdf", foreign_field())
    write("shared-form.pdf", shared_form())
    write("locking-field.pdf", [body.replace("/T (Lider)", "/T (Lider) /Lock << /Type /SigFieldLock /Action /All >>")
                                for body in three_fields()])
    write("deep-fields.pdf", deep_fields())
    write("cyclic-fields.pdf", cyclic_fields())
    plain = str(OUT / "three-fields.pdf")
    for name, options in (("xref-stream", ["--object-streams=generate", "--deterministic-id"]),
                          ("linearized", ["--linearize", "--deterministic-id"]),
                          ("encrypted", ["--encrypt", "", "wlasciciel", "256", "--"]),
                          ("locked", ["--encrypt", "uzytkownik", "wlasciciel", "256", "--"])):
        subprocess.run(["qpdf", *options, plain, str(OUT / f"{name}.pdf")], check=True)


main()
