"""A line as small as a word, for in a table; its numbers stand beside it or in its alternative text."""

from collections.abc import Sequence
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

WIDTH, HEIGHT, EDGE = 120, 28, 3
COLOUR = "#2f8f91"  # stands out 3 : 1 from both a light and a dark ground
PLAIN = "'=/:;,()"
"""What an address may hold as it is."""


def sparkline(values: Sequence[int | None], said: str) -> Component:
    """Where there is no number the line breaks; `said` is for who does not see it."""
    return html.Img(src=f"data:image/svg+xml,{quote(_drawing(values), safe=PLAIN)}", alt=said, className="spark")


def _drawing(values: Sequence[int | None]) -> str:
    top = max((value for value in values if value), default=1)
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    path, pen = "", "M"
    for place, value in enumerate(values):
        if value is None:
            pen = "M"
            continue
        x, y = EDGE + place * step, HEIGHT - EDGE - value / top * (HEIGHT - 2 * EDGE)
        path += f"{pen}{x:.0f},{y:.1f}" + ("h0" if pen == "M" else "")  # of one month alone a dot is left
        pen = "L"
    head = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' width='{WIDTH}' height='{HEIGHT}'>"
    look = f"fill='none' stroke='{COLOUR}' stroke-width='2' stroke-linejoin='round' stroke-linecap='round'"
    return f"{head}<path d='{path}' {look}/></svg>"
