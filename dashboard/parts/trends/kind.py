"""What makes a trend page: whose numbers it shows, to whom, and in which sections."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dash.development.base_component import Component

from dashboard.parts.trends.filters import Filters, Options
from dashboard.parts.trends.fresh import Fresh
from dashboard.parts.trends.section import Section, Shown
from domain.actors import Role
from domain.register.overview import Overview
from i18n import lazy
from store.sessions import Session


@dataclass(frozen=True)
class Kind:
    """`note` says what kind of numbers these are, `fresh` how new those of a job are, `nothing` when there will be
    some; `file` names what is saved.

    The page for policy reads published numbers alone, in `options`, in `read` and in each of its `sections`.
    """

    prefix: str
    title: lazy
    path: str
    roles: frozenset[Role]
    options: Callable[[Session, date], Options]
    read: Callable[[Session, Filters, date], Overview | None]
    note: Callable[[Session], str]
    fresh: Callable[[Shown, str], Fresh]
    file: Callable[[], str]
    nothing: Callable[[], Component]
    not_this: Callable[[], Component]
    sections: Sequence[Section]

    def section(self, key: str) -> Section:
        """The one of that name, else the first."""
        return next((one for one in self.sections if one.key == key), self.sections[0])
