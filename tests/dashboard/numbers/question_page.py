"""The register over HTTP: a form filled in, a question saved."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from dashboard.parts.fields import field_id
from domain.forms import load
from store.database import Database
from store.models import Question
from tests import make
from tests.doors import Doors, Visitor, many


def staff(database: Database, now: datetime) -> Visitor:
    return Doors(database, now).visitor(make.COORDINATOR)


def fields(database: Database, **typed: object) -> Any:
    """What the browser sends of the form's fields."""
    with database.reading() as session:
        keys = [one.key for one in load(session, "question").fields]
    return (..., "", many(*((field_id("question", key), "value", typed.get(key)) for key in keys)))


def everything(database: Database) -> list[Question]:
    with database.reading() as session:
        return list(session.scalars(select(Question)))


def filled(answer: dict[str, Any], prop: str) -> list[object]:
    """What a callback puts into `prop` of the fields, without what it leaves as it is."""
    every = [value for one in answer["response"].values() for value in one.get(prop, [])]
    return [value for value in every if value and "_dash_no_update" not in value]


def address(path: str) -> list[tuple[Any, str, object]]:
    return [("address", "pathname", path), ("address", "search", "")]
