"""The words of everyday English that lie one slip of the finger from a red flag's name.

`python -m tests.vocabulary.english WORDS` prints them, for a file with one word per line, the commonest
first; they stand in `data/microneedling/item_names.toml`, so that nobody who types one is alarmed.
"""

import sys
from pathlib import Path

from rapidfuzz.distance import OSA

from meso_cli.guide.reading import read_guide
from meso_cli.guide.words import read_item_names
from meso_cli.vocabulary.items import Items
from meso_cli.vocabulary.slips import SHORTEST

ITEMS = Items(read_guide(), read_item_names)


def alarming() -> frozenset[str]:
    """Every name of one word that brings the red-flag card, and is long enough to slip into."""
    single = (name for name in ITEMS.names if " " not in name and len(name) >= SHORTEST)
    return frozenset(name for name in single if brings_card(name))


def brings_card(name: str) -> bool:
    """Whether a name, typed as it stands, brings the card."""
    meant = ITEMS.names.whole(name)
    return meant is not None and (meant.kind == "alarm" or ITEMS.is_red_flag(meant.id))


def near_a_red_flag(words: list[str]) -> list[str]:
    """Those of the words that are a slip away from such a name, and name nothing themselves."""
    names = alarming()
    return [
        word
        for word in words
        if len(word) >= SHORTEST - 1
        and ITEMS.names.whole(word) is None
        and any(OSA.distance(word, name, score_cutoff=1) == 1 for name in names)
    ]


if __name__ == "__main__":
    listed = Path(sys.argv[1]).read_text("utf-8").split()
    print(*near_a_red_flag(listed), sep="\n")  # noqa: T201  # the command's output
