"""When a question changed while somebody typed an answer: what really happened is said, and the text is still there."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from domain.inquiring import answering, asking, counting
from store.database import Database
from tests.dashboard.inquiring.inquiry_page import OTHER, opened, press, shown_of, staff, written
from tests.doors import Doors, Visitor

MINE = "Wat ik schreef"
Event = Callable[[Session, int, datetime], object]


def react(session: Session, number: int, now: datetime) -> None:
    asking.react(session, number, "Nog iets.", now=now)


EVENTS: Mapping[str, tuple[Event, str]] = {
    "the asker wrote back": (react, "De vrager schreef terug terwijl u typte."),
    "a colleague answered": (
        lambda session, number, now: answering.answer(session, number, "Hun", seen=2, by=OTHER, now=now),
        "Een collega beantwoordde deze vraag terwijl u typte.",
    ),
    "a colleague phoned": (
        lambda session, number, now: answering.phoned(session, number, by=OTHER, now=now),
        "Een collega sprak de vrager terwijl u typte. De vraag is gesloten.",
    ),
    "a colleague phoned in vain": (
        lambda session, number, now: answering.not_reached(session, number, by=OTHER, now=now),
        "Een collega belde de vrager terwijl u typte, en kreeg niemand aan de lijn.",
    ),
    "a colleague closed it": (
        lambda session, number, now: answering.close(session, number, by=OTHER, now=now),
        "Deze vraag is gesloten terwijl u typte, door de vrager of een collega.",
    ),
    "the asker closed it": (
        lambda session, number, now: asking.close(session, number, now=now),
        "Deze vraag is gesloten terwijl u typte, door de vrager of een collega.",
    ),
    "a colleague counted it": (
        lambda session, number, now: counting.count(session, number, ("C1",), by=OTHER, now=now),
        "Een collega zette deze vraag in het register terwijl u typte.",
    ),
    "a colleague writes too": (
        lambda session, number, now: answering.keep_draft(session, number, "Hun begin", seen=2, by=OTHER),
        "Een collega schrijft ook aan dit antwoord. Dit staat er al:",
    ),
}
EVERY_SENTENCE = {said for _event, said in EVENTS.values()}


def sent_and_shown(visitor: Visitor, number: int, shown: object, seen: int) -> str:
    """The page after "Verstuur" was refused because something had happened."""
    told = json.loads(press(visitor, "send", number, words=MINE, seen=seen))["response"]["inquiry-changed"]["data"]
    return opened(visitor, number, told, shown)


@pytest.mark.parametrize("event", EVENTS)
def test_each_event_has_its_own_words_also_after_an_earlier_reaction(
    sqlite: Database, now: datetime, event: str
) -> None:
    number, visitor = written(sqlite, now=now, name="Farida", phone="06 12345678").id, staff(sqlite, now)
    happens, said = EVENTS[event]
    with sqlite.writing() as session:
        asking.react(session, number, "Ik wacht nog.", now=now)
    shown = shown_of(opened(visitor, number))
    with sqlite.writing() as session:
        happens(session, number, now)

    page = sent_and_shown(visitor, number, shown, seen=2)

    assert {one for one in EVERY_SENTENCE if one in page} == {said}
    assert f'"{MINE}"' in page


def test_a_question_that_was_opened_again_says_so(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now).id, staff(sqlite, now)
    with sqlite.writing() as session:
        answering.close(session, number, by=OTHER, now=now)
    shown = shown_of(opened(visitor, number))
    with sqlite.writing() as session:
        answering.reopen(session, number, by=OTHER, now=now)

    assert "weer geopend terwijl u typte" in sent_and_shown(visitor, number, shown, seen=2)


def test_an_answer_of_my_own_from_another_window_is_told_as_mine(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now).id, staff(sqlite, now)
    shown = shown_of(opened(visitor, number))
    press(visitor, "send", number, words="Uit het andere venster.")

    assert "U stuurde al een antwoord, in een ander venster." in sent_and_shown(visitor, number, shown, seen=1)


def test_an_answer_of_a_colleague_stands_there_with_what_i_typed(sqlite: Database, now: datetime) -> None:
    number, second = written(sqlite, now=now).id, Doors(sqlite, now).visitor(OTHER)
    shown = shown_of(opened(second, number))
    press(staff(sqlite, now), "send", number, words="Het eerste.")

    page = sent_and_shown(second, number, shown, seen=1)

    assert [said for said in ("Het eerste.", f'"{MINE}"') if said not in page] == []


def test_what_another_began_stands_there_beside_news_from_the_asker(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now).id, staff(sqlite, now)
    shown = shown_of(opened(visitor, number))
    with sqlite.writing() as session:
        answering.keep_draft(session, number, "Wat Omar schreef", seen=1, by=OTHER)
        react(session, number, now)

    page = sent_and_shown(visitor, number, shown, seen=1)

    wanted = ("De vrager schreef terug", "schrijft ook aan dit antwoord", "Wat Omar schreef", f'"{MINE}"')
    assert [one for one in wanted if one not in page] == []


def test_an_answer_to_what_was_erased_meanwhile_is_not_lost(sqlite: Database, now: datetime) -> None:
    number, visitor = written(sqlite, now=now).id, staff(sqlite, now)
    with sqlite.writing() as session:
        asking.take_away(session, number)

    page = sent_and_shown(visitor, number, None, seen=1)

    assert ("Uw antwoord is niet verstuurd" in page, f'"{MINE}"' in page) == (True, True)
