"""The sections about the parts of a school year, in the order in which they are offered; from exact or published."""

from dashboard.parts.trends.section import Section
from dashboard.parts.trends.sections.coverage import covered
from dashboard.parts.trends.sections.done import done
from dashboard.parts.trends.sections.place import place
from dashboard.parts.trends.sections.together import comes_together
from dashboard.parts.trends.sections.who import who
from dashboard.parts.trends.sections.work import work
from dashboard.parts.trends.source import Source


def sections(source: Source) -> tuple[Section, ...]:
    return (place(source), who(source), done(source), comes_together(source), work(source), covered(source))
