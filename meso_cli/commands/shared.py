"""The options that work before and after every command."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import typer
from typer.core import TyperOption


class Shared(NamedTuple):
    """What the shared options came to for this call."""

    db: str | None
    plain: bool
    no_color: bool
    no_input: bool
    debug: bool


class _Option(NamedTuple):
    flag: str
    help: str
    is_flag: bool = True
    envvar: str | None = None


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
        ctx.find_root().ensure_object(dict)[param.name] = value
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


def shared(ctx: typer.Context) -> Shared:
    """The shared options of this call, wherever they stood."""
    given = ctx.find_root().ensure_object(dict)
    return Shared(
        db=given.get("db"),
        plain=given.get("plain", False),
        no_color=given.get("no_color", False),
        no_input=given.get("no_input", False),
        debug=given.get("debug", False),
    )
