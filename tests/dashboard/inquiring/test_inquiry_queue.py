"""The queue of questions from parents and the phone list, page by page."""

from datetime import datetime, timedelta

from store.database import Database
from store.door_states import InquiryKind, InquiryState
from store.queries import inquiries
from store.sessions import Session
from tests.counting import counted
from tests.dashboard.inquiring.inquiry_page import opened, staff, written
from tests.doors import Visitor


def listed(visitor: Visitor, chosen: str, page: int = 1) -> str:
    inputs = [("inquiries-state", "value", chosen), ("inquiries-page", "value", page)]
    output = visitor.doors.output_of("inquiries-list.children")
    return visitor.call(output, inputs, (), ["inquiries-page.value"]).get_data(as_text=True)


def test_the_queue_shows_who_is_late_first(sqlite: Database, now: datetime) -> None:
    written(sqlite, "Nieuwe vraag", now=now)
    written(sqlite, "Oude vraag", now=now - timedelta(days=7))

    page = listed(staff(sqlite, now), "open")

    assert page.index("Oude vraag") < page.index("Nieuwe vraag")
    assert "5 dagen te laat" in page
    assert "Ouder, zonder naam" in page


def test_an_empty_queue_says_so(sqlite: Database, now: datetime) -> None:
    assert "Geen vragen" in listed(staff(sqlite, now), "open")


def test_the_phone_list_holds_who_gave_a_number(sqlite: Database, now: datetime) -> None:
    written(sqlite, "Zonder nummer", now=now)
    written(sqlite, "", now=now, kind=InquiryKind.CALL_BACK, name="Farida", phone="06 12345678")

    page = listed(staff(sqlite, now), "call")

    assert ("Farida" in page, "tel:0612345678" in page, "Zonder nummer" in page) == (True, True, False)


def test_the_queue_goes_page_by_page(sqlite: Database, now: datetime) -> None:
    for number in range(30):
        written(sqlite, f"Vraag nummer {number:02}.", now=now)
    visitor = staff(sqlite, now)

    pages = [listed(visitor, "open", page) for page in (1, 2, 9)]

    assert [page.count("Vraag nummer") for page in pages] == [25, 5, 5]


def test_a_page_costs_as_many_queries_with_one_as_with_thirty(sqlite: Database, now: datetime) -> None:
    def read(session: Session) -> object:
        return inquiries.part(session, InquiryState.OPEN, most=25)

    written(sqlite, now=now, topic_code="C1")
    few = counted(sqlite, read)
    for number in range(30):
        written(sqlite, f"Vraag {number}", now=now, topic_code="C1")

    assert counted(sqlite, read) == few


def test_the_next_question_is_one_click_away(sqlite: Database, now: datetime) -> None:
    number, other = written(sqlite, now=now).id, written(sqlite, "Een andere", now=now).id

    assert str(other) in opened(staff(sqlite, now), number)


def test_today_counts_them_and_names_what_is_late(sqlite: Database, now: datetime) -> None:
    written(sqlite, now=now - timedelta(days=7))

    page = staff(sqlite, now).call("today.children", [("today", "id", "today")]).get_data(as_text=True)

    assert "1 vraag van een ouder is te laat" in page
