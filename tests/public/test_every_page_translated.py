"""In a language of visitors every page says everything in it, and marks the Dutch that staff wrote as Dutch."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from domain import organisation
from domain.information import words
from store.models import Buddy, Municipality, Request
from store.queries.matchmaking import held
from tests import make
from tests.invented import Point, invented_years, point_in
from tests.public_addresses import pages_of
from tests.saying import Saying, left_in_latin_letters

__all__ = ["invented_years"]

SIGNING_IN = ("/inloggen", "/wachtwoord-vergeten")
OWN_NAMES = {"Oudersteunpunt", "Nederlands", "Samira"}


@pytest.fixture(scope="module")
def point(invented_years: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Point]:
    """A support point that speaks Arabic to its visitors too."""
    with point_in(tmp_path_factory.mktemp("translated"), invented_years) as one:
        with one.database.writing() as session:
            organisation.change(session, by=make.COORDINATOR, now=one.now, languages="ar")
        yield one


def names(point: Point) -> set[str]:
    """What is the same in every language: places, organisations, people, and a text to which somebody said yes."""
    with point.database.reading() as session:
        municipalities = {one.name for one in session.query(Municipality)}
        called = [*(one.name for one in session.query(Buddy)), *(one.name for one in session.query(Request))]
        people = {str(one).partition(" ")[0] for one in called}
        versions = {one.consent_text for one in session.query(Request)}
        agreed = {words for one in versions for words in _and_lines(held.consent_words(session, one))}
        addresses = {one.name for one in words.addresses(session)}
    return municipalities | people | versions | agreed | addresses | OWN_NAMES


def _and_lines(text: str) -> set[str]:
    return {text, *text.splitlines()}


def test_nothing_on_a_page_is_left_in_dutch_without_saying_so(point: Point) -> None:
    client, known = point.server.test_client(), names(point)
    client.get("/taal/ar")
    left = {
        address: [one for one in Saying(client.get(address).text, "ar").said if left_in_latin_letters(one)]
        for address in (*pages_of(point), *SIGNING_IN)
    }

    unknown = {address: [one for one in found if one not in known] for address, found in left.items()}
    assert {address: found for address, found in unknown.items() if found} == {}


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>مرحبا", ["مرحبا"]),
        ("<p>Hallo", ["Hallo"]),
        ("<p lang=nl>Hallo <b>daar</b></p><p>Hallo", ["Hallo"]),
        ("<script>let it;</script><a aria-label=Terug>x</a>", ["Terug", "x"]),
        ("<p lang=nl>Hallo <span lang=ar>أهلا</span></p>", ["أهلا"]),
    ],
)
def test_what_is_said_in_a_language_is_told_from_what_is_marked_as_another(page: str, said: list[str]) -> None:
    assert Saying(f"<html lang=ar>{page}", "ar").said == said


@pytest.mark.parametrize(
    ("text", "left"),
    [("Hallo", True), ("مركز (TLV)", False), ("steunpunt@example.nl", False), ("112", False), ("www.laks.nl", False)],
)
def test_text_is_left_in_our_letters_when_nothing_of_it_is_in_others(text: str, left: bool) -> None:
    assert left_in_latin_letters(text) is left
