"""The pages of Vertellis!, for parents and for young people: a start, and one address for all the steps after it."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from public.quiet_limits import QuietLimit
from public.telling import taking_back
from public.telling.steps import LIMIT, MINUTES, MOST, Steps
from public.telling.voices import VOICES, Voice
from web.headers import keep_address_private, keep_no_copy
from web.services import Services


def routes(site: Blueprint, services: Services) -> None:
    limit = QuietLimit(LIMIT, most=MOST, minutes=MINUTES)
    for voice in VOICES.values():
        _routes_of(site, Steps(services, voice, limit), voice)
    taking_back.routes(site, services)


def _routes_of(site: Blueprint, steps: Steps, voice: Voice) -> None:
    def start() -> ResponseReturnValue:
        return render_template("story_start.html", voice=voice)

    def begin() -> ResponseReturnValue:
        keep_no_copy()
        return steps.begin()

    def go() -> ResponseReturnValue:
        keep_address_private()  # a shared computer must not keep a page with a story on it
        return steps.go()

    name = f"story_{voice.audience}"
    site.add_url_rule(voice.home, f"{name}_start", start)
    site.add_url_rule(f"{voice.home}/verhaal", f"{name}_begin", begin)
    site.add_url_rule(f"{voice.home}/verhaal", f"{name}_go", go, methods=["POST"])
