"""The register as a table for a file: the words that the import understands, so that it can come in again."""

from collections.abc import Mapping
from datetime import date, datetime

from sqlalchemy.orm import Session

from domain import forms, journal
from domain.actors import Actor
from domain.allowed import staff_only
from domain.importing.columns import WORDS
from domain.importing.known import LISTS
from domain.importing.questions import COLUMNS
from i18n import _
from store.queries import choices
from store.queries.numbers import questions
from store.queries.numbers.questions import Narrow

Cell = str | int | date | None
NOTE = "note"


def rows(session: Session, narrow: Narrow, *, notes: bool, by: Actor, now: datetime) -> list[list[Cell]]:
    """A head and a row for each question; notes only when they are asked for. The journal hears of it.

    Raises `Refused` for everybody but coordinators.
    """
    staff_only(by)
    keys = [column.key for column in COLUMNS] + ([NOTE] if notes else [])
    words, names = _words(session), choices.topic_names(session)
    found = [[_cell(key, row.get(key), words, names) for key in keys] for row in questions.every(session, narrow)]
    journal.record(session, "question.exported", ("question", 0), by=by, now=now, rows=len(found), notes=notes)
    return [[_head(key) for key in keys], *found]


def _head(key: str) -> str:
    return _("Aantekening") if key == NOTE else str(WORDS["columns"]["question"][key][0]).capitalize()


def _words(session: Session) -> Mapping[str, Mapping[str, str]]:
    return {name: forms.labels(forms.terms(session, name)) for name in LISTS}


def _cell(key: str, value: object, words: Mapping[str, Mapping[str, str]], names: Mapping[str, str]) -> Cell:
    if key == "topics" and isinstance(value, tuple):
        return "; ".join(f"{code} {names[code]}" for code in value)
    if key == "open":
        return "ja" if value else ""
    if isinstance(value, tuple):
        return "; ".join(words[key].get(one, one) for one in value)
    if key in words and isinstance(value, str):
        return words[key].get(value, value)
    return value if isinstance(value, (str, int, date)) else None
