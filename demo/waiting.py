"""Parents who wait right now: some whom a buddy fits, some with one thing in the way, and a plan made for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from demo import people
from domain import forms
from domain.actors import DEMO, PARENT
from domain.matchmaking import plans, prepared, requests, urgency, wishes

PLANNED_HOURS_AGO = 4


@dataclass(frozen=True)
class Asks:
    """What one parent asks, and how many hours ago."""

    name: str
    hours: int
    municipality: str
    topics: tuple[str, ...]
    sector: str
    contact_modes: tuple[str, ...] = ("phone",)
    languages: tuple[str, ...] = ("nl",)
    style: str | None = None
    urgency: int = urgency.USUAL


WAITING = (
    Asks("Jolanda Vink", 200, "GM1980", ("F6", "D1"), "vso", urgency=urgency.HURRY),
    Asks("Samira Benali", 101, "GM0361", ("A5",), "po", style="listening"),
    Asks("Wouter Prins", 92, "GM0383", ("F1",), "vo", ("phone", "elsewhere")),
    Asks("Oksana Lysenko", 80, "GM1980", ("C1",), "so", languages=("pl",)),
    Asks("Linda Groen", 76, "GM0361", ("D1",), "po", ("phone", "online"), style="listening"),
    Asks("Mehmet Kaya", 61, "GM0361", ("B2",), "po", ("home",), languages=("tr",)),
    Asks("Kees Schipper", 50, "GM1980", ("F5",), "so"),
    Asks("Esther Blom", 28, "GM0361", ("D7",), "po"),
    Asks("Priya Nair", 20, "GM0450", ("G3",), "vo", ("home",), languages=("en",)),
    Asks("Daan Koster", 10, "GM0361", ("E2",), "po", ("phone", "elsewhere"), style="coach"),
    Asks("Yusuf Demir", 3, "GM1980", ("E1",), "po", languages=("nl", "tr")),
)


def wait(session: Session, *, now: datetime) -> None:
    """All of them ask; the plan was made and put ready before the last one did, and nothing of it was sent."""
    planned_at = now - timedelta(hours=PLANNED_HOURS_AGO)
    for number, one in enumerate(WAITING):
        if one.hours < PLANNED_HOURS_AGO:
            prepared.apply(session, plans.make(session, by=DEMO, now=planned_at), by=DEMO, now=planned_at)
        _ask(session, number, one, now - timedelta(hours=one.hours))


def _ask(session: Session, number: int, one: Asks, now: datetime) -> None:
    wish = wishes.Wish(
        name=one.name,
        municipality_code=one.municipality,
        topics=one.topics,
        email=people.mail(one.name, 6000 + number),
        phone=people.phone(300 + number),
        sector=one.sector,
        contact_modes=one.contact_modes,
        moments=("weekday_evening",),
        languages=one.languages,
        style=one.style,
    )
    agreed = wishes.consent(forms.load(session, "request"))
    request_id = requests.ask(session, wish, agreed, by=PARENT, now=now)
    if one.urgency:
        urgency.change(session, request_id, one.urgency, by=DEMO, now=now)
