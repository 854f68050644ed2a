"""What can be done with a report as it stands: words while it is a draft, approving, sending."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.dialog import confirm
from dashboard.parts.icons import icon
from dashboard.parts.pieces import card, notice
from dashboard.shell import ROLE_NAMES
from domain.reporting.reviewing import MAY_GET_IT
from i18n import _, day
from store.queries.improving.reports import ReportRow
from store.states import ReportState

FILE = "report-file"


def acts(one: ReportRow, approved_by: str) -> list[Component]:
    """The cards beside the paper, in the order of what comes next."""
    if not one.latest and one.state is not ReportState.SENT:
        said = _("De cijfers zijn herzien. Er is een nieuwere versie van dit rapport.")
        return [notice(said, tone="warn"), _files(one)]
    return {
        ReportState.DRAFT: lambda: [_words(one), _approve(), _files(one)],
        ReportState.APPROVED: lambda: [_approved(one, approved_by), _send(), _files(one)],
        ReportState.SENT: lambda: [_sent(one, approved_by), _files(one)],
    }[one.state]()


def _words(one: ReportRow) -> Component:
    opening = dmc.Textarea(
        id="report-opening",
        label=_("Inleiding"),
        description=_("Komt onder het antwoord, en in de mail."),
        value=one.opening,
        autosize=True,
        minRows=3,
    )
    closing = dmc.Textarea(id="report-closing", label=_("Tot slot"), value=one.closing, autosize=True, minRows=2)
    save = dmc.Button(_("Bewaar"), id="report-save", variant="default", leftSection=icon("check"))
    why = html.P(_("De cijfers kan niemand veranderen."), className="note")
    return card(html.Div([opening, closing, why, save], className="fields"), title=_("Uw woorden"))


def _approve() -> Component:
    ask = confirm(
        "report-approve",
        _("Keur goed"),
        title=_("Dit rapport goedkeuren?"),
        sentence=_("Uw naam komt eronder. Daarna kunt u het versturen. Tot dat moment kunt u dit intrekken."),
        yes=_("Ja, goedkeuren"),
        danger=False,
    )
    told = html.P(_("Lees het rapport eerst helemaal. Bewaar uw woorden voordat u goedkeurt."))
    return card(told, ask, title=_("Goedkeuren"))


def _approved(one: ReportRow, approved_by: str) -> Component:
    back = dmc.Button(_("Trek goedkeuring in"), id="report-back", variant="default", leftSection=icon("undo-2"))
    return card(html.P(_approval(one, approved_by)), back, title=_("Goedgekeurd"))


def _send() -> Component:
    boxes = [dmc.Checkbox(label=str(ROLE_NAMES[role]).capitalize(), value=role.value) for role in MAY_GET_IT]
    roles = dmc.CheckboxGroup(
        html.Div(boxes, className="radios"), id="report-roles", label=_("Iedereen met deze rol"), value=[]
    )
    addresses = dmc.Textarea(
        id="report-addresses",
        label=_("Ook naar deze e-mailadressen"),
        description=_("Bijvoorbeeld van het bestuur of de ondersteuningsplanraad. Elk op een eigen regel."),
        autosize=True,
        minRows=2,
    )
    ask = confirm(
        "report-send",
        _("Verstuur"),
        title=_("Dit rapport versturen?"),
        sentence=_("Iedere lezer krijgt één bericht met de PDF. Terughalen kan niet."),
        yes=_("Ja, versturen"),
        danger=False,
    )
    return card(html.Div([roles, addresses, ask], className="fields"), title=_("Versturen"))


def _sent(one: ReportRow, approved_by: str) -> Component:
    sent = _("Verstuurd op {day}.", day=day(one.sent_at, year=True)) if one.sent_at else ""
    return card(html.P(_approval(one, approved_by)), html.P(sent), title=_("Verstuurd"))


def _approval(one: ReportRow, approved_by: str) -> str:
    when = day(one.approved_at, year=True) if one.approved_at else ""
    return _("Goedgekeurd door {name} op {day}", name=approved_by or _("een oud-gebruiker"), day=when)


def _files(one: ReportRow) -> Component:
    buttons = [
        dmc.Button(label, id={"type": FILE, "kind": kind}, variant="default", leftSection=icon("download"))
        for kind, label in (("pdf", _("Download PDF")), ("docx", _("Download Word")))
    ]
    note = _("In het concept staat dat het nog niet is goedgekeurd.") if one.state is ReportState.DRAFT else ""
    return card(html.Div(buttons, className="actions"), html.P(note, className="note") if note else None)
