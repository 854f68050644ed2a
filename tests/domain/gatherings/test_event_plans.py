"""The form of a gathering becomes a plan."""

from datetime import UTC, datetime

import pytest

from domain.checking import check
from domain.forms import load
from domain.gatherings.event_plans import EventPlan, VenuePlan, plan
from domain.refused import Refused
from store.database import Database

TYPED = {
    "title": " Slaapcafé ",
    "kind": "cafe",
    "topics": ["F1", "G3"],
    "date": "24-11-2026",
    "start": "19:30",
    "end": "21:30",
    "seats": "12",
    "venue": "De Wilg",
    "address": "Kerkstraat 1",
    "municipality": "GM0361",
    "access": "Een lift.",
    "description": "Met koffie.",
}


def planned(database: Database, **typed: object) -> EventPlan:
    with database.reading() as session:
        return plan(check(load(session, "event"), TYPED | typed))


def test_what_was_typed_becomes_a_plan_with_instants(sqlite: Database) -> None:
    assert planned(sqlite) == EventPlan(
        kind="cafe",
        title="Slaapcafé",
        venue=VenuePlan("De Wilg", "GM0361", "Kerkstraat 1", "Een lift."),
        starts_at=datetime(2026, 11, 24, 18, 30, tzinfo=UTC),
        ends_at=datetime(2026, 11, 24, 20, 30, tzinfo=UTC),
        seats=12,
        topics=("F1", "G3"),
        description="Met koffie.",
    )


@pytest.mark.parametrize("end", ["19:30", "18:00"])
def test_an_end_that_is_not_after_the_start_is_refused(sqlite: Database, end: str) -> None:
    with pytest.raises(Refused) as refused:
        planned(sqlite, end=end)

    assert (refused.value.key, refused.value.field) == ("event.end_before_start", "end")


def test_a_start_in_the_hour_that_march_skips_names_its_field(sqlite: Database) -> None:
    with pytest.raises(Refused) as refused:
        planned(sqlite, date="2027-03-28", start="02:30", end="04:00")

    assert (refused.value.key, refused.value.field) == ("time.skipped", "start")


def test_an_evening_over_the_october_night_is_an_hour_longer(sqlite: Database) -> None:
    over_the_night = planned(sqlite, date="2027-10-31", start="01:30", end="03:30")

    assert (over_the_night.ends_at - over_the_night.starts_at).total_seconds() == 3 * 3600
