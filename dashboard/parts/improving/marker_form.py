"""The form of what happened meanwhile: a law, a term, a campaign."""

from collections.abc import Mapping
from datetime import date

from domain.checking import Checked, check
from domain.forms import Field, FieldKind, Form, Option
from domain.improving.markers import LONGEST_NAME, MarkerPlan
from domain.refused import Refused
from i18n import _, lazy
from store.queries.numbers.happenings import MarkerFacts
from store.states import MarkerKind

FORM = "marker"
KINDS = {
    MarkerKind.LAW: lazy("Wet of regel"),
    MarkerKind.TERM: lazy("Termijn of periode"),
    MarkerKind.CAMPAIGN: lazy("Campagne of voorlichting"),
    MarkerKind.OTHER: lazy("Iets anders"),
}


def marker_form() -> Form:
    kinds = tuple(Option(kind.value, str(words)) for kind, words in KINDS.items())
    return Form(
        FORM,
        (
            Field("kind", FieldKind.CHOICE, _("Soort"), required=True, options=kinds),
            Field("name", FieldKind.TEXT, _("Wat gebeurde er?"), required=True, most=LONGEST_NAME),
            Field("starts_on", FieldKind.DATE, _("Begint op"), required=True),
            Field("ends_on", FieldKind.DATE, _("Tot en met"), _("Leeg als het één dag is, of blijft.")),
        ),
    )


def values_of(one: MarkerFacts | MarkerPlan) -> dict[str, object]:
    ends = one.ends_on.isoformat() if one.ends_on else None
    return {"kind": one.kind.value, "name": one.name, "starts_on": one.starts_on.isoformat(), "ends_on": ends}


def as_plan(values: Mapping[str, object]) -> MarkerPlan:
    """What the browser kept of a marker. Raises `Refused` when it makes no sense."""
    checked = check(marker_form(), values)
    if checked.errors:
        raise Refused("not_found")
    return plan_of(checked)


def plan_of(checked: Checked) -> MarkerPlan:
    starts, ends = checked.values.get("starts_on"), checked.values.get("ends_on")
    assert isinstance(starts, date)  # the field is required
    kind = MarkerKind(checked.text("kind"))
    return MarkerPlan(kind, checked.text("name"), starts, ends if isinstance(ends, date) else None)
