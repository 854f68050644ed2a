"""The parents' door put together: which pages there are, and who answers a link from a letter."""

from collections.abc import Mapping
from pathlib import Path

from flask import Blueprint, Flask
from flask.blueprints import BlueprintSetupState

from public import (
    agenda,
    cafes,
    check_ins,
    choose_password,
    feedback,
    feeds,
    finding,
    home,
    hosts,
    information,
    inquiries,
    links,
    my_inquiry,
    my_request,
    my_sign_up,
    proposals,
    requests,
    saved_views,
    sign_ups,
    stories,
    word_list,
    young,
    your_questions,
)
from public.links import LinkPage
from public.telling import pages as telling
from store.states import LinkPurpose
from web.assets import assets_of
from web.services import Services

HERE = Path(__file__).parent
PAGES = (
    home,
    agenda,
    feeds,
    cafes,
    sign_ups,
    requests,
    inquiries,
    my_inquiry,
    your_questions,
    stories,
    finding,
    information,
    word_list,
    young,
    telling,
)
LINK_PAGES: Mapping[LinkPurpose, LinkPage] = {
    LinkPurpose.SIGN_UP: my_sign_up.LINK_PAGE,
    LinkPurpose.REQUEST: my_request.LINK_PAGE,
    LinkPurpose.PROPOSAL: proposals.LINK_PAGE,
    LinkPurpose.HOST: hosts.LINK_PAGE,
    LinkPurpose.FEEDBACK: feedback.LINK_PAGE,
    LinkPurpose.CHECK_IN: check_ins.LINK_PAGE,
    LinkPurpose.SAVED_VIEW: saved_views.LINK_PAGE,
    LinkPurpose.INQUIRY: my_inquiry.LINK_PAGE,
    LinkPurpose.PASSWORD: choose_password.LINK_PAGE,
}


def make_public(services: Services) -> Blueprint:
    """Everything that parents and other systems see, ready to be registered on a server."""
    site = Blueprint("public", __name__, template_folder="templates")
    for page in PAGES:
        page.routes(site, services)
    links.routes(site, services, LINK_PAGES)
    site.record_once(_add_styles)
    return site


def _add_styles(state: BlueprintSetupState) -> None:
    assert isinstance(state.app, Flask)
    assets_of(state.app).add_folder(HERE / "assets")
