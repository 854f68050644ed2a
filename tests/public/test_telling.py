"""Telling a story step by step without a script: nothing is stored before it is sent, nothing typed is lost."""

import re
from datetime import datetime, timedelta
from html import unescape
from itertools import count
from typing import Any

import pytest
from werkzeug.test import TestResponse

from store.database import Database
from store.door_states import Audience, Consent
from store.models import Attempt, Story
from tests import tracing
from tests.doors import Doors, Visitor, text_of
from tests.public.visitor import Page

PARENTS, YOUNG = "/vertellis", "/jong/vertellis"
STORY = "Mijn zoon Milo is 8 jaar en zat op De Zonnebloem. Juf Karin luisterde goed. Milo ging weer lachen."
ANSWERS: dict[str, Any] = {
    "gevoel": "relieved",
    "luisterde": ["teacher"],
    "zeggenschap": "75",
    "driehoek": "school-thuis",
    "onderwerp": ["D1"],
    "soort": "po",
    "rol": "parent",
}


ADDRESSES = count(1)


def own_address() -> str:
    """A part of the network where nobody was before: servers go from test to test, and what they count with them."""
    number = next(ADDRESSES)
    return f"10.{number // 256}.{number % 256}.1"


class Teller:
    """Somebody with a phone: each press of a button sends what the page holds and what was typed."""

    def __init__(self, doors: Doors, home: str = PARENTS, address: str = "") -> None:
        self.doors, self.home = doors, home
        self.visitor: Visitor = doors.visitor()
        self.visitor.client.environ_base["REMOTE_ADDR"] = address or own_address()
        self.page = self.visitor.get(f"{home}/verhaal")

    def press(self, naar: str, **typed: Any) -> TestResponse:
        self.doors.now += timedelta(seconds=10)
        carried = carried_on(self.page)
        self.page = self.visitor.post(f"{self.home}/verhaal", **{**carried, "naar": naar, **typed})
        return self.page

    def up_to_consent(self, story: str = STORY, **answers: Any) -> TestResponse:
        self.press("betekenis", verhaal=story)
        self.press("plek", **answers)
        self.press("nakijken")
        return self.press("toestemming", weg=ticks_on(self.page))

    def tell(self, story: str = STORY, consent: Consent = Consent.QUOTE, **answers: Any) -> TestResponse:
        self.up_to_consent(story, **answers)
        return self.press("versturen", toestemming=consent.value)


def carried_on(page: TestResponse) -> dict[str, list[str]]:
    """What a browser sends of the page when nothing is touched: what is hidden and what is ticked."""
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
    ticked = re.findall(r'<input type="(?:radio|checkbox)" name="(\w+)" value="([^"]*)" checked', page.text)
    found: dict[str, list[str]] = {}
    for name, value in (*hidden, *ticked):
        found.setdefault(name, []).append(unescape(value))
    return found


def ticks_on(page: TestResponse) -> list[str]:
    return carried_on(page).get("weg", [])


def stories(database: Database) -> list[Story]:
    with database.reading() as session:
        return session.query(Story).all()


@pytest.fixture
def teller(sqlite: Database, now: datetime) -> Teller:
    return Teller(Doors(sqlite, now))


def test_a_story_is_told_in_five_steps(database: Database, now: datetime) -> None:
    teller = Teller(Doors(database, now))

    page = teller.tell(**ANSWERS)

    (row,) = stories(database)
    assert page.status_code == 200
    assert "Dank u wel voor uw verhaal" in text_of(page)
    assert row.told == (
        "Mijn zoon [naam 1] is [leeftijd] en zat op [school]. Juf [naam 2] luisterde goed. [naam 1] ging weer lachen."
    )
    assert (row.feeling, row.listened, row.say, row.at_school, row.at_home, row.sector, row.role, row.consent) == (
        "relieved", ["teacher"], 75, 50, 50, "po", "parent", Consent.QUOTE,
    )  # fmt: skip


def test_nothing_is_stored_before_it_is_sent(sqlite: Database, teller: Teller) -> None:
    before = list(tracing.rows(sqlite))

    teller.up_to_consent(**ANSWERS)

    assert list(tracing.rows(sqlite)) == before


def test_the_teller_decides_what_is_left_out(sqlite: Database, teller: Teller) -> None:
    teller.press("betekenis", verhaal=STORY)
    teller.press("nakijken")
    kept = [one for one in ticks_on(teller.page) if not one.startswith("age")]
    preview = teller.press("toestemming", weg=kept)
    back = teller.press("nakijken")

    assert "Mijn zoon [naam 1] is 8 jaar en zat op [school]" in text_of(preview)
    assert ticks_on(back) == kept


def test_back_and_forth_keeps_every_answer(teller: Teller) -> None:
    teller.up_to_consent(**ANSWERS)
    teller.press("nakijken")
    teller.press("plek")
    where = teller.page.text
    teller.press("betekenis")
    meaning = teller.page.text
    teller.press("moment")

    assert 'value="school-thuis" checked' in where
    assert 'value="D1" checked' in where
    assert 'value="relieved" checked' in meaning
    assert 'value="teacher" checked' in meaning
    assert STORY in text_of(teller.page)


def test_young_people_are_spoken_to_in_their_own_words(sqlite: Database, now: datetime) -> None:
    teller = Teller(Doors(sqlite, now), YOUNG)
    start = text_of(teller.visitor.get(YOUNG))

    consent = text_of(teller.up_to_consent("Mijn mentor begreep mij wel.", rol="pupil"))
    teller.press("versturen", toestemming="count")

    (row,) = stories(sqlite)
    assert "Je ouders krijgen geen bericht." in start
    assert "Wij vragen niet hoe je heet." in consent
    assert (row.audience, row.role, row.consent_text) == (Audience.YOUNG, "pupil", "young-2026-12")


def test_without_a_choice_about_consent_nothing_is_kept_or_lost(sqlite: Database, teller: Teller) -> None:
    teller.up_to_consent(**ANSWERS)

    page = teller.press("versturen")

    assert (page.status_code, stories(sqlite)) == (422, [])
    assert "Kies wat er met het verhaal mag gebeuren." in text_of(page)
    assert "[naam 1] ging weer lachen" in text_of(page)
    assert carried_on(page)["onderwerp"] == ["D1"]


def test_sending_twice_gives_the_same_code_and_one_story(sqlite: Database, teller: Teller) -> None:
    last = teller.up_to_consent()
    carried = carried_on(last)

    codes = []
    for _twice in range(2):
        teller.doors.now += timedelta(seconds=10)
        sent = teller.visitor.post(f"{PARENTS}/verhaal", **{**carried, "naar": "versturen", "toestemming": "count"})
        codes += re.findall(r'id="code">([^<]+)<', sent.text)

    assert (len(codes), len(set(codes)), len(stories(sqlite))) == (2, 1, 1)


def test_a_code_of_ones_own_is_not_taken(sqlite: Database, teller: Teller) -> None:
    teller.up_to_consent()

    page = teller.press("versturen", toestemming="count", formulier="aaaaa-aaaaa-aaaaa")

    assert (page.status_code, len(stories(sqlite)), "aaaaa-aaaaa-aaaaa" in page.text) == (200, 1, False)


def test_another_text_on_the_same_form_is_another_story(sqlite: Database, teller: Teller) -> None:
    carried = carried_on(teller.up_to_consent())

    for words in (STORY, f"{STORY} En daarna werd het beter."):
        teller.doors.now += timedelta(seconds=10)
        last = {**carried, "verhaal": words, "naar": "versturen", "toestemming": "count"}
        teller.visitor.post(f"{PARENTS}/verhaal", **last)

    assert len(stories(sqlite)) == 2


@pytest.mark.parametrize("extra", [{"website": "http://spam"}, {"geopend": "zomaar"}])
def test_a_program_is_stopped_and_a_person_loses_nothing(
    sqlite: Database, teller: Teller, extra: dict[str, str]
) -> None:
    teller.up_to_consent()

    page = teller.press("versturen", toestemming="count", **extra)

    assert (page.status_code, stories(sqlite)) == (422, [])
    assert carried_on(page)["verhaal"] == [STORY]


def test_a_script_in_a_story_is_text(teller: Teller) -> None:
    script = "<script>alert('Sem')</script> zei <b>Sem</b>"

    pages = [teller.press(step, verhaal=script).text for step in ("betekenis", "plek", "nakijken", "toestemming")]

    assert not any("<script>alert" in page or "<b>" in page for page in pages)
    assert "&lt;script&gt;alert" in pages[2]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Er staat nog niets."),
        ("😢😢", "Er staan nog geen woorden."),
        ("data:image/jpeg;base64,/9j/4AAQ", "Dit lijkt een foto of een bestand."),
        ("Het ging niet goed. " * 500, "Er passen er 8000."),
    ],
)
def test_what_cannot_be_a_story_is_told_at_its_field_and_kept(teller: Teller, typed: str, said: str) -> None:
    page = teller.press("betekenis", verhaal=typed)

    assert page.status_code == 422
    assert said in text_of(page)
    assert 'aria-invalid="true"' in page.text
    assert typed.strip() in Page(page.text).text


def slowed_down(doors: Doors, address: str, home: str = PARENTS, *, readings: int) -> TestResponse:
    """What comes after so many looks at a story from one part of the network."""
    teller = Teller(doors, home, address)
    teller.press("betekenis", verhaal=STORY)
    for _look in range(readings):
        teller.press("nakijken")
        doors.now -= timedelta(seconds=10)  # all in one hour
    return teller.page


def test_many_stories_from_one_place_are_slowed_down_without_a_trace(sqlite: Database, now: datetime) -> None:
    doors, address = Doors(sqlite, now), own_address()
    statuses = [Teller(doors, address=address).tell("Er was geen plek.").status_code for _story in range(29)]

    assert statuses == [200] * 28 + [422]
    with sqlite.reading() as session:
        assert session.query(Attempt).count() == 0


def test_looking_again_and_again_counts_too_and_for_both_voices_together(sqlite: Database, now: datetime) -> None:
    doors, address = Doors(sqlite, now), own_address()

    statuses = [slowed_down(doors, address, home, readings=100).status_code for home in (PARENTS, YOUNG, PARENTS)]

    assert statuses == [200, 200, 422]


def test_who_has_to_wait_hears_how_long_and_loses_nothing(sqlite: Database, now: datetime) -> None:
    doors, address = Doors(sqlite, now.replace(minute=47)), own_address()
    teller = Teller(doors, address=address)
    teller.up_to_consent(**ANSWERS)
    ticked = carried_on(teller.page)["weg"]
    slowed_down(doors, address, readings=201)

    refused = teller.press("versturen", toestemming="count")
    carried = carried_on(teller.page)
    doors.now += timedelta(hours=1)
    later = teller.press("versturen")

    assert "Wacht 12 minuten" in text_of(refused)
    assert (carried["verhaal"], carried["weg"], carried["gevoel"]) == ([STORY], ticked, ["relieved"])
    assert (refused.status_code, later.status_code, len(stories(sqlite))) == (422, 200, 1)


@pytest.mark.parametrize(("readings", "status"), [(195, 200), (196, 422)])
def test_a_text_is_read_once_for_a_page(sqlite: Database, now: datetime, readings: int, status: int) -> None:
    """Sending weighs five of the two hundred, and no more: blanks around the words make it no other text."""
    doors, address = Doors(sqlite, now), own_address()
    slowed_down(doors, address, readings=readings - 1)
    teller = Teller(doors, address=address)
    teller.press("versturen", verhaal=f"  {STORY}\n", toestemming="")  # the page is shown again, which reads it

    assert teller.press("versturen", verhaal=f"  {STORY}\n", toestemming="count").status_code == status


@pytest.mark.parametrize(("hours", "status"), [(26, 200), (49, 422)])
def test_a_page_that_stood_open_for_a_day_still_works_and_a_very_old_one_is_drawn_again(
    sqlite: Database, teller: Teller, hours: int, status: int
) -> None:
    teller.up_to_consent()
    teller.doors.now += timedelta(hours=hours)

    page = teller.press("versturen", toestemming="quote")
    again = teller.page if status == 200 else teller.press("versturen")

    assert (page.status_code, again.status_code) == (status, 200)
    assert ("Deze pagina stond lang open." in text_of(page)) is (status == 422)
    assert [row.consent for row in stories(sqlite)] == [Consent.QUOTE]


def test_pages_with_a_story_are_not_kept_by_the_browser(teller: Teller) -> None:
    assert teller.press("betekenis", verhaal=STORY).headers["Cache-Control"] == "no-store"


def test_help_is_shown_calmly_and_the_story_goes_on(sqlite: Database, teller: Teller) -> None:
    page = teller.up_to_consent("Mijn dochter zegt dat ze niet meer wil leven.")
    sent = teller.press("versturen", toestemming="count")

    assert all("0800-0113" in text_of(one) for one in (page, sent))
    assert [row.is_urgent for row in stories(sqlite)] == [True]


def test_where_there_is_no_danger_no_help_is_pressed_upon_anybody(teller: Teller) -> None:
    assert not any("hulp-nu" in page.text for page in (teller.up_to_consent(), teller.press("versturen")))
