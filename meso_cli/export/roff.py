"""Pages of the manual as `man` reads them."""

from collections.abc import Iterator
from textwrap import wrap

from meso_cli.wording.manual import Code, Page, Part, Term, Text

_WIDTH = 78


def roff(page: Page, release: str, date: str) -> str:
    """A page in the language of man(7)."""
    return "\n".join((*_head(page, release, date), *_sections(page))) + "\n"


def _head(page: Page, release: str, date: str) -> Iterator[str]:
    yield f'.TH "{_escaped(page.name.upper())}" 1 "{date}" "{_escaped(release)}" "meso"'
    yield ".SH NAME"
    yield f"{_escaped(page.name)} \\- {_escaped(page.line)}"


def _sections(page: Page) -> Iterator[str]:
    for title, parts in page.sections:
        yield f".SH {_escaped(title)}"
        for number, part in enumerate(parts):
            yield from _part(part, is_first=number == 0)


def _part(part: Part, *, is_first: bool) -> Iterator[str]:
    match part:
        case Text(words):
            yield from () if is_first else (".PP",)
            yield from _lines(words)
        case Code(lines):
            yield from () if is_first else (".PP",)
            yield ".nf"
            yield from (f"\\fB{_escaped(line)}\\fR" for line in lines)
            yield ".fi"
        case Term(name, words):
            yield ".TP"
            yield f"\\fB{_escaped(name)}\\fR"
            yield from _lines(words)


def _lines(words: str) -> Iterator[str]:
    """Lines of text, as long as such files have them; one that begins with a dot would be a command."""
    for line in wrap(_escaped(words), _WIDTH, break_long_words=False, break_on_hyphens=False):
        yield f"\\&{line}" if line[:1] in (".", "'") else line


def _escaped(words: str) -> str:
    text = words.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    return "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in text)
