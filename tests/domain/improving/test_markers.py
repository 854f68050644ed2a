"""What happened meanwhile, for the charts."""

from datetime import date, datetime

import pytest

from domain.actors import Actor, Role
from domain.improving import markers
from domain.improving.markers import MarkerPlan
from domain.refused import Refused
from store.database import Database
from store.queries.numbers import happenings
from store.states import MarkerKind
from tests import make

LAW = MarkerKind.LAW
POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)


def names(database: Database, first: date, last: date) -> list[str]:
    with database.reading() as session:
        return [one.name for one in happenings.between(session, first, last)]


def test_charts_show_what_touches_their_months_the_earliest_first(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for plan in (
            MarkerPlan(MarkerKind.CAMPAIGN, "Brief aan alle ouders", date(2026, 2, 1), date(2026, 2, 28)),
            MarkerPlan(LAW, "Nieuwe wet", date(2026, 1, 1)),
            MarkerPlan(LAW, "Oude wet", date(2025, 8, 1)),
        ):
            markers.add(session, plan, by=POLICY, now=now)

    assert names(database, date(2026, 1, 1), date(2026, 2, 10)) == ["Nieuwe wet", "Brief aan alle ouders"]


def test_what_was_taken_away_can_be_put_back(sqlite: Database, now: datetime) -> None:
    plan = MarkerPlan(LAW, "Nieuwe wet", date(2026, 1, 1))
    with sqlite.writing() as session:
        marker_id = markers.add(session, plan, by=make.COORDINATOR, now=now)
        was = markers.remove(session, marker_id, by=make.COORDINATOR, now=now)
        again = markers.remove(session, marker_id, by=make.COORDINATOR, now=now)

    assert (was, again) == (plan, None)


def test_a_marker_can_be_changed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        marker_id = markers.add(session, MarkerPlan(LAW, "Wet", date(2026, 1, 1)), by=POLICY, now=now)
        markers.change(session, marker_id, MarkerPlan(LAW, "Nieuwe wet", date(2026, 8, 1)), by=POLICY, now=now)

    assert names(sqlite, date(2026, 8, 1), date(2026, 8, 1)) == ["Nieuwe wet"]


@pytest.mark.parametrize(
    ("plan", "key"),
    [
        (MarkerPlan(LAW, "  ", date(2026, 1, 1)), "marker.name_needed"),
        (MarkerPlan(LAW, "Wet", date(2026, 1, 2), date(2026, 1, 1)), "marker.backwards"),
    ],
)
def test_what_makes_no_sense_is_refused(sqlite: Database, now: datetime, plan: MarkerPlan, key: str) -> None:
    with pytest.raises(Refused, match=key), sqlite.writing() as session:
        markers.add(session, plan, by=POLICY, now=now)


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.BUDDY])
def test_others_than_policy_staff_and_coordinators_may_not(sqlite: Database, now: datetime, role: Role) -> None:
    other = Actor(name="Ada", roles=frozenset({role}), account_id=8)

    with pytest.raises(Refused, match="not_allowed"), sqlite.writing() as session:
        markers.add(session, MarkerPlan(LAW, "Wet", date(2026, 1, 1)), by=other, now=now)
