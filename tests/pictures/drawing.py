"""Screens as SVG: the made-up recovery of `meso demo`, at a fixed moment, on a terminal of 80 columns."""

import datetime as dt
import inspect
import io
import re
import tempfile
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI

from meso_cli.commands.more.demo import write_example
from meso_cli.commands.support.call import Call, Options
from meso_cli.commands.support.context import look
from meso_cli.model.settings import Settings
from meso_cli.recovery.trend import trend
from meso_cli.views.blocks import Document
from meso_cli.views.status import status_document
from meso_cli.views.terminal import drawn as screen
from meso_cli.views.trend import trend_document

FOLDER = Path(__file__).parent
COMMAND = "python -m tests.pictures"
_AT = dt.datetime(2026, 3, 21, 9, 0, tzinfo=dt.UTC)
_COLUMNS = 80
# A picture loads nothing: the letters are the reader's own.
_OF_RICH = inspect.signature(Console.export_svg).parameters["code_format"].default
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", _OF_RICH, flags=re.DOTALL)


def drawn() -> dict[Path, str]:
    """Each picture's file with what belongs in it."""
    with tempfile.TemporaryDirectory() as folder:
        with closing(Call(Options(db=str(Path(folder) / "example.db")))) as call:
            call.now = _AT
            write_example(call)
            context = look(call)
        how = trend(context.case, Settings(), context.status.view)
        return {
            FOLDER / "status.svg": _picture("meso status", status_document(context)),
            FOLDER / "trend.svg": _picture("meso trend", trend_document(how, context, how.items)),
        }


def _picture(title: str, document: Document) -> str:
    console = Console(
        record=True, width=_COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor",
        no_color=False, highlight=False, legacy_windows=False, _environ={},
    )  # fmt: skip  # nothing of this machine's terminal
    console.print(screen(document, airy=True))
    name = title.replace(" ", "-")
    return console.export_svg(title=title, theme=MONOKAI, code_format=_FORMAT, unique_id=name)
