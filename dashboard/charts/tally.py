"""How many there are of each, as bars beside each other with the number on top."""

from collections.abc import Sequence
from typing import Any

HEAD_ROOM = 1.18


def tally(names: Sequence[str], counts: Sequence[int], *, title: str) -> dict[str, Any]:
    """The order of `names` stays; `title` says below them what they are."""
    bars = {
        "type": "bar",
        "x": list(names),
        "y": list(counts),
        "text": [str(count) for count in counts],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
    down = {"type": "category", "title": {"text": title}, "fixedrange": True}
    up = {"range": [0, max([1, *counts]) * HEAD_ROOM], "showticklabels": False, "showgrid": False, "fixedrange": True}
    return {"data": [bars], "layout": {"showlegend": False, "xaxis": down, "yaxis": up}}
