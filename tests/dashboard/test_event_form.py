"""Planning and changing a gathering, over HTTP."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from dashboard.pages.event_form import layout
from dashboard.parts.gatherings.event_fields import FORM, copy_of, values_of
from dashboard.parts.gatherings.event_repeat import REPEAT, repeat_form
from dashboard.parts.gatherings.event_visibility import SAVE
from domain import accounts, forms
from domain.actors import DEMO, Actor, Role
from domain.gatherings import events
from domain.taking_part import sign_ups
from store.database import Database
from store.models import Event
from store.queries import events as shown
from store.states import EventState
from tests import make
from tests.doors import Doors, Visitor, many, prop_id
from web.services import Services

TYPED: dict[str, Any] = {
    "title": "Slaapcafé",
    "kind": "cafe",
    "topics": ["F1"],
    "date": "2026-12-08",
    "start": "19:30",
    "end": "21:30",
    "seats": 12,
    "venue": "De Wilg",
    "address": "Kerkstraat 1",
    "municipality": "GM0361",
    "access": "",
    "description": "Koffie staat klaar.",
}


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def fields(visitor: Visitor, typed: dict[str, Any]) -> list[dict[str, object]]:
    with visitor.doors.database.reading() as session:
        form = forms.load(session, FORM)
    return many(
        *(({"type": "field", "form": FORM, "key": one.key}, "value", typed.get(one.key)) for one in form.fields)
    )


def repeated(typed: dict[str, Any]) -> list[dict[str, object]]:
    """The fields of the rule; without any the gathering doesn't repeat."""
    values = {"step": 1, "skips": ["yes"], **typed}
    return many(*(({"type": "field", "form": REPEAT, "key": one.key}, "value", values.get(one.key))
                  for one in repeat_form().fields))  # fmt: skip


def save(
    visitor: Visitor,
    how: str = "draft",
    number: int | None = None,
    opened: object = None,
    repeat: dict[str, Any] | None = None,
    scope: str = "this",
    reason: str = "",
    **changes: Any,
) -> dict[str, Any]:
    """Press a button of the form; gives what changes on screen by component."""
    button = {"type": SAVE, "how": how, "place": "form"}
    answer = visitor.call(
        visitor.doors.output_of("event-said.children"),
        [(..., "", many((button, "n_clicks", 1)))],
        [
            (..., "", fields(visitor, {**TYPED, **changes})),
            ("event-number", "data", number),
            ("event-opened", "data", opened),
            (..., "", repeated(repeat or {})),
            ("event-scope", "value", scope),
            ("event-reason", "value", reason),
        ],
        [prop_id(button, "n_clicks")],
    )
    assert answer.status_code == 200
    found: dict[str, Any] = answer.get_json() or {}
    return found


def said(answer: dict[str, Any]) -> str:
    return str(answer["response"].get("event-said", {}).get("children"))


def gone_to(answer: dict[str, Any]) -> object:
    return answer["response"].get("address", {}).get("href")


def opened(database: Database, number: int) -> dict[str, object]:
    """What an editor holds who opens the form now."""
    with database.reading() as session:
        event = shown.event(session, number)
    assert event
    return {"at": event.changed_at.isoformat(), "values": values_of(event)}


def stored(database: Database, number: int = 1) -> shown.EventFacts:
    with database.reading() as session:
        found = shown.event(session, number)
    assert found
    return found


def test_a_new_gathering_is_a_draft_until_it_is_made_public(database: Database, now: datetime) -> None:
    visitor = staff(database, now)

    drafted, public = save(visitor), save(visitor, "public", title="Pubercafé")

    assert (gone_to(drafted), gone_to(public)) == ("/werk/kalender/1", "/werk/kalender/2")
    assert [stored(database, number).state for number in (1, 2)] == [EventState.DRAFT, EventState.OPEN]


def test_local_times_become_instants(sqlite: Database, now: datetime) -> None:
    save(staff(sqlite, now), date="2027-07-06")

    assert stored(sqlite).starts_at.isoformat() == "2027-07-06T17:30:00+00:00"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Vul in: Titel"),
        ({"end": "19:00"}, "Tot: Het einde moet na het begin zijn."),
        ({"date": "2026-11-24", "start": "09:00", "end": "10:00"}, "Datum: Deze dag en tijd zijn al voorbij."),
        ({"date": "2027-03-28", "start": "02:30"}, "Van: Op zondag 28 maart bestaat 02:30 niet"),
        ({"seats": 0}, "Plaatsen"),
        ({"date": None}, "Vul in: Datum"),
        ({"kind": "party"}, "Kies uit de lijst: Soort"),
    ],
)
def test_what_is_wrong_is_said_with_its_field_and_nothing_is_written(
    sqlite: Database, now: datetime, changes: dict[str, Any], sentence: str
) -> None:
    answer = save(staff(sqlite, now), **changes)

    assert sentence in said(answer)
    assert gone_to(answer) is None
    with sqlite.reading() as session:
        assert session.query(Event).count() == 0


def test_seats_below_those_taken_are_refused_in_one_sentence(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        sign_ups.sign_up(session, number, make.party(people=4), by=make.COORDINATOR, now=now)

    answer = save(staff(sqlite, now), number=number, opened=opened(sqlite, number), seats=3)

    assert "Er zijn al 4 plaatsen bezet. Kies 4 plaatsen of meer." in said(answer)


def test_the_second_editor_sees_what_changed_and_keeps_what_was_typed(database: Database, now: datetime) -> None:
    with database.writing() as session:
        accounts.add(session, name="Marieke", email="m@example.nl", password="een lang wachtwoord",
                     roles=[Role.COORDINATOR], by=DEMO, now=now)  # fmt: skip
    visitor = staff(database, now)
    save(visitor)
    before = opened(database, 1)
    visitor.doors.now += timedelta(minutes=5)
    save(visitor, number=1, opened=before, seats=20, title="Slaapcafé voor iedereen")

    second = save(visitor, number=1, opened=before, title="Slaap lekker", seats=12)

    values = [row["value"] for row in _rows(second)]
    assert "Marieke wijzigde deze bijeenkomst terwijl u typte." in said(second)
    assert all(word in said(second) for word in ("Slaapcafé voor iedereen", "Slaap lekker", "Overgenomen"))
    assert (stored(database).title, stored(database).seats, values) == ("Slaapcafé voor iedereen", 20, [20])


def _rows(answer: dict[str, Any]) -> list[dict[str, Any]]:
    """The values that were filled into fields; the others were left alone."""
    (found,) = [part for key, part in answer["response"].items() if '"event"' in key]
    return [{"value": value} for value in found["value"] if not _left_alone(value)]


def _left_alone(value: object) -> bool:
    return isinstance(value, dict) and "_dash_no_update" in value


def test_after_seeing_it_the_second_editor_can_save_all_the_same(database: Database, now: datetime) -> None:
    visitor = staff(database, now)
    save(visitor)
    before = opened(database, 1)
    visitor.doors.now += timedelta(minutes=5)
    save(visitor, number=1, opened=before, seats=20)
    seen = save(visitor, number=1, opened=before, title="Slaap lekker")["response"]["event-opened"]["data"]

    again = save(visitor, number=1, opened=seen, title="Slaap lekker", seats=20)

    assert gone_to(again) == "/werk/kalender/1"
    assert (stored(database).title, stored(database).seats) == ("Slaap lekker", 20)


def test_a_draft_that_lies_in_the_past_may_stay_there_but_not_move_there(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor, date="2026-11-25")
    visitor.doors.now += timedelta(days=3)

    text = save(visitor, number=1, opened=opened(sqlite, 1), date="2026-11-25", title="Nieuw")
    moved = save(visitor, number=1, opened=opened(sqlite, 1), date="2026-11-26")

    assert (gone_to(text), gone_to(moved)) == ("/werk/kalender/1", None)
    assert "Deze dag en tijd zijn al voorbij." in said(moved)


def suggested(visitor: Visitor, changed: str, before: dict[str, object], **typed: Any) -> dict[str, object] | None:
    """What the form fills in by itself after `changed`."""
    values = {**dict.fromkeys(TYPED), **typed}
    inputs = [({"type": "field", "form": FORM, "key": key}, "value", values[key]) for key in ("kind", "start", "venue")]
    answer = visitor.call(
        visitor.doors.output_of("event-suggested.data"),
        inputs,
        [(..., "", fields(visitor, values)), ("event-suggested", "data", before)],
        [prop_id({"type": "field", "form": FORM, "key": changed}, "value")],
    )
    return answer.get_json()["response"]["event-suggested"]["data"] if answer.status_code == 200 else None


def test_a_kind_brings_its_usual_seats_and_hours(sqlite: Database, now: datetime) -> None:
    found = suggested(staff(sqlite, now), "kind", {}, kind="training")

    assert found == {"seats": 10, "start": "09:30", "end": "12:30"}


def test_another_kind_brings_its_own_hours_where_the_old_ones_stood(sqlite: Database, now: datetime) -> None:
    before: dict[str, object] = {"seats": 12, "start": "19:30", "end": "21:30"}

    found = suggested(staff(sqlite, now), "kind", before, **{**before, "kind": "training"})

    assert found == {"seats": 10, "start": "09:30", "end": "12:30"}


def test_another_kind_leaves_alone_what_was_typed(sqlite: Database, now: datetime) -> None:
    before: dict[str, object] = {"seats": 12, "start": "19:30", "end": "21:30"}

    found = suggested(staff(sqlite, now), "kind", before, kind="theme", seats=30, start="19:30", end="21:30")

    assert found is None


def test_the_end_follows_the_start(sqlite: Database, now: datetime) -> None:
    before: dict[str, object] = {"end": "21:30"}

    found = suggested(staff(sqlite, now), "start", before, kind="cafe", start="20:00", end="21:30")

    assert found == {"end": "22:00"}


def test_a_known_venue_brings_its_address(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.cafe(session, now=now)

    found = suggested(staff(sqlite, now), "venue", {}, venue="de wilg")

    assert found == {"address": "Kerkstraat 1", "municipality": "GM0361"}


def drawn(database: Database, now: datetime, **address: Any) -> str:
    doors = Doors(database, now)
    with doors.server.test_request_context("/werk/"):
        return str(layout(Services(database, lambda: now, ""), **address))


def test_a_day_in_the_calendar_gives_the_date(sqlite: Database, now: datetime) -> None:
    assert "value='2026-12-08'" in drawn(sqlite, now, datum="2026-12-08")
    assert "value='x'" not in drawn(sqlite, now, datum="x")


def test_a_copy_has_everything_but_the_date(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now, title="Slaapcafé", seats=7)

    page = drawn(sqlite, now, kopie=str(number))

    assert all(part in page for part in ("value='Slaapcafé'", "value=7", "value='De Wilg'", "Kies nog een datum."))
    assert "2026-12-01" not in page


def test_a_topic_that_ended_stays_with_its_gathering_and_does_not_go_along_to_a_copy(
    sqlite: Database, now: datetime
) -> None:
    visitor = staff(sqlite, now)
    save(visitor)
    with sqlite.writing() as session:
        make.ended_topic(session, "F1", now=now)

    answer = save(visitor, number=1, opened=opened(sqlite, 1), title="Beter slapen")

    assert (gone_to(answer), stored(sqlite).title) == ("/werk/kalender/1", "Beter slapen")
    with sqlite.reading() as session:
        assert copy_of(session, stored(sqlite))["topics"] == []


def test_what_is_called_off_cannot_be_changed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        number = make.cafe(session, now=now)
        events.cancel(session, number, by=make.COORDINATOR, now=now)

    assert "U kunt dit niet wijzigen" in drawn(sqlite, now, event_id=number)
    assert "U kunt dit niet wijzigen" in drawn(sqlite, now, event_id=99)


@pytest.mark.parametrize("actor", [make.buddy_actor(3), Actor("Bo", frozenset({Role.POLICY}), 9)])
@pytest.mark.parametrize("callback", ["event-said.children", "event-suggested.data"])
def test_nobody_but_the_coordinator_plans(sqlite: Database, now: datetime, actor: Actor, callback: str) -> None:
    doors = Doors(sqlite, now)
    visitor = doors.visitor(actor)

    assert visitor.call(doors.output_of(callback)).status_code == 403
    assert visitor.get("/werk/kalender/nieuw").status_code == 403


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


def test_why_something_changed_is_kept(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor, "public")

    save(visitor, number=1, opened=opened(sqlite, 1), start="20:00", reason="De zaal is bezet.")

    assert stored(sqlite).reason == "De zaal is bezet."


def test_how_people_sign_up_and_take_part_online_is_kept(database: Database, now: datetime) -> None:
    typed: dict[str, Any] = {"mode": "approval", "queue": "fill", "offer_hours": 6, "last_hours": 0, "online_seats": 40,
             "online_url": "https://meet.example/cafe", "audience": "vo", "seats": 0}  # fmt: skip

    save(staff(database, now), **typed)

    found = values_of(stored(database))
    assert {key: found[key] for key in typed} == typed


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"online_url": "http://meet.example"}, "Een link begint met https://"),
        ({"online_url": "javascript:alert(1)"}, "Een link begint met https://"),
        ({"seats": 0}, "Vul in hoeveel mensen kunnen komen"),
    ],
)
def test_a_link_is_safe_and_somebody_can_come(
    sqlite: Database, now: datetime, changes: dict[str, Any], sentence: str
) -> None:
    assert sentence in said(save(staff(sqlite, now), **changes))


def test_what_few_gatherings_need_is_folded_away_until_it_differs(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor)
    save(visitor, mode="open_door")

    usual, special = drawn(sqlite, now, event_id=1), drawn(sqlite, now, event_id=2)

    assert ("open=True" in usual, "open=True" in special) == (False, True)


def clashing(visitor: Visitor, number: int | None = None, **typed: Any) -> str:
    values = {**TYPED, **typed}
    keys = ("date", "start", "end", "venue", "municipality")
    inputs = [({"type": "field", "form": FORM, "key": key}, "value", values[key]) for key in keys]
    answer = visitor.call("event-clashes.children", inputs, [("event-number", "data", number)])
    return str(answer.get_json() if answer.status_code == 200 else "")


def test_a_clash_is_said_while_typing(sqlite: Database, now: datetime) -> None:
    visitor = staff(sqlite, now)
    save(visitor)

    assert "De Wilg is dan in gebruik: Slaapcafé, 19:30–21:30." in clashing(visitor)
    assert "Deze dag is gesloten: Kerstvakantie." in clashing(visitor, date="2026-12-22")
    assert "in gebruik" not in clashing(visitor, number=1)


@pytest.mark.parametrize("typed", [{"date": None}, {"start": ""}, {"date": "2027-03-28", "start": "02:30"}])
def test_what_is_no_moment_yet_clashes_with_nothing(sqlite: Database, now: datetime, typed: dict[str, Any]) -> None:
    assert "Li" not in clashing(staff(sqlite, now), **typed)
