"""The register through its door: saving, errors by field, undo, the list."""

from datetime import date, datetime
from typing import Any

from dashboard.parts.numbers.question_list import UNDO
from store.database import Database
from tests import make
from tests.dashboard.numbers.question_page import everything, fields, filled, staff
from tests.doors import Visitor, many, prop_id


def save(visitor: Visitor, database: Database, **typed: object) -> dict[str, Any]:
    output = visitor.doors.heard_by("question-save")
    sent = [("question-token", "data", typed.pop("token", None)), fields(database, **typed)]
    answer = visitor.call(output, [("question-save", "n_clicks", 1)], sent)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.get_json()
    return found


def listed(visitor: Visitor, **chosen: object) -> str:
    inputs = [
        ("question-month", "value", chosen.get("month")),
        ("question-topic", "value", chosen.get("topic")),
        ("question-place", "value", chosen.get("place")),
        ("question-open", "checked", chosen.get("unfinished", False)),
        ("question-page", "value", chosen.get("page", 1)),
        ("question-changed", "data", None),
    ]
    return visitor.call(visitor.doors.output_of("question-list.children"), inputs).get_data(as_text=True)


def test_a_question_is_saved_and_the_form_is_empty_again(database: Database, now: datetime) -> None:
    answer = save(staff(database, now), database, topics=["D2"], channel="phone", municipality="Schoorl", open=["yes"])

    (row,) = everything(database)
    assert (row.channel, row.municipality_code, row.closed) == ("phone", "GM0373", False)
    assert "Opgeslagen." in str(answer)
    assert filled(answer, "value") == []


def test_what_is_wrong_is_named_by_field_and_nothing_is_lost(sqlite: Database, now: datetime) -> None:
    answer = save(staff(sqlite, now), sqlite, topics=["D2"], asked_on="2030-01-01", minutes="veel")

    errors = ["Vul in: Hoe kwam de vraag binnen?", "Vul een heel getal in: Aantal minuten"]
    assert (filled(answer, "error"), filled(answer, "value"), everything(sqlite)) == (errors, [], [])


def test_a_refusal_of_the_register_stands_at_its_field(sqlite: Database, now: datetime) -> None:
    answer = save(staff(sqlite, now), sqlite, topics=["D2"], channel="phone", asked_on="2030-01-01")

    assert (filled(answer, "error"), everything(sqlite)) == (["Kies een datum tussen 1 januari 2000 en vandaag."], [])


def test_undo_takes_it_back_and_the_second_click_says_that_it_is_gone(database: Database, now: datetime) -> None:
    visitor = staff(database, now)
    save(visitor, database, topics=["D2"], channel="phone")
    (row,) = everything(database)
    button = {"type": UNDO, "number": row.id, "place": "said"}

    def undo() -> str:
        output = visitor.doors.heard_by(f'{{"number":["ALL"],"place":"said","type":"{UNDO}"}}')
        pressed = (..., "", many((button, "n_clicks", 1)))
        return visitor.call(output, [pressed], triggered=[prop_id(button, "n_clicks")]).get_data(as_text=True)

    first, second = undo(), undo()

    assert everything(database) == []
    assert ("De vraag is weer weg." in first, "Dit bestaat niet (meer)." in second) == (True, True)


def test_the_list_is_narrowed_by_month_and_topic(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 3), topics=("B3", "F6"))
        make.question(session, now=now, asked_on=date(2026, 10, 3), channel="mail", municipality="Alkmaar")
    visitor = staff(sqlite, now)

    def dates(page: str) -> list[bool]:
        return ["3 september 2026" in page, "3 oktober 2026" in page]

    september = str(2026 * 12 + 8)
    assert dates(listed(visitor)) == [True, True]
    assert dates(listed(visitor, month=september)) == [True, False]
    assert dates(listed(visitor, topic="D2")) == [False, True]
    assert "Kies een andere maand" in listed(visitor, month=september, topic="D2")


def test_an_empty_register_says_what_to_do(sqlite: Database, now: datetime) -> None:
    assert "Schrijf de eerste vraag op." in listed(staff(sqlite, now))


def test_a_form_that_arrives_twice_is_saved_once(database: Database, now: datetime) -> None:
    visitor = staff(database, now)
    for _ in range(2):
        answer = save(visitor, database, topics=["D2"], channel="phone", token="a" * 32)

    assert ("Opgeslagen." in str(answer), len(everything(database))) == (True, 1)


def test_what_still_has_to_be_done_comes_first_the_oldest_of_it_first(database: Database, now: datetime) -> None:
    with database.writing() as session:
        for day, unfinished in ((date(2026, 9, 3), True), (date(2026, 9, 4), False), (date(2026, 9, 5), True)):
            make.question(session, now=now, asked_on=day, open=unfinished)

    page = listed(staff(database, now))

    assert page.index("3 september") < page.index("5 september") < page.index("4 september")
    assert "4 september" not in listed(staff(database, now), unfinished=True)


def test_the_choices_stand_in_the_address(sqlite: Database, now: datetime) -> None:
    page = listed(staff(sqlite, now), month="24320", topic="D2", place="GM0361", unfinished=True)

    assert "maand=24320&onderwerp=D2&gemeente=GM0361&open=ja" in page


def test_a_second_page_shows_the_rest(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.question(session, now=now, asked_on=date(2026, 9, 3))
        for _ in range(25):
            make.question(session, now=now, asked_on=date(2026, 10, 3))

    assert ["3 september" in listed(staff(sqlite, now), page=page) for page in (1, 2)] == [False, True]
