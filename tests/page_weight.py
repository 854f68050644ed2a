"""What a page weighs for who was never here: with its styles, scripts, pictures and the letters of its fonts."""

import re
from collections.abc import Iterator

from flask.testing import FlaskClient

BROUGHT = re.compile(r'<(?:link rel="(?:stylesheet|icon|preload)" href|(?:script|img)[^>]* src)="([^"]+)"')
FACE = re.compile(r"@font-face\{font-family:(\w+);[^}]*src:url\(([^)]+)\);unicode-range:([^}]+)\}")
PACKED = {"Accept-Encoding": "br"}


def weight_of(client: FlaskClient, address: str) -> int:
    """Bytes as they are sent, without headers. A font counts when one of its letters stands anywhere in the page."""
    page = client.get(address).text
    brought = set(BROUGHT.findall(page))
    styles = "".join(client.get(one).text for one in brought if one.endswith(".css"))
    brought |= set(fonts(styles, {ord(one) for one in page if one.isprintable()}))
    return sum(len(client.get(one, headers=PACKED).data) for one in (address, *sorted(brought)))


def fonts(styles: str, letters: set[int]) -> Iterator[str]:
    """The files that a browser fetches for these letters: of two that have a letter it takes the one named last."""
    left: dict[str, set[int]] = {}
    for family, file, ranges in reversed(FACE.findall(styles)):
        wanted = left.setdefault(family, set(letters))
        known = {letter for letter in wanted if any(low <= letter <= high for low, high in _spans(ranges))}
        left[family] = wanted - known
        if known:
            yield file


def _spans(ranges: str) -> list[tuple[int, int]]:
    ends = (one.strip().removeprefix("U+").split("-") for one in ranges.split(","))
    return [(int(one[0], 16), int(one[-1], 16)) for one in ends]
