"""What a check-in says between its questions: beside the data, wrapped between words."""

import shutil
import textwrap
from collections.abc import Iterable

from meso_cli.commands.support import terminal
from meso_cli.text import visible

_WIDEST = 80
_LOWEST = 4
_PROMPT = 3
"""Lines of a question, at most, on a narrow terminal."""


def tell(sentence: str, indent: str = "") -> None:
    """A sentence; its further lines are indented."""
    terminal.remark("\n".join(_wrapped(sentence, indent)))


def pages(sentences: Iterable[str], indent: str, heading: int = 2) -> list[list[str]]:
    """The sentences in parts of which each fits the terminal: what scrolled away was not shown."""
    parts: list[list[str]] = [[]]
    height, room = 0, max(_LOWEST, shutil.get_terminal_size().lines - heading - _PROMPT)
    for sentence in sentences:
        lines = len(_wrapped(sentence, indent))
        if parts[-1] and height + lines > room:
            parts.append([])
            height = 0
        parts[-1].append(sentence)
        height += lines
    return [part for part in parts if part]


def _wrapped(sentence: str, indent: str) -> list[str]:
    width = min(_WIDEST, shutil.get_terminal_size().columns)
    text = visible(sentence)
    spaces = sentence[: len(sentence) - len(sentence.lstrip())]
    return textwrap.wrap(
        spaces + text,
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
