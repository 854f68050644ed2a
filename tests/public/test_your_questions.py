"""What parents read of what was done with their questions."""

from dataclasses import replace
from datetime import date, datetime

from domain.improving import improvements, telling
from domain.improving.improvements import ImprovementPlan
from domain.improving.telling import Words
from store.database import Database
from tests import make
from tests.public.conftest import ORGANISATION, site
from tests.public.visitor import Clock, Visitor

WORDS = Words("Scholen bellen eerder", "Wij spraken af ...\n<script>", "Schools call sooner", "We agreed ...")


def told(database: Database, now: datetime) -> int:
    with database.writing() as session:
        plan = ImprovementPlan("Intern plan", "Alleen voor ons", "Jan", date(2026, 9, 1))
        number = improvements.add(session, plan, by=make.COORDINATOR, now=now)
        telling.tell(session, number, WORDS, by=make.COORDINATOR, now=now)
    return number


def test_before_anything_is_told_the_page_says_what_will_stand_there(passer_by: Visitor) -> None:
    assert "Hier komt wat uw vragen veranderen" in passer_by.read("/uw-vragen").text


def test_what_is_told_stands_there_and_on_the_first_page_without_what_is_internal(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    told(sqlite, now)

    page, first = passer_by.client.get("/uw-vragen").text, passer_by.client.get("/").text

    assert ("Scholen bellen eerder" in page, "Scholen bellen eerder" in first) == (True, True)
    assert [word for word in ("Intern plan", "Alleen voor ons", "Jan", "<script") if word in page + first] == []
    assert "Op deze pagina sinds dinsdag 24 november 2026" in page


def test_english_readers_get_the_english_words(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    told(sqlite, now)
    passer_by.client.get("/taal/en")

    page = passer_by.client.get("/uw-vragen").text

    assert ("Schools call sooner" in page, "What did we do with your questions?" in page) == (True, True)


def test_what_is_taken_back_is_gone(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    number = told(sqlite, now)
    with sqlite.writing() as session:
        telling.take_back(session, number, by=make.COORDINATOR, now=now)

    assert "Scholen bellen eerder" not in passer_by.client.get("/uw-vragen").text


def test_who_reads_a_language_that_we_did_not_write_gets_the_dutch_words(
    sqlite: Database, clock: Clock, now: datetime
) -> None:
    told(sqlite, now)
    client = site(sqlite, clock, replace(ORGANISATION, languages="ar")).test_client()
    client.get("/taal/ar")

    page = client.get("/uw-vragen").text

    assert ("Scholen bellen eerder" in page, "Schools call sooner" in page) == (True, False)
