"""JSON as text, for every answer and export: readable in any script, harmless on a terminal."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from meso_cli.text import is_unfit

_ON_A_LINE: Final = json.JSONEncoder(ensure_ascii=False)
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
    """What `dumps` gives for each row of values under these keys; many lines per part, parted by `,\\n`.

    Rows that follow each other mostly have the very same keys.
    """
    quoted, part, size = json.encoder.encode_basestring, list[str](), 0
    last: tuple[str, ...] = ()
    template = ""
    for keys, row in rows:
        if keys is not last:
            last, template = keys, _template(keys)
        line = template % tuple(
            [
                quoted(value) if type(value) is str else "null" if value is None else _ON_A_LINE.encode(value)
                for value in row
            ]
        )
        part.append(line)
        size += len(line)
        if size > _PART:
            yield _harmless(",\n".join(part))
            part, size = [], 0
    if part:
        yield _harmless(",\n".join(part))


def _template(keys: Sequence[str]) -> str:
    """The line of a mapping with these keys, with a place for each value."""
    places = (_ON_A_LINE.encode(key).replace("%", "%%") + ": %s" for key in keys)
    return f"{{{', '.join(places)}}}"


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
