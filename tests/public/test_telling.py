"""Telling a story step by step without a script: nothing is stored before it is sent, nothing typed is lost."""

from datetime import datetime

import pytest

from domain.stories.wording import HARD_LIMIT
from store.database import Database
from store.door_states import Audience, Consent
from tests import tracing
from tests.doors import Doors, text_of
from tests.public.teller import ANSWERS, STORY, YOUNG, Teller, carried_on, stories, teller, ticks_on
from tests.public.visitor import Page

__all__ = ["teller"]


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


def test_names_that_are_replaced_by_longer_words_never_make_a_story_too_long(sqlite: Database, teller: Teller) -> None:
    story = " ".join(f"Ik zag Jan {number} keer." for number in range(400))[:HARD_LIMIT]

    page = teller.tell(story)

    assert (page.status_code, len(stories(sqlite)[0].told or "") > HARD_LIMIT) == (200, True)


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


def test_pages_with_a_story_are_not_kept_by_the_browser(teller: Teller) -> None:
    assert teller.press("betekenis", verhaal=STORY).headers["Cache-Control"] == "no-store"


def test_help_is_shown_calmly_and_the_story_goes_on(sqlite: Database, teller: Teller) -> None:
    page = teller.up_to_consent("Mijn dochter zegt dat ze niet meer wil leven.")
    sent = teller.press("versturen", toestemming="count")

    assert all("0800-0113" in text_of(one) for one in (page, sent))
    assert [row.is_urgent for row in stories(sqlite)] == [True]


def test_where_there_is_no_danger_no_help_is_pressed_upon_anybody(teller: Teller) -> None:
    assert not any("hulp-nu" in page.text for page in (teller.up_to_consent(), teller.press("versturen")))
