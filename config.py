"""Settings from the environment, read once by app.py and cli.py: frozen, checked, with help; and their database."""

import base64
import binascii
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from store.database import Database
from store.keys import Keyring

PREFIX = "RODEDRAAD_"


class BadSetting(Exception):
    """A variable that can't be used; the message names it and says what it should be."""


def setting(read: Callable[[str], Any], standard: str | None, text: str) -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(metadata={"read": read, "standard": standard, "help": text})


def _number(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not text.isdigit() or not low <= int(text) <= high:
            raise ValueError(f"should be a whole number from {low} to {high}")
        return int(text)

    return read


def _database(text: str) -> str:
    if not text.startswith(("sqlite:///", "postgresql://")):
        raise ValueError("should be sqlite:///path/to/file or postgresql://user:password@host/name")
    return text


def _address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise ValueError("should be an address such as https://steunpunt.example.nl")
    return text.rstrip("/")


def _mail_server(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in {"smtp", "smtps", "smtp+starttls"} or not parts.hostname):
        raise ValueError("should be smtp://user:password@host:port, smtp+starttls://... or smtps://...")
    return text


def _key(text: str) -> bytes:
    try:
        key = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != 32:
        raise ValueError("should be 32 random bytes in URL-safe base64; `rodedraad new-key` makes one")
    return key


def _optional_key(text: str) -> bytes:
    return _key(text) if text else b""


def _keys(text: str) -> tuple[bytes, ...]:
    return tuple(_key(part.strip()) for part in text.split(",")) if text else ()


@dataclass(frozen=True)
class Settings:
    """Everything that is decided when the product is installed; what staff may change is on screen instead."""

    data_dir: Path = setting(Path, "var", "Folder for the embedded database and the keys made at the first start.")
    database_url: str = setting(
        _database, "", "Where the data lives. Empty: an SQLite file `rodedraad.db` in the data folder."
    )
    host: str = setting(str, "127.0.0.1", "Address that the web server listens on.")
    port: int = setting(_number(1, 65535), "8050", "Port that the web server listens on.")
    public_url: str = setting(
        _address, "", "Address that visitors use; letters link to it. Empty: http://localhost and the port."
    )
    web_processes: int = setting(_number(1, 64), "2", "How many processes answer visitors.")
    web_threads: int = setting(_number(1, 64), "4", "How many requests a process answers at the same time.")
    trusted_proxies: int = setting(
        _number(0, 5), "0", "How many proxies stand in front and set X-Forwarded-For and X-Forwarded-Proto."
    )
    smtp_url: str = setting(_mail_server, "", "The mail server. Empty: letters stay readable in the out-tray.")
    mail_from: str = setting(str, "steunpunt@localhost", "The sender of every letter.")
    secret_key: bytes = setting(_optional_key, "", "Signs cookies. Empty: made at the first start.")
    encryption_keys: tuple[bytes, ...] = setting(
        _keys, "", "Encrypt personal data, comma separated: the first writes, all read. Empty: made at the first start."
    )
    index_key: bytes = setting(
        _optional_key,
        "",
        "Makes mail addresses findable without storing them. Never change it. Empty: made at first start.",
    )

    @property
    def secure_cookies(self) -> bool:
        return self.public_url.startswith("https://")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read and check every variable; raises `BadSetting` naming the first that is wrong or unknown."""
        known = {variable(one.name) for one in fields(cls)}
        for name in sorted(environment):
            if name.startswith(PREFIX) and name not in known:
                raise BadSetting(f"{name} is not a setting of Rode Draad; see docs/configuration.md.")
        values = {one.name: _read(one.name, one.metadata, environment) for one in fields(cls)}
        return cls(**_completed(values))


def variable(name: str) -> str:
    return PREFIX + name.upper()


def new_key() -> str:
    """A fresh key as it is written in the environment."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode().rstrip("=")


def _read(name: str, metadata: Mapping[str, Any], environment: Mapping[str, str]) -> object:
    text = environment.get(variable(name), metadata["standard"])
    try:
        return metadata["read"](text.strip()) if text or name not in {"database_url", "public_url"} else ""
    except ValueError as error:
        raise BadSetting(f"{variable(name)} {error}.") from None


def _completed(values: dict[str, Any]) -> dict[str, Any]:
    """Fill in what follows from other settings, and the keys that an installation makes for itself."""
    values["database_url"] = values["database_url"] or f"sqlite:///{values['data_dir'] / 'rodedraad.db'}"
    values["public_url"] = values["public_url"] or f"http://localhost:{values['port']}"
    missing = [name for name in ("secret_key", "encryption_keys", "index_key") if not values[name]]
    if not missing:
        return values
    if len(missing) < 3:
        raise BadSetting(f"{variable(missing[0])} is missing: set all three keys, or none of them.")
    kept = _kept_keys(values["data_dir"] / "keys.env")
    values["secret_key"] = _key(kept[variable("secret_key")])
    values["encryption_keys"] = _keys(kept[variable("encryption_keys")])
    values["index_key"] = _key(kept[variable("index_key")])
    return values


def _kept_keys(path: Path) -> dict[str, str]:
    """The keys of an embedded installation: made once, readable by its owner only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        names = ("secret_key", "encryption_keys", "index_key")
        text = "".join(f"{variable(name)}={new_key()}\n" for name in names)
        fresh = path.with_suffix(f".{secrets.token_hex(4)}")
        fresh.touch(mode=0o600)
        fresh.write_text(text, encoding="utf-8")
        _keep_first(fresh, path)
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def _keep_first(fresh: Path, path: Path) -> None:
    """Of several processes that start at once, the first one's keys stand."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def open_database(settings: Settings) -> Database:
    """The database of these settings; several of them may be open in one process."""
    return Database(
        settings.database_url,
        Keyring(settings.encryption_keys, settings.index_key),
        pool_size=settings.web_threads,
    )
