"""Information for parents and young people, found and read without a script."""

import re
from datetime import datetime, timedelta

import pytest

from domain.information import articles, publishing
from domain.information.articles import ArticlePlan, Words
from store.database import Database
from store.door_states import ArticleKind, Audience
from store.models import Article, JournalLine, Table
from tests import make
from tests.public.visitor import Visitor

PAGES = [
    "/informatie",
    "/informatie/plan-voor-uw-kind",
    "/informatie/jouw-rechten",
    "/informatie/zoeken",
    "/informatie/zoeken?q=pesten",
    "/informatie/zoeken?q=qqq",
    "/vraag-en-antwoord",
    "/woordenlijst",
    "/adressen",
    "/jong",
    "/jong/zoeken",
    "/jong/zoeken?q=pesten",
]
ARTICLES = ["/informatie/plan-voor-uw-kind", "/informatie/jouw-rechten"]
MOST_BYTES = 50_000
DRAFT = "Concept: wij kijken deze tekst nog na"


@pytest.mark.parametrize("address", [one for one in PAGES if one not in ARTICLES])
def test_a_page_has_no_script(passer_by: Visitor, address: str) -> None:
    assert "<script" not in passer_by.client.get(address).text


@pytest.mark.parametrize("address", ARTICLES)
def test_a_script_only_adds_a_button_to_print_with(passer_by: Visitor, address: str) -> None:
    page = passer_by.client.get(address).text

    assert (page.count("<script"), len(re.findall(r"<button[^>]* data-print hidden>", page))) == (1, 1)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_light(passer_by: Visitor, address: str) -> None:
    page = passer_by.client.get(address, headers={"Accept-Encoding": "gzip"})
    styles = [link for link in passer_by.client.get(address).text.split('"') if link.endswith(".css")]
    sizes = [len(passer_by.client.get(style, headers={"Accept-Encoding": "gzip"}).data) for style in styles]

    assert len(page.data) + sum(sizes) < MOST_BYTES


def test_every_page_of_information_leads_to_a_person(passer_by: Visitor) -> None:
    found = {address: "tel:0721234567" in passer_by.read(address).links for address in PAGES}

    assert found == dict.fromkeys(PAGES, True)


def test_a_draft_says_so_until_somebody_looked_at_it(visitor: Visitor, database: Database, now: datetime) -> None:
    before = DRAFT in visitor.read("/informatie/pesten").text
    with database.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        publishing.reviewed(session, row.id, language="nl", by=make.COORDINATOR, now=now)

    after = visitor.read("/informatie/pesten").text

    assert (before, DRAFT in after, "Voor het laatst nagekeken op dinsdag 24 november 2026" in after) == (
        True,
        False,
        True,
    )


def test_on_a_page_full_of_drafts_what_that_means_is_said_once(passer_by: Visitor) -> None:
    page = passer_by.client.get("/vraag-en-antwoord").text

    assert (page.count("Dan kijken wij die tekst nog na."), page.count(DRAFT)) == (1, 0)
    assert page.count('class="draft"') == page.count("<article")


def test_who_looked_at_the_dutch_did_not_look_at_the_english(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    with sqlite.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        publishing.reviewed(session, row.id, language="nl", by=make.COORDINATOR, now=now)
    passer_by.client.get("/taal/en")

    assert 'class="draft"' in passer_by.client.get("/informatie/pesten").text


def test_an_answer_for_young_people_stands_with_them_alone(visitor: Visitor, database: Database, now: datetime) -> None:
    plan = ArticlePlan("spijbelen", kind=ArticleKind.ANSWER, audience=Audience.YOUNG)
    with database.writing() as session:
        made = articles.add(session, plan, by=make.COORDINATOR, now=now)
        articles.write(session, made, "nl", Words("Spijbelen, mag dat?", "", "Nee."), by=make.COORDINATOR, now=now)
        publishing.publish(session, made, "nl", by=make.COORDINATOR, now=now)

    assert "Spijbelen" not in visitor.read("/vraag-en-antwoord").text
    for address in ("/jong", "/informatie/zoeken?q=spijbelen"):
        assert "/informatie/spijbelen" in visitor.read(address).links


def test_a_found_address_is_a_place_on_its_page(passer_by: Visitor) -> None:
    link = next(one for one in passer_by.read("/informatie/zoeken?q=laks").links if one.startswith("/adressen#"))

    assert f'id="{link.partition("#")[2]}"' in passer_by.client.get("/adressen").text


def test_a_withdrawn_page_is_gone(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        publishing.withdraw(session, row.id, by=make.COORDINATOR, now=now)

    assert passer_by.client.get("/informatie/pesten").status_code == 404


def test_a_long_page_has_a_table_of_contents(passer_by: Visitor) -> None:
    links = passer_by.read("/informatie/plan-voor-uw-kind").links

    assert {"#wat-is-een-opp", "#wat-mag-u", "#goede-vragen"} <= set(links)


def test_young_people_have_their_own_pages_and_helplines(passer_by: Visitor) -> None:
    young, parents = passer_by.read("/jong"), passer_by.read("/informatie")

    assert {"/informatie/jouw-rechten", "tel:08000432", "https://www.kindertelefoon.nl"} <= set(young.links)
    assert "/informatie/jouw-rechten" not in parents.links


def test_a_page_without_english_is_shown_in_dutch_and_says_so(passer_by: Visitor, sqlite: Database) -> None:
    with sqlite.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        session.connection().exec_driver_sql(f"DELETE FROM article_version WHERE article_id={row.id} AND language='en'")
    passer_by.client.get("/taal/en")

    assert '<h1 lang="nl" dir="ltr">' in passer_by.client.get("/informatie/pesten").text


def test_a_village_shows_the_cafes_of_its_municipality(visitor: Visitor, database: Database, now: datetime) -> None:
    with database.writing() as session:
        cafe = make.cafe(session, now=now, starts_at=now + timedelta(days=3))

    links = visitor.read("/informatie/zoeken?q=oudercafe in oudorp").links

    assert f"/cafe/{cafe}" in links


def test_nothing_found_leads_to_a_person(passer_by: Visitor) -> None:
    page = passer_by.read("/informatie/zoeken?q=qqqqqq")

    assert "Wij vonden niets over “qqqqqq”" in page.text
    assert page.links.count("tel:0721234567") >= 2


@pytest.mark.parametrize("asked", ["ik wil dood", "suicide", "mijn man slaat mij"])
def test_words_of_danger_show_where_help_is_while_one_searches_and_alert_nobody(
    sqlite: Database, passer_by: Visitor, asked: str
) -> None:
    page = passer_by.read(f"/informatie/zoeken?q={asked}")

    with sqlite.reading() as session:
        lines = session.query(JournalLine).count()
    assert ("Hebt u nu hulp nodig?" in page.text, "tel:08000113" in page.links, lines) == (True, True, 0)


def test_without_danger_a_search_presses_no_help_upon_anybody(passer_by: Visitor) -> None:
    assert "Hebt u nu hulp nodig?" not in passer_by.read("/informatie/zoeken?q=pesten").text


def test_what_is_typed_is_shown_as_text(passer_by: Visitor) -> None:
    assert "<b>x" not in passer_by.client.get("/informatie/zoeken?q=<b>x</b>").text


def test_a_new_text_is_found_at_once(visitor: Visitor, database: Database, now: datetime) -> None:
    visitor.read("/informatie/zoeken?q=pesten")
    with database.writing() as session:
        row = session.query(Article).filter_by(slug="pesten").one()
        publishing.withdraw(session, row.id, by=make.COORDINATOR, now=now)

    assert "/informatie/pesten" not in visitor.read("/informatie/zoeken?q=pesten").links


def test_what_is_looked_for_is_kept_nowhere(
    visitor: Visitor, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    visitor.read("/informatie/zoeken?q=geheimpje")

    with database.reading() as session:
        rows = [repr(vars(row)) for table in Table.__subclasses__() for row in session.query(table)]
        lines = session.query(JournalLine).count()
    assert (lines, [row for row in rows if "geheimpje" in row], "geheimpje" in caplog.text) == (0, [], False)
