"""More languages for visitors: a support point switches one on, and its direction follows from the language."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from i18n import day, n_, period, use_language
from store.database import Database
from tests import make
from tests.doors import text_of
from tests.public.conftest import ORGANISATION, site
from tests.public.visitor import Clock, Visitor

ARABIC = {"Accept-Language": "ar-SY,ar;q=0.9,en;q=0.3"}


def visitor(database: Database, clock: Clock, languages: str) -> Visitor:
    """Somebody who visits a support point that switched these languages on."""
    server = site(database, clock, replace(ORGANISATION, languages=languages))
    return Visitor(server.test_client(), clock)


@pytest.fixture
def arabic() -> Iterator[None]:
    use_language("ar", more=("ar",))
    yield
    use_language("nl")


def test_a_language_that_is_not_switched_on_is_not_spoken(sqlite: Database, clock: Clock) -> None:
    page = visitor(sqlite, clock, "").client.get("/", headers=ARABIC)

    assert '<html lang="en" dir="ltr">' in page.text
    assert "/taal/ar" not in page.text


def test_a_language_that_is_switched_on_goes_from_right_to_left(sqlite: Database, clock: Clock) -> None:
    page = visitor(sqlite, clock, "ar").client.get("/", headers=ARABIC)

    assert '<html lang="ar" dir="rtl">' in page.text
    assert "لستم وحدكم" in text_of(page)
    assert "هذه ترجمة تجريبية" in text_of(page)


def test_the_choice_is_kept_and_a_form_is_answered_in_it(sqlite: Database, clock: Clock) -> None:
    parent = visitor(sqlite, clock, "ar")

    parent.client.get("/taal/ar?naar=/buddy")
    answer = parent.send("/buddy", name="")

    assert (answer.status_code, "أشياء غير صحيحة" in text_of(answer)) == (422, True)
    assert "املأوا: اسمكم الأول" in text_of(answer)


def test_what_is_not_translated_is_said_in_dutch(sqlite: Database, clock: Clock) -> None:
    parent = visitor(sqlite, clock, "ar")
    parent.client.get("/taal/ar")

    page = parent.client.get("/informatie/pesten").text

    assert ("اطرحوا سؤالكم هنا" in page, '<h1 lang="nl" dir="ltr">' in page) == (True, True)


def test_staff_are_never_spoken_to_in_a_language_of_visitors(sqlite: Database, clock: Clock) -> None:
    parent = visitor(sqlite, clock, "ar")
    parent.client.get("/taal/ar")

    assert '<html lang="nl" dir="ltr">' in parent.client.get("/werk/").text


def test_who_signs_up_is_thanked_in_the_same_language(sqlite: Database, clock: Clock, now: datetime) -> None:
    parent = visitor(sqlite, clock, "ar")
    parent.client.get("/taal/ar")
    with sqlite.writing() as session:
        cafe = make.cafe(session, now=now)

    answer = parent.send(f"/cafe/{cafe}", name="Farida", email="farida@example.nl", party="1")

    assert "تم تسجيلكم" in parent.read(answer.location).text


def test_a_language_that_nobody_has_is_no_page(sqlite: Database, clock: Clock) -> None:
    parent = visitor(sqlite, clock, "ar xx")

    assert [parent.client.get(f"/taal/{code}").status_code for code in ("xx", "fa")] == [404, 404]


@pytest.mark.usefixtures("arabic")
def test_days_and_times_are_those_of_the_netherlands_in_arabic_words(now: datetime) -> None:
    assert day(now).split()[1] == str(now.day)
    assert period(now, now)[-5:].count(":") == 1


@pytest.mark.usefixtures("arabic")
@pytest.mark.parametrize(
    ("n", "said"), [(1, "بقي مكان واحد"), (2, "بقي مكانان"), (5, "بقيت 5 أماكن"), (11, "بقي 11 مكاناً")]
)
def test_arabic_counts_with_six_forms(n: int, said: str) -> None:
    assert n_("Nog {n} plaats", "Nog {n} plaatsen", n) == said
