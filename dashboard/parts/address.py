"""How a page keeps what it shows in its address, so that it can be bookmarked and passed on."""

from dash import Output

ADDRESS = Output("page-question", "data", allow_duplicate=True)
