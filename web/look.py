"""The bundled fonts, icons, logo and style of the public pages, ready to be served."""

from functools import cache
from pathlib import Path
from urllib.parse import quote

from flask import Flask
from markupsafe import Markup

from web import tokens
from web.assets import assets_of

ASSETS = Path(__file__).parent / "assets"
# What points along the line: from right to left these are mirrored.
DIRECTED = frozenset(
    {"arrow-left", "arrow-right", "arrow-up-right", "chevron-left", "chevron-right", "external-link", "log-in"}
)


@cache
def icon_source(name: str) -> str:
    """The drawing of one icon; FileNotFoundError names an icon that isn't bundled."""
    return (ASSETS / "icons" / f"{name}.svg").read_text().strip()


def icon_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (ASSETS / "icons").glob("*.svg")))


def icon(name: str) -> Markup:
    """An icon for a template: takes the colour of the text, says nothing to a screen reader."""
    kind = "icon directed" if name in DIRECTED else "icon"
    return Markup(icon_source(name).replace("<svg ", f'<svg class="{kind}" aria-hidden="true" ', 1))  # noqa: S704 - ours


def icon_styles() -> str:
    """CSS that draws each icon as a mask in the colour of the text: `<span class="icon icon-users">`."""
    rules = (f'.icon-{name}{{--icon:url("data:image/svg+xml,{_packed(name)}")}}' for name in icon_names())
    return "\n".join(rules)


def _packed(name: str) -> str:
    return quote(icon_source(name).replace('"', "'").replace("currentColor", "#000"), safe=" ='/:;,-.()<>").replace(
        "<", "%3C"
    )


def fonts() -> str:
    return (ASSETS / "fonts.css").read_text()


def add_look(server: Flask) -> None:
    assets = assets_of(server)
    for path in (*sorted((ASSETS / "fonts").glob("*.woff2")), ASSETS / "logo.svg", ASSETS / "favicon.svg"):
        assets.add(path.name, path.read_bytes())
    assets.add("public.css", fonts() + tokens.follow_system() + (ASSETS / "public.css").read_text())
