"""A sign-up, its letter with a calendar file, and the link that gives the place up: every room but the doors."""

from datetime import datetime

import icalendar

from automations.posting import post_letters
from automations.run import run
from domain import links
from domain.actors import PARENT
from domain.taking_part import sign_ups
from mail.post import SmtpPostman
from store.database import Database
from store.models import SignUp
from store.states import LinkPurpose, SignUpState
from tests import make
from tests.post_office import PostOffice


def test_the_link_in_the_letter_that_arrived_gives_the_place_up(
    database: Database, post_office: PostOffice, now: datetime
) -> None:
    postman = SmtpPostman(post_office.url(), make.LETTERHEAD.sender)
    with database.writing() as session:
        sign_up_id = make.signed_up(session, make.cafe(session, now=now), now=now)
    run(database, now, make.LETTERHEAD)
    post_letters(database, postman, lambda: now)
    (mail,) = post_office.received()
    text = mail.get_body(("plain",))
    assert text
    (secret,) = (line.rpartition("/")[2] for line in text.get_content().splitlines() if "/link/" in line)

    with database.writing() as session:
        subject = links.use(session, secret, LinkPurpose.SIGN_UP, now=now)
        sign_ups.cancel(session, subject, by=PARENT, now=now)
    run(database, now, make.LETTERHEAD)
    post_letters(database, postman, lambda: now)

    with database.reading() as session:
        assert session.get_one(SignUp, sign_up_id).state is SignUpState.CANCELLED
    methods = [
        str(icalendar.Calendar.from_ical(file.get_content())["method"])
        for one in post_office.received()
        for file in one.iter_attachments()
    ]
    assert methods == ["REQUEST", "CANCEL"]
