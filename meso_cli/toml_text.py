"""TOML from somebody's hand, read within bounds: an endless key takes `tomllib` seconds and gigabytes."""

import re
import tomllib
from typing import Any, Final

_MOST_PARTS: Final = 20
_PART: Final = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_ENDLESS_KEY: Final = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{_MOST_PARTS}}}")


def parsed(text: str) -> dict[str, Any]:
    """The tables of a text; `ValueError` says why where it cannot be read."""
    if found := _ENDLESS_KEY.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise ValueError(f"a key of more than {_MOST_PARTS} parts (at line {line})")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
