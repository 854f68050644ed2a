"""Keys for personal data: encryption with rotation, and a blind index to look a mail address up without storing it."""

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

FORMAT = b"\x01"
KEY_ID_BYTES = 4
NONCE_BYTES = 12
INDEX_BYTES = 16


class WrongKey(Exception):
    """A value was encrypted with a key that this installation does not hold."""


@dataclass(frozen=True)
class Keyring:
    """The first encryption key writes, all of them read; the index key never changes.

    A value is `format (1) | key id (4) | nonce (12) | AES-256-GCM ciphertext and tag`.
    """

    encryption: tuple[bytes, ...]
    index: bytes

    def __post_init__(self) -> None:
        if not self.encryption or any(len(key) != 32 for key in (*self.encryption, self.index)):
            raise ValueError("keys are 32 bytes long, and there is at least one")

    def encrypt(self, text: str) -> bytes:
        key = self.encryption[0]
        nonce = secrets.token_bytes(NONCE_BYTES)
        return FORMAT + key_id(key) + nonce + AESGCM(key).encrypt(nonce, text.encode(), None)

    def decrypt(self, value: bytes) -> str:
        named = value[1 : 1 + KEY_ID_BYTES]
        body = value[1 + KEY_ID_BYTES :]
        for key in self.encryption:
            if hmac.compare_digest(key_id(key), named):
                try:
                    return AESGCM(key).decrypt(body[:NONCE_BYTES], body[NONCE_BYTES:], None).decode()
                except InvalidTag:
                    raise WrongKey("the stored value was altered or belongs to another key") from None
        raise WrongKey("the stored value was encrypted with a key that is not configured")

    def is_current(self, value: bytes) -> bool:
        """Whether `value` was written with the first key, so that rotation may leave it alone."""
        return value[1 : 1 + KEY_ID_BYTES] == key_id(self.encryption[0])

    def blind_index(self, text: str) -> bytes:
        """The same for every spelling of one mail address or phone number; tells nothing without the key."""
        normal = unicodedata.normalize("NFKC", text).strip().casefold()
        return hmac.new(self.index, normal.encode(), hashlib.sha256).digest()[:INDEX_BYTES]


def key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"rodedraad key id" + key).digest()[:KEY_ID_BYTES]


def keyring(encryption: Sequence[bytes], index: bytes) -> Keyring:
    return Keyring(tuple(encryption), index)
