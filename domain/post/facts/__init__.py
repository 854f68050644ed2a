"""What letters can be about: one module per noun, each with the same questions (`about.About`)."""

from collections.abc import Mapping

from domain.post.facts import (
    accounts,
    after_care,
    events,
    hosts,
    jobs,
    letters,
    matches,
    proposals,
    requests,
    sign_ups,
)
from domain.post.facts.about import About

ABOUT: Mapping[str, About] = {
    "account": accounts,
    "sign_up": sign_ups,
    "after_care": after_care,
    "event": events,
    "host": hosts,
    "request": requests,
    "proposal": proposals,
    "match": matches,
    "job": jobs,
    "job_run": jobs,
    "letter": letters,
}
