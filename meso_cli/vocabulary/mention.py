"""What a sentence says about an item, and about all of them."""

from meso_cli.values import NamedTuple


class Mention(NamedTuple):
    """One item that was named, at `places`.

    `value` is what was said of it, as it would follow a =; None where it was only named. `how` says
    what stands in the way of recording that: "unclear" a degree without a grade, "changed" a
    direction without a grade, "gone" the end of a red flag that was not denied outright.
    """

    item: str
    places: tuple[int, ...]
    value: str | None = None
    is_denied: bool = False
    how: str | None = None


class Mentions(NamedTuple):
    """All mentions of a sentence; `alarms` are its words of alarm, `left` the places of what was not read.

    `others` are those of them that are known to name another thing: no slip of anything.
    """

    named: tuple[Mention, ...]
    alarms: tuple[str, ...]
    left: tuple[int, ...]
    others: frozenset[int] = frozenset()
