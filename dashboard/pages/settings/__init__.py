"""Settings: what differs between support points, each part on a page of its own."""

from dashboard.pages.settings import (
    automations,
    closed_days,
    danger_words,
    letters,
    matching,
    one_letter,
    one_topic,
    organisation,
    pupils,
    regions,
    schools,
    time_limits,
    topics,
)

PAGES = (
    organisation.PAGE,
    topics.PAGE,
    one_topic.NEW_PAGE,
    one_topic.PAGE,
    regions.PAGE,
    regions.ONE_PAGE,
    pupils.PAGE,
    closed_days.PAGE,
    matching.PAGE,
    automations.PAGE,
    time_limits.PAGE,
    danger_words.PAGE,
    schools.PAGE,
    letters.PAGE,
    one_letter.PAGE,
)
