"""A page of the manual, for who has no program that reads such pages."""

from collections.abc import Iterator

from meso_cli.views.blocks import Block, Document, Headline, Row, Section
from meso_cli.wording.manual import Code, Page, Part, Term


def manual_document(page: Page) -> Document:
    """The whole page, a section at a time."""
    return (Headline(f"{page.name}(1)", page.line), *_sections(page))


def _sections(page: Page) -> Iterator[Block]:
    for title, parts in page.sections:
        yield Section(title.capitalize(), tuple(row for part in parts for row in _rows(part)))


def _rows(part: Part) -> Iterator[Row]:
    match part:
        case Term(name, words):
            yield Row(name, words)
        case Code(lines):
            yield from (Row("", line) for line in lines)
        case _:
            yield Row("", part.words)
