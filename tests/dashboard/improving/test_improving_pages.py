"""Signals and improvements over HTTP: seen, decided, changed by two, told to parents; never with an exact number."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from dashboard.pages import PAGES
from domain.actors import CLOCK, Actor, Role
from domain.improving import improvements, signals
from domain.improving.improvements import ImprovementPlan
from domain.improving.signals import SignalPlan
from domain.register import counts
from store.database import Database
from store.queries.improving import quality, told
from store.states import SignalState
from tests import make
from tests.conftest import Prepared
from tests.dashboard.trends.trend_numbers import numbers_shown
from tests.doors import Doors, Visitor, many
from trends.periods import month_of

POLICY = Actor(name="Bas", roles=frozenset({Role.POLICY}), account_id=7)
ADMINISTRATOR = Actor(name="Ada", roles=frozenset({Role.ADMINISTRATOR}), account_id=8)
MONTH = month_of(date(2026, 9, 1))
WORDS = ("Scholen bellen eerder", "Wij spraken af dat scholen bellen.", "", "")


@pytest.fixture
def filled(prepared: Prepared, now: datetime) -> Database:
    """A rise from 13 to 47, with its signal and an improvement that began a year ago."""

    def write(session: Session) -> None:
        for day, n in ((date(2025, 9, 10), 13), (date(2026, 9, 10), 47)):
            for topic in ("D2", "F6"):
                for _ in range(n if topic == "D2" else 32):
                    make.question(session, now=now, asked_on=day, topics=(topic,))
        counts.publish(session, now=now)
        signals.raise_newest(session, by=CLOCK, now=now)
        plan = ImprovementPlan("Eerder bellen", "Bellen", "School", date(2026, 8, 1), topics=("D2", "D"))
        improvements.add(session, plan, by=make.COORDINATOR, now=now)

    return prepared(__name__, write)


def visitor(database: Database, now: datetime, actor: Actor = POLICY) -> Visitor:
    return Doors(database, now).visitor(actor)


def lists(who: Visitor, which: object = "open", state: object = None, group: object = None) -> Any:
    chosen = [("signals-which", "value", which), ("actions-state", "value", state), ("actions-group", "value", group)]
    return who.call(who.doors.output_of("improving-signals.children"), chosen)


def one_signal(who: Visitor, number: int = 1) -> Any:
    inputs = [("signal-number", "data", number), ("signal-changed", "data", None)]
    return who.call(who.doors.output_of("signal.children"), inputs)


def one_improvement(who: Visitor, number: int = 1) -> Any:
    inputs = [("improvement-shown", "data", number), ("improvement-changed", "data", None)]
    return who.call("improvement.children", inputs)


def told_fields(words: tuple[str, ...]) -> list[dict[str, object]]:
    keys = ("title", "text", "title_en", "text_en")
    ids = [{"type": "field", "form": "told", "key": key} for key in keys]
    return many(*((one, "value", word) for one, word in zip(ids, words, strict=True)))


def test_signals_come_first_then_what_is_done_about_them(filled: Database, now: datetime) -> None:
    page = lists(visitor(filled, now)).get_data(as_text=True)

    assert page.index("Thuiszitten en verzuim stijgt") < page.index("Eerder bellen")
    assert "van ongeveer 15 naar ongeveer 45 vragen" in page


def test_filters_stand_in_the_address(filled: Database, now: datetime) -> None:
    answer = lists(visitor(filled, now), "nieuw", "done", "D").get_json()

    assert "signalen=nieuw&acties=done&groep=D" in json.dumps(answer)
    assert "Niets gevonden met deze keuze" in json.dumps(answer)


def test_no_number_in_any_answer_is_exact(filled: Database, now: datetime) -> None:
    who = visitor(filled, now)
    answers = [one_signal(who), one_improvement(who), lists(who)]

    shown = {number for answer in answers for number in numbers_shown(answer.get_json())}

    assert ({number % 5 for number in shown}, len(shown) > 1) == ({0}, True)
    assert all(str(exact) not in answer.get_data(as_text=True).split() for answer in answers for exact in (13, 47))


def test_a_signal_says_that_its_numbers_are_kept(filled: Database, now: datetime) -> None:
    page = one_signal(visitor(filled, now)).get_data(as_text=True)

    assert "Thuiszitten en verzuim stijgt: van ongeveer 15 naar ongeveer 45 vragen." in page
    assert "Deze cijfers zijn bewaard zoals ze toen waren." in page


def test_closing_asks_why_and_can_be_taken_back(filled: Database, now: datetime) -> None:
    who = visitor(filled, now)
    states = []
    for what, why in (("close", ""), ("close", "Een telfout"), ("reopen", "")):
        key = {"type": "signal-decide", "what": what}
        output = who.doors.output_of("signal-changed.data", "signal-why.error")
        pressed = many((key, "n_clicks", 1))
        who.call(output, [(..., "", pressed)], [("signal-number", "data", 1), ("signal-why", "value", why)])
        with filled.reading() as session:
            states.append(quality.signals(session)[0].state)

    assert states == [SignalState.NEW, SignalState.CLOSED, SignalState.NEW]


def test_the_effect_is_told_with_its_doubts(filled: Database, now: datetime) -> None:
    page = one_improvement(visitor(filled, now)).get_data(as_text=True)

    assert "van ongeveer 15 naar ongeveer 45 vragen. Dat is meer, en waarschijnlijk geen toeval." in page
    assert "Voor en na is nog geen bewijs" in page
    assert "nog te vroeg. De eerste cijfers van erna komen vanaf dinsdag 10 augustus 2027." in page


def test_parents_read_only_what_was_looked_at_first(filled: Database, now: datetime) -> None:
    who = visitor(filled, now)
    fields = told_fields(WORDS)
    look = who.call(
        who.doors.output_of("told-preview.children"), [("told-look", "n_clicks", 1)], [(..., "value", fields)]
    )
    seen = look.get_json()["response"]["told-words"]["data"]
    assert "Zo lezen ouders het" in look.get_data(as_text=True)

    tell = [one for one in who.doors.dashboard.callback_map if "improvement-changed.data@" in one]
    for output in tell:
        states = [("told-words", "data", seen), ("improvement-shown", "data", 1)]
        who.call(output, [("told-tell", "n_clicks", 1)], states)

    with filled.reading() as session:
        assert [one.title for one in told.told(session)] == ["Scholen bellen eerder"]
    assert "Scholen bellen eerder" in Doors(filled, now).visitor().get("/uw-vragen").get_data(as_text=True)


def test_a_preview_warns_of_a_mail_address_and_of_numbers(filled: Database, now: datetime) -> None:
    who = visitor(filled, now)
    typed = ("Titel", "Mail jan@school.nl: het gaat om 7 kinderen.", "", "")
    fields = told_fields(typed)

    look = who.call(
        who.doors.output_of("told-preview.children"), [("told-look", "n_clicks", 1)], [(..., "value", fields)]
    )

    page = look.get_data(as_text=True)
    assert ("dit lijkt op een e-mailadres" in page, "Er staat een getal in." in page) == (True, True)


def test_somebody_without_the_role_reaches_none_of_it(filled: Database, now: datetime) -> None:
    who = visitor(filled, now, ADMINISTRATOR)
    paths = [page.path.replace("<int:number>", "1") for page in PAGES if page.path.startswith("/werk/verbeteren")]

    answers = {lists(who).status_code, one_signal(who).status_code, one_improvement(who).status_code}

    assert (answers, {who.get(path).status_code for path in paths}, len(paths)) == ({403}, {403}, 7)


def test_every_page_opens_for_policy_staff_and_coordinators(filled: Database, now: datetime) -> None:
    paths = [page.path.replace("<int:number>", "1") for page in PAGES if page.path.startswith("/werk/verbeteren")]

    for actor in (POLICY, make.COORDINATOR):
        who = visitor(filled, now, actor)
        assert {who.get(path).status_code for path in paths} == {200}


def test_before_anything_happened_the_page_says_what_to_do(sqlite: Database, now: datetime) -> None:
    page = lists(visitor(sqlite, now)).get_data(as_text=True)

    assert ("Geen open signalen" in page, "Nog geen verbeteracties" in page) == (True, True)


def test_today_mentions_new_signals_to_the_coordinator(filled: Database, now: datetime) -> None:
    with filled.writing() as session:
        signals.raise_by_hand(session, SignalPlan("A1", MONTH, MONTH, "Vaak"), by=make.COORDINATOR, now=now)

    page = visitor(filled, now, make.COORDINATOR).call("today.children", [("today", "id", "today")])

    assert "2 nieuwe signalen: kies wat u ermee doet" in page.get_data(as_text=True)
