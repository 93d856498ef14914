"""What people really type, held against a collection: how much is understood, nothing that was not said."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from meso_cli.commands.support.vocabulary import items_of, topics_named
from meso_cli.guide.reading import read_guide
from meso_cli.vocabulary.checkin import Checkin, read_checkin
from meso_cli.vocabulary.questions import read_question

HERE = Path(__file__).parent
PHRASES: dict[str, dict[str, Any]] = tomllib.loads((HERE / "phrases.toml").read_text("utf-8"))
EVERYDAY = (HERE / "everyday.txt").read_text("utf-8").split()
ITEMS = items_of(read_guide())
TOPICS = topics_named(read_guide())
ENOUGH = 0.95


def judged_question(words: str, meant: list[str]) -> str:
    """Whether the rows that were found are among those that may answer."""
    found = read_question(words, TOPICS)
    named = {*found.ids} or {*TOPICS.ambiguous.get(words, ())}
    return "right" if named & {*meant} else "another rule" if named else "no answer"


def judged_log(words: str, items: list[str], *, card: bool) -> str:
    """Whether the card comes as it must, and nothing is recorded that was not said."""
    found = read_checkin(words.split(), ITEMS)
    meant = {item.partition("=")[0] for item in items}
    if found.needs_card != card:
        return "silent" if card else "false card"
    if found.is_whole and not found.is_calm:
        kept = {seen.item for seen in found.observations}
        values = {f"{seen.item}={seen.value}" for seen in found.observations}
        said = {item for item in items if "=" in item}
        return "right" if kept <= meant and said <= values else "recorded wrong"
    return "right" if named_in(found) & meant else "no help"


def named_in(found: Checkin) -> set[str]:
    """Every item that the answer to an unfinished check-in names."""
    every = (*ITEMS.guide.symptoms, *ITEMS.guide.signs)
    looked_for = {sign for alarm in found.alarms for sign in ITEMS.spoken.alarms[alarm]}
    asked = {item for problem in found.problems for item in every if item in problem.why}
    named = {seen.item for seen in found.observations} | {guess.item for guess in found.guesses}
    return looked_for | asked | named | {*found.red_flags} | ({"--none"} if found.is_calm else set())


@pytest.mark.parametrize("command", ["can", "log"])
def test_most_of_what_people_type_is_understood(command: str) -> None:
    """At least 95 in a hundred; a red flag is never passed over, and nothing else brings its card."""
    verdicts = {
        words: judged_question(words, meant) if command == "can" else judged_log(words, **meant)
        for words, meant in PHRASES[command].items()
    }
    shares = Counter(verdicts.values())
    wrong = {words: verdict for words, verdict in verdicts.items() if verdict != "right"}
    said = f"{command}: {shares['right']} of {len(verdicts)} right; {wrong}"
    assert shares["right"] >= ENOUGH * len(verdicts), said
    assert not {"silent", "false card", "recorded wrong"} & {*shares}, said


def test_there_are_five_hundred_everyday_words() -> None:
    """Each of them once."""
    assert len(EVERYDAY) == len({*EVERYDAY}) == 500


@pytest.mark.parametrize("word", EVERYDAY)
def test_an_everyday_word_brings_nothing(word: str) -> None:
    """No card, and nothing recorded."""
    found = read_checkin([word], ITEMS)
    assert (found.needs_card, found.observations) == (False, ())
