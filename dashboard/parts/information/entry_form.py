"""The form of a word or an address, and what stands in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.parts.information.words import AUDIENCES
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.information import words
from domain.information.entries import LONGEST_HELP, EntryPlan
from i18n import _, lazy

FORM = "information-entry"
TEXTS = ("label_nl", "help_nl", "label_en", "help_en")


@dataclass(frozen=True)
class EntryKind:
    """`own` are the fields besides its name and meaning, `data` what is kept of them, `values` the way back."""

    catalogue: str
    title: lazy
    what: lazy
    own: Callable[[], tuple[Field, ...]]
    data: Callable[[Checked], dict[str, Any]]
    values: Callable[[Mapping[str, Any]], dict[str, object]]

    def form(self) -> Form:
        names = (
            Field("label_nl", FieldKind.TEXT, str(self.what), required=True),
            Field("help_nl", FieldKind.TEXT, _("Uitleg in één zin"), required=True, most=LONGEST_HELP),
            Field("label_en", FieldKind.TEXT, _("Naam in het Engels"), _("Leeg is de Nederlandse naam.")),
            Field("help_en", FieldKind.TEXT, _("Uitleg in het Engels"), most=LONGEST_HELP),
        )
        return Form(FORM, (*names, *self.own()))

    def plan(self, checked: Checked) -> EntryPlan:
        return EntryPlan(**{key: checked.text(key) for key in TEXTS}, data=self.data(checked))

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
KINDS = {one.catalogue: one for one in (WORD, ADDRESS)}
