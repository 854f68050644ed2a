"""Saying how it was, through the link in the letter."""

from datetime import datetime

from sqlalchemy import select

from domain.taking_part import feedback
from store.database import Database
from store.models import Feedback
from tests import make
from tests.public.visitor import Visitor


def link(database: Database, now: datetime) -> str:
    with database.writing() as session:
        return f"/link/{feedback.link(session, make.cafe(session, now=now), now=now)}"


def answers(database: Database) -> list[tuple[int, str | None]]:
    with database.reading() as session:
        return [(row.helped, row.remark) for row in session.scalars(select(Feedback))]


def test_a_look_answers_nothing(sqlite: Database, passer_by: Visitor, now: datetime) -> None:
    page = passer_by.read(link(sqlite, now))

    assert ("Heeft deze bijeenkomst u geholpen?" in page.text, "90 dagen" in page.text, answers(sqlite)) == (
        True,
        True,
        [],
    )


def test_an_answer_is_kept_and_thanked_for(database: Database, visitor: Visitor, now: datetime) -> None:
    address = link(database, now)

    answer = visitor.send(address, helped="4", remark="Fijn")

    assert (answer.status_code, answers(database)) == (303, [(4, "Fijn")])
    assert "Dank u wel" in visitor.read(address).text


def test_a_second_answer_changes_nothing_and_is_thanked_for_too(
    sqlite: Database, passer_by: Visitor, now: datetime
) -> None:
    address = link(sqlite, now)
    form = passer_by.read(address).forms[0]

    for helped in "41":
        sent = {"csrf_token": form["csrf_token"], "helped": helped, "remark": ""}
        answer = passer_by.client.post(address, data=sent, headers={"Sec-Fetch-Site": "same-origin"})

    assert (answer.status_code, answers(sqlite)) == (303, [(4, None)])


def test_without_a_choice_the_page_says_so_and_keeps_the_remark(
    sqlite: Database, passer_by: Visitor, now: datetime
) -> None:
    answer = passer_by.send(link(sqlite, now), remark="Mooi verhaal")

    assert (answer.status_code, "Mooi verhaal" in answer.text, answers(sqlite)) == (422, True, [])


def test_a_choice_that_does_not_exist_is_refused(sqlite: Database, passer_by: Visitor, now: datetime) -> None:
    assert passer_by.send(link(sqlite, now), helped="9").status_code == 422


def test_the_page_reads_english(sqlite: Database, passer_by: Visitor, now: datetime) -> None:
    page = passer_by.client.get(link(sqlite, now), headers={"Accept-Language": "en"})

    assert "Did this gathering help you?" in page.text
