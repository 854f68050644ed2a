"""The peer Vizro, in its own environment: the same title, words and charts, and as many filters, as one page.

Served as its documentation says: `gunicorn first_chart_vizro:app`. FIRST_CHART names the file that says what is on
the page, FIRST_CHART_COMPRESSED whether Dash compresses (which it does not unless asked).
"""

import json
import os
from itertools import islice
from pathlib import Path

import pandas as pd  # type: ignore[import-untyped] # only there, as is vizro
import plotly.graph_objects as go
import vizro.models as vm  # type: ignore[import-not-found]
from vizro import Vizro
from vizro.models.types import capture  # type: ignore[import-not-found]

GIVEN = json.loads(Path(os.environ["FIRST_CHART"]).read_text())
CHARTS = GIVEN["charts"]
ROWS = [
    {"chart": one["title"], "series": series.get("name", ""), "x": str(x)}
    for one in CHARTS
    for series in one["figure"]["data"]
    for x in islice(series.get("x") or (), 60)
]
FRAME = pd.DataFrame(ROWS)


@capture("graph")  # type: ignore[untyped-decorator,unused-ignore]
def drawn(data_frame: object, number: int) -> go.Figure:
    return go.Figure(CHARTS[number]["figure"], skip_invalid=True)


def _graphs() -> list[object]:
    return [
        vm.Graph(id=f"chart-{number}", figure=drawn(FRAME, number=number), title=one["title"], header=one["says"])
        for number, one in enumerate(CHARTS)
    ]


def _page() -> object:
    words = [vm.Text(text=one) for one in GIVEN["words"]]
    filters = [vm.Filter(column=column, selector=vm.Dropdown(multi=True)) for column in FRAME.columns]
    return vm.Page(title=GIVEN["title"], path="/", components=[*words, *_graphs()], controls=filters)


app = Vizro(compress=bool(os.environ.get("FIRST_CHART_COMPRESSED"))).build(vm.Dashboard(pages=[_page()]))
