"""A small web server next door that answers as a test wants, politely or not."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from outside.addresses import Doorman
from outside.guarded import Allowed

HERE = "127.0.0.1"


class Visit(BaseHTTPRequestHandler):
    """One request; `self.server.answers` says what to do with each path."""

    server: "Server"

    def do_GET(self) -> None:
        self.server.seen.append((self.path, dict(self.headers)))
        with suppress(OSError):  # who asked may have left
            self.server.answers[self.path](self)

    def send(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content_Length": str(len(content)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing is said on the terminal."""


Answer = Callable[[Visit], None]


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((HERE, 0), Visit)
        self.answers: dict[str, Answer] = {}
        self.seen: list[tuple[str, dict[str, str]]] = []

    def handle_error(self, *_: object) -> None:
        """A visitor who hangs up half-way is what these tests are about."""


@dataclass(frozen=True)
class Neighbour:
    """A server that runs, its address, and what lets a fetch reach exactly this one."""

    server: Server
    scheme: str = "http"
    certificates: ssl.SSLContext | None = None

    @property
    def port(self) -> int:
        return self.server.server_port

    @property
    def url(self) -> str:
        return f"{self.scheme}://{HERE}:{self.port}"

    def on(self, path: str, answer: Answer) -> str:
        """The address of a path that is answered like this."""
        self.server.answers[path] = answer
        return self.url + path

    def serves(self, path: str, content: str, status: int = 200, **headers: str) -> str:
        return self.on(path, lambda visit: visit.send(content.encode(), status, **headers))

    def allowed(self, *, seconds: float = 5.0, most_bytes: int = 100_000) -> Allowed:
        doorman = Doorman(also=frozenset({(HERE, self.port)}))
        return Allowed(doorman, seconds=seconds, most_bytes=most_bytes, certificates=self.certificates)


@contextmanager
def neighbour(certificate: Path | None = None) -> Iterator[Neighbour]:
    """A web server on a free port; over TLS with a certificate, which only `Neighbour.certificates` trusts."""
    server, trust = Server(), None
    if certificate is not None:
        _write_certificate(certificate)
        ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        ours.load_cert_chain(certificate)
        server.socket = ours.wrap_socket(server.socket, server_side=True)
        trust = ssl.create_default_context(cafile=certificate)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield Neighbour(server, "https" if certificate else "http", trust)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _write_certificate(path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HERE)])
    today = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE)), x509.DNSName("agenda.example.nl")])
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=2))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + built.public_bytes(serialization.Encoding.PEM))
