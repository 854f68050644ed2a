"""Who tells too often or leaves a page open waits or begins the page again, and loses nothing."""

from datetime import datetime, timedelta

import pytest
from werkzeug.test import TestResponse

from store.database import Database
from store.door_states import Consent
from store.models import Attempt
from tests.doors import Doors, text_of
from tests.public.teller import ANSWERS, PARENTS, STORY, YOUNG, Teller, carried_on, own_address, stories, teller

__all__ = ["teller"]


@pytest.mark.parametrize("extra", [{"website": "http://spam"}, {"geopend": "zomaar"}])
def test_a_program_is_stopped_and_a_person_loses_nothing(
    sqlite: Database, teller: Teller, extra: dict[str, str]
) -> None:
    teller.up_to_consent()

    page = teller.press("versturen", toestemming="count", **extra)

    assert (page.status_code, stories(sqlite)) == (422, [])
    assert carried_on(page)["verhaal"] == [STORY]


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
