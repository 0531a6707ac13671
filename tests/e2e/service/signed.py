"""Signatures that another program made (pyHanko), good ones and such as must be refused."""

import datetime
import io
import pathlib
import re
import subprocess

from asn1crypto import algos, cms, core, tsp
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

RESERVED = 20000


class Person:
    """A key with a certificate that an authority of their own issued."""

    def __init__(self, folder, name, key=None, begins=-1, ends=30, weight=0):
        self.name = name
        self.key = key or ec.generate_private_key(ec.SECP256R1())
        now = datetime.datetime.now(datetime.timezone.utc)
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
        builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(self.key.public_key())
        builder = builder.serial_number(x509.random_serial_number()).add_extension(usage, True)
        if weight:
            builder = builder.add_extension(
                x509.UnrecognizedExtension(x509.ObjectIdentifier("1.3.6.1.4.1.99999.1"), bytes(weight)), False
            )
        days = datetime.timedelta(days=1)
        builder = builder.not_valid_before(now + begins * days).not_valid_after(now + ends * days)
        self.certificate = builder.sign(self.key, hashes.SHA256())
        base = pathlib.Path(folder) / re.sub(r"\W+", "-", name)
        self.key_file, self.certificate_file = base.with_suffix(".key"), base.with_suffix(".crt")
        encoding, plain = serialization.Encoding.PEM, serialization.NoEncryption()
        self.key_file.write_bytes(self.key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, plain))
        self.certificate_file.write_bytes(self.certificate.public_bytes(encoding))

    def sha256(self):
        return self.certificate.fingerprint(hashes.SHA256()).hex()


def rsa_key(bits):
    return rsa.generate_private_key(65537, bits)


def signed(pdf, person, field="Partner-1", digest="sha256", own_field=False, change=None, reserved=RESERVED):
    """The file with a signature appended; `change` gets the writer first."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if change is not None:
        change(writer)
    signer = signers.SimpleSigner.load(person.key_file, person.certificate_file)
    metadata = signers.PdfSignatureMetadata(field, md_algorithm=digest, subfilter=fields.SigSeedSubFilter.PADES)
    new = fields.SigFieldSpec(field, on_page=0, box=(50, 50, 250, 100)) if own_field else None
    out = signers.sign_pdf(
        writer, metadata, signer, new_field_spec=new, existing_fields_only=not own_field, bytes_reserved=reserved
    )
    return out.getvalue()


def with_script(writer):
    """An action of JavaScript that runs when the file is opened."""
    action = generic.DictionaryObject({generic.pdf_name("/S"): generic.pdf_name("/JavaScript")})
    action[generic.pdf_name("/JS")] = generic.pdf_string("app.alert(1)")
    writer.root["/OpenAction"] = writer.add_object(action)
    writer.update_root()


def with_launch(writer):
    action = generic.DictionaryObject({generic.pdf_name("/S"): generic.pdf_name("/Launch")})
    action[generic.pdf_name("/F")] = generic.pdf_string("cmd.exe")
    writer.root["/OpenAction"] = writer.add_object(action)
    writer.update_root()


def changed_later(pdf):
    """The first page says something else in a revision behind the signature."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.root["/Pages"]["/Kids"][0].get_object()
    page["/Contents"] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def place_of_signature(pdf):
    """Where the last signature's ByteRange and Contents stand: two matches."""
    contents = list(re.finditer(rb"/Contents ?<([0-9A-Fa-f]+)>", pdf))[-1]
    ranges = list(re.finditer(rb"/ByteRange ?\[ ?(\d+) (\d+) (\d+) (\d+) *\] *", pdf))[-1]
    return ranges, contents


def ranged(pdf):
    """The octets that the last signature is over."""
    first, length, second, rest = (int(number) for number in place_of_signature(pdf)[0].groups())
    return pdf[first : first + length] + pdf[second : second + rest]


def with_range(pdf, change):
    """Other numbers in the ByteRange, in the same room."""
    found, _ = place_of_signature(pdf)
    numbers = change([int(number) for number in found.groups()])
    text = b"/ByteRange [" + b" ".join(b"%d" % number for number in numbers) + b"]"
    room = found.end() - found.start()
    assert len(text) <= room, (text, room)
    return pdf[: found.start()] + text.ljust(room) + pdf[found.end() :]


def resigned(pdf, person, change):
    """The same, with a signature that is right for these numbers."""
    moved = with_range(pdf, change)
    return with_contents(moved, crafted(person, ranged(moved)))


def with_contents(pdf, octets, tail=b""):
    """Another CMS in the room of the last one; `tail` stands at its very end."""
    _, found = place_of_signature(pdf)
    room = found.end(1) - found.start(1)
    text = octets.hex().encode()
    assert len(text) + len(tail) <= room, (len(text), room)
    return pdf[: found.start(1)] + text.ljust(room - len(tail), b"0") + tail + pdf[found.end(1) :]


def contents_of(pdf):
    _, found = place_of_signature(pdf)
    return bytes.fromhex(found.group(1).decode())


def openssl_cms(folder, data, people, *words):
    """What `openssl cms -sign` makes of the octets."""
    file, out = pathlib.Path(folder) / "data", pathlib.Path(folder) / "cms"
    file.write_bytes(data)
    who = [word for one in people for word in ("-signer", one.certificate_file, "-inkey", one.key_file)]
    command = ["openssl", "cms", "-sign", "-binary", "-in", file, "-outform", "DER", "-out", out, *who, *words]
    subprocess.run(command, check=True, capture_output=True)
    return out.read_bytes()


def crafted(person, data, leave_out=(), digest="sha256"):
    """A CMS written by hand, without these signed attributes."""
    algorithm = {"sha256": hashes.SHA256, "sha1": hashes.SHA1, "md5": hashes.MD5}[digest]()
    digested = hashes.Hash(algorithm)
    digested.update(data)
    certificate = person.certificate.public_bytes(serialization.Encoding.DER)
    over = hashes.Hash(hashes.SHA256())
    over.update(certificate)
    identified = tsp.SigningCertificateV2({"certs": [tsp.ESSCertIDv2({"cert_hash": over.finalize()})]})
    all_attributes = [
        ("content_type", "data"),
        ("message_digest", digested.finalize()),
        ("signing_certificate_v2", identified),
    ]
    attributes = cms.CMSAttributes(
        [{"type": name, "values": [value]} for name, value in all_attributes if name not in leave_out]
    )
    is_rsa = isinstance(person.key, rsa.RSAPrivateKey)
    to_sign = attributes.untag().dump()
    value = (
        person.key.sign(to_sign, padding.PKCS1v15(), algorithm)
        if is_rsa
        else person.key.sign(to_sign, ec.ECDSA(algorithm))
    )
    loaded = cms.Certificate.load(certificate) if hasattr(cms.Certificate, "load") else certificate
    info = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier(
                "issuer_and_serial_number", {"issuer": loaded.issuer, "serial_number": loaded.serial_number}
            ),
            "digest_algorithm": {"algorithm": digest},
            "signed_attrs": attributes,
            "signature_algorithm": algos.SignedDigestAlgorithm(
                {"algorithm": f"{digest}_{'rsa' if is_rsa else 'ecdsa'}"}
            ),
            "signature": value,
        }
    )
    whole = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [{"algorithm": digest}],
            "encap_content_info": {"content_type": "data"},
            "certificates": [loaded],
            "signer_infos": [info],
        }
    )
    return cms.ContentInfo({"content_type": "signed_data", "content": whole}).dump()


def plain_data():
    """A CMS that signs nothing."""
    return cms.ContentInfo({"content_type": "data", "content": core.OctetString(b"nothing")}).dump()
