"""How matches go: how soon the first contact is, how often they speak, how long it lasts."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from store.queries.buddying.measures import Course
from trends.medians import Median, median
from trends.shares import Share
from trends.time_until import Curve, Spell, curve

EIGHT_WEEKS = timedelta(weeks=8)
ENOUGH_TALKS = 4
MOST_TALKS = 6  # this many and more are shown as one
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class FirstContact:
    """`curve` counts in hours from the match on; `within` leaves out the `too_early`, whose hours aren't over yet."""

    curve: Curve
    within: Share
    too_early: int


@dataclass(frozen=True)
class Talks:
    """In the first eight weeks. `matches` by number of talks, from none up to six or more.

    Matches that began less than eight weeks ago are `too_early` and left out of everything else.
    """

    matches: tuple[int, ...]
    middle: Median | None
    enough: Share
    too_early: int


def first_contact(courses: Iterable[Course], hours: int, now: datetime) -> FirstContact:
    """A match that ended without a word counts as one where contact never came, not as one that still may."""
    known = list(courses)
    old = [one for one in known if now - one.started_at >= hours * HOUR]
    soon = sum(one.first_contact_at is not None and _waited(one, now).lasted <= hours for one in old)
    return FirstContact(curve(_waited(one, now) for one in known), Share(soon, len(old)), len(known) - len(old))


def talks(courses: Iterable[Course], contacts: Mapping[int, tuple[datetime, ...]], now: datetime) -> Talks:
    """A match that ended sooner counts with the talks that it had."""
    known = list(courses)
    old = [one for one in known if now - one.started_at >= EIGHT_WEEKS]
    counts = [_in_eight_weeks(one, contacts.get(one.id, ())) for one in old]
    shown = Counter(min(count, MOST_TALKS) for count in counts)
    return Talks(
        matches=tuple(shown[number] for number in range(MOST_TALKS + 1)),
        middle=median(counts),
        enough=Share(sum(count >= ENOUGH_TALKS for count in counts), len(counts)),
        too_early=len(known) - len(old),
    )


def length(courses: Iterable[Course], now: datetime) -> Curve:
    """How many days matches last; of those that run it is only known that they last longer than until now."""
    return curve(
        Spell(((one.ended_at or now) - one.started_at) / DAY, happened=one.ended_at is not None) for one in courses
    )


def _waited(one: Course, now: datetime) -> Spell:
    until = one.first_contact_at or now
    return Spell((until - one.started_at) / HOUR, happened=one.first_contact_at is not None)


def _in_eight_weeks(one: Course, moments: Iterable[datetime]) -> int:
    return sum(moment - one.started_at <= EIGHT_WEEKS for moment in moments)
