"""The form of a moderator about one waiting story: what others may read, its themes, and letting it go or not."""

from collections.abc import Mapping

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts import card, control, icon, notice
from dashboard.parts.stories.still_there import STILL_THERE
from domain.catalogue import Entry
from domain.forms import Field, FieldKind, Form, Option
from domain.stories.moderating import LONGEST_TITLE
from domain.stories.themes import Theme
from domain.stories.wording import KEPT_LIMIT
from i18n import _
from store.door_states import Consent
from store.queries.stories.story_queue import StoryText
from trends.themes import Suggestion

FORM, REASON = "story", "story-reason"
RELEASE, KEEP_BACK = "story-release", "story-keep-back"


def form_of(one: StoryText, themes: Mapping[str, str]) -> Form:
    """Of a story that is counted only, nobody else reads a word."""
    about = Field("themes", FieldKind.CHOICES, _("Thema's"), options=tuple(Option(*one) for one in themes.items()))
    if one.is_counted_only:
        return Form(FORM, (about,))
    words = Field(
        "words",
        FieldKind.LONG_TEXT,
        _("Wat anderen mogen lezen"),
        _("Haal weg wie of wat te herkennen is. Verander verder niets: het blijft het verhaal van de verteller."),
        most=KEPT_LIMIT,
    )
    on_site = _("Deze staat boven het verhaal op de site. Zeg waar het over gaat, zoals “Wachten op een plek”.")
    title = Field(
        "title", FieldKind.TEXT, _("Titel"), on_site if one.consent is Consent.PUBLISH else "", most=LONGEST_TITLE
    )
    tick = Field("nobody_known", FieldKind.YES_NO, _("Ik heb alles gelezen. Er staan geen herkenbare gegevens in."))
    return Form(FORM, (words, title, about, tick))


def deciding(
    one: StoryText, themes: tuple[Theme, ...], suggested: tuple[Suggestion, ...], reasons: tuple[Entry, ...]
) -> Component:
    form = form_of(one, {theme.key: theme.name for theme in themes})
    starting = {"words": one.released or one.told, "title": one.title}
    fields = [
        _themes(one, themes, suggested) if field.key == "themes" else control(FORM, field, starting.get(field.key))
        for field in form.fields
    ]
    if one.is_counted_only:
        gone = _("De tekst is gewist voor iemand erover besloot. Wat de verteller erbij koos, kan nog meetellen.")
        said = _("De verteller wil alleen meetellen. Na uw besluit leest niemand de woorden.")
        fields.insert(0, notice(html.P(said if one.has_text else gone)))
    else:
        fields.insert(1, html.Div(id=STILL_THERE, role="status"))
    name = _("Tel dit verhaal mee") if one.is_counted_only else _("Geef vrij")
    buttons = html.Div(dmc.Button(name, id=RELEASE, leftSection=icon("check")), className="actions")
    return card(html.Div(fields, className="fields"), buttons, _not(reasons), title=_("Uw besluit"))


def _themes(one: StoryText, themes: tuple[Theme, ...], suggested: tuple[Suggestion, ...]) -> Component:
    """Suggestions first, each with the words that are the reason for it; nothing is ticked beforehand."""
    why = {found.theme: found.because for found in suggested}
    ordered = sorted(themes, key=lambda theme: list(why).index(theme.key) if theme.key in why else len(why))
    boxes = [
        dmc.Checkbox(label=theme.name, value=theme.key, description=_why(why.get(theme.key, ()))) for theme in ordered
    ]
    return dmc.CheckboxGroup(
        html.Div(boxes, className="options"),
        id={"type": "field", "form": FORM, "key": "themes"},
        label=_("Thema's"),
        description=_("Een woordenlijst stelt voor, u beslist. De woorden uit het verhaal staan erbij."),
        value=list(one.themes),
    )


def _why(words: tuple[str, ...]) -> str | None:
    return _("In het verhaal: {words}", words=", ".join(f"‘{word}’" for word in words)) if words else None


def _not(reasons: tuple[Entry, ...]) -> Component:
    why = dmc.Select(
        id=REASON,
        label=_("Waarom houdt u dit verhaal tegen?"),
        description=_("De verteller ziet dat het niet is vrijgegeven. Zolang de tekst er is, kunt u het terughalen."),
        data=[{"value": one.key, "label": one.label} for one in reasons],
        placeholder=_("Maak een keuze"),
        checkIconPosition="right",
    )
    button = dmc.Button(_("Houd tegen"), id=KEEP_BACK, variant="default")
    return html.Details(
        [html.Summary(_("Niet vrijgeven")), html.Div([why, button], className="stack")], className="more"
    )
