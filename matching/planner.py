"""When the next café could be, where, and about what: every moment for every subject, the best first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from matching.hosting import is_free, span
from matching.planner_facts import Candidate, Demand, Gathering, Helper, Known, Moment
from matching.planner_score import Turnout, of_moment, of_subject, reasons

FIRST_DAYS, LAST_DAYS = 14, 56  # two weeks to invite parents; nobody plans much further ahead
SUNDAY = 6
LEAST_QUESTIONS = 5  # less is chance


@dataclass(frozen=True)
class _Option:
    points: float
    moment: Moment
    demand: Demand

    @property
    def order(self) -> tuple[float, datetime, str, str]:
        return -self.points, self.moment.start, self.moment.municipality, self.demand.group


def plans(known: Known, most: int = 5) -> tuple[Candidate, ...]:
    """The best candidates, each with another subject or municipality; all of them can be held beside each other.

    Steps: score every free moment for every subject that is asked about often enough; take the best, count it as
    planned, and score again for the next. Ties go to the earlier moment, then to the codes. The order in which
    things are known changes nothing.
    """
    wanted = {(one.municipality, one.group): one for one in known.demand if _counts(known, one)}
    able = {moment: _able(known, moment) for moment in moments(known)}
    busy, found = list(known.gatherings), list[Candidate]()
    turnout = Turnout.of(known.gatherings)
    while len(found) < most:
        best = min(_options(wanted.values(), able, turnout, busy), key=lambda one: one.order, default=None)
        if best is None:
            break
        demand, moment = best.demand, best.moment
        why = reasons(demand, moment, able[moment], turnout, known.gatherings)
        found.append(Candidate(moment, demand.group, round(best.points), why))
        del wanted[demand.municipality, demand.group]
        busy.append(Gathering(moment.start, moment.end, moment.municipality))
    return tuple(found)


def moments(known: Known) -> Iterator[Moment]:
    """Every moment at which a café could be: some weeks ahead, no Sunday and no closed day."""
    for ahead in range(FIRST_DAYS, LAST_DAYS + 1):
        day = known.today + timedelta(days=ahead)
        for municipality in sorted(known.spots):
            if day.weekday() == SUNDAY or day in (known.closed or {}).get(municipality, ()):
                continue
            for part, minutes in known.starts.items():
                start = datetime.combine(day, time(minutes // 60, minutes % 60))
                yield Moment(start, start + timedelta(minutes=known.minutes), part, municipality)


def _counts(known: Known, demand: Demand) -> bool:
    return demand.municipality in known.spots and demand.open >= LEAST_QUESTIONS


def _able(known: Known, moment: Moment) -> tuple[Helper, ...]:
    """Who has time then and travels that far."""
    wanted, spot = span(moment.start, moment.end), known.spots[moment.municipality]
    return tuple(
        one
        for one in known.helpers
        if is_free(one.hours, wanted)
        and spot.km_to(one.place) <= one.travel_km
        and not any(start < moment.end and moment.start < end for start, end in one.taken)
    )


def _options(
    wanted: Iterable[Demand], able: Mapping[Moment, Sequence[Helper]], turnout: Turnout, busy: Sequence[Gathering]
) -> Iterator[_Option]:
    by_place = defaultdict[str, list[Demand]](list)
    for one in wanted:
        by_place[one.municipality].append(one)
    for moment, helpers in able.items():
        subjects = by_place[moment.municipality]
        if subjects and not _clashes(moment, busy):
            then = of_moment(moment, turnout, busy)
            yield from (_Option(then + of_subject(demand, helpers), moment, demand) for demand in subjects)


def _clashes(moment: Moment, others: Iterable[Gathering]) -> bool:
    return any(one.start < moment.end and moment.start < one.end for one in others)
