"""Words made fit to show: somebody's, and ours."""

from collections.abc import Mapping

# Controls (C0, C1, DEL), formats (bidi overrides and isolates, zero-width), surrogates and
# private code points can move the cursor, hide text or turn it round.
_UNFIT = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
# Joins letters and emoji in several scripts; harmless and needed.
_JOINERS = "\u200c\u200d"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def visible(words: str, limit: int | None = None) -> str:
    """`words` on one line, without anything that a terminal would act on.

    White space of any kind becomes a single space; every unfit character becomes U+FFFD.
    With `limit`, a longer text is cut there and ends in an ellipsis.
    """
    line = " ".join(words.split())
    if limit is not None and len(line) > limit:
        return _fit(line[: max(0, limit - 1)].rstrip()) + "…"
    return _fit(line)


def visible_lines(text: str) -> str:
    """`text` with its line feeds and spaces, else as `visible`."""
    return "\n".join(map(_fit, text.split("\n")))


def is_unfit(char: str) -> bool:
    """Whether a character can move the cursor, hide text or turn it round."""
    from unicodedata import category  # a table that plain text does not need

    return category(char) in _UNFIT


def ended(sentence: str) -> str:
    """A sentence that another one may follow: with its full stop, where it has no end yet."""
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def inside(words: str) -> str:
    """Words inside a sentence: "Swelling" and "A raised scar" in lower case, "LED mask" as it is written."""
    second = words[1:2]
    return words[:1].lower() + words[1:] if second.islower() or second.isspace() else words


def counted(number: int, one: str, more: str | None = None) -> str:
    """`1 entry`, `2 entries`; without `more` the plural takes an s."""
    return f"{number} {one if number == 1 else more or f'{one}s'}"


def capitalised(words: str) -> str:
    """Words as a sentence begins: the first letter as a capital, the others as they are."""
    return words[:1].upper() + words[1:]


def counts_words(counts: Mapping[str, int]) -> str:
    """What a database holds, from its counts per table."""
    return f"{counted(counts['treatments'], 'treatment')}, {counted(counts['entries'], 'entry', 'entries')}"


def _fit(line: str) -> str:
    return line if line.isprintable() else line.translate(_FIT)


class _Fit(dict[int, str]):
    """What is shown for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = REPLACEMENT if char not in _JOINERS and is_unfit(char) else char
        return self[code]


_FIT = _Fit()
