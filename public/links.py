"""Links from letters: looking is safe, because mail scanners look too; only the button on the page acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Blueprint
from flask.typing import ResponseReturnValue

from domain import links
from domain.refused import Refused
from domain.texts import say
from i18n import _
from store.states import LinkPurpose
from web.errors import Message, refuse
from web.headers import keep_address_private
from web.services import Services

Answer = Callable[[Services, str, int], ResponseReturnValue]


@dataclass(frozen=True)
class LinkPage:
    """What a link of one purpose does, given the services, the secret of the link and the id it is about.

    `show` changes nothing. `act` calls `links.use` in the transaction in which it acts.
    """

    show: Answer
    act: Answer


def routes(site: Blueprint, services: Services, pages: Mapping[LinkPurpose, LinkPage]) -> None:
    @site.get("/link/<token>")
    def link(token: str) -> ResponseReturnValue:
        return _dispatch(services, pages, token, lambda page: page.show)

    @site.post("/link/<token>")
    def act_on_link(token: str) -> ResponseReturnValue:
        return _dispatch(services, pages, token, lambda page: page.act)


def _dispatch(
    services: Services, pages: Mapping[LinkPurpose, LinkPage], token: str, choose: Callable[[LinkPage], Answer]
) -> ResponseReturnValue:
    keep_address_private()
    try:
        with services.database.reading() as session:
            purpose, subject_id = links.find(session, token, now=services.now())
        page = pages[purpose]
    except (Refused, KeyError) as unknown:
        gone = unknown if isinstance(unknown, Refused) else Refused("link.unknown")
        return refuse(410, Message(_("Deze link werkt niet meer"), say(gone)))
    return choose(page)(services, token, subject_id)
