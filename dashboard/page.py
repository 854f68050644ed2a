"""What a page is: an address, a title, who may see it, how it looks and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dash.development.base_component import Component

from domain.actors import Role
from i18n import lazy
from web.services import Services

if TYPE_CHECKING:
    from dashboard.access import Callbacks

EVERYONE = frozenset(Role)
COORDINATOR = frozenset({Role.COORDINATOR})
BUDDY = frozenset({Role.BUDDY})
POLICY = frozenset({Role.POLICY, Role.COORDINATOR})
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
MODERATOR = frozenset({Role.MODERATOR})
THREAD = POLICY | MODERATOR
THEMES = frozenset({Role.MODERATOR, Role.COORDINATOR})

WORK = lazy("Werk")
INSIGHT = lazy("Inzicht")
SETUP = lazy("Beheer")


@dataclass(frozen=True)
class Page:
    """One screen. `path` is the whole address and may hold `<int:number>` and `<name>` parts.

    `layout` gets those parts by name, `services` when it asks for it, and of the question in the address only
    the keys in `query`. With an `icon` the page stands in the navigation, under the heading `group`. What draws
    `charts` has their library fetched from the start, while the rest is still on its way.
    """

    path: str
    title: lazy
    roles: frozenset[Role]
    layout: Callable[..., Component]
    register: Callable[[Callbacks, Services], None] | None = None
    icon: str | None = None
    group: lazy | None = None
    query: tuple[str, ...] = ()
    charts: bool = False
