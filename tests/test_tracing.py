"""`data/TRACE.md`: from each rule to its numbers, its sources and the diaries that exercise it."""

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_words
from meso_cli.model.records import HISTORY
from tests.tracing import FILE, exercised, trace

GUIDE = read_guide()
RULES = [
    *(("signs", id) for id in GUIDE.signs),
    *(("symptoms", id) for id in GUIDE.symptoms),
    *(("combinations", id) for id in GUIDE.combinations),
    *(("restrictions", id) for id in GUIDE.restrictions),
    *(("rules", id) for id in read_words("rules")),
    *(("modifiers", id) for id in read_words("modifiers")),
    *(("history", fact) for fact in HISTORY),
]


def test_the_trace_is_as_the_data_and_the_diaries_are() -> None:
    """A number, a source or a diary that changed shows in the table: python -m tests.tracing."""
    assert FILE.read_text("utf-8") == trace()


def test_every_rule_stands_in_it() -> None:
    """Each row once, with its sources."""
    lines = FILE.read_text("utf-8").splitlines()
    for _, id in RULES:
        assert any(line.startswith(f"| {id} | ") for line in lines), id


def test_every_rule_is_exercised() -> None:
    """By a diary at least, so that no rule rests on its code alone."""
    found = exercised()
    assert [rule for rule in RULES if not found.get(rule)] == []
