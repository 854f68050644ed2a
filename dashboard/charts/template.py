"""How charts look, light and dark; the browser picks one, so figures travel without it."""

from typing import Any

import plotly.io as pio

from web import tokens

pio.templates.default = None  # the browser adds the template; without this each figure carries seven kilobytes more

DASHES = ("solid", "dot", "dash", "longdash", "dashdot", "longdashdot", "solid")
SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star")


def line_style(position: int) -> dict[str, Any]:
    """Line and marker of the series at `position`: never told apart by colour alone."""
    turn = position % len(DASHES)
    return {"line": {"dash": DASHES[turn], "width": 2.5}, "marker": {"symbol": SYMBOLS[turn], "size": 7}}


def _axis(colours: dict[str, str], *, grid: bool) -> dict[str, Any]:
    return {
        "showgrid": grid,
        "gridcolor": colours["line"],
        "zeroline": False,
        "linecolor": colours["line"],
        "tickfont": {"color": colours["quiet"]},
        "title": {"font": {"color": colours["quiet"], "size": 14}},
        "ticklabelstandoff": 6,
        "automargin": True,
    }


def _label(colours: dict[str, str]) -> dict[str, Any]:
    """A name in the picture, on a ground of its own so that lines don't run through it."""
    frame = {"bgcolor": colours["surface"], "bordercolor": colours["line"], "borderpad": 4}
    return {**frame, "font": {"color": colours["text"]}}


def _template(colours: dict[str, str], series: tuple[str, ...]) -> dict[str, Any]:
    return {
        "data": {"bar": [{"textposition": "outside", "cliponaxis": False}], "scatter": [{"cliponaxis": False}]},
        "layout": {
            "colorway": list(series),
            "font": {"family": tokens.FONT_TEXT, "size": 14, "color": colours["text"]},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "hovermode": "x unified",
            "hoverlabel": {
                "bgcolor": colours["surface"],
                "bordercolor": colours["line"],
                "font": {"color": colours["text"]},
            },
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 1.02,
                "yanchor": "bottom",
                "title": {"text": ""},
            },
            "separators": ",.",
            "xaxis": _axis(colours, grid=False),
            "yaxis": {**_axis(colours, grid=True), "rangemode": "tozero"},
            "bargap": 0.35,
            "dragmode": False,
            "annotationdefaults": _label(colours),
        },
    }


def templates() -> dict[str, Any]:
    """Both templates by colour scheme."""
    return {
        "light": _template(tokens.LIGHT, tokens.SERIES_LIGHT),
        "dark": _template(tokens.DARK, tokens.SERIES_DARK),
    }
