"""Texts that staff write, as HTML: without HTML of their own, links only to where a link may go."""

import re
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

ALLOWED = re.compile(r"(https?://|mailto:|tel:\+?[\d-]+$|/(?!/)|#)", re.IGNORECASE)
TOP, LOWEST = 2, 4
Change = Callable[[list[Token]], list[Token]]


@dataclass(frozen=True)
class Heading:
    anchor: str
    text: str


@dataclass(frozen=True)
class Rendered:
    """`headings` are those right below the title, for a table of contents."""

    html: Markup
    headings: tuple[Heading, ...]


def render(text: str, change: Change = lambda tokens: tokens) -> Rendered:
    """Markdown as HTML; `change` may add to the parts of the text before they are drawn."""
    parser = _parser()
    tokens = parser.parse(text)
    headings = tuple(_headings(tokens))
    html = parser.renderer.render(change(tokens), parser.options, {})
    return Rendered(Markup(html), headings)  # noqa: S704 - the parser knows no HTML and escapes what looks like it


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False, "breaks": False})
    parser.enable(["heading", "list", "emphasis", "link", "blockquote", "newline", "escape", "hr", "backticks"])
    parser.validateLink = lambda url: ALLOWED.match(url.strip()) is not None  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link)
    return parser


def _link(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: MutableMapping[str, Any]
) -> str:
    token = tokens[at]
    if str(token.attrGet("href")).lower().startswith("http"):
        token.attrSet("rel", "noreferrer noopener")
    return renderer.renderToken(tokens, at, options, env)


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    """Gives every heading a lower level than the title of the page, and an anchor; twice the same text is no clash."""
    used: dict[str, int] = {}
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    down = TOP - min(levels, default=TOP)
    for at, token in enumerate(tokens):
        if token.type not in ("heading_open", "heading_close"):
            continue
        level = min(LOWEST, int(token.tag[1]) + down)
        token.tag = f"h{level}"
        if token.type == "heading_close":
            continue
        text = _text(tokens[at + 1])
        anchor = "-".join(re.findall(r"\w+", text.casefold())) or "deel"
        used[anchor] = used.get(anchor, 0) + 1
        anchor = anchor if used[anchor] == 1 else f"{anchor}-{used[anchor]}"
        token.attrSet("id", anchor)
        if level == TOP:
            yield Heading(anchor, text)


def _text(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())
