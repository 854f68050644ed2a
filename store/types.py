"""Column types: instants in UTC, encrypted personal data, states, plain data."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import JSON, DateTime, Dialect, Enum, LargeBinary
from sqlalchemy.types import TypeDecorator

from store.keys import Keyring

# Each engine has its own dialect object, so several databases with their own keys live in one process.
KEYRINGS: WeakKeyDictionary[Dialect, Keyring] = WeakKeyDictionary()


class Instant(TypeDecorator[datetime]):
    """A moment, aware and in UTC on both databases; a naive datetime is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Encrypted(TypeDecorator[str]):
    """Personal text, encrypted at rest; it can't be compared in the database, so a comparison is refused."""

    impl = LargeBinary
    cache_ok = True

    class Comparator(TypeDecorator.Comparator[str]):
        def operate(self, op: Any, *other: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - SQLAlchemy's own signature
            if op.__name__ in {"is_", "is_not"}:
                return super().operate(op, *other, **kwargs)
            raise TypeError("an encrypted column can't be compared; look it up by its blind index")

    comparator_factory = Comparator

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else KEYRINGS[dialect].encrypt(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else KEYRINGS[dialect].decrypt(value)


def state(kind: type[StrEnum]) -> Enum:
    """A column that holds one of `kind`, as its text."""
    return Enum(
        kind, native_enum=False, create_constraint=False, length=20, values_callable=lambda k: [one.value for one in k]
    )


Plain = JSON(none_as_null=True)
