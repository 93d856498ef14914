"""JSON as text, for every answer and export: readable in any script, harmless on a terminal."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final

from meso_cli.text import is_unfit

_ON_A_LINE: Final = json.JSONEncoder(ensure_ascii=False)
_QUOTED: Final = json.encoder.encode_basestring
_TOGETHER: Final = 32
"""Rows that are written by one format: few, because each may be as long as the longest note."""
_PART: Final = 64 * 1024
"""Characters of lines that are made fit and written together."""
_INDENTED: Final = json.JSONEncoder(ensure_ascii=False, indent=2)


def time_value(at: dt.datetime | None, zone: dt.tzinfo | None = None) -> str | None:
    """ISO 8601 with its offset, to the second; in `zone` where one is given."""
    if at is None:
        return None
    return (at.astimezone(zone) if zone else at).isoformat(timespec="seconds")


def dumps(value: Any) -> str:
    """`value` as JSON on one line."""
    return _harmless(_ON_A_LINE.encode(value))


def lines(rows: Iterable[tuple[tuple[str, ...], Sequence[Any]]]) -> Iterator[str]:
    """What `dumps` gives for each row of values under these keys; many lines a part, parted by `,\\n`.

    Rows that follow each other mostly have the very same keys.
    """
    part, size = list[str](), 0
    left = iter(rows)
    while some := [*islice(left, _TOGETHER)]:
        keys, values = zip(*some, strict=True)
        same = keys.count(keys[0]) == len(keys)
        texts = [_together(keys[0], values)] if same else [_together(key, [row]) for key, row in some]
        part += texts
        size += sum(map(len, texts))
        if size > _PART:
            yield _harmless(",\n".join(part))
            part, size = [], 0
    if part:
        yield _harmless(",\n".join(part))


def _together(keys: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """The lines of rows, written by one format: most of what they hold needs no look at each value."""
    members, values = [], []
    for key, column in zip(keys, zip(*rows, strict=True), strict=True):
        place, texts = _column(column)
        members.append(f"{_escaped(_ON_A_LINE.encode(key))}: {place}")
        if texts is not None:
            values.append(texts)
    line = f"{{{', '.join(members)}}}"
    return ",\n".join([line] * len(rows)) % tuple(chain.from_iterable(zip(*values, strict=True)))


def _column(values: Sequence[Any]) -> tuple[str, Sequence[Any] | None]:
    """How the values of a column stand in a format, and what goes there: None where they are all the same."""
    types = {*map(type, values)}
    if types == {type(None)}:
        return "null", None
    if types == {str}:
        if values.count(values[0]) == len(values):
            return _escaped(_QUOTED(values[0])), None
        together = "".join(values)
        if together.isprintable() and '"' not in together and "\\" not in together:
            return '"%s"', values
    if types == {int}:
        return "%d", values
    return "%s", [_QUOTED(value) if type(value) is str else _ON_A_LINE.encode(value) for value in values]


def _escaped(text: str) -> str:
    """A text that stands in a format as it is."""
    return text.replace("%", "%%")


def document(value: Any) -> str:
    """An answer: two spaces deep, ending in a newline."""
    return _harmless(_INDENTED.encode(value)) + "\n"


def _harmless(text: str) -> str:
    r"""What a terminal would act on stands as `\u` escapes, which is equal JSON.

    `json` itself escapes below U+0020 alone. DEL, C1, format characters, the line separators, lone
    surrogates and private code points are left to us.
    """
    if text.isascii():
        return text.replace("\x7f", r"\u007f")
    return text if text.replace("\n", "").isprintable() else text.translate(_ESCAPES)


class _Escapes(dict[int, str]):
    """What stands for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # A line feed that is not escaped already stands between values.
        self[code] = json.dumps(char)[1:-1] if is_unfit(char) and char != "\n" else char
        return self[code]


_ESCAPES = _Escapes()
