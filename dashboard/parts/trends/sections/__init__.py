"""The sections of the trend pages, in the order in which they are offered; a new one is a module and a line here."""

from collections.abc import Sequence

from dashboard.parts.trends.finding import Finding
from dashboard.parts.trends.section import Section, Shown
from dashboard.parts.trends.sections.answer import answer
from dashboard.parts.trends.sections.changes import changes
from dashboard.parts.trends.sections.in_a_table import in_a_table
from dashboard.parts.trends.sections.per_topic import first_topics, per_topic
from dashboard.parts.trends.sections.season import season
from dashboard.parts.trends.sections.through_the_year import through_the_year
from i18n import lazy


def _first(shown: Shown) -> Sequence[Finding]:
    return [*first_topics(shown), *through_the_year(shown)]


SECTIONS = (
    Section("", lazy("Overzicht"), _first, words=answer, narrows=True),
    Section("verschil", lazy("Verschil"), changes, narrows=True),
    Section("onderwerpen", lazy("Per onderwerp"), per_topic, narrows=True),
    Section("drukte", lazy("Drukte"), season, narrows=True),
    Section("tabel", lazy("Tabel"), in_a_table, narrows=True),
)
