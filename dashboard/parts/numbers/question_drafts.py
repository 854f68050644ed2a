"""What the register form says in the browser: a draft that came back, a lost connection, a note to look at again."""

from dash import Input, Output, html
from dash.development.base_component import Component

from dashboard.access import Callbacks
from dashboard.parts.fields import field_id
from dashboard.parts.icons import icon
from dashboard.parts.numbers.question_form import FORM, NOTE
from dashboard.parts.pieces import notice
from i18n import _


def draft_notices() -> list[Component]:
    """Hidden until the browser needs them, so that they are there without a connection too."""
    lost = notice(
        html.Strong(_("Geen verbinding: nog niet opgeslagen.")),
        html.P(_("Wat u typte, staat veilig in deze browser. Zodra er weer verbinding is, slaan we het op.")),
        tone="warn",
        symbol="triangle-alert",
    )
    again = html.Button(
        [icon("undo-2"), _("Begin leeg")], id="question-empty", type="button", className="link-button second"
    )
    back = notice(_("Dit had u nog niet opgeslagen."), again, symbol="info")
    return [
        html.Div(lost, id="question-lost", hidden=True, role="alert"),
        html.Div(back, id="question-back", hidden=True, role="status"),
    ]


def register_note(callbacks: Callbacks) -> None:
    callbacks.clientside(
        "questions.look",
        Output("question-note-warning", "children"),
        Input(field_id(FORM, NOTE), "value"),
        prevent_initial_call=True,
    )
