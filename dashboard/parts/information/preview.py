"""A text as people will read it: drawn by what draws the public page, in a frame where nothing can run."""

from dash import html
from dash.development.base_component import Component
from flask import render_template

from domain.information.articles import LONGEST_BODY, Words
from domain.information.words import words as known_words
from i18n import _, speaking
from store.sessions import Session
from web.explained import explaining
from web.markdown import render


def preview(session: Session, words: Words, spoken: str) -> Component:
    with speaking(spoken):
        html_of = render(words.body[:LONGEST_BODY], explaining(known_words(session))).html
        page = render_template("preview.html", title=words.title, summary=words.summary, html=html_of, spoken=spoken)
    return html.Iframe(
        srcDoc=page, sandbox="allow-same-origin", title=_("Voorbeeld van de pagina"), className="page-example"
    )
