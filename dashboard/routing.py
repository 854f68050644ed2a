"""From an address to a page, with its parts and the keys that it allows."""

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from dash.development.base_component import Component
from flask import Flask, current_app
from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, RequestRedirect, Rule

from dashboard.page import Page
from domain.actors import Actor
from web.services import Services

HOME = "/werk/"
KNOWN = "rodedraad-pages"


@dataclass(frozen=True)
class Visit:
    """A page with what its address says."""

    page: Page
    parts: Mapping[str, object]

    def draw(self, search: str, services: Services) -> Component:
        """The layout; the address's own parts win over the same word in its question."""
        question = {key: value for key, value in parse_qsl(search.removeprefix("?")) if key in self.page.query}
        values = {**question, **self.parts}
        if "services" in inspect.signature(self.page.layout).parameters:
            values["services"] = services
        return self.page.layout(**values)


class Router:
    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = tuple(pages)
        rules = [Rule(page.path, endpoint=str(index)) for index, page in enumerate(self.pages)]
        self._map = Map(rules, strict_slashes=False, merge_slashes=False).bind("localhost")

    def find(self, address: str) -> Visit | None:
        """The page at `address`, or None."""
        try:
            endpoint, parts = self._map.match(address)
        except (HTTPException, RequestRedirect):
            return None
        return Visit(self.pages[int(endpoint)], parts)

    def seen_by(self, actor: Actor) -> tuple[Page, ...]:
        """The pages that belong in this actor's navigation, in their order."""
        return tuple(page for page in self.pages if page.icon and actor.has(*page.roles))

    def home_of(self, actor: Actor) -> str:
        """Where this actor starts: the first page of the own navigation."""
        return next((page.path for page in self.seen_by(actor)), HOME)


def add_router(server: Flask, router: Router) -> None:
    """Let every page of `server` know which other pages there are."""
    server.extensions[KNOWN] = router


def is_page(address: str) -> bool:
    """Whether the server that is answering now has a page there."""
    router: Router = current_app.extensions[KNOWN]
    return router.find(address) is not None
