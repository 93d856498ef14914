"""Somebody's words, made fit to show."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meso_cli.text import REPLACEMENT, capitalised, inside, visible, visible_lines

JOINERS = "\u200c\u200d"


@pytest.mark.parametrize(
    "words",
    [
        "[bold]red[/bold]",
        "[/]",
        "[link=https://example.org]x[/link]",
        "calmer today, 2 of 4",
        "gerötet – brûlé",
        "أحمر قليلا",
        "皮膚が赤い",
        "🙂 👍🏽 ❤️ 👩\u200d⚕️ 🇩🇪",
        "می\u200cخواهم",
        REPLACEMENT,
        "",
    ],
)
def test_words_are_shown_as_they_are(words: str) -> None:
    """Markup is no markup, other scripts and emoji stay whole, joiners that they need too."""
    assert visible(words) == words


@pytest.mark.parametrize(
    "unfit",
    [
        "\x1b",  # ESC
        "\x07",  # bell
        "\x00",
        "\x08",  # backspace
        "\x7f",
        "\x9b",  # CSI, C1
        "\x80",
        "\u202e",  # right-to-left override
        "\u202a",
        "\u2066",  # isolate
        "\u2069",
        "\u200e",
        "\u200b",  # zero-width space
        "\ufeff",
        "\u00ad",  # soft hyphen
        "\udcff",  # what a shell gives for a byte that is not UTF-8
        "\ue000",
        "\U000e0041",  # tags hide text
    ],
)
def test_what_acts_on_a_terminal_is_replaced(unfit: str) -> None:
    """One sign for each, so that nobody is shown less than was written."""
    assert visible(f"a{unfit}b") == f"a{REPLACEMENT}b"
    assert visible(f"{unfit}[31mred") == f"{REPLACEMENT}[31mred"


@pytest.mark.parametrize(
    "space", ["\n", "\r\n", "\t", "\v", "\f", "\r", "\x85", "\u2028", "\u2029", "\u00a0", "\n\n ", "\x1c"]
)
def test_white_space_of_any_kind_is_one_space(space: str) -> None:
    """One line, without a gap at its ends."""
    assert visible(f"{space}a{space}b{space}") == "a b"


@pytest.mark.parametrize(
    ("words", "limit", "shown"),
    [
        ("redness", 7, "redness"),
        ("redness", 6, "redne…"),
        ("red again", 5, "red…"),
        ("red", 1, "…"),
        ("", 0, ""),
        ("a\n\nb", 3, "a b"),
    ],
)
def test_a_limit_cuts_and_says_so(words: str, limit: int, shown: str) -> None:
    """Cut to that many characters, the ellipsis among them; what fits is whole."""
    assert visible(words, limit) == shown


@given(st.text(st.characters(codec=None)), st.none() | st.integers(1, 40))
def test_whatever_is_written_comes_out_harmless(words: str, limit: int | None) -> None:
    """One line, nothing unfit, within the limit; and fit words are not changed again."""
    shown = visible(words, limit)
    assert limit is None or len(shown) <= limit
    assert not {category(char) for char in shown if char not in JOINERS} & {
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Zl",
        "Zp",
    }
    assert visible(shown, limit) == shown


def test_lines_stay_lines() -> None:
    """Line feeds and spaces are the screen's own; nothing else that acts is let through."""
    assert visible_lines("a\n  b\u00a0c\n") == "a\n  b\u00a0c\n"
    assert visible_lines("\x1b[2J\r\n\u2028") == f"{REPLACEMENT}[2J{REPLACEMENT}\n{REPLACEMENT}"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Swelling", "swelling"),
        ("A raised scar", "a raised scar"),
        ("Pimples, milia", "pimples, milia"),
        ("SPF 30+", "SPF 30+"),
        ("LED mask at home", "LED mask at home"),
        ("B5 serum", "B5 serum"),
        ("T-zone mask", "T-zone mask"),
        ("", ""),
    ],
)
def test_words_inside_a_sentence(words: str, shown: str) -> None:
    """The first letter is lowered, but not of what is written in capitals; `capitalised` gives it back."""
    assert inside(words) == shown
    assert capitalised(shown) == words
