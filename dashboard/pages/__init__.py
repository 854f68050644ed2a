"""The pages of the dashboard, in the order of the navigation."""

from dashboard.page import Page
from dashboard.pages import (
    availability,
    buddies,
    matches,
    my_matches,
    one_buddy,
    one_question,
    one_request,
    policy,
    questions,
    requests,
    trends,
)

PAGES: tuple[Page, ...] = (
    questions.PAGE,
    one_question.PAGE,
    requests.PAGE,
    one_request.PAGE,
    matches.PAGE,
    buddies.PAGE,
    one_buddy.NEW_PAGE,
    one_buddy.PAGE,
    availability.STAFF_PAGE,
    my_matches.PAGE,
    availability.OWN_PAGE,
    trends.PAGE,
    policy.PAGE,
)
