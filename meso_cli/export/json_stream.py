"""JSON of any layout, read a value at a time: the memory of one value is enough, and that is bounded."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO, Any, Final

LONGEST: Final = 16 * 1024 * 1024
"""Bytes or characters of one value. A note of a million characters takes up to twelve million as escapes."""
_CHUNK: Final = 64 * 1024
_MOST_STRUCTURE: Final = 256 * 1024
"""Characters of a value outside its texts: a list takes twenty times the memory of its two brackets."""
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_AFTER_A_VALUE: Final = frozenset(",:]} \t\r\n")
_TEXT: Final = re.compile(r'"[^"]*"?')


def loads(text: str) -> Any:
    """The value of a text, each key once and finite numbers only; `ValueError` otherwise."""
    _check_structure(text)
    try:
        value, end = _DECODER.raw_decode(text) if text[:1] in ("{", "[") else (None, -1)
        return value if end == len(text) else _DECODER.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


class Stream:
    """The values of a document in UTF-8, in their order. Every method raises `ValueError` for other bytes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = 0

    def next(self) -> str:
        """The next character that is no white space, which stays; empty at the end."""
        while True:
            if space := _SPACE.match(self._text, self._at):
                self._at = space.end()
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, char: str) -> None:
        """That very character."""
        if self.next() != char:
            raise ValueError(f"there is no {char}")
        self._at += 1

    def value(self) -> Any:
        """One whole value."""
        self.next()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError:
                raise ValueError("nested too deeply") from None
            except ValueError:
                if not self._more():
                    raise
                continue
            # "0." is read as a 0 with a point behind it: at the end of what is there a number may go on.
            if self._text[end : end + 1] in _AFTER_A_VALUE or not self._more():
                self._at = end
                return value

    def items(self) -> Iterator[Any]:
        """The items of an array."""
        self.take("[")
        more = self.next() != "]"
        while more:
            yield self.value()
            if more := self.next() == ",":
                self.take(",")
        self.take("]")

    def _more(self) -> bool:
        """Whether there was more to read; what was taken is let go of."""
        self._text, self._at = self._text[self._at :], 0
        if len(self._text) > LONGEST:
            raise ValueError("a value is too long")
        _check_structure(self._text)
        raw = self._file.read(max(_CHUNK, len(self._text)))
        self._text += self._decoder.decode(raw, final=not raw)
        return bool(raw)


def _check_structure(text: str) -> None:
    if len(text) <= _MOST_STRUCTURE:
        return
    bare = _TEXT.sub("", text.replace(r"\\", "").replace(r"\"", ""))
    if len(bare) > _MOST_STRUCTURE:
        raise ValueError("it holds too many values")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _finite(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_finite)
