"""Automations as data, and those that come with the product."""

from datetime import timedelta

import pytest

from automations.actions import ACTIONS
from automations.actions.send_letter import READERS
from automations.automation import active, automation
from domain import catalogue
from domain.journal import KINDS
from domain.post import letter_texts
from store.database import Database


@pytest.mark.parametrize(
    ("after", "wait"),
    [
        ("0 minutes", timedelta(0)),
        ("1 hour", timedelta(hours=1)),
        ("2 days", timedelta(days=2)),
        ("3 weeks", timedelta(weeks=3)),
    ],
)
def test_a_delay_is_written_in_words(after: str, wait: timedelta) -> None:
    found = automation("one", {"when": "signup.confirmed", "then": "send_letter", "after": after})

    assert found.after == wait


def test_every_automation_that_comes_with_us_names_things_that_exist(sqlite: Database) -> None:
    with sqlite.reading() as session:
        automations = active(session)
        kinds = {one.key for one in letter_texts.listed(session)}

    unknown = [
        one.key
        for one in automations
        if one.when not in KINDS
        or one.then not in ACTIONS
        or (one.then == "send_letter" and one.parameters["letter"] not in kinds)
        or (one.then == "send_letter" and one.parameters["to"] not in READERS)
    ]
    assert unknown == []


def test_every_letter_that_comes_with_us_is_sent_by_an_automation_or_a_reminder(sqlite: Database) -> None:
    with sqlite.reading() as session:
        sent = {one.parameters["letter"] for one in active(session) if one.then == "send_letter"}
        sent |= {one.data["letter"] for one in catalogue.entries(session, "reminder")}
        kinds = {one.key for one in letter_texts.listed(session)}

    assert kinds - sent == set()
