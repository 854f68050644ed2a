"""The answer as a workbook for a coordinator: who gets whom and why, who has nobody yet, and how it was done."""

import io
from collections.abc import Iterator, Sequence
from datetime import date

from openpyxl.workbook import Workbook as Book

from domain.people_workbook.looks import Head, Value, add
from domain.people_workbook.reading import Workbook
from i18n import _, n_, number
from matching import plan_words
from matching.people_file.answer import Answer, Insisted, Pair, Without
from matching.rules import RULES

OF_100 = 10  # points of a score for one of a hundred


def workbook(answer: Answer, read: Workbook, today: date) -> bytes:
    """Sheets for matches, parents without, buddies, pairs that were asked about, and how it was done.

    Parents and buddies keep the order that they have in the workbook that was `read`.
    """
    book = Book()
    book.remove(book.worksheets[0])
    place = {
        name: {row["id"]: index for index, row in enumerate(read.document[name])} for name in ("parents", "buddies")
    }
    pairs = sorted(answer.pairs, key=lambda one: place["parents"][one.parent])
    loads = sorted(answer.loads, key=lambda one: place["buddies"][one.buddy])
    add(book, _("Koppelingen"), _pair_heads(), [_pair(one) for one in pairs])
    add(book, _("Zonder buddy"), _without_heads(), [_without(one) for one in answer.without])
    rows = [(one.buddy, one.before, one.new, one.before + one.new, one.most) for one in loads]
    add(book, _("Buddy's"), _load_heads(), rows)
    if answer.insisted:
        add(book, _("Wat als"), _insisted_heads(), [_insisted(one) for one in answer.insisted])
    add(book, _("Hoe het ging"), (Head(_("Wat"), 34), Head(_("Uitleg"), 100)), _story(answer, read, today))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _pair_heads() -> Sequence[Head]:
    return (
        Head(_("Ouder"), 14),
        Head(_("Buddy"), 14),
        Head(_("Past (van 100)"), 10),
        Head(_("Wacht (weken)"), 10),
        Head(_("Waarom deze buddy"), 70),
        Head(_("Let op"), 45),
    )


def _pair(pair: Pair) -> Sequence[Value]:
    score = (pair.scored.score + OF_100 // 2) // OF_100
    return pair.parent, pair.buddy, score, pair.weeks, _sentences(pair.reasons), _sentences(pair.concerns)


def _without_heads() -> Sequence[Head]:
    return (
        Head(_("Ouder"), 14),
        Head(_("Wacht (weken)"), 10),
        Head(_("Waarom nog niemand"), 45),
        Head(_("Wat er in de weg staat"), 55),
        Head(_("Wat al zou helpen"), 55),
    )


def _without(one: Without) -> Sequence[Value]:
    helps = " ".join(near.words for near in one.near)
    nothing = _("Eén kleine verandering is niet genoeg. Zoek een nieuwe buddy.")
    return one.parent, one.weeks, one.why, _sentences(one.in_the_way), helps or nothing


def _load_heads() -> Sequence[Head]:
    return (
        Head(_("Buddy"), 14),
        Head(_("Heeft nu"), 12),
        Head(_("Krijgt erbij"), 12),
        Head(_("Heeft dan"), 12),
        Head(_("Wil hoogstens"), 14),
    )


def _insisted_heads() -> Sequence[Head]:
    return Head(_("Ouder"), 14), Head(_("Buddy"), 14), Head(_("Wat het kost"), 60), Head(_("Wie er verandert"), 70)


def _insisted(one: Insisted) -> Sequence[Value]:
    if one.why_not:
        reasons = ", ".join(one.why_not)
        return one.parent, one.buddy, _("Dit kan niet: {buddy} {reasons}.", buddy=one.buddy, reasons=reasons), ""
    moved = one.loss.moved if one.loss else {}
    moves = [plan_words.move(who, before or "", after or "") for who, (before, after) in moved.items()]
    return one.parent, one.buddy, plan_words.what_it_costs(one.loss), " ".join(moves)


def _story(answer: Answer, read: Workbook, today: date) -> Iterator[Sequence[Value]]:
    """How it was done, a line each: the numbers, in words, and what every rule counted for."""
    free = sum(max(0, one.most - one.before) for one in answer.loads)
    buddies = n_("{n} buddy", "{n} buddy's", len(answer.loads))
    yield _("Gerekend op"), f"{today:%d-%m-%Y}"
    yield _("Ouders"), _counted(len(answer.pairs), len(answer.without))
    yield _("Buddy's"), buddies + ", " + n_("samen {n} vrije plek", "samen {n} vrije plekken", free)
    yield from _in_words(answer)
    for rule in RULES:
        weight = answer.people.crowd.weights.get(rule.key, rule.weight)
        yield str(rule.label), _("Telt voor {n}. {help}", n=weight, help=rule.help)
    spread = _(
        "Telt voor {n}. Hoe hoger, hoe meer het werk over alle buddy's verdeeld wordt.",
        n=answer.people.crowd.load_weight,
    )
    yield _("Verdeling van het werk"), spread
    for sheet, column in read.unused:
        yield _("Niet gebruikt"), _("Blad “{sheet}”, kolom “{column}”", sheet=sheet, column=column)


def _in_words(answer: Answer) -> Iterator[Sequence[Value]]:
    how = _(
        "Zo veel mogelijk ouders krijgen een buddy. Wie langer wacht of meer haast heeft, gaat voor. Daarna telt "
        "hoe goed het past, en dat het werk eerlijk verdeeld is."
    )
    best = _(
        "Ja, dat is nagerekend. Geen enkele andere verdeling helpt meer ouders, laat wie langer wacht eerder aan "
        "de beurt komen, of past beter bij net zo veel ouders."
    )
    proof = _(
        "Opgeteld over deze koppelingen: {primal}. Het hoogste dat kan: {dual}. Dat is gelijk, dus beter kan niet.",
        primal=answer.best.primal,
        dual=answer.best.dual,
    )
    yours = _(
        "De punten zijn een hulpmiddel. Vraag eerst de buddy en dan de ouder of zij het willen. Allebei mogen zij "
        "nee zeggen."
    )
    yield _("Zo is er gekozen"), how
    yield _("Is dit de beste verdeling?"), best
    yield _("Het bewijs"), proof
    yield _("U beslist"), yours


def _counted(served: int, without: int) -> str:
    return _("{served} krijgen een buddy, {without} nog niet", served=number(served), without=number(without))


def _sentences(found: Sequence[str]) -> str:
    return " ".join(f"{one}." for one in found)
