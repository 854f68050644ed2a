"""Back with the code that was shown once: seeing how a story stands, deleting it at once."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain import codes
from store.database import Database
from store.models import Story
from tests import stories
from tests.doors import Doors, Visitor, text_of
from tests.public.teller import Teller, own_address

BACK = "/vertellis/weg"


def told(doors: Doors) -> str:
    """A story that was sent; gives the code that was on the page."""
    return str(re.findall(r"id=\"code\">([^<]+)<", Teller(doors).tell("Er was geen plek.").text)[0])


@pytest.fixture
def doors(database: Database, now: datetime) -> Doors:
    return Doors(database, now)


def test_the_code_shows_how_the_story_stands_and_deletes_it(doors: Doors) -> None:
    visitor, code = doors.visitor(), told(doors)

    standing = text_of(visitor.post(BACK, code=code.upper()))
    gone = text_of(visitor.post(BACK, code=code, do="wis"))
    later = visitor.post(BACK, code=code)

    assert "Een medewerker moet het nog lezen." in standing
    assert "Het verhaal is gewist" in gone
    assert (later.status_code, "Misschien is het al gewist" in text_of(later)) == (422, True)
    with doors.database.reading() as session:
        assert session.query(Story).count() == 0


@pytest.mark.parametrize(
    ("version", "said"),
    [("parents-2026-12", "Voor iedereen, heel of in zinnen"), ("parents-2026-11", "Zinnen voor iedereen")],
)
def test_the_code_shows_what_was_agreed_to_then(sqlite: Database, now: datetime, version: str, said: str) -> None:
    code = codes.make()
    with sqlite.writing() as session:
        stories.told(session, code=code, consent_text=version)

    assert said in text_of(Doors(sqlite, now).visitor().post(BACK, code=code))


def test_a_story_that_nobody_can_read_any_more_is_not_said_to_be_read_yet(sqlite: Database, now: datetime) -> None:
    code = codes.make()
    with sqlite.writing() as session:
        stories.erased(session, stories.told(session, code=code))

    page = text_of(Doors(sqlite, now).visitor().post(BACK, code=code))

    assert ("Niemand kan hem nog lezen" in page, "moet het nog lezen" in page) == (True, False)


def test_made_up_codes_do_not_make_us_empty_the_log(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now)
    visitor, code = doors.visitor(), told(doors)
    log, sizes = Path(f"{sqlite.engine.url.database}-wal"), list[bool]()

    for one in (codes.make(), code):
        visitor.post(BACK, code=one, do="wis")
        sizes.append(log.stat().st_size > 0)

    assert sizes == [True, False]


def test_a_code_of_a_question_is_shown_the_way(sqlite: Database, now: datetime) -> None:
    visitor = Doors(sqlite, now).visitor()

    pages = [visitor.post(address, code=codes.make()).text for address in (BACK, "/mijn-vraag")]

    assert ['href="/mijn-vraag">' in pages[0], 'href="/vertellis/weg">' in pages[1]] == [True, True]


def test_what_neighbours_try_keeps_nobody_from_their_own_story(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now + timedelta(days=3))  # in an hour of its own: the limit counts for all tests together
    visitor, code = doors.visitor(), told(doors)

    tried = [visitor.post(BACK, code=codes.make()) for _often in range(40)]
    gone = text_of(visitor.post(BACK, code=code, do="wis"))

    assert ("Wacht" in text_of(tried[-1]), "Het verhaal is gewist" in gone) == (True, True)


def test_deleting_twice_says_that_it_is_gone(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now)
    visitor, code = doors.visitor(), told(doors)

    answers = [visitor.post(BACK, code=code, do="wis") for _twice in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]


def test_a_mistyped_code_stays_in_its_field(sqlite: Database, now: datetime) -> None:
    page = Doors(sqlite, now).visitor().post(BACK, code="abc<de")

    assert page.status_code == 422
    assert "drie groepjes van vijf" in text_of(page)
    assert 'value="abc&lt;de"' in page.text


def test_guessing_codes_is_slowed_down(sqlite: Database, now: datetime) -> None:
    visitor: Visitor = Doors(sqlite, now).visitor()
    visitor.client.environ_base["REMOTE_ADDR"] = own_address()

    answers = [text_of(visitor.post(BACK, code="22222-33333-44444")) for _guess in range(31)]

    assert ["geen verhaal" in answer for answer in answers] == [True] * 30 + [False]


def test_the_code_is_never_in_an_address(sqlite: Database, now: datetime) -> None:
    doors = Doors(sqlite, now)
    sent = Teller(doors).tell("Er was geen plek.")

    code = re.findall(r'id="code">([^<]+)<', sent.text)[0]
    assert not re.findall(rf'(?:href|action|src)="[^"]*{code}', sent.text)
