"""What is said about names that are looked for in stories: of a pasted list, of other names, of the second reader."""

from collections.abc import Mapping, Sequence

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.parts.facts import facts
from dashboard.parts.pieces import badge, card, empty_state, notice
from domain.stories.schools import Listed
from domain.stories.second_reading import apart
from i18n import _, n_, number
from store.door_states import KnownNameKind

MOST_SHOWN = 8
JOB = "/werk/taken/stories_again"


def preview(found: Listed, opened: Sequence[str]) -> Component:
    """How many schools there will be, what changes, and which lines say nothing."""
    if not found.names and not found.skipped and not opened:
        text = _("Plak hierboven de scholen in uw regio. De lijst staat vaak op de site van uw samenwerkingsverband.")
        return empty_state(_("Er staan nog geen scholen"), text, symbol="graduation-cap")
    said = n_("{n} school in de lijst.", "{n} scholen in de lijst.", len(found.names))
    return html.Div([html.P(said), changed(opened, found.names), _skipped(found)], className="stack")


def changed(before: Sequence[str], after: Sequence[str]) -> Component | None:
    """Which names came and which went; nothing when it is the same list."""
    added = [one for one in after if one not in set(before)]
    gone = [one for one in before if one not in set(after)]
    lines = [html.Li(_("Erbij: {names}", names=_some(added)))] if added else []
    lines += [html.Li(_("Weg: {names}", names=_some(gone)))] if gone else []
    return html.Ul(lines) if lines else None


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_SHOWN])
    return _("{names} en nog {n}", names=shown, n=number(len(names) - MOST_SHOWN)) if len(names) > MOST_SHOWN else shown


def _skipped(found: Listed) -> Component | None:
    if not found.skipped:
        return None
    lines = [
        html.Li(_("Regel {n}: “{words}”. {why}", n=one.number, words=one.words, why=one.why))
        for one in found.skipped[:MOST_SHOWN]
    ]
    said = n_("{n} regel slaan we over:", "{n} regels slaan we over:", len(found.skipped))
    return notice(html.P(said), html.Ul(lines), tone="warn")


def others_known(counts: Mapping[KnownNameKind, int]) -> Component:
    """What is looked for without anybody pasting it."""
    rows = [
        (_("Gemeenten, dorpen en wijken"), number(counts[KnownNameKind.PLACE])),
        (_("Medewerkers en buddy's"), number(counts[KnownNameKind.PERSON])),
        (_("Zalen"), number(counts[KnownNameKind.ORGANISATION])),
    ]
    text = _("Deze namen kennen wij al. Daarnaast herkennen wij namen, data, telefoonnummers en adressen aan hun vorm.")
    return card(html.P(text), facts(rows), title=_("Wat we vanzelf herkennen"))


def second_reader() -> Component:
    """Whether the second reader is there, and if not how it comes."""
    title = _("Tweede lezer")
    if apart.is_installed():
        said = _(
            "Een tweede lezer zoekt één keer per dag in verhalen die wachten. Wat die vindt, ziet u bij het verhaal."
        )
        link = dcc.Link(_("Bekijk hoe dat ging"), href=JOB)
        return card(html.P(badge(_("geïnstalleerd"), "good", symbol="check")), html.P(said), link, title=title)
    said = _(
        "Een tweede lezer kijkt na met eigen lijsten van namen. Zonder werkt alles ook: u leest elk verhaal toch zelf."
    )
    how = _("Vraag uw beheerder om op de server “make names” te draaien. Daarna leest die vanzelf mee.")
    absent = badge(_("tweede lezer niet geïnstalleerd"), "plain", symbol="minus")
    return card(html.P(absent), html.P(said), html.P(how), title=title)
