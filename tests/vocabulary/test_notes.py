"""What a note names: told, never recorded, and never taken for less than it says."""

import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_item_names
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.notes import Noted, read_note

GUIDE = read_guide()


def noted(note: str, *logged: str) -> Noted:
    return read_note(note, Items(GUIDE, read_item_names), frozenset(logged))


@pytest.mark.parametrize(
    ("note", "to_log", "red_flags"),
    [
        ("pus on my cheek and fever 39", ("pus", "fever=39"), ("pus", "fever")),
        ("Fever of 38.5, felt awful", ("fever=38.5",), ("fever",)),
        ("no fever, pus on the chin", ("fever=no", "pus"), ("pus",)),
        ("no pus or fever", ("pus=no", "fever=no"), ()),
        ("no redness but pus", ("pus",), ("pus",)),
        ("not breathing well", ("breathing",), ("breathing",)),
        ("it is oozing", ("pus",), ()),
        ("bad smell from the chin", ("bad-smell",), ("bad-smell",)),
        ("temperature 36.8", (), ()),
        ("my cold sores are back", (), ()),
        ("campus, feverfew tea, pushed too hard", (), ()),
        ("a calm day", (), ()),
    ],
)
def test_red_flags_in_a_note(note: str, to_log: tuple[str, ...], red_flags: tuple[str, ...]) -> None:
    """Whole words; a denial holds for its clause; the card is for a sign's own name alone."""
    found = noted(note)
    assert (found.to_log, found.red_flags) == (to_log, red_flags)


def test_a_word_of_alarm_says_what_to_look_for() -> None:
    """ "infected" is no sign."""
    assert noted("I think it is infected").look_for[:2] == ("pus", "fever")
    assert noted("nothing of the kind").look_for == ()


def test_what_is_logged_beside_the_note_is_not_told_again() -> None:
    """The entry says it already."""
    assert noted("pus on my cheek", "pus") == Noted()
