"""The dashboard's own styles and scripts, served from this host with addresses that change with their content."""

import json
from pathlib import Path

from dashboard.charts.template import templates
from web import tokens
from web.assets import Assets
from web.look import fonts, icon_styles

ASSETS = Path(__file__).parent / "assets"
PLOTLY = "plotly-cartesian.min.js"
PARTS = (
    "steps.js",
    "settings.js",
    "locale-nl.js",
    "shell.js",
    "search.js",
    "questions.js",
    "tally.js",
    "events.js",
    "attendance.js",
    "calendar.js",
    "jobs.js",
    "matching.js",
    "uploads.js",
    "plan.js",
    "print.js",
    "information.js",
    "inquiries.js",
    "answers.js",
)
SCRIPTS = ("dashboard.js",)
STYLES = ("dashboard.css",)
SHEETS = (
    "dashboard.css",
    "buddies.css",
    "matching.css",
    "plan.css",
    "register.css",
    "tally.css",
    "events.css",
    "attendance.css",
    "calendar.css",
    "inquiries.css",
    "jobs.css",
    "letters.css",
    "reports.css",
    "information.css",
    "setup.css",
    "improving.css",
    "stories.css",
)


def add_look(assets: Assets) -> None:
    """Add every file of the dashboard to the files that the server serves."""
    for name in (PLOTLY, "early.js"):
        assets.add(name, (ASSETS / name).read_bytes())
    settings = {"plotly": assets.url(PLOTLY), "templates": templates()}
    scripts = [(ASSETS / name).read_text() for name in PARTS]
    assets.add("dashboard.js", "\n".join((f"window.RODE_DRAAD = {json.dumps(settings)};", *scripts)))
    styles = [(ASSETS / name).read_text() for name in SHEETS]
    assets.add("dashboard.css", "\n".join((fonts(), tokens.follow_choice(), *styles, icon_styles())))
