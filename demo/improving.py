"""What was done with the questions: numbers that came out each quarter, signals, improvements, what parents read."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from domain.actors import DEMO
from domain.improving import improvements, markers, signals, telling
from domain.improving.improvements import ImprovementPlan
from domain.improving.markers import MarkerPlan
from domain.improving.signals import SignalPlan
from domain.improving.telling import Words
from domain.register import counts
from i18n.dates import AMSTERDAM
from store.queries.improving import quality
from store.states import ImprovementState, MarkerKind, SignalSource, SignalState
from trends.periods import month_of, school_year_of

RELEASES = ((11, 10), (2, 10), (5, 10), (8, 10))
YEARS = 3
AT_NINE = time(9, tzinfo=UTC)
WHY = "Dit past bij wat er toen veranderde op scholen. We hoeven nu niets te doen."


@dataclass(frozen=True)
class Done:
    """An improvement that begins so many school years ago, on a day of that year; `words` are for parents."""

    years_ago: int
    month: int
    plan: tuple[str, str, str, tuple[str, ...]]
    months: int = 0
    came_of_it: str = ""
    words: Words | None = None


SCHOOLS_CALL = Words(
    "Scholen bellen ons eerder als een kind thuis zit",
    "Veel ouders vertelden ons dat hun kind al weken thuis zat voordat er hulp kwam.\n"
    "Wij spraken met alle scholen af dat zij na twee weken met u en met ons bellen. "
    "Gebeurt dat niet? Bel ons dan zelf.",
    "Schools call us sooner when a child is at home",
    "Many parents told us that their child had been at home for weeks before help came.\n"
    "We agreed with all schools that they call you and us after two weeks. If that does not happen, please call us.",
)
FIRST_YEAR = Words(
    "Een avond over de stap naar de middelbare school",
    "Ouders misten uitleg over de overstap. Nu is er elk najaar een avond met ouders die het net meemaakten.",
)
DONE = (
    Done(
        1, 8,
        ("Scholen bellen na twee weken thuis", "Elke school belt ouders en ons als een kind twee weken thuis zit.",
         "Samenwerkingsverband en leerplicht", ("D1", "D")),
        words=SCHOOLS_CALL,
    ),
    Done(
        2, 10,
        ("Najaarsavond over de overstap", "Ervaren ouders vertellen over de stap naar de middelbare school.",
         "Steunpunt", ("A5", "A")),
        months=14, came_of_it="De avond is nu vast deel van het jaarprogramma.", words=FIRST_YEAR,
    ),
    Done(
        1, 9,
        ("Wachttijd gespecialiseerd onderwijs", "Elke maand samen kijken welke kinderen wachten.", "Schoolbesturen",
         ("C5",)),
        months=6, came_of_it="Gestopt: de gemeenten nemen het over.",
    ),
    Done(
        0, 9,
        ("Eerst een gesprek bij een schorsing", "Bij een schorsing praten school, ouders en steunpunt binnen een week.",
         "Schoolbesturen", ("E",)),
    ),
    Done(0, 14, ("Uitleg over hoogbegaafdheid", "Een korte folder voor leerkrachten.", "Steunpunt", ("F1",))),
)  # fmt: skip
HAPPENED = (
    (MarkerKind.LAW, "Nieuwe regels over verzuim (verzonnen)", 1, 8, 0),
    (MarkerKind.CAMPAIGN, "Brief van de gemeenten over hulp bij school", 1, 9, 2),
    (MarkerKind.TERM, "Aanmelden voor de middelbare school", 1, 14, 2),
)


def cycle(session: Session, *, now: datetime) -> None:
    """Publish quarter after quarter as it went, with the signals of then, and what was done about them."""
    this_year = school_year_of(month_of(now.astimezone(AMSTERDAM).date()))
    for year in range(this_year - YEARS, this_year + 2):
        for month, day in sorted(RELEASES):
            moment = datetime.combine(date(year, month, day), AT_NINE)
            if moment < now:
                _come_out(session, moment)
    _come_out(session, now)
    _by_hand(session, now)
    for kind, name, years_ago, month, lasts in HAPPENED:
        start = _day(this_year - years_ago, month)
        end = _day(this_year - years_ago, month + lasts) if lasts else None
        markers.add(session, MarkerPlan(kind, name, start, end), by=DEMO, now=now)
    for one in DONE:
        _improve(session, one, this_year - one.years_ago, now)
    _decide(session, now)


def _come_out(session: Session, now: datetime) -> None:
    counts.publish(session, now=now)
    signals.raise_newest(session, by=DEMO, now=now)


def _by_hand(session: Session, now: datetime) -> None:
    month = month_of(now.astimezone(AMSTERDAM).date())
    words = "Aan de telefoon en in de oudercafés hoor ik vaak dat ouders niet weten wie beslist over extra hulp."
    signals.raise_by_hand(session, SignalPlan("B2", month - 3, month - 1, words), by=DEMO, now=now - timedelta(days=3))


def _improve(session: Session, one: Done, year: int, now: datetime) -> None:
    title, what, who, topics = one.plan
    starts_on = _day(year, one.month)
    at = min(datetime.combine(starts_on, AT_NINE), now)
    month = month_of(starts_on)
    before = [
        signal
        for signal in quality.signals(session)
        if signal.last_month < month and signal.source is SignalSource.TEST
    ]
    tied = tuple(signal.id for signal in before if signal.topic_code in topics and signal.direction == "rising")
    ends_on = _day(year, one.month + one.months) if one.months else None
    plan = ImprovementPlan(title, what, who, starts_on, ends_on, topics, tied, one.came_of_it)
    number = improvements.add(session, plan, by=DEMO, now=at)
    if one.months:
        state = ImprovementState.STOPPED if one.came_of_it.startswith("Gestopt") else ImprovementState.DONE
        improvements.move(
            session, number, state, by=DEMO, now=min(datetime.combine(plan.ends_on or starts_on, AT_NINE), now)
        )
    if one.words:
        telling.tell(session, number, one.words, by=DEMO, now=min(at + timedelta(days=60), now))


def _decide(session: Session, now: datetime) -> None:
    """The oldest that nobody did anything about are closed; the newest still waits."""
    waiting = [one for one in quality.signals(session, [SignalState.NEW]) if one.source is SignalSource.TEST]
    for one in waiting[1:]:
        signals.close(session, one.id, WHY, by=DEMO, now=now)


def _day(year: int, month: int) -> date:
    """The first of a month of the school year that began in `year`; months go on after 12."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
