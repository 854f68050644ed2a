"""What happened to a question from a parent while somebody typed an answer: told, with what was typed still there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard.parts.inquiring.happened import Shown, also_writing, happened
from dashboard.parts.inquiring.looks import PATH
from dashboard.parts.pieces import card, notice, page_header
from i18n import _
from store.queries.inquiries import InquiryFacts


@dataclass(frozen=True)
class Typed:
    """What stood in the answer when the page is drawn anew; `is_told` where somebody else was first."""

    words: str = ""
    is_kept: bool = False
    is_told: bool = False
    at: str = ""

    @classmethod
    def read(cls, changed: object) -> Typed:
        return cls(**changed) if isinstance(changed, dict) else cls()

    @classmethod
    def kept(cls, words: str, now: datetime, *, told: bool = False) -> dict[str, object]:
        """For the browser, to be read again."""
        return asdict(cls(words, True, told, now.isoformat()))


def typed_meanwhile(one: InquiryFacts, before: Shown, names: Mapping[str, str], me: str) -> Component:
    """Who did what, and what they wrote that is not in the conversation."""
    said, also = happened(one, before, names, me), also_writing(one, before, names, me)
    if not (said or also):
        said = _("Deze vraag veranderde terwijl u typte.")
    theirs = [html.P(html.Strong(also)), html.P(one.draft, className="words")] if also else []
    yours = html.P(_("Uw tekst staat er nog. Lees wat er nieuw is en kies dan zelf."))
    return notice(html.P(html.Strong(said)) if said else None, *theirs, yours, tone="warn", symbol="users")


def begun_by_another(one: InquiryFacts, names: Mapping[str, str], me: str) -> Component | None:
    """Told before anything is typed, so that two people do not answer the same question."""
    if not (one.draft and one.draft_by and one.draft_by != me):
        return None
    return notice(_("{name} begon aan dit antwoord.", name=names.get(one.draft_by, _("Iemand anders"))))


def erased(words: str) -> Component:
    """The asker took everything away; what was typed meanwhile went nowhere, and can still be copied."""
    gone = _("Deze vraag is er niet meer. Misschien heeft de vrager hem gewist.")
    head = page_header(_("Vraag van een ouder"), gone, back=(PATH, _("Vragen van ouders")))
    kept = dmc.Textarea(label=_("Dit typte u"), value=words, readOnly=True, autosize=True, minRows=3)
    said = html.P(_("Uw antwoord is niet verstuurd en nergens bewaard."))
    return html.Div([head, card(said, kept) if words.strip() else None], className="stack")
