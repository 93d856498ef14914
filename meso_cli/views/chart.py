"""A chart of days, drawn: one column per day, never narrower; where too wide, pages below each other."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from meso_cli.views.blocks import Cell, Chart, ChartRow

# Both colours are named, so that a digit can be read on a dark terminal and on a light one.
_SHADES = ("", "black on grey78", "black on grey70", "black on grey62", "black on grey54")
_BAND = ("░", ":")
"""The band where there is no colour; the second where the terminal knows ASCII alone."""
_MARK = "bold red"
_TICK = 7
_GAP = 2
_NARROWEST_SENTENCE = 34
_FEWEST_DAYS = 7


class Columns:
    """A chart as lines of cells; what is beside each row goes below it where there is no room."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Every page, whole weeks each; the sentences stand on the last."""
        chart, width = self.chart, options.max_width
        label = max((cell_len(row.label) for row in chart.rows), default=0) + 1
        number = max((len(row.cells) for row in chart.rows), default=0)
        room = max(_FEWEST_DAYS, width - label)
        page = number if number <= room else room // _TICK * _TICK
        beside = width - label - number - _GAP
        beside = beside if beside >= _NARROWEST_SENTENCE else 0
        for first in range(0, number, page or 1):
            is_last = first + page >= number
            yield _ticks(chart.first_day + first, min(page, number - first), label)
            for row in chart.rows:
                cells = row.cells[first : first + page]
                words = row.sentence if is_last else ""
                yield from _row(row, cells, _Sentence(words, label, beside, console), _band(console, options))
        if chart.legend:
            yield Text(chart.legend, style="dim")


class _Sentence:
    """What is said of a row, in lines: beside it where `beside` columns are left, else below."""

    def __init__(self, words: str, label: int, beside: int, console: Console) -> None:
        self.words, self.label, self.beside, self.console = words, label, beside, console

    def lines(self) -> list[Text]:
        """Nothing where nothing is said."""
        room = self.beside or self.console.width - _GAP
        return list(Text(self.words, style="dim").wrap(self.console, room)) if self.words else []


def _row(row: ChartRow, cells: Sequence[Cell], sentence: _Sentence, band: str) -> Iterator[Text]:
    drawn = [Text.assemble(row.label.ljust(sentence.label - (cell_len(row.label) - len(row.label))))]
    drawn[0].append_text(Text.assemble(*(_cell(cell, band) for cell in cells)))
    if any(cell.mark for cell in cells):
        marks = "".join(cell.mark or " " for cell in cells)
        drawn.append(Text.assemble(" " * sentence.label, (marks, _MARK)))
    said = sentence.lines()
    if not sentence.beside:
        yield from drawn
        yield from (Text.assemble(" " * _GAP, line) for line in said)
        return
    column = sentence.label + len(cells) + _GAP
    for left, right in zip_longest(drawn, said, fillvalue=Text()):
        yield Text.assemble(left, " " * (column - left.cell_len), right)


def _cell(cell: Cell, band: str) -> tuple[str, str]:
    style = _SHADES[min(cell.shade, len(_SHADES) - 1)]
    if not cell.text:
        return band if cell.shade else " ", style
    return cell.text, f"{style} {_MARK}" if cell.mark and not cell.shade else style


def _band(console: Console, options: ConsoleOptions) -> str:
    """What fills the band where no digit stands: the shade alone where there is colour."""
    if console.color_system and not console.no_color:
        return " "
    return _BAND[options.ascii_only]


def _ticks(first_day: int, number: int, label: int) -> Text:
    """The day below which each week begins: "day 0      7      14"."""
    line = "day".rjust(label - 1) + " "
    for place in range(number):
        day = first_day + place
        if (place == 0 or day % _TICK == 0) and len(line) <= label + place:
            line = line.ljust(label + place) + str(day)
    return Text(line, style="dim")
