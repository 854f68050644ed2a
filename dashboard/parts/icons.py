"""Icons from the bundled set, drawn as a mask in the colour of the text."""

from dash import html
from dash.development.base_component import Component

from dashboard.parts.attributes import aria
from web.look import icon_names

_KNOWN = frozenset(icon_names())


def icon(name: str, *, className: str = "") -> Component:  # noqa: N803 - as every component calls it
    """A decoration; what it means must also be said in words. KeyError for an icon that isn't bundled."""
    if name not in _KNOWN:
        raise KeyError(f"No icon called {name!r} in web/assets/icons")
    return html.Span(className=f"icon icon-{name} {className}".strip(), **aria(hidden="true"))
