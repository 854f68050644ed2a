"""Saving what a page is about; who saves second hears what the other one changed."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from dash import ALL, Input, Output, State, html
from dash.exceptions import PreventUpdate

from dashboard.access import Callbacks
from dashboard.page import COORDINATOR
from dashboard.parts.fields import FIELD, field_errors, field_values, typed
from dashboard.parts.information.about_form import FORM, about_form, opened, plan_of
from dashboard.parts.meanwhile import Opened, names, newest
from dashboard.parts.saving import Newer, try_to_save
from dashboard.parts.toasts import toast
from domain.checking import Checked
from domain.forms import Form
from domain.information import articles
from domain.refused import Refused
from i18n import _
from store.queries import articles as found
from store.queries.articles import ArticleFacts
from store.queries.editors import editors
from store.sessions import Session
from web.services import Services
from web.sessions import current_actor

VALUES = Output({"type": FIELD, "form": FORM, "key": ALL}, "value", allow_duplicate=True)


def register_about(callbacks: Callbacks, services: Services) -> None:
    @callbacks(
        field_errors(FORM),
        VALUES,
        Output("article-about-said", "children"),
        Output("article-about-opened", "data"),
        Input("article-about-save", "n_clicks"),
        field_values(FORM),
        State("article-about-opened", "data"),
        roles=COORDINATOR,
        prevent_initial_call=True,
    )
    def save(clicks: object, values: list[object], seen: object) -> tuple[Any, ...]:
        if not clicks:
            raise PreventUpdate  # the page was drawn: nobody pressed
        return _save(services, values, Opened.read(seen))


def _save(services: Services, values: list[object], seen: Opened) -> tuple[Any, ...]:
    """Save; or say what is wrong, or what somebody else changed meanwhile."""
    with services.database.reading() as session:
        one = _about(session, seen.key)
        form = about_form(session, one.topics)
    as_typed = typed(form, values)

    def write(checked: Checked) -> None:
        plan, by = plan_of(checked, one.slug), current_actor()
        with services.database.writing() as session:
            articles.change(session, one.id, plan, by=by, now=services.now(), seen=seen.mark)

    tried = try_to_save(form, as_typed, write, partial(_newer, services, form, seen, as_typed))
    if not tried.saved:
        return tried.errors, tried.values, tried.said, tried.seen
    toast(_("Bewaard."))
    with services.database.reading() as session:
        seen_now = opened(_about(session, seen.key), services.now())
    return tried.errors, tried.values, tried.said, seen_now.as_data()


def _newer(services: Services, form: Form, seen: Opened, as_typed: Mapping[str, object]) -> Newer:
    with services.database.reading() as session:
        now = opened(_about(session, seen.key), services.now())
        who = editors(session, "article", int(seen.key), since=seen.at, kind="article.changed")
    said = _("{name} wijzigde dit terwijl u typte.", name=names(who))
    again = html.P(_("Kijk het na en kies dan weer Bewaar."))
    return *newest(form, seen.values, as_typed, now.values, said, again), now.as_data()


def _about(session: Session, key: str) -> ArticleFacts:
    one = found.one(session, int(key)) if key.isdecimal() else None
    if one is None:
        raise Refused("not_found")
    return one.about
