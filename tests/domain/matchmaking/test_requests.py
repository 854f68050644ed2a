"""A parent asks for a buddy, and may always withdraw."""

from datetime import datetime, timedelta

import pytest

from domain import checking, forms
from domain.actors import PARENT
from domain.matchmaking import requests
from domain.matchmaking.wishes import consent, wish
from domain.refused import Refused
from store.database import Database
from store.models import JournalLine, Match, Proposal, Request, Setting
from store.states import MatchState, ProposalState, RequestState
from tests import make


def test_a_request_waits_with_its_topics_and_its_consent(database: Database, now: datetime) -> None:
    with database.writing() as session:
        request_id = requests.ask(session, make.wish(topics=("F3", "F1")), make.CONSENT, by=PARENT, now=now)

    with database.reading() as session:
        row = session.get_one(Request, request_id)
        assert (row.state, [topic.code for topic in row.topics]) == (RequestState.OPEN, ["F1", "F3"])
        assert (row.consent_text, row.consented_at) == (make.CONSENT.version, now)
        assert session.get_one(Setting, make.CONSENT.version).value == make.CONSENT.words


def test_a_double_click_asks_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        first = make.request(session, now=now)
        again = make.request(session, now=now + timedelta(seconds=1))

        assert again == first
        assert session.query(JournalLine).filter_by(kind="request.asked").count() == 1


@pytest.mark.parametrize(("later", "topics"), [(timedelta(hours=2), ("F1",)), (timedelta(0), ("F3",))])
def test_another_question_or_another_day_is_another_request(
    sqlite: Database, now: datetime, later: timedelta, topics: tuple[str, ...]
) -> None:
    with sqlite.writing() as session:
        first = make.request(session, now=now)

        assert make.request(session, now=now + later, topics=topics) != first


def test_without_a_way_to_reach_the_parent_there_is_no_request(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session, pytest.raises(Refused, match=r"^request.no_contact$"):
        make.request(session, now=now, email=None, phone=None)


def test_withdrawing_stops_everything_and_erases_who_asked(database: Database, now: datetime) -> None:
    with database.writing() as session:
        match_id = make.match(session, now=now)
        request_id = session.get_one(Match, match_id).request_id

        requests.withdraw(session, request_id, by=PARENT, now=now)
        requests.withdraw(session, request_id, by=PARENT, now=now)

    with database.reading() as session:
        row = session.get_one(Request, request_id)
        assert (row.state, row.name, row.email, row.phone, row.contact_index) == (
            RequestState.WITHDRAWN, None, None, None, None,
        )  # fmt: skip
        assert session.get_one(Match, match_id).state is MatchState.ENDED
        assert session.query(JournalLine).filter_by(kind="request.withdrawn").count() == 1


def test_withdrawing_takes_the_question_back_from_a_buddy(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)
        proposal_id = make.proposal(session, request_id, make.buddy(session, now=now), now=now)

        requests.withdraw(session, request_id, by=PARENT, now=now)

        assert session.get_one(Proposal, proposal_id).state is ProposalState.WITHDRAWN


def test_a_coordinator_closes_what_is_not_matched(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

        requests.close(session, request_id, by=make.COORDINATOR, now=now)
        requests.close(session, request_id, by=make.COORDINATOR, now=now)

        assert session.get_one(Request, request_id).state is RequestState.CLOSED
        assert session.query(JournalLine).filter_by(kind="request.closed").count() == 1


def test_a_request_with_a_running_match_is_not_closed(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        match_id = make.match(session, now=now)

        with pytest.raises(Refused, match=r"^request.matched$"):
            requests.close(session, session.get_one(Match, match_id).request_id, by=make.COORDINATOR, now=now)


def test_a_buddy_closes_nobodys_request(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            requests.close(session, request_id, by=make.buddy_actor(1), now=now)


def test_the_form_gives_the_whole_wish(sqlite: Database) -> None:
    typed = {
        "name": "Farida",
        "phone": "06 12345678",
        "email": "farida@example.nl",
        "municipality": "GM0361",
        "topics": ["F1"],
        "sector": "po",
        "age_band": "7-9",
        "contact_modes": ["phone"],
        "moments": ["weekday_evening"],
        "languages": ["nl"],
        "consent": "yes",
    }
    with sqlite.reading() as session:
        form = forms.load(session, "request")
        checked = checking.check(form, typed)

    assert (checked.errors, wish(checked)) == ({}, make.wish())
    assert consent(form).words.startswith("Ja, u mag deze gegevens gebruiken")


def test_other_words_are_another_version(sqlite: Database) -> None:
    with sqlite.reading() as session:
        ours = consent(forms.load(session, "request"))

    assert ours.version != make.CONSENT.version


def test_a_buddy_does_not_withdraw_the_request_of_a_parent(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        request_id = make.request(session, now=now)

        with pytest.raises(Refused, match=r"^not_allowed$"):
            requests.withdraw(session, request_id, by=make.buddy_actor(1), now=now)
