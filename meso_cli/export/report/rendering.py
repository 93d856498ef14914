"""Templates filled: as one HTML file that loads nothing, or as Markdown for a message.

Whatever is filled in passes one gate per format: made fit to show, then escaped. So no word of anybody's can
be markup, and none is lost.
"""

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from meso_cli.export.report import charts
from meso_cli.export.report.content import Page
from meso_cli.text import visible, visible_lines

if TYPE_CHECKING:
    from jinja2 import Environment

_FOLDER: Final = Path(__file__).parent / "templates"
_GEOMETRY: Final = {
    name: getattr(charts, name) for name in ("WIDTH", "HEIGHT", "LEFT", "BASE", "GAPS", "LABELS")
}
# What Markdown acts on within a line, and what only at the start of a block.
_MARK: Final = re.compile(r"[\\`*_\[\]<~|$]|&(?=[#a-zA-Z])|^[#>+-]|^(?P<number>[0-9]+)(?=[.)])")


def report_html(page: Page) -> str:
    """The page as one self-contained file: no script, nothing to fetch."""
    return html("report.html", page=page)


def report_markdown(page: Page) -> str:
    """The same page as text for a message; any Markdown in what was logged is shown as it was typed."""
    filled: str = _markdown().get_template("report.md").render(page=page)
    return re.sub(r"\n{3,}", "\n\n", filled).strip("\n") + "\n"


def html(template: str, **values: Any) -> str:
    """A template of ours with these values, in the one style."""
    from markupsafe import Markup

    style = Markup((_FOLDER / "style.css").read_text("utf-8"))  # ours: no word of anybody is in it
    filled: str = _html().get_template(template).render(style=style, **_GEOMETRY, **values)
    return re.sub(r"\n\s*\n+", "\n", filled)


@cache
def _html() -> "Environment":
    from jinja2 import StrictUndefined

    return _environment(autoescape=True, finalize=_fit, undefined=StrictUndefined)


@cache
def _markdown() -> "Environment":
    from jinja2 import StrictUndefined

    return _environment(
        autoescape=False,
        finalize=_as_markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _environment(**settings: Any) -> "Environment":
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(_FOLDER), **settings)
    environment.filters["cut"] = visible
    return environment


def _fit(value: Any) -> Any:
    """Text without anything that moves, hides or turns round what stands beside it; markup of ours stays."""
    return visible_lines(value) if type(value) is str else value


def _as_markdown(value: Any) -> str:
    """On one line, each sign that Markdown would act on escaped."""
    return _MARK.sub(_escaped, visible(str(value)))


def _escaped(found: re.Match[str]) -> str:
    number = found["number"]
    return f"{number}\\" if number else f"\\{found[0]}"
