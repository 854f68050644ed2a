"""The kinds of registers that can be taken in, each with its columns and what to do with a row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session

from domain.actors import Actor
from domain.importing import buddies, events, questions
from domain.importing.columns import Column, Kind
from domain.importing.reading import Reading
from i18n import lazy


class Save(Protocol):
    """Writes rows down and gives their numbers in the same order."""

    def __call__(self, session: Session, rows: Iterable[Any], *, by: Actor, now: datetime) -> list[int]: ...


@dataclass(frozen=True)
class Register:
    """One kind of register. `unique` is the column that no two rows may share."""

    label: lazy
    columns: tuple[Column, ...]
    read: Callable[[Reading], Any]
    save: Save
    undo: Callable[[Session, Sequence[int]], None]
    unique: str | None = None

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


REGISTERS: Mapping[Kind, Register] = {
    Kind.QUESTION: Register(lazy("Vragen"), questions.COLUMNS, questions.read, questions.save, questions.undo),
    Kind.BUDDY: Register(lazy("Buddy's"), buddies.COLUMNS, buddies.read, buddies.save, buddies.undo, unique="email"),
    Kind.EVENT: Register(lazy("Bijeenkomsten"), events.COLUMNS, events.read, events.save, events.undo),
}
