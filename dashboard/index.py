"""The HTML page that the dashboard starts in: the reader's language, our fonts, nothing from elsewhere."""

import re

from dash import Dash
from flask import render_template_string, request

from dashboard.look import PLOTLY, STYLES
from dashboard.routing import HOME, Router
from i18n import _
from web.assets import asset
from web.organisation import current_organisation

ASKED_NEXT = (f"{HOME}_dash-layout", f"{HOME}_dash-dependencies")  # by Dash, once all scripts have run
UNUSED = re.compile(r'<script src="[^"]*/(?:deps/polyfill@|dash_table/)[^"]*"></script>\n?')  # see assets/steps.js
_INDEX = """<!doctype html>
<html lang="{{ language() }}" dir="{{ direction() }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<script src="{{ asset('early.js') }}"></script>
<link rel="preload" href="{{ asset('figtree-core.woff2') }}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{{ asset('fraunces-core.woff2') }}" as="font" type="font/woff2" crossorigin>
{% for address in asked_next %}<link rel="preload" href="{{ address }}" as="fetch" crossorigin>
{% endfor %}{% if library %}<script src="{{ library }}" defer fetchpriority="low"></script>{% endif %}
{{ css|safe }}
{% for name in styles %}<link rel="stylesheet" href="{{ asset(name) }}">
{% endfor %}
<link rel="icon" href="{{ asset('favicon.svg') }}" type="image/svg+xml">
</head>
<body>
<div id="react-entry-point"><div class="_dash-loading" role="status">{{ _("Een ogenblik") }}</div></div>
<noscript>{{ _("Deze werkplek heeft JavaScript nodig. Zet het aan in uw browser.") }}</noscript>
<footer hidden>{{ config|safe }}{{ scripts|safe }}{{ renderer|safe }}</footer>
</body>
</html>"""


def page_title(title: str) -> str:
    return f"{title} · {current_organisation().short_name}"


class Workplace(Dash):
    """Dash with our own first page."""

    router: Router

    def interpolate_index(
        self,
        metas: str = "",
        title: str = "",
        css: str = "",
        config: str = "",
        scripts: str = "",
        app_entry: str = "",
        favicon: str = "",
        renderer: str = "",
    ) -> str:
        """The first page, with the title of the page asked for."""
        visit = self.router.find(request.path)
        return render_template_string(
            _INDEX,
            title=page_title(str(visit.page.title) if visit else _("Werkplek")),
            styles=STYLES,
            asked_next=ASKED_NEXT,
            library=asset(PLOTLY) if visit and visit.page.charts else None,
            css=css,
            config=config,
            scripts=UNUSED.sub("", scripts),
            renderer=renderer,
        )
