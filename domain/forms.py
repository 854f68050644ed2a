"""Forms as data: one definition of a field draws every control and checks what was typed, on the server."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from domain import catalogue
from store.queries import choices

TOPICS = "topics"


class FieldKind(StrEnum):
    TEXT = "text"
    LONG_TEXT = "long_text"
    MAIL = "mail"
    PHONE = "phone"
    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    CHOICES = "choices"
    YES_NO = "yes_no"
    CONSENT = "consent"


class Privacy(StrEnum):
    """What a field holds: `plain` may be counted, `personal` is encrypted and erased in time."""

    PLAIN = "plain"
    PERSONAL = "personal"


@dataclass(frozen=True)
class Option:
    key: str
    label: str
    group: str = ""
    others: tuple[str, ...] = ()  # more words for the same, to be found by


@dataclass(frozen=True)
class Field:
    """One field of a form. `least` and `most` bound a number, the length of a text or the number of choices."""

    key: str
    kind: FieldKind
    label: str
    help: str = ""
    required: bool = False
    options: tuple[Option, ...] = ()
    privacy: Privacy = Privacy.PLAIN
    least: int | None = None
    most: int | None = None
    placeholder: str = ""
    autocomplete: str = ""


@dataclass(frozen=True)
class Form:
    key: str
    fields: tuple[Field, ...]

    def field(self, key: str) -> Field:
        return next(field for field in self.fields if field.key == key)

    def with_topics(self, topics: tuple[Option, ...]) -> "Form":
        """The same form with other topics to choose from."""
        fields = tuple(replace(one, options=topics) if one.key == TOPICS else one for one in self.fields)
        return replace(self, fields=fields)


def load(session: Session, key: str, *, kept: Collection[str] = ()) -> Form:
    """The form as staff set it up, in the reader's language, with its choices filled in.

    A topic that went out of use can be chosen only where it was before: `kept` are those.
    """
    return Form(key, tuple(_field(session, row, kept) for row in catalogue.entries(session, "field", under=key)))


def topics(session: Session, *, kept: Collection[str] = (), on: date | None = None) -> tuple[Option, ...]:
    """The topics that can be chosen, on one day where it is given, and those that are `kept`."""
    found = choices.topics(session, ended=True)
    return tuple(
        Option(one.code, one.name, one.group, one.synonyms)
        for one in found
        if one.code in kept or (one.fits(on) if on else one.until is None)
    )


def _field(session: Session, row: catalogue.Entry, kept: Collection[str]) -> Field:
    data = row.data
    return Field(
        key=row.key.removeprefix(f"{data['form']}."),
        kind=FieldKind(data["kind"]),
        label=row.label,
        help=row.help,
        required=data.get("required", False),
        options=options(session, data["options"], kept=kept) if "options" in data else (),
        privacy=Privacy(data.get("privacy", "plain")),
        least=data.get("least"),
        most=data.get("most"),
        placeholder=data.get("placeholder", ""),
        autocomplete=data.get("autocomplete", ""),
    )


def options(session: Session, source: str, *, kept: Collection[str] = ()) -> tuple[Option, ...]:
    """The choices of a list: `topics`, `topic_groups`, `municipalities`, `venues`, or the name of a list of terms."""
    if source == "topics":
        return topics(session, kept=kept)
    if source == "topic_groups":
        return tuple(Option(code, name) for code, name in choices.topic_groups(session).items())
    if source == "municipalities":
        return tuple(Option(one.code, one.name) for one in choices.municipalities(session))
    if source == "places":
        return tuple(Option(one.name, one.name, one.municipality) for one in choices.places(session))
    if source == "event_kinds":
        return tuple(Option(one.key, one.label) for one in catalogue.entries(session, "event_kind"))
    return terms(session, source)


def terms(session: Session, name: str) -> tuple[Option, ...]:
    """The terms of a list, in their order."""
    return tuple(
        Option(one.key.removeprefix(f"{name}."), one.label) for one in catalogue.entries(session, "term", under=name)
    )


def term_names(session: Session, name: str) -> Mapping[str, str]:
    """What the terms of a list are called, also those that can't be chosen any more."""
    found = catalogue.entries(session, "term", under=name, all_of_them=True)
    return {one.key.removeprefix(f"{name}."): one.label for one in found}


def labels(found: Sequence[Option]) -> Mapping[str, str]:
    return {one.key: one.label for one in found}
