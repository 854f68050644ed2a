"""All that policy staff are told: every section of the trend page for some choices, its files, reports, other pages."""

import re
from collections.abc import Iterator
from itertools import product

from dashboard.page import Page
from dashboard.pages import PAGES
from dashboard.pages.numbers import policy
from domain.actors import Role
from domain.reporting import making
from store.queries.improving import reports
from tests.flows.attacker import Attacker, _filled, _outputs, opened
from tests.flows.policy_page import TrendPage, _given, _id, asked_of_report
from tests.flows.policy_reader import Answers, _walk, signed_in
from tests.invented import Point

CHOICES = (
    "jaar=2025",
    "jaar=2025&groep=B,D&naast=2023",
    "jaar=2026&naast=drie",
    "jaar=2026&groep=A",
    "jaar=2025&alleen=plek:GM0361",
)
DRAWN = (CHOICES[0], CHOICES[1], CHOICES[3])
REPORT_FILES = ("sheet", "docx", "pdf")


def everything_told(point: Point) -> Answers:
    """By what was asked. Reports that are due are made first."""
    with point.database.writing() as session:
        making.tend(session, now=point.now)
        numbers = [one.id for one in reports.listed(session)]
    reader = signed_in(point, Role.POLICY)
    page = TrendPage(reader, policy.KIND)
    keys = [one.key for one in policy.KIND.sections]
    found = {f"{choice} {key}": page.sent(f"{choice}&deel={key}") for choice, key in product(DRAWN, keys)}
    found |= {f"{choice} {kind}": page.sent(choice, kind) for choice, kind in product(CHOICES, ("csv", "xlsx"))}
    asked = product(numbers, REPORT_FILES)
    return found | {f"report {number} {kind}": asked_of_report(reader, number, kind) for number, kind in asked}


def other_pages(point: Point) -> Answers:
    """Each page of theirs with what it loads by itself; of pages about one thing the first."""
    reader = signed_in(point, Role.POLICY)
    pages = [one for one in PAGES if Role.POLICY in one.roles]
    return {name: answer for page in pages for name, answer in _loaded(reader, page)}


def _loaded(reader: Attacker, page: Page) -> Iterator[tuple[str, bytes]]:
    """The page, and the answers to what a browser asks when it opens it."""
    drawn = opened(reader, re.sub("<[^>]+>", "1", page.path))
    yield page.path, drawn.data
    held = {one["props"]["id"]: one["props"] for one in _walk(drawn.get_json()) if isinstance(_id(one), str)}
    for callback in reader.callbacks():
        if not callback["prevent_initial_call"] and all(one["id"] in held for one in callback["inputs"]):
            body = _filled({"output": callback["output"], "outputs": _outputs(callback["output"])}, callback, None, {})
            body |= {part: [_given(one, held) for one in callback[part]] for part in ("inputs", "state")}
            yield f"{page.path} {callback['output'][:60]}", reader.send(body).data
