"""The seed article is whole in the guide: each of its facts is carried by the rows it belongs to."""

import pytest

from meso_cli.guide.checking.known import FACTS
from meso_cli.guide.words import read_words

INFECTION = [("signs", id) for id in ("fever", "pus", "bad-smell", "red-streaks", "spreading-redness")]

# Where each fact belongs (shared/seed-facts.md, third column), as rows of the words files.
CARRIED_BY: dict[str, list[tuple[str, str]]] = {
    "A1": [("about", "scope")],
    "A2": [("symptoms", "redness")],
    "A3": [("symptoms", "swelling")],
    "A4": [("symptoms", "flaking")],
    "A5": [("symptoms", "bruising"), ("modifiers", "deep")],
    "A6": [("rules", "outlasting")],
    "A7": [
        ("symptoms", "sensitivity"),
        ("restrictions", "hot-shower"),
        ("restrictions", "sauna"),
        ("restrictions", "new-products"),
        ("restrictions", "sun"),
    ],
    "A8": [*INFECTION, ("combinations", "infection-unwell"), ("combinations", "inflamed")],
    "A9": [("care", "follow-practitioner")],
    "A10": [("care", "moisturise")],
    "A11": [("restrictions", "sun"), ("care", "spf")],
    "A12": [("signs", "worried"), ("rules", "above-course")],
    "B1": [("symptoms", "redness"), ("symptoms", "swelling"), ("care", "moisturise")],
    "B2": [("restrictions", "actives"), ("care", "calming")],
    "B3": [("symptoms", "bleeding"), ("signs", "heavy-bleeding")],
    "B4": [("symptoms", "bruising"), ("before", "easy-bruising")],
    "B5": [("symptoms", "itching"), ("symptoms", "flaking"), ("care", "water"), ("care", "moisturise")],
    "B6": [("signs", "dark-patches"), ("modifiers", "pih_prone"), ("care", "spf")],
    "B7": [
        ("restrictions", "touching"),
        ("signs", "spreading-redness"),
        ("symptoms", "warmth"),
        ("signs", "pus"),
    ],
    "C1": [("phases", "proliferation"), ("phases", "remodelling")],
    "C2": [("symptoms", "redness")],
    "C3": [("symptoms", "swelling")],
    "C4": [("symptoms", "bruising")],
    "C5": [("symptoms", "pain")],
    "C6": [("symptoms", "flaking")],
    "C7": INFECTION,
    "C8": [("signs", "hives"), ("signs", "breathing"), ("signs", "throat-swelling"), ("before", "allergies")],
    "C9": [("signs", "grid-marks"), ("signs", "raised-scar"), ("restrictions", "picking")],
    "C10": [("signs", "dark-patches")],
    "C11": [("restrictions", "makeup")],
    "C12": [("restrictions", "harsh-cleanser"), ("care", "cleanse")],
    "C13": [
        ("care", "moisturise"),
        ("restrictions", "sun"),
        ("care", "spf"),
        ("care", "follow-practitioner"),
    ],
    "C14": [("before", "consult-first")],
    "D1": [("care", "follow-practitioner")],
    "D2": [("restrictions", "touching"), ("care", "cleanse"), ("restrictions", "exfoliation")],
    "D3": [("care", "water")],
    "D4": [("care", "moisturise")],
    "D5": [("restrictions", "sun"), ("care", "spf")],
    "D6": [("restrictions", "makeup")],
    "D7": [("symptoms", "swelling"), ("symptoms", "redness"), ("signs", "pus"), ("symptoms", "warmth")],
    "D8": [
        ("restrictions", "exercise"),
        ("restrictions", "hot-shower"),
        ("restrictions", "sauna"),
        ("care", "movement"),
    ],
    "D9": [("before", "qualified-practitioner")],
}


def test_every_fact_has_its_place() -> None:
    """The map above misses no fact of the article."""
    assert set(CARRIED_BY) == FACTS


@pytest.mark.parametrize(
    ("fact", "subject", "id"), [(fact, *row) for fact, rows in CARRIED_BY.items() for row in rows]
)
def test_a_fact_is_carried_where_it_belongs(fact: str, subject: str, id: str) -> None:
    """The row's words name the fact, and rest on the article that states it."""
    words = read_words(subject)[id]
    assert fact in words.facts
    assert "seed" in words.sources
