"""Choosing a password through a link in a letter."""

from datetime import datetime, timedelta

import pytest

from automations.run import run
from domain import accounts, links, passwords
from domain.actors import Actor, Role
from domain.buddying import buddies
from domain.refused import Refused
from store.database import Database
from store.models import Account, JournalLine, Letter
from store.sessions import Session
from store.states import LetterState, LinkPurpose
from tests import make

MAIL, CHOSEN = "anna@example.nl", "een zelf gekozen woord"
BOSS = Actor(name="Ada", roles=frozenset({Role.ADMINISTRATOR, Role.COORDINATOR}), account_id=9)


def invited(session: Session, now: datetime, *roles: Role) -> tuple[int, int]:
    """A buddy with an account that nobody knows the password of; the ids of both."""
    buddy_id = make.buddy(session, now=now)
    account_id = accounts.add(
        session, name="Anna de Vries", email=MAIL, password=None, roles=[Role.BUDDY, *roles], by=BOSS, now=now,
        buddy_id=buddy_id,
    )  # fmt: skip
    return buddy_id, account_id


def letters(database: Database, now: datetime) -> list[Letter]:
    run(database, now, make.LETTERHEAD)
    with database.reading() as session:
        return session.query(Letter).filter(Letter.kind == "choose_password").order_by(Letter.id).all()


def secret(letter: Letter) -> str:
    (line,) = (line for line in (letter.body or "").splitlines() if "/link/" in line)
    return line.rpartition("/")[2]


def test_who_is_added_without_a_password_chooses_one_with_the_link_in_the_letter(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        _buddy_id, account_id = invited(session, now)

    (letter,) = letters(database, now)
    with database.writing() as session:
        passwords.choose(session, secret(letter), CHOSEN, now=now + timedelta(days=6))
        token = accounts.sign_in(session, MAIL, CHOSEN, now=now)

    assert (letter.address, (letter.body or "")[:12]) == (MAIL, "Beste Anna,\n")
    with database.reading() as session:
        assert accounts.actor(session, token, now=now).account_id == account_id
        line = session.query(JournalLine).filter(JournalLine.kind == "account.changed").one()
        assert (line.actor, line.facts) == (f"account:{account_id}", {"password": True})


def test_who_got_a_password_in_hand_gets_no_letter(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        accounts.add(session, name="Bo", email=MAIL, password=CHOSEN, roles=[Role.POLICY], by=BOSS, now=now)

    assert letters(sqlite, now) == []


def test_a_link_sets_a_password_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _buddy_id, account_id = invited(session, now)
        token = passwords.link(session, account_id, now=now)
        passwords.choose(session, token, CHOSEN, now=now)

    with database.writing() as session, pytest.raises(Refused, match=r"^link.used$"):
        passwords.choose(session, token, "een heel ander woord", now=now)
    with database.writing() as session:
        assert accounts.sign_in(session, MAIL, CHOSEN, now=now)


def test_a_short_password_leaves_the_link_as_it_is(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        _buddy_id, account_id = invited(session, now)
        token = passwords.link(session, account_id, now=now)

    with pytest.raises(Refused) as refusal, sqlite.writing() as session:
        passwords.choose(session, token, "kort", now=now)

    with sqlite.reading() as session:
        assert (refusal.value.field, links.is_used(session, token)) == ("password", False)


def test_a_password_that_is_set_ends_the_other_links_of_this_account_only(database: Database, now: datetime) -> None:
    with database.writing() as session:
        _buddy_id, account_id = invited(session, now)
        mine = [passwords.link(session, account_id, now=now) for _two in range(2)]
        elses = links.make(session, LinkPurpose.SIGN_UP, account_id, until=now + timedelta(days=1), now=now)
        passwords.choose(session, mine[0], CHOSEN, now=now)

    with database.reading() as session:
        assert [links.is_used(session, one) for one in (*mine, elses)] == [True, True, False]


def test_after_a_week_the_link_is_over(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        token = passwords.link(session, invited(session, now)[1], now=now)

        with pytest.raises(Refused, match=r"^link.unknown$"):
            passwords.choose(session, token, CHOSEN, now=now + timedelta(days=7))


def test_a_link_for_something_else_sets_no_password(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        account_id = invited(session, now)[1]
        token = links.make(session, LinkPurpose.SIGN_UP, account_id, until=now + timedelta(days=1), now=now)

        with pytest.raises(Refused, match=r"^link.unknown$"):
            passwords.choose(session, token, CHOSEN, now=now)


def test_an_account_that_was_switched_off_gets_no_letter_and_no_password(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        account_id = invited(session, now)[1]
        token = passwords.link(session, account_id, now=now)
        accounts.change(session, account_id, roles=[Role.BUDDY], active=False, by=BOSS, now=now)
        passwords.ask(session, MAIL, now=now)

        with pytest.raises(Refused, match=r"^link.unknown$"):
            passwords.choose(session, token, CHOSEN, now=now)

    assert letters(sqlite, now) == []


def test_who_forgot_it_gets_a_letter_and_a_stranger_gets_nothing(database: Database, now: datetime) -> None:
    with database.writing() as session:
        account_id = make.account(session, Role.COORDINATOR, now=now)
        passwords.ask(session, " TESS@punt.example.nl", now=now)
        passwords.ask(session, "niemand@example.nl", now=now)

    (letter,) = letters(database, now)
    with database.reading() as session:
        (line,) = session.query(JournalLine).filter(JournalLine.kind == "account.asked_password")
        assert links.find(session, secret(letter), now=now) == (LinkPurpose.PASSWORD, account_id)
    assert (letter.address, letter.state, line.subject_id, line.actor) == (
        "tess@punt.example.nl", LetterState.QUEUED, account_id, "unknown",
    )  # fmt: skip


@pytest.mark.parametrize("email", ["tess@punt.example.nl", "niemand@example.nl"])
def test_the_fourth_letter_in_an_hour_is_refused_for_everybody_alike(
    sqlite: Database, now: datetime, email: str
) -> None:
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
        for source in ("a", "b", "c"):
            passwords.count_asking(session, email, source=source, now=now)

        with pytest.raises(Refused, match=r"^limit.reached$"):
            passwords.count_asking(session, email.upper(), source="d", now=now)


def test_a_buddy_signs_in_with_the_new_mail_address_and_old_links_end(database: Database, now: datetime) -> None:
    with database.writing() as session:
        buddy_id, account_id = invited(session, now)
        old = passwords.link(session, account_id, now=now)
        changed = make.profile(email="nieuw@example.nl")
        buddies.change(session, buddy_id, changed, by=make.COORDINATOR, now=now)
        passwords.choose(session, passwords.link(session, account_id, now=now), CHOSEN, now=now)

    with database.writing() as session:
        assert links.is_used(session, old)
        assert accounts.sign_in(session, "nieuw@example.nl", CHOSEN, now=now)
        with pytest.raises(Refused, match=r"^account.wrong$"):
            accounts.sign_in(session, MAIL, CHOSEN, now=now)


def test_a_buddy_can_not_take_the_address_of_another_user(sqlite: Database, now: datetime) -> None:
    with sqlite.writing() as session:
        make.account(session, Role.COORDINATOR, now=now)
        buddy_id, _account_id = invited(session, now)
        taken = make.profile(email="TESS@punt.example.nl")

        with pytest.raises(Refused, match=r"^account.mail_taken$"):
            buddies.change(session, buddy_id, taken, by=make.COORDINATOR, now=now)


@pytest.mark.parametrize(("by", "may"), [(make.COORDINATOR, False), (BOSS, True)])
def test_only_an_administrator_moves_the_address_of_a_buddy_who_is_staff_too(
    sqlite: Database, now: datetime, by: Actor, may: bool
) -> None:
    with sqlite.writing() as session:
        buddy_id, account_id = invited(session, now, Role.ADMINISTRATOR)

    try:
        with sqlite.writing() as session:
            buddies.change(session, buddy_id, make.profile(email="kaper@example.nl"), by=by, now=now)
    except Refused as refused:
        assert refused.key == "account.mail_of_staff"

    with sqlite.reading() as session:
        assert (session.get_one(Account, account_id).email == "kaper@example.nl") == may
