"""Names in a picture: plain words without a frame, on as many short lines as they need."""

from textwrap import wrap

PLAIN = {"showarrow": False, "bgcolor": "rgba(0,0,0,0)", "bordercolor": "rgba(0,0,0,0)", "borderpad": 0}


def escaped(text: str) -> str:
    """Plotly reads a few tags in its texts; a name has none."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def on_lines(name: str, width: int, most: int = 2) -> str:
    """Broken between words; what does not fit in `most` lines ends in an ellipsis."""
    return "<br>".join(escaped(line) for line in wrap(name, width, max_lines=most, placeholder="…"))
