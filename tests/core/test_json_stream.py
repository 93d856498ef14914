"""JSON of any layout, a value at a time: what it reads, what it refuses, what it may cost."""

import io
import json
import tracemalloc
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meso_cli.export.json_stream import Stream, loads

VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


class Trickle(io.BytesIO):
    """A file that never gives more than three bytes at once."""

    def read(self, size: int | None = -1) -> bytes:
        """As any file, but in small pieces."""
        return super().read(3 if size is None or size < 0 else min(3, size))


@given(st.lists(VALUES, max_size=5), st.sampled_from([None, 0, 2]), st.booleans())
def test_every_item_is_read_wherever_a_piece_ends(values: list[Any], indent: int | None, ascii: bool) -> None:
    """A number, an escape, a character of several bytes may each be cut by the end of what is there."""
    try:
        raw = json.dumps(values, indent=indent, ensure_ascii=ascii).encode()
    except UnicodeEncodeError:  # half of a surrogate pair is no text
        return
    stream = Stream(Trickle(raw))
    assert list(stream.items()) == values
    assert stream.next() == ""


@pytest.mark.parametrize(
    "text", ["[1,]", "[1 2]", "[", "[1", "", "1", '["a]', "[NaN]", '[{"a": 1, "a": 2}]', "[tru]"]
)
def test_what_is_no_array_is_refused(text: str) -> None:
    """By the one kind of error that a caller has to know."""
    with pytest.raises(ValueError):  # noqa: PT011  # which one, json words
        list(Stream(io.BytesIO(text.encode())).items())


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "NaN", '{"a": 1, "a": 2}', "[" + "[]," * 500_000 + "[]]", ""]
)
def test_a_single_value_has_the_same_bounds(text: str) -> None:
    """Depth, numbers that are none, keys that stand twice, more values than any record has."""
    with pytest.raises(ValueError):  # noqa: PT011  # which one, json words
        loads(text)


def test_a_long_text_is_not_many_values() -> None:
    """Whatever stands in it: brackets, quotes and backslashes inside a text are its own."""
    text = json.dumps(['[{,\\"' * 1_000_000])
    assert loads(text) == json.loads(text)


@pytest.mark.parametrize(
    "hostile",
    [
        b"[[" + b"[]," * 20_000_000,
        b'[["' + b"a" * 7_900_000 + b'",' + b"[]," * 10_000_000,
        b'["' + b"a" * 40_000_000,
    ],
    ids=["lists", "lists behind a text", "a text"],
)
def test_no_document_takes_much_memory(hostile: bytes) -> None:
    """Sixty megabytes that would become a gigabyte are refused on the way."""
    file = io.BytesIO(hostile)
    tracemalloc.start()
    with pytest.raises(ValueError, match="too"):
        list(Stream(file).items())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000
