"""Blocks drawn with Rich. Colour is calm and only repeats what the words say."""

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from meso_cli.views.blocks import Alarm, Block, Card, Chart, Grid, Headline, Role, Row, Say, Section, shown

_STYLES: dict[Role, str] = {
    "": "",
    "title": "bold",
    "muted": "dim",
    "emergency": "bold white on red",
    "urgent": "bold red",
    "contact": "bold yellow",
    "watch": "yellow",
    "avoid": "bold red",
    "caution": "bold yellow",
    "good": "bold green",
}
_LABEL_WIDTH, _SHORT, _APART = 17, 10, 2
_NARROW = 72
"""Columns of a terminal below which a table takes only the room that it needs."""
_SMALL = 60
"""Columns below which a row says what it can in few words."""
_ADDRESS = ("http://", "https://")
_INDENT = 4


def drawn(blocks: Iterable[Block], *, airy: bool = False) -> RenderableType:
    """The whole document as one renderable; `airy` puts a blank line between its parts."""
    parts: list[RenderableType] = []
    before: Block | None = None
    for block in shown(blocks):
        if before is not None and _apart(before, block, airy):
            parts.append("")
        parts.append(_draw(block))
        before = block
    return Group(*parts)


def _apart(before: Block, block: Block, airy: bool) -> bool:
    """A warning always stands apart; other parts do where there is room."""
    if isinstance(before, Card):
        return True
    return airy and not (isinstance(block, Say) and isinstance(before, Say | Headline))


def _draw(block: Block) -> RenderableType:
    match block:
        case Headline():
            return Headlined(block)
        case Say(text, role):
            return Text(text, style=_STYLES[role])
        case Section():
            return _section(block)
        case Grid():
            return _grid(block)
        case Card():
            return _card(block)
        case Alarm():
            return Alarmed(block)
        case Chart():
            from meso_cli.views.chart import Columns  # one command draws it

            return Columns(block)


class Headlined:
    """The day on the left and what it is of on the right; on a narrow terminal one below the other."""

    def __init__(self, block: Headline) -> None:
        self.left = Text.assemble((block.text, "bold reverse"), "  ", (block.aside, "dim"))
        self.right = Text(block.below, style="dim")

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """One line, or two."""
        room = options.max_width - self.left.cell_len - self.right.cell_len
        if room < _APART:
            yield self.left
            if self.right:
                yield self.right
        else:
            yield self.left + Text(" " * room) + self.right


def _section(block: Section) -> RenderableType:
    if len(block.rows) == 1 and not block.rows[0].label:
        return Text.assemble((f"{block.title}: ", _STYLES[block.role]), _row_text(block.rows[0]))
    if block.is_prose or not any(row.label for row in block.rows):
        return Group(Text(block.title, style=_STYLES[block.role]), *map(_paragraph, block.rows))
    return Group(Text(block.title, style=_STYLES[block.role]), Labelled(block.rows))


class Labelled:
    """Rows with their labels in a column of their own; on a tiny terminal that gives way."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """The labels of all sections are as wide, but for short ones, which cost no room."""
        longest = max(cell_len(row.label) for row in self.rows)
        width = _LABEL_WIDTH if longest > _SHORT else longest + 1
        table = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
        table.add_column(width=min(width, options.max_width // 2 - 2), style="dim", overflow="fold")
        table.add_column(overflow="fold")
        for row in self.rows:
            table.add_row(Text(f" {row.label}"), _row_text(row))
        yield table


def _paragraph(row: Row) -> RenderableType:
    """A row as wide as the terminal; an address stays in one piece."""
    if row.text.startswith(_ADDRESS):
        return Text(row.text, style="dim", no_wrap=True, overflow="ignore")
    return Paragraph(row)


class Paragraph:
    """A labelled text, its further lines below its text."""

    def __init__(self, row: Row) -> None:
        self.row = row

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """In few words where there is little room."""
        row = self.row
        if row.narrow and options.max_width < _SMALL:
            row = row._replace(text=row.narrow)
        line = Table.grid()
        line.add_column(width=2)
        line.add_column()
        label = f"{row.label}: " if row.label else ""
        line.add_row(Text("" if row.label else "-"), Text.assemble((label, "bold"), _row_text(row)))
        yield line


def _row_text(row: Row) -> Text:
    text = Text(row.text, style=_STYLES[row.role])
    if row.aside:
        text.append(f"  {row.aside}", style="dim")
    return text


def _grid(block: Grid) -> RenderableType:
    return _long_grid(block) if block.below else Gridded(block)


class Gridded:
    """A table of short cells, as wide as its terminal at most: what does not fit is broken, never cut."""

    def __init__(self, block: Grid) -> None:
        self.block = block

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """Its first column as wide as labels are elsewhere, where there is room for that."""
        block, is_narrow = self.block, options.max_width < _NARROW
        table = Table(
            box=None,
            show_header=any(block.headings[1:]),
            padding=(0, 1 if is_narrow else 2, 0, 0),
            header_style="dim",
            pad_edge=False,
        )
        for number, heading in enumerate(block.headings):
            width = _LABEL_WIDTH if number == 0 and not is_narrow else None
            table.add_column(heading, min_width=width, overflow="fold")
        plain: tuple[Role, ...] = tuple("" for _ in block.rows)
        for cells, role in zip(block.rows, block.roles or plain, strict=True):
            table.add_row(*(Text(cell) for cell in cells), style=_STYLES[role])
        yield table


def _long_grid(block: Grid) -> RenderableType:
    """The short cells of a row side by side, then its long one below them, as wide as the terminal."""
    widths = [
        max((cell_len(row[place]) for row in block.rows), default=0)
        for place in range(len(block.headings) - 1)
    ]
    parts: list[RenderableType] = [Text(block.title, style="dim")]
    for *short, long in block.rows:
        line = "  ".join(set_cell_size(cell, width) for cell, width in zip(short, widths, strict=True))
        parts.append(Text(line.rstrip(), style="bold"))
        if long:
            parts.append(Padding(Text(long), (0, 0, 0, _INDENT)))
    return Group(*parts)


class Alarmed:
    """A scare behind its bar, in few words where there is little room."""

    def __init__(self, block: Alarm) -> None:
        self.block = block

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        """The verdict, what was asked, then each line below its label."""
        block, style = self.block, _STYLES[self.block.role]
        lines = [] if block.is_opened else [Text(block.verdict, style=style)]
        if block.answer:
            lines.append(Text(block.answer, style="bold"))
        for title, text in block.lines(is_narrow=options.max_width < _SMALL):
            lines.append(Text.assemble((title, "bold"), text))
        yield Barred(Group(*lines), style.replace("white on ", ""))


def _card(block: Card) -> RenderableType:
    style = _STYLES[block.role]
    lines = [Text(block.heading, style=style), *([Text(block.text)] if block.text else [])]
    for item in block.items:
        lines += [Text(item.title, style="bold"), *map(Text, item.lines)]
    lines += [Text(sentence, style="bold") for sentence in block.also_tell]
    return Barred(Group(*lines), style.replace("white on ", ""))


class Barred:
    """A renderable with a bar down its left side: a warning stands out without colour, too."""

    def __init__(self, inner: RenderableType, style: str) -> None:
        self.inner = inner
        self.style = style

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Every line of what is inside, wrapped ones too, behind the bar."""
        bar = Segment("▌ ", console.get_style(self.style))
        for line in console.render_lines(self.inner, options.update(width=options.max_width - 2)):
            yield bar
            yield from line
            yield Segment.line()
