"""Buddies from a sheet: as if each was typed into the form, with the same checks."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.buddying import buddies
from domain.buddying.profiles import MOST_LOAD, Profile
from domain.checking import MAIL, PHONE
from domain.importing.columns import WORDS, Column
from domain.importing.reading import Reading
from domain.importing.sheets import plain, shown
from domain.refused import Refused
from i18n import _, lazy
from store.models import Account, Buddy, Match, Proposal

COLUMNS = (
    Column("name", lazy("Naam"), required=True),
    Column("email", lazy("E-mailadres"), required=True),
    Column("municipality", lazy("Gemeente of plaats"), required=True),
    Column("topics", lazy("Onderwerpen uit eigen ervaring"), required=True),
    Column("phone", lazy("Telefoonnummer")),
    Column("travel_km", lazy("Reist tot (km)"), blank=lazy("Leeg is 15.")),
    Column("sectors", lazy("Kent dit onderwijs")),
    Column("contact_modes", lazy("Manieren van contact"), blank=lazy("Leeg is bellen.")),
    Column("languages", lazy("Spreekt"), blank=lazy("Leeg is Nederlands.")),
    Column("style", lazy("Manier van helpen")),
    Column("max_load", lazy("Hoeveel ouders tegelijk"), blank=lazy("Leeg is 2.")),
    Column("trained_on", lazy("Training gedaan op")),
    Column("certificate_seen_on", lazy("VOG gezien op")),
)
NOT_YET = frozenset(plain(word) for word in WORDS["not_yet"])


def read(row: Reading) -> Profile:
    """What the row says; only of use when the row has no problems."""
    return Profile(
        name=row.text("name", required=True),
        email=_email(row),
        municipality_code=row.one("municipality", "municipality", required=True) or "",
        phone=_phone(row),
        travel_km=_or(row.whole("travel_km", least=0, most=100), 15),
        topics=row.several("topics", "topic", required=True),
        sectors=row.several("sectors", "sector"),
        contact_modes=row.several("contact_modes", "contact_mode") or ("phone",),
        languages=row.several("languages", "language") or ("nl",),
        style=row.one("style", "style"),
        max_load=_or(row.whole("max_load", least=0, most=MOST_LOAD), 2),
        trained_on=None if _is_not_yet(row, "trained_on") else row.day("trained_on", until=row.today),
        certificate_seen_on=(
            None if _is_not_yet(row, "certificate_seen_on") else row.day("certificate_seen_on", until=row.today)
        ),
    )


def save(session: Session, rows: Iterable[Profile], *, by: Actor, now: datetime) -> list[int]:
    """Take each of them in; gives their numbers, in order."""
    return [buddies.add(session, row, by=by, now=now) for row in rows]


def undo(session: Session, numbers: Sequence[int]) -> None:
    """Take them out; raises `Refused("import.in_use")` when one was asked, linked, or given an account."""
    for number in numbers:
        row = session.get(Buddy, number, with_for_update=True)
        if row is None:
            continue
        uses = (Proposal.buddy_id == number, Match.buddy_id == number, Account.buddy_id == number)
        if any(session.scalar(select(use).where(use).limit(1)) for use in uses):
            raise Refused("import.in_use")
        session.delete(row)


def _email(row: Reading) -> str:
    text = row.text("email", required=True).removeprefix("mailto:")
    if text and not MAIL.fullmatch(text):
        row.wrong("email", _("“{typed}” is geen e-mailadres.", typed=text))
    return text


def _phone(row: Reading) -> str | None:
    """A number that Excel took for a sum lost its first zero, and gets it back."""
    text = shown(row.cell("phone"))
    if text.isdecimal() and len(text) == 9:
        text = f"0{text}"
    if text and not PHONE.fullmatch(text):
        row.wrong("phone", _("“{typed}” is geen telefoonnummer.", typed=text[:60]))
    return text or None


def _is_not_yet(row: Reading, column: str) -> bool:
    return plain(shown(row.cell(column))) in NOT_YET


def _or(number: int | None, standard: int) -> int:
    return standard if number is None else number
