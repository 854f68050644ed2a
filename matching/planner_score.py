"""How good a moment is for a café about a subject: demand, hosts, turnout and rest, each with its reason."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from matching.people import Daypart
from matching.planner_facts import Demand, Gathering, Helper, Moment, Reason

FOR_DEMAND, FOR_HOSTS, FOR_TURNOUT, FOR_REST = 40, 25, 20, 15
HALF_OF_DEMAND = 20  # so many open questions give half of the points
ENOUGH_HOSTS = 2
# The average of a few cafés is drawn towards somewhat less than that of all, as if there had been so many more.
CAREFUL, SOMEWHAT_LESS = 3, 0.8
RESTED_DAYS = 60
UNKNOWN = 0.5


@dataclass(frozen=True)
class Turnout:
    """How many cafés there were in each part of each day of the week, and how many people came to them in all."""

    by_slot: Mapping[tuple[int, Daypart], tuple[int, int]]

    @classmethod
    def of(cls, gatherings: Iterable[Gathering]) -> "Turnout":
        found: defaultdict[tuple[int, Daypart], tuple[int, int]] = defaultdict(lambda: (0, 0))
        for one in gatherings:
            if one.cafe and one.people is not None:
                slot = one.start.weekday(), part_of(one.start)
                cafes, people = found[slot]
                found[slot] = cafes + 1, people + one.people
        return cls(found)

    def value(self, slot: tuple[int, Daypart]) -> float:
        """0..1: the careful average of this part of the week beside that of the best."""
        best = max((self._average(one) for one in self.by_slot), default=0.0)
        return min(1.0, self._average(slot) / best) if best else UNKNOWN

    def _average(self, slot: tuple[int, Daypart]) -> float:
        every = self.by_slot.values()
        overall = sum(people for _cafes, people in every) / sum(cafes for cafes, _people in every)
        cafes, people = self.by_slot.get(slot, (0, 0))
        return (people + CAREFUL * SOMEWHAT_LESS * overall) / (cafes + CAREFUL)


def part_of(start: datetime | time) -> Daypart:
    """The part of the day in which something that begins at this time lies."""
    if start.hour < 12:
        return Daypart.MORNING
    return Daypart.AFTERNOON if start.hour < 18 else Daypart.EVENING


def of_subject(demand: Demand, able: Sequence[Helper]) -> float:
    """Points for what is asked and who can host it; more open questions never give fewer."""
    knows = _who_know(demand, able)
    hosts = min(1.0, (knows + (len(able) - knows) / 2) / ENOUGH_HOSTS)
    return FOR_DEMAND * (demand.open / (demand.open + HALF_OF_DEMAND)) + FOR_HOSTS * hosts


def of_moment(moment: Moment, turnout: Turnout, gatherings: Iterable[Gathering]) -> float:
    """Points for how many come at such a time, and for how long ago the last café there was, or the next one is."""
    day = nearest(moment, gatherings)
    rest = 1.0 if day is None else min(1.0, _days(moment, day) / RESTED_DAYS)
    return FOR_TURNOUT * turnout.value(_slot(moment)) + FOR_REST * rest


def reasons(
    demand: Demand, moment: Moment, able: Sequence[Helper], turnout: Turnout, known: Sequence[Gathering]
) -> tuple[Reason, ...]:
    """What the points stand for."""
    return (
        Reason("demand", {"questions": demand.questions, "covered": demand.covered}),
        _hosts(_who_know(demand, able), len(able)),
        _came(_slot(moment), turnout),
        _gap(moment, known),
        *_alone(moment, known),
    )


def nearest(moment: Moment, gatherings: Iterable[Gathering]) -> date | None:
    """The day of the café in the same municipality that lies closest, the earlier of two; None without any."""
    days = (one.start.date() for one in gatherings if one.cafe and one.municipality == moment.municipality)
    return min(days, key=lambda day: (_days(moment, day), day), default=None)


def _days(moment: Moment, day: date) -> int:
    return abs((moment.start.date() - day).days)


def _slot(moment: Moment) -> tuple[int, Daypart]:
    return moment.start.weekday(), moment.part


def _who_know(demand: Demand, able: Iterable[Helper]) -> int:
    return sum(1 for one in able if demand.group in one.groups)


def _hosts(knows: int, able: int) -> Reason:
    if knows:
        return Reason("hosts_know", {"n": knows})
    return Reason("hosts_free", {"n": able}) if able else Reason("hosts_none", {})


def _came(slot: tuple[int, Daypart], turnout: Turnout) -> Reason:
    cafes, people = turnout.by_slot.get(slot, (0, 0))
    where = {"weekday": slot[0], "part": slot[1]}
    if not cafes:
        return Reason("turnout_new", where)
    return Reason("turnout", {**where, "cafes": cafes, "average": round(people / cafes)})


def _gap(moment: Moment, known: Iterable[Gathering]) -> Reason:
    day = nearest(moment, known)
    if day is None:
        return Reason("never", {})
    key = "last" if day <= moment.start.date() else "next"
    return Reason(key, {"day": day, "days": _days(moment, day)})


def _alone(moment: Moment, known: Iterable[Gathering]) -> tuple[Reason, ...]:
    if any(one.start.date() == moment.start.date() for one in known):
        return ()
    return (Reason("alone", {}),)
