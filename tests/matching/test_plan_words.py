"""What it would cost to insist on a pair, in words."""

import pytest

from matching.everybody import solve
from matching.forced import Forced, forced
from matching.plan_words import what_it_costs, who_moves
from tests.matching.crowds import asker, crowd, offer
from tests.matching.people import HEILOO

NOBODY_MOVES: dict[str, tuple[str | None, str | None]] = {}
ONE_MOVES: dict[str, tuple[str | None, str | None]] = {"2": ("7", "8")}


@pytest.mark.parametrize(
    ("loss", "said"),
    [
        (None, "Dit kan niet: deze buddy heeft geen plek meer."),
        (Forced(1, 4, 0, NOBODY_MOVES), "Dan krijgt 1 ouder geen buddy."),
        (Forced(2, 9, 0, NOBODY_MOVES), "Dan krijgen 2 ouders geen buddy."),
        (
            Forced(0, 3, 0, NOBODY_MOVES),
            "Dan gaat een ouder die korter wacht voor op een ouder die langer wacht of meer haast heeft.",
        ),
        (Forced(0, 0, 0, NOBODY_MOVES), "Voor andere ouders verandert er niets. Samen past het even goed."),
        (
            Forced(0, 0, 30, ONE_MOVES),
            "Dan krijgt 1 ouder een andere buddy. Samen past het een klein beetje minder goed.",
        ),
        (Forced(0, 0, 120, ONE_MOVES), "Dan krijgt 1 ouder een andere buddy. Samen past het minder goed."),
        (
            Forced(0, 0, 900, NOBODY_MOVES),
            "Voor andere ouders verandert er niets. Samen past het veel minder goed.",
        ),
    ],
)
def test_the_cost_is_said_by_its_heaviest_level(loss: Forced | None, said: str) -> None:
    assert what_it_costs(loss) == said


def test_who_moves_is_named() -> None:
    parents, buddies = {2: "Joris"}, {7: "Anneke", 8: "Bart"}

    assert who_moves(Forced(0, 0, 0, ONE_MOVES), parents, buddies) == ("Joris krijgt dan Bart in plaats van Anneke.",)
    assert who_moves(Forced(1, 1, 0, {"2": ("7", None)}), parents, buddies) == (
        "Joris krijgt dan geen buddy (nu Anneke).",
    )
    assert who_moves(Forced(0, 1, 0, {"2": (None, "8")}), parents, buddies) == (
        "Joris krijgt dan wel een buddy: Bart.",
    )


def test_insisting_on_the_buddy_of_another_parent_costs_what_the_other_loses() -> None:
    solved = solve(crowd(asker(1), asker(2, refused_buddies=frozenset({8})), offer(7), offer(8, place=HEILOO)))

    assert what_it_costs(forced(solved.problem, solved.best, "1", "7")) == "Dan krijgt 1 ouder geen buddy."
