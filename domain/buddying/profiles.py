"""What staff know of a buddy, as they typed it, and how it becomes a row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.checking import Checked
from domain.refused import Refused
from store.models import Buddy, BuddyTopic
from store.queries.buddying.buddies import IN_THE_MIDDLE
from store.sessions import blind_index

MOST_LOAD = 3
BEEN_THROUGH = "been_through"


@dataclass(frozen=True)
class Profile:
    """`travel_km` 0 means by phone or online only; no municipalities means wherever they can reach.

    `in_the_middle` are those of the topics that this buddy has not put behind them yet.
    """

    name: str
    email: str
    municipality_code: str
    phone: str | None = None
    travel_km: int = 15
    municipalities: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    in_the_middle: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    age_bands: tuple[str, ...] = ()
    contact_modes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("nl",)
    style: str | None = None
    max_load: int = 2
    trained_on: date | None = None
    certificate_seen_on: date | None = None


def profile(checked: Checked) -> Profile:
    """What was typed into the form `buddy`, once it is free of errors."""
    return Profile(
        name=checked.text("name"),
        email=checked.text("email"),
        municipality_code=checked.text("municipality"),
        phone=checked.text("phone") or None,
        travel_km=checked.number("travel_km") or 0,
        municipalities=checked.chosen("municipalities"),
        topics=checked.chosen("topics"),
        in_the_middle=checked.chosen("in_the_middle"),
        sectors=checked.chosen("sectors"),
        age_bands=checked.chosen("age_bands"),
        contact_modes=checked.chosen("contact_modes"),
        languages=checked.chosen("languages"),
        style=checked.text("style") or None,
        max_load=checked.number("max_load") or 0,
        trained_on=_day(checked, "trained_on"),
        certificate_seen_on=_day(checked, "certificate_seen_on"),
    )


def write(session: Session, row: Buddy, new: Profile) -> None:
    """Put the profile into the row. Raises `Refused` about the field when something in it can't be."""
    if not 0 <= new.max_load <= MOST_LOAD:
        raise Refused("buddy.load", field="max_load", most=MOST_LOAD)
    if not set(new.in_the_middle) <= set(new.topics):
        raise Refused("buddy.middle_of_nothing", field="in_the_middle")
    index = blind_index(session, new.email)
    with session.no_autoflush:
        taken = session.scalar(select(Buddy.id).where(Buddy.email_index == index))
    if taken not in (None, row.id):
        raise Refused("buddy.mail_taken", field="email")
    row.name, row.email, row.email_index, row.phone = new.name, new.email.strip(), index, new.phone
    row.municipality_code, row.travel_km = new.municipality_code, new.travel_km
    row.municipalities, row.age_bands = list(new.municipalities), list(new.age_bands)
    row.sectors, row.contact_modes = list(new.sectors), list(new.contact_modes)
    row.languages, row.style, row.max_load = list(new.languages), new.style, new.max_load
    if new.certificate_seen_on != row.certificate_seen_on:
        row.certificate_reminded_on = None  # another certificate, with a reminder of its own
    row.trained_on, row.certificate_seen_on = new.trained_on, new.certificate_seen_on
    row.topics = _topics(row, new.topics)
    for one in row.topics:
        one.phase = IN_THE_MIDDLE if one.topic_code in new.in_the_middle else BEEN_THROUGH


def _topics(row: Buddy, codes: Iterable[str]) -> list[BuddyTopic]:
    known = {one.topic_code: one for one in row.topics}
    return [known.get(code) or BuddyTopic(topic_code=code) for code in dict.fromkeys(codes)]


def _day(checked: Checked, key: str) -> date | None:
    value = checked.values.get(key)
    return value if isinstance(value, date) else None
