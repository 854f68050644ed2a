"""Cafés from a sheet: those that were held with how many came, those still to come as drafts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.gatherings import events
from domain.gatherings.event_plans import EventPlan, VenuePlan
from domain.importing.columns import Column
from domain.importing.known import EventKind
from domain.importing.reading import Reading
from domain.importing.sheets import plain
from domain.local_time import instant
from domain.refused import Refused
from domain.texts import say
from i18n import _, lazy
from store.models import Event, SignUp
from store.states import EventState

YEARS_AHEAD = 2
COLUMNS = (
    Column("day", lazy("Datum"), required=True),
    Column("municipality", lazy("Gemeente of plaats"), required=True, blank=lazy("Leeg is de plaats in de locatie.")),
    Column("title", lazy("Titel"), blank=lazy("Leeg is de soort.")),
    Column("begins", lazy("Begin"), blank=lazy("Leeg is wat gewoon is voor de soort.")),
    Column("ends", lazy("Einde"), blank=lazy("Leeg is wat gewoon is voor de soort.")),
    Column("kind", lazy("Soort bijeenkomst"), blank=lazy("Leeg is oudercafé.")),
    Column("topics", lazy("Onderwerpen")),
    Column("venue", lazy("Locatie"), blank=lazy("Leeg is de gemeente.")),
    Column("seats", lazy("Aantal plaatsen"), blank=lazy("Leeg is wat gewoon is voor de soort.")),
    Column("head_count", lazy("Aantal aanwezig")),
)


@dataclass(frozen=True)
class EventRow:
    plan: EventPlan
    head_count: int | None


def read(row: Reading) -> EventRow:
    """What the row says; only of use when the row has no problems."""
    kind = row.one("kind", "event_kind") or "cafe"
    usual = row.known.event_kinds[kind]
    starts_at, ends_at = _moments(row, usual)
    seats = row.whole("seats", least=0, most=500)
    plan = EventPlan(
        kind=kind,
        title=row.text("title") or usual.label,
        venue=_venue(row),
        starts_at=starts_at,
        ends_at=ends_at,
        seats=usual.seats if seats is None else seats,
        topics=row.several("topics", "topic"),
    )
    return EventRow(plan, row.whole("head_count", least=0, most=1000))


def save(session: Session, rows: Iterable[EventRow], *, by: Actor, now: datetime) -> list[int]:
    """Plan each of them; those in the past are held at once. Gives their numbers, in order."""
    numbers = []
    for row in rows:
        number = events.add(session, row.plan, by=by, now=now)
        if row.plan.ends_at <= now:
            event = session.get_one(Event, number)
            event.state, event.head_count = EventState.HELD, row.head_count
        numbers.append(number)
    return numbers


def undo(session: Session, numbers: Sequence[int]) -> None:
    """Take them out; raises `Refused("import.in_use")` when somebody signed up or one was opened to everybody."""
    for number in numbers:
        event = session.get(Event, number, with_for_update=True)
        if event is None:
            continue
        signed_up = session.scalar(select(SignUp.id).where(SignUp.event_id == number).limit(1))
        if signed_up or event.state not in (EventState.HELD, EventState.DRAFT):
            raise Refused("import.in_use")
        session.delete(event)


def _moments(row: Reading, usual: EventKind) -> tuple[datetime, datetime]:
    """Beginning and end, from one cell with both or from two; the usual ones where nothing is said."""
    day = row.day("day", required=True, until=date(row.today.year + YEARS_AHEAD, 12, 31))
    begins, ends = row.times("begins"), row.times("ends")
    try:
        start = instant(day or row.today, begins[0] if begins else time.fromisoformat(usual.start), field="begins")
        last = ends[0] if ends else begins[1] if len(begins) > 1 else None
        end = instant(day or row.today, last, field="ends") if last else start + timedelta(minutes=usual.minutes)
    except Refused as refused:
        row.wrong(refused.field or "begins", say(refused))
        return datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
    if end <= start:
        row.wrong("ends", _("Het einde moet na het begin zijn."))
    return start, end


def _venue(row: Reading) -> VenuePlan:
    places = row.known.lists["municipality"]
    name = row.text("venue")
    blank = row.cell("municipality") is None
    found = _place_in(row, name) if blank else None
    code = found or row.one("municipality", "municipality", required=True) or ""
    return VenuePlan(name or places.labels.get(code, ""), code)


def _place_in(row: Reading, venue: str) -> str | None:
    """The municipality that the name of a venue ends with or holds, such as "Bibliotheek Heiloo"."""
    places = row.known.lists["municipality"]
    found = {key for word in plain(venue).split() if len(word) > 4 and (key := places.find(word))}
    return found.pop() if len(found) == 1 else None
