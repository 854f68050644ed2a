"""What we hold about a request, for the parent to read and keep: all of theirs, nothing of anybody else."""

from datetime import datetime

import pytest

from domain.matchmaking import requests
from store.database import Database
from store.models import Match
from tests import make
from tests.doors import Doors, Visitor, text_of

OF_THE_BUDDY = ("de Vries", "anna@example.nl")


@pytest.fixture
def matched(database: Database, now: datetime) -> tuple[Visitor, str]:
    with database.writing() as session:
        request_id = session.get_one(Match, make.match(session, now=now)).request_id
        make.letter(
            session,
            request_id,
            now=now,
            dedupe_key=f"request_received/request:{request_id}",
            subject=("request", request_id),
            body="Wij zoeken een buddy voor u.",
        )
        token = requests.link(session, request_id, now=now)
    return Doors(database, now).visitor(), f"/link/{token}"


def test_everything_of_the_parent_stands_on_the_page_and_nothing_of_the_buddy(matched: tuple[Visitor, str]) -> None:
    visitor, page = matched

    shown = text_of(visitor.get(f"{page}?bekijk=gegevens"))

    mine = ("farida@example.nl", "06 12345678", "Hoogbegaafdheid", "Alkmaar", "Wij zoeken een buddy voor u.", "Anna")
    assert [one for one in (*mine, make.CONSENT.words, make.CONSENT.version) if one not in shown] == []
    assert [secret for secret in OF_THE_BUDDY if secret in shown] == []


def test_the_file_for_a_program_holds_the_same(matched: tuple[Visitor, str]) -> None:
    visitor, page = matched

    answer = visitor.get(f"{page}?bekijk=bestand")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="buddy.json"'
    assert answer.headers["Cache-Control"] == "no-store"
    by_heading = {one["heading"]: {row["name"]: row["value"] for row in one["rows"]} for one in answer.get_json()}
    assert by_heading["Wie u bent"]["E-mailadres"] == "farida@example.nl"
    assert [secret for secret in OF_THE_BUDDY if secret in answer.text] == []


def test_the_text_opens_on_every_device(matched: tuple[Visitor, str]) -> None:
    visitor, page = matched

    answer = visitor.get(f"{page}?bekijk=tekst")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="buddy.txt"'
    assert "Wie u bent\n----------\n- Naam: Farida\n- E-mailadres: farida@example.nl" in answer.text


def test_who_sees_what_now_follows_from_how_it_stands(matched: tuple[Visitor, str]) -> None:
    visitor, page = matched

    before = text_of(visitor.get(page))
    visitor.post(page, do="withdraw")

    assert "Uw buddy Uw voornaam, hoe u te bereiken bent, en wat u vroeg." in before
    assert "Waar u ja op zei, op" in before
    assert "Buddy's Nu niets." in text_of(visitor.get(page)).replace("&#39;", "'")
