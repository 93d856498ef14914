"""The options that work before and after every command, and the call that they belong to."""

from collections.abc import Mapping
from typing import Any

import typer
from typer.core import TyperOption

from meso_cli.commands.support.call import Call
from meso_cli.values import NamedTuple

_CALL = "meso.call"


class _Option(NamedTuple):
    flag: str
    help: str
    is_flag: bool = True
    envvar: str | None = None


# By the names of the fields of `Options`.
SHARED: Mapping[str, _Option] = {
    "db": _Option("--db", "Use this database file.", is_flag=False, envvar="MESO_DB"),
    "plain": _Option("--plain", "Labelled lines of text: no boxes, no colour."),
    "no_color": _Option("--no-color", "No colour."),
    "no_input": _Option("--no-input", "Never ask; fail where an answer is needed."),
    "debug": _Option("--debug", "Show the traceback of a bug."),
}


FLAGS = tuple(option.flag for option in SHARED.values() if option.is_flag)


def _remember(ctx: typer.Context, param: Any, value: Any) -> Any:
    """Keeps what was given, an empty path, too; a flag after the command beats one before it, and the
    environment.
    """
    if value or value == "":
        call = call_of(ctx)
        call.options = call.options._replace(**{param.name: value})
    return value


def options(*, on_root: bool) -> list[TyperOption]:
    """Fresh shared options for one command.

    The environment is read on the root alone: read again after the command, it would beat a
    flag that stands before it.
    """
    return [
        TyperOption(
            param_decls=[option.flag],
            is_flag=option.is_flag or None,
            default=False if option.is_flag else None,
            help=option.help,
            envvar=option.envvar if on_root else None,
            show_envvar=on_root,
            show_default=False,
            metavar=None if option.is_flag else "PATH",
            callback=_remember,
            expose_value=False,
            rich_help_panel="Everywhere",
        )
        for option in SHARED.values()
    ]


def kept(call: Call) -> dict[str, Any]:
    """The object of the root's context, which keeps the call for its commands, beside what Typer keeps."""
    return {_CALL: call}


def call_of(ctx: typer.Context) -> Call:
    """The call that a command belongs to, with the shared options wherever they stood."""
    by_name: dict[str, Any] = ctx.find_root().ensure_object(dict)
    if _CALL not in by_name:  # Typer's own contexts, for completion
        by_name[_CALL] = Call()
    call: Call = by_name[_CALL]
    return call
