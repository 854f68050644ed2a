"""How it goes, behind the link in the letter: one tap answers, a look changes nothing, and twice is harmless."""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from domain import forms, links
from domain.actors import PARENT
from domain.care import check_in_answers as answers
from domain.care.care import Kind
from domain.matchmaking import requests
from domain.refused import Refused
from domain.texts import say
from public import three_questions
from public.links import LinkPage
from store.queries.buddying import check_ins
from store.queries.buddying.check_ins import CheckInRow
from store.sessions import Session
from store.states import LinkPurpose, RequestState
from web.services import Services

CONFLICT = 409


def _show(services: Services, _token: str, check_in_id: int) -> ResponseReturnValue:
    return _draw(services, check_in_id)


def _act(services: Services, token: str, check_in_id: int) -> ResponseReturnValue:
    try:
        with services.database.writing() as session:
            _do(session, links.use(session, token, LinkPurpose.CHECK_IN, now=services.now()), services)
    except Refused as refused:
        return _draw(services, check_in_id, said=say(refused)), CONFLICT
    return redirect(f"/link/{token}", 303)


def _do(session: Session, check_in_id: int, services: Services) -> None:
    now, row, do = services.now(), _found(session, check_in_id), request.form.get("do")
    is_parent = row.who != answers.BUDDY
    if do == "again" and is_parent:
        requests.again(session, row.request_id, by=PARENT, now=now)
    elif do == "helped" and is_parent:
        three_questions.give(session, row.request_id, now)
    else:
        by = answers.answering(session, check_in_id)
        said, remark = request.form.get("answer", ""), request.form.get("remark", "")
        answers.answer(session, check_in_id, said, remark, heavy="heavy" in request.form, by=by, now=now)


def _draw(services: Services, check_in_id: int, *, said: str = "") -> str:
    with services.database.reading() as session:
        row = _found(session, check_in_id)
        kind = answers.kind_of(session, row.moment)
        after = kind is Kind.AFTER_CARE
        is_parent = row.who != answers.BUDDY
        return render_template(
            "my_check_in.html",
            row=row,
            kind=str(kind),
            is_parent=is_parent,
            answers=forms.terms(session, answers.LISTS[kind]),
            over=answers.is_over(kind, row.match_state, row.request_state),
            can_ask_again=after and row.request_state is RequestState.CLOSED,
            searching=after and row.request_state in requests.WAITING,
            helped=three_questions.shown(session, row.request_id, services.now()) if is_parent else None,
            typed=request.form,
            most=answers.LONGEST_REMARK,
            said=said,
        )


def _found(session: Session, check_in_id: int) -> CheckInRow:
    row = check_ins.one(session, check_in_id)
    if row is None or row.asked_at is None:
        raise Refused("not_found")
    return row


LINK_PAGE = LinkPage(_show, _act)
