"""Who says each number of a topic: a source, named here a second time, or we, which its words say."""

import pytest

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.guide import Topic
from meso_cli.views.can import UNSOURCED
from tests.conftest import World

TOPICS = read_guide().topics()
WORDS = read_words("topics")
# The hours that a source names, as the sheet, trial or paper says them; all others are ours.
SAID = {
    "moisturiser": {24},  # an NHS sheet: nothing but the given gel for 24 hours
    "minoxidil": {24},  # the same sheet
    "hair-wash": {24},  # the same sheet, of a scalp
    "petrolatum": {48},  # a clinic's sheet after radio-frequency needling
    "radiant-heat": {48},  # the article, of hot showers and saunas
    "fragrance": {48},  # a clinic's sheet
    "spicy-food": {24, 48},  # a clinic's sheet: none for 24 to 48 hours
    "injectables": {168, 336},  # experts on combined treatments
}


def numbers(topic: Topic) -> set[float]:
    every = (topic.earliest, topic.until, *topic.extended.values())
    return {hours for hours in every if hours}


@pytest.mark.parametrize("id", TOPICS)
def test_each_number_is_somebodys_or_ours(id: str) -> None:
    """What no source says is derived, and its words say that it is ours."""
    assert SAID.get(id, set()) <= numbers(TOPICS[id])
    if numbers(TOPICS[id]) - SAID.get(id, set()):
        assert WORDS[id].derived
    if id in SAID:
        assert WORDS[id].sources


@pytest.mark.parametrize("id", [id for id in TOPICS if not WORDS[id].sources])
def test_a_topic_without_a_source_says_so(treated: World, id: str) -> None:
    """To the person, in `can` and in `why`, with what is ours in it."""
    assert WORDS[id].derived
    for command in ("can", "why"):
        answer = treated.meso(command, id)
        assert UNSOURCED in " ".join(answer.out.split()), answer
