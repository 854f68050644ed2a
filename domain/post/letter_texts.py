"""The words of letters: as they came with the product until staff change them, checked when they are saved."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from domain import catalogue
from domain.actors import Actor
from domain.refused import Refused
from i18n.texts import SOURCE
from mail.render import Wording, check

CATALOGUE = "letter"


@dataclass(frozen=True)
class LetterText:
    """One kind of letter. `fields` may be used in its words, `needed` must be; see `mail.templates.Template`."""

    key: str
    name: str
    help: str
    active: bool
    fields: tuple[str, ...]
    needed: tuple[str, ...]
    states: tuple[str, ...]
    by_phone: bool
    calendar: str
    quiet: bool
    wordings: Mapping[str, Wording]

    def wording(self, language: str) -> Wording:
        """The words in this language, or in Dutch when nobody wrote them in it."""
        return self.wordings.get(language) or self.wordings[SOURCE]


def listed(session: Session) -> tuple[LetterText, ...]:
    return tuple(_text(one) for one in catalogue.entries(session, CATALOGUE, all_of_them=True))


def load(session: Session, key: str) -> LetterText:
    """One kind of letter; raises `Refused("catalogue.unknown")`."""
    return _text(catalogue.entry(session, CATALOGUE, key))


def change(session: Session, key: str, language: str, wording: Wording, *, by: Actor, now: datetime) -> None:
    """Give a letter other words in one language.

    Raises `Refused` about `title` or `body` for words that can't be sent: none at all, a placeholder that this letter
    doesn't know, one that it needs and that is gone.
    """
    entry = catalogue.entry(session, CATALOGUE, key)
    text = _text(entry)
    _refuse("title", wording.title, text.fields, ())
    _refuse("body", wording.body, text.fields, text.needed)
    words = {"title": " ".join(wording.title.split()), "body": wording.body.strip() + "\n"}
    wordings = {**entry.data["wordings"], language: words}
    catalogue.change(session, CATALOGUE, key, {**entry.data, "wordings": wordings}, by=by, now=now)


def _refuse(field: str, text: str, allowed: tuple[str, ...], needed: tuple[str, ...]) -> None:
    for problem in check(text, allowed, needed=needed):
        names = ", ".join(f"{{{name}}}" for name in problem.names)
        raise Refused(problem.key, field=field, names=names)


def _text(entry: catalogue.Entry) -> LetterText:
    data = entry.data
    return LetterText(
        key=entry.key,
        name=entry.label,
        help=entry.help,
        active=entry.active,
        fields=tuple(data["fields"]),
        needed=tuple(data["needed"]),
        states=tuple(data["states"]),
        by_phone=data["by_phone"],
        calendar=data["calendar"],
        quiet=data.get("quiet", False),
        wordings={language: Wording(**words) for language, words in data["wordings"].items()},
    )
