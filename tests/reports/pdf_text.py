"""The letters of a PDF that we set: the lines on its pages, and what its pictures say to whoever can't see them."""

import re
import zlib
from collections.abc import Iterator, Mapping

OBJECT = re.compile(rb"(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\)", re.DOTALL)
PLACED = re.compile(rb"([\d.]+) ([\d.]+) cm(?:(?!cm).)*?BT(.*?)ET", re.DOTALL)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
CLOSE = 12  # points
Letters = Mapping[bytes, str]


def lines(pdf: bytes) -> Iterator[str]:
    """Each piece of text in the order in which it is drawn, then the alternative texts."""
    objects = {int(number): content for number, content in OBJECT.findall(pdf)}
    for page in objects.values():
        if found := re.search(rb"/Type/Page/Resources (\d+) 0 R.*/Contents (\d+) 0 R", page):
            fonts = _fonts(objects, objects[int(found[1])])
            yield from _joined(fonts, _unpacked(objects[int(found[2])]))
    yield from (_said(alt) for alt in re.findall(rb"/Alt\s*(<[0-9A-Fa-f]+>|\((?:\\.|[^\\)])*\))", pdf, re.DOTALL))


def _joined(fonts: Mapping[bytes, Letters], drawn: bytes) -> Iterator[str]:
    """Pictures are drawn letter by letter: those that stand close together on one line are a text."""
    text, before, height = "", 0.0, b""
    for x, y, inside in PLACED.findall(drawn):
        if y != height or not 0 < float(x) - before < CLOSE:
            yield text
            text = ""
        text, before, height = text + _line(fonts, inside), float(x), y
    yield text
    yield text


def _fonts(objects: Mapping[int, bytes], resources: bytes) -> dict[bytes, Letters]:
    named = re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    return {name: _letters(objects, objects[int(number)]) for name, number in named}


def _letters(objects: Mapping[int, bytes], font: bytes) -> Letters:
    """By the two bytes of a glyph, as the font itself says."""
    said = re.search(rb"/ToUnicode (\d+) 0 R", font)
    pairs = re.findall(rb"^<(\w{4})> <(\w+)>$", _unpacked(objects[int(said[1])]), re.MULTILINE) if said else []
    return {bytes.fromhex(glyph.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}


def _line(fonts: Mapping[bytes, Letters], drawn: bytes) -> str:
    font: Letters = {}
    found = ""
    for name, piece in SHOWN.findall(drawn):
        if name:
            font = fonts[name]
        else:
            glyphs = _bytes(piece)
            found += "".join(font.get(glyphs[at : at + 2], "?") for at in range(0, len(glyphs), 2))
    return found


def _said(alt: bytes) -> str:
    text = bytes.fromhex(alt[1:-1].decode()) if alt.startswith(b"<") else _bytes(alt[1:-1])
    return (
        text.removeprefix(b"\xfe\xff").decode("utf-16-be") if text.startswith(b"\xfe\xff") else text.decode("latin-1")
    )


def _bytes(literal: bytes) -> bytes:
    return ESCAPE.sub(lambda one: bytes([int(one[1], 8)]) if one[1].isdigit() else PLAIN.get(one[1], one[1]), literal)


def _unpacked(content: bytes) -> bytes:
    return zlib.decompressobj().decompress(content.partition(b"stream\n")[2])
