"""Posting to a real mail server, and to one that misbehaves."""

import socket
import ssl
from dataclasses import replace
from datetime import datetime

import pytest

from mail.post import Envelope, Fate, NoPostman, Outcome, SmtpPostman, postman
from tests.post_office import PostOffice

SENDER = "Oudersteunpunt <steunpunt@example.nl>"
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"
LETTER = Envelope(
    message_id="<1@punt.example.nl>",
    recipient="Zoë",
    address="zoe@example.nl",
    title="U bent aangemeld: café",
    body="Beste Zoë,\n\nFijn dat u komt.\n\nAfmelden:\nhttps://punt.example.nl/link/geheim\n",
    language="nl",
)


def _post(office: PostOffice, letter: Envelope, now: datetime) -> Outcome:
    return SmtpPostman(office.url(), SENDER).post(letter, now=now)


def test_a_letter_arrives_as_text_with_its_html_twin(post_office: PostOffice, now: datetime) -> None:
    outcome = _post(post_office, LETTER, now)

    (mail,) = post_office.received()
    text, html = (mail.get_body((kind,)) for kind in ("plain", "html"))
    assert outcome == Outcome(Fate.ACCEPTED)
    assert text and text.get_content().splitlines() == LETTER.body.splitlines()
    assert html and 'href="https://punt.example.nl/link/geheim"' in html.get_content()


def test_its_headers_say_what_it_is(post_office: PostOffice, now: datetime) -> None:
    _post(post_office, LETTER, now)

    (mail,) = post_office.received()
    wanted = ("Message-ID", "Date", "From", "To", "Subject", "Auto-Submitted", "Content-Language", "List-Unsubscribe")
    assert [str(mail[name]) for name in wanted] == [
        "<1@punt.example.nl>",
        "Tue, 24 Nov 2026 10:00:00 +0000",
        SENDER,
        "Zoë <zoe@example.nl>",
        "U bent aangemeld: café",
        "auto-generated",
        "nl",
        "None",
    ]


def test_a_calendar_file_goes_along_for_programs_and_for_people(post_office: PostOffice, now: datetime) -> None:
    _post(post_office, replace(LETTER, calendar=CALENDAR, calendar_method="REQUEST"), now)

    (mail,) = post_office.received()
    (part,) = (one for one in mail.walk() if one.get_content_type() == "text/calendar")
    (file,) = mail.iter_attachments()
    assert part.get_param("method") == "REQUEST"
    assert part.get_content().split() == CALENDAR.split()
    assert (file.get_filename(), file.get_content()) == ("agenda.ics", CALENDAR.encode())


@pytest.mark.parametrize(
    ("answers", "fate"),
    [
        ({"recipient": "451 greylisted"}, Outcome(Fate.LATER, "451 greylisted")),
        ({"content": "452 too busy"}, Outcome(Fate.LATER, "452 too busy")),
        ({"recipient": "550 no mailbox for zoe@example.nl"}, Outcome(Fate.REFUSED, "550 no mailbox for ***")),
        ({"content": "554 looks like spam"}, Outcome(Fate.REFUSED, "554 looks like spam")),
    ],
)
def test_what_a_server_says_decides_whether_it_is_tried_again(
    post_office: PostOffice, now: datetime, answers: dict[str, str], fate: Outcome
) -> None:
    post_office.answer(**answers)

    assert _post(post_office, LETTER, now) == fate


def test_a_server_that_is_down_is_tried_later(now: datetime) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        outcome = SmtpPostman(f"smtp://127.0.0.1:{closed.getsockname()[1]}", SENDER).post(LETTER, now=now)

    assert (outcome.fate, outcome.unreachable) == (Fate.LATER, True)


def test_a_server_that_never_says_a_word_is_tried_later(now: datetime) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"smtp://127.0.0.1:{silent.getsockname()[1]}"
        outcome = SmtpPostman(url, SENDER, timeout=0.2).post(LETTER, now=now)

    assert (outcome.fate, outcome.unreachable) == (Fate.LATER, True)


def test_a_server_that_hangs_after_taking_the_letter_is_tried_later(post_office: PostOffice, now: datetime) -> None:
    post_office.answer(hang="0.6")

    outcome = SmtpPostman(post_office.url(), SENDER, timeout=0.2).post(LETTER, now=now)

    assert (outcome.fate, outcome.unreachable) == (Fate.LATER, False)


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_an_encrypted_server_is_used_when_its_certificate_is_trusted(
    post_office: PostOffice, now: datetime, scheme: str
) -> None:
    login = "steunpunt:geheim%2F1@" if scheme == "smtp+starttls" else ""
    trust = ssl.create_default_context(cafile=post_office.certificate)

    outcomes = [
        SmtpPostman(post_office.url(scheme, login), SENDER, trust=one).post(LETTER, now=now).fate
        for one in (None, trust)
    ]

    assert outcomes == [Fate.LATER, Fate.ACCEPTED]
    assert len(post_office.received()) == 1


def test_a_wrong_password_is_our_mistake_and_not_the_letters(post_office: PostOffice, now: datetime) -> None:
    trust = ssl.create_default_context(cafile=post_office.certificate)
    url = post_office.url("smtp+starttls", "steunpunt:fout@")

    outcome = SmtpPostman(url, SENDER, trust=trust).post(LETTER, now=now)

    assert (outcome.fate, outcome.unreachable) == (Fate.LATER, True)


@pytest.mark.parametrize("address", ["", "geen adres", "a@b.nl\r\nBcc: x@y.nl", "a@b.nl>\r\nRCPT TO:<x@y.nl"])
def test_an_address_that_is_none_reaches_nobody(post_office: PostOffice, now: datetime, address: str) -> None:
    outcome = _post(post_office, replace(LETTER, address=address), now)

    assert (outcome.fate, post_office.received()) == (Fate.REFUSED, [])


def test_a_name_or_title_can_not_smuggle_in_a_header(post_office: PostOffice, now: datetime) -> None:
    smuggled = "Zoë\r\nBcc: iemand@example.nl"

    _post(post_office, replace(LETTER, recipient=smuggled, title=smuggled), now)

    (mail,) = post_office.received()
    assert (mail["Bcc"], mail["Subject"]) == (None, "Zoë Bcc: iemand@example.nl")


def test_without_a_server_nobody_posts(now: datetime) -> None:
    nobody = postman("", SENDER)

    assert isinstance(nobody, NoPostman)
    assert nobody.post(LETTER, now=now) == Outcome(Fate.NO_SERVER)
