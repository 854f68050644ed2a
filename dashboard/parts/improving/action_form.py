"""The form of an improvement: its fields, their values, and what was typed as a plan."""

from collections.abc import Mapping
from datetime import date

from dashboard.parts.improving.signal_words import months_of, signal_title, topic_options
from domain.checking import Checked
from domain.forms import Field, FieldKind, Form, Option
from domain.improving.improvements import LONGEST_LINE, LONGEST_TEXT, ImprovementPlan
from i18n import _
from store.queries.improving import quality
from store.queries.improving.quality import ImprovementFacts
from store.sessions import Session

FORM = "improvement"
Values = Mapping[str, object]


def action_form(session: Session) -> Form:
    signals = tuple(
        Option(str(one.id), f"{signal_title(one)}, {months_of(one.first_month, one.last_month)}")
        for one in quality.signals(session)
    )
    return Form(
        FORM,
        (
            Field("title", FieldKind.TEXT, _("Titel"), required=True, most=LONGEST_LINE),
            Field("what", FieldKind.LONG_TEXT, _("Wat gaat u doen?"), most=LONGEST_TEXT),
            Field("who", FieldKind.TEXT, _("Wie doet het?"), _("Een organisatie of functie."), most=LONGEST_LINE),
            Field("starts_on", FieldKind.DATE, _("Begint op"), required=True),
            Field("ends_on", FieldKind.DATE, _("Klaar op"), _("Leeg als u dat nog niet weet.")),
            Field("topics", FieldKind.CHOICES, _("Over welke onderwerpen?"), options=topic_options(session)),
            Field("signals", FieldKind.CHOICES, _("Naar aanleiding van welke signalen?"), options=signals),
            Field(
                "came_of_it", FieldKind.LONG_TEXT, _("Wat kwam ervan?"), _("Vul dit in als u het weet."),
                most=LONGEST_TEXT,
            ),
        ),
    )  # fmt: skip


def values_of(one: ImprovementFacts) -> dict[str, object]:
    """An improvement as the values of its form."""
    return {
        "title": one.title,
        "what": one.what,
        "who": one.who,
        "starts_on": one.starts_on.isoformat(),
        "ends_on": one.ends_on.isoformat() if one.ends_on else None,
        "topics": [code for code, _name in one.topics],
        "signals": [str(number) for number, _topic in one.signals],
        "came_of_it": one.came_of_it,
    }


def planned(checked: Checked) -> ImprovementPlan:
    starts, ends = checked.values.get("starts_on"), checked.values.get("ends_on")
    assert isinstance(starts, date)  # the field is required
    return ImprovementPlan(
        title=checked.text("title"),
        what=checked.text("what"),
        who=checked.text("who"),
        starts_on=starts,
        ends_on=ends if isinstance(ends, date) else None,
        topics=checked.chosen("topics"),
        signals=tuple(int(one) for one in checked.chosen("signals")),
        came_of_it=checked.text("came_of_it"),
    )
