"""A gathering that repeats, over HTTP: its rule, the dates seen before saving, a change for more than one date."""

from datetime import datetime
from typing import Any

import pytest

from dashboard.parts.gatherings.event_fields import FORM
from dashboard.parts.gatherings.event_repeat import REPEAT
from store.database import Database
from store.models import Event
from store.states import EventState
from tests.dashboard.gatherings.gathering_form import gone_to, opened, repeated, said, save, staff, stored
from tests.doors import Visitor

MONTHLY = {"every": "month_weekday", "count": 3}


def test_a_gathering_repeats_and_closed_days_are_left_out(database: Database, now: datetime) -> None:
    weekly = {"every": "week", "count": 4}

    answer = save(staff(database, now), "public", repeat=weekly)

    assert gone_to(answer) == "/werk/kalender/1"
    assert [(one.series_date.isoformat(), one.state) for one in map(stored_in(database), range(1, 5))] == [
        ("2026-12-08", EventState.OPEN),
        ("2026-12-15", EventState.OPEN),
        ("2026-12-22", EventState.SKIPPED),
        ("2026-12-29", EventState.SKIPPED),
    ]


def stored_in(database: Database) -> Any:
    return lambda number: stored(database, number)


@pytest.mark.parametrize(
    ("repeat", "sentence"),
    [
        ({"every": "week"}, "Vul in hoe vaak het is, of tot en met welke dag."),
        ({"every": "week", "until": "2026-12-01"}, "Zo komt er geen enkele datum uit."),
        ({"every": "week", "until": "2040-12-01"}, "Dit worden meer dan 366 datums."),
        ({"every": "week", "count": 400}, "Vul 366 of minder in: Hoe vaak"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_written(
    sqlite: Database, now: datetime, repeat: dict[str, Any], sentence: str
) -> None:
    answer = save(staff(sqlite, now), repeat=repeat)

    assert sentence in said(answer)
    assert len([one for one in wrong_in_rule(answer) if one]) == 1
    assert gone_to(answer) is None
    with sqlite.reading() as session:
        assert session.query(Event).count() == 0


def wrong_in_rule(answer: dict[str, Any]) -> list[str | None]:
    """The sentences at the fields of the rule: the first of them gets the focus."""
    (found,) = [part["error"] for key, part in answer["response"].items() if f'"{REPEAT}"' in key]
    return list(found)


def test_one_date_of_a_rule_without_such_an_hour_is_named_at_the_field(sqlite: Database, now: datetime) -> None:
    night: dict[str, Any] = {"date": "2027-03-21", "start": "02:30", "end": "04:00"}

    answer = save(staff(sqlite, now), repeat={"every": "week", "count": 2}, **night)

    assert "Van: Op zondag 28 maart bestaat 02:30 niet" in said(answer)
    assert (gone_to(answer), wrong_in_rule(answer)) == (None, [None] * 5)


def test_a_rule_with_only_closed_days_is_refused_at_its_field(sqlite: Database, now: datetime) -> None:
    answer = save(staff(sqlite, now), date="2026-12-22", repeat={"every": "week", "count": 2})

    assert "Hoe vaak: Al deze dagen zijn gesloten." in said(answer)
    assert gone_to(answer) is None


def previewed(visitor: Visitor, repeat: dict[str, Any], day: str | None = "2026-12-08", **typed: str) -> str:
    values = {"date": day, "start": "19:30", "end": "21:30", "venue": "De Wilg", "municipality": "GM0361", **typed}
    inputs = [({"type": "field", "form": FORM, "key": key}, "value", value) for key, value in values.items()]
    answer = visitor.call(visitor.doors.output_of("event-dates.children"), [(..., "", repeated(repeat)), *inputs])
    assert answer.status_code == 200
    return str(answer.get_json()["response"])


def test_the_dates_are_seen_before_saving_with_closed_days_marked(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    found = previewed(visitor, {"every": "week", "count": 4})
    kept = previewed(visitor, {"every": "week", "count": 4, "skips": []})

    assert all(
        part in found
        for part in ("Elke week op dinsdag, 4 keer. 2 bijeenkomsten. 2 dagen vallen weg.", "Kerstvakantie, valt weg")
    )
    assert ("4 bijeenkomsten" in kept, "valt weg" in kept, "Kerstvakantie" in kept) == (True, False, True)


def test_every_date_says_what_else_goes_on_then(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor, date="2026-12-15", title="Pubercafé")

    found = previewed(visitor, {"every": "week", "count": 4})
    elsewhere = previewed(visitor, {"every": "week", "count": 4}, municipality="GM0363")

    assert found.count("De Wilg is dan in gebruik: Pubercafé, 19:30–21:30.") == 1
    assert "Op 1 dag is er al iets anders." in found
    assert "iets anders" not in elsewhere


def test_the_preview_names_the_date_that_cannot_be(sqlite: Database, now: datetime) -> None:
    visitor, twice = staff(sqlite, now), {"every": "week", "count": 2}

    night = previewed(visitor, twice, "2027-03-21", start="02:30", end="04:00")
    past = previewed(visitor, twice, "2026-11-17")

    assert "Op zondag 28 maart bestaat 02:30 niet" in night
    assert past.count("Deze dag en tijd zijn al voorbij.") == 1


def test_the_preview_says_up_to_when_school_holidays_are_known(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    near, far = (previewed(visitor, {"every": "week", "count": 4}, day) for day in ("2026-12-08", "2044-12-06"))

    assert ["Schoolvakanties zijn bekend tot en met" in page for page in (near, far)] == [False, True]


def test_a_preview_says_what_is_missing(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)

    assert "Kies eerst een datum." in previewed(visitor, MONTHLY, None)
    assert "Vul in hoe vaak het is" in previewed(visitor, {"every": "week"})
    assert "Vul 366 of minder in" in previewed(visitor, {"every": "week", "count": 400})
    assert "Elke tweede dinsdag van de maand, 3 keer" in previewed(visitor, MONTHLY)


@pytest.mark.parametrize(
    ("scope", "titles"),
    [
        ("this", ["Slaapcafé", "Nieuw", "Slaapcafé"]),
        ("later", ["Slaapcafé", "Nieuw", "Nieuw"]),
        ("all", ["Nieuw", "Nieuw", "Nieuw"]),
        ("x", ["Slaapcafé", "Nieuw", "Slaapcafé"]),
    ],
)
def test_a_change_goes_for_one_date_the_later_ones_or_all(
    sqlite: Database, now: datetime, scope: str, titles: list[str]
) -> None:
    visitor = staff(sqlite, now)
    save(visitor, repeat={**MONTHLY, "skips": []})

    save(visitor, number=2, opened=opened(sqlite, 2), date="2027-01-12", title="Nieuw", scope=scope)

    assert [stored(sqlite, number).title for number in (1, 2, 3)] == titles
