"""One story is one story, whatever is sent twice."""

import re
from datetime import timedelta

from werkzeug.test import TestResponse

from store.database import Database
from store.door_states import Consent, StoryState
from store.models import Story
from tests.public.teller import PARENTS, STORY, Teller, carried_on, stories, teller, ticks_on

__all__ = ["teller"]


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


LONGER = f"{STORY} En daarna werd het beter."
ASKED = "De tekst is nu anders."


def test_back_to_an_earlier_step_and_another_choice_changes_the_story_and_makes_no_second(
    sqlite: Database, teller: Teller
) -> None:
    teller.up_to_consent()
    before_consent = carried_on(teller.press("nakijken"))
    teller.press("toestemming", weg=ticks_on(teller.page))
    first = code_on(teller.press("versturen", toestemming="publish"))

    teller.page = teller.visitor.post(f"{PARENTS}/verhaal", **{**before_consent, "naar": "toestemming"})
    page = teller.press("versturen", toestemming="count")

    assert (code_on(page), [one.consent for one in stories(sqlite)]) == (first, [Consent.COUNT])
    assert "Het is er één keer, zoals het nu is." in page.text


def test_another_text_on_the_same_form_is_asked_about_before_anything_is_done(sqlite: Database, teller: Teller) -> None:
    first = teller.tell()

    page = other_words(teller)

    assert (ASKED in page.text, len(stories(sqlite)), code_on(page)) == (True, 1, "")
    assert "Was het eerste verhaal van iemand anders?" in page.text
    assert code_on(first) not in page.text


def test_it_may_take_the_place_of_the_first(sqlite: Database, teller: Teller) -> None:
    first = code_on(teller.tell())
    other_words(teller)

    page = teller.press("vervangen")

    assert (code_on(page), ["werd het beter" in (one.told or "") for one in stories(sqlite)]) == (first, [True])


def test_it_may_be_a_second_story_with_a_code_of_its_own_and_twice_it_is_one(sqlite: Database, teller: Teller) -> None:
    first = code_on(teller.tell())
    asked = other_words(teller)

    codes = []
    for _twice in range(2):
        teller.page = asked
        codes.append(code_on(teller.press("apart")))

    assert (len({first, *codes}), len(stories(sqlite))) == (2, 2)


def test_once_somebody_decided_on_the_first_it_can_only_be_a_second(sqlite: Database, teller: Teller) -> None:
    teller.tell()
    with sqlite.writing() as session:
        session.query(Story).one().state = StoryState.RELEASED

    page = other_words(teller)

    assert ("Vervangen kan niet meer" in page.text, 'value="vervangen"' in page.text) == (True, False)
    assert "/vertellis/weg" in page.text
    assert ASKED not in teller.press("apart").text
    assert len(stories(sqlite)) == 2


def test_the_form_knows_itself_from_its_first_page_on(teller: Teller) -> None:
    number = carried_on(teller.page)["formulier"]

    assert carried_on(teller.up_to_consent())["formulier"] == number


def code_on(page: TestResponse) -> str:
    return "".join(re.findall(r'id="code">([^<]+)<', page.text))


def other_words(teller: Teller) -> TestResponse:
    """Back in the browser after sending, to the first page; then through all the steps with more to tell."""
    carried = {name: value for name, value in teller.sent.items() if name != "verhaal"}
    teller.doors.now += timedelta(seconds=10)
    last = {**carried, "verhaal": LONGER, "naar": "versturen", "toestemming": "count"}
    teller.page = teller.visitor.post(f"{PARENTS}/verhaal", **last)
    return teller.page
