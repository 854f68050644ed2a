"""What everybody may read of stories: as far as tellers said, and gone at once when a code takes it back."""

from datetime import date, datetime

import pytest

from domain import codes
from domain.improving import improvements, telling
from domain.improving.improvements import ImprovementPlan
from domain.improving.telling import Words
from domain.stories import consent_texts, publishing, quoting, withdrawing
from store.database import Database
from store.door_states import Audience, Consent
from store.models import Story, Topic
from tests import make
from tests.public.visitor import Visitor
from tests.stories import MODERATOR, released, told

WORDS, QUOTED, SPRING = "Wij stonden stil. Toen belde de juf.", "Toen belde de juf.", date(2026, 3, 4)


def heard(database: Database, now: datetime, *, code: str = "", n: int = 6) -> None:
    """A published year with stories about waiting, of which one has a public quote and a code."""
    with database.writing() as session:
        numbers = [released(session, WORDS, told_on=SPRING, code=code if n == 0 else codes.make()) for n in range(n)]
        publishing.publish(session, now=now)
        quoting.pick(session, numbers[0], [1], public=True, by=MODERATOR, now=now)


def test_a_story_for_everybody_is_read_as_text(passer_by: Visitor, sqlite: Database) -> None:
    with sqlite.writing() as session:
        released(session, "<script>alert(1)</script>\nDe juf luisterde.", audience=Audience.YOUNG)

    page = passer_by.read("/verhalen")

    assert ("<script>alert(1)" in page.text, "De juf luisterde." in page.text) == (True, True)
    assert "<script>alert" not in passer_by.client.get("/verhalen").text
    assert "Verteld door een jongere" in page.text


@pytest.mark.parametrize("consent", [Consent.COUNT, Consent.QUOTE])
def test_other_stories_are_not_there(passer_by: Visitor, sqlite: Database, consent: Consent) -> None:
    with sqlite.writing() as session:
        released(session, WORDS, consent=consent)
        told(session, WORDS)

    assert (QUOTED in passer_by.client.get("/verhalen").text) is False


@pytest.mark.parametrize("version", ["parents-2026-11", "young-2026-11", ""])
def test_a_story_of_an_earlier_text_of_the_consent_is_not_shown_whole(
    passer_by: Visitor, sqlite: Database, version: str
) -> None:
    with sqlite.writing() as session:
        released(session, WORDS, consent_text=version)

    pages = [passer_by.client.get(address).text for address in ("/verhalen", "/uw-vragen")]

    assert ["Toen belde" in page or 'href="/verhalen"' in page for page in pages] == [False, False]


def test_every_text_of_the_consent_now_speaks_of_the_whole_story() -> None:
    said = [str(texts[Consent.PUBLISH]) for texts in consent_texts.TEXTS.values()]

    assert set(consent_texts.VERSIONS.values()) == consent_texts.WHOLE
    assert ["mijn verhaal laten lezen aan iedereen, heel of in zinnen" in one for one in said] == [True, True]


def test_page_after_page_until_there_are_no_more(passer_by: Visitor, sqlite: Database) -> None:
    with sqlite.writing() as session:
        for n in range(12):
            released(session, f"Verhaal nummer {n}.")

    first, second = passer_by.client.get("/verhalen").text, passer_by.client.get("/verhalen?blad=2").text

    assert (first.count("<article"), second.count("<article")) == (10, 2)
    assert ("/verhalen?blad=2" in first, "/verhalen?blad=1" in second) == (True, True)


@pytest.mark.parametrize("page", ["0", "3", "x", "-1", "99999999999"])
def test_a_page_that_is_not_there(passer_by: Visitor, page: str) -> None:
    assert passer_by.client.get(f"/verhalen?blad={page}").status_code == 404


def test_before_there_are_stories_the_page_says_what_will_stand_there(passer_by: Visitor) -> None:
    page = passer_by.read("/verhalen")

    assert ("Hier komen verhalen" in page.text, "/vertellis/weg" in page.links) == (True, True)


def test_what_we_heard_stands_with_what_we_did(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    heard(sqlite, now)
    with sqlite.writing() as session:
        plan = ImprovementPlan("Intern", "", "", date(2026, 9, 1), topics=("C5",))
        number = improvements.add(session, plan, by=make.COORDINATOR, now=now)
        telling.tell(session, number, Words("Meer plekken", "Er kwamen plekken bij."), by=make.COORDINATOR, now=now)

    page = passer_by.client.get("/uw-vragen").text

    assert page.index("Wat wij hoorden") < page.index(QUOTED) < page.index('href="#gedaan-1"') < page.index("Er kwamen")


def test_what_we_did_about_a_whole_group_follows_the_group_and_not_the_code(
    passer_by: Visitor, sqlite: Database, now: datetime
) -> None:
    heard(sqlite, now)
    with sqlite.writing() as session:
        for topic in session.query(Topic).where(Topic.parent_code == "C"):
            topic.parent_code = "D"
        for group, title in (("C", "Over de oude groep"), ("D", "Over de nieuwe groep")):
            plan = ImprovementPlan("Intern", "", "", date(2026, 9, 1), topics=(group,))
            number = improvements.add(session, plan, by=make.COORDINATOR, now=now)
            telling.tell(session, number, Words(title, "Er kwamen plekken bij."), by=make.COORDINATOR, now=now)

    heard_of = passer_by.client.get("/uw-vragen").text.partition("Wat wij deden, en")[0]

    assert ("Over de nieuwe groep" in heard_of, "Over de oude groep" in heard_of) == (True, False)


def test_a_quote_about_two_themes_is_read_once(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    both = ("waiting", "switching")
    with sqlite.writing() as session:
        numbers = [released(session, f"{WORDS} Nummer {n}.", themes=both, told_on=SPRING) for n in range(6)]
        other = [released(session, f"Daar begon het. Nummer {n}.", themes=both[1:], told_on=SPRING) for n in range(6)]
        publishing.publish(session, now=now)
        quoting.pick(session, numbers[0], [1], public=True, by=MODERATOR, now=now)
        quoting.pick(session, other[0], [0], public=True, by=MODERATOR, now=now)

    page = passer_by.client.get("/uw-vragen").text

    assert (page.count(QUOTED), page.count("Daar begon het.")) == (1, 1)


def test_the_quotes_of_a_small_theme_are_not_there(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    heard(sqlite, now, n=4)

    assert QUOTED not in passer_by.client.get("/uw-vragen").text


def test_a_code_takes_story_and_quote_away_at_once(passer_by: Visitor, sqlite: Database, now: datetime) -> None:
    code = codes.make()
    heard(sqlite, now, code=code)
    before = passer_by.client.get("/uw-vragen").text, passer_by.client.get("/verhalen").text.count("<article")
    with sqlite.writing() as session:
        withdrawing.withdraw(session, code)

    after = passer_by.client.get("/uw-vragen").text, passer_by.client.get("/verhalen").text.count("<article")

    assert (QUOTED in before[0], before[1]) == (True, 6)
    assert (QUOTED in after[0], after[1]) == (False, 5)


@pytest.mark.parametrize("address", ["/verhalen", "/uw-vragen"])
def test_no_page_says_how_many_or_which(passer_by: Visitor, sqlite: Database, now: datetime, address: str) -> None:
    heard(sqlite, now, n=13)
    with sqlite.reading() as session:
        numbers = [str(row.id) for row in session.query(Story)]

    page = passer_by.client.get(address).text

    assert [one for one in (*numbers, ">13<", " 13 ") if one in page] == []
