"""What every screen is made of. Content is decided once; two renderers draw it.

`meso_cli.views.terminal` draws blocks with Rich, `meso_cli.views.plain` as labelled lines. A
role says what a text means; colour is the terminal's business and never carries meaning alone.

A block takes any words, whoever wrote them: both renderers draw what `shown` makes of it.
"""

from collections.abc import Iterable
from typing import Any, Literal

from meso_cli.text import visible
from meso_cli.values import NamedTuple

Role = Literal["", "title", "muted", "emergency", "urgent", "contact", "watch", "avoid", "caution", "good"]


class Headline(NamedTuple):
    """What the screen is about: the day, then what it is of."""

    text: str
    aside: str = ""
    below: str = ""


class Say(NamedTuple):
    """A sentence."""

    text: str
    role: Role = ""


class Row(NamedTuple):
    """A label and what belongs to it. `narrow`: its text in few words, for a terminal with little room."""

    label: str
    text: str
    aside: str = ""
    role: Role = ""
    narrow: str = ""


class Section(NamedTuple):
    """Labelled rows under a title. `is_prose`: they are sentences, as wide as the terminal."""

    title: str
    rows: tuple[Row, ...]
    role: Role = ""
    is_prose: bool = False


class Grid(NamedTuple):
    """A table of short cells; the first names the row. `roles` colours one row each.

    `below`: the last cell of a row may be long, and has a line of its own.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    roles: tuple[Role, ...] = ()
    below: bool = False


class Item(NamedTuple):
    """One thing on a card: what it is, then lines about it."""

    title: str
    lines: tuple[str, ...]


class Card(NamedTuple):
    """Warnings of one tier: what to do and whom to call, said once, what each is about.

    `otherwise` is whom to ask where nobody answers, `text` what the tier asks for in full; `also_tell`
    is whom to tell besides those to call.
    """

    role: Role
    tier: str
    todo: str
    contacts: str
    items: tuple[Item, ...]
    also_tell: tuple[str, ...] = ()
    otherwise: str = ""
    text: str = ""

    @property
    def what_to_do(self) -> str:
        """ "Contact your practitioner today: Dr Lee (if you cannot reach them: a doctor or pharmacist)" """
        asked = f"{self.todo}: {self.contacts}" if self.contacts else self.todo
        return f"{asked} ({self.otherwise})" if self.otherwise else asked

    @property
    def heading(self) -> str:
        """ "URGENT · See a doctor today: NHS 111" """
        return f"{self.tier} · {self.what_to_do}"


class Alarm(NamedTuple):
    """A red flag that stands: what to do and whom to call, what was asked beside it, what to do, why.

    `is_opened`: the verdict stands above already. The last line of a document with one says it again.
    """

    role: Role
    verdict: str
    answer: str
    parts: tuple[Section, ...]
    is_opened: bool = False

    def lines(self, *, is_narrow: bool = False) -> tuple[tuple[str, str], ...]:
        """Every line below the verdict: what it is about, a dash where that goes on, and its text."""
        return tuple(
            (f"{part.title}: " if number == 0 else "- ", (is_narrow and row.narrow) or row.text)
            for part in self.parts
            for number, row in enumerate(part.rows)
        )


class Cell(NamedTuple):
    """One column of a chart: what stands there, a mark below it, and how strong its shade is (0 none)."""

    text: str
    mark: str = ""
    shade: int = 0


class ChartRow(NamedTuple):
    """A line of a chart: its label, one cell per day, and a sentence that says the same."""

    label: str
    cells: tuple[Cell, ...]
    sentence: str = ""


class Chart(NamedTuple):
    """Days side by side, from `first_day` on, and what its signs mean.

    `said` is the same in words, for who cannot look at it.
    """

    title: str
    first_day: int
    rows: tuple[ChartRow, ...]
    said: tuple[str, ...]
    legend: str = ""


Block = Headline | Say | Section | Grid | Card | Chart | Alarm
Document = tuple[Block, ...]


def shown(blocks: Iterable[Block]) -> Document:
    """The blocks with each of their texts made fit to show (`meso_cli.text.visible`)."""
    return tuple(_shown(block) for block in blocks)


def _shown(part: Any) -> Any:
    if isinstance(part, str):
        return visible(part)
    if not isinstance(part, tuple):
        return part
    parts = map(_shown, part)
    return type(part)(*parts) if hasattr(part, "_fields") else tuple(parts)
