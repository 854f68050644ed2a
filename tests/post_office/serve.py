"""A mail server in a process of its own: `python -I serve.py FOLDER`, where FOLDER holds a certificate.

It is not imported by the tests: the library brings a package that is called `public`, as one of our rooms is.
"""

import json
import socket
import ssl
import sys
import time
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword


class Office:
    """Answers as `answers.json` says at that moment, and keeps what it accepted as numbered files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _answer(self, command: str) -> str:
        answers: dict[str, str] = json.loads((self.folder / "answers.json").read_text())
        return answers.get(command, "")

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if answer := self._answer("recipient"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if answer := self._answer("content"):
            return answer
        number = len(list(self.folder.glob("*.eml")))
        (self.folder / f"{number:03}.eml").write_bytes(envelope.content)
        time.sleep(float(self._answer("hang") or 0))
        return "250 OK"


def check_password(_server: Any, _session: Any, _envelope: Any, _mechanism: str, given: Any) -> AuthResult:
    assert isinstance(given, LoginPassword)
    return AuthResult(success=(given.login, given.password) == (b"steunpunt", b"geheim/1"), handled=False)


def main(folder: Path) -> None:
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
    office = Office(folder)
    kinds: dict[str, dict[str, Any]] = {
        "smtp": {},
        "smtps": {"ssl_context": trust},
        "smtp+starttls": {"tls_context": trust, "require_starttls": True, "authenticator": check_password},
    }
    ports = {}
    for scheme, options in kinds.items():
        controller = Controller(office, hostname="127.0.0.1", port=_free_port(), **options)
        controller.start()
        ports[scheme] = controller.port
    sys.stdout.write(json.dumps(ports) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return int(sock.getsockname()[1])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
