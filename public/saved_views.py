"""No more mail about a kept view, behind the link in its letter: a look changes nothing, and twice is harmless."""

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from domain import links
from domain.actors import PARENT
from domain.reporting import views
from public.links import LinkPage
from store.queries.improving import saved_views
from store.states import LinkPurpose
from web.services import Services


def _show(services: Services, _token: str, view_id: int) -> ResponseReturnValue:
    with services.database.reading() as session:
        one = saved_views.one(session, view_id)
    return render_template("my_saved_view.html", one=one)


def _act(services: Services, token: str, _view_id: int) -> ResponseReturnValue:
    now = services.now()
    with services.database.writing() as session:
        views.stop(session, links.use(session, token, LinkPurpose.SAVED_VIEW, now=now), by=PARENT, now=now)
    return redirect(f"/link/{token}", 303)


LINK_PAGE = LinkPage(_show, _act)
