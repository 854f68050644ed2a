"""Nine cafés a school year, on the third Tuesday evening, one extra soon, and the people who came."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy.orm import Session

from demo import hosting, people
from domain.actors import DEMO, PARENT
from domain.gatherings import events, rounding_off
from domain.gatherings.event_plans import EventPlan, VenuePlan
from domain.local_time import instant
from domain.taking_part import attendance, sign_ups
from domain.taking_part.party import Party

MONTHS_WITHOUT = {7, 8, 12}
SEATS = 12
LONG_AGO = timedelta(days=28)  # who came to the cafés before that is noted
VENUES = (
    VenuePlan("Bibliotheek Kennemerwaard", "GM0361", "Gasthuisstraat 2", "Lift en aangepast toilet aanwezig."),
    VenuePlan("Wijkcentrum De Horst", "GM1980", "De Horst 1, Heerhugowaard", "Gelijkvloers. Parkeren voor de deur."),
    VenuePlan("Dorpshuis De Kern", "GM0383", "Overtoom 15", "Drempelvrij. Er is een ringleiding."),
    VenuePlan("Buurthuis Trefpunt", "GM0399", "Abraham du Bois-hof 2", "Lift aanwezig."),
)
THEMES = (
    ("Koffie met andere ouders", (), "Even bijpraten met ouders die het ook kennen. U hoeft niets voor te bereiden."),
    ("Thuis in plaats van naar school", ("D1", "F8"), "Als naar school gaan niet meer lukt. Wat helpt, en wie helpt?"),
    ("Slim en toch vastlopen", ("F1", "F2"), "Over hoogbegaafdheid, verveling en onbegrip op school."),
    (
        "Van groep 8 naar de brugklas",
        ("A5",),
        "Hoe kiest u een school die past? Ouders vertellen hoe het bij hen ging.",
    ),
    ("Autisme en de klas", ("F6", "F9"), "Prikkels, vriendschap en rust. Ervaringen van ouders voor ouders."),
    ("In gesprek met school", ("E1", "B6"), "Hoe houdt u het gesprek goed, ook als u het niet eens bent?"),
    ("Zorg voor uzelf", ("G1", "G2"), "U kunt pas zorgen als u zelf overeind blijft. Een avond voor ouders."),
    (
        "Een verklaring voor speciaal onderwijs",
        ("C1", "C3"),
        "Wat is een TLV, wie vraagt hem aan en hoe lang duurt het?",
    ),
    ("ADHD: meer dan druk", ("F7",), "Wat werkt thuis en op school? We wisselen tips uit."),
)


def hold(session: Session, buddy_ids: Sequence[int], *, now: datetime, chance: Random) -> int:
    """Every café from three whole school years ago until four months ahead; returns how many.

    All buddies, in their order, may host; the last café, a draft, has no host yet.
    """
    evenings = list(_evenings(now))
    for number, evening in enumerate(evenings):
        found = _hold_one(session, evening, number, now=now, chance=chance)
        if found:
            hosting.find(session, found, buddy_ids, now=now)
    while rounding_off.round_off(session, now - LONG_AGO):
        pass
    return len(evenings)


def _evenings(now: datetime) -> list[date]:
    first = date(now.year - (4 if now.month < 8 else 3), 9, 1)
    months = [date(first.year + (8 + n) // 12, (8 + n) % 12 + 1, 1) for n in range(44)]
    evenings = [_third_tuesday(month) for month in months if month.month not in MONTHS_WITHOUT]
    soon = now.date() + timedelta(days=9)
    return sorted({*(evening for evening in evenings if evening <= now.date() + timedelta(days=125)), soon})


def _third_tuesday(month: date) -> date:
    return month + timedelta(days=(1 - month.weekday()) % 7 + 14)


def _hold_one(session: Session, evening: date, number: int, *, now: datetime, chance: Random) -> hosting.Asking | None:
    title, topics, description = THEMES[number % len(THEMES)]
    starts_at = instant(evening, time(19, 30))
    planned_at = min(now, starts_at - timedelta(days=60))
    is_next = 0 <= (starts_at - now).days < 12
    plan = EventPlan(
        kind="cafe",
        title=title,
        venue=VENUES[number % len(VENUES)],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        seats=SEATS,
        topics=topics,
        description=description,
    )
    event_id = events.add(session, plan, by=DEMO, now=planned_at)
    if (starts_at - now).days > 90:
        return None  # the last one is still being planned
    events.open_up(session, event_id, by=DEMO, now=planned_at)
    for guest in range(SEATS + 1 if is_next else chance.randint(4, 9 if starts_at > now else 12)):
        name = people.first_name(chance)
        when = min(now, starts_at) - timedelta(hours=chance.randint(2, 900), minutes=guest)
        party = Party(name, email=people.mail(name, number * 100 + guest), people=2 if chance.random() < 0.15 else 1)
        signed_up = sign_ups.sign_up(session, event_id, party, by=PARENT, now=max(when, planned_at))
        if chance.random() < 0.08:
            sign_ups.cancel(session, signed_up.id, by=PARENT, now=max(when, planned_at))
    if plan.ends_at < now - LONG_AGO:
        came = 4 + number * 5 % 8
        attendance.head_count(session, event_id, came, at=plan.ends_at, by=DEMO, now=plan.ends_at)
    return hosting.Asking(event_id, starts_at, plan.ends_at, planned_at)
