"""Young people search on an address of their own, so what they find speaks to them and nothing is remembered."""

import pytest

from store.database import Database
from store.models import JournalLine
from tests.public.visitor import Visitor

SEARCH = "/jong/zoeken"
DANGER = f"{SEARCH}?q=ik wil dood"


def test_the_page_for_young_people_searches_at_their_own_address(passer_by: Visitor) -> None:
    assert f'role="search" method="get" action="{SEARCH}"' in passer_by.client.get("/jong").text
    assert f'action="{SEARCH}"' in passer_by.client.get(f"{SEARCH}?q=pesten").text


def test_words_of_danger_show_young_people_their_help_and_alert_nobody(sqlite: Database, passer_by: Visitor) -> None:
    page = passer_by.read(DANGER)

    with sqlite.reading() as session:
        lines = session.query(JournalLine).count()
    phones = [one for one in page.links if one.startswith("tel:")]
    assert ("Praat nu met iemand" in page.text, phones[:3], lines) == (
        True,
        ["tel:112", "tel:08000113", "tel:08000432"],
        0,
    )


def test_parents_who_search_see_theirs_first_with_the_way_for_who_is_young(passer_by: Visitor) -> None:
    page = passer_by.read("/informatie/zoeken?q=ik wil dood")
    phones = [one for one in page.links if one.startswith("tel:")]

    assert (phones[0], "/jong#hulp-nu" in page.links) == ("tel:112", True)


def test_no_cookie_says_that_somebody_young_was_here(passer_by: Visitor) -> None:
    for address in ("/jong", DANGER):
        assert "Set-Cookie" not in passer_by.client.get(address).headers


def test_what_was_written_for_young_people_comes_first(passer_by: Visitor) -> None:
    found = [one for one in passer_by.read(f"{SEARCH}?q=rechten").links if one.startswith(("/informatie/", "/vraag-"))]

    assert found[0] == "/informatie/jouw-rechten"


@pytest.mark.parametrize(("asked", "found"), [("vraag stellen", "/jong/stel-een-vraag"), ("chatten", "/jong#hulp-nu")])
def test_young_people_find_their_own_pages_and_not_those_of_their_parents(
    passer_by: Visitor, asked: str, found: str
) -> None:
    links = passer_by.read(f"{SEARCH}?q={asked}").links

    assert (found in links, "/bel-mij" in links, "/buddy" in links[7:-4]) == (True, False, False)


def test_who_finds_nothing_is_told_so_in_their_own_words(passer_by: Visitor) -> None:
    page = passer_by.read(f"{SEARCH}?q=qqqqqq")

    assert ("Dat ligt niet aan jou" in page.text, "/jong/stel-een-vraag" in page.links) == (True, True)
