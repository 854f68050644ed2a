"""One story is one story, whatever is sent twice."""

import re
from datetime import timedelta

from store.database import Database
from tests.public.teller import PARENTS, STORY, Teller, carried_on, stories, teller

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


def test_another_text_on_the_same_form_is_another_story(sqlite: Database, teller: Teller) -> None:
    carried = carried_on(teller.up_to_consent())

    for words in (STORY, f"{STORY} En daarna werd het beter."):
        teller.doors.now += timedelta(seconds=10)
        last = {**carried, "verhaal": words, "naar": "versturen", "toestemming": "count"}
        teller.visitor.post(f"{PARENTS}/verhaal", **last)

    assert len(stories(sqlite)) == 2
