"""What letters can be about: one module per noun, each with the same questions (`about.About`)."""

from collections.abc import Mapping

from domain.post.facts import (
    accounts,
    after_care,
    appointments,
    buddies,
    check_ins,
    events,
    first_contacts,
    hosts,
    inquiries,
    inquiry_queue,
    jobs,
    letters,
    matches,
    offers,
    proposals,
    reports,
    requests,
    saved_views,
    sign_ups,
    signals,
    stories,
)
from domain.post.facts.about import About

ABOUT: Mapping[str, About] = {
    "account": accounts,
    "sign_up": sign_ups,
    "after_care": after_care,
    "event": events,
    "host": hosts,
    "buddy": buddies,
    "request": requests,
    "proposal": proposals,
    "offer": offers,
    "match": matches,
    "first_contact": first_contacts,
    "check_in": check_ins,
    "appointment": appointments,
    "inquiry": inquiries,
    "inquiries": inquiry_queue,
    "job": jobs,
    "job_run": jobs,
    "letter": letters,
    "report": reports,
    "saved_view": saved_views,
    "signal": signals,
    "story": stories,
}
