"""What a file with people may say: each kind of value once, for the reader and for the schema."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from i18n import _
from matching.json_text import Twice

LONGEST = 120
NAME = r"\S(.*\S)?"

Place = tuple[str | int, ...]
"""Where in the file: ("parents", 3, "topics", 0)."""


class BadPeople(Exception):
    """The file can't be used. `place` is where, `said` what is wrong there, in the language of whoever reads."""

    def __init__(self, place: Place, said: str) -> None:
        super().__init__(f"{path(place)}: {said}")
        self.place, self.said = place, said


def path(place: Place) -> str:
    """`parents[3].topics[0]`; an empty place is the file itself."""
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return steps.removeprefix(".") or _("het bestand")


class Kind(Protocol):
    def read(self, found: Any, place: Place) -> Any:  # noqa: ANN401 - any JSON value
        """The value that stands there; raises `BadPeople`."""
        ...

    def schema(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Text:
    """Something to call it by, without spaces around it."""

    def read(self, found: object, place: Place) -> str:
        if not isinstance(found, str) or len(found) > LONGEST or not re.fullmatch(NAME, found):
            said = _("moet een tekst zijn van 1 tot {most} tekens, zonder spaties eromheen", most=LONGEST)
            raise BadPeople(place, said)
        return found

    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "minLength": 1, "maxLength": LONGEST, "pattern": f"^{NAME}$"}


@dataclass(frozen=True)
class OneOf:
    choices: tuple[str, ...]

    def read(self, found: object, place: Place) -> str:
        if not isinstance(found, str) or found not in self.choices:
            raise BadPeople(place, _("moet één van deze zijn: {choices}", choices=", ".join(self.choices)))
        return found

    def schema(self) -> Mapping[str, Any]:
        return {"enum": list(self.choices)}


@dataclass(frozen=True)
class Number:
    """A number of degrees."""

    least: int
    most: int

    def read(self, found: object, place: Place) -> float:
        if not isinstance(found, int | float) or isinstance(found, bool) or not self.least <= found <= self.most:
            raise BadPeople(place, _("moet een getal zijn van {least} tot {most}", least=self.least, most=self.most))
        return float(found)

    def schema(self) -> Mapping[str, Any]:
        return {"type": "number", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Whole:
    least: int
    most: int

    def read(self, found: object, place: Place) -> int:
        if not isinstance(found, int) or isinstance(found, bool) or not self.least <= found <= self.most:
            raise BadPeople(
                place, _("moet een heel getal zijn van {least} tot {most}", least=self.least, most=self.most)
            )
        return found

    def schema(self) -> Mapping[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class YesNo:
    def read(self, found: object, place: Place) -> bool:
        if not isinstance(found, bool):
            raise BadPeople(place, _("moet true of false zijn"))
        return found

    def schema(self) -> Mapping[str, Any]:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Day:
    """`2026-11-24`."""

    def read(self, found: object, place: Place) -> date:
        try:
            if isinstance(found, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found):
                return date.fromisoformat(found)
        except ValueError:
            pass
        raise BadPeople(place, _("moet een dag zijn, zoals 2026-11-24"))

    def schema(self) -> Mapping[str, Any]:
        return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


@dataclass(frozen=True)
class Many:
    """A list, in which nothing stands twice when it is `distinct`."""

    of: Kind
    least: int = 0
    most: int = 1000
    distinct: bool = True

    def read(self, found: object, place: Place) -> tuple[Any, ...]:
        if not isinstance(found, list) or not self.least <= len(found) <= self.most:
            raise BadPeople(place, _("moet een lijst zijn van {least} tot {most}", least=self.least, most=self.most))
        read = tuple(self.of.read(one, (*place, index)) for index, one in enumerate(found))
        if self.distinct and len(set(read)) < len(read):
            again = next(index for index, one in enumerate(read) if one in read[:index])
            raise BadPeople((*place, again), _("staat er twee keer"))
        return read

    def schema(self) -> Mapping[str, Any]:
        distinct = {"uniqueItems": True} if self.distinct else {}
        return {"type": "array", "items": self.of.schema(), "minItems": self.least, "maxItems": self.most, **distinct}


@dataclass(frozen=True)
class Field:
    """`help` says what it means, and what it means when it is left out."""

    name: str
    kind: Kind
    help: str
    required: bool = False


@dataclass(frozen=True)
class Object:
    """Named fields; an unknown one and a missing one are refused."""

    fields: tuple[Field, ...]

    def read(self, found: object, place: Place) -> dict[str, Any]:
        if not isinstance(found, dict):
            raise BadPeople(place, _("moet een object zijn"))
        if isinstance(found, Twice):
            raise BadPeople(place, _("het veld “{name}” staat er twee keer", name=found.field))
        known = {field.name: field for field in self.fields}
        for name in found:
            if name not in known:
                raise BadPeople(place, _("het veld “{name}” kennen we niet", name=name))
        for field in self.fields:
            if field.required and field.name not in found:
                raise BadPeople(place, _("het veld “{name}” ontbreekt", name=field.name))
        return {name: known[name].kind.read(value, (*place, name)) for name, value in found.items()}

    def schema(self) -> Mapping[str, Any]:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [field.name for field in self.fields if field.required],
            "properties": {field.name: {"description": field.help, **field.kind.schema()} for field in self.fields},
        }
