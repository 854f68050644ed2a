"""What a buddy is asked on their own page, and what waits for the parent after the buddy's yes."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.facts import facts
from dashboard.parts.pieces import badge, card
from domain.forms import Option
from domain.matchmaking import asked
from i18n import _, day_and_time
from store.queries.buddying.matches import AskedOfMe

DO = "my-act"
WHY = "my-reason"


def asked_now(one: AskedOfMe, labels: Mapping[str, str], reasons: tuple[Option, ...]) -> Component:
    """The wish without a name, and two ways to answer."""
    until = _(
        "Antwoord voor {moment}. U ziet de naam als u en de ouder allebei ja zeggen.",
        moment=day_and_time(one.answer_by),
    )
    yes = act_button(_("Ja, dat doe ik"), "yes", one.id)
    no = html.Details(
        [
            html.Summary(_("Nee, nu niet")),
            choose_reason(reasons, "no", one.id, _("Waarom? U mag dit overslaan.")),
            act_button(_("Sla dit voorstel over"), "no", one.id, variant="default"),
        ],
        className="more",
    )
    return card(facts(asked.describe(one.asked, labels)), html.P(until), yes, no, title=_("Wilt u deze ouder helpen?"))


def waits_for_parent(one: AskedOfMe, labels: Mapping[str, str]) -> Component:
    """The parent is asked now; until they answer, the buddy may still take the yes back."""
    until = _("Wij vroegen de ouder te antwoorden voor {moment}.", moment=day_and_time(one.answer_by))
    back = html.Details(
        [
            html.Summary(_("Het lukt mij toch niet")),
            html.P(_("Dat kan. Wij vragen dan iemand anders.")),
            act_button(_("Ik neem mijn ja terug"), "no", one.id, variant="default"),
        ],
        className="more",
    )
    waits = badge(_("wacht op de ouder"), "accent", symbol="clock")
    return card(waits, facts(asked.describe(one.asked, labels)), html.P(until), back, title=_("U zei ja"))


def act_button(text: str, what: str, number: int, *, variant: str = "filled") -> Component:
    """Does `what` to this row; the page has one callback for all of these."""
    return dmc.Button(text, id={"type": DO, "what": what, "number": number}, variant=variant)


def choose_reason(
    reasons: tuple[Option, ...], what: str, number: int, label: str, *, first: str | None = None
) -> Component:
    """The listed reasons beside a button that does `what`."""
    boxes = [dmc.Radio(label=reason.label, value=reason.key) for reason in reasons]
    name = {"type": WHY, "what": what, "number": number}
    return dmc.RadioGroup(html.Div(boxes, className="options"), id=name, label=label, value=first)
