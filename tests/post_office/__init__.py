"""A real mail server on loopback for the tests, and the letters that it was given."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

SERVE = Path(__file__).with_name("serve.py")


class PostOffice:
    """The server as a test sees it."""

    def __init__(self, folder: Path, ports: dict[str, int]) -> None:
        self.folder = folder
        self.ports = ports
        self.certificate = folder / "certificate.pem"

    def url(self, scheme: str = "smtp", login: str = "") -> str:
        return f"{scheme}://{login}127.0.0.1:{self.ports[scheme]}"

    def answer(self, **answers: str) -> None:
        """Reply to `recipient` or `content` with this from now on; `hang` seconds pass before the last yes."""
        (self.folder / "answers.json").write_text(json.dumps(answers))

    def received(self) -> list[EmailMessage]:
        """Everything that the server said yes to, in order."""
        files = sorted(self.folder.glob("*.eml"))
        return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]

    def empty(self) -> None:
        self.answer()
        for file in self.folder.glob("*.eml"):
            file.unlink()


@contextmanager
def opened(folder: Path) -> Iterator[PostOffice]:
    """A server that runs for the length of the block, without encryption, with it, and with it on request."""
    _write_certificate(folder)
    command = [sys.executable, "-I", "-W", "ignore", str(SERVE), str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        office = PostOffice(folder, json.loads(process.stdout.readline()))
        office.answer()
        yield office
        process.stdin.close()
        process.kill()


def _write_certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain))
