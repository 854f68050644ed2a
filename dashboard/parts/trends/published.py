"""The source of the page for policy: published numbers alone."""

from dashboard.parts.trends.source import Source
from domain.register import published_parts, published_work
from trends.periods import months_of_school_year

PUBLISHED = Source(
    years=published_parts.years,
    months=lambda _session, year: months_of_school_year(year),
    everything=published_parts.everything,
    sectors=published_parts.sectors,
    age_bands=published_parts.age_bands,
    done=published_parts.done,
    places=published_parts.places,
    singles=lambda session, year, groups: tuple(
        part for part in published_parts.groups(session, year) if not groups or part.code in groups
    ),
    pairs=published_parts.pairs,
    funnel=lambda session, year, back: published_work.funnel(session, year - back),
    coverage=lambda shown: published_work.coverage(shown.session),
)
