"""Files that browsers keep: each has an address that changes when its content does."""

import hashlib
import mimetypes
import re
from dataclasses import dataclass, field
from pathlib import Path

from flask import Flask, Response, abort, current_app

FOREVER = "public, max-age=31536000, immutable"
_REFERENCE = re.compile(rb"url\(([\w.-]+)\)")
_TYPES = {".woff2": "font/woff2", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Asset:
    content: bytes
    fingerprint: str
    mimetype: str


@dataclass
class Assets:
    """The files of both doors by name; a style sheet may name a file added before it as `url(name)`."""

    files: dict[str, Asset] = field(default_factory=dict)

    def add(self, name: str, content: bytes | str) -> None:
        data = content.encode() if isinstance(content, str) else content
        suffix = Path(name).suffix
        if suffix == ".css":
            data = _REFERENCE.sub(self._resolved, data)
        mimetype = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.files[name] = Asset(data, hashlib.sha256(data).hexdigest()[:12], mimetype)

    def add_folder(self, folder: Path) -> None:
        """Every file directly in `folder`, style sheets last because they refer to the others."""
        for path in sorted(folder.iterdir(), key=lambda path: (path.suffix == ".css", path.name)):
            if path.is_file():
                self.add(path.name, path.read_bytes())

    def url(self, name: str) -> str:
        """The address of the present content of `name`; KeyError for a file that isn't there."""
        return f"/static/{self.files[name].fingerprint}/{name}"

    def _resolved(self, match: re.Match[bytes]) -> bytes:
        name = match[1].decode()
        return f"url({self.url(name)})".encode() if name in self.files else match[0]


def assets_of(server: Flask) -> Assets:
    found: Assets = server.extensions["assets"]
    return found


def asset(name: str) -> str:
    """The address of a file, for templates."""
    return assets_of(current_app).url(name)


def serve(fingerprint: str, name: str) -> Response:
    """An old address still answers, with the present content and without a promise to stay."""
    found = assets_of(current_app).files.get(name) or abort(404)
    response = Response(found.content, mimetype=found.mimetype)
    response.headers["Cache-Control"] = FOREVER if fingerprint == found.fingerprint else "no-cache"
    return response


def add_assets(server: Flask) -> None:
    server.extensions["assets"] = Assets()
    server.add_url_rule("/static/<fingerprint>/<path:name>", "asset", serve)
