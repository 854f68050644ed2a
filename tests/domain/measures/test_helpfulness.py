"""Answers at the start and at the end laid beside each other, parent by parent."""

from domain.measures.helpfulness import by_question
from store.queries.buddying.measures import Helped

QUESTIONS = {"next_step": "Ik weet wat ik kan doen.", "understood": "Er is iemand die mij begrijpt."}


def test_only_who_answered_a_question_twice_counts_for_it() -> None:
    answers = [
        Helped({"next_step": 2, "understood": 1}, {"next_step": 4}),
        Helped({"next_step": 3}, {"next_step": 3, "understood": 5}),
        Helped({"next_step": 4}, {"next_step": 3}),
    ]

    found = by_question(answers, QUESTIONS)

    step = found["Ik weet wat ik kan doen."]
    assert step
    assert (step.n, step.up, step.down, step.first, round(step.last, 2)) == (3, 1, 1, 3.0, 3.33)
    assert found["Er is iemand die mij begrijpt."] is None
