"""The word list and the addresses, as people read them."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from domain import catalogue
from store.door_states import Audience

WORDS, ADDRESSES = "word", "address"
BOTH = "both"


@dataclass(frozen=True)
class Word:
    """A word or abbreviation in plain words; `also` are other ways in which the same is written."""

    key: str
    word: str
    meaning: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Address:
    """Where else people can go; `audience` is empty when it is for everybody."""

    key: str
    name: str
    about: str
    phone: str
    site: str
    audience: Audience | None


def words(session: Session) -> tuple[Word, ...]:
    """The words that are switched on, by alphabet."""
    found = (
        Word(one.key, one.label, one.help, tuple(one.data.get("also", ()))) for one in catalogue.entries(session, WORDS)
    )
    return tuple(sorted(found, key=lambda one: one.word.casefold()))


def addresses(session: Session, audience: Audience | None = None) -> tuple[Address, ...]:
    """The addresses that are switched on, in their order; for one audience those for everybody are in it."""
    found = (
        Address(one.key, one.label, one.help, one.data["phone"], one.data["site"], _for(one.data["for"]))
        for one in catalogue.entries(session, ADDRESSES)
    )
    return tuple(one for one in found if audience is None or one.audience in (None, audience))


def _for(said: str) -> Audience | None:
    return None if said == BOTH else Audience(said)
