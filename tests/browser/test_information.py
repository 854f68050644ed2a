"""Writing information in a real browser: what was typed survives, and knows from which text it was begun."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from domain import own_entries
from domain.actors import Actor, Role
from domain.information import articles, entries
from domain.information.articles import Words
from store.database import Database
from store.models import Article
from store.queries import articles as found
from tests import make
from tests.browser.chromium import OpenPage, serving
from tests.browser.looks import wrong_in_every_look
from tests.doors import Doors

pytestmark = pytest.mark.browser
OTHER = Actor(name="Omar", roles=frozenset({Role.COORDINATOR}), account_id=2)


@pytest.fixture
def doors(sqlite: Database, now: datetime) -> Doors:
    made = Doors(sqlite, now)
    made.people["staff"] = make.COORDINATOR
    return made


@pytest.fixture
def address(doors: Doors) -> Iterator[str]:
    with serving(doors.server) as home:
        yield home


def number_of(database: Database) -> int:
    with database.reading() as session:
        return session.query(Article).filter_by(slug="pesten").one().id


def title(page: Page, words: str) -> None:
    box = page.get_by_label("Titel")
    box.fill(words)
    box.press("Tab")
    page.wait_for_function("Object.keys(localStorage).some(key => key.startsWith('rode-draad-article-'))")


def test_a_draft_that_is_older_than_the_saved_text_is_told_and_loses_nothing(
    doors: Doors, address: str, open_page: OpenPage, now: datetime
) -> None:
    number = number_of(doors.database)
    page = open_page(f"{address}/werk/informatie/{number}", server=doors.server, token="staff")
    title(page, "Mijn eigen titel")
    page.close()
    with doors.database.writing() as session:
        theirs = Words("Titel van een ander", "Kort.", "De tekst van een ander.")
        articles.write(session, number, "nl", theirs, by=OTHER, now=now)

    page = open_page(f"{address}/werk/informatie/{number}", server=doors.server, token="staff")
    expect(page.get_by_text("Daarna bewaarde iemand een nieuwere tekst.")).to_be_visible()
    page.get_by_role("button", name="Bewaar", exact=True).first.click()
    told = page.get_by_role("alert").filter(has_text="bewaarde een andere tekst terwijl u typte")
    expect(told).to_contain_text("Titel van een ander")
    expect(told).to_contain_text("Mijn eigen titel")
    expect(page.get_by_role("textbox", name="Tekst", exact=True)).to_have_value(theirs.body)
    page.get_by_role("button", name="Bewaar", exact=True).first.click()
    expect(page.get_by_text("Bewaard. Publiceer het als het klaar is.")).to_be_visible()

    with doors.database.reading() as session:
        kept = [(one.title, one.body) for one in found.versions(session, number, "nl")][:2]
    assert kept == [("Mijn eigen titel", theirs.body), (theirs.title, theirs.body)]


def test_who_drops_an_old_draft_sees_the_newest_text(
    doors: Doors, address: str, open_page: OpenPage, now: datetime
) -> None:
    number = number_of(doors.database)
    page = open_page(f"{address}/werk/informatie/{number}", server=doors.server, token="staff")
    title(page, "Mijn eigen titel")
    page.close()
    with doors.database.writing() as session:
        articles.write(session, number, "nl", Words("Van een ander", "", "Anders."), by=OTHER, now=now)

    page = open_page(f"{address}/werk/informatie/{number}", server=doors.server, token="staff")
    page.get_by_role("button", name="Terug naar wat bewaard is").click()
    expect(page.get_by_label("Titel")).to_have_value("Van een ander")
    page.get_by_label("Titel").fill("Van ons samen")
    page.get_by_role("button", name="Bewaar", exact=True).first.click()

    expect(page.get_by_text("Bewaard. Publiceer het als het klaar is.")).to_be_visible()
    with doors.database.reading() as session:
        assert found.versions(session, number, "nl")[0].title == "Van ons samen"


def test_a_translator_sees_the_text_to_translate_beside_the_own_one_and_what_changed_in_it(
    doors: Doors, address: str, open_page: OpenPage, now: datetime
) -> None:
    number = number_of(doors.database)
    with doors.database.writing() as session:
        articles.write(session, number, "nl", Words("Pesten", "Kort.", "Een nieuwe zin."), by=OTHER, now=now)

    page = open_page(f"{address}/werk/informatie/{number}?tekst=en", server=doors.server, token="staff")

    beside = page.get_by_role("tabpanel")
    expect(beside.get_by_role("definition").filter(has_text="Een nieuwe zin.")).to_be_visible()
    expect(beside).to_contain_text("Dit veranderde in het Nederlands sinds deze vertaling klopte:")
    page.get_by_role("tab", name="Zo lezen mensen het").click()
    expect(page.get_by_title("Voorbeeld van de pagina")).to_be_visible()
    assert wrong_in_every_look(page) == []


def test_what_was_typed_comes_back_after_an_earlier_text_was_put_back(
    doors: Doors, address: str, open_page: OpenPage, now: datetime
) -> None:
    number = number_of(doors.database)
    with doors.database.writing() as session:
        articles.write(session, number, "nl", Words("Pesten nu", "Kort.", "Nieuw."), by=OTHER, now=now)

    page = open_page(f"{address}/werk/informatie/{number}", server=doors.server, token="staff")
    title(page, "Half getypt")
    page.get_by_text("Tekst 1", exact=True).click()
    page.get_by_role("button", name="Zet tekst 1 terug").click()
    expect(page.get_by_label("Titel")).to_have_value("Pesten")
    assert wrong_in_every_look(page) == []
    page.get_by_role("button", name="Zet terug wat ik typte").click()

    expect(page.get_by_label("Titel")).to_have_value("Half getypt")
    expect(page.get_by_label("Titel")).to_be_focused()


@pytest.mark.parametrize("width", [1280, 390])
def test_what_came_back_is_said_where_the_eyes_and_the_focus_are(
    doors: Doors, address: str, open_page: OpenPage, now: datetime, width: int
) -> None:
    number = number_of(doors.database)
    with doors.database.writing() as session:
        articles.write(session, number, "nl", Words("Pesten nu", "Kort.", "Nieuw."), by=OTHER, now=now)
    page = open_page(f"{address}/werk/informatie/{number}", server=doors.server, token="staff")
    page.set_viewport_size({"width": width, "height": 844})
    title(page, "Half getypt")
    page.get_by_text("Tekst 1", exact=True).click()
    page.get_by_role("button", name="Zet tekst 1 terug").press("Enter")

    said = page.get_by_text("Tekst 1 staat er weer.")
    expect(said).to_be_in_viewport()
    expect(page.locator("#article-back-said")).to_be_focused()
    undo = page.get_by_role("button", name="Zet terug wat ik typte: Half getypt")
    expect(undo).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Bekijk de tekst")).to_be_focused()
    page.keyboard.press("Tab")
    expect(undo).to_be_focused()


def test_who_changes_another_word_keeps_what_was_typed_about_the_first(
    doors: Doors, address: str, open_page: OpenPage
) -> None:
    page = open_page(f"{address}/werk/informatie/woorden", server=doors.server, token="staff")
    name, meaning = page.get_by_label("Woord of afkorting"), page.get_by_label("Uitleg in één zin")
    name.fill("KPC")
    meaning.fill("Een groep die")
    page.get_by_role("button", name="Wijzig: OPP").click()
    expect(name).to_have_value("OPP")
    back = page.get_by_role("button", name="Zet terug wat ik typte: KPC")
    expect(back).to_be_visible()
    assert wrong_in_every_look(page) == []
    back.click()

    expect(meaning).to_have_value("Een groep die")
    expect(name).to_be_focused()
    expect(back).to_be_hidden()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("button", name="Wijzig: KPC")).to_be_visible()


def test_two_who_change_a_word_see_what_the_other_one_wrote(
    doors: Doors, address: str, open_page: OpenPage, now: datetime
) -> None:
    page = open_page(f"{address}/werk/informatie/woorden", server=doors.server, token="staff")
    page.get_by_role("button", name="Wijzig: OPP").click()
    meaning = page.get_by_label("Uitleg in één zin")
    expect(meaning).not_to_have_value("")
    with doors.database.writing() as session:
        plan = replace(own_entries.plan(session, "word", "opp"), help_nl="Van Omar.", label_en="OPP plan")
        entries.change(session, "word", "opp", plan, by=OTHER, now=now + timedelta(minutes=1))

    meaning.fill("Van mij.")
    page.get_by_role("button", name="Bewaar", exact=True).click()
    told = page.get_by_role("alert").filter(has_text="wijzigde dit terwijl u typte")
    expect(told).to_contain_text("Van Omar.")
    expect(meaning).to_have_value("Van mij.")
    expect(page.get_by_label("Naam in het Engels")).to_have_value("OPP plan")
    assert wrong_in_every_look(page) == []
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(told).to_be_hidden()

    with doors.database.reading() as session:
        assert own_entries.plan(session, "word", "opp").help_nl == "Van mij."
