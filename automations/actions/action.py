"""What an action is: a name, what staff fill in, and what it does. It does no input or output."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.actors import Actor, Role
from domain.clockwork.consequences import Line
from domain.post.correspondence import Letterhead
from i18n import lazy
from store.sessions import Session

NAME = "automation"


@dataclass(frozen=True)
class Parameter:
    """Something to fill in; `options` names a catalogue to choose from, or holds the choices themselves."""

    key: str
    label: lazy
    options: str | Mapping[str, lazy]


@dataclass(frozen=True)
class Occasion:
    """What an action works on: the line that it follows from, which automation asks, and the moment."""

    automation: str
    line: Line
    letterhead: Letterhead
    now: datetime

    @property
    def depth(self) -> int:
        """How many automations in a row led to this line; 0 when a person or the clock did."""
        name, _, depth = self.line.actor.partition(":")
        return int(depth) if name == NAME else 0

    @property
    def by(self) -> Actor:
        """Who acts, for the verbs that an action calls: it has the rights of the coordinator who set this up."""
        return Actor(name=f"{NAME}:{self.depth + 1}", roles=frozenset({Role.COORDINATOR}))


@dataclass(frozen=True)
class Action:
    """`act` gives how much it did; nothing at all counts as skipped. It calls verbs or writes a letter."""

    key: str
    label: lazy
    help: lazy
    parameters: tuple[Parameter, ...]
    act: Callable[[Session, Occasion, Mapping[str, Any]], int]
