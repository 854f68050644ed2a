"""The form of a word, an address or a standard answer, and what stands in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.parts.information.words import AUDIENCES
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.information import words
from domain.information.entries import LONGEST_HELP, TEXT
from domain.inquiring import standard_answers
from domain.inquiring.asking import LONGEST
from domain.own_entries import EntryPlan
from domain.refused import Refused
from i18n import _, lazy

FORM = "information-entry"
ANSWERED_IN = (TEXT, "en")
TEXTS = ("label_nl", "help_nl", "label_en", "help_en")


@dataclass(frozen=True)
class EntryKind:
    """`own` are the fields besides its name and meaning, `data` what is kept of them, `values` the way back.

    An entry that is not `explained` is a text of its own.
    """

    catalogue: str
    title: lazy
    what: lazy
    own: Callable[[], tuple[Field, ...]]
    data: Callable[[Checked], dict[str, Any]]
    values: Callable[[Mapping[str, Any]], dict[str, object]]
    explained: bool = True

    @property
    def column(self) -> str:
        return _("Uitleg") if self.explained else _("Tekst")

    def form(self) -> Form:
        names = [
            Field("label_nl", FieldKind.TEXT, str(self.what), required=True),
            Field("label_en", FieldKind.TEXT, _("Naam in het Engels"), _("Leeg is de Nederlandse naam.")),
        ]
        if self.explained:
            names.insert(1, Field("help_nl", FieldKind.TEXT, _("Uitleg in één zin"), required=True, most=LONGEST_HELP))
            names.append(Field("help_en", FieldKind.TEXT, _("Uitleg in het Engels"), most=LONGEST_HELP))
        return Form(FORM, (*names, *self.own()))

    def plan(self, checked: Checked) -> EntryPlan:
        return EntryPlan(**{key: checked.text(key) for key in TEXTS}, data=self.data(checked))

    def shown(self, plan: EntryPlan) -> str:
        """What the list shows of it."""
        return plan.help_nl if self.explained else str(plan.data.get(TEXT, ""))

    def values_of(self, plan: EntryPlan) -> dict[str, object]:
        return {**{key: getattr(plan, key) for key in TEXTS}, **self.values(plan.data)}


def _word_fields() -> tuple[Field, ...]:
    return (Field("also", FieldKind.TEXT, _("Ook geschreven als"), _("Andere vormen, met komma's ertussen.")),)


def _address_fields() -> tuple[Field, ...]:
    both = Option(words.BOTH, _("Ouders en jongeren"))
    options = (*(Option(str(key), str(label)) for key, label in AUDIENCES.items()), both)
    return (
        Field("for", FieldKind.CHOICE, _("Voor wie"), required=True, options=options),
        Field("phone", FieldKind.TEXT, _("Telefoon"), most=30),
        Field("site", FieldKind.TEXT, _("Website"), _("Begint met https://"), most=200),
    )


def _answer_fields() -> tuple[Field, ...]:
    how = _("Zo begint uw antwoord. Daarna past u het aan.")
    english = _("Voor wie in het Engels vraagt. Leeg is de Nederlandse tekst.")
    return (
        Field(TEXT, FieldKind.LONG_TEXT, _("Tekst"), how, required=True, most=LONGEST),
        Field("en", FieldKind.LONG_TEXT, _("Tekst in het Engels"), english, most=LONGEST),
    )


def _also(checked: Checked) -> dict[str, Any]:
    parts = (" ".join(part.split()) for part in checked.text("also").split(","))
    return {"also": [part for part in parts if part]}


WORD = EntryKind(
    words.WORDS,
    lazy("Woorden"),
    lazy("Woord of afkorting"),
    _word_fields,
    _also,
    lambda data: {"also": ", ".join(data.get("also", ()))},
)
ADDRESS = EntryKind(
    words.ADDRESSES,
    lazy("Adressen"),
    lazy("Naam"),
    _address_fields,
    lambda checked: {key: checked.text(key) for key in ("for", "phone", "site")},
    lambda data: {key: data.get(key, "") for key in ("for", "phone", "site")},
)
ANSWER = EntryKind(
    standard_answers.CATALOGUE,
    lazy("Standaardantwoorden"),
    lazy("Korte naam"),
    _answer_fields,
    lambda checked: {key: checked.text(key) for key in ANSWERED_IN},
    lambda data: {key: data.get(key, "") for key in ANSWERED_IN},
    explained=False,
)
KINDS = {one.catalogue: one for one in (WORD, ADDRESS, ANSWER)}


def kind_of(name: object) -> EntryKind:
    """The kind of a catalogue; raises `Refused` for another one."""
    if name not in KINDS:
        raise Refused("catalogue.unknown")
    return KINDS[str(name)]
