"""Codes that are shown once: whoever holds one may come back to what they wrote, without a name or an account."""

import secrets
import unicodedata

from sqlalchemy.orm import Session

from store.sessions import blind_index

LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # without those that look alike
LENGTH = 15
GROUP = 5
HIGHEST = 2**31 - 1


def make() -> str:
    """A new code of 73 bits, in groups that can be read aloud."""
    drawn = "".join(secrets.choice(LETTERS) for _letter in range(LENGTH))
    return _grouped(drawn)


def derived(session: Session, seed: str, words: str = "") -> str:
    """The code of one form that was opened: sent twice it is the same code, and nothing had to be kept for it.

    With other `words` it is another code, where who goes back and writes something else asks something else.
    """
    left = int.from_bytes(blind_index(session, f"code of form {seed} {words}"))
    drawn = []
    for _letter in range(LENGTH):
        left, at = divmod(left, len(LETTERS))
        drawn.append(LETTERS[at])
    return _grouped("".join(drawn))


def normal(typed: str) -> str:
    """A code as it was made: capitals, spaces and dashes don't matter, nor in which alphabet its digits are."""
    return "".join(_plain(letter) for letter in typed.lower() if letter.isalnum())


def _plain(letter: str) -> str:
    """An Arabic five is a five."""
    return str(unicodedata.digit(letter, letter))


def looks_right(typed: str) -> bool:
    """Whether this can be a code at all: to tell somebody about a typing mistake before anything is looked up."""
    kept = normal(typed)
    return len(kept) == LENGTH and all(letter in LETTERS for letter in kept)


def index(session: Session, code: str) -> bytes:
    """What is kept of a code: it finds what the code is for, and without our key it tells nothing."""
    return blind_index(session, f"code {normal(code)}")


def number() -> int:
    """A number that nobody can guess and that tells no order, for what must not be traced."""
    return secrets.randbelow(HIGHEST) + 1


def _grouped(drawn: str) -> str:
    return "-".join(drawn[at : at + GROUP] for at in range(0, LENGTH, GROUP))
