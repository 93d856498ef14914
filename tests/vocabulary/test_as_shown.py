"""What a screen shows of a red flag can be typed as it stands there; inability brings the card."""

import re

import pytest

from meso_cli.commands.support.vocabulary import items_of
from meso_cli.guide.files import guide_folder
from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.views.urgent import WITHOUT_GUIDE, serious_line
from meso_cli.vocabulary.checkin import Checkin, read_checkin
from meso_cli.vocabulary.language import UNABLE
from meso_cli.wording.contacts import Contacts
from meso_cli.wording.values import said_words

GUIDE = read_guide()
ITEMS = items_of(GUIDE)
SIGNS = read_words("signs")
RED_FLAGS = [row for row in GUIDE.signs.values() if row.is_red_flag]
TITLES = [(row.id, said) for row in RED_FLAGS for said in (row.label, SIGNS[row.id].title or row.label)]
ASKED = [(row.id, SIGNS[row.id].asked or row.label) for row in RED_FLAGS]
INSTEAD = read_words("about")["call-instead"].text or ""


def read(words: str) -> Checkin:
    return read_checkin([words], ITEMS)


def without_tail(said: str) -> str:
    """Without what stands in brackets, or behind ", or" and the like."""
    return re.sub(r"(?:,|:)\s+(?:or|even if)\b.*", "", re.sub(r"\s*\([^)]*\)", "", said)).rstrip("?")


def card_lines() -> list[str]:
    """Every thing to call for, or to see a doctor about, on any card."""
    kept = (guide_folder() / "urgent.txt").read_text("utf-8")
    lines = [line[2:] for line in kept.splitlines() if line.startswith("- ")]
    without = re.findall(r"for (.*?)\.", " ".join(WITHOUT_GUIDE.split()))
    serious = serious_line(Contacts()).partition("urgent. ")[2].partition(": call")[0].split(", ")
    parts = [part for line in (*lines, INSTEAD) for part in line.split("; ")]
    return list(dict.fromkeys((*parts, *without, *serious)))


@pytest.mark.parametrize(("sign", "said"), TITLES)
def test_a_title_and_a_label_are_the_sign(sign: str, said: str) -> None:
    """Whole: nothing is left over, and no other red flag is named; a no takes it back."""
    for words in (said, said.upper(), without_tail(said), f"{said}=yes", f"{said}: yes"):
        found = read(words)
        assert (found.red_flags, found.is_whole) == ((sign,), True), (words, found)
    for words in (f"{said}=no", f"no {said}", f"no: {said}"):
        found = read(words)
        assert (found.red_flags, found.understood) == ((), (f"{sign}=no",)), (words, found)


@pytest.mark.parametrize(("sign", "said"), ASKED)
def test_a_short_question_brings_the_card_of_its_sign(sign: str, said: str) -> None:
    """As the check-in asks it, with and without its tail, at once or as the shell parts it."""
    for words in (said, said.rstrip("?"), said.lower(), without_tail(said)):
        assert sign in read(words).red_flags, words
        assert sign in read_checkin(words.split(), ITEMS).red_flags, words


@pytest.mark.parametrize("said", card_lines())
def test_a_line_of_a_card_brings_the_card(said: str) -> None:
    """With and without what stands in brackets."""
    for words in (said, without_tail(said)):
        assert read(words).needs_card, words


@pytest.mark.parametrize(
    ("sign", "verb"), [(sign, verb) for sign, verbs in ITEMS.spoken.unable.items() for verb in verbs]
)
def test_inability_reports_the_sign(sign: str, verb: str) -> None:
    """ "Cannot breathe", "could not stop the bleeding": it never denies."""
    for word in sorted(UNABLE):
        found = read(f"{word} {verb}")
        assert sign in found.red_flags, (word, verb, found)
        assert f"{sign}=no" not in found.to_repeat


@pytest.mark.parametrize("item", [*GUIDE.symptoms, *GUIDE.signs])
def test_what_the_answers_say_can_be_typed(item: str) -> None:
    """ "redness 1 mild", "fever yes", as answers, status and history word an observation."""
    for value in range(5 if item in GUIDE.symptoms else 2):
        found = read(said_words(item, value, None, GUIDE))
        assert found.is_whole, found
        assert [(seen.item, seen.value) for seen in found.observations] == [(item, value)]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("none: redness, swelling", {"redness": 0, "swelling": 0}),
        ("redness 1 mild · small scabs 2 moderate · none: swelling, warmth · no: fever, pus",
         {"redness": 1, "scabs": 2, "swelling": 0, "warmth": 0, "fever": 0, "pus": 0}),
        ("redness 2 moderate; none: pain; no: fever; pus", {"redness": 2, "pain": 0, "fever": 0, "pus": 1}),
        ("none: redness, swelling pus", {"redness": 0, "swelling": 0, "pus": 1}),
        ("no: Swollen tongue, lips or throat, fever", {"throat-swelling": 0, "fever": 0}),
    ],
)  # fmt: skip
def test_a_line_of_history_can_be_typed(words: str, kept: dict[str, int]) -> None:
    """What was there and what was not, in one line or parted by the shell; a list ends with its commas."""
    for typed in ([words], words.split(" ")):
        found = read_checkin(typed, ITEMS)
        assert found.is_whole, found
        assert {seen.item: seen.value for seen in found.observations} == kept


@pytest.mark.parametrize(
    "words",
    ["rash is fading", "rash not faded yet", "not bleeding stopped yesterday", "bleeding stopped",
     "cannot see any swelling", "the rash on my neck", "spf 50", "light was lovely"],
)  # fmt: skip
def test_what_is_only_near_it_brings_no_card(words: str) -> None:
    """The same words in another order or form say another thing."""
    assert not read(words).needs_card


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        *((words, "collapse") for words in (
            "passed out for 10 minutes", "faint for 20 min", "passed out for an hour",
            "fainted for half an hour",
            "I fainted for about five minutes", "passed out 10 mins", "fainted, for more than a minute",
        )),
        *((words, "faint") for words in (
            "passed out", "passed out for 30 seconds", "fainted for a few seconds",
            "fainted for less than a minute", "brief faint",
            "fainted for half a minute", "fainted 5 minutes after the cream",
        )),
    ],
)  # fmt: skip
def test_a_faint_that_goes_on_is_a_collapse(words: str, sign: str) -> None:
    """Awake within a minute is a faint; everything more is a collapse, for which one calls."""
    assert read(words).red_flags == (sign,)


def test_a_faint_some_time_ago_keeps_its_time() -> None:
    """When it was is not how long it was."""
    found = read("fainted 10 minutes ago")
    assert (found.red_flags, found.at) == (("faint",), "10 minutes ago")
