"""JSON as text: equal JSON, and harmless wherever it is shown."""

import json

from hypothesis import given
from hypothesis import strategies as st

from meso_cli.export.json_text import document, dumps
from meso_cli.text import is_unfit

ANY = st.text(st.characters(codec=None))


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
