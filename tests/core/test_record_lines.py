"""Lines that are parsed together give what each by itself gives."""

import io
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from meso_cli.errors import BadValue
from meso_cli.export import record_lines
from meso_cli.export.record_lines import RecordLines
from tests.searching import examples

USUAL = st.sampled_from(('{"a": 1},', '{"b": "x"},', '{"a": {}, "b": null},', '{"note": "ü\\n},"},'))
ODD = st.sampled_from(
    ("{},", "{}", "]}", "", " {},", "{},\r", '{"a": 1, "a": 2},', '{"a": NaN},', '{"a": [1]},', "1,", "[],",
     '{"a": "x},', '{", "b": 1},', "{}, {},", '{"a": {},', '"b": 1},', '{"a": {"b": 1},', '{"a": [{},',
     "{}]},", "{},,", '{"a": "\\ud800"},', "{}\u2028,", "{},}", "\\", '"')
)  # fmt: skip  # one list per line reads as the list it is
ENDS = st.sampled_from(("]}\n", "]}", "", "]}\n\n", "]}\nx", "]}x"))
LINES = st.lists(st.one_of(USUAL, USUAL, USUAL, ODD), max_size=12)


def told(document: bytes) -> tuple[list[tuple[str, Any]], str]:
    """The records with their places, and what was wrong in the end."""
    found: list[tuple[str, Any]] = []
    try:
        for batch in RecordLines(io.BytesIO(document)).batches():
            found += [(batch.place(index), record) for index, record in enumerate(batch.records)]
    except BadValue as error:
        return found, error.what
    return found, ""


@settings(
    max_examples=examples(200), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lines=LINES, end=ENDS, block=st.integers(1, 90))
# As many records as lines, and yet not one on each.
@example(lines=["{},", '{"a": "x},', '{", "b": 1},', "{}, {},", "{},"], end="]}\n", block=38)
@example(lines=["{},", '{"a": [{},', "{}]},", "{}, {},", "{},"], end="]}\n", block=31)
@example(lines=["{},", '{"a": {},', '"b": 1},', "{}, {},", "{},"], end="]}\n", block=33)
@example(lines=["1,", "{},"], end="]}\n", block=2)
def test_it_is_as_line_by_line(
    monkeypatch: pytest.MonkeyPatch, lines: list[str], end: str, block: int
) -> None:
    """The same records at the same lines, or the same word about the first line that is none."""
    document = "\n".join([*lines, end]).encode("utf-8", "surrogatepass")
    with monkeypatch.context() as patched:
        patched.setattr(record_lines, "_BLOCK", block)
        patched.setattr(record_lines, "_BY_ITSELF", 2)
        together = told(document)
        patched.setattr(record_lines, "_parsed", lambda _: None)
        assert together == told(document)


def test_usual_lines_are_parsed_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """All but those around what is unusual."""
    monkeypatch.setattr(record_lines, "_BLOCK", 100)
    monkeypatch.setattr(record_lines, "_BY_ITSELF", 3)
    together: list[Any] = []
    parsed = record_lines._parsed

    def counted(block: bytes) -> list[Any] | None:
        found = parsed(block)
        together.extend(found or ())
        return found

    monkeypatch.setattr(record_lines, "_parsed", counted)
    lines = ['{"a": 1},\n'] * 40 + ['{"a": [1]},\n'] + ['{"a": 1},\n'] * 39 + ['{"a": 1}\n']
    found, wrong = told("".join([*lines, "]}\n"]).encode())
    assert (len(found), wrong) == (81, "")
    assert len(together) > 60
