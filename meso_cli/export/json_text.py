"""JSON as text, for every answer and export: readable in any script, harmless on a terminal."""

import json
from typing import Any, Final

from meso_cli.text import is_unfit

_ON_A_LINE: Final = json.JSONEncoder(ensure_ascii=False)
_INDENTED: Final = json.JSONEncoder(ensure_ascii=False, indent=2)


def dumps(value: Any) -> str:
    """`value` as JSON on one line."""
    return _harmless(_ON_A_LINE.encode(value))


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
