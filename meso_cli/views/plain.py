"""Blocks as labelled lines of text: for pipes, screen readers and `--plain`.

No colour, no boxes, nothing aligned by spaces; each line can be read on its own.
"""

from collections.abc import Iterable, Iterator

from meso_cli.views.blocks import Alarm, Block, Card, Chart, Grid, Headline, Row, Say, Section, shown


def plain(blocks: Iterable[Block]) -> str:
    """The text of a document, ending in a newline."""
    parts = ("\n".join(_lines(block)) for block in shown(blocks))
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Headline(text, aside, below):
            yield ". ".join(part for part in (text, aside) if part)
            if below:
                yield below
        case Say(text):
            yield text
        case Section(title, rows):
            yield f"{title}:"
            yield from (_row(row) for row in rows)
        case Grid(title, headings, rows):
            yield f"{title}:"
            yield from (_cells(headings, row) for row in rows)
        case Chart(title, said=said):
            yield f"{title}:"
            yield from (f"- {sentence}" for sentence in said)
        case Alarm():
            yield from _alarm(block)
        case Card():
            yield from _card(block)


def _alarm(block: Alarm) -> Iterator[str]:
    above = (() if block.is_opened else (block.verdict,)) + ((block.answer,) if block.answer else ())
    yield from above
    yield from (f"{title}{text}" for title, text in block.lines())


def _card(block: Card) -> Iterator[str]:
    yield block.heading
    if block.text:
        yield block.text
    for item in block.items:
        yield f"- {item.title}"
        yield from (f"  {line}" for line in item.lines)
    yield from (f"- {sentence}" for sentence in block.also_tell)


def _row(row: Row) -> str:
    if row.text.startswith(("http://", "https://")):  # to be copied as it stands
        return row.text
    text = f"{row.label}: {row.text}" if row.label else row.text
    return f"- {text} ({row.aside})" if row.aside else f"- {text}"


def _cells(headings: tuple[str, ...], row: tuple[str, ...]) -> str:
    pairs = zip(headings[1:], row[1:], strict=True)
    said = (f"{heading} {cell}".strip() for heading, cell in pairs if cell)
    return f"- {row[0]}: {', '.join(said)}"
