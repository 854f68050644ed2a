"""Invented people: first names from everywhere, mail addresses that exist nowhere."""

from random import Random

FIRST_NAMES = (
    "Anouk", "Bas", "Chantal", "Daan", "Esra", "Fatima", "Gijs", "Hanneke", "Ilse", "Jeroen", "Karin", "Layla",
    "Marieke", "Mehmet", "Nadia", "Olga", "Petra", "Quinten", "Roos", "Sanne", "Tamara", "Umut", "Vera",
    "Wouter", "Yasmin", "Zosia", "Amira", "Bianca", "Corine", "Dennis", "Ellen", "Floor", "Gerda", "Hassan",
    "Inge", "Joke", "Kim", "Linda", "Monique", "Noor", "Patricia", "Rachid", "Saskia", "Tineke", "Willemijn",
    "Yvonne",
)  # fmt: skip
FAMILY_NAMES = (
    "de Vries", "Bakker", "Visser", "Smit", "Meijer", "de Boer", "Mulder", "Bos", "Vos", "Peters", "Hendriks", "Dekker",
    "Kok", "Schouten", "Yılmaz", "El Amrani", "Kowalska", "van Dam", "Groen", "Kuiper",
)  # fmt: skip


def first_name(chance: Random) -> str:
    return chance.choice(FIRST_NAMES)


def full_name(chance: Random) -> str:
    return f"{chance.choice(FIRST_NAMES)} {chance.choice(FAMILY_NAMES)}"


def mail(name: str, number: int) -> str:
    """An address under `.example`, which by agreement never exists (RFC 2606)."""
    plain = "".join(sign for sign in name.casefold() if sign.isascii() and sign.isalpha())
    return f"{plain}{number}@ouder.example"


def phone(number: int) -> str:
    """A number that looks like one; no letter or call ever goes to it from here."""
    return f"06 1000 {number % 10000:04d}"
