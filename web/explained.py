"""Words explained where they stand: the first time that a text uses one, it leads to its meaning right below it."""

import re
from collections.abc import Callable, Iterable, Sequence

from markdown_it.token import Token
from markupsafe import Markup

from domain.information.words import Word
from i18n import _

Find = Callable[[list[Token]], list[Token]]


def explaining(words: Iterable[Word]) -> Find:
    """What `markdown.render` does with a text so that its difficult words are explained; needs no script.

    A word is a link to the fold with its meaning, which stands right below the sentence. Headings and links are
    left as they are.
    """
    named = _names(words)
    if not named:
        return lambda tokens: tokens
    pattern = re.compile(
        rf"(?<![\w-])({'|'.join(re.escape(one) for one in sorted(named, key=len, reverse=True))})(?![\w-])",
        re.IGNORECASE,
    )
    return lambda tokens: _explained(tokens, pattern, named)


def _names(words: Iterable[Word]) -> dict[str, Word]:
    return {name.casefold(): one for one in words for name in (one.word, *one.also) if name}


def _explained(tokens: list[Token], pattern: re.Pattern[str], named: dict[str, Word]) -> list[Token]:
    done, waiting = set[str](), list[Word]()
    result: list[Token] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline" and not (before and before.type == "heading_open"):
            token.children = [
                new for child in _outside_links(token) for new in _mark(child, pattern, named, done, waiting)
            ]
        result.append(token)
        if token.type == "paragraph_close" and waiting:
            result.append(_raw(_fold(waiting)))
            waiting = []
    return result


def _outside_links(inline: Token) -> Iterable[tuple[Token, bool]]:
    depth = 0
    for child in inline.children or ():
        depth += child.nesting if child.type in ("link_open", "link_close") else 0
        yield child, child.type == "text" and depth == 0


def _mark(
    found: tuple[Token, bool], pattern: re.Pattern[str], named: dict[str, Word], done: set[str], waiting: list[Word]
) -> list[Token]:
    child, may = found
    if not may:
        return [child]
    parts: list[Token] = []
    rest = child.content
    for match in pattern.finditer(child.content):
        word = named[match[1].casefold()]
        if word.key in done:
            continue
        before, _found, rest = rest.partition(match[0])
        done.add(word.key)
        waiting.append(word)
        link = Markup('<a class="word" href="#w-{}">{}</a>').format(word.key, match[0])
        parts += [_plain(before), _raw(link, inline=True)]
    return [*parts, _plain(rest)] if parts else [child]


def _fold(words: Sequence[Word]) -> str:
    """The meaning of the words of one sentence, each in a fold that opens with a tap or a key."""
    drawn = Markup()
    for one in words:
        asked = _("Uitleg: {word}", word=one.word)
        drawn += Markup('<details class="meaning" id="w-{}"><summary>{}</summary><p>{}</p></details>\n').format(
            one.key, asked, one.meaning
        )
    return str(drawn)


def _plain(text: str) -> Token:
    return Token("text", "", 0, content=text)


def _raw(html: str, *, inline: bool = False) -> Token:
    return Token("html_inline" if inline else "html_block", "", 0, content=html)
