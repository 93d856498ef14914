"""Whether a question is about leaving a medicine off: "stop taking my aspirin", "come off warfarin"."""

from collections.abc import Container, Mapping, Sequence

from meso_cli.vocabulary.folding import Word
from meso_cli.vocabulary.language import OFF_AFTER, STOPPING
from meso_cli.vocabulary.names import Found


def row_about_stopping(
    words: Sequence[Word],
    found: Sequence[Found[tuple[str, ...]]],
    stopping: Mapping[str, str],
    ignored: Container[str],
) -> str | None:
    """The row that answers, where a word for leaving off stands before a medicine or closes the question.

    `stopping` has the row for each medicine; `ignored` words may stand between.
    """
    named = [(place, id) for name in found for place in name.places for id in name.meaning]
    rows = {place: stopping[id] for place, id in named if id in stopping}
    if not rows:
        return None
    stops = stops_in(words)
    content = [place for place, word in enumerate(words) if place in rows or word.text not in ignored]
    content = [place for place in content if place not in stops]
    for stop in stops:
        behind = [place for place in content if place > stop]
        beside = behind[0] if behind else content[-1] if content else -1
        if beside in rows:
            return rows[beside]
    return None


def stops_in(words: Sequence[Word]) -> set[int]:
    """The places of words for leaving something off: "stop", "skip", the last of "come off"."""
    return {
        place
        for place, word in enumerate(words)
        if word.text in STOPPING or (word.text == "off" and place and words[place - 1].text in OFF_AFTER)
    }
