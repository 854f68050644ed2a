"""Who may do what: every page and every callback names its roles, or the dashboard does not start."""

import functools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from dash import ClientsideFunction, Dash

from dashboard.page import Page
from domain.actors import Role
from web.sessions import require

Function = TypeVar("Function", bound=Callable[..., Any])


class Undeclared(Exception):
    """Pages or callbacks that don't say who may use them."""


class Callbacks:
    """Registers callbacks for one dashboard: `@callbacks(Output(...), Input(...), roles=COORDINATOR)`."""

    def __init__(self, dash: Dash) -> None:
        self._dash = dash
        self.roles: dict[str, frozenset[Role]] = {}

    def __call__(
        self,
        *dependencies: object,
        roles: Iterable[Role],
        prevent_initial_call: bool | str = False,
        running: Sequence[tuple[object, object, object]] | None = None,
    ) -> Callable[[Function], Function]:
        """Register a function that the browser may call, for `roles` only; the function itself stays callable."""
        allowed = frozenset(roles)

        def register(function: Function) -> Function:
            @functools.wraps(function)
            def guarded(*values: object, **named: object) -> object:
                require(*allowed)
                return function(*values, **named)

            before = set(self._dash.callback_map)
            options = {"prevent_initial_call": prevent_initial_call, "running": running}
            self._dash.callback(*dependencies, **options)(guarded)
            (added,) = set(self._dash.callback_map) - before
            self.roles[added] = allowed
            return function

        return register

    def clientside(self, function: str, *dependencies: object, prevent_initial_call: bool | str = False) -> None:
        """Let `function` ("room.name" under window.dash_clientside) answer in the browser; it needs no roles."""
        namespace, name = function.split(".")
        register: Callable[..., None] = self._dash.clientside_callback
        register(ClientsideFunction(namespace, name), *dependencies, prevent_initial_call=prevent_initial_call)

    def audit(self, pages: Iterable[Page]) -> None:
        """Raise `Undeclared` when a page or a callback has no roles; the last step of building."""
        on_server = [key for key, callback in self._dash.callback_map.items() if "callback" in callback]
        without = [key for key in on_server if not self.roles.get(key)]
        without += [page.path for page in pages if not page.roles]
        if without:
            raise Undeclared(f"No roles are declared for: {', '.join(sorted(without))}")
