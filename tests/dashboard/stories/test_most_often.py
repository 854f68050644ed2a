"""What the title of the common thread may claim: never more than rounded and hidden numbers can tell."""

from dashboard.parts.stories.most_often import most_often
from domain.stories.common_thread import ThemeTold, Thread
from trends.disclosure import SENSITIVE_THRESHOLD, THRESHOLD, Protected, Sum, total

NOTHING: tuple[str, ...] = ()


def theme(name: str, stories: int | None, threshold: int = THRESHOLD) -> ThemeTold:
    now = total([Protected(stories, threshold)])
    return ThemeTold(name.lower(), name, "", (), now, None, NOTHING, (), NOTHING, ())


def thread(*themes: ThemeTold) -> Thread:
    return Thread(2025, Sum(38, 42, 40), themes, (), {}, {})


def test_one_theme_that_is_surely_the_largest_is_named() -> None:
    assert most_often(thread(theme("Wachten", 15), theme("Pesten", 10))) == ("Het vaakst: Wachten", "")


def test_themes_that_share_the_first_place_are_named_together() -> None:
    found = most_often(thread(theme("Wachten", 15), theme("Pesten", 15), theme("Plan", 15), theme("Taxi", 10)))

    assert found == ("Het vaakst: Wachten, Pesten en Plan, ongeveer even vaak", "")


def test_a_first_place_that_many_share_says_how_many() -> None:
    found = most_often(thread(*(theme(f"Thema {n}", 5) for n in range(4))))

    assert found == ("Het vaakst: 4 thema's, ongeveer even vaak", "")


def test_a_hidden_theme_with_the_higher_threshold_may_be_larger() -> None:
    title, known = most_often(thread(theme("Wachten", 5), theme("Geweld", None, SENSITIVE_THRESHOLD)))

    assert title == "Het vaakst van wat wij mogen tonen: Wachten"
    assert known == "Een thema zonder getal kan vaker voorkomen."


def test_a_hidden_theme_that_can_only_be_smaller_changes_nothing() -> None:
    small = theme("Plan", None), theme("Geweld", None, SENSITIVE_THRESHOLD)

    assert most_often(thread(theme("Wachten", 15), *small)) == ("Het vaakst: Wachten", "")


def test_without_a_number_nothing_is_claimed() -> None:
    assert most_often(thread(theme("Plan", None))) == ("Elk thema is nog te klein om te tonen", "")
