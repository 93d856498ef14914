"""The region, whose emergency numbers are named: asked for once, at a first `start` on a terminal."""

from meso_cli.commands.support import paths, terminal
from meso_cli.commands.support.call import Call
from meso_cli.config.editing import put
from meso_cli.errors import BadValue, MesoError
from meso_cli.guide.words import read_regions
from meso_cli.vocabulary import fields

_QUESTION = "Country, for its emergency numbers: uk, germany, usa (Enter: name none)"


def ask_region(call: Call) -> None:
    """Asks and keeps the answer among the settings, a skipped question too; not where a region stands there.

    What cannot be kept is said, and costs nothing: the answer holds for this call.
    """
    if call.configured.says("region"):
        return
    code = _asked(call)
    try:
        put(paths.config_file(), "region", code or fields.NO_REGION)
    except MesoError as error:
        terminal.remark(f"meso: {error}")
    call.settle("region", code)


def _asked(call: Call) -> str | None:
    while True:
        try:
            return fields.region(terminal.ask(_QUESTION, call, "meso config region COUNTRY"), read_regions())
        except BadValue as error:
            terminal.remark(str(error))
