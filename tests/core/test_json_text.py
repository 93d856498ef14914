"""JSON as text: equal JSON, and harmless wherever it is shown."""

import json

from hypothesis import given
from hypothesis import strategies as st

from meso_cli.export.json_text import document, dumps, lines
from meso_cli.text import is_unfit

ANY = st.text(st.characters(codec=None))
# Those that stand for themselves, those that do not, and those that are equal but written in another way.
TEXT = st.sampled_from(("", "a", "b", "%s", '"', "\\", "ü", "\x7f", "\n"))
NUMBER = st.sampled_from((0, 1, 2, True, False, 1.0, 0.0, -0.0, 2**70))
VALUE = st.one_of(st.none(), TEXT, NUMBER, ANY, st.lists(ANY, max_size=2), st.floats(allow_nan=False))


@given(st.dictionaries(ANY, ANY | st.lists(ANY, max_size=3), max_size=3))
def test_it_reads_as_it_was_and_holds_nothing_that_acts(value: dict[str, object]) -> None:
    """Whatever was written, lone surrogates too, on one line or on several."""
    assert json.loads(dumps(value)) == value
    assert json.loads(document(value)) == value
    assert not [char for char in dumps(value) if is_unfit(char)]
    assert {char for char in document(value) if is_unfit(char)} == {"\n"}


def test_what_is_harmless_is_not_escaped() -> None:
    """In any script, with spaces of any width."""
    words = "gerötet, 皮膚が赤い 🙂 5\u00a0mm"
    assert dumps([words, "\x7f"]) == f'["{words}", "\\u007f"]'


@given(
    st.lists(ANY | st.just("%d"), min_size=1, max_size=3, unique=True),
    st.lists(st.tuples(TEXT, NUMBER, VALUE, st.integers(1, 40)), max_size=40),
)
def test_many_lines_are_as_each_by_itself(
    keys: list[str], rows: list[tuple[object, object, object, int]]
) -> None:
    """Whatever a column holds, and however often; a row with other keys in between is one by itself."""
    own, fewer, size = tuple(keys), tuple(keys[:1]), len(keys)
    placed = [(own, row[:size]) if row[3] > 1 else (fewer, row[:1]) for row in rows for _ in range(row[3])]
    told = ",\n".join(lines(placed))
    assert told == ",\n".join(dumps(dict(zip(key, row, strict=True))) for key, row in placed)
