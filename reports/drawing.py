"""The pieces of a picture: lines, boxes and words as clean SVG, in colours that hold on white paper and in grey."""

from html import escape

WIDTH = 640
INK, QUIET, GRID, NOW, BEFORE = "#1d2827", "#55605e", "#ddd8cf", "#0f5f63", "#b4552f"
BOLD = ' font-weight="600"'
FONT = "Figtree, Verdana, sans-serif"


def picture(height: float, alt: str, *parts: str) -> str:
    """A picture of the usual width, with its alternative text inside."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img" font-family="{FONT}">'
    return f"{head}<title>{escape(alt)}</title>{''.join(parts)}</svg>"


def words(
    x: float, y: float, text: str, *, size: float = 13, fill: str = INK, anchor: str = "start", bold: bool = False
) -> str:
    look = f'font-size="{size:g}" fill="{fill}" text-anchor="{anchor}"{BOLD if bold else ""}'
    return f'<text x="{x:g}" y="{y:g}" {look}>{escape(text)}</text>'


def box(x: float, y: float, width: float, height: float, *, fill: str, stroke: str = "none") -> str:
    place = f'x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"'
    return f'<rect {place} rx="1.5" fill="{fill}" stroke="{stroke}"/>'


def stroke(points: list[tuple[float, float]], *, colour: str, width: float = 1.0, dash: str = "") -> str:
    """A line through the points, dashed when `dash` says how."""
    path = " ".join(f"{x:g},{y:g}" for x, y in points)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashed}/>'


def dot(x: float, y: float, *, fill: str, edge: str) -> str:
    return f'<circle cx="{x:g}" cy="{y:g}" r="4.5" fill="{fill}" stroke="{edge}" stroke-width="2"/>'


def square(x: float, y: float, *, fill: str, edge: str) -> str:
    return f'<rect x="{x - 4:g}" y="{y - 4:g}" width="8" height="8" fill="{fill}" stroke="{edge}" stroke-width="2"/>'


def in_two_lines(text: str, most: int) -> list[str]:
    """A name that fits beside a bar: broken at a space, and cut where even two lines are too short."""
    if len(text) <= most:
        return [text]
    cut = text.rfind(" ", 0, most + 1)
    first, rest = (text[:cut], text[cut + 1 :]) if cut > 0 else (text[:most], text[most:])
    return [first, rest if len(rest) <= most else rest[: most - 1].rstrip() + "…"]
