"""The buddy's answer to hosting, from the letter: a look is safe, a button answers, and twice is harmless."""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import links
from domain.gatherings import hosts
from domain.refused import Refused
from domain.texts import say
from public.links import LinkPage
from store.queries.gatherings import hosts as asked
from store.queries.gatherings.hosts import MyHosting
from store.states import HostState, LinkPurpose
from web.services import Services

CONFLICT = 409


def _show(services: Services, _token: str, line_id: int) -> ResponseReturnValue:
    return _draw(services, line_id)


def _answer(services: Services, token: str, line_id: int) -> ResponseReturnValue:
    now = services.now()
    try:
        with services.database.writing() as session:
            event_id, buddy_id = hosts.question(session, links.use(session, token, LinkPurpose.HOST, now=now))
            yes = request.form.get("answer") == "yes"
            hosts.answer(session, event_id, buddy_id, yes=yes, by=hosts.answering(buddy_id), now=now)
    except Refused as refused:
        return _draw(services, line_id, said=say(refused)), CONFLICT
    return redirect(f"/link/{token}", 303)


def _draw(services: Services, line_id: int, *, said: str = "") -> str:
    with services.database.reading() as session:
        one = asked.of_both(session, *hosts.question(session, line_id))
    closed = _closed(one, services)
    return render_template("my_hosting.html", one=one, said=said or closed, open=not closed, states=HostState)


def _closed(one: MyHosting | None, services: Services) -> str:
    """Why there is nothing left to answer, or nothing when there is."""
    if one is None:
        return say(Refused("host.not_asked"))
    if one.called_off:
        return say(Refused("host.called_off"))
    return say(Refused("host.too_late")) if one.starts_at <= services.now() else ""


LINK_PAGE = LinkPage(_show, _answer)
