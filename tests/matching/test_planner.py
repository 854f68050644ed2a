"""The planner: never on an impossible day, more demand never ranks lower, and no reason that is not so."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.hosting import is_free, span
from matching.people import Daypart, Place
from matching.planner import FIRST_DAYS, LAST_DAYS, LEAST_QUESTIONS, plans
from matching.planner_facts import Candidate, Demand, Gathering, Helper, Known, Moment, Reason
from matching.planner_score import part_of

TODAY = date(2026, 11, 24)
SPOTS = {"A": Place("A", 52.63, 4.75), "B": Place("B", 52.67, 4.70), "C": Place("C", 52.53, 4.71)}
STARTS = {Daypart.MORNING: 570, Daypart.AFTERNOON: 810, Daypart.EVENING: 1170}
EVENING = ((1, 1140, 1320),)


def known(**facts: Any) -> Known:
    usual: dict[str, Any] = {"today": TODAY, "spots": SPOTS, "starts": STARTS, "minutes": 120}
    return Known(**{**usual, **facts})


def held(days: int, hour: int, municipality: str = "A", people: int | None = 6, *, cafe: bool = True) -> Gathering:
    start = datetime.combine(TODAY + timedelta(days=days), time(hour))
    return Gathering(start, start + timedelta(hours=2), municipality, cafe, people if days < 0 else None)


def helper(*groups: str, hours: Any = EVENING, travel_km: int = 30) -> Helper:
    return Helper(hours, frozenset(groups), SPOTS["A"], travel_km)


demands = st.builds(
    Demand, st.sampled_from("ABCX"), st.sampled_from(("D", "F", "G")), st.integers(0, 80), st.integers(0, 30)
)
gatherings = st.builds(
    held, st.integers(-90, 90), st.sampled_from((9, 13, 19)), st.sampled_from("ABC"), st.integers(0, 20),
    cafe=st.booleans(),
)  # fmt: skip
helpers = st.builds(
    Helper,
    st.lists(st.sampled_from(((1, 1140, 1320), (3, 540, 720), (4, 0, 1440))), max_size=3).map(tuple),
    st.frozensets(st.sampled_from(("D", "F"))),
    st.sampled_from(list(SPOTS.values())),
    st.integers(0, 20),
)
closed = st.dictionaries(
    st.sampled_from("ABC"), st.frozensets(st.integers(14, 56).map(lambda n: TODAY + timedelta(days=n)), max_size=40)
)
anything = st.builds(
    known,
    demand=st.lists(demands, max_size=6, unique_by=lambda one: (one.municipality, one.group)).map(tuple),
    gatherings=st.lists(gatherings, max_size=8).map(tuple),
    helpers=st.lists(helpers, max_size=4).map(tuple),
    closed=closed,
)
some = settings(max_examples=30, deadline=None)


@some
@given(anything)
def test_no_plan_is_too_soon_on_a_closed_day_on_a_sunday_or_at_the_time_of_something_else(facts: Known) -> None:
    found = plans(facts)

    for one in found:
        day = one.moment.start.date()
        taken: list[Moment | Gathering] = [other.moment for other in found if other is not one]
        taken += facts.gatherings
        assert FIRST_DAYS <= (day - TODAY).days <= LAST_DAYS
        assert day not in (facts.closed or {}).get(one.moment.municipality, ())
        assert day.weekday() < 6
        assert not any(other.start < one.moment.end and one.moment.start < other.end for other in taken)


@some
@given(anything)
def test_every_plan_is_about_what_is_asked_often_enough_and_where_there_is_a_venue(facts: Known) -> None:
    asked = {
        (one.municipality, one.group)
        for one in facts.demand
        if one.questions - one.covered >= LEAST_QUESTIONS and one.municipality in SPOTS
    }

    found = [(one.moment.municipality, one.group) for one in plans(facts)]

    assert (set(found) <= asked, len(found), all(0 <= one.score <= 100 for one in plans(facts))) == (
        True, len(set(found)), True,
    )  # fmt: skip


@some
@given(anything, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_known_changes_nothing(facts: Known, random: Any) -> None:
    mixed: dict[str, Any] = {
        name: tuple(random.sample(getattr(facts, name), len(getattr(facts, name))))
        for name in ("demand", "gatherings", "helpers")
    }

    assert plans(replace(facts, **mixed)) == plans(facts)


@some
@given(anything, st.integers(0, 5), st.integers(1, 60))
def test_more_demand_never_ranks_lower(facts: Known, which: int, more: int) -> None:
    def rank(found: tuple[Candidate, ...], one: Demand) -> int:
        places = [(each.moment.municipality, each.group) for each in found]
        wanted = (one.municipality, one.group)
        return places.index(wanted) if wanted in places else len(facts.demand)

    if not facts.demand:
        return
    one = facts.demand[which % len(facts.demand)]
    raised = tuple(replace(each, questions=each.questions + more) if each is one else each for each in facts.demand)

    assert rank(plans(replace(facts, demand=raised)), one) <= rank(plans(facts), one)


@some
@given(anything)
def test_every_reason_is_true_of_what_is_known(facts: Known) -> None:
    for one in plans(facts):
        for reason in one.reasons:
            assert is_true(reason, one, facts), reason


def able_to_host(moment: Moment, facts: Known) -> list[Helper]:
    return [
        each
        for each in facts.helpers
        if is_free(each.hours, span(moment.start, moment.end))
        and each.place.km_to(SPOTS[moment.municipality]) <= each.travel_km
    ]


def who_came_then(moment: Moment, facts: Known) -> list[int]:
    """How many came to each café on that weekday and part of the day."""
    then = (moment.start.weekday(), moment.part)
    cafes = [one for one in facts.gatherings if one.cafe and (one.start.weekday(), part_of(one.start)) == then]
    return [one.people for one in cafes if one.people is not None]


def is_true(reason: Reason, one: Candidate, facts: Known) -> bool:
    moment, values = one.moment, reason.values
    there = [each.start.date() for each in facts.gatherings if each.cafe and each.municipality == moment.municipality]
    able, same = able_to_host(moment, facts), who_came_then(moment, facts)
    if reason.key == "demand":
        wanted = Demand(moment.municipality, one.group, values["questions"], values["covered"])
        return wanted in facts.demand
    if reason.key in ("last", "next"):
        gap = (moment.start.date() - values["day"]).days
        closest = min(abs((moment.start.date() - day).days) for day in there)
        return values["day"] in there and abs(gap) == values["days"] == closest and (gap >= 0) == (reason.key == "last")
    truths = {
        "hosts_know": values.get("n") == sum(one.group in each.groups for each in able) and bool(values.get("n")),
        "hosts_free": values.get("n") == len(able) and not any(one.group in each.groups for each in able),
        "hosts_none": not able,
        "turnout": values.get("cafes") == len(same)
        and bool(same)
        and values["average"] == round(sum(same) / len(same)),
        "turnout_new": not same,
        "never": not there,
        "alone": all(each.start.date() != moment.start.date() for each in facts.gatherings),
    }
    return truths[reason.key]


def test_the_best_moment_has_people_who_come_and_a_buddy_who_knows() -> None:
    best, *_others = plans(
        known(
            demand=(Demand("A", "D", 40), Demand("B", "D", 10)),
            gatherings=(*(held(-days, 19, "A", 9) for days in (70, 77, 84)), held(-72, 9, "A", 1)),
            helpers=(helper("D"), helper("F")),
        )
    )

    assert (best.moment.municipality, best.group) == ("A", "D")
    assert (best.moment.start.weekday(), best.moment.part) == (1, Daypart.EVENING)
    assert [one.key for one in best.reasons] == ["demand", "hosts_know", "turnout", "last", "alone"]
    assert best.reasons[2].values == {"weekday": 1, "part": Daypart.EVENING, "cafes": 3, "average": 9}


def test_one_full_afternoon_weighs_less_than_many_good_evenings() -> None:
    often = [held(-days, 19, "B", 12) for days in range(70, 141, 7)]
    once = held(-67, 13, "B", 14)

    best, *_others = plans(known(demand=(Demand("A", "D", 40),), gatherings=(once, *often)))

    assert (best.moment.start.weekday(), best.moment.part) == (1, Daypart.EVENING)


def test_a_café_that_covered_the_questions_leaves_nothing_to_plan() -> None:
    assert plans(known(demand=(Demand("A", "D", 30, covered=28),))) == ()


def test_nothing_known_gives_nothing() -> None:
    assert plans(known()) == ()
