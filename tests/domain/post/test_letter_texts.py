"""Staff change the words of letters."""

from datetime import datetime

import pytest

from domain.post import letter_texts
from domain.refused import Refused
from mail.render import Wording
from store.database import Database
from tests import make


def test_staff_give_a_letter_other_words_in_one_language(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        before = letter_texts.load(session, "sign_up_confirmed")
        words = Wording("Welkom", "Dag {naam}, tot {wanneer}.\n{link}\n")
        letter_texts.change(session, "sign_up_confirmed", "nl", words, by=make.COORDINATOR, now=now)

    with sqlite.reading() as session:
        after = letter_texts.load(session, "sign_up_confirmed")
    assert (after.wording("nl"), after.wording("en")) == (words, before.wording("en"))


def test_a_language_without_words_reads_dutch(sqlite: Database) -> None:
    with sqlite.reading() as session:
        text = letter_texts.load(session, "sign_up_confirmed")

    assert text.wording("uk") == text.wording("nl")


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (Wording("", "{wanneer} {link}"), ("letter.empty", "title", "")),
        (Wording("Dag", "{wanneer} {link} {bsn}"), ("letter.unknown_field", "body", "{bsn}")),
        (Wording("Dag", "Tot {wanneer}!"), ("letter.missing_field", "body", "{link}")),
    ],
)
def test_words_that_can_not_be_sent_are_refused(
    sqlite: Database, now: datetime, words: Wording, refusal: tuple[str, str, str]
) -> None:
    with pytest.raises(Refused) as refused, sqlite.writing() as session:
        letter_texts.change(session, "sign_up_confirmed", "nl", words, by=make.COORDINATOR, now=now)

    assert (refused.value.key, refused.value.field, refused.value.values["names"]) == refusal
