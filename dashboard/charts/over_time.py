"""Numbers over the months of a school year, beside the year before."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.template import line_style

Series = tuple[str, Sequence[int | None]]


def over_time(labels: Sequence[str], series: Sequence[Series]) -> dict[str, Any]:
    """A line for each `(name, values)`, told apart by dash and marker too; where there is no number the line breaks."""
    data = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": name,
            "x": list(labels),
            "y": list(values),
            **line_style(position),
        }
        for position, (name, values) in enumerate(series)
    ]
    return {"data": data, "layout": {"showlegend": True, "xaxis": {"type": "category"}, "yaxis": {"tickformat": ",d"}}}
